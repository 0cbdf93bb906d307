import { html, nothing, type TemplateResult } from 'lit';
import { safeAddress } from '../../base/blocks.ts';
import { withChinese } from '../../base/chinese.ts';
import { guideSections, type GuideSection } from '../service-guide.terms.ts';
import type { GuideFrame } from './guide-frame.ts';
import { periodText, renderPhone } from '../wording.ts';

type Render = (frame: GuideFrame) => TemplateResult | undefined;

const contents: Record<GuideSection, Render> = {
  steps: (frame) => (frame.matter.steps.length > 0 ? renderSteps(frame) : undefined),
  fees: (frame) => (frame.matter.fees.length > 0 ? renderFees(frame) : undefined),
  results: (frame) => (frame.matter.results.length > 0 ? renderResults(frame) : undefined),
  basis: (frame) => (frame.matter.basis.length > 0 ? renderBasis(frame) : undefined),
  questions: ({ matter }) =>
    matter.faq.length > 0
      ? html`<dl class="faq" lang="zh-CN">
          ${matter.faq.map(
            ({ question, answer }) =>
              html`<div>
                <dt>${question}</dt>
                <dd>${answer}</dd>
              </div>`,
          )}
        </dl>`
      : undefined,
  policies: (frame) => (frame.matter.documents.length > 0 ? renderPolicies(frame) : undefined),
};

/** What some want to know and others not: each unfolds, none that has nothing in it is shown. */
export function renderMore(frame: GuideFrame): TemplateResult {
  const { words, headingLevel, isOpen, toggle } = frame;
  return html`<div class="sections">
    ${guideSections.map((name) => {
      const content = contents[name](frame);
      if (!content) return nothing;
      const open = isOpen(name);
      return html`<section class="section" part="section" data-section=${name}>
        <p class="section-head" role="heading" aria-level=${headingLevel + 1}>
          <button
            class="section-button"
            id="head-${name}"
            type="button"
            aria-expanded=${open ? 'true' : 'false'}
            aria-controls="panel-${name}"
            @click=${() => toggle(name)}
          >
            ${words.sections[name]}
          </button>
        </p>
        <div class="panel" id="panel-${name}" ?hidden=${!open}>${content}</div>
      </section>`;
    })}
  </div>`;
}

function renderSteps({ words, matter, language }: GuideFrame): TemplateResult {
  return html`<ol class="steps" lang="zh-CN">
      ${matter.steps.map(
        ({ name, organ, period, text }) =>
          html`<li class="step">
            <p>
              <span class="step-name">${name}</span>
              ${period ? html`<span class="badge" lang=${language}>${periodText(period, words)}</span>` : nothing}
            </p>
            ${text === undefined ? nothing : html`<p>${text}</p>`}
            ${organ === undefined ? nothing : html`<p class="soft small">${organ}</p>`}
          </li>`,
      )}
    </ol>
    ${
      matter.specialProcedures.length > 0
        ? html`<div class="special" part="special">
            <p class="group-title">${words.special}</p>
            <ul>
              ${matter.specialProcedures.map(
                ({ name, period, basis }) =>
                  html`<li>
                    <span lang="zh-CN">${name}</span>
                    ${period ? html`<span class="badge" lang=${language}>${periodText(period, words)}</span>` : nothing}
                    <span class="soft">${words.notCounted}</span>
                    ${basis === undefined ? nothing : html`<span class="soft" lang="zh-CN">${basis}</span>`}
                  </li>`,
              )}
            </ul>
          </div>`
        : nothing
    }`;
}

/** 分 as 元, without zeros nobody needs. */
const yuan = (fen: number): string => String(fen / 100);

function renderFees({ words, matter, language }: GuideFrame): TemplateResult {
  return html`<ul class="rows" lang="zh-CN">
    ${matter.fees.map(
      ({ name, amount, note, basis }) =>
        html`<li>
          <span class="row-name">${name}</span>
          ${amount ? html`<span class="figure-small">${words.amount(yuan(amount))}</span>` : nothing}
          ${note === undefined ? nothing : html`<span>${note}</span>`}
          <span class="soft" lang=${language}>${withChinese(words.basisOf(basis), language)}</span>
        </li>`,
    )}
  </ul>`;
}

function renderResults({ words, matter, kiosk, fileUrl, language }: GuideFrame): TemplateResult {
  return html`<ul class="rows">
    ${matter.results.map(
      ({ name, validity, delivery, files }) =>
        html`<li>
          <span class="row-name" lang="zh-CN">${name}</span>
          ${delivery.map((way) => html`<span class="badge">${words.delivery[way] ?? way}</span>`)}
          ${validity === undefined ? nothing : html`<span class="soft">${withChinese(words.validity(validity), language)}</span>`}
          ${
            kiosk
              ? nothing
              : files.map(
                  (file) =>
                    html`<a
                      class="link"
                      href=${fileUrl(file.id)}
                      download
                      aria-label=${words.cite(words.sample, file.name)}
                      >${words.sample}</a
                    >`,
                )
          }
        </li>`,
    )}
  </ul>`;
}

function renderBasis(frame: GuideFrame): TemplateResult {
  const { words, matter, kiosk } = frame;
  return html`<ul class="basis" part="basis" lang="zh-CN">
    ${matter.basis.map(({ title, article, text, url, documentId }) => {
      const name = words.cited(title);
      const address = kiosk ? undefined : safeAddress(url);
      const cited =
        documentId !== undefined
          ? renderPolicyLink(documentId, name, frame)
          : address === undefined
            ? html`<span class="row-name">${name}</span>`
            : html`<a class="link" href=${address} target="_blank" rel="noopener"
                >${name}<span class="visually-hidden" lang=${frame.language}
                  >${words.newWindow}</span
                ></a
              >`;
      return html`<li>
        <p>${cited} ${article ?? ''}</p>
        ${text === undefined ? nothing : html`<blockquote class="quote">${text}</blockquote>`}
      </li>`;
    })}
  </ul>`;
}

function renderPolicies(frame: GuideFrame): TemplateResult {
  const { words, matter } = frame;
  return html`<ul class="rows" lang="zh-CN">
    ${matter.documents.map(
      ({ id, title, documentNumber }) =>
        html`<li>
          ${renderPolicyLink(id, words.cited(title), frame)}
          <span class="soft">${documentNumber ?? ''}</span>
        </li>`,
    )}
  </ul>`;
}

function renderPolicyLink(id: string, name: string, frame: GuideFrame): TemplateResult {
  const href = frame.policyHref(id);
  const open = (event: Event): void => frame.openPolicy(id, event);
  return href === undefined
    ? html`<button class="link" type="button" data-policy=${id} @click=${open}>${name}</button>`
    : html`<a class="link" href=${href} data-policy=${id} @click=${open}>${name}</a>`;
}

/** Whom to ask, and where to complain. */
export function renderLines({ words, matter, kiosk }: GuideFrame): unknown {
  const lines: [string, readonly string[]][] = [
    [words.consult, matter.consultPhones],
    [words.complain, matter.complaintPhones],
  ];
  const said = lines.filter(([, numbers]) => numbers.length > 0);
  if (said.length === 0) return nothing;
  return html`<dl class="lines" part="lines">
    ${said.map(
      ([name, numbers]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${numbers.map((number) => renderPhone(number, kiosk))}</dd>
        </div>`,
    )}
  </dl>`;
}
