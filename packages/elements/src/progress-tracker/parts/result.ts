import type { CaseRating, CaseResult } from '@open-info/contract/cases';
import type { Attachment } from '@open-info/contract/uploads';
import { html, nothing, type TemplateResult } from 'lit';
import { readableSize } from '../../base/file-size.ts';
import * as icons from '../../base/icons.ts';
import { formatInstant } from '../../base/moment.ts';
import type { Files, Frame } from './journey.ts';

const subtitle = (text: string, { headingLevel }: Frame): TemplateResult =>
  html`<p class="subtitle" role="heading" aria-level=${headingLevel + 2}>${text}</p>`;

/** Names and what stands for them; what is not there is left out. */
export function renderFacts(rows: readonly (readonly [string, unknown])[]): TemplateResult {
  return html`<dl class="facts">
    ${rows
      .filter(([, content]) => content !== undefined)
      .map(
        ([name, content]) =>
          html`<div class="fact">
            <dt>${name}</dt>
            <dd>${content}</dd>
          </div>`,
      )}
  </dl>`;
}

/** 办理结果: outcome, certificate, documents, how it is handed over, where to turn against it. */
export function renderResult(result: CaseResult, frame: Frame, files: Files): TemplateResult {
  const { words } = frame;
  const { certificate, delivery, attachments, remedies } = result;
  return html`<div class="result" part="result" data-outcome=${result.outcome}>
    <p class="outcome">
      <span class="outcome-label">${words.outcome}</span>
      <b>${words.outcomes[result.outcome] ?? words.other(result.outcome)}</b>
      <time class="soft" datetime=${result.on}>${result.on}</time>
    </p>
    ${result.text ? html`<p class="told" lang="zh-CN">${result.text}</p>` : nothing}
    ${renderFacts([
      [words.certificate, certificate && html`<span lang="zh-CN">${certificate.name}</span>`],
      [words.certificateNumber, certificate?.number],
      [words.validUntil, certificate?.validUntil],
      [
        words.delivery,
        delivery &&
          html`${words.deliveries[delivery.way] ?? words.other(delivery.way)}${
            delivery.place
              ? html`${words.colon}<span lang="zh-CN">${delivery.place}</span>`
              : nothing
          }`,
      ],
      [
        words.tracking,
        delivery?.tracking && html`<span class="number">${delivery.tracking}</span>`,
      ],
      [words.deliveredOn, delivery?.deliveredOn],
    ])}
    ${
      attachments.length > 0
        ? html`${subtitle(words.files, frame)}${renderFiles(attachments, frame, files)}`
        : nothing
    }
    ${remedies.length > 0 ? renderRemedies(remedies, frame) : nothing}
  </div>`;
}

/** Where to turn, as the decision names it; in the order it names it. */
export function renderRemedies(
  remedies: readonly { kind: string; text: string }[],
  frame: Frame,
): TemplateResult {
  const { words } = frame;
  return html`${subtitle(words.remedies, frame)}
    <ul class="remedies" part="remedies">
      ${remedies.map(
        ({ kind, text }) =>
          html`<li>
            <b>${words.remedyKinds[kind] ?? words.other(kind)}</b>
            <span lang="zh-CN">${text}</span>
          </li>`,
      )}
    </ul>`;
}

/**
 * Files that can be had only with number and code, so each is a button, not a link. A hall screen
 * keeps none.
 */
export function renderFiles(
  attachments: readonly Attachment[],
  { words, mode }: Frame,
  files: Files,
): TemplateResult {
  if (mode === 'kiosk') {
    return html`<ul class="files">
        ${attachments.map(
          ({ name, size }) =>
            html`<li>
              <span lang="zh-CN">${name}</span> <span class="soft">${readableSize(size)}</span>
            </li>`,
        )}
      </ul>
      <p class="soft">${words.kioskFiles}</p>`;
  }
  return html`<ul class="files">
    ${attachments.map((file) => {
      const state = files.stateOf(file.id);
      return html`<li>
        <span class="print-only" lang="zh-CN">${file.name}</span>
        <button
          class="button file no-print"
          type="button"
          aria-disabled=${state === 'running' ? 'true' : nothing}
          @click=${() => files.start(file)}
        >
          ${icons.download}<span
            >${state === 'running' ? words.downloading(file.name) : words.download(file.name)}</span
          >
        </button>
        <span class="soft">${readableSize(file.size)}</span>
        ${
          state === 'failed'
            ? html`<span class="fault" role="alert">${words.downloadFailed}</span>`
            : nothing
        }
      </li>`;
    })}
  </ul>`;
}

/** A rating that was given, and what the office answered to it (差评整改). */
export function renderRatingGiven(rating: CaseRating, frame: Frame): TemplateResult {
  const { words } = frame;
  const { level, answer } = rating;
  const name = words.levels[level] ?? level;
  // eslint-disable-next-line no-restricted-properties -- the moment of a rating, not Array.at
  const on = formatInstant(rating.at).slice(0, 10);
  return html`<div class="rating" part="rating">
    ${subtitle(words.rating, frame)}
    <p id="rated" tabindex="-1">${words.rated(name, on)}</p>
    ${
      answer
        ? html`<p class="soft answer-on">${words.ratingAnswer(answer.on)}</p>
            <blockquote class="told" lang="zh-CN">${answer.text}</blockquote>`
        : nothing
    }
  </div>`;
}
