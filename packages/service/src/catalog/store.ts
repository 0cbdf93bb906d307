import {
  catalogFilters,
  type CatalogChange,
  type CatalogFilter,
  type CatalogItem,
  type CatalogItemSummary,
  type CatalogVersion,
  type ChangeReason,
} from '@open-info/contract/catalog';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { wordGrams } from '../search/text.ts';
import type { Order, Position } from './cursor.ts';
import type { Counts } from './facets.ts';
import {
  basisRank,
  contentRank,
  nameRank,
  rankSeparator,
  restRank,
  type StoredItem,
} from './search-text.ts';
import type { Choices, Selection } from './selection.ts';

/** A search with more hits than this is not ranked hit by hit. */
export const rankedHits = 1_000;

/**
 * SQL looks at no more hits of a search than this: up to here all of them are fetched, counted and
 * sorted; beyond, the counts are lower bounds and pages are found by walking an index.
 */
export const fetchedHits = 10_000;

/** A revision as a page of the list is made from it. */
export interface Row {
  revision: number;
  item_id: string;
  version_id: string;
  reason: ChangeReason;
  valid_from: string;
  place: number;
  /** What the order sorts by before the place, see {@link Position}. */
  lead: string | number;
  item: StoredItem;
}

/** How many items a selection holds, in all and for each value of each filter. */
export interface Tally {
  total: number;
  counts: Counts;
}

/** Names that go on from what was typed. */
export interface NameCount {
  name: string;
  count: number;
}

type Condition = RawBuilder<unknown>;

const columnOf: Record<CatalogFilter, { column: string; many: boolean }> = {
  field: { column: 'field_id', many: false },
  level1: { column: 'level1', many: false },
  organ: { column: 'organs', many: true },
  audience: { column: 'audiences', many: true },
  method: { column: 'methods', many: true },
  channel: { column: 'channels', many: true },
  tier: { column: 'tiers', many: true },
};

const and = (conditions: readonly Condition[]) => sql.join(conditions, sql` and `);

/** The revisions that hold on a date, removals aside. */
function holding(asOf: string): Condition[] {
  return [
    sql`valid_from <= ${asOf}::date`,
    sql`(valid_to is null or valid_to > ${asOf}::date)`,
    sql`reason <> 'removed'`,
  ];
}

function chosen(choices: Choices): Condition[] {
  return catalogFilters.flatMap((filter) => {
    const values = choices[filter];
    if (!values) return [];
    const { column, many } = columnOf[filter];
    const name = sql.ref(column);
    return many
      ? [sql`${name} && ${[...values]}::text[]`]
      : [sql`${name} = any(${[...values]}::text[])`];
  });
}

/** Everything a selection asks for but its words. */
function limits({ asOf, choices, area }: Selection): Condition[] {
  const within = area === undefined ? [] : [sql`areas @> ${[area]}::text[]`];
  return [...holding(asOf), ...chosen(choices), ...within];
}

type TextColumn = 'name_text' | 'search_text';

/** Exact: the text holds every word. */
function holds(column: TextColumn, words: readonly string[]): Condition[] {
  return words.map((word) => sql`strpos(${sql.ref(column)}, ${word}) > 0`);
}

/** The same through the GIN index, which finds candidates, with the text to decide. */
function found(column: TextColumn, words: readonly string[]): Condition[] {
  if (words.length === 0) return [];
  const windows = [...new Set(words.flatMap(wordGrams))];
  const indexed = column === 'name_text' ? 'name_grams' : 'grams';
  return [sql`${sql.ref(indexed)} @> ${windows}::int4[]`, ...holds(column, words)];
}

/** For each word the rank of the best part of the item that holds it, all added up. */
function score(words: readonly string[]): Condition {
  const part = (n: number) => sql`split_part(search_text, ${rankSeparator}, ${sql.lit(n)})`;
  const ranks = words.map(
    (word) => sql`case
      when strpos(name_text, ${word}) > 0 then ${sql.lit(nameRank)}
      when strpos(${part(2)}, ${word}) > 0 then ${sql.lit(contentRank)}
      when strpos(${part(3)}, ${word}) > 0 then ${sql.lit(basisRank)}
      else ${sql.lit(restRank)} end`,
  );
  return sql`(${sql.join(ranks, sql` + `)})`;
}

/** 1 where the name holds every word, else 0. */
function isNamed(words: readonly string[]): Condition {
  return sql`case when ${and(holds('name_text', words))} then 1 else 0 end`;
}

function leadFor(order: Order, words: readonly string[]): Condition {
  if (order === 'score') return score(words);
  return order === 'named' ? isNamed(words) : leadOf[order];
}

const leadOf: Record<Exclude<Order, 'score' | 'named'>, Condition> = {
  catalog: sql`0`,
  updated: sql`valid_from`,
  name: sql`name_sort`,
};

const orderBy: Record<Order, Condition> = {
  catalog: sql`place, item_id`,
  updated: sql`valid_from desc, place, item_id`,
  name: sql`name_sort, place, item_id`,
  score: sql`lead desc, place, item_id`,
  named: sql`lead desc, place, item_id`,
};

/** The rows after a position, in a form the index of the order can start from. */
function after(order: Order, position: Position | undefined): Condition[] {
  if (!position) return [];
  const { lead, place, itemId } = position;
  const later = sql`(place, item_id) > (${place}::int4, ${itemId}::text)`;
  if (order === 'updated') {
    const date = sql`${lead}::date`;
    return [sql`valid_from <= ${date} and (valid_from < ${date} or ${later})`];
  }
  if (order === 'name') {
    const name = sql`${lead}::text collate "C"`;
    return [sql`name_sort >= ${name} and (name_sort > ${name} or ${later})`];
  }
  if (order === 'score' || order === 'named') {
    const score = sql`${lead}::int4`;
    return [sql`(lead < ${score} or (lead = ${score} and ${later}))`];
  }
  return [later];
}

const rowColumns = sql`revision, item_id, version_id, reason, valid_from, place`;

/** The catalog in SQL: the truth, the same on PGlite and PostgreSQL. */
export class CatalogStore {
  private readonly db: Kysely<Tables>;
  private readonly itemUrl: string | undefined;
  private readonly fetched: number;

  /**
   * @param itemUrl address of the official page of an item that names none, with `{id}`
   * @param fetched see {@link fetchedHits}
   */
  constructor(db: Kysely<Tables>, itemUrl?: string, fetched = fetchedHits) {
    this.db = db;
    this.itemUrl = itemUrl;
    this.fetched = fetched;
  }

  /** Counts a selection: exactly without words, else no further than {@link fetchedHits}. */
  async tally(selection: Selection): Promise<Tally> {
    const most = selection.words.length > 0 ? sql`limit ${this.fetched}` : sql``;
    const where = and([...limits(selection), ...found('search_text', selection.words)]);
    const counts = catalogFilters.map((filter) => {
      const { column, many } = columnOf[filter];
      const value = many ? sql`unnest(${sql.ref(column)})` : sql.ref(column);
      return sql`select ${sql.lit(filter)} as filter, ${value} as value, count(*)::int4 as n
        from hits group by 2`;
    });
    const columns = sql.join(catalogFilters.map((filter) => sql.ref(columnOf[filter].column)));
    const { rows } = await sql<{ filter: CatalogFilter | 'total'; value: string; n: number }>`
      with hits as materialized (select ${columns} from catalog_revisions where ${where} ${most})
      select 'total' as filter, '' as value, count(*)::int4 as n from hits
      union all ${sql.join(counts, sql` union all `)}`.execute(this.db);
    return toTally(rows);
  }

  /**
   * A page of a selection that is searched for nothing, or whose hits are walked in the order of
   * an index because there are many.
   */
  async walk(
    selection: Selection,
    order: 'catalog' | 'updated' | 'name',
    position: Position | undefined,
    limit: number,
  ): Promise<Row[]> {
    // Without the grams: the planner would fetch every hit and sort them.
    const where = and([
      ...limits(selection),
      ...holds('search_text', selection.words),
      ...after(order, position),
    ]);
    return this.rows(sql`
      select ${rowColumns}, ${leadOf[order]} as lead, item from catalog_revisions
      where ${where} order by ${orderBy[order]} limit ${limit}`);
  }

  /** A page of a search whose hits are all fetched and sorted. */
  async rank(
    selection: Selection,
    order: Order,
    position: Position | undefined,
    limit: number,
  ): Promise<Row[]> {
    const lead = leadFor(order, selection.words);
    const where = and([...limits(selection), ...found('search_text', selection.words)]);
    const rest = after(order, position);
    return this.rows(sql`
      with hits as materialized (
        select ${rowColumns}, name_sort, ${lead} as lead from catalog_revisions where ${where}
      ), page as (
        select * from hits ${rest.length > 0 ? sql`where ${and(rest)}` : sql``}
        order by ${orderBy[order]} limit ${limit}
      )
      select page.*, item from page join catalog_revisions using (revision)
      order by ${this.pageOrder(order)}`);
  }

  /**
   * A page of a search with more hits than are fetched: first the items whose name holds every word, then the
   * others, both in the order of the catalog.
   */
  async walkNamed(
    selection: Selection,
    position: Position | undefined,
    limit: number,
  ): Promise<Row[]> {
    const named =
      position === undefined || position.lead === 1
        ? await this.named(selection, position, limit)
        : [];
    if (named.length >= limit) return named;
    const rest = position?.lead === 0 ? position : undefined;
    return [...named, ...(await this.unnamed(selection, rest, limit - named.length))];
  }

  private async named(
    selection: Selection,
    position: Position | undefined,
    limit: number,
  ): Promise<Row[]> {
    const { words } = selection;
    const byIndex = [...limits(selection), ...found('name_text', words)];
    const many = (await this.countWhere(byIndex, rankedHits + 1)) > rankedHits;
    const where = and(
      many
        ? [...limits(selection), ...holds('name_text', words), ...after('catalog', position)]
        : byIndex,
    );
    if (many) {
      return this.rows(sql`
        select ${rowColumns}, 1 as lead, item from catalog_revisions
        where ${where} order by place, item_id limit ${limit}`);
    }
    const rest = after('catalog', position);
    return this.rows(sql`
      with hits as materialized (
        select ${rowColumns}, 1 as lead, item from catalog_revisions where ${where}
      )
      select * from hits ${rest.length > 0 ? sql`where ${and(rest)}` : sql``}
      order by place, item_id limit ${limit}`);
  }

  private unnamed(
    selection: Selection,
    position: Position | undefined,
    limit: number,
  ): Promise<Row[]> {
    const where = and([
      ...limits(selection),
      ...holds('search_text', selection.words),
      sql`not (${and(holds('name_text', selection.words))})`,
      ...after('catalog', position),
    ]);
    return this.rows(sql`
      select ${rowColumns}, 0 as lead, item from catalog_revisions
      where ${where} order by place, item_id limit ${limit}`);
  }

  /** Whole items by revision, in any order. */
  async revisions(revisions: readonly number[]): Promise<Map<number, StoredItem>> {
    if (revisions.length === 0) return new Map();
    const rows = await this.db
      .selectFrom('catalog_revisions')
      .select(['revision', 'item'])
      .where('revision', 'in', [...revisions])
      .execute();
    return new Map(rows.map(({ revision, item }) => [revision, item]));
  }

  /** An item as it stood on a date, also when it had been removed by then. */
  async get(itemId: string, asOf: string): Promise<CatalogItem | undefined> {
    const row = await this.fullItems()
      .where('r.item_id', '=', itemId)
      .where('r.valid_from', '<=', asOf)
      .where((where) => where.or([where('r.valid_to', 'is', null), where('r.valid_to', '>', asOf)]))
      .orderBy('r.valid_from', 'desc')
      .executeTakeFirst();
    return row && toItem(row, this.itemUrl);
  }

  /** The date from which an item holds first; absent when there is no such item. */
  async begins(itemId: string): Promise<string | undefined> {
    const row = await this.db
      .selectFrom('catalog_revisions')
      .select('valid_from')
      .where('item_id', '=', itemId)
      .orderBy('valid_from')
      .executeTakeFirst();
    return row?.valid_from;
  }

  /** Every item of a selection with everything it states, in the order of the catalog. */
  async *items(selection: Selection, itemId?: string): AsyncGenerator<CatalogItem> {
    const slice = 200;
    let position: Position | undefined;
    for (;;) {
      const where = and([
        ...limits(selection),
        ...holds('search_text', selection.words),
        ...(itemId === undefined ? [] : [sql`item_id = ${itemId}`]),
        ...after('catalog', position),
      ]);
      const rows = await this.fullItems()
        .select('r.place')
        .where(sql<boolean>`${where}`)
        .orderBy('r.place')
        .orderBy('r.item_id')
        .limit(slice)
        .execute();
      for (const row of rows) yield toItem(row, this.itemUrl);
      const last = rows.at(-1);
      if (!last || rows.length < slice) return;
      position = { lead: 0, place: last.place, itemId: last.item_id };
    }
  }

  private fullItems() {
    return this.db
      .selectFrom('catalog_revisions as r')
      .innerJoin('catalog_versions as v', 'v.id', 'r.version_id')
      .select([
        'r.item_id',
        'r.version_id',
        'r.reason',
        'r.valid_from',
        'r.item',
        'v.title',
        'v.effective_from',
        'v.published_at',
        'v.source',
        'v.added',
        'v.adjusted',
        'v.removed',
      ]);
  }

  /** Dated editions, newest first. */
  async versions(): Promise<CatalogVersion[]> {
    const rows = await this.db
      .selectFrom('catalog_versions')
      .selectAll()
      .orderBy('effective_from', 'desc')
      .orderBy('published_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ ...toVersion(row), id: row.id }));
  }

  /** Changes, newest first, with how many there are in all. */
  async changes(
    { item, field, reason, since, until }: ChangeSelection,
    position: ChangePosition | undefined,
    limit: number,
  ): Promise<{ rows: ChangeRow[]; total: number }> {
    const selected = this.db
      .selectFrom('catalog_revisions as r')
      .$if(item !== undefined, (q) => q.where('r.item_id', '=', item ?? ''))
      .$if(field !== undefined, (q) => q.where('r.field_id', 'in', field ?? []))
      .$if(reason !== undefined, (q) => q.where('r.reason', 'in', (reason ?? []) as ChangeReason[]))
      .$if(since !== undefined, (q) => q.where('r.valid_from', '>=', since ?? ''))
      .$if(until !== undefined, (q) => q.where('r.valid_from', '<=', until ?? ''));
    const { total } = await selected
      .select(sql<number>`count(*)::int4`.as('total'))
      .executeTakeFirstOrThrow();
    const rows = await selected
      .innerJoin('fields as f', 'f.id', 'r.field_id')
      .innerJoin('catalog_versions as v', 'v.id', 'r.version_id')
      .select(['r.revision', 'r.item_id', 'r.name', 'r.field_id', 'f.name as field_name'])
      .select(['r.reason', 'r.valid_from', 'r.version_id', 'v.title', 'r.changed'])
      .$if(position !== undefined, (q) =>
        q.where(
          sql<boolean>`(r.valid_from, r.revision) < (${position?.date}::date, ${position?.revision}::int4)`,
        ),
      )
      .orderBy('r.valid_from', 'desc')
      .orderBy('r.revision', 'desc')
      .limit(limit)
      .execute();
    return { total, rows: rows.map((row) => ({ revision: row.revision, change: toChange(row) })) };
  }

  /**
   * Distinct names that hold every word, as written, in 拼音 or by initials: names that begin with
   * the first word first, then names whose 拼音 does, then the others; the most frequent first.
   */
  async suggest(selection: Selection, limit: number): Promise<NameCount[]> {
    const line = (n: number) => sql`split_part(name_text, ${'\n'}, ${sql.lit(n)})`;
    const { words } = selection;
    const first = words[0] ?? '';
    const inName = words.map(
      (word) => sql`(strpos(${line(1)}, ${word}) > 0 or strpos(${line(2)}, ${word}) > 0
        or strpos(${line(3)}, ${word}) > 0)`,
    );
    const where = and([...limits(selection), ...found('name_text', words), ...inName]);
    const { rows } = await sql<NameCount>`
      with named as materialized (
        select name, name_sort, case
          when starts_with(${line(1)}, ${first}) then 0
          when starts_with(${line(2)}, ${first}) or starts_with(${line(3)}, ${first}) then 1
          else 2 end as class
        from catalog_revisions where ${where}
      )
      select name, count(*)::int4 as count from named
      group by name, name_sort, class
      order by class, count(*) desc, name_sort limit ${limit}`.execute(this.db);
    return rows;
  }

  private pageOrder(order: Order): Condition {
    if (order === 'score' || order === 'named') {
      return sql`page.lead desc, page.place, page.item_id`;
    }
    if (order === 'updated') return sql`page.valid_from desc, page.place, page.item_id`;
    if (order === 'name') return sql`page.name_sort, page.place, page.item_id`;
    return sql`page.place, page.item_id`;
  }

  private async countWhere(conditions: readonly Condition[], most: number): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int4 as n from (
        select 1 from catalog_revisions where ${and(conditions)} limit ${most}
      ) as hits`.execute(this.db);
    return rows[0]?.n ?? 0;
  }

  private async rows(query: RawBuilder<unknown>): Promise<Row[]> {
    const { rows } = await (query as RawBuilder<Row>).execute(this.db);
    return rows;
  }
}

/** What the changes are limited by. */
export interface ChangeSelection {
  item?: string | undefined;
  field?: string[] | undefined;
  reason?: string[] | undefined;
  since?: string | undefined;
  until?: string | undefined;
}

/** The last change of a page. */
export interface ChangePosition {
  date: string;
  revision: number;
}

export interface ChangeRow {
  revision: number;
  change: CatalogChange;
}

function toTally(rows: { filter: CatalogFilter | 'total'; value: string; n: number }[]): Tally {
  let total = 0;
  const counts = {} as Record<CatalogFilter, Map<string, number>>;
  for (const filter of catalogFilters) counts[filter] = new Map();
  for (const { filter, value, n } of rows) {
    if (filter === 'total') total = n;
    else counts[filter].set(value, n);
  }
  return { total, counts };
}

interface VersionRow {
  title: string;
  effective_from: string;
  published_at: string;
  source: string;
  added: number;
  adjusted: number;
  removed: number;
}

function toVersion(row: VersionRow): Omit<CatalogVersion, 'id'> {
  return {
    title: row.title,
    effectiveFrom: row.effective_from,
    publishedAt: row.published_at,
    source: row.source,
    added: row.added,
    adjusted: row.adjusted,
    removed: row.removed,
  };
}

interface ItemRow extends VersionRow {
  item_id: string;
  version_id: string;
  reason: ChangeReason;
  valid_from: string;
  item: StoredItem;
}

function withUrl(item: StoredItem, itemUrl: string | undefined): StoredItem {
  if (item.url !== undefined || itemUrl === undefined) return item;
  return { ...item, url: itemUrl.replaceAll('{id}', encodeURIComponent(item.id)) };
}

function toItem(row: ItemRow, itemUrl: string | undefined): CatalogItem {
  return {
    ...withUrl(row.item, itemUrl),
    change: { reason: row.reason, effectiveFrom: row.valid_from, versionId: row.version_id },
    version: { id: row.version_id, ...toVersion(row) },
  };
}

/** What a list shows of a stored item. */
export function toSummary(row: Omit<Row, 'lead'>, itemUrl: string | undefined): CatalogItemSummary {
  const item = withUrl(row.item, itemUrl);
  const { id, name, field, level1, level2, level3, subject, timeLimit, url } = item;
  return {
    id,
    name,
    field,
    level1,
    level2,
    ...(level3 !== undefined && { level3 }),
    subject,
    timeLimit,
    methods: row.item.methods,
    audiences: row.item.audiences,
    tiers: row.item.tiers,
    ...(url !== undefined && { url }),
    change: { reason: row.reason, effectiveFrom: row.valid_from, versionId: row.version_id },
  };
}

interface ChangeColumns {
  item_id: string;
  name: string;
  field_id: string;
  field_name: string;
  reason: ChangeReason;
  valid_from: string;
  version_id: string;
  title: string;
  changed: string[];
}

function toChange(row: ChangeColumns): CatalogChange {
  return {
    itemId: row.item_id,
    name: row.name,
    field: { id: row.field_id, name: row.field_name },
    reason: row.reason,
    effectiveFrom: row.valid_from,
    versionId: row.version_id,
    versionTitle: row.title,
    changed: row.changed,
  };
}
