import {
  catalogFilters,
  type CatalogFacets,
  type CatalogFilter,
} from '@open-info/contract/catalog';
import type { FacetOption } from '@open-info/contract/facets';
import { html, nothing, type TemplateResult } from 'lit';
import { grouped } from '../../base/grouped.ts';
import type { CatalogBrowserTerms } from '../catalog-browser.terms.ts';
import { chosenIn, limitOf, type Limits, type View } from '../view.ts';

/** Values shown before 显示更多. */
const shownFirst = 8;

/** Groups that stand open from the start; the others open when asked or when something is chosen. */
const openFirst: readonly CatalogFilter[] = ['field', 'organ', 'method'];

export interface FacetPanel {
  facets: CatalogFacets | undefined;
  view: View;
  limits: Limits;
  words: CatalogBrowserTerms;
  /** Filters whose every value is shown. */
  expanded: ReadonlySet<CatalogFilter>;
  toggle: (filter: CatalogFilter, value: string) => void;
  expand: (filter: CatalogFilter) => void;
}

/** The word for a value of a filter: ours where the code is known, else as the service names it. */
export function optionLabel(
  filter: CatalogFilter,
  value: string,
  label: string,
  words: CatalogBrowserTerms,
): string {
  const names: Partial<Record<CatalogFilter, Record<string, string | undefined>>> = {
    method: words.methods,
    tier: words.tiers,
    audience: words.audiences,
  };
  return names[filter]?.[value] ?? label;
}

/** All filters with their counts. A filter that leaves nothing to choose is not shown. */
export function renderFacets(panel: FacetPanel): TemplateResult {
  return html`${catalogFilters.map((filter) => renderFacet(panel, filter))}`;
}

function renderFacet(panel: FacetPanel, filter: CatalogFilter): TemplateResult | typeof nothing {
  const chosen = chosenIn(panel.view, filter);
  const options = optionsOf(panel, filter, chosen);
  if (options.length < 2 && chosen.length === 0) return nothing;
  const { words, expanded } = panel;
  const all = expanded.has(filter);
  const shown = all ? options : firstOf(options, chosen);
  const hidden = options.length - shown.length;
  return html`
    <details class="facet" ?open=${openFirst.includes(filter) || chosen.length > 0}>
      <summary class="facet-name">${words.filterNames[filter]}</summary>
      <ul class="options" role="group" aria-label=${words.filterNames[filter]}>
        ${shown.map((option) => renderOption(panel, filter, option, chosen.includes(option.value)))}
      </ul>
      ${
        hidden > 0 || (all && options.length > shownFirst)
          ? html`<button class="link more" type="button" @click=${() => panel.expand(filter)}>
              ${all ? words.less : words.more(hidden)}
            </button>`
          : nothing
      }
    </details>
  `;
}

function renderOption(
  { words, toggle }: FacetPanel,
  filter: CatalogFilter,
  { value, label, count }: FacetOption,
  checked: boolean,
): TemplateResult {
  return html`<li role="none">
    <label class="option">
      <input type="checkbox" .checked=${checked} @change=${() => toggle(filter, value)} />
      <span class="option-name">${optionLabel(filter, value, label, words)}</span>
      <span class="option-count">${grouped(count)}</span>
    </label>
  </li>`;
}

/** What the service counts, within the limit, and what is chosen though it counts nothing now. */
function optionsOf(
  { facets, limits }: FacetPanel,
  filter: CatalogFilter,
  chosen: readonly string[],
): FacetOption[] {
  const limit = limitOf(limits, filter);
  const counted = (facets?.[filter] ?? []).filter(
    ({ value }) => limit.length === 0 || limit.includes(value),
  );
  const missing = chosen.filter((value) => !counted.some((option) => option.value === value));
  return [...counted, ...missing.map((value) => ({ value, label: value, count: 0 }))];
}

/** The first values and, wherever they stand, the chosen ones; one left over is shown as well. */
function firstOf(options: FacetOption[], chosen: readonly string[]): FacetOption[] {
  if (options.length <= shownFirst + 1) return options;
  return options.filter(({ value }, index) => index < shownFirst || chosen.includes(value));
}
