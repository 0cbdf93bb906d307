import {
  catalogFilters,
  changeReasons,
  type CatalogChangePage,
  type CatalogChangeQuery,
  type CatalogFacets,
  type CatalogItem,
  type CatalogItemSummary,
  type CatalogListQuery,
  type CatalogFilterQuery,
  type CatalogVersion,
  type SuggestionList,
  type SuggestionQuery,
} from '@open-info/contract/catalog';
import { ProblemError } from '../http/problem.ts';
import { rangesOf } from '../search/highlight.ts';
import type { Service } from '../service.ts';
import {
  badCursor,
  decode,
  decodeCursor,
  encode,
  encodeCursor,
  fingerprint,
  isDate,
  isInt4,
  type Cursor,
  type Order,
  type Position,
} from './cursor.ts';
import { toFacets, type Counts } from './facets.ts';
import { matchesOf } from './highlight.ts';
import { ReadIndexKeeper, type Reading } from './read-index-keeper.ts';
import type { ReadIndex } from './read-index.ts';
import {
  badQuery,
  keyOf,
  notADay,
  shanghaiDate,
  toSelection,
  unknown,
  without,
  type Selection,
} from './selection.ts';
import {
  CatalogStore,
  fetchedHits,
  rankedHits,
  toSummary,
  type ChangePosition,
  type Tally,
} from './store.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

/** A page of the list, each item as JSON text of a `CatalogItemSummary`. */
export interface ListAnswer {
  items: string[];
  next?: string;
  total: number;
  totalIsLowerBound?: boolean;
  asOf: string;
  updatedAt: string;
  facets: CatalogFacets;
}

/** So many tallies are remembered for one state of the data. */
const mostTallies = 500;

/** What was worked out for one state of the data. */
interface Memory {
  dataVersion: number;
  vocabulary: Promise<Vocabulary>;
  tallies: Map<string, Promise<Tally>>;
}

/** How a page of a list is asked for, once everything has been checked. */
interface PageQuery {
  selection: Selection;
  sort: 'relevance' | 'catalog' | 'updated' | 'name';
  /** The order of the pages before, where there were some. */
  cursor: Cursor | undefined;
  limit: number;
}

/** Rows of a page with what the answer says about all of them. */
interface PageRows {
  order: Order;
  items: { text: string; position: Position }[];
  total: number;
  totalIsLowerBound?: boolean;
}

/** Reads of the catalog: from the read index where it holds, else from SQL. */
export class CatalogReader {
  private readonly service: Reading;
  private readonly store: CatalogStore;
  private readonly keeper: ReadIndexKeeper;
  private readonly fetched: number;
  private memory: Memory | undefined;

  /** @param fetched how many hits of a search SQL fetches, see `fetchedHits`; the tests lower it */
  constructor(service: Reading, fetched = fetchedHits) {
    this.service = service;
    this.fetched = fetched;
    this.store = new CatalogStore(service.db, service.settings.itemUrl, fetched);
    this.keeper = new ReadIndexKeeper(service);
  }

  /** Settles when the read index is up to date, or at once when there is to be none. */
  indexed(): Promise<void> {
    return this.keeper.settled();
  }

  async list(query: CatalogListQuery): Promise<ListAnswer> {
    const vocabulary = await this.remembered().vocabulary;
    const today = this.today();
    const asked = toSelection(query, vocabulary, today);
    const sort = query.sort ?? 'relevance';
    const isRanked = sort === 'relevance' && asked.words.length > 0;
    const listed = isRanked || sort !== 'relevance' ? sort : 'catalog';
    const print = fingerprint([listed, keyOf({ ...asked, asOf: query.asOf ?? '' })]);
    const cursor =
      query.cursor === undefined ? undefined : checked(query.cursor, print, listed, query.asOf);
    const selection = cursor ? { ...asked, asOf: cursor.asOf } : asked;
    const limit = query.limit ?? 20;

    const { dataVersion, updatedAt } = this.service.published;
    const index = this.keeper.holding(selection.asOf, dataVersion);
    const page: PageQuery = { selection, sort: listed, cursor, limit };
    const [{ order, items, total, totalIsLowerBound }, counts] = await (index
      ? this.fromIndex(index, page)
      : this.fromStore(page));
    const last = items[limit - 1];
    const next =
      items.length > limit && last
        ? encodeCursor({ order, asOf: selection.asOf, after: last.position }, print)
        : undefined;
    return {
      items: items.slice(0, limit).map(({ text }) => text),
      ...(next !== undefined && { next }),
      total,
      ...(totalIsLowerBound && { totalIsLowerBound }),
      asOf: selection.asOf,
      updatedAt,
      facets: toFacets(counts, selection.choices, vocabulary),
    };
  }

  async get(itemId: string, asOf: string | undefined): Promise<CatalogItem> {
    if (asOf !== undefined) refuse(notADay('asOf', asOf));
    const date = asOf ?? this.today();
    const item = await this.store.get(itemId, date);
    if (item) return item;
    throw notFound(itemId, date, await this.store.begins(itemId));
  }

  async versions(): Promise<{ items: CatalogVersion[]; updatedAt: string }> {
    const { updatedAt } = this.service.published;
    return { items: await this.store.versions(), updatedAt };
  }

  async changes(query: CatalogChangeQuery): Promise<CatalogChangePage> {
    const { cursor, limit = 20, ...selection } = query;
    const vocabulary = await this.remembered().vocabulary;
    refuse([
      ...unknown('field', query.field ?? [], vocabulary),
      ...unknownReasons(query.reason ?? []),
      ...(query.since === undefined ? [] : notADay('since', query.since)),
      ...(query.until === undefined ? [] : notADay('until', query.until)),
    ]);
    const { item, field, reason, since, until } = selection;
    const print = fingerprint(['changes', item, field, reason, since, until]);
    const position = cursor === undefined ? undefined : changePosition(cursor, print);
    const { updatedAt } = this.service.published;
    const { rows, total } = await this.store.changes(selection, position, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(({ change }) => change),
      ...(last && { next: encode([print, last.change.effectiveFrom, last.revision]) }),
      total,
      asOf: this.today(),
      updatedAt,
    };
  }

  async suggest(query: SuggestionQuery): Promise<SuggestionList> {
    const vocabulary = await this.remembered().vocabulary;
    const selection = toSelection(query, vocabulary, this.today());
    if (selection.words.length === 0) return { items: [] };
    const limit = query.limit ?? 8;
    const index = this.keeper.holding(selection.asOf, this.service.published.dataVersion);
    const names = index
      ? index.suggest(selection, limit)
      : await this.store.suggest(selection, limit);
    return {
      items: names.map(({ name, count }) => ({
        text: name,
        ranges: rangesOf(name, selection.words, true),
        count,
      })),
    };
  }

  /**
   * Every item a query is about, with everything it states, in the order of the catalog.
   *
   * @param query filters, and `item` for one item only
   * @throws ProblemError `bad-query` at the first step, before any item
   */
  async *items(
    query: CatalogFilterQuery & { item?: string | undefined },
  ): AsyncGenerator<CatalogItem> {
    const selection = toSelection(query, await this.remembered().vocabulary, this.today());
    yield* this.store.items(selection, query.item);
  }

  private today(): string {
    return shanghaiDate(this.service.now());
  }

  private async fromIndex(index: ReadIndex, page: PageQuery): Promise<[PageRows, Counts]> {
    const { selection, sort, cursor, limit } = page;
    const found = index.list(selection, cursor?.order ?? sort, cursor?.after, limit + 1);
    const items = found.rows.map(({ item, position }) => ({ text: index.summary(item), position }));
    if (selection.words.length > 0) {
      const revisions = found.rows.slice(0, limit).map(({ item }) => index.revision(item));
      const whole = await this.store.revisions(revisions);
      for (const [n, revision] of revisions.entries()) {
        const item = items[n];
        const stored = whole.get(revision);
        if (item && stored) item.text = withMatches(item.text, matchesOf(stored, selection.words));
      }
    }
    return [{ order: found.order, items, total: found.total }, found.counts];
  }

  private async fromStore(page: PageQuery): Promise<[PageRows, Counts]> {
    const { selection, sort, cursor, limit } = page;
    const { words } = selection;
    const { total: hits } = await this.tally(selection);
    const isMany = words.length > 0 && hits > rankedHits;
    const order = cursor?.order ?? (sort !== 'relevance' ? sort : isMany ? 'named' : 'score');
    const isFetched = words.length > 0 && hits < this.fetched;
    const rows = await this.pageRows(selection, order, isFetched, cursor?.after, limit + 1);
    const items = rows.map((row) => {
      const text = JSON.stringify(toSummary(row, this.service.settings.itemUrl));
      return {
        text: words.length > 0 ? withMatches(text, matchesOf(row.item, words)) : text,
        position: { lead: row.lead, place: row.place, itemId: row.item_id },
      };
    });
    return [
      {
        order,
        items,
        total: isMany ? rankedHits : hits,
        ...(isMany && { totalIsLowerBound: true }),
      },
      await this.counts(selection),
    ];
  }

  private pageRows(
    selection: Selection,
    order: Order,
    isFetched: boolean,
    after: Position | undefined,
    limit: number,
  ) {
    if (isFetched || order === 'score') return this.store.rank(selection, order, after, limit);
    return order === 'named'
      ? this.store.walkNamed(selection, after, limit)
      : this.store.walk(selection, order, after, limit);
  }

  /** Counts of every filter, each disregarding its own choice. */
  private async counts(selection: Selection): Promise<Counts> {
    const counts = { ...(await this.tally(selection)).counts };
    for (const filter of catalogFilters) {
      if (!selection.choices[filter]) continue;
      counts[filter] = (await this.tally(without(selection, filter))).counts[filter];
    }
    return counts;
  }

  private tally(selection: Selection): Promise<Tally> {
    const { tallies } = this.remembered();
    const key = keyOf(selection);
    const known = tallies.get(key);
    if (known) return known;
    const tally = this.store.tally(selection);
    tallies.set(key, tally);
    tally.catch(() => tallies.delete(key));
    const oldest = tallies.size > mostTallies ? tallies.keys().next().value : undefined;
    if (oldest !== undefined) tallies.delete(oldest);
    return tally;
  }

  private remembered(): Memory {
    const { dataVersion } = this.service.published;
    if (this.memory?.dataVersion === dataVersion) return this.memory;
    const vocabulary = readVocabulary(this.service.db);
    const memory: Memory = { dataVersion, vocabulary, tallies: new Map() };
    vocabulary.catch(() => {
      if (this.memory === memory) this.memory = undefined;
    });
    this.memory = memory;
    return memory;
  }
}

const readers = new WeakMap<Service, CatalogReader>();

/** The one reader of a service. */
export function catalogReader(service: Service): CatalogReader {
  const known = readers.get(service);
  if (known) return known;
  const reader = new CatalogReader(service);
  readers.set(service, reader);
  return reader;
}

function checked(
  text: string,
  print: string,
  sort: PageQuery['sort'],
  asOf: string | undefined,
): Cursor {
  const cursor = decodeCursor(text, print);
  const fits =
    sort === 'relevance'
      ? cursor.order === 'score' || cursor.order === 'named'
      : cursor.order === sort;
  if (!fits || (asOf !== undefined && asOf !== cursor.asOf)) throw badCursor();
  return cursor;
}

function changePosition(cursor: string, print: string): ChangePosition {
  const [itsPrint, date, revision] = decode(cursor, 3);
  if (itsPrint !== print || !isDate(date) || !isInt4(revision)) throw badCursor();
  return { date, revision };
}

/** Adds the matches to the JSON text of a summary, which need not be parsed for that. */
function withMatches(summary: string, matches: CatalogItemSummary['matches']): string {
  return `${summary.slice(0, -1)},"matches":${JSON.stringify(matches)}}`;
}

function refuse(faults: Parameters<typeof badQuery>[0]): void {
  if (faults.length > 0) throw badQuery(faults);
}

function unknownReasons(values: readonly string[]) {
  const right = changeReasons.join(', ');
  return values
    .filter((value) => !(changeReasons as readonly string[]).includes(value))
    .map((value) => ({
      field: 'reason',
      message: { zh: `没有“${value}”这个值`, en: `there is no value "${value}"` },
      expected: { zh: right, en: right },
    }));
}

function notFound(itemId: string, date: string, begins: string | undefined): ProblemError {
  if (begins === undefined) {
    return new ProblemError('not-found', {
      detail: {
        zh: `没有编号为“${itemId}”的公开事项。可用 /api/v1/catalog/items?q=… 按名称查找。`,
        en: `There is no catalog item "${itemId}". Look for it by name with /api/v1/catalog/items?q=….`,
      },
    });
  }
  return new ProblemError('not-found', {
    detail: {
      zh: `公开事项“${itemId}”在 ${date} 尚未生效，自 ${begins} 起列入目录。请用 asOf=${begins} 查看。`,
      en: `The catalog item "${itemId}" did not hold yet on ${date}; it does from ${begins}. Read it with asOf=${begins}.`,
    },
  });
}
