// How many filings a second, each on the disk before its receipt, beside a bare insert with the
// same durability.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { submission } from '../../packages/service/test/requests.ts';
import { root } from '../lib/root.mjs';
import { Stop } from '../lib/stop.mjs';
import { median, quantile, table } from './figures.mjs';

const connections = [1, 16];
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 2);

/** @typedef {{ rate: number, times: number[] }} Round */

let filed = 0;

/** @param {string} url @param {Agent} agent @returns {Promise<void>} */
function fileOne(url, agent) {
  filed += 1;
  const body = JSON.stringify(submission({ sought: { name: `第${filed}件` } }));
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `bench-key-${filed}` };
  return new Promise((resolve, reject) => {
    request(`${url}/api/v1/requests`, { method: 'POST', agent, headers }, (response) => {
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Stop(`A filing was answered ${String(response.statusCode)}.`));
      });
      response.resume();
    })
      .on('error', reject)
      .end(body);
  });
}

/** @param {string} url @param {number} count @returns {Promise<Round>} */
async function fileFor(url, count) {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  /** @type {number[]} */
  const times = [];
  const begin = performance.now();
  const one = async () => {
    while (performance.now() < begin + seconds * 1000) {
      const start = performance.now();
      await fileOne(url, agent);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: count }, one));
  agent.destroy();
  return { times, rate: (times.length / (performance.now() - begin)) * 1000 };
}

/** The two take turns, so that a busy moment of the machine meets both. */
export async function benchSubmit() {
  const folder = mkdtempSync(join(tmpdir(), 'open-info-bench-'));
  const child = fork(join(root, 'scripts/bench/submit-serve.mjs'), [folder], {
    execArgv: ['--conditions=source'],
    env: { ...process.env, DATABASE_URL: '' },
  });
  try {
    const [{ url }] = /** @type {[{ url: string }]} */ (await once(child, 'message'));
    for (const count of connections) {
      /** @type {Record<'insert' | 'filing', Round[]>} */
      const done = { insert: [], filing: [] };
      for (let round = 0; round <= rounds; round++) {
        child.send({ insert: { connections: count, seconds } });
        const [insert] = /** @type {[Round]} */ (await once(child, 'message'));
        const filing = await fileFor(url, count);
        // The first round warms up.
        if (round === 0) continue;
        done.insert.push(insert);
        done.filing.push(filing);
      }
      report(count, done);
    }
    child.send({ stop: true });
    await once(child, 'exit');
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {number} count @param {Record<'insert' | 'filing', Round[]>} done */
function report(count, done) {
  const works = { 'bare insert, synced': done.insert, 'filing over HTTP, synced': done.filing };
  table(
    `Filings, ${count} at once (median of ${rounds} rounds)`,
    ['work', 'a second', 'p50 ms', 'p99 ms'],
    Object.entries(works).map(([name, list]) => [
      name,
      median(list.map(({ rate }) => rate)),
      quantile(
        list.flatMap(({ times }) => times),
        0.5,
      ),
      quantile(
        list.flatMap(({ times }) => times),
        0.99,
      ),
    ]),
  );
}
