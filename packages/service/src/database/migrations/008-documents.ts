import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const textArray = sql`text[]`;
const noTexts = sql`'{}'::text[]`;
/** Sorts and compares the same on every server. */
const byByte = sql`text collate "C"`;

async function up(db: Kysely<unknown>): Promise<void> {
  await createDocuments(db);
  await createInterpretations(db);
  await createCleanups(db);
  const { schema } = db;
  await schema
    .createTable('document_edges')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('from_id', byByte, (c) => c.notNull())
    .addColumn('to_id', byByte, (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('document_edges_pkey', ['kind', 'from_id', 'to_id'])
    .execute();
  await schema
    .createIndex('document_edges_to')
    .on('document_edges')
    .columns(['kind', 'to_id', 'place'])
    .execute();

  await schema
    .createTable('document_responses')
    .addColumn('id', byByte, (c) => c.primaryKey())
    .addColumn('document_id', byByte, (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('organ_id', 'text')
    .addColumn('organ', 'text', (c) => c.notNull())
    .addColumn('released_at', 'timestamptz')
    .addColumn('body', 'jsonb', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('document_responses_document')
    .on('document_responses')
    .column('document_id')
    .execute();

  await schema
    .createTable('document_files')
    .addColumn('owner_id', byByte, (c) => c.notNull())
    .addColumn('id', byByte, (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('stored', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('document_files_pkey', ['owner_id', 'id'])
    .execute();
}

async function createDocuments(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('documents')
    .addColumn('id', byByte, (c) => c.primaryKey())
    .addColumn('index_number', byByte, (c) => c.unique())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('document_number', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('issuers', 'jsonb', (c) => c.notNull())
    .addColumn('organs', textArray, (c) => c.notNull())
    .addColumn('topics', textArray, (c) => c.notNull().defaultTo(noTexts))
    .addColumn('issued_on', 'date', (c) => c.notNull())
    .addColumn('effective_on', 'date')
    .addColumn('expires_on', 'date')
    .addColumn('stated_end', 'jsonb')
    .addColumn('amended_on', 'date')
    .addColumn('ended_on', 'date')
    .addColumn('ended_as', 'text')
    .addColumn('attribute', 'text')
    .addColumn('reason', 'text')
    .addColumn('ground', 'text')
    .addColumn('released_at', 'timestamptz')
    .addColumn('updated_at', 'timestamptz', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('title_text', 'text', (c) => c.notNull())
    .addColumn('number_text', 'text', (c) => c.notNull())
    .addColumn('source', 'jsonb')
    .addColumn('body', 'jsonb', (c) => c.notNull())
    .addColumn('search_text', 'text', (c) => c.notNull())
    .addColumn('grams', sql`integer[]`, (c) => c.notNull())
    .addCheckConstraint('documents_end', sql`(ended_on is null) = (ended_as is null)`)
    .execute();
  // Lists and counts read the short columns of many rows, so the long ones stand elsewhere.
  await sql`alter table documents set (toast_tuple_target = 512)`.execute(db);
  await createIndexes(db, 'documents', ['issued_on', 'released_at'], ['grams', 'organs', 'topics']);
}

async function createInterpretations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('interpretations')
    .addColumn('id', byByte, (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('form', 'text', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('organ_id', 'text')
    .addColumn('organ', 'text', (c) => c.notNull())
    .addColumn('topics', textArray, (c) => c.notNull().defaultTo(noTexts))
    .addColumn('summary', 'text', (c) => c.notNull())
    .addColumn('released_at', 'timestamptz')
    .addColumn('updated_at', 'timestamptz', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('title_text', 'text', (c) => c.notNull())
    .addColumn('content', 'jsonb', (c) => c.notNull())
    .addColumn('search_text', 'text', (c) => c.notNull())
    .addColumn('grams', sql`integer[]`, (c) => c.notNull())
    .execute();
  await sql`alter table interpretations set (toast_tuple_target = 512)`.execute(db);
  await createIndexes(db, 'interpretations', ['released_at'], ['grams', 'topics']);
}

async function createCleanups(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('cleanups')
    .addColumn('id', byByte, (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('on_day', 'date', (c) => c.notNull())
    .addColumn('released_at', 'timestamptz')
    .addColumn('organ_id', 'text')
    .addColumn('organ', 'text', (c) => c.notNull())
    .addColumn('basis', 'text', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('cleanup_entries')
    .addColumn('cleanup_id', byByte, (c) => c.notNull().references('cleanups.id'))
    .addColumn('document_id', byByte, (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('decision', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('cleanup_entries_pkey', ['cleanup_id', 'document_id'])
    .execute();
  await schema
    .createIndex('cleanup_entries_document')
    .on('cleanup_entries')
    .column('document_id')
    .execute();
}

async function createIndexes(
  db: Kysely<unknown>,
  table: string,
  orders: readonly string[],
  sets: readonly string[],
): Promise<void> {
  for (const column of orders) {
    await db.schema
      .createIndex(`${table}_${column}`)
      .on(table)
      .columns([`${column} desc`, 'id desc'])
      .execute();
  }
  // Documents are read far oftener than written. What waits in a pending list makes every search
  // read it whole, and the embedded database has nobody who clears it up.
  for (const column of sets) {
    await sql`create index ${sql.ref(`${table}_${column}`)} on ${sql.table(table)}
      using gin (${sql.ref(column)}) with (fastupdate = off)`.execute(db);
  }
}

export const documents: Migration = { up };
