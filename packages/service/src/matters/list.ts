import {
  audienceWords,
  channelWords,
  matterTypeWords,
  type MatterFacets,
  type MatterListQuery,
  type MatterPage,
} from '@open-info/contract/matters';
import { sql, type RawBuilder } from 'kysely';
import { badCursor, decode, encode, fingerprint, isDate, isInt4 } from '../catalog/cursor.ts';
import { badQuery } from '../catalog/selection.ts';
import type { Reading } from '../documents/public.ts';
import { excerptOf } from '../search/excerpt.ts';
import { holdsOneOfEach } from '../search/match.ts';
import { waysToSay } from '../search/synonyms.ts';
import { searchWords } from '../search/text.ts';
import { linesOf } from './content.ts';
import { publicMatters } from './public.ts';
import { toSummary, wholeMatters, type MatterRow } from './summary.ts';

/** Filters whose values are counted, each disregarding its own choice. */
const matterFilters = ['organ', 'theme', 'field', 'audience', 'type', 'channel'] as const;
type MatterFilter = (typeof matterFilters)[number];

/** Which matters a list is about. */
interface Selection {
  /** Each word in the ways it may be written. */
  words: readonly (readonly string[])[];
  choices: Partial<Record<MatterFilter, readonly string[]>>;
  bundle?: boolean | undefined;
}

/** A column for each filter; an array column holds several values. */
const columns: Readonly<Record<MatterFilter, { name: string; isList: boolean }>> = {
  organ: { name: 'organ_id', isList: false },
  theme: { name: 'themes', isList: true },
  field: { name: 'fields', isList: true },
  audience: { name: 'audiences', isList: true },
  type: { name: 'type', isList: false },
  channel: { name: 'channels', isList: true },
};

/** A facet shows at most so many values. */
const mostOptions = 100;

function toSelection(query: MatterListQuery): Selection {
  const choices: Selection['choices'] = {};
  for (const filter of matterFilters) {
    const values = [...new Set(query[filter] ?? [])].sort();
    if (values.length > 0) choices[filter] = values;
  }
  return {
    words: searchWords(query.q).map((word) => waysToSay(word, true)),
    choices,
    bundle: query.bundle === undefined ? undefined : query.bundle === 'true',
  };
}

/** The public matters of a selection, as `m`. */
function selected(reading: Reading, { words, choices, bundle }: Selection) {
  let query = publicMatters(reading);
  for (const filter of matterFilters) {
    const values = choices[filter];
    if (!values) continue;
    const { name, isList } = columns[filter];
    const column = sql.ref(`m.${name}`);
    const list = sql`${[...values]}::text[]`;
    query = query.where(
      isList ? sql<boolean>`${column} && ${list}` : sql<boolean>`${column} = any(${list})`,
    );
  }
  if (bundle !== undefined) query = query.where('m.bundle', '=', bundle);
  return words.length > 0 ? query.where(holdsOneOfEach('m', words)) : query;
}

function without(selection: Selection, filter: MatterFilter): Selection {
  return { ...selection, choices: { ...selection.choices, [filter]: undefined } };
}

/** The last row of a page: the next page begins after it. */
interface Cursor {
  score: number;
  nameSort: string;
  id: string;
}

function readCursor(text: string, print: string): Cursor & { asOf: string } {
  const [itsPrint, asOf, score, nameSort, id] = decode(text, 5);
  const isSound =
    itsPrint === print &&
    isDate(asOf) &&
    isInt4(score) &&
    typeof nameSort === 'string' &&
    typeof id === 'string';
  if (!isSound) throw badCursor();
  return { asOf, score, nameSort, id };
}

const ownWordRank = 5;
const nameRank = 4;
const textRank = 1;

/** Within the name or the codes, in the person's own word or another; elsewhere in the guide. */
function score(words: Selection['words']): RawBuilder<number> {
  const inName = (way: string) => sql`strpos(m.title_text, ${way}) > 0`;
  const ranks = words.map(
    ([own = '', ...others]) => sql`case
      when ${inName(own)} or strpos(m.code_text, ${own}) > 0 then ${sql.lit(ownWordRank)}
      when ${sql.join([sql`false`, ...others.map(inName)], sql` or `)} then ${sql.lit(nameRank)}
      else ${sql.lit(textRank)} end`,
  );
  return sql<number>`(${sql.join([sql`0`, ...ranks], sql` + `)})::int4`;
}

/** 政务服务事项 as a list: the best match first, else by the 拼音 of the name. */
export async function listMatters(
  reading: Reading,
  query: MatterListQuery,
  updatedAt: string,
): Promise<MatterPage> {
  const organs = await organNames(reading);
  const faults = (query.organ ?? []).filter((id) => !organs.has(id));
  if (faults.length > 0) throw unknownOrgan(faults, [...organs.keys()]);
  const selection = toSelection(query);
  const isRanked = selection.words.length > 0 && query.sort !== 'name';
  const print = fingerprint([isRanked, selection]);
  const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor, print);
  const limit = query.limit ?? 20;
  const rows = await pageRows(reading, selection, { isRanked, cursor, limit: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const asOf = cursor?.asOf ?? reading.today;
  return {
    items: rows.slice(0, limit).map((row) => ({
      ...toSummary(row),
      ...excerptIn(row, selection.words),
    })),
    ...(last && { next: encode([print, asOf, last.score, last.name_sort, last.id]) }),
    total: await count(reading, selection),
    asOf,
    updatedAt,
    ...(query.facets === 'true' && { facets: await facets(reading, selection, organs) }),
  };
}

async function organNames({ db }: Reading): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('organs').select(['id', 'name']).orderBy('position').execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const unknownOrgan = (values: readonly string[], known: readonly string[]) => {
  const such = known.slice(0, 5).join(', ');
  return badQuery(
    values.map((value) => ({
      field: 'organ',
      message: { zh: `没有“${value}”这个值`, en: `there is no value "${value}"` },
      expected: { zh: `例如 ${such}`, en: `for example ${such}` },
    })),
  );
};

async function pageRows(
  reading: Reading,
  selection: Selection,
  asked: { isRanked: boolean; cursor: Cursor | undefined; limit: number },
): Promise<(MatterRow & { score: number; name_sort: string })[]> {
  const { isRanked, cursor, limit } = asked;
  const rank = score(isRanked ? selection.words : []);
  let page = selected(reading, selection)
    .select(['m.id', 'm.name_sort', rank.as('score')])
    .orderBy(rank, 'desc')
    .orderBy('m.name_sort')
    .orderBy('m.id')
    .limit(limit);
  if (cursor) {
    const after = sql`(${-cursor.score}::int4, ${cursor.nameSort}, ${cursor.id})`;
    page = page.where(sql<boolean>`(-${rank}, m.name_sort, m.id) > ${after}`);
  }
  const order = await page.execute();
  if (order.length === 0) return [];
  const whole = await wholeMatters(reading)
    .where(
      'm.id',
      'in',
      order.map(({ id }) => id),
    )
    .execute();
  const byId = new Map(whole.map((row) => [row.id, row]));
  return order.flatMap((one) => {
    const row = byId.get(one.id);
    return row ? { ...row, ...one } : [];
  });
}

async function count(reading: Reading, selection: Selection): Promise<number> {
  const { total } = await selected(reading, selection)
    .select(sql<number>`count(*)::int4`.as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

async function facets(
  reading: Reading,
  selection: Selection,
  organs: ReadonlyMap<string, string>,
): Promise<MatterFacets> {
  const counts = matterFilters.map((filter) => {
    const { name, isList } = columns[filter];
    const column = sql.ref(`m.${name}`);
    const value = isList ? sql<string>`unnest(${column})` : sql<string>`${column}`;
    const hits = selected(reading, without(selection, filter)).select(value.as('value'));
    return sql`select ${sql.lit(filter)} as filter, value, count(*)::int4 as n
      from (${hits}) as hits where value is not null group by value`;
  });
  const { rows } = await sql<{ filter: MatterFilter; value: string; n: number }>`
    ${sql.join(counts, sql` union all `)}`.execute(reading.db);
  const fields = await reading.db.selectFrom('fields').select(['id', 'name']).execute();
  const words: Partial<Record<MatterFilter, ReadonlyMap<string, string>>> = {
    organ: organs,
    field: new Map(fields.map(({ id, name }) => [id, name])),
    audience: zhOf(audienceWords),
    type: zhOf(matterTypeWords),
    channel: zhOf(channelWords),
  };
  return Object.fromEntries(
    matterFilters.map((filter) => {
      const chosen = selection.choices[filter] ?? [];
      const found = rows.filter((row) => row.filter === filter);
      const values = new Map(chosen.map((value) => [value, 0]));
      for (const { value, n } of found) values.set(value, n);
      return [filter, options(values, words[filter], chosen)];
    }),
  );
}

const zhOf = (words: Readonly<Record<string, { zh: string }>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(words).map(([code, { zh }]) => [code, zh]));

/** Values most frequent first; a choice always shows. */
function options(
  values: ReadonlyMap<string, number>,
  words: ReadonlyMap<string, string> | undefined,
  chosen: readonly string[],
): MatterFacets[string] {
  return [...values]
    .map(([value, n]) => ({ value, label: words?.get(value) ?? value, count: n }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .filter(({ value }, place) => place < mostOptions || chosen.includes(value));
}

function excerptIn({ content }: MatterRow, words: Selection['words']): object {
  if (words.length === 0) return {};
  const excerpt = excerptOf(linesOf(content).join('\n'), words.flat());
  return excerpt === undefined ? {} : { excerpt };
}
