import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openInfo as runCommand } from '../../test/command.ts';
import { openDatabase } from '../database/open.ts';

const samples = fileURLToPath(new URL('../../../../examples/imports/', import.meta.url));

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-info-cli-'));
});
after(() => rm(folder, { recursive: true }));

const openInfo = (...args: string[]) => runCommand(folder, ...args);

test('a dry run shows what would change and writes nothing', async () => {
  const { code, out } = await openInfo(
    ...['import', 'catalog', join(samples, 'sifa-gb18030.csv'), '--dry-run'],
  );
  assert.equal(code, 0);
  assert.match(out, /试运行，未写入。将会：新增 3，调整 0，取消 0，不变 0/);
  assert.match(out, /新增 公共法律服务 › 法律援助 › 法律援助决定/);
});

test('ends with 2 when rows were refused, naming file, sheet, row and element', async () => {
  const { code, out } = await openInfo('import', 'catalog', join(samples, 'minzheng.xlsx'));
  assert.equal(code, 2);
  assert.match(out, /拒绝：minzheng\.xlsx 工作表“社会救助” 第 9 行（审批信息）：缺少“公开时限”/);
  assert.match(out, /新增 6，调整 0，取消 0，不变 0/);
});

test('ends with 0 when everything went in, and a second time changes nothing', async () => {
  const file = join(samples, 'sifa-gb18030.csv');
  const first = await openInfo('import', 'catalog', file, '--title', '区司法局目录');
  assert.equal(first.code, 0);
  assert.match(first.out, /已导入为版本 .*《区司法局目录》.*新增 3/);
  const second = await openInfo('import', 'catalog', file);
  assert.equal(second.code, 0);
  assert.match(second.out, /没有变化：新增 0，调整 0，取消 0，不变 3/);
});

test('ends with 1 and one sentence when nothing could be done', async () => {
  const absent = await openInfo('import', 'catalog', join(folder, 'absent.xlsx'));
  assert.equal(absent.code, 1);
  assert.match(absent.err, /absent\.xlsx 不存在，请检查路径。/);

  const empty = join(folder, 'empty.csv');
  await writeFile(empty, '领域,一级事项,二级事项,公开内容\n救灾,甲,乙,\n');
  const refused = await openInfo('import', 'catalog', empty);
  assert.equal(refused.code, 1);
  assert.match(refused.out, /第 2 行（乙）：缺少“公开内容”、“公开依据”、“公开时限”/);
  assert.match(refused.err, /没有一行可以导入/);

  const early = await openInfo(
    ...['import', 'catalog', join(samples, 'minzheng.xlsx'), '--effective', '2000-01-01'],
  );
  assert.equal(early.code, 1);
  assert.match(early.err, /生效日期 2000-01-01 早于/);
});

test('exports a field by its name, to a file or to standard output', async () => {
  const path = join(folder, 'out.csv');
  const toFile = await openInfo(
    ...['export', 'catalog', '--format', 'csv', '--field', '社会救助', '--out', path],
  );
  assert.equal(toFile.code, 0);
  const text = await readFile(path, 'utf8');
  assert.match(text, /救助金发放结果/);
  assert.doesNotMatch(text, /公证机构名录/);

  const piped = await openInfo('export', 'catalog', '--format', 'json', '--out', '-');
  assert.equal((JSON.parse(piped.out) as { items: unknown[] }).items.length, 9);
});

test('says what is wrong with an option of an export', async () => {
  const format = await openInfo('export', 'catalog', '--format', 'pdf');
  assert.equal(format.code, 1);
  assert.match(format.err, /没有“pdf”这种格式，可用 json、csv、xlsx。/);
  const field = await openInfo('export', 'catalog', '--field', '天文');
  assert.equal(field.code, 1);
  assert.match(field.err, /没有“天文”这个值/);
});

test('says that the folder is in use while the service runs on it', async () => {
  const held = await openDatabase({ data: join(folder, 'data') });
  try {
    const { code, err } = await openInfo('export', 'catalog', '--format', 'json', '--out', '-');
    assert.equal(code, 1);
    assert.match(err, /使用|占用/);
  } finally {
    await held.close();
  }
});
