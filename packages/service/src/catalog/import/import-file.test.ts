import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openTestDatabase } from '../../../test/database.ts';
import { workbook } from '../../../test/workbook.ts';
import type { Database } from '../../database/open.ts';
import { StopError } from '../../stop.ts';
import type { StoredItem } from '../search-text.ts';
import { importFile, type ImportOptions, type ImportReport } from './import-file.ts';

const samples = fileURLToPath(new URL('../../../../../examples/imports/', import.meta.url));
const now = () => new Date('2026-03-10T02:00:00Z');

let folder: string;
let database: Database;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-info-import-'));
  database = await openTestDatabase();
});
after(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await database.db.deleteFrom('catalog_revisions').execute();
  await database.db.deleteFrom('catalog_versions').execute();
});

function load(path: string, options: ImportOptions = {}): Promise<ImportReport> {
  return importFile({ db: database.db, now }, path, options);
}

async function loadBytes(name: string, bytes: Uint8Array | string, options: ImportOptions = {}) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return load(path, options);
}

async function items(): Promise<StoredItem[]> {
  const rows = await database.db
    .selectFrom('catalog_revisions')
    .select('item')
    .where('valid_to', 'is', null)
    .orderBy('revision')
    .execute();
  return rows.map(({ item }) => item);
}

async function item(name: string): Promise<StoredItem> {
  const found = (await items()).find((one) => one.name === name);
  assert.ok(found, `no item ${name}`);
  return found;
}

const refusals = ({ refused }: ImportReport) =>
  refused.map(({ origin, reason }) => [origin.sheet, origin.row, reason]);

const heading = [
  '序号',
  '领域',
  '一级事项',
  '二级事项',
  '公开内容',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
  '公开方式',
  '公开层级',
];
const line = (name: string, changes: Record<number, string> = {}) =>
  [
    '1',
    '救灾',
    '救灾准备',
    name,
    '甲；乙',
    '《条例》',
    '及时公开',
    '区应急局',
    '政府网站',
    '全社会',
    '主动公开',
    '县级',
  ].map((cell, index) => changes[index] ?? cell);
const csv = (rows: string[][], delimiter = ',') =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\r\n');

test('reads the workbook of a department: merges, 同上, marks, sections, notes', async () => {
  const report = await load(join(samples, 'minzheng.xlsx'));
  assert.deepEqual(refusals(report), [['社会救助', 9, '缺少“公开时限”']]);
  assert.deepEqual(report.notes, ['工作表“填表说明”没有目录表头，已跳过']);
  assert.equal(report.outcome.added, 6);
  assert.equal(report.outcome.version?.title, '江汉区社会救助领域基层政务公开标准目录');

  const policies = await item('政策法规文件');
  const inspection = await item('监督检查');
  const review = await item('审核信息');
  const payment = await item('救助金发放结果');
  const elder = await item('高龄津贴');
  const care = await item('护理补贴');
  assert.equal(policies.field.id, 'social-assistance');
  assert.equal(policies.reportingUnit, '江汉区民政局');
  assert.deepEqual(policies.content, [
    '《社会救助暂行办法》（国务院令第649号）',
    '区级配套政策文件',
  ]);
  assert.deepEqual(policies.basis, ['《中华人民共和国政府信息公开条例》', '《社会救助暂行办法》']);
  assert.deepEqual(policies.channels, [
    { name: '政府网站', required: true },
    { name: '两微一端', required: false },
    { name: '公开查阅点', required: true },
    { name: '社区/企事业单位/村公示栏（电子屏）', required: true },
  ]);
  assert.deepEqual(policies.extensions, { 咨询电话: '027-00000001' });
  assert.equal(policies.subject.organs.length, 14);

  assert.equal(inspection.level1, '综合业务');
  assert.deepEqual(inspection.basis, policies.basis);
  assert.deepEqual(inspection.timeLimit, policies.timeLimit);

  assert.deepEqual(review.audiences, [{ scope: 'specific', note: '申请对象所在社区居民' }]);
  assert.deepEqual(review.methods, ['proactive']);
  assert.deepEqual(review.tiers, ['township']);

  assert.deepEqual(payment.methods, ['proactive', 'onRequest']);
  assert.deepEqual(payment.basis, ['《国务院关于全面建立临时救助制度的通知》（国发〔2014〕47号）']);
  assert.deepEqual(
    payment.channels.map(({ name }) => name),
    ['政府网站', '政务服务中心'],
  );

  assert.equal(elder.field.name, '养老服务');
  assert.equal(elder.url, 'https://www.example.gov.cn/gljt.html');
  assert.deepEqual(
    elder.subject.organs.map(({ id }) => id),
    ['civil-affairs'],
  );
  assert.equal(care.level2, '老年人补贴');
  assert.deepEqual(care.extensions, { 备注: '2026年新增' });
});

test('reads a GB18030 CSV file with a heading of two rows and no tiers', async () => {
  const report = await load(join(samples, 'sifa-gb18030.csv'));
  assert.deepEqual(report.refused, []);
  const guide = await item('法律援助办事指南');
  const decision = await item('法律援助决定');
  const notaries = await item('公证机构名录');
  assert.equal(guide.field.name, '公共法律服务');
  assert.deepEqual(guide.content, ['服务项目', '条件', '程序', '所需材料']);
  assert.deepEqual(guide.tiers, []);
  assert.equal(decision.level1, '法律援助');
  assert.deepEqual(decision.basis, guide.basis);
  assert.deepEqual(decision.audiences, [{ scope: 'specific', note: '申请人' }]);
  assert.deepEqual(decision.methods, ['onRequest']);
  assert.equal(notaries.timeLimit.rules[0]?.kind, 'longTerm');
});

test('the same file again changes nothing', async () => {
  await load(join(samples, 'minzheng.xlsx'));
  const again = await load(join(samples, 'minzheng.xlsx'));
  assert.equal(again.outcome.unchanged, 6);
  assert.equal(again.outcome.version, undefined);
});

const elements: [number, string][] = [
  [4, '公开内容'],
  [5, '公开依据'],
  [6, '公开时限'],
  [7, '公开主体'],
  [8, '公开渠道和载体'],
  [9, '公开对象'],
  [10, '公开方式'],
];
for (const [column, name] of elements) {
  test(`refuses the row that lacks ${name} and takes the others`, async () => {
    const rows = [['目录'], heading, line('甲'), line('乙', { [column]: '' }), line('丙')];
    const report = await loadBytes('lacks.xlsx', workbook([{ name: '救灾', rows }]));
    assert.deepEqual(refusals(report), [['救灾', 4, `缺少“${name}”`]]);
    assert.equal(report.outcome.added, 2);
  });
}

test('refuses a row without a name, and names every element that is missing', async () => {
  const nameless = line('', { 2: '', 4: '', 6: '' });
  const report = await loadBytes('lacks.csv', csv([heading, nameless, line('甲')]));
  assert.deepEqual(refusals(report), [[undefined, 2, '缺少“公开事项”、“公开内容”、“公开时限”']]);
});

test('a level that stands only in the first of its rows is meant for those below', async () => {
  const rows = [['目录', ''], heading, line('甲'), line('乙', { 1: '', 2: '' })];
  await loadBytes('first.xlsx', workbook([{ name: '目录', rows, merges: ['A1:L1'] }]));
  const below = await item('乙');
  assert.equal(below.level1, '救灾准备');
  assert.equal(below.field.id, 'disaster-relief');
});

test('a row without tiers goes in: the tier is not one of the eight', async () => {
  const report = await loadBytes('tierless.csv', csv([heading, line('甲', { 11: '' })]));
  assert.equal(report.outcome.added, 1);
});

for (const [name, delimiter] of [
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
] as const) {
  test(`reads CSV between ${name}s, with and without a byte order mark`, async () => {
    const text = csv([heading, line('甲')], delimiter);
    assert.equal((await loadBytes('a.csv', text)).outcome.added, 1);
    assert.equal((await loadBytes('a.csv', `\ufeff${text}`)).outcome.unchanged, 1);
  });
}

test('reads an XLS workbook of Excel 97', async () => {
  const bytes = workbook([{ name: '救灾', rows: [heading, line('甲')] }], 'biff8');
  assert.equal((await loadBytes('old.xls', bytes)).outcome.added, 1);
});

test('the second of two rows with one key is refused and names the first', async () => {
  const report = await loadBytes('twice.csv', csv([heading, line('甲'), line('乙'), line('甲')]));
  assert.equal(report.outcome.added, 2);
  assert.deepEqual(refusals(report), [
    [undefined, 4, '与第 2 行是同一事项（领域、各级事项名称和填报单位都相同）'],
  ]);
});

test('reads channels that have a column each', async () => {
  const rows = [
    [
      '一级事项',
      '二级事项',
      '公开内容',
      '公开依据',
      '公开时限',
      '公开主体',
      '公开渠道和载体',
      '',
      '公开对象',
      '公开方式',
    ],
    ['', '', '', '', '', '', '政府网站', '公示栏', '', ''],
    ['甲', '乙', '内容', '《条例》', '及时', '区教育局', '√', '□', '全社会', '主动'],
  ];
  const merges = ['G1:H1', ...'ABCDEFIJ'.split('').map((column) => `${column}1:${column}2`)];
  await loadBytes('channels.xlsx', workbook([{ name: '义务教育', rows, merges }]));
  const one = await item('乙');
  assert.deepEqual(one.channels, [
    { name: '政府网站', required: true },
    { name: '公示栏', required: false },
  ]);
  assert.equal(one.field.id, 'compulsory-education');
});

test('no level is cancelled while rows of a complete file are refused', async () => {
  await loadBytes('all.csv', csv([heading, line('甲'), line('乙')]));
  const broken = await loadBytes('all.csv', csv([heading, line('甲'), line('乙', { 6: '' })]), {
    complete: true,
  });
  assert.equal(broken.outcome.removed, 0);
  assert.match(broken.notes.join(), /不取消任何事项/);
  const whole = await loadBytes('all.csv', csv([heading, line('甲')]), { complete: true });
  assert.equal(whole.outcome.removed, 1);
});

test('takes rows whose lists are written as the table writes them, from JSON', async () => {
  const entry = {
    field: '救灾',
    level1: '救灾准备',
    level2: '综合减灾示范社区',
    content: '创建标准；名单',
    basis: '《自然灾害救助条例》、国办发[2016]80号',
    timeLimit: '20个工作日',
    subject: '应急管理部门',
    channels: ['政府网站', '其他：居民微信群'],
    audience: '特定群体',
    audienceNote: '居民',
    method: '主动公开',
    tier: '县级、乡级',
  };
  const report = await loadBytes('rows.json', JSON.stringify([entry, { ...entry, basis: '' }, 7]));
  assert.deepEqual(refusals(report), [
    [undefined, 2, '缺少“公开依据”'],
    [undefined, 3, '不是对象'],
  ]);
  const one = await item('综合减灾示范社区');
  assert.deepEqual(one.basis, ['《自然灾害救助条例》', '国办发〔2016〕80号']);
  assert.deepEqual(one.audiences, [{ scope: 'specific', note: '居民' }]);
  assert.deepEqual(
    one.channels.map(({ name }) => name),
    ['政府网站', '居民微信群'],
  );
  assert.deepEqual(one.tiers, ['county', 'township']);
});

const failures: [string, Uint8Array | string | undefined, ImportOptions, RegExp][] = [
  ['absent.xlsx', undefined, {}, /absent\.xlsx 不存在/],
  ['broken.xlsx', 'PK\u0003\u0004 not a workbook', {}, /不是能读取的 XLSX/],
  ['broken.json', '{"items": [', {}, /不是正确的 JSON/],
  ['other.json', '{"rows": []}', {}, /没有事项列表/],
  ['letter.csv', '各科室：\r\n请报送目录。', {}, /没有找到目录的表头/],
  ['dates.csv', csv([heading, line('甲')]), { effective: '2026-02-30' }, /“2026-02-30”不正确/],
  [
    'organ.csv',
    csv([heading, line('甲')]),
    { organ: '区天文局' },
    /没有编号或名称为“区天文局”的机关/,
  ],
];
for (const [name, bytes, options, expected] of failures) {
  test(`says in one sentence what is wrong with ${name}`, async () => {
    const load =
      bytes === undefined
        ? importFile({ db: database.db, now }, join(folder, name), options)
        : loadBytes(name, bytes, options);
    await assert.rejects(load, (error) => {
      assert.ok(error instanceof StopError);
      assert.match(error.words.zh, expected);
      return true;
    });
    assert.deepEqual(await items(), []);
  });
}

test('names the sheets there are when the one asked for is not among them', async () => {
  const bytes = workbook([{ name: '救灾', rows: [heading, line('甲')] }]);
  await assert.rejects(loadBytes('sheets.xlsx', bytes, { sheet: '教育' }), /Its sheets: 救灾/);
});
