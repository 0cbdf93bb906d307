import type { DocumentRef } from '@open-info/contract/documents';
import type { Interpreter } from '@open-info/contract/interpretations';
import { html, nothing, type TemplateResult } from 'lit';
import { withChinese } from '../../base/chinese.ts';
import { formatInstant } from '../../base/moment.ts';
import type { Policy } from '../policy.ts';
import type { CardFrame } from './card-frame.ts';
import { renderPolicyLink } from './head.ts';

/** Who explains it, and the telephone that answers questions. */
export function renderInterpreter(
  { organ, person, phone }: Interpreter,
  { words, kiosk }: CardFrame,
): TemplateResult {
  return html`<div class="ask" part="interpreter">
    <p class="small soft">${words.ask}</p>
    <p class="ask-office" lang="zh-CN">${words.interpreter(organ, person)}</p>
    ${
      phone === undefined
        ? nothing
        : html`<p>
            ${
              kiosk
                ? words.phone(phone)
                : html`<a class="phone" href="tel:${phone.replace(/[^\d+]/g, '')}"
                    >${words.phone(phone)}</a
                  >`
            }
          </p>`
    }
  </div>`;
}

/** Other documents of the same making: the draft put out for comments, or what became of it. */
function renderMaking(
  name: string,
  documents: readonly DocumentRef[] | undefined,
  frame: CardFrame,
): unknown {
  if (!documents?.length) return nothing;
  return html`<div>
    <dt>${name}</dt>
    ${documents.map(
      (other) => html`<dd lang="zh-CN">${renderPolicyLink(other, 'policy', frame)}</dd>`,
    )}
  </div>`;
}

/** Dates and source (来源), as every government page has to name them. */
export function renderFoot({ document, interpretation }: Policy, frame: CardFrame): TemplateResult {
  const { words, language } = frame;
  const shown = interpretation ?? document;
  const issuers = document?.issuers.map(({ name }) => name).join(words.separator);
  const source = document?.source ? words.reprinted(document.source.name) : issuers;
  const updated = [interpretation?.updatedAt, document?.updatedAt]
    .filter((moment) => moment !== undefined)
    .sort();
  const facts: [string, string | undefined][] = [
    [words.source, source ?? interpretation?.organ],
    [words.issued, document?.issuedOn],
    [words.effective, document?.effectiveOn],
    [words.expires, document?.expiresOn],
    [words.published, shown && formatInstant(shown.publishedAt)],
    [words.asOf, updated.length > 0 ? formatInstant(updated[updated.length - 1] ?? '') : undefined],
  ];
  return html`<dl class="foot" part="foot">
    ${facts
      .filter(([, fact]) => fact !== undefined && fact !== '')
      .map(
        ([name, fact]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${withChinese(fact ?? '', language)}</dd>
          </div>`,
      )}
    ${renderMaking(words.consultations, document?.consultations, frame)}
    ${renderMaking(words.adopted, document?.adopted, frame)}
  </dl>`;
}
