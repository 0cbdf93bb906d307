import { createReadStream, realpathSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { AuditVerdict } from '../audit/store.ts';
import { openService } from '../service.ts';
import type { Settings } from '../settings.ts';
import { StopError } from '../stop.ts';
import type { Words } from '../http/words.ts';
import { socketName } from './control.ts';
import type { RestoreReport } from './load.ts';
import { upkeepOf, type Upkeep } from './upkeep.ts';

/**
 * Upkeep of the data the settings name: through the service that runs on the folder, or, when none
 * does or the data is on PostgreSQL, in this process.
 *
 * @throws StopError when there is nothing to keep up
 */
export async function openUpkeep(settings: Settings): Promise<Upkeep> {
  const { data, databaseUrl } = settings;
  if (databaseUrl === undefined) {
    if (data === 'memory') throw nothingKept();
    const socket = await findSocket(data);
    if (socket !== undefined) return remoteUpkeep(socket);
  }
  const { service, close } = await openService({ ...settings, readIndex: 'off' });
  return upkeepOf(service, close);
}

/** The socket of the service that runs on a folder. */
export async function findSocket(data: string): Promise<string | undefined> {
  try {
    const socket = realpathSync(join(data, socketName));
    (await ask(socket, '/')).resume();
    return socket;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // It lies there still after a service was killed.
    if (['ENOENT', 'ENOTDIR', 'ECONNREFUSED'].includes(code)) return undefined;
    if (code === 'EACCES') throw otherUser(data);
    throw error;
  }
}

function ask(socketPath: string, path: string, file?: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ socketPath, path, method: 'POST', agent: false });
    request.on('response', resolve);
    request.on('error', reject);
    if (file === undefined) request.end();
    else pipeline(createReadStream(file), request).catch(reject);
  });
}

async function ok(asked: Promise<IncomingMessage>): Promise<IncomingMessage> {
  const response = await asked;
  if (response.statusCode === 200) return response;
  if (response.statusCode === 409) throw new StopError(JSON.parse(await text(response)) as Words);
  throw new StopError({
    zh: '运行中的服务未能完成；请查看服务的日志。',
    en: 'The running service could not do it; see its log.',
  });
}

function remoteUpkeep(socket: string): Upkeep {
  const json = async <T>(path: string, file?: string) =>
    JSON.parse(await text(await ok(ask(socket, path, file)))) as T;
  const flag = (name: string, is: boolean) => (is ? `?${name}=yes` : '');
  return {
    backup: ({ keys }) => ok(ask(socket, `/backup${flag('keys', keys)}`)),
    restore: (path, { replace }) =>
      json<RestoreReport>(`/restore${flag('replace', replace)}`, path),
    verifyAudit: (kept) =>
      json<AuditVerdict>(`/audit${kept === undefined ? '' : `?head=${encodeURIComponent(kept)}`}`),
    close: () => Promise.resolve(),
  };
}

function otherUser(data: string): StopError {
  return new StopError({
    zh: `数据文件夹 ${data} 正由另一个用户的服务使用；请以运行服务的用户执行本命令。`,
    en: `The data folder ${data} is in use by a service of another user; run this command as that user.`,
  });
}

function nothingKept(): StopError {
  return new StopError({
    zh: '只在内存中的数据无法由另一个进程备份、恢复或核验；请用 --data 指定服务的数据文件夹，或用 --database-url 指定数据库。',
    en: 'Data in memory cannot be backed up, restored or verified by another process; name the data folder of the service with --data, or its database with --database-url.',
  });
}
