import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Database } from '../database/open.ts';
import fc from 'fast-check';
import { openTestDatabase } from '../../test/database.ts';
import { seedRegistry } from '../seed.ts';
import { StopError } from '../stop.ts';
import { applyEdition, type EditionOptions } from './editions.ts';
import type { CatalogRow } from './row.ts';

const now = () => new Date('2026-03-01T02:00:00Z');

let database: Database;
before(async () => {
  database = await openTestDatabase();
  await seedRegistry(database);
});
after(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('catalog_revisions').execute();
  await database.db.deleteFrom('catalog_versions').execute();
});

function row(level2: string, changes: Partial<CatalogRow> = {}): CatalogRow {
  return {
    field: '社会救助',
    level1: '最低生活保障',
    level2,
    level3: '',
    content: ['办理条件', '申请材料'],
    basis: ['《社会救助暂行办法》'],
    timeLimit: '20个工作日内',
    subject: '县级人民政府民政部门',
    channels: [{ name: '政府网站', required: true }],
    audiences: [{ scope: 'everyone' }],
    methods: ['proactive'],
    ...changes,
  };
}

function apply(rows: CatalogRow[], options: Partial<EditionOptions> = {}) {
  return applyEdition({ db: database.db, now }, rows, {
    title: '目录',
    source: '测试',
    effectiveFrom: '2026-03-01',
    ...options,
  });
}

async function heldOn(date: string): Promise<string[]> {
  const rows = await database.db
    .selectFrom('catalog_revisions')
    .select('name')
    .where('valid_from', '<=', date)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', date)]))
    .where('reason', '<>', 'removed')
    .orderBy('place')
    .execute();
  return rows.map(({ name }) => name);
}

async function dataVersion(): Promise<number> {
  const row = await database.db
    .selectFrom('published')
    .select('data_version')
    .executeTakeFirstOrThrow();
  return row.data_version;
}

const counts = ({ added, adjusted, removed, unchanged }: Awaited<ReturnType<typeof apply>>) => ({
  added,
  adjusted,
  removed,
  unchanged,
});

test('the same rows again make no edition and leave the data version alone', async () => {
  const rows = [row('甲'), row('乙')];
  const first = await apply(rows);
  assert.deepEqual(counts(first), { added: 2, adjusted: 0, removed: 0, unchanged: 0 });
  assert.equal(first.version?.id, '2026-03-01.1');
  const version = await dataVersion();

  const second = await apply(rows, { effectiveFrom: '2026-04-01' });
  assert.deepEqual(counts(second), { added: 0, adjusted: 0, removed: 0, unchanged: 2 });
  assert.equal(second.version, undefined);
  assert.equal(await dataVersion(), version);
});

test('an adjustment names what it touched and keeps the item readable as it was', async () => {
  const first = await apply([row('甲'), row('乙')]);
  const changed = row('甲', {
    timeLimit: '7个工作日内',
    channels: [{ name: '公示栏', required: false }],
  });
  const second = await apply([changed], { effectiveFrom: '2026-05-01' });

  assert.deepEqual(counts(second), { added: 0, adjusted: 1, removed: 0, unchanged: 0 });
  assert.deepEqual(second.changes[0]?.changed, ['timeLimit', 'channels']);
  assert.equal(second.changes[0].id, first.changes[0]?.id);
  const revisions = await database.db
    .selectFrom('catalog_revisions')
    .select(['valid_from', 'valid_to', 'reason', 'item'])
    .where('name', '=', '甲')
    .orderBy('revision')
    .execute();
  assert.deepEqual(
    revisions.map(({ valid_from, valid_to, reason, item }) => [
      valid_from,
      valid_to,
      reason,
      item.timeLimit.rules[0]?.amount,
    ]),
    [
      ['2026-03-01', '2026-05-01', 'added', 20],
      ['2026-05-01', null, 'adjusted', 7],
    ],
  );
});

test('a complete file cancels what it does not list; a part does not', async () => {
  await apply([row('甲'), row('乙')]);
  const part = await apply([row('甲')], { effectiveFrom: '2026-04-01' });
  assert.equal(part.removed, 0);

  const whole = await apply([row('甲')], { effectiveFrom: '2026-05-01', complete: true });
  assert.deepEqual(counts(whole), { added: 0, adjusted: 0, removed: 1, unchanged: 1 });
  assert.deepEqual(await heldOn('2026-04-30'), ['甲', '乙']);
  assert.deepEqual(await heldOn('2026-05-01'), ['甲']);

  const back = await apply([row('乙')], { effectiveFrom: '2026-06-01' });
  assert.equal(back.changes[0]?.reason, 'added');
  assert.deepEqual(await heldOn('2026-05-31'), ['甲']);
  assert.deepEqual(await heldOn('2026-06-01'), ['甲', '乙']);
});

test('a complete file of one organ leaves the items of others alone', async () => {
  await apply([row('全区')]);
  await apply([row('甲'), row('乙')], { organ: 'civil-affairs' });
  await apply([row('丙')], { organ: 'justice' });
  const outcome = await apply([row('甲')], { organ: 'civil-affairs', complete: true });
  assert.deepEqual(
    outcome.changes.map(({ name, reason }) => [name, reason]),
    [['乙', 'removed']],
  );
});

test('two editions on one day: the later one holds', async () => {
  await apply([row('甲')]);
  const second = await apply([row('甲', { timeLimit: '及时公开' })]);
  assert.equal(second.version?.id, '2026-03-01.2');
  assert.deepEqual(await heldOn('2026-03-01'), ['甲']);
});

test('an edition for the future leaves today as it is', async () => {
  await apply([row('甲')]);
  await apply([row('乙')], { effectiveFrom: '2027-01-01' });
  assert.deepEqual(await heldOn('2026-12-31'), ['甲']);
  assert.deepEqual(await heldOn('2027-01-01'), ['甲', '乙']);
});

test('an edition dated before the latest one is refused and writes nothing', async () => {
  await apply([row('甲')]);
  await assert.rejects(apply([row('乙')], { effectiveFrom: '2026-02-28' }), (error) => {
    assert.ok(error instanceof StopError);
    assert.match(error.words.zh, /2026-02-28 早于.*2026-03-01/);
    return true;
  });
  assert.deepEqual(await heldOn('2026-03-01'), ['甲']);
});

test('a dry run tells the same and writes nothing', async () => {
  const dry = await apply([row('甲'), row('水务', { field: '水利' })], { dryRun: true });
  assert.deepEqual(counts(dry), { added: 2, adjusted: 0, removed: 0, unchanged: 0 });
  assert.deepEqual(dry.newFields, ['水利']);
  assert.deepEqual(await heldOn('2026-03-01'), []);
  const fields = await database.db
    .selectFrom('fields')
    .where('name', '=', '水利')
    .selectAll()
    .execute();
  assert.deepEqual(fields, []);
});

test('a field nobody knows is created; a former name is the field it became', async () => {
  const outcome = await apply([
    row('甲', { field: '水利领域' }),
    row('乙', { field: '乡村振兴' }),
    row('丙', { field: '城乡规划' }),
  ]);
  assert.deepEqual(outcome.newFields, ['水利']);
  const rows = await database.db
    .selectFrom('catalog_revisions')
    .select(['name', 'field_id'])
    .orderBy('name')
    .execute();
  assert.deepEqual(Object.fromEntries(rows.map(({ name, field_id }) => [name, field_id])), {
    甲: 'shui-li',
    乙: 'rural-revitalization',
    丙: 'territorial-planning',
  });
});

test('the organs of the district stand behind the wording of the guideline', async () => {
  const outcome = await apply([
    row('甲', { subject: '县级人民政府民政部门、乡镇人民政府（街道办事处）' }),
    row('乙', { subject: '本机关', reportingUnit: '区司法局' }),
    row('丙', { subject: '社区居民委员会' }),
    row('丁', { subject: '市财政局' }),
  ]);
  const rows = await database.db
    .selectFrom('catalog_revisions')
    .select(['name', 'organs', 'areas'])
    .execute();
  const of = (name: string) => rows.find((one) => one.name === name);
  assert.equal(of('甲')?.organs.length, 14);
  assert.deepEqual(of('乙')?.organs, ['justice']);
  assert.deepEqual(of('丙')?.organs, []);
  assert.ok(of('丙')?.areas.includes('420103001002'));
  assert.deepEqual(outcome.unknownSubjects, ['市财政局']);
});

test('what a file has no column for stays; what it leaves empty goes', async () => {
  await apply([row('甲', { url: 'https://www.example.gov.cn/a', tiers: ['county'] })]);
  const without = await apply([row('甲')]);
  assert.equal(without.unchanged, 1);
  const emptied = await apply([row('甲', { url: '', tiers: [] })]);
  assert.deepEqual(emptied.changes[0]?.changed.slice(0, 2), ['tiers', 'url']);
});

test('of two rows with one key the second is left out, also across batches', async () => {
  const many = Array.from({ length: 1200 }, (_, i) => row(`事项${String(i)}`));
  const outcome = await apply([...many, row(' 事项\n0 ')]);
  assert.equal(outcome.added, 1200);
  assert.deepEqual(outcome.duplicates, [{ row: 1200, first: 0 }]);
});

test('characters no database keeps are left out instead of stopping the import', async () => {
  const nasty = 'a\u0000b\u0007\ud800';
  const outcome = await apply([
    row(`事项${nasty}`, { content: [nasty], timeLimit: nasty, extensions: { [nasty]: nasty } }),
  ]);
  assert.equal(outcome.added, 1);
  const [stored] = await database.db.selectFrom('catalog_revisions').select('item').execute();
  assert.equal(stored?.item.name, '事项ab\ufffd');
  assert.deepEqual(stored.item.extensions, { 'ab\ufffd': 'ab\ufffd' });
});

test('any text in any place goes in, and the same again changes nothing', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
  const rows = fc.sample(fc.tuple(text, text, text, text), 150).map(([a, b, c, d], index) =>
    row(`${String(index)}${a}`, {
      content: [b, c],
      basis: [c, d],
      timeLimit: a,
      subject: b,
      channels: [{ name: `名${c}`, required: false }],
      audiences: [{ scope: 'specific', note: d }],
      reportingUnit: d,
      extensions: { [`列${a}`]: b },
    }),
  );
  const first = await apply(rows);
  assert.equal(first.added + first.duplicates.length, 150);
  const second = await apply(rows);
  assert.deepEqual(second.changes, []);
});
