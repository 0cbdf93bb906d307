import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { RequestReceipt, RequestView } from '@open-info/contract/requests';
import { createDatabase } from '../../test/database.ts';
import { post, submission } from '../../test/requests.ts';
import { openDatabase } from '../database/open.ts';
import { readSettings } from '../settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-info-kill-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const main = `
  const { run } = await import(${JSON.stringify(import.meta.resolve('../cli.ts'))});
  await run(['node', 'open-info', ...process.argv.slice(1)]);`;
const many = '999999';
const args = [
  ...['serve', '--port', '0', '--data', folder, '--read-index', 'off', '--log-level', 'silent'],
  ...['--challenge-after', many, '--challenge-overall', many, '--submit-limit', many],
  ...['--trust-proxy', '1'],
];

/** A service as a process of its own. */
async function start(databaseUrl: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--input-type=module', '--eval', main, '--', ...args],
    { env: { ...process.env, PORT: '', DATABASE_URL: databaseUrl }, cwd: folder },
  );
  const said = { out: '', err: '' };
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = once(child, 'close').then(() => assert.fail(`ended early: ${said.err}`));
  ended.catch(() => undefined);
  for (;;) {
    const url = /^open-info (http:\S+)$/m.exec(said.out)?.[1];
    if (url !== undefined) return { child, url };
    const [chunk] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
    said.out += chunk.toString();
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const closed = once(child, 'close');
  child.kill(signal);
  await closed;
}

const filings = 200;
/** After how many receipts the process is killed. */
const kills = [30, 120];

async function fileThroughKills(databaseUrl: string): Promise<void> {
  let running = await start(databaseUrl);
  const receipts = new Map<number, RequestReceipt>();
  const bodyOf = (i: number) => submission({ sought: { name: `第${i}件` } });
  const keyOf = (i: number) => ({ 'Idempotency-Key': `filing-number-${i}` });

  /** As the form does it: goes on under the same key until there is a receipt. */
  const client = async (i: number): Promise<void> => {
    for (;;) {
      try {
        const answer = await post<RequestReceipt>(running.url, '/requests', bodyOf(i), keyOf(i));
        if (answer.status === 200) {
          receipts.set(i, answer.body);
          return;
        }
        assert.ok(answer.status >= 500, JSON.stringify(answer.body));
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
      }
      await pause(100 + Math.random() * 200);
    }
  };
  const clients = Promise.all(Array.from({ length: filings }, (_, i) => client(i)));
  for (const count of kills) {
    while (receipts.size < count) await pause(2);
    await end(running.child, 'SIGKILL');
    running = await start(databaseUrl);
  }
  await clients;

  const numbers = new Set([...receipts.values()].map(({ number }) => number));
  assert.equal(numbers.size, filings);
  for (const [i, receipt] of receipts) {
    const { number, code } = receipt;
    const seen = await post<RequestView>(
      running.url,
      '/requests/track',
      { number, code },
      // Each from another address: limits are not what is tried here.
      { 'X-Forwarded-For': `10.0.0.${i}` },
    );
    assert.equal(seen.status, 200, `${number} is not there`);
    assert.equal(seen.body.sought.name, `第${i}件`);
    const again = await post<RequestReceipt>(running.url, '/requests', bodyOf(i), keyOf(i));
    assert.deepEqual(again.body, receipt);
  }
  await end(running.child, 'SIGTERM');
}

async function countFiled(databaseUrl: string): Promise<void> {
  const settings = readSettings({ data: folder }, { DATABASE_URL: databaseUrl });
  const database = await openDatabase(settings);
  try {
    const filed = await database.db.selectFrom('requests').select('number').execute();
    const events = await database.db.selectFrom('request_events').select('number').execute();
    const audited = await database.db
      .selectFrom('audit')
      .select('subject')
      .where('action', '=', 'request.submitted')
      .execute();
    assert.equal(filed.length, filings);
    assert.equal(events.length, filings);
    assert.equal(new Set(audited.map(({ subject }) => subject)).size, filings);
    assert.equal(audited.length, filings);
  } finally {
    await database.close();
  }
}

test(
  'killed again and again while 200 file at once: every receipt given out is kept, none is filed twice',
  { timeout: 300_000 },
  async () => {
    await fileThroughKills('');
    await countFiled('');
  },
);

test(
  'the same on PostgreSQL',
  { skip: !process.env.TEST_DATABASE_URL, timeout: 300_000 },
  async () => {
    const own = await createDatabase(process.env.TEST_DATABASE_URL ?? '');
    await fileThroughKills(own.databaseUrl);
    await countFiled(own.databaseUrl);
    await own.drop();
  },
);
