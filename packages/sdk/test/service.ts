import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = fileURLToPath(new URL('../../../scripts/lib/open-info.mjs', import.meta.url));
const run = promisify(execFile);

/** The real service in a process of its own, as nothing of it may be imported here. */
export interface RunningService {
  url: string;
  /** The token of an officer or a coordinator. */
  token(organ: string, role: 'officer' | 'coordinator'): Promise<string>;
  stop(): Promise<void>;
}

export async function startService(flags: string[] = []): Promise<RunningService> {
  const data = await mkdtemp(join(tmpdir(), 'open-info-sdk-'));
  const node = (...args: string[]) => ['--conditions=source', program, ...args, '--data', data];
  const env = { ...process.env, DATABASE_URL: '' };
  const args = node('serve', '--port', '0', '--log-level', 'silent', ...flags);
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^open-info (https?:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
    void exited.then(() => reject(new Error('The service ended before it listened.')));
  });
  return {
    url,
    async token(organ, role) {
      const asked = ['--organ', organ, '--role', role, '--port', new URL(url).port];
      const { stdout } = await run(process.execPath, node('token', ...asked), { env });
      return stdout.trim();
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
      await rm(data, { recursive: true, force: true });
    },
  };
}
