import { rmSync, statSync } from 'node:fs';
import { mkdir, open, rename, type FileHandle } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { sql, type Kysely, type Transaction } from 'kysely';
import { appendAudit, auditHead } from '../audit/store.ts';
import { syncFolder } from '../database/sync.ts';
import type { Tables } from '../database/tables.ts';
import { fits } from '../privacy/privacy.ts';
import type { Service } from '../service.ts';
import { StopError } from '../stop.ts';
import { listFiles } from './dump.ts';
import { damaged, readBackup, type BackupHeader, type Part } from './format.ts';
import { listForeignKeys, listMigrations, listTables, type TableShape } from './tables.ts';

export interface RestoreOptions {
  /** Whether data that is there may be replaced. */
  replace: boolean;
}

export interface RestoreReport {
  /** When the backup was made. */
  at: string;
  version: string;
  rows: number;
  files: number;
}

type Restored = Pick<Service, 'db' | 'settings' | 'privacy' | 'published' | 'now'>;

/**
 * Puts a backup in the place of all data, in one transaction: others see everything as before or
 * everything as in the backup. The whole file is checked first.
 *
 * @throws StopError saying what is wrong; then nothing was touched
 */
export async function restore(
  service: Restored,
  path: string,
  { replace }: RestoreOptions,
): Promise<RestoreReport> {
  const { db, published, privacy, settings } = service;
  const started = Date.now();
  const checked = await check(service, path);
  const folder = settings.data === 'memory' ? undefined : join(settings.data, 'files');
  const loaded = await db.transaction().execute(async (trx) => {
    const tables = await listTables(trx);
    if (!replace && (await holdsData(trx, tables))) throw notEmpty();
    const before = await auditHead(trx);
    const { data_version } = await trx
      .selectFrom('published')
      .select('data_version')
      .executeTakeFirstOrThrow();
    const counted = await swap(trx, tables, path, folder);
    // Caches and ETags of before must not hold for what is there now.
    await sql`update published set data_version = greatest(data_version, ${data_version}) + 1`.execute(
      trx,
    );
    await appendAudit(service, trx, {
      actor: 'operator',
      action: 'backup.restore',
      subject: 'database',
      facts: { backupOf: checked.at, replacedCount: before.seq, replacedHead: before.hash },
    });
    return counted;
  });
  await privacy.refresh();
  await published.refresh();
  if (folder !== undefined) await removeStrays(folder, loaded.files, started);
  const { at, version } = checked;
  return { at, version, rows: loaded.rows, files: loaded.files.size };
}

/** Reads the whole file once, and compares it with this database and its key. */
async function check(service: Restored, path: string): Promise<BackupHeader> {
  const tables = await listTables(service.db);
  const migrations = await listMigrations(service.db);
  let header: BackupHeader | undefined;
  let strange = false;
  for await (const entry of readBackup(path)) {
    if (entry.kind === 'header') header = entry.header;
    if (entry.kind === 'part') strange ||= !isKnownPart(entry.part, tables);
  }
  if (!header) throw damaged();
  if (strange || header.migrations.join() !== migrations.join()) throw otherTables(header);
  if (!fits(service.privacy, Buffer.from(header.pepper, 'base64'))) throw otherKey();
  return header;
}

function isKnownPart({ part, name, columns }: Part, tables: TableShape[]): boolean {
  if (part === 'file') return isSafe(name);
  if (part === 'sequences') return true;
  const table = tables.find((known) => known.name === name);
  return table !== undefined && table.columns.join() === columns?.join();
}

/** Whether a name of a file stays within its folder. */
function isSafe(name: string): boolean {
  return name.split('/').every((step) => /^[\w-][\w.-]*$/.test(step));
}

/** Tables that hold something from the start. */
const never = ['privacy', 'published', 'audit', 'audit_head'];

async function holdsData(trx: Kysely<Tables>, tables: TableShape[]): Promise<boolean> {
  for (const { name } of tables) {
    if (never.includes(name)) continue;
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(trx);
    if (rows.length > 0) return true;
  }
  return false;
}

async function swap(
  trx: Transaction<Tables>,
  tables: TableShape[],
  path: string,
  folder: string | undefined,
): Promise<{ rows: number; files: Set<string> }> {
  const keys = await listForeignKeys(trx);
  const all = sql.join(tables.map(({ name }) => sql.table(name)));
  await sql`lock table ${all} in access exclusive mode`.execute(trx);
  for (const { table, name } of keys) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(trx);
  }
  for (const { name } of tables) {
    await sql`alter table ${sql.table(name)} disable trigger user`.execute(trx);
  }
  await sql`truncate ${all}`.execute(trx);
  const counted = await load(trx, tables, path, folder);
  for (const { name } of tables) {
    await sql`alter table ${sql.table(name)} enable trigger user`.execute(trx);
  }
  for (const { table, name, definition } of keys) {
    await sql`alter table ${sql.table(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(
      trx,
    );
  }
  await sql`analyze`.execute(trx);
  return counted;
}

/** What takes the lines of one part. */
interface Taker {
  take: (text: string) => Promise<void>;
  end: () => Promise<void>;
}

async function load(
  trx: Transaction<Tables>,
  tables: TableShape[],
  path: string,
  folder: string | undefined,
): Promise<{ rows: number; files: Set<string> }> {
  const files = new Set<string>();
  let rows = 0;
  let taker: Taker | undefined;
  for await (const entry of readBackup(path)) {
    if (entry.kind === 'part') {
      const { part, name } = entry.part;
      if (part === 'file') files.add(name);
      taker = takerOf(trx, tables, entry.part, folder);
    } else if (entry.kind === 'line') {
      await taker?.take(entry.text);
    } else if (entry.kind === 'end') {
      await taker?.end();
    } else if (entry.kind === 'manifest') {
      const filled = entry.manifest.parts.filter(({ part }) => part === 'table');
      rows = filled.reduce((sum, { lines }) => sum + lines, 0);
    }
  }
  return { rows, files };
}

function takerOf(
  trx: Transaction<Tables>,
  tables: TableShape[],
  { part, name }: Part,
  folder: string | undefined,
): Taker | undefined {
  if (part === 'sequences') return sequenceTaker(trx);
  if (part === 'file') return folder === undefined ? undefined : fileTaker(folder, name);
  const table = tables.find((known) => known.name === name);
  return table && rowTaker(trx, table);
}

const batchRows = 500;

function rowTaker(trx: Transaction<Tables>, { name, columns, generated }: TableShape): Taker {
  const kept = columns.filter((column) => !generated.includes(column));
  const into = sql.join(kept.map((column) => sql.id(column)));
  const values = sql.join(kept.map((column) => sql`(r).${sql.id(column)}`));
  const table = sql.table(name);
  let batch: string[] = [];
  const write = async () => {
    if (batch.length === 0) return;
    await sql`
      insert into ${table} (${into}) overriding system value
      select ${values} from (
        select line::${table} as r from json_array_elements_text(${JSON.stringify(batch)}::json) line
        offset 0
      ) as lines
    `.execute(trx);
    batch = [];
  };
  return {
    take: async (text) => {
      batch.push(text);
      if (batch.length === batchRows) await write();
    },
    end: write,
  };
}

function sequenceTaker(trx: Transaction<Tables>): Taker {
  return {
    take: async (text) => {
      const { name, value, called } = JSON.parse(text) as {
        name: string;
        value: string;
        called: boolean;
      };
      await sql`select setval(quote_ident(${name}::text)::regclass, ${value}::bigint, ${called}::boolean)`.execute(
        trx,
      );
    },
    end: () => Promise.resolve(),
  };
}

/** Writes a file beside its place, then puts it there; a file erased during the backup is empty. */
function fileTaker(folder: string, name: string): Taker {
  const path = join(folder, ...name.split('/'));
  const part = `${path}.part`;
  let file: FileHandle | undefined;
  return {
    take: async (text) => {
      if (!file) {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        file = await open(part, 'w', 0o600);
      }
      await file.write(Buffer.from(text, 'base64'));
    },
    end: async () => {
      if (!file) return;
      await file.sync();
      await file.close();
      await rename(part, path);
      syncFolder(dirname(path));
    },
  };
}

/** Files of the data that was replaced; what came in since then is of the data that is there now. */
async function removeStrays(folder: string, kept: Set<string>, before: number): Promise<void> {
  for (const path of await listFiles(folder)) {
    const name = relative(folder, path).split(sep).join('/');
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!kept.has(name) && stat && stat.mtimeMs < before) rmSync(path, { force: true });
  }
}

function notEmpty(): StopError {
  return new StopError({
    zh: '数据库中已有数据，未作改动；确要用备份取代全部数据，请加 --replace。',
    en: 'The database holds data and was not touched; add --replace to put the backup in the place of all of it.',
  });
}

function otherTables({ version }: BackupHeader): StopError {
  return new StopError({
    zh: `该备份由版本 ${version} 写成，其数据表与本版本不同，未改动任何数据；请用该版本恢复，再升级。`,
    en: `The backup was written by version ${version}, whose tables differ from this one's, and nothing was touched; restore it with that version, then upgrade.`,
  });
}

function otherKey(): StopError {
  return new StopError({
    zh: '现有的数据密钥打不开该备份中的个人信息，未改动任何数据；请在 OPEN_INFO_DATA_KEYS 中加上备份当时的密钥后重新启动。',
    en: 'The data keys here do not open the personal data of the backup, and nothing was touched; add the key of that time to OPEN_INFO_DATA_KEYS and start again.',
  });
}
