import { textOfBlocks } from '@open-info/contract/blocks';
import {
  policyLevelWords,
  validityWords,
  type DocumentFacets,
  type DocumentListQuery,
  type DocumentPage,
} from '@open-info/contract/documents';
import type { FacetOption } from '@open-info/contract/facets';
import { sql, type RawBuilder } from 'kysely';
import { badCursor, decode, encode, fingerprint, isDate } from '../catalog/cursor.ts';
import { excerptOf } from '../search/excerpt.ts';
import type { Service } from '../service.ts';
import { readingOf, validitySql, type Reading } from './public.ts';
import {
  documentFilters,
  selected,
  toSelection,
  without,
  type DocumentFilter,
  type Selection,
} from './selection.ts';
import { summaries, toSummary } from './summary.ts';

type Sort = NonNullable<DocumentListQuery['sort']>;

/** How many a selection holds, in all and for each value of each filter. */
interface Tally {
  total: number;
  counts: Record<string, Map<string, number>>;
}

/** What was worked out for one state of the data and one day. */
interface Memory {
  state: string;
  organs: Promise<ReadonlyMap<string, string>>;
  tallies: Map<string, Promise<Tally>>;
}

/** So many tallies are remembered. */
const mostTallies = 500;
/** A facet shows at most so many values. */
const mostOptions = 100;

/** 政策文件 as lists. */
export class DocumentLists {
  private readonly service: Pick<Service, 'db' | 'now' | 'published'>;
  private memory: Memory | undefined;

  constructor(service: Pick<Service, 'db' | 'now' | 'published'>) {
    this.service = service;
  }

  async list(query: DocumentListQuery): Promise<DocumentPage> {
    const now = readingOf(this.service);
    const organs = await this.remembered(now.today).organs;
    const selection = toSelection(query, organs);
    const searched = selection.words.length > 0;
    const sort =
      query.sort === undefined || query.sort === 'relevance'
        ? searched
          ? 'relevance'
          : 'issued'
        : query.sort;
    const print = fingerprint([sort, selection]);
    const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor, print, sort);
    // A list read over midnight stays one list.
    const reading = { ...now, today: cursor?.today ?? now.today };
    const limit = query.limit ?? 20;

    const { total, counts } = await this.tally(reading, selection, query.facets === 'true');
    const rows = await pageRows(reading, selection, sort, cursor, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => ({
        ...toSummary(row),
        ...(searched && excerptIn(row, selection.words.flat())),
      })),
      ...(last && {
        next: encode([print, reading.today, leadOf(last, sort), last.issued_on, last.id]),
      }),
      total,
      asOf: reading.today,
      updatedAt: this.service.published.updatedAt,
      ...(query.facets === 'true' && {
        facets: await this.facets(reading, selection, counts, organs),
      }),
    };
  }

  private async facets(
    reading: Reading,
    selection: Selection,
    counts: Tally['counts'],
    organs: ReadonlyMap<string, string>,
  ): Promise<DocumentFacets> {
    const facets: DocumentFacets = {};
    for (const filter of documentFilters) {
      const chosen = selection.choices[filter];
      const own = chosen
        ? (await this.tally(reading, without(selection, filter), true)).counts
        : counts;
      facets[filter] = options(filter, own[filter], chosen ?? [], organs);
    }
    const years = [...(counts.year ?? [])].map(([value, count]) => ({
      value,
      label: value,
      count,
    }));
    facets.year = years.sort((a, b) => (a.value < b.value ? 1 : -1));
    return facets;
  }

  private tally(reading: Reading, selection: Selection, counted: boolean): Promise<Tally> {
    const { tallies } = this.remembered(readingOf(this.service).today);
    const key = JSON.stringify([reading.today, counted, selection]);
    const known = tallies.get(key);
    if (known) return known;
    const tally = counted ? tallyAll(reading, selection) : count(reading, selection);
    tallies.set(key, tally);
    tally.catch(() => tallies.delete(key));
    const oldest = tallies.size > mostTallies ? tallies.keys().next().value : undefined;
    if (oldest !== undefined) tallies.delete(oldest);
    return tally;
  }

  private remembered(today: string): Memory {
    const state = `${String(this.service.published.dataVersion)} ${today}`;
    if (this.memory?.state === state) return this.memory;
    const organs = readOrgans(this.service);
    const memory: Memory = { state, organs, tallies: new Map() };
    organs.catch(() => {
      if (this.memory === memory) this.memory = undefined;
    });
    this.memory = memory;
    return memory;
  }
}

async function readOrgans({ db }: Pick<Service, 'db'>): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('organs').select(['id', 'name']).orderBy('position').execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function count(reading: Reading, selection: Selection): Promise<Tally> {
  const { total } = await selected(reading, selection)
    .select(sql<number>`count(*)::int4`.as('total'))
    .executeTakeFirstOrThrow();
  return { total, counts: {} };
}

async function tallyAll(reading: Reading, selection: Selection): Promise<Tally> {
  const hits = selected(reading, selection).select([
    'd.organs',
    'd.topics',
    'd.kind',
    'd.level',
    validitySql(reading.today).as('validity'),
    sql<string>`substr(d.issued_on::text, 1, 4)`.as('year'),
  ]);
  const values: Record<DocumentFilter | 'year', RawBuilder<string>> = {
    organ: sql`unnest(organs)`,
    topic: sql`unnest(topics)`,
    kind: sql`kind`,
    level: sql`level`,
    validity: sql`validity`,
    year: sql`year`,
  };
  const counts = Object.entries(values).map(
    ([filter, value]) => sql`
      select ${sql.lit(filter)} as filter, ${value} as value, count(*)::int4 as n
      from hits group by 2`,
  );
  const { rows } = await sql<{ filter: string; value: string; n: number }>`
    with hits as materialized (${hits})
    select 'total' as filter, '' as value, count(*)::int4 as n from hits
    union all ${sql.join(counts, sql` union all `)}`.execute(reading.db);
  const tally: Tally = { total: 0, counts: {} };
  for (const { filter, value, n } of rows) {
    if (filter === 'total') tally.total = n;
    else (tally.counts[filter] ??= new Map()).set(value, n);
  }
  return tally;
}

const fixedWords: Partial<Record<DocumentFilter, Readonly<Record<string, { zh: string }>>>> = {
  level: policyLevelWords,
  validity: validityWords,
};

/** Values most frequent first; levels and validities in their own order. A choice always shows. */
function options(
  filter: DocumentFilter,
  counts: ReadonlyMap<string, number> | undefined,
  chosen: readonly string[],
  organs: ReadonlyMap<string, string>,
): FacetOption[] {
  const words = fixedWords[filter];
  const label = (value: string) =>
    words?.[value]?.zh ?? (filter === 'organ' ? organs.get(value) : undefined) ?? value;
  const order = words ? Object.keys(words) : [];
  const all = new Map([...chosen.map((value) => [value, 0] as const), ...(counts ?? [])]);
  return [...all]
    .map(([value, count]) => ({ value, label: label(value), count }))
    .sort(
      (a, b) =>
        order.indexOf(a.value) - order.indexOf(b.value) ||
        b.count - a.count ||
        (a.label < b.label ? -1 : 1),
    )
    .filter(({ value }, place) => place < mostOptions || chosen.includes(value));
}

/** The last row of a page: the next page begins after it. */
interface Cursor {
  today: string;
  /** The score, the day or the moment the list is sorted by. */
  lead: string | number;
  issuedOn: string;
  id: string;
}

function readCursor(text: string, print: string, sort: Sort): Cursor {
  const [itsPrint, today, lead, issuedOn, id] = decode(text, 5);
  const isSound =
    itsPrint === print &&
    isDate(today) &&
    isDate(issuedOn) &&
    typeof id === 'string' &&
    (sort === 'relevance' ? typeof lead === 'number' : isMoment(lead));
  if (!isSound || lead === undefined) throw badCursor();
  return { today, lead, issuedOn, id };
}

const isMoment = (lead: unknown): boolean =>
  typeof lead === 'string' && isDate(lead.slice(0, 10)) && !Number.isNaN(Date.parse(lead));

const titleRank = 4;
const numberRank = 3;
const textRank = 1;

/** For each word the rank of the best part of the document that holds it, all added up. */
function score(words: Selection['words']): RawBuilder<number> {
  const within = (column: string, ways: readonly string[]) =>
    sql.join(
      ways.map((way) => sql`strpos(${sql.ref(column)}, ${way}) > 0`),
      sql` or `,
    );
  const ranks = words.map(
    (ways) => sql`case
      when ${within('d.title_text', ways)} then ${sql.lit(titleRank)}
      when ${within('d.number_text', ways)} then ${sql.lit(numberRank)}
      else ${sql.lit(textRank)} end`,
  );
  return sql<number>`(${sql.join(ranks, sql` + `)})::int4`;
}

const leads: Record<
  Sort,
  { type: RawBuilder<unknown>; of: (words: Selection['words']) => RawBuilder<string | number> }
> = {
  issued: { type: sql`date`, of: () => sql<string>`d.issued_on` },
  published: { type: sql`timestamptz`, of: () => sql<string>`d.released_at` },
  relevance: { type: sql`int4`, of: score },
};

/** The rows of a page in an order of which an index of `d` holds the first column. */
async function pageRows(
  reading: Reading,
  selection: Selection,
  sort: Sort,
  cursor: Cursor | undefined,
  limit: number,
) {
  const { type, of } = leads[sort];
  const lead = of(selection.words);
  let page = selected(reading, selection)
    .select(['d.id', lead.as('lead')])
    .orderBy(lead, 'desc');
  if (sort === 'relevance') page = page.orderBy('d.issued_on', 'desc');
  page = page.orderBy('d.id', 'desc').limit(limit);
  if (cursor) {
    const { id, issuedOn } = cursor;
    const last = sql`${cursor.lead}::${type}`;
    page = page.where(
      sort === 'relevance'
        ? sql<boolean>`(${lead}, d.issued_on, d.id) < (${last}, ${issuedOn}::date, ${id})`
        : sql<boolean>`(${lead}, d.id) < (${last}, ${id})`,
    );
  }
  const order = await page.execute();
  if (order.length === 0) return [];
  const rows = await summaries(reading)
    .$if(selection.words.length > 0, (query) => query.select('d.body'))
    .where(
      'd.id',
      'in',
      order.map(({ id }) => id),
    )
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return order.flatMap(({ id, lead: value }) => {
    const row = byId.get(id);
    return row ? { ...row, lead: value } : [];
  });
}

type PageRow = Awaited<ReturnType<typeof pageRows>>[number];

const leadOf = ({ lead, released_at: released }: PageRow, sort: Sort): string | number =>
  sort === 'published' ? (released ?? '') : lead;

function excerptIn({ attribute, body }: PageRow, words: readonly string[]) {
  if (attribute !== 'open' || body === undefined) return {};
  const excerpt = excerptOf(textOfBlocks(body), words);
  return excerpt === undefined ? {} : { excerpt };
}
