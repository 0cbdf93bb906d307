import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const textArray = sql`text[]`;
/** Sorts and compares the same on every server. */
const byByte = sql`text collate "C"`;

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('matters')
    .addColumn('id', byByte, (c) => c.primaryKey())
    .addColumn('code', byByte, (c) => c.unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('bundle', 'boolean', (c) => c.notNull())
    .addColumn('type', 'text')
    .addColumn('organ_id', 'text', (c) => c.notNull())
    .addColumn('organ', 'text', (c) => c.notNull())
    .addColumn('audiences', textArray, (c) => c.notNull())
    .addColumn('themes', textArray, (c) => c.notNull())
    .addColumn('fields', textArray, (c) => c.notNull())
    .addColumn('channels', textArray, (c) => c.notNull())
    .addColumn('aliases', textArray, (c) => c.notNull())
    .addColumn('parts', textArray, (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'timestamptz', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('name_sort', byByte, (c) => c.notNull())
    .addColumn('title_text', 'text', (c) => c.notNull())
    .addColumn('code_text', 'text', (c) => c.notNull())
    .addColumn('content', 'jsonb', (c) => c.notNull())
    .addColumn('search_text', 'text', (c) => c.notNull())
    .addColumn('grams', sql`integer[]`, (c) => c.notNull())
    .execute();
  // Lists and counts read the short columns of many rows, so the long ones stand elsewhere.
  await sql`alter table matters set (toast_tuple_target = 512)`.execute(db);
  await schema
    .createIndex('matters_name_sort')
    .on('matters')
    .columns(['name_sort', 'id'])
    .execute();
  // As for documents: nobody clears up a pending list in the embedded database.
  for (const column of ['grams', 'themes', 'fields', 'audiences', 'channels', 'parts']) {
    await sql`create index ${sql.ref(`matters_${column}`)} on matters
      using gin (${sql.ref(column)}) with (fastupdate = off)`.execute(db);
  }
}

export const matters: Migration = { up };
