// What a thousand pages that watch two hundred cases cost the service, beside its idling.
import { fork } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { trackCase, watchCase } from '../../packages/sdk/src/cases.ts';
import { createClient } from '../../packages/sdk/src/client.ts';
import { etagMemory } from '../../packages/sdk/src/etag-memory.ts';
import { root } from '../lib/root.mjs';
import { Stop } from '../lib/stop.mjs';
import { table } from './figures.mjs';

const watchers = 1_000;
const cases = 200;
/** Times run so much faster than in life: a poll after 5 s comes after 250 ms. */
const speed = 20;
/** Half an hour of life. The first poll of each watcher is never a 304: it has nothing to compare with. */
const seconds = Number(process.env.BENCH_WATCH_SECONDS ?? 90);
const settleSeconds = 5;
const idleSeconds = 10;
/** Cases that change while they are watched. */
const changing = 20;

const secret = randomBytes(32);
const system = {
  id: 'hall',
  name: '统一受理平台',
  organs: ['civil-affairs'],
  secrets: [`whsec_${secret.toString('base64')}`],
};

/** @typedef {{ user: number, system: number, rss: number }} Usage */

const numberOf = (/** @type {number} */ index) => `HALL-2026-${String(index).padStart(6, '0')}`;
const codeOf = (/** @type {number} */ index) => `CODE${String(index).padStart(6, '0')}`;

/**
 * @param {string} url
 * @param {object[]} records
 */
async function push(url, records) {
  const body = JSON.stringify({ records });
  const id = `msg_${randomBytes(8).toString('hex')}`;
  const time = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`${id}.${time}.${body}`).digest('base64');
  const answer = await fetch(`${url}/api/v1/exchange/${system.id}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(time),
      'webhook-signature': `v1,${signature}`,
    },
    body,
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Stop(`A push was answered ${answer.status}: ${text}`);
  const { refused } = /** @type {{ refused: object[] }} */ (JSON.parse(text));
  if (refused.length > 0) throw new Stop(`Records were refused: ${JSON.stringify(refused[0])}`);
}

/** @param {number} index */
const lifeOf = (index) => {
  const common = { caseNumber: numberOf(index), matterName: '高龄津贴发放' };
  return [
    {
      ...common,
      ...{ id: `${index}-0`, step: '0', at: '2026-11-16T09:00:00+08:00', applicant: '张三丰' },
      queryCode: codeOf(index),
    },
    {
      ...common,
      ...{ id: `${index}-2`, step: '2', at: '2026-11-17T09:00:00+08:00', state: 'accepted' },
      statutory: { amount: 20, unit: 'workday' },
      promised: { amount: 5, unit: 'workday' },
    },
  ];
};

/** Answers seen, and what went over the wire, all connections together. */
class Wire {
  /** @type {Map<string, number>} */
  statuses = new Map();
  /** @type {Set<import('node:net').Socket>} */
  sockets = new Set();
  agent = new Agent({ keepAlive: true, maxSockets: 64 });

  get bytes() {
    let sum = 0;
    for (const { bytesRead, bytesWritten } of this.sockets) sum += bytesRead + bytesWritten;
    return sum;
  }

  /** @param {string} kind @param {number} status */
  count(kind, status) {
    const key = `${kind} ${status}`;
    this.statuses.set(key, (this.statuses.get(key) ?? 0) + 1);
  }

  /**
   * `fetch` of one watcher, with an address of its own.
   * @param {string} address
   * @returns {(request: Request) => Promise<Response>}
   */
  of(address) {
    return async (asked) => {
      const { method, url, signal } = asked;
      const body = method === 'GET' ? undefined : await asked.text();
      const headers = { ...Object.fromEntries(asked.headers), 'x-forwarded-for': address };
      return new Promise((resolve, reject) => {
        const sent = httpRequest(url, { method, headers, agent: this.agent, signal }, (answer) => {
          /** @type {Buffer[]} */
          const parts = [];
          answer.on('data', (part) => parts.push(part));
          answer.on('end', () => {
            const status = answer.statusCode ?? 0;
            this.count(url.includes('/watch/') ? 'poll' : 'view', status);
            const given = /** @type {[string, string][]} */ (
              Object.entries(answer.headers).filter(([, value]) => typeof value === 'string')
            );
            const text = status === 304 ? null : Buffer.concat(parts);
            resolve(new Response(text, { status, headers: given }));
          });
        });
        sent.on('socket', (socket) => this.sockets.add(socket));
        sent.on('error', reject);
        sent.end(body);
      });
    };
  }
}

/**
 * @param {string} url
 * @param {Wire} wire
 * @param {AbortSignal} signal
 * @param {(number: string) => void} onChange
 */
async function startWatchers(url, wire, signal, onChange) {
  return Promise.all(
    Array.from({ length: watchers }, async (_, index) => {
      const address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
      const client = createClient({
        baseUrl: url,
        fetch: wire.of(address),
        middleware: [etagMemory()],
        deadline: 120_000,
        timeout: 60_000,
      });
      const key = { number: numberOf(index % cases), code: codeOf(index % cases) };
      const view = await trackCase(client, key);
      return async () => {
        try {
          const times = { interval: 5_000 / speed, longest: 60_000 / speed };
          for await (const changed of watchCase(client, key, { view, signal, ...times })) {
            onChange(changed.number);
          }
        } catch (error) {
          if (!signal.aborted) throw error;
        }
      };
    }),
  );
}

/** A thousand watchers on two hundred cases; prints what they cost beside an idle service. */
export async function benchWatch() {
  const folder = mkdtempSync(join(tmpdir(), 'open-info-bench-'));
  const child = fork(
    join(root, 'scripts/bench/watch-serve.mjs'),
    [folder, JSON.stringify({ systems: [system] })],
    { execArgv: ['--conditions=source'], env: { ...process.env, DATABASE_URL: '' } },
  );
  const ended = once(child, 'exit').then(([code]) => {
    throw new Stop(`The service ended (code ${String(code)}).`);
  });
  ended.catch(() => undefined);
  const usage = async () => {
    child.send({ usage: true });
    const [used] = /** @type {[Usage]} */ (await Promise.race([once(child, 'message'), ended]));
    return used;
  };
  try {
    const [{ url }] = /** @type {[{ url: string }]} */ (
      await Promise.race([once(child, 'message'), ended])
    );
    await push(url, Array.from({ length: cases }, (_, index) => lifeOf(index)).flat());

    // Until what follows from the records is done.
    await pause(settleSeconds * 1000);
    const beforeIdle = await usage();
    await pause(idleSeconds * 1000);
    const afterIdle = await usage();

    const wire = new Wire();
    const stop = new AbortController();
    let changes = 0;
    const watches = await startWatchers(url, wire, stop.signal, () => (changes += 1));
    const opened = await usage();
    const bytesBefore = wire.bytes;
    wire.statuses.clear();
    const done = Promise.all(watches.map((watch) => watch()));
    for (let step = 0; step < changing; step++) {
      await pause((seconds * 1000) / changing);
      await push(url, [
        {
          ...{ id: `${step}-3`, step: '3', caseNumber: numberOf(step), state: '承办' },
          ...{ at: new Date().toISOString(), activity: '审核' },
        },
      ]);
    }
    const watched = await usage();
    const bytes = wire.bytes - bytesBefore;
    stop.abort();
    await done;

    const seen = (/** @type {string} */ kind) => wire.statuses.get(kind) ?? 0;
    const polls = [...wire.statuses]
      .filter(([kind]) => kind.startsWith('poll'))
      .reduce((sum, [, count]) => sum + count, 0);
    const cpu = (/** @type {Usage} */ a, /** @type {Usage} */ b) =>
      (b.user + b.system - a.user - a.system) / 1e6;
    const idle = cpu(beforeIdle, afterIdle) / idleSeconds;
    const busy = cpu(opened, watched) / seconds;
    table(
      `${watchers} watchers on ${cases} cases, ${seconds} s at ${speed} times the speed of life, ${changing} cases changed`,
      ['what', 'value'],
      [
        ['polls', polls],
        ['answered 304, %', (seen('poll 304') / polls) * 100],
        ['answered 200', seen('poll 200')],
        ['views fetched anew', seen('view 200')],
        ['changes seen by watchers', changes],
        ['service CPU idle, ms a second', idle * 1000],
        ['service CPU watched, ms a second', busy * 1000],
        ['service CPU a poll, ms', ((busy - idle) * 1000 * seconds) / polls],
        ['the same in life, CPU ms a second', ((busy - idle) * 1000) / speed + idle * 1000],
        ['bytes a poll, both ways with headers', bytes / polls],
      ],
    );
    const share = (seen('poll 304') / polls) * 100;
    console.log(
      `${share >= 95 ? 'met   ' : 'MISSED'}  polls answered 304: ${share.toFixed(1)} % (target ≥ 95 %)`,
    );
    child.send({ stop: true });
    await once(child, 'exit');
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
