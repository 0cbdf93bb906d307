import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createOpenInfo } from '@open-info/sdk';
import { openInfo } from '../../packages/service/test/command.ts';
import { startService } from '../../scripts/lib/service.mjs';

const script = new URL('catalog-csv.mjs', import.meta.url).pathname;
const dayBefore = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

let folder: string;
let service: Awaited<ReturnType<typeof startService>>;
/** What the second edition changes: one item in two columns, one gone, one new. */
let edited: { adjusted: string; removed: string };

type Row = Record<string, unknown> & { id: string; name: string };

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-info-sdk-node-'));
  const data = join(folder, 'data');
  const first = await startService(['--data', data]);
  const answer = await fetch(`${first.url}/api/v1/catalog/export?format=json`);
  const catalog = (await answer.json()) as { items: Row[] };
  await first.close();
  const [adjusted, removed, ...others] = catalog.items;
  assert.ok(adjusted && removed && others[0]);
  edited = { adjusted: adjusted.name, removed: removed.name };
  const items = [
    {
      ...adjusted,
      basis: ['《新的依据》'],
      timeLimit: { kind: 'text', text: '自信息形成之日起 3 个工作日内' },
    },
    ...others,
    { ...others[0], id: 'new', level2: '第二版新增的事项', name: '第二版新增的事项' },
  ];
  const file = join(folder, 'second.json');
  writeFileSync(file, JSON.stringify({ ...catalog, items }));
  const flags = ['--complete', '--effective', dayBefore(0), '--title', '第二版'];
  const { code, out, err } = await openInfo(folder, 'import', 'catalog', file, ...flags);
  assert.equal(code, 0, out + err);
  service = await startService(['--data', data]);
});

after(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]) {
  const child = spawn(process.execPath, [...process.execArgv, script, ...args], { cwd: folder });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

/** Rows of a CSV file by the headings of its first row. */
function readCsv(text: string): Record<string, string>[] {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  const [headings = [], ...rest] = rows.filter(({ length }) => length > 0);
  return rest.map((row) => Object.fromEntries(headings.map((name, at) => [name, row[at] ?? ''])));
}

test('writes the catalog as the service itself exports it, and says what changed since yesterday', async () => {
  const { code, out, err } = await run('--service', service.url, '--out', '目录.csv');
  assert.equal(code, 0, err);
  const bytes = readFileSync(join(folder, '目录.csv'));
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const mine = readCsv(bytes.toString('utf8').slice(1));
  const own = await fetch(`${service.url}/api/v1/catalog/export?format=csv`);
  const theirs = readCsv((await own.text()).replace(/^\uFEFF/, ''));
  const headings = Object.keys(mine[0] ?? {});
  assert.ok(headings.length > 10 && mine.length > 100);
  const alike = theirs.map((row) =>
    Object.fromEntries(headings.map((heading) => [heading, row[heading]])),
  );
  assert.equal(mine.length, alike.length);
  for (const [place, row] of mine.entries()) assert.deepEqual(row, alike[place]);

  const { items } = await createOpenInfo({ baseUrl: service.url }).catalog.changes({
    since: dayBefore(0),
  });
  assert.equal(items.length, 3);
  const lines = out.split('\n').filter((line) => line.startsWith('  '));
  assert.equal(lines.length, 3);
  assert.match(out, /^ {2}新增 .*第二版新增的事项/m);
  assert.match(out, new RegExp(`^  取消 .*${edited.removed}`, 'm'));
  assert.match(out, new RegExp(`^  调整 .*${edited.adjusted}.*：公开依据、公开时限$`, 'm'));
});

test('says that nothing changed where nothing did', async () => {
  const days = ['--on', dayBefore(1), '--since', dayBefore(2)];
  const { code, out } = await run('--service', service.url, '--out', 'old.csv', ...days);
  assert.equal(code, 0);
  assert.match(out, /没有变化/);
  assert.ok(!readFileSync(join(folder, 'old.csv'), 'utf8').includes('第二版新增的事项'));
});

test('ends with 2 when asked wrongly, with 1 when the service cannot be read, and writes nothing', async () => {
  const wrong: [number, RegExp, string[]][] = [
    [2, /--service/, []],
    [2, /--nonsense/, ['--service', service.url, '--nonsense']],
    [2, /asOf/, ['--service', service.url, '--on', 'yesterday', '--out', 'no.csv']],
    [2, /写不了文件/, ['--service', service.url, '--out', join(folder, 'nowhere/no.csv')]],
    [1, /network|timeout/, ['--service', 'http://127.0.0.1:9', '--out', 'no.csv']],
    [1, /404/, ['--service', `${service.url}/elsewhere`, '--out', 'no.csv']],
  ];
  const ended = await Promise.all(wrong.map(([, , args]) => run(...args)));
  for (const [index, { code, err }] of ended.entries()) {
    const [expected, sentence] = wrong[index] ?? [];
    assert.equal(code, expected, err);
    assert.match(err, sentence ?? /./);
    assert.doesNotMatch(err, /\n\s+at /);
  }
  assert.ok(!existsSync(join(folder, 'no.csv')) && !existsSync(join(folder, 'no.csv.part')));
});
