import {
  audienceScopes,
  catalogFilters,
  catalogMethods,
  catalogTiers,
  type CatalogChange,
  type CatalogChangePage,
  type CatalogChangeQuery,
  type CatalogFacets,
  type CatalogFilter,
  type CatalogFilterQuery,
  type CatalogItem,
  type CatalogListQuery,
  type CatalogPage,
  type Match,
  type SuggestionList,
  type SuggestionQuery,
} from '@open-info/contract/catalog';
import type { Page } from '@open-info/contract/shape';
import { sampleFields, sampleItems, sampleOrgans, sampleVersions } from './sample.ts';

const asOf = '2026-11-20';
/** When the sample data last changed. */
export const sampleUpdatedAt = '2026-11-20T08:30:00+08:00';

type Option = readonly [value: string, label: string];

const same = (value: string): Option => [value, value];
const labelled = (known: readonly string[], labels: readonly string[]) => (value: string) =>
  [value, labels[known.indexOf(value)] ?? value] as const;
const methodLabel = labelled(catalogMethods, ['主动公开', '依申请公开']);
const tierLabel = labelled(catalogTiers, ['县级', '乡级（街道）', '社区']);
const audienceLabel = labelled(audienceScopes, ['全社会', '特定群体']);

/** The values an item has for each filter. */
const optionsOf: Record<CatalogFilter, (item: CatalogItem) => Option[]> = {
  field: ({ field }) => [[field.id, field.name]],
  level1: ({ level1 }) => [same(level1)],
  organ: ({ subject }) => subject.organs.map(({ id, name }) => [id, name]),
  audience: ({ audiences }) => audiences.map(({ scope }) => audienceLabel(scope)),
  method: ({ methods }) => methods.map(methodLabel),
  channel: ({ channels }) => channels.map(({ name }) => same(name)),
  tier: ({ tiers }) => tiers.map(tierLabel),
};

/** The words of each element, in the order a search ranks them. */
const elementsOf = (item: CatalogItem): [Match['element'], string][] => [
  ['name', item.name],
  ['content', item.content.join('；')],
  ['basis', item.basis.join('；')],
  ['timeLimit', item.timeLimit.text],
  ['subject', item.subject.text],
  ['channel', item.channels.map(({ name }) => name).join('、')],
  ['audience', item.audiences.map(({ note }) => note ?? '').join('、')],
];

const wordsOf = (q: string | undefined) => (q ?? '').trim().split(/\s+/).filter(Boolean);

function rangesOf(text: string, words: string[]): [number, number][] {
  const found = words
    .map((word): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length])
    .filter(([start]) => start >= 0);
  return found.sort(([a], [b]) => a - b);
}

function matchesOf(item: CatalogItem, words: string[]): Match[] {
  return elementsOf(item)
    .map(([element, text]) => ({ element, text, ranges: rangesOf(text, words) }))
    .filter(({ ranges }) => ranges.length > 0);
}

function contains(item: CatalogItem, words: string[]): boolean {
  const text = elementsOf(item)
    .map(([, part]) => part)
    .join('\n');
  return words.every((word) => text.includes(word));
}

const areaOf = (organ: string) => sampleOrgans.find(({ id }) => id === organ)?.areaCode ?? '';

/** Items a query leaves, without regard to one filter where the counts of that filter are made. */
function select(query: CatalogFilterQuery, except?: CatalogFilter): CatalogItem[] {
  const words = wordsOf(query.q);
  const { area } = query;
  return sampleItems.filter(
    (item) =>
      contains(item, words) &&
      (!area || item.subject.organs.some(({ id }) => areaOf(id).startsWith(area))) &&
      (!query.asOf || item.change.effectiveFrom <= query.asOf) &&
      catalogFilters.every(
        (filter) =>
          filter === except ||
          !query[filter]?.length ||
          optionsOf[filter](item).some(([value]) => query[filter]?.includes(value)),
      ),
  );
}

function countOf(query: CatalogFilterQuery, filter: CatalogFilter) {
  const counts = new Map<string, { value: string; label: string; count: number }>();
  for (const item of select(query, filter)) {
    for (const [value, label] of optionsOf[filter](item)) {
      const option = counts.get(value) ?? { value, label, count: 0 };
      option.count++;
      counts.set(value, option);
    }
  }
  const options = [...counts.values()];
  if (filter === 'field') {
    const place = (id: string) => sampleFields.findIndex((field) => field.id === id);
    return options.sort((a, b) => place(a.value) - place(b.value));
  }
  return options.sort((a, b) => b.count - a.count);
}

function facetsOf(query: CatalogFilterQuery): CatalogFacets {
  const entries = catalogFilters.map((filter) => [filter, countOf(query, filter)]);
  return Object.fromEntries(entries) as CatalogFacets;
}

/** Cuts one page out of rows; the cursor is the place of its first row. */
export function page<T>(
  rows: readonly T[],
  query: { cursor?: string | undefined; limit?: number | undefined },
) {
  const start = Number(query.cursor ?? 0);
  const end = start + (query.limit ?? 20);
  const next = end < rows.length ? { next: String(end) } : {};
  const items = rows.slice(start, end);
  return { items, ...next, total: rows.length, asOf, updatedAt: sampleUpdatedAt } satisfies Page<T>;
}

const orders: Record<string, (a: CatalogItem, b: CatalogItem) => number> = {
  name: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
  updated: (a, b) => b.change.effectiveFrom.localeCompare(a.change.effectiveFrom),
};

/** Answers `catalog.list` from the sample: filters, searches, counts, sorts and pages. */
export function listSample(query: CatalogListQuery): CatalogPage {
  const words = wordsOf(query.q);
  const found = select(query).sort(orders[query.sort ?? ''] ?? (() => 0));
  const rows = found.map((item) =>
    words.length > 0 ? { ...item, matches: matchesOf(item, words) } : item,
  );
  return { ...page(rows, query), facets: facetsOf(query) };
}

const changeOf = ({ id, name, field, change }: CatalogItem): CatalogChange => ({
  itemId: id,
  name,
  field,
  ...change,
  versionTitle: sampleVersions.find((version) => version.id === change.versionId)?.title ?? '',
  changed: change.reason === 'adjusted' ? ['timeLimit', 'channels'] : [],
});

/** Answers `catalog.changes` from the sample, newest first. */
export function changesOfSample(query: CatalogChangeQuery): CatalogChangePage {
  const rows = sampleItems
    .map(changeOf)
    .filter(
      (change) =>
        (!query.item || change.itemId === query.item) &&
        (!query.field?.length || query.field.includes(change.field.id)) &&
        (!query.reason?.length || query.reason.includes(change.reason)) &&
        (!query.since || change.effectiveFrom >= query.since) &&
        (!query.until || change.effectiveFrom <= query.until),
    );
  return page(
    rows.sort((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom)),
    query,
  );
}

/** Answers `catalog.suggest` from the sample: names that contain what was typed. */
export function suggestSample({ q, limit = 8, ...filters }: SuggestionQuery): SuggestionList {
  const names = select(filters).map(({ name }) => name);
  const words = wordsOf(q);
  const found = [...new Set(names)].filter(
    (name) => words.length > 0 && words.every((word) => name.includes(word)),
  );
  const items = found.slice(0, limit).map((text) => ({
    text,
    ranges: rangesOf(text, words),
    count: names.filter((name) => name === text).length,
  }));
  return { items };
}
