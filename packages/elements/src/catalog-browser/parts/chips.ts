import {
  catalogFilters,
  type CatalogFacets,
  type CatalogFilter,
} from '@open-info/contract/catalog';
import { html, nothing, type TemplateResult } from 'lit';
import type { CatalogBrowserTerms } from '../catalog-browser.terms.ts';
import { chosenIn, countChosen, type View } from '../view.ts';
import { optionLabel } from './facet-panel.ts';
import * as icons from '../../base/icons.ts';

export interface ChipRow {
  facets: CatalogFacets | undefined;
  words: CatalogBrowserTerms;
  remove: (filter: CatalogFilter, value: string) => void;
}

/** One chosen value, removable. */
export function renderChip(row: ChipRow, filter: CatalogFilter, value: string): TemplateResult {
  const { facets, words, remove } = row;
  const label = facets?.[filter].find((option) => option.value === value)?.label ?? value;
  const name = optionLabel(filter, value, label, words);
  return html`<button
    class="chip"
    type="button"
    aria-label=${words.removeFilter(name)}
    @click=${() => remove(filter, value)}
  >
    ${name}${icons.close}
  </button>`;
}

/** The chosen values of all filters, and one button to clear them. */
export function renderChips(
  row: ChipRow & { view: View; clear: () => void },
): TemplateResult | typeof nothing {
  const { view, words, clear } = row;
  if (countChosen(view) === 0) return nothing;
  return html`<div class="chips">
    ${catalogFilters.flatMap((filter) =>
      chosenIn(view, filter).map((value) => renderChip(row, filter, value)),
    )}
    <button class="link" type="button" @click=${clear}>${words.clearFilters}</button>
  </div>`;
}
