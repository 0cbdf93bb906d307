import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './root.mjs';

const cli = join(root, 'packages/service/src/cli.ts');

/** True once the service's sources are there. */
export const hasService = () => existsSync(cli);

/**
 * Starts the real service from its sources, on a free port, with its seed data on an embedded
 * database in memory.
 * @param {string[]} [flags] further flags of `open-info serve`
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startService(flags = []) {
  const child = spawn(
    process.execPath,
    ['--conditions=source', cli, 'serve', '--port', '0', '--data', 'memory', ...flags],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DATABASE_URL: '' } },
  );
  /** @type {string[]} */
  const said = [];
  const exited = once(child, 'exit');
  /** @type {string} */
  const url = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const address = /https?:\/\/[\w.:[\]]+:\d+/.exec(line);
        if (address) resolve(address[0].replace('0.0.0.0', '127.0.0.1'));
      });
    }
    void exited.then((code) => {
      const ending = `The service ended with code ${String(code[0])} before it listened:`;
      reject(new Error([ending, ...said].join('\n')));
    });
  });
  return {
    url,
    async close() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
