import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Service } from '../service.ts';
import { StopError } from '../stop.ts';
import { upkeepOf, type Upkeep } from './upkeep.ts';

/** Name of the socket in the data folder. */
export const socketName = 'control.sock';

/** A backup on its way in or out. */
const isHandedOver = /^handed-over-\w+\.part$/;

/** A path of a socket may not be longer; the least of the systems we run on. */
const longestPath = 100;

/**
 * Lets `open-info backup`, `restore` and `audit` reach the service that holds an embedded
 * database: a socket in the data folder, for the same user only, never on a network.
 *
 * @returns closes it
 */
export async function openControl(service: Service): Promise<() => Promise<void>> {
  const { data, databaseUrl } = service.settings;
  // PostgreSQL is reached without us, memory is gone with us, and Windows has no such sockets.
  if (databaseUrl !== undefined || data === 'memory' || process.platform === 'win32') {
    return () => Promise.resolve();
  }
  const upkeep = upkeepOf(service, () => Promise.resolve());
  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    answer(upkeep, data, request, response).catch((error: unknown) => {
      refuse(service, response, error);
    });
  });
  const path = join(data, socketName);
  // The lock of the folder is ours, so a socket that lies there is of a process that died.
  rmSync(path, { force: true });
  for (const name of readdirSync(data)) {
    if (isHandedOver.test(name)) rmSync(join(data, name));
  }
  const socket = place(path);
  server.listen(socket.path);
  await once(server, 'listening');
  chmodSync(socket.path, 0o600);
  return async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
    socket.remove();
  };
}

/** Where the socket lies; in a deep folder a link leads to it. */
function place(path: string): { path: string; remove: () => void } {
  const remove = () => rmSync(path, { force: true });
  if (Buffer.byteLength(path) <= longestPath) return { path, remove };
  const folder = mkdtempSync(join(tmpdir(), 'open-info-'));
  const short = join(folder, socketName);
  symlinkSync(short, path);
  return {
    path: short,
    remove: () => {
      remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answer(
  upkeep: Upkeep,
  data: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://control');
  const has = (name: string) => searchParams.get(name) === 'yes';
  const json = (value: unknown) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(value));
  };
  if (pathname === '/backup') {
    await handedOver(data, async (part) => {
      // Others wait while the tables are read: that must hang on our disk, not on who asked.
      await pipeline(await upkeep.backup({ keys: has('keys') }), writeTo(part));
      await pipeline(createReadStream(part), response);
    });
  } else if (pathname === '/restore') {
    await handedOver(data, async (part) => {
      // The file may lie where only the operator's process can read it.
      await pipeline(request, writeTo(part));
      json(await upkeep.restore(part, { replace: has('replace') }));
    });
  } else if (pathname === '/audit') {
    json(await upkeep.verifyAudit(searchParams.get('head') ?? undefined));
  } else {
    response.writeHead(404).end();
  }
}

const writeTo = (path: string) => createWriteStream(path, { mode: 0o600, flags: 'wx' });

async function handedOver(data: string, work: (part: string) => Promise<void>): Promise<void> {
  const part = join(data, `handed-over-${randomBytes(6).toString('hex')}.part`);
  try {
    await work(part);
  } finally {
    rmSync(part, { force: true });
  }
}

function refuse({ log }: Service, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    // The other side notices that the answer breaks off.
    response.destroy();
    return;
  }
  if (error instanceof StopError) {
    const body = JSON.stringify(error.words);
    response.writeHead(409, { 'Content-Type': 'application/json' }).end(body);
    return;
  }
  const { name, code } = error as { name?: string; code?: unknown };
  log.error('upkeep', { reason: name, code: String(code) });
  response.writeHead(500).end();
}
