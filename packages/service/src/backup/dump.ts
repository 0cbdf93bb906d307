import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGzip, type Gzip } from 'node:zlib';
import { sql, type Kysely } from 'kysely';
import { appendAudit } from '../audit/store.ts';
import type { Tables } from '../database/tables.ts';
import type { Service } from '../service.ts';
import { version } from '../version.ts';
import { formatVersion, LineWriter } from './format.ts';
import { listMigrations, listSequences, listTables, type TableShape } from './tables.ts';

export interface BackupOptions {
  /** Whether the data keys go into the file. */
  keys: boolean;
}

type Dumped = Pick<Service, 'db' | 'settings' | 'privacy' | 'now'>;

/** A backup as a stream of bytes; destroying it ends the work. */
export function backup(service: Dumped, options: BackupOptions): Gzip {
  const gzip = createGzip();
  // What goes wrong is told to whoever reads the stream.
  pipeline(Readable.from(dump(service, options)), gzip, () => undefined);
  return gzip;
}

async function* dump(service: Dumped, { keys }: BackupOptions): AsyncGenerator<string, void> {
  const { db, privacy, now, settings } = service;
  await db.transaction().execute((trx) =>
    appendAudit(service, trx, {
      actor: 'operator',
      action: 'backup.write',
      subject: 'database',
      facts: { keys },
    }),
  );
  const writer = new LineWriter();
  const trx = await db.startTransaction().execute();
  try {
    // One moment for all tables; on PostgreSQL others go on writing meanwhile.
    await sql`set transaction isolation level repeatable read, read only`.execute(trx);
    const { pepper } = await trx.selectFrom('privacy').select('pepper').executeTakeFirstOrThrow();
    yield writer.header({
      openInfoBackup: formatVersion,
      version,
      at: now().toISOString(),
      migrations: await listMigrations(trx),
      pepper: Buffer.from(pepper).toString('base64'),
      ...(keys && { keys: privacy.exportKeys() }),
    });
    await plainText(trx);
    for (const table of await listTables(trx)) yield* dumpTable(trx, writer, table);
    yield* dumpSequences(trx, writer);
  } finally {
    await trx.rollback().execute();
  }
  if (settings.data !== 'memory') yield* dumpFiles(join(settings.data, 'files'), writer);
  yield writer.manifest();
}

/** Values as text that every server reads back as the same. */
async function plainText(trx: Kysely<Tables>): Promise<void> {
  await sql`select set_config('datestyle', 'ISO, YMD', true), set_config('timezone', 'UTC', true),
    set_config('intervalstyle', 'iso_8601', true), set_config('bytea_output', 'hex', true),
    set_config('extra_float_digits', '3', true)`.execute(trx);
}

const fetchRows = 500;

async function* dumpTable(
  trx: Kysely<Tables>,
  writer: LineWriter,
  { name, columns }: TableShape,
): AsyncGenerator<string, void> {
  yield writer.begin({ part: 'table', name, columns });
  await sql`declare backup no scroll cursor for select t::text as row from ${sql.table(name)} t`.execute(
    trx,
  );
  const fetch = sql<{ row: string }>`fetch ${sql.lit(fetchRows)} from backup`;
  for (;;) {
    const { rows } = await fetch.execute(trx);
    yield writer.add(rows.map(({ row }) => row));
    if (rows.length < fetchRows) break;
  }
  await sql`close backup`.execute(trx);
  yield writer.end();
}

async function* dumpSequences(
  trx: Kysely<Tables>,
  writer: LineWriter,
): AsyncGenerator<string, void> {
  yield writer.begin({ part: 'sequences', name: 'sequences' });
  for (const name of await listSequences(trx)) {
    const { rows } = await sql<{ value: string; called: boolean }>`
      select last_value::text as value, is_called as called from ${sql.table(name)}
    `.execute(trx);
    yield writer.add(rows.map((row) => JSON.stringify({ name, ...row })));
  }
  yield writer.end();
}

/** Bytes of a file in one line. */
const pieceBytes = 48 * 1024;

/** 附件, as sealed as they lie on the disk. They never change, so they are read after the tables. */
async function* dumpFiles(folder: string, writer: LineWriter): AsyncGenerator<string, void> {
  for (const path of await listFiles(folder)) {
    const name = relative(folder, path).split(sep).join('/');
    const pieces = createReadStream(path, { highWaterMark: pieceBytes });
    yield writer.begin({ part: 'file', name });
    try {
      for await (const piece of pieces as AsyncIterable<Buffer>) {
        yield writer.add([piece.toString('base64')]);
      }
    } catch (error) {
      // Erased after its time while we were reading: an empty part, which is left out again.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    yield writer.end();
  }
}

/** Every finished file below a folder; one still being received ends in `.part`. */
export async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
