import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { calendarChina } from '@open-info/contract/calendar-china';

const cli = new URL('../cli.ts', import.meta.url).href;

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-info-cli-'));
});
after(() => rm(folder, { recursive: true }));

/** Runs `open-info import calendar` in a process of its own. */
async function run(content: object, ...args: string[]) {
  const file = join(folder, 'notice.json');
  await writeFile(file, JSON.stringify(content));
  const script = `const { run } = await import(${JSON.stringify(cli)}); await run(process.argv);`;
  const flags = ['--conditions=source', '--input-type=module', '-e', script, 'open-info'];
  const child = spawn(
    process.execPath,
    [...flags, 'import', 'calendar', file, ...args, '--data', join(folder, 'data')],
    { cwd: folder, env: { ...process.env, DATABASE_URL: '' } },
  );
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, out, err };
}

const known = calendarChina.years.find(({ year }) => year === 2026)!;
const changed = { ...known, off: [...known.off, { date: '2026-12-31', name: '元旦' }] };

test('what a notice changes is shown first, written then, and found again', async () => {
  const dry = await run(changed, '--dry-run');
  assert.equal(dry.code, 0);
  assert.match(dry.out, /notice\.json：2026 年，工作日放假 20 天，周末上班 6 天/);
  assert.match(dry.out, /试运行，未写入。将会调整 1 天\n {2}2026-12-31 放假（元旦）/);

  const first = await run(changed);
  assert.match(first.out, /已导入，调整 1 天。工作日历到 2026-12-31 为止/);
  const second = await run(changed);
  assert.deepEqual([second.code, second.out.includes('没有变化')], [0, true]);
});

test('ends with 1 and names the field when nothing was taken', async () => {
  const { code, out, err } = await run({ ...known, worked: 'none' });
  assert.equal(code, 1);
  assert.equal(out, '');
  assert.match(err, /worked: 应为列表/);
});
