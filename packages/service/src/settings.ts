import { statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { logLevels, type LogLevel } from './http/log.ts';
import { cipherIds, type CipherId } from './privacy/cipher.ts';
import { digestIds, type DigestId } from './privacy/digest.ts';
import { StopError } from './stop.ts';

/** Whether the in-process read index is built: `auto` does so for up to 300,000 items. */
export const readIndexModes = ['on', 'auto', 'off'] as const;
export type ReadIndexMode = (typeof readIndexModes)[number];

/** How the service runs. */
export interface Settings {
  /** 0: any free port. */
  port: number;
  host: string;
  /** Folder of the embedded database; `memory` keeps it nowhere. */
  data: string;
  /** PostgreSQL instead of the embedded database. */
  databaseUrl?: string | undefined;
  /** Folder of static pages served at `/`. */
  site?: string | undefined;
  /** Folder of the built widget files served at `/embed/`; the workspace's own when absent. */
  embed?: string | undefined;
  /** Address of the official page of an item, with `{id}`. */
  itemUrl?: string | undefined;
  logLevel: LogLevel;
  readIndex: ReadIndexMode;
  /** What seals personal data; AES-256-GCM when absent. */
  cipher?: CipherId | undefined;
  /** The digest of the audit chain; SHA-256 when absent. */
  digest?: DigestId | undefined;
  /** The data key, or several with the newest first; the file `data-key` when neither is given. */
  dataKey?: string | undefined;
  dataKeys?: string | undefined;
}

/** Where each setting may come from; a flag wins over the environment. */
export interface Flags {
  port?: string | undefined;
  host?: string | undefined;
  data?: string | undefined;
  databaseUrl?: string | undefined;
  site?: string | undefined;
  embed?: string | undefined;
  itemUrl?: string | undefined;
  logLevel?: string | undefined;
  readIndex?: string | undefined;
  cipher?: string | undefined;
  digest?: string | undefined;
}

const environment: Record<keyof Flags, string> = {
  port: 'PORT',
  host: 'HOST',
  data: 'OPEN_INFO_DATA',
  databaseUrl: 'DATABASE_URL',
  site: 'OPEN_INFO_SITE',
  embed: 'OPEN_INFO_EMBED',
  itemUrl: 'OPEN_INFO_ITEM_URL',
  logLevel: 'OPEN_INFO_LOG',
  readIndex: 'OPEN_INFO_READ_INDEX',
  cipher: 'OPEN_INFO_CIPHER',
  digest: 'OPEN_INFO_DIGEST',
};

const flagNames: Record<keyof Flags, string> = {
  port: '--port',
  host: '--host',
  data: '--data',
  databaseUrl: '--database-url',
  site: '--site',
  embed: '--embed',
  itemUrl: '--item-url',
  logLevel: '--log-level',
  readIndex: '--read-index',
  cipher: '--cipher',
  digest: '--digest',
};

interface Given {
  value: string;
  /** How the person wrote it: `--port` or `PORT`. */
  name: string;
}

function wrong({ name, value }: Given, zh: string, en: string): StopError {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return new StopError({
    zh: `设置 ${name} 的值“${shown}”不正确：${zh}`,
    en: `The setting ${name} is "${shown}", which is not right: ${en}`,
  });
}

function toPort(given: Given): number {
  const port = Number(given.value);
  if (/^\d{1,5}$/.test(given.value) && port <= 65535) return port;
  throw wrong(given, '应为 0 到 65535 的整数。', 'give a whole number from 0 to 65535.');
}

function toHost(given: Given): string {
  if (/^[A-Za-z0-9.:_-]+$/.test(given.value)) return given.value;
  throw wrong(
    given,
    '应为主机名或 IP 地址，如 127.0.0.1 或 0.0.0.0。',
    'give a host name or an IP address, such as 127.0.0.1 or 0.0.0.0.',
  );
}

function toFolder(given: Given): string {
  if (given.value.includes('\0') || given.value.trim() === '') {
    throw wrong(given, '应为文件夹路径。', 'give the path of a folder.');
  }
  return isAbsolute(given.value) ? given.value : resolve(given.value);
}

function toExistingFolder(given: Given): string {
  const folder = toFolder(given);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw wrong(given, '没有这个文件夹。', 'there is no such folder.');
}

function toDatabaseUrl(given: Given): string {
  const url = URL.parse(given.value);
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '') return given.value;
  // The value may hold a password, so it is not shown.
  throw wrong(
    { name: given.name, value: '***' },
    '应为 postgres://用户:密码@主机:端口/数据库名。',
    'give postgres://user:password@host:port/database.',
  );
}

function toItemUrl(given: Given): string {
  const url = URL.parse(given.value.replaceAll('{id}', 'id'));
  if (given.value.includes('{id}') && url && /^https?:$/.test(url.protocol)) return given.value;
  throw wrong(
    given,
    '应为含 {id} 的 http(s) 地址，如 https://www.example.gov.cn/zwgk/{id}.html。',
    'give an http(s) address with {id}, such as https://www.example.gov.cn/zwgk/{id}.html.',
  );
}

function oneOf<T extends string>(values: readonly T[]) {
  return (given: Given): T => {
    const found = values.find((value) => value === given.value);
    if (found) return found;
    const list = values.join(', ');
    throw wrong(given, `可用的值：${list}。`, `use one of ${list}.`);
  };
}

/**
 * Reads the settings from flags and environment.
 *
 * @throws StopError naming the setting that is wrong and what would be right
 */
export function readSettings(flags: Flags = {}, env: NodeJS.ProcessEnv = process.env): Settings {
  const read = <T>(key: keyof Flags, check: (given: Given) => T): T | undefined => {
    const flag = flags[key];
    if (flag !== undefined) return check({ value: flag, name: flagNames[key] });
    const value = env[environment[key]];
    if (value !== undefined && value !== '') return check({ value, name: environment[key] });
    return undefined;
  };
  return {
    port: read('port', toPort) ?? 8787,
    host: read('host', toHost) ?? '127.0.0.1',
    data:
      read('data', (given) => (given.value === 'memory' ? 'memory' : toFolder(given))) ??
      resolve('.open-info'),
    databaseUrl: read('databaseUrl', toDatabaseUrl),
    site: read('site', toExistingFolder),
    embed: read('embed', toExistingFolder),
    itemUrl: read('itemUrl', toItemUrl),
    logLevel: read('logLevel', oneOf(logLevels)) ?? 'info',
    readIndex: read('readIndex', oneOf(readIndexModes)) ?? 'auto',
    cipher: read('cipher', oneOf(cipherIds)),
    digest: read('digest', oneOf(digestIds)),
    // Secrets come from the environment only: other users see the flags of a process.
    dataKey: env.OPEN_INFO_DATA_KEY || undefined,
    dataKeys: env.OPEN_INFO_DATA_KEYS || undefined,
  };
}
