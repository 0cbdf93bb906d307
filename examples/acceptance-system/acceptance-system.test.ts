import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CaseView } from '@open-info/contract/cases';
import { freePort } from '../../scripts/lib/free-port.mjs';
import { fromSources, listening } from '../../scripts/lib/service.mjs';
import { inOrder, outOfOrder, simulate } from './lives.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-info-simulator-'));
const running = new Set<ChildProcess>();
after(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const organs = ['administrative-approval', 'market-regulation'];
const play = { seed: 7, cases: 40, until: '2026-11-20', organs };

function start(args: string[]): { child: ChildProcess; lines: AsyncIterableIterator<string> } {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '', PORT: '' },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  assert.ok(child.stdout);
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

/** The next line that fits; the other lines are passed over. */
async function lineOf(lines: AsyncIterableIterator<string>, fits: RegExp): Promise<string> {
  for (;;) {
    const { done, value } = (await lines.next()) as IteratorResult<string, undefined>;
    assert.ok(done !== true, `ended before ${String(fits)}`);
    if (fits.test(value)) return value;
  }
}

async function startService(data: string, port: number, poll?: object) {
  const systems = [{ id: 'hall', name: '统一受理平台', organs, secrets: [secret], ...poll }];
  const service = start([
    ...[...fromSources, '--port', String(port), '--data', data],
    ...['--log-level', 'silent', '--trust-proxy', '1', '--exchange-private', 'on'],
    ...['--exchange', JSON.stringify({ systems })],
  ]);
  const line = await lineOf(service.lines, listening);
  return { child: service.child, url: listening.exec(line)?.[1] ?? '' };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const closed = once(child, 'exit');
  child.kill(signal);
  await closed;
}

const script = fileURLToPath(new URL('simulate.ts', import.meta.url));
const simulator = (args: string[]) =>
  start([
    ...[script, '--cases', String(play.cases), '--seed', String(play.seed)],
    ...['--until', play.until, '--organs', organs.join(','), '--secret', secret],
    ...args,
  ]);

/** Every case as its applicant sees it, but for the moment of asking. */
async function views(url: string) {
  const seen = simulate(play).map(async ({ number, code }, index) => {
    const answer = await fetch(`${url}/api/v1/cases/track`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `10.3.0.${index + 1}` },
      body: JSON.stringify({ number, code }),
    });
    assert.equal(answer.status, 200, number);
    const { watch, asOf, updatedAt, ...rest } = (await answer.json()) as CaseView;
    return rest;
  });
  return Promise.all(seen);
}

test('the same seed plays the same cases, and disorder loses nothing', () => {
  const cases = simulate(play);
  assert.deepEqual(simulate(play), cases);
  const ordered = inOrder(cases);
  const sent = outOfOrder(cases, play.seed);
  assert.notDeepEqual(sent.slice(0, ordered.length), ordered);
  assert.ok(sent.length > ordered.length);
  assert.deepEqual(new Set(sent), new Set(ordered));
});

test(
  'thousands of records in disorder, the service killed between, give what an orderly run gives',
  { timeout: 300_000 },
  async () => {
    const port = await freePort();
    const data = join(folder, 'disorder');
    const first = await startService(data, port);
    const pushing = simulator(['--service', first.url]);
    await lineOf(pushing.lines, /taken in$/);
    await end(first.child, 'SIGKILL');
    const second = await startService(data, port);
    const done = await lineOf(pushing.lines, /^done:/);
    assert.match(done, / 0 refused/);
    const disorderly = await views(second.url);
    await end(second.child, 'SIGTERM');

    const orderly = await startService('memory', await freePort());
    await lineOf(simulator(['--service', orderly.url, '--in-order']).lines, /^done:/);
    const expected = await views(orderly.url);
    await end(orderly.child, 'SIGTERM');
    assert.deepEqual(disorderly, expected);
    assert.ok(new Set(expected.map(({ status }) => status)).size > 3);
  },
);

test('a feed that is read gives the same', { timeout: 300_000 }, async () => {
  const port = await freePort();
  const feed = simulator(['--serve', String(port), '--token', 'feed-token']);
  await lineOf(feed.lines, /records of/);
  const poll = { url: `http://127.0.0.1:${port}/feed`, token: 'feed-token', everySeconds: 1 };
  const service = await startService('memory', await freePort(), { poll });
  await lineOf(feed.lines, /^read to the end/);
  const seen = await views(service.url);
  assert.deepEqual(
    seen.map(({ events }) => events.length),
    simulate(play).map(({ records }) => new Set(records.map(({ id }) => id)).size),
  );
  await end(service.child, 'SIGTERM');
  await end(feed.child, 'SIGTERM');
});
