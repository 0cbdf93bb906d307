import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './root.mjs';

/** True once the service's sources are there. */
export const hasService = () => existsSync(join(root, 'packages/service/src/cli.ts'));

/** What the service prints once it answers. */
export const listening = /^open-info (https?:\S+)/;

/** Arguments of Node that run the service from its sources. */
export const fromSources = [
  '--conditions=source',
  join(root, 'scripts/lib/open-info.mjs'),
  'serve',
];

/**
 * Starts the real service from its sources, on a free port, with its seed data on an embedded
 * database in memory.
 * @param {string[]} [flags] further flags of `open-info serve`
 * @param {NodeJS.ProcessEnv} [env] further settings
 * @returns {Promise<{ url: string, said: readonly string[], close: () => Promise<void> }>} `said`:
 *   every line it has printed
 */
export async function startService(flags = [], env = {}) {
  const child = spawn(
    process.execPath,
    [...fromSources, '--port', '0', '--data', 'memory', ...flags],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DATABASE_URL: '', ...env } },
  );
  /** @type {string[]} */
  const said = [];
  const exited = once(child, 'exit');
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const address = listening.exec(line)?.[1];
        if (address) resolve(address);
      });
    }
    void exited.then((code) => {
      const ending = `The service ended with code ${String(code[0])} before it listened:`;
      reject(new Error([ending, ...said].join('\n')));
    });
  });
  return {
    url,
    said,
    async close() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
