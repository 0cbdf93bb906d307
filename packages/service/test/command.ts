import { spawn } from 'node:child_process';
import { join } from 'node:path';

const cli = new URL('../src/cli.ts', import.meta.url).href;

/** How a command ended. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `open-info` in a process of its own, on a data folder below `folder`. */
export function openInfo(folder: string, ...args: string[]): Promise<Ended> {
  const script = `const { run } = await import(${JSON.stringify(cli)}); await run(process.argv);`;
  const flags = ['--conditions=source', '--input-type=module', '-e', script, 'open-info'];
  const env = { ...process.env, DATABASE_URL: '' };
  const child = spawn(process.execPath, [...flags, ...args, '--data', join(folder, 'data')], {
    cwd: folder,
    env,
  });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (ended.out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (ended.err += chunk.toString('utf8')));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ ...ended, code }));
  });
}
