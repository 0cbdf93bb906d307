import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../database/sync.ts';
import type { Settings } from '../settings.ts';
import { StopError } from '../stop.ts';
import { toDataKey, type DataKey } from './cipher.ts';

/** The keys of the data, the newest first, and where they come from. */
export interface DataKeys {
  readonly keys: readonly [DataKey, ...DataKey[]];
  /** `OPEN_INFO_DATA_KEY`, the path of the file, or undefined for keys that live as long as the process. */
  readonly origin: string | undefined;
}

type KeySettings = Pick<Settings, 'data' | 'databaseUrl' | 'dataKey' | 'dataKeys'>;

const keySize = 32;
const fileName = 'data-key';

/**
 * Finds the keys: in `OPEN_INFO_DATA_KEYS` (several, the newest first), `OPEN_INFO_DATA_KEY`, the
 * file `data-key` of the data folder, which is made when it is not there. A database in memory
 * has a key that lives as long as it does.
 *
 * @throws StopError when a key is not one, or others may read the file
 */
export function findDataKeys(settings: KeySettings): DataKeys {
  const { dataKeys, dataKey, data, databaseUrl } = settings;
  if (dataKeys !== undefined) return given('OPEN_INFO_DATA_KEYS', dataKeys);
  if (dataKey !== undefined) return given('OPEN_INFO_DATA_KEY', dataKey);
  if (data === 'memory' && databaseUrl !== undefined) throw keyWouldBeLost();
  if (data === 'memory') return { keys: [toDataKey(randomBytes(keySize))], origin: undefined };
  const file = join(data, fileName);
  return given(file, readKeyFile(file) ?? makeKeyFile(data, file));
}

/** Keys stand apart by commas, spaces or lines; each is 32 bytes in base64 or hex. */
function given(origin: string, text: string): DataKeys {
  const [newest, ...older] = text
    .split(/[\s,]+/)
    .filter((key) => key !== '')
    .map((key) => toDataKey(decode(origin, key)));
  if (!newest) throw noKey(origin);
  return { keys: [newest, ...older], origin };
}

function decode(origin: string, text: string): Buffer {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  const key = Buffer.from(text, 'base64');
  if (/^[\w+/-]{43}=?$/.test(text) && key.length === keySize) return key;
  throw noKey(origin);
}

function readKeyFile(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return undefined;
  // Windows has no such bits.
  if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) throw readableByOthers(file);
  return readFileSync(file, 'utf8');
}

function makeKeyFile(folder: string, file: string): string {
  installKeys(folder, randomBytes(keySize).toString('base64'));
  return readFileSync(file, 'utf8');
}

/**
 * Writes the file `data-key`: whole and on the disk before anything is sealed with it. A file that
 * is there stays.
 */
export function installKeys(folder: string, keys: string): void {
  const file = join(folder, fileName);
  const part = `${file}.${String(process.pid)}`;
  mkdirSync(folder, { recursive: true });
  writeSynced(part, `${keys}\n`);
  try {
    linkSync(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(part);
  }
  syncFolder(folder);
}

function writeSynced(file: string, text: string): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function keyWouldBeLost(): StopError {
  return new StopError({
    zh: '数据在 PostgreSQL 中，而 --data memory 没有地方保存数据密钥；请设置 OPEN_INFO_DATA_KEY，或用 --data 指定文件夹。',
    en: 'The data is on PostgreSQL, and --data memory leaves no place for the data key; set OPEN_INFO_DATA_KEY, or name a folder with --data.',
  });
}

function noKey(origin: string): StopError {
  return new StopError({
    zh: `${origin} 中没有正确的数据密钥：应为 32 字节，写成 base64 或十六进制（可用 openssl rand -base64 32 生成）。`,
    en: `${origin} holds no proper data key: give 32 bytes in base64 or hex (openssl rand -base64 32 makes one).`,
  });
}

function readableByOthers(file: string): StopError {
  return new StopError({
    zh: `数据密钥文件 ${file} 可被其他用户读取；请执行 chmod 600 ${file} 后重新启动。`,
    en: `The data key file ${file} can be read by others; run chmod 600 ${file} and start again.`,
  });
}
