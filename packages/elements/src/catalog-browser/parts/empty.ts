import { catalogFilters } from '@open-info/contract/catalog';
import { html, nothing, type TemplateResult } from 'lit';
import { emptyTray, notFound } from '../../load-view/vignettes.ts';
import { chosenIn, countChosen, type View } from '../view.ts';
import { renderChip, type ChipRow } from './chips.ts';

export interface Empty extends ChipRow {
  view: View;
  startOver: () => void;
}

/** Nothing matches: says so and offers what can be done about it. */
export function renderEmpty(empty: Empty): TemplateResult {
  const { view, words } = empty;
  const chosen = countChosen(view) > 0;
  if (!view.q && !chosen) {
    return html`<div class="message">
      ${emptyTray}
      <p class="message-title">${words.emptyNone}</p>
    </div>`;
  }
  return html`<div class="message">
    ${notFound}
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
