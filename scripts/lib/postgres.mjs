import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.mjs';

/** PostgreSQL refuses to run as root; who runs it then. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = ['postgres', 'nobody'].flatMap((name) => users.filter((row) => row[0] === name))[0];
  return { uid: Number(user?.[2] ?? 65534), gid: Number(user?.[3] ?? 65534) };
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} cwd
 */
function start(program, args, cwd) {
  const child = spawn(program, args, { cwd, ...unprivileged(), stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (/** @type {Buffer} */ chunk) => (said.text += chunk.toString()));
  }
  return { child, said, exited: once(child, 'exit') };
}

/** @param {string} url */
async function answers(url) {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Starts a PostgreSQL of the tests' own: a fresh cluster in a temporary folder, on a free port of
 * this machine only, without durability. `stop()` ends it and removes the folder.
 * @param {string} bin folder of PostgreSQL's programs
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startPostgres(bin) {
  const folder = mkdtempSync(join(tmpdir(), 'open-info-postgres-'));
  const { uid, gid } = unprivileged();
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  const cluster = join(folder, 'cluster');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (uid !== undefined) for (const path of [folder, passwordFile]) chownSync(path, uid, gid);

  const init = start(
    join(bin, 'initdb'),
    [
      ...['-D', cluster, '-U', 'open_info', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    ],
    folder,
  );
  await init.exited;
  if (init.child.exitCode !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed:\n${init.said.text}`);
  }

  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '64MB',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = start(join(bin, 'postgres'), ['-D', cluster, ...flags], folder);

  const stop = async () => {
    if (server.child.exitCode === null) {
      // SIGINT: end at once, without waiting for connections.
      server.child.kill('SIGINT');
      await server.exited;
    }
    rmSync(folder, { recursive: true, force: true });
  };

  const url = `postgres://open_info:${password}@127.0.0.1:${port}/postgres`;
  const deadline = Date.now() + 30_000;
  while (!(await answers(url))) {
    if (server.child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`PostgreSQL did not start:\n${server.said.text}`);
    }
    await pause(100);
  }
  return { url, stop };
}
