import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/root.mjs';
import { mustRun } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';

const execArgv = ['--conditions=source'];
const folder = join(root, 'node_modules/.cache/open-info-bench');

/**
 * The folder of an embedded database with `count` items; made once, kept for the next run.
 * @param {number} count
 */
export async function dataset(count) {
  const ready = join(folder, String(count));
  if (existsSync(ready)) return ready;
  const filling = `${ready}.filling`;
  rmSync(filling, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const output = await mustRun(
    process.execPath,
    [...execArgv, join(root, 'scripts/bench/fill.mjs'), filling, String(count)],
    `Filling a database with ${count} items failed.`,
  );
  const { seconds } = JSON.parse(output.trim().split('\n').at(-1) ?? '{}');
  console.log(`filled ${count.toLocaleString('en')} items in ${seconds.toFixed(1)} s`);
  renameSync(filling, ready);
  return ready;
}

/**
 * Serves a data set from a process of its own.
 * @param {string} data
 * @param {'auto' | 'off'} readIndex
 */
export async function serve(data, readIndex) {
  const child = fork(
    join(root, 'scripts/bench/serve.mjs'),
    [data, readIndex, join(root, 'scripts/bench/pages')],
    { execArgv, env: { ...process.env, DATABASE_URL: '' } },
  );
  const [ready] =
    /** @type {[{ url: string, hello: string, indexSeconds: number, indexMegabytes: number }]} */ (
      await Promise.race([once(child, 'message'), failure(child)])
    );
  return {
    ...ready,
    /** @param {number} count @returns {Promise<number[]>} */
    async selectByKey(count) {
      child.send({ select: count });
      const [{ times }] = await once(child, 'message');
      return times;
    },
    async stop() {
      child.send({ stop: true });
      await once(child, 'exit');
    },
  };
}

/**
 * Rejects when the process ends before it said anything.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<never>}
 */
async function failure(child) {
  const [code] = await once(child, 'exit');
  throw new Stop(`The service of the bench ended with code ${String(code)}; see above.`);
}
