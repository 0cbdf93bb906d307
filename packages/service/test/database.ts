import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { openDatabase, openMemory, type Database } from '../src/database/open.ts';

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A PostgreSQL database of a test's own, and how it is done away with. */
export interface OwnDatabase {
  readonly databaseUrl: string;
  readonly drop: () => Promise<void>;
}

/** Makes an empty database on the server that TEST_DATABASE_URL names. */
export async function createDatabase(server: string): Promise<OwnDatabase> {
  const name = `open_info_${randomBytes(6).toString('hex')}`;
  await run(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    databaseUrl: url.href,
    drop: () => run(server, `drop database ${name} with (force)`),
  };
}

const cache = fileURLToPath(new URL('../../../node_modules/.cache/open-info/', import.meta.url));

/**
 * The files of an empty PGlite. Making them takes two seconds of a whole core, so all tests share
 * those of the first one.
 */
async function emptyCluster(): Promise<Uint8Array> {
  const manifest = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const file = `${cache}pglite-${version}.tar`;
  try {
    return readFileSync(file);
  } catch {
    const database = await PGlite.create();
    const image = new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer());
    await database.close();
    mkdirSync(cache, { recursive: true });
    // Whole or not at all: other test files may look for it at this moment.
    const part = `${file}.${process.pid}`;
    writeFileSync(part, image);
    renameSync(part, file);
    return image;
  }
}

/**
 * An empty database with all tables: PGlite in memory, or, when TEST_DATABASE_URL names a
 * PostgreSQL server, a database of its own there, which `close()` drops.
 */
export async function openTestDatabase(): Promise<Database> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return openMemory(await emptyCluster());
  const { databaseUrl, drop } = await createDatabase(server);
  const database = await openDatabase({ data: 'memory', databaseUrl });
  return { ...database, close: () => database.close().finally(drop) };
}
