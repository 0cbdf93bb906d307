import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type Database } from '../src/database/open.ts';
import type { Settings } from '../src/settings.ts';

/** Where a test keeps its data, and how it is done away with. */
export interface Place extends Pick<Settings, 'data' | 'databaseUrl'> {
  readonly drop: () => Promise<void>;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * An empty place for one test: memory, or, when TEST_DATABASE_URL names a PostgreSQL server, a
 * database of its own there.
 */
export async function freshPlace(): Promise<Place> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return { data: 'memory', drop: () => Promise.resolve() };
  const name = `open_info_${randomBytes(6).toString('hex')}`;
  await run(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    data: 'memory',
    databaseUrl: url.href,
    drop: () => run(server, `drop database ${name} with (force)`),
  };
}

/** An empty database with all tables; `close()` drops it. */
export async function openTestDatabase(): Promise<Database> {
  const place = await freshPlace();
  const database = await openDatabase(place);
  const close = () => database.close().finally(() => place.drop());
  return { ...database, close };
}
