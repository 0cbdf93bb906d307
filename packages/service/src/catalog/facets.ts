import {
  audienceScopes,
  catalogFilters,
  catalogMethods,
  catalogTiers,
  type CatalogFacets,
  type CatalogFilter,
} from '@open-info/contract/catalog';
import type { FacetOption } from '@open-info/contract/facets';
import type { Choices } from './selection.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How many items bear each value of a filter. */
export type Counts = Record<CatalogFilter, ReadonlyMap<string, number>>;

/** A facet shows at most so many values. */
const mostOptions = 100;

/** Filters whose values are few and fixed keep the order of the standard table. */
const printedOrder: Partial<Record<CatalogFilter, readonly string[]>> = {
  audience: audienceScopes,
  method: catalogMethods,
  tier: catalogTiers,
};

/**
 * Counts as an answer shows them: most frequent first, `field` in the order of the catalog. A
 * chosen value is always shown, even when nothing is left of it, so that it can be taken back.
 */
export function toFacets(counts: Counts, choices: Choices, vocabulary: Vocabulary): CatalogFacets {
  const facets = {} as CatalogFacets;
  for (const filter of catalogFilters) {
    facets[filter] = options(filter, counts[filter], choices[filter] ?? [], vocabulary);
  }
  return facets;
}

function options(
  filter: CatalogFilter,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  vocabulary: Vocabulary,
): FacetOption[] {
  const label = (value: string) => vocabulary[filter].get(value)?.label ?? value;
  const all: FacetOption[] = [...counts].map(([value, count]) => ({
    value,
    label: label(value),
    count,
  }));
  for (const value of chosen) {
    if (!counts.has(value)) all.push({ value, label: label(value), count: 0 });
  }
  const place = ({ value }: FacetOption) => vocabulary[filter].get(value)?.position ?? Infinity;
  if (filter === 'field') return all.sort((a, b) => compare(place(a), place(b)) || byValue(a, b));

  const printed = printedOrder[filter];
  const tie = (option: FacetOption) => printed?.indexOf(option.value) ?? 0;
  all.sort((a, b) => b.count - a.count || tie(a) - tie(b) || byValue(a, b));
  const rest = all.slice(mostOptions).filter(({ value }) => chosen.includes(value));
  return [...all.slice(0, mostOptions - rest.length), ...rest];
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function byValue(a: FacetOption, b: FacetOption): number {
  return a.value < b.value ? -1 : 1;
}
