import type { Interpreter } from '@open-info/contract/interpretations';
import { html, nothing, type TemplateResult } from 'lit';
import { withChinese } from '../../base/chinese.ts';
import { formatInstant } from '../../base/moment.ts';
import type { Policy } from '../policy.ts';
import type { CardFrame } from './card-frame.ts';

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

/** Dates and source (来源), as every government page has to name them. */
export function renderFoot(
  { document, interpretation }: Policy,
  { words, language }: CardFrame,
): TemplateResult {
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
  </dl>`;
}
