import { catalogFilters } from '@open-info/contract/catalog';
import { html, nothing, type TemplateResult } from 'lit';
import { causeOf, requestIdOf } from '../../base/failure.ts';
import type { CatalogBrowserTerms } from '../catalog-browser.terms.ts';
import { chosenIn, countChosen, type View } from '../view.ts';
import { renderChip, type ChipRow } from './chips.ts';

export interface Failure {
  error: unknown;
  words: CatalogBrowserTerms;
  /** Something read before is still on show. */
  kept: boolean;
  retry: () => void;
}

/** What failed, in plain words, with the way on. */
export function renderFailure({ error, words, kept, retry }: Failure): TemplateResult {
  const cause = causeOf(error);
  const id = requestIdOf(error);
  const titles: Partial<Record<typeof cause, string>> = {
    offline: words.offlineTitle,
    gone: words.itemGone,
  };
  return html`<div class="message" role="alert" data-cause=${cause}>
    <p class="message-title">${titles[cause] ?? words.failedTitle}</p>
    <p>${words.failedText[cause]}${kept ? html` ${words.keptList}` : nothing}</p>
    <p>
      <button class="button" type="button" @click=${retry}>${words.retry}</button>
    </p>
    ${id ? html`<p class="message-id">${words.requestId(id)}</p>` : nothing}
  </div>`;
}

/** No service is named anywhere: the visitor is told, the page's author reads the console. */
export function renderUnconnected(words: CatalogBrowserTerms): TemplateResult {
  return html`<div class="message">
    <p class="message-title">${words.noServiceTitle}</p>
    <p>${words.noServiceText}</p>
  </div>`;
}

export interface Empty extends ChipRow {
  view: View;
  startOver: () => void;
}

/** Nothing matches: says so and offers what can be done about it. */
export function renderEmpty(empty: Empty): TemplateResult {
  const { view, words } = empty;
  const chosen = countChosen(view) > 0;
  if (!view.q && !chosen) {
    return html`<div class="message"><p class="message-title">${words.emptyNone}</p></div>`;
  }
  return html`<div class="message">
    <p class="message-title">${view.q ? words.emptyTitle(view.q) : words.emptyFiltered}</p>
    <p>${words.trySomething}</p>
    <ul class="advice">
      ${chosen ? html`<li>${words.tryFilters} ${renderChosen(empty)}</li>` : nothing}
      ${
        view.q
          ? html`<li>${words.tryShorter}</li>
              <li>${words.tryPinyin}</li>`
          : nothing
      }
    </ul>
    <p>
      <button class="button" type="button" @click=${empty.startOver}>${words.startOver}</button>
    </p>
  </div>`;
}

function renderChosen(empty: Empty): TemplateResult {
  return html`<span class="chips">
    ${catalogFilters.flatMap((filter) =>
      chosenIn(empty.view, filter).map((value) => renderChip(empty, filter, value)),
    )}
  </span>`;
}

/** The place of what is still being read; still at first, gently moving once it is slow. */
export function renderSkeleton(slow: boolean, rows: number): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true" ?data-slow=${slow}>
    ${Array.from({ length: rows }, () => html`<div class="bone"></div>`)}
  </div>`;
}
