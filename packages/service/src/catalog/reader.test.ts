import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  catalogFilters,
  type CatalogFilter,
  type CatalogItemSummary,
  type CatalogListQuery,
  type CatalogSort,
} from '@open-info/contract/catalog';
import { pick, seededRandom, variedRows, type Random } from '../../test/catalog-rows.ts';
import { openTestDatabase } from '../../test/database.ts';
import type { Database } from '../database/open.ts';
import { watchPublished, type Published } from '../database/published.ts';
import { createLog } from '../http/log.ts';
import { ProblemError } from '../http/problem.ts';
import { seed } from '../seed.ts';
import type { Settings } from '../settings.ts';
import { applyEdition } from './editions.ts';
import type { Reading } from './read-index-keeper.ts';
import { CatalogReader } from './reader.ts';
import type { CatalogRow } from './row.ts';
import { spell } from '../search/text.ts';
import type { StoredItem } from './search-text.ts';

/** A revision as the test reads it, with everything that decides what a query must find. */
interface Revision {
  id: string;
  reason: string;
  from: string;
  to: string | null;
  place: number;
  nameSort: string;
  areas: string[];
  item: StoredItem;
  /** Lines by rank: name 4, content 3, basis 2, the rest 1. */
  lines: Map<number, string[]>;
  /** The same, each rank as one text. */
  texts: Map<number, string>;
}

const noon = new Date('2026-11-22T12:00:00+08:00');
const today = '2026-11-22';

// The test's own reading of "normalised", so that a fault in the service's is seen.
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

const printed: Record<string, string> = {
  proactive: '主动公开',
  onRequest: '依申请公开',
  everyone: '全社会',
  specific: '特定群体',
  county: '县级',
  township: '乡级',
  community: '社区',
};

function linesOf(item: StoredItem): Map<number, string[]> {
  const names = [item.name, item.level1, item.level2, item.level3 ?? ''].map(plain);
  const rest = [
    item.timeLimit.text,
    item.subject.text,
    ...item.subject.organs.map(({ name }) => name),
    ...item.methods.map((code) => printed[code] ?? code),
    ...item.channels.map(({ name }) => name),
    ...item.audiences.map(({ scope, note }) => `${printed[scope] ?? scope}${note ?? ''}`),
    item.field.name,
    ...item.tiers.map((code) => printed[code] ?? code),
    item.reportingUnit ?? '',
    ...Object.values(item.extensions),
  ];
  return new Map([
    [4, names.flatMap((name) => [name, spell(name).full, spell(name).initials])],
    [3, item.content.map(plain)],
    [2, item.basis.map(plain)],
    [1, rest.map(plain)],
  ]);
}

function rankOf(revision: Revision, word: string): number {
  for (const rank of [4, 3, 2, 1]) {
    if (revision.texts.get(rank)?.includes(word)) return rank;
  }
  return 0;
}

const valuesOf: Record<CatalogFilter, (item: StoredItem) => string[]> = {
  field: (item) => [item.field.id],
  level1: (item) => [item.level1],
  organ: (item) => item.subject.organs.map(({ id }) => id),
  audience: (item) => [...new Set(item.audiences.map(({ scope }) => scope))],
  method: (item) => item.methods,
  channel: (item) => item.channels.map(({ name }) => name),
  tier: (item) => item.tiers,
};

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}

const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('reading the catalog', () => {
  let database: Database;
  let published: Published;
  let revisions: Revision[];
  let clock = noon;
  let sql: CatalogReader;
  let index: CatalogReader;
  /** SQL again, walking where it would else fetch, as it does with more than 10,000 hits. */
  let walking: CatalogReader;

  const serviceWith = (readIndex: Settings['readIndex']): Reading => ({
    db: database.db,
    published,
    log: createLog('silent'),
    now: () => clock,
    settings: { port: 0, host: '', data: 'memory', logLevel: 'silent', readIndex },
  });

  before(async () => {
    database = await openTestDatabase();
    const writer = { db: database.db, now: () => noon };
    await seed(writer);
    const rows = [...variedRows(1_400)];
    const edition = (effectiveFrom: string, of: CatalogRow[], complete = false) =>
      applyEdition(writer, of, {
        title: `目录（${effectiveFrom}）`,
        effectiveFrom,
        source: 'test',
        complete,
      });
    await edition('2026-03-01', rows);
    const kept = rows.filter((_, n) => n % 40 !== 7);
    const adjusted = kept.map((row, n) =>
      n % 25 === 3 ? { ...row, timeLimit: '自变更之日起7个工作日内' } : row,
    );
    await edition('2026-06-01', adjusted, true);
    const later = adjusted
      .slice(0, 1_200)
      .map((row, n) =>
        n % 30 === 5 ? { ...row, content: [...row.content, '明年新增的内容'] } : row,
      );
    await edition('2027-01-01', later, true);
    published = await watchPublished(database.db, 0);
    const found = await database.db.selectFrom('catalog_revisions').selectAll().execute();
    const toRevision = (row: (typeof found)[number]) => ({
      id: row.item_id,
      reason: row.reason,
      from: row.valid_from,
      to: row.valid_to,
      place: row.place,
      nameSort: row.name_sort,
      areas: row.areas,
      item: row.item,
      lines: linesOf(row.item),
    });
    revisions = found.map(toRevision).map((revision) => ({
      ...revision,
      texts: new Map([...revision.lines].map(([rank, lines]) => [rank, lines.join('\n')])),
    }));
    sql = new CatalogReader(serviceWith('off'));
    index = new CatalogReader(serviceWith('on'));
    walking = new CatalogReader(serviceWith('off'), 1_001);
    await index.indexed();
  });

  after(async () => {
    published.close();
    await database.close();
  });

  const holding = (date: string) =>
    revisions.filter(
      ({ from, to, reason }) => from <= date && (to === null || to > date) && reason !== 'removed',
    );

  function matching(query: CatalogListQuery, except?: CatalogFilter): Revision[] {
    const words = wordsOf(query);
    return holding(query.asOf ?? today).filter(
      (revision) =>
        words.every((word) => rankOf(revision, word) > 0) &&
        (query.area === undefined || revision.areas.includes(query.area)) &&
        catalogFilters.every((filter) => {
          const wanted = query[filter];
          if (wanted === undefined || filter === except) return true;
          return valuesOf[filter](revision.item).some((value) => wanted.includes(value));
        }),
    );
  }

  const wordsOf = ({ q = '' }: CatalogListQuery) =>
    [...new Set(q.split(/\s+/).map(plain))].filter((word) => word !== '');

  /** What a query must answer, found by looking at every item. */
  function truth(query: CatalogListQuery): string[] {
    const words = wordsOf(query);
    const hits = matching(query);
    const byPlace = (a: Revision, b: Revision) =>
      a.place - b.place || Buffer.compare(bytes(a.id), bytes(b.id));
    const score = (revision: Revision) =>
      words.reduce((sum, word) => sum + rankOf(revision, word), 0);
    const lead = (revision: Revision) =>
      hits.length > 1_000 ? Number(score(revision) === 4 * words.length) : score(revision);
    const sorts: Record<CatalogSort, (a: Revision, b: Revision) => number> = {
      catalog: byPlace,
      updated: (a, b) => (a.from === b.from ? byPlace(a, b) : a.from < b.from ? 1 : -1),
      name: (a, b) => Buffer.compare(bytes(a.nameSort), bytes(b.nameSort)) || byPlace(a, b),
      relevance: (a, b) => (words.length > 0 ? lead(b) - lead(a) : 0) || byPlace(a, b),
    };
    return hits.sort(sorts[query.sort ?? 'relevance']).map(({ id }) => id);
  }

  /** The ids of a list, read page by page; at most `pages`. */
  async function read(reader: CatalogReader, query: CatalogListQuery, pages: number) {
    const ids: string[] = [];
    let cursor: string | undefined;
    let total = 0;
    let isLowerBound = false;
    for (let page = 0; page < pages; page++) {
      const answer = await reader.list({ ...query, cursor });
      ids.push(...answer.items.map((text) => (JSON.parse(text) as CatalogItemSummary).id));
      total = answer.total;
      isLowerBound = answer.totalIsLowerBound ?? false;
      cursor = answer.next;
      if (cursor === undefined) break;
    }
    return { ids, total, isLowerBound, isWhole: cursor === undefined };
  }

  async function agrees(query: CatalogListQuery, pages: number): Promise<void> {
    const expected = truth(query);
    const paths = expected.length > 1_000 ? { sql, index, walking } : { sql, index };
    for (const [path, reader] of Object.entries(paths)) {
      const { ids, total, isLowerBound, isWhole } = await read(reader, query, pages);
      const message = `${path} ${JSON.stringify(query)}`;
      assert.deepEqual(ids, isWhole ? expected : expected.slice(0, ids.length), message);
      if (isLowerBound) assert.ok(total === 1_000 && expected.length > 1_000, message);
      else assert.equal(total, expected.length, message);
    }
  }

  function substring(random: Random, length: number): string {
    for (;;) {
      const { lines } = pick(random, holding(today));
      const line = pick(random, [...(lines.get(1 + Math.floor(random() * 4)) ?? []), '']);
      if (line.length < length) continue;
      const start = Math.floor(random() * (line.length - length + 1));
      return line.slice(start, start + length);
    }
  }

  test('a search finds exactly the items that hold its words, in order, on both paths', async () => {
    const random = seededRandom(7);
    for (let n = 0; n < 200; n++) {
      const words = Array.from({ length: 1 + Math.floor(random() ** 3 * 3) }, () =>
        substring(random, 1 + Math.floor(random() * 6)),
      );
      await agrees({ q: words.join(' '), limit: 100 }, 2);
    }
  });

  test('with more than 1,000 hits SQL says so, and the index, which knows, gives the number', async () => {
    const query = { q: '公开' };
    const fromSql = await sql.list(query);
    assert.ok(fromSql.totalIsLowerBound === true && fromSql.total === 1_000);
    const fromIndex = await index.list(query);
    assert.equal(fromIndex.total, truth(query).length);
    assert.equal(fromIndex.totalIsLowerBound, undefined);
  });

  test('words nobody wrote find nothing', async () => {
    for (const q of ['龘', '魑魅', '公政', 'qqxx', '公开 龘', '政府政府网站']) {
      await agrees({ q }, 1);
      assert.equal(truth({ q }).length, 0, q);
    }
  });

  test('a 文号 is found in every bracket style', async () => {
    const random = seededRandom(11);
    const numbers = holding(today).flatMap(({ item }) =>
      [...item.content, ...item.basis].flatMap((text) => [
        ...text.matchAll(/([\p{Script=Han}]{2,4})[〔[(（【]?(20\d\d)[〕\])）】]?(\d+)号/gu),
      ]),
    );
    assert.ok(numbers.length > 100);
    for (let n = 0; n < 12; n++) {
      const [, paper = '', year = '', number = ''] = pick(random, numbers);
      const answers = new Set<string>();
      for (const style of ['〔〕', '[]', '()', '（）', '【】', '［］', '']) {
        const [open = '', close = ''] = style;
        const query = { q: `${paper}${open}${year}${close}${number}号`, limit: 100 };
        await agrees(query, 1);
        answers.add((await read(sql, query, 1)).ids.join());
      }
      assert.equal(answers.size, 1);
      assert.ok(!answers.has(''));
    }
  });

  test('names are found by full 拼音 and by initials', async () => {
    const random = seededRandom(13);
    for (let n = 0; n < 12; n++) {
      const { id, item } = pick(random, holding(today));
      const { full, initials } = spell(plain(item.name));
      for (const q of [full, initials, full.slice(0, 5), initials.slice(0, 3)]) {
        await agrees({ q, limit: 100 }, 1);
        assert.ok(truth({ q }).includes(id), q);
      }
    }
  });

  test('any filters, sorts, dates and words together give the same list page by page', async () => {
    const random = seededRandom(17);
    const facets = (await sql.list({})).facets;
    const areas = ['420103', '420103001', '420103001002'];
    for (let n = 0; n < 60; n++) {
      const query: CatalogListQuery = { limit: 5 + Math.floor(random() * 60) };
      for (const filter of catalogFilters) {
        if (random() > 0.25) continue;
        const values = facets[filter].map(({ value }) => value);
        query[filter] = Array.from({ length: 1 + Math.floor(random() * 2) }, () =>
          pick(random, values),
        );
      }
      if (random() < 0.2) query.area = pick(random, areas);
      if (random() < 0.5) query.q = substring(random, 1 + Math.floor(random() * 3));
      if (random() < 0.2) query.q = '公开';
      if (random() < 0.6)
        query.sort = pick(random, ['catalog', 'updated', 'name', 'relevance'] as const);
      if (random() < 0.3)
        query.asOf = pick(random, ['2025-12-31', '2026-02-28', '2026-05-31', today, '2027-02-01']);
      await agrees(query, 4);
    }
  });

  test('a long list is read to its end in every order, each item once', async () => {
    for (const sort of ['catalog', 'updated', 'name'] as const) {
      await agrees({ sort, limit: 100 }, 100);
    }
    await agrees({ q: '公开', limit: 100 }, 100);
    await agrees({ q: '公开', sort: 'name', limit: 100 }, 100);
    await agrees({ q: '政府 2', limit: 100 }, 100);
  });

  test('facets count every value, each filter without its own choice, on both paths', async () => {
    const random = seededRandom(19);
    const all = (await sql.list({})).facets;
    const queries: CatalogListQuery[] = [{}, { q: '公开' }, { q: '救助' }, { area: '420103001' }];
    for (let n = 0; n < 12; n++) {
      const query: CatalogListQuery = random() < 0.5 ? {} : { q: substring(random, 2) };
      for (const filter of catalogFilters) {
        if (random() < 0.4) query[filter] = [pick(random, all[filter]).value];
      }
      queries.push(query);
    }
    for (const query of queries) {
      const fromSql = (await sql.list(query)).facets;
      assert.deepEqual((await index.list(query)).facets, fromSql, JSON.stringify(query));
      for (const filter of catalogFilters) {
        const counts = new Map((query[filter] ?? []).map((value) => [value, 0]));
        for (const { item } of matching(query, filter)) {
          for (const value of valuesOf[filter](item)) {
            counts.set(value, (counts.get(value) ?? 0) + 1);
          }
        }
        const options = fromSql[filter];
        assert.equal(options.length, Math.min(counts.size, 100), filter);
        for (const { value, count } of options) assert.equal(count, counts.get(value), value);
      }
    }
  });

  test('both paths give the same summaries and the same matches', async () => {
    for (const query of [
      {},
      { q: '低保 2' },
      { q: 'zcfg' },
      { q: '公开', sort: 'updated' as const },
    ]) {
      const items = async (reader: CatalogReader) =>
        (await reader.list(query)).items.map((text) => JSON.parse(text) as CatalogItemSummary);
      assert.deepEqual(await items(index), await items(sql));
    }
  });

  test('every hit of a search shows where it matched', async () => {
    const { items } = await sql.list({ q: '救助 649', limit: 50 });
    assert.ok(items.length > 0);
    for (const text of items) {
      const { matches = [] } = JSON.parse(text) as CatalogItemSummary;
      const marked = matches.flatMap((match) =>
        match.ranges.map(([start, end]) => plain(match.text.slice(start, end))),
      );
      assert.ok(marked.includes('救助') && marked.includes('649'), text);
    }
  });

  test('suggestions are distinct names, those that begin with the words first, with counts', async () => {
    const random = seededRandom(23);
    const names = holding(today).map(({ item }) => item.name);
    const queries = ['zc', '政策', '信息', 'zhengce', '政策 文件', '指南', 'bszn', '公'];
    for (let n = 0; n < 30; n++) {
      const name = plain(pick(random, names));
      queries.push(name.slice(0, 2), spell(name).initials.slice(1, 4), name.slice(-3));
    }
    for (const q of queries) {
      const { items } = await sql.suggest({ q, limit: 20 });
      assert.deepEqual((await index.suggest({ q, limit: 20 })).items, items, q);
      const expected = new Set(names.filter((name) => holdsAll(name, wordsOf({ q }))));
      assert.equal(items.length, Math.min(20, expected.size), q);
      for (const { text, count, ranges } of items) {
        assert.ok(expected.has(text), text);
        assert.equal(count, names.filter((name) => name === text).length);
        assert.ok(ranges.length > 0);
      }
      const prefixed = items.map(({ text }) => plain(text).startsWith(wordsOf({ q })[0] ?? ''));
      assert.equal(prefixed.lastIndexOf(true) + 1, prefixed.filter(Boolean).length, q);
    }
    const within = { q: '公开', field: ['social-assistance'] };
    assert.deepEqual(await index.suggest(within), await sql.suggest(within));
  });

  const spelled = new Map<string, string[]>();

  function linesOfName(name: string): string[] {
    const { full, initials } = spell(plain(name));
    const lines = [plain(name), full, initials];
    spelled.set(name, lines);
    return lines;
  }

  function holdsAll(name: string, words: string[]): boolean {
    const lines = spelled.get(name) ?? linesOfName(name);
    return words.every((word) => lines.some((line) => line.includes(word)));
  }

  test('an item is read as it held on a date; a removed one is still there and says so', async () => {
    const removed = revisions.find((one) => one.reason === 'removed' && one.from === '2026-06-01');
    assert.ok(removed);
    assert.equal((await sql.get(removed.id, undefined)).change.reason, 'removed');
    assert.notEqual((await sql.get(removed.id, '2026-05-31')).change.reason, 'removed');
    assert.equal(
      (await sql.get(removed.id, '2026-05-31')).version.effectiveFrom <= '2026-05-31',
      true,
    );
    const adjusted = revisions.find(
      (one) => one.reason === 'adjusted' && one.from === '2027-01-01',
    );
    assert.ok(adjusted);
    const now = await sql.get(adjusted.id, undefined);
    const then = await sql.get(adjusted.id, '2027-01-01');
    assert.ok(!now.content.includes('明年新增的内容'));
    assert.ok(then.content.includes('明年新增的内容'));
    assert.equal(then.version.id, then.change.versionId);
  });

  test('an unknown item, and one that does not hold yet, say what to do next', async () => {
    const isProblem = (code: string, word: string) => (error: unknown) =>
      error instanceof ProblemError &&
      error.code === code &&
      (error.facts.detail?.zh.includes(word) ?? false);
    await assert.rejects(sql.get('nobody', undefined), isProblem('not-found', '按名称查找'));
    const late = holding(today).find(({ from }) => from === '2026-03-01');
    assert.ok(late);
    await assert.rejects(
      sql.get(late.id, '2025-01-01'),
      isProblem('not-found', `asOf=${late.from}`),
    );
  });

  test('a wrong filter value is named, with right ones, the closest first', async () => {
    const faultOf = async (query: CatalogListQuery) => {
      try {
        await sql.list(query);
      } catch (error) {
        assert.ok(error instanceof ProblemError);
        assert.equal(error.code, 'bad-query');
        return error.facts.errors?.[0];
      }
      return undefined;
    };
    const field = await faultOf({ field: ['社会救助'] });
    assert.equal(field?.field, 'field');
    assert.match(field.message.zh, /社会救助/);
    assert.match(field.expected?.zh ?? '', /^例如 social-assistance（社会救助）/);
    assert.match((await faultOf({ organ: ['民政局'] }))?.expected?.zh ?? '', /^例如 civil-affairs/);
    assert.match(
      (await faultOf({ method: ['proactiv'] }))?.expected?.en ?? '',
      /^for example proactive/,
    );
    assert.match((await faultOf({ tier: ['县级'] }))?.expected?.zh ?? '', /^例如 county（县级）/);
    for (const query of [
      { level1: ['没有'] },
      { channel: ['没有'] },
      { audience: ['nobody'] },
      { area: '999999' },
      { asOf: '2026-02-30' },
    ]) {
      const fault = await faultOf(query);
      assert.equal(fault?.field, Object.keys(query)[0]);
      assert.ok(fault);
      assert.equal(fault.field, Object.keys(query)[0]);
    }
  });

  test('a cursor serves only the list it came from', async () => {
    const { next } = await sql.list({ q: '公开', limit: 3 });
    assert.ok(next);
    const isBad = (error: unknown) => error instanceof ProblemError && error.code === 'bad-cursor';
    for (const reader of [sql, index]) {
      for (const other of [
        { q: '公示' },
        { q: '公开', sort: 'name' as const },
        { q: '公开', method: ['proactive'] },
        {},
      ]) {
        await assert.rejects(reader.list({ ...other, cursor: next }), isBad);
      }
    }
    await assert.rejects(sql.changes({ cursor: next }), isBad);
    assert.equal((await index.list({ q: '公开', limit: 3, cursor: next })).items.length, 3);
  });

  test('changes are listed newest first, in pages, by item, field, reason and time', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await sql.changes({ limit: 100, since: '2026-04-01', cursor });
      assert.equal(page.total, revisions.filter(({ from }) => from >= '2026-04-01').length);
      seen.push(...page.items.map(({ effectiveFrom, itemId }) => `${effectiveFrom} ${itemId}`));
      cursor = page.next;
    } while (cursor !== undefined);
    const dates = seen.map((line) => line.slice(0, 10));
    assert.deepEqual(dates, [...dates].sort().reverse());
    assert.equal(new Set(seen).size, revisions.filter(({ from }) => from >= '2026-04-01').length);

    const removed = revisions.find(({ reason }) => reason === 'removed');
    assert.ok(removed);
    const { items } = await sql.changes({ item: removed.id });
    assert.equal(items[0]?.reason, 'removed');
    assert.ok(items.every(({ itemId }) => itemId === removed.id));
    const adjusted = await sql.changes({ reason: ['adjusted'], until: '2026-06-01', limit: 100 });
    assert.ok(adjusted.items.length > 0);
    assert.ok(adjusted.items.every(({ changed }) => changed.includes('timeLimit')));
    await assert.rejects(sql.changes({ reason: ['gone'] }), ProblemError);
  });

  test('editions are listed newest first', async () => {
    const { items } = await sql.versions();
    assert.deepEqual(
      items.map(({ effectiveFrom }) => effectiveFrom),
      ['2027-01-01', '2026-06-01', '2026-03-01', '2026-01-01'],
    );
    assert.ok(items.every(({ publishedAt }) => publishedAt.startsWith('2026-11-22T')));
  });

  test('the items of a download are those of the list, whole and in the order of the catalog', async () => {
    const query = { q: '救助', method: ['proactive'] };
    const items = await collect(sql.items(query));
    assert.deepEqual(
      items.map(({ id }) => id),
      truth({ ...query, sort: 'catalog' }),
    );
    assert.ok(items.every(({ content, version }) => content.length > 0 && version.title !== ''));
    const [first] = items;
    const one = await collect(sql.items({ item: first?.id }));
    assert.deepEqual(one, [first]);
  });

  test('what takes effect at midnight in Shanghai holds from then on, without a write', async () => {
    const ids = async (reader: CatalogReader) =>
      (await read(reader, { q: '明年新增的内容', limit: 100 }, 9)).ids;
    assert.deepEqual(await ids(index), []);
    clock = new Date('2026-12-31T23:59:59+08:00');
    assert.deepEqual(await ids(index), []);
    clock = new Date('2027-01-01T00:00:00+08:00');
    const expected = truth({ q: '明年新增的内容', asOf: '2027-01-01' });
    assert.ok(expected.length > 0);
    assert.deepEqual(await ids(index), expected);
    await index.indexed();
    assert.deepEqual(await ids(index), expected);
    assert.deepEqual(await ids(sql), expected);
    clock = noon;
  });

  test('after a write the index gives way to SQL and comes back with the new data', async () => {
    const row = { ...([...variedRows(1)][0] as CatalogRow), level2: '写入之后的新事项' };
    await applyEdition({ db: database.db, now: () => noon }, [row], {
      title: '补充',
      effectiveFrom: '2027-01-01',
      source: 'test',
    });
    await published.refresh();
    const find = async () =>
      (await index.list({ q: '写入之后的新事项', asOf: '2027-01-01' })).items.length;
    assert.equal(await find(), 1);
    await index.indexed();
    assert.equal(await find(), 1);
  });
});
