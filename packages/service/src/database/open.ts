import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Settings } from '../settings.ts';
import { StopError } from '../stop.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { openPGlite } from './pglite.ts';
import { syncFolder, syncTree } from './sync.ts';
import type { Tables } from './tables.ts';
import { oid, readDate, readInstant } from './types.ts';

/** An open, migrated database. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the database the settings name and brings its tables up to date.
 *
 * @throws StopError saying what to do next when it cannot
 */
export function openDatabase(settings: Pick<Settings, 'data' | 'databaseUrl'>): Promise<Database> {
  if (settings.databaseUrl !== undefined) return openPostgres(settings.databaseUrl);
  return settings.data === 'memory' ? openMemory() : openFolder(settings.data);
}

/**
 * Opens a database that lives as long as the process.
 *
 * @param image the files of an empty cluster as a tar archive; without it they are made anew
 */
export function openMemory(image?: Uint8Array): Promise<Database> {
  return openEmbedded(undefined, image);
}

/**
 * Makes a folder and those it lies in. One by one: Node's `recursive` never comes back where the
 * system says that a parent which is there is not, as below /proc.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been quicker.
    if (!existsSync(folder)) throw error;
  }
}

async function openFolder(folder: string): Promise<Database> {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(folder, error);
  }
  const unlock = lock(folder);
  try {
    const database = await openCluster(folder);
    return { ...database, close: () => database.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error instanceof StopError ? error : broken(folder, error);
  }
}

/**
 * Opens the cluster, or makes it: the mark stands until all of its files are on the disk, so what
 * was cut short is made anew. Nothing can be in it that anyone was promised.
 */
async function openCluster(folder: string): Promise<Database> {
  const cluster = join(folder, 'pglite');
  const mark = join(folder, 'pglite-unfinished');
  if (existsSync(mark)) rmSync(cluster, { recursive: true, force: true });
  if (existsSync(cluster)) return openEmbedded(cluster);
  writeFileSync(mark, '');
  syncFolder(folder);
  const database = await openEmbedded(cluster);
  try {
    syncTree(cluster);
    rmSync(mark);
    syncFolder(folder);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function lock(folder: string): () => void {
  try {
    return lockFolder(folder);
  } catch (error) {
    throw error instanceof StopError ? error : unwritable(folder, error);
  }
}

async function openEmbedded(folder: string | undefined, image?: Uint8Array): Promise<Database> {
  const { dialect, ready, close } = openPGlite(folder, image);
  const db = new Kysely<Tables>({ dialect });
  try {
    await ready;
    await migrate(db);
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  return { kind: 'pglite', db, close };
}

function readTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(oid.int8, Number);
  types.setTypeParser(oid.date, readDate);
  types.setTypeParser(oid.timestamptz, readInstant);
  return types;
}

async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    application_name: 'open-info',
    types: readTypes(),
  });
  // A connection lost while idle is replaced by the next query; unheard it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await pool.query('select 1');
    await migrate(db);
  } catch (error) {
    await pool.end();
    throw unreachable(url, error);
  }
  return { kind: 'postgres', db, close: () => db.destroy() };
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' && message !== '' ? message : String(code);
  return text.split('\n')[0] ?? text;
}

function unwritable(folder: string, error: unknown): StopError {
  return new StopError(
    {
      zh: `数据文件夹 ${folder} 不可写；请更改其权限，或用 --data 指定另一个文件夹。`,
      en: `The data folder ${folder} cannot be written; change its permissions, or name another folder with --data.`,
    },
    error,
  );
}

function broken(folder: string, error: unknown): StopError {
  return new StopError(
    {
      zh: `文件夹 ${folder} 中的数据库已损坏，无法打开；请从备份恢复该文件夹，或将其移走后重新启动。`,
      en: `The database in ${folder} is damaged and cannot be opened; restore the folder from a backup, or move it away and start again.`,
    },
    error,
  );
}

/** What to do about the ways a PostgreSQL server refuses. */
const remedies: Record<string, { zh: string; en: string }> = {
  ECONNREFUSED: {
    zh: '服务器没有应答；请确认数据库已启动，主机和端口正确',
    en: 'nothing listens there; see that the database runs and that host and port are right',
  },
  ENOTFOUND: { zh: '找不到该主机；请检查主机名', en: 'there is no such host; check its name' },
  EAI_AGAIN: { zh: '找不到该主机；请检查主机名', en: 'there is no such host; check its name' },
  '28P01': { zh: '用户名或密码不正确', en: 'the user or the password is wrong' },
  '28000': { zh: '服务器不接受该用户', en: 'the server does not accept this user' },
  '3D000': {
    zh: '该数据库不存在；请先创建它（createdb）',
    en: 'that database does not exist; create it first (createdb)',
  },
  '42501': {
    zh: '该用户无权建表；请授予其在 public 模式中的 CREATE 权限',
    en: 'the user may not create tables; grant it CREATE on the schema public',
  },
};

function unreachable(url: string, error: unknown): StopError {
  const { host, pathname } = new URL(url);
  const remedy = remedies[String((error as { code?: unknown }).code)] ?? {
    zh: reasonOf(error),
    en: reasonOf(error),
  };
  return new StopError(
    {
      zh: `无法使用 PostgreSQL 数据库 ${host}${pathname}：${remedy.zh}。`,
      en: `The PostgreSQL database ${host}${pathname} cannot be used: ${remedy.en}.`,
    },
    error,
  );
}
