import {
  catalogFilters,
  catalogSorts,
  type CatalogFilter,
  type CatalogFilterQuery,
  type CatalogSort,
} from '@open-info/contract/catalog';
import { isKnown } from '@open-info/contract/shape';

/** Values chosen in each filter. */
export type Chosen = Partial<Record<CatalogFilter, readonly string[]>>;

/** What a person looks at: all that a deep link or a history entry has to say. */
export interface View {
  readonly q: string;
  readonly chosen: Chosen;
  readonly sort: CatalogSort | undefined;
  /** Cursor of each page up to the one on show; the first page has none. */
  readonly cursors: readonly string[];
  /** Id of the open item. */
  readonly item: string | undefined;
}

export const emptyView: View = {
  q: '',
  chosen: {},
  sort: undefined,
  cursors: [],
  item: undefined,
};

/** What the attributes of the element limit the list to. */
export interface Limits {
  organ: readonly string[];
  field: readonly string[];
  area: string | undefined;
  asOf: string | undefined;
}

export function chosenIn(view: View, filter: CatalogFilter): readonly string[] {
  return view.chosen[filter] ?? [];
}

export function countChosen(view: View): number {
  return catalogFilters.reduce((sum, filter) => sum + chosenIn(view, filter).length, 0);
}

/** The view with one value of a filter chosen or no longer chosen, back on its first page. */
export function toggled(view: View, filter: CatalogFilter, value: string): View {
  const before = chosenIn(view, filter);
  const after = before.includes(value)
    ? before.filter((other) => other !== value)
    : [...before, value];
  return { ...view, chosen: { ...view.chosen, [filter]: after }, cursors: [] };
}

/** The filters of a request: what is limited by attributes and chosen by the person. */
export function filterQuery(view: View, limits: Limits): CatalogFilterQuery {
  const query: CatalogFilterQuery = { area: limits.area, asOf: limits.asOf };
  if (view.q) query.q = view.q;
  for (const filter of catalogFilters) {
    const values = within(chosenIn(view, filter), limitOf(limits, filter));
    if (values.length > 0) query[filter] = [...values];
  }
  return query;
}

/** The values a filter is limited to by an attribute. */
export function limitOf(limits: Limits, filter: CatalogFilter): readonly string[] {
  if (filter === 'organ') return limits.organ;
  return filter === 'field' ? limits.field : [];
}

/** A choice narrows a limit and never leaves it. */
function within(chosen: readonly string[], limit: readonly string[]): readonly string[] {
  if (limit.length === 0) return chosen;
  const inside = chosen.filter((value) => limit.includes(value));
  return inside.length > 0 ? inside : limit;
}

/** A view as text for one query key: `q=低保&field=social-aid&item=…`. Cursors stay out of links. */
export function encodeView(view: View): string {
  const text = new URLSearchParams();
  if (view.q) text.set('q', view.q);
  for (const filter of catalogFilters) {
    for (const value of chosenIn(view, filter)) text.append(filter, value);
  }
  if (view.sort) text.set('sort', view.sort);
  if (view.item) text.set('item', view.item);
  return text.toString();
}

/** The view a text stands for; what is unknown in it is passed over. */
export function decodeView(text: string): View {
  const read = new URLSearchParams(text);
  const chosen: Chosen = {};
  for (const filter of catalogFilters) {
    const values = read.getAll(filter).filter(Boolean);
    if (values.length > 0) chosen[filter] = values;
  }
  const sort = read.get('sort') ?? '';
  return {
    q: read.get('q') ?? '',
    chosen,
    sort: isKnown(catalogSorts, sort) ? sort : undefined,
    cursors: [],
    item: read.get('item') ?? undefined,
  };
}
