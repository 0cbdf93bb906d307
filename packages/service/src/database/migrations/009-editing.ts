import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Sorts and compares the same on every server. */
const byByte = sql`text collate "C"`;

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('editing_records')
    .addColumn('id', byByte, (c) => c.primaryKey())
    .addColumn('position', 'bigint', (c) => c.generatedAlwaysAsIdentity().notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('organ_id', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('content', 'jsonb', (c) => c.notNull())
    .addColumn('facts', 'jsonb', (c) => c.notNull())
    .addColumn('updated_at', 'timestamptz', (c) => c.notNull())
    .addColumn('published_at', 'timestamptz')
    .execute();
  await schema
    .createIndex('editing_records_list')
    .on('editing_records')
    .columns(['organ_id', 'kind', 'position desc'])
    .execute();

  await schema
    .createTable('editing_events')
    .addColumn('record_id', byByte, (c) => c.notNull().references('editing_records.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('facts', 'jsonb', (c) => c.notNull())
    .addColumn('former', 'jsonb')
    .addPrimaryKeyConstraint('editing_events_pkey', ['record_id', 'seq'])
    .execute();

  await schema
    .createTable('editing_releases')
    .addColumn('id', byByte, (c) => c.primaryKey())
    .addColumn('organ_id', 'text', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('published_at', 'timestamptz', (c) => c.notNull())
    .addColumn('content', 'jsonb', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('editing_releases_list')
    .on('editing_releases')
    .columns(['organ_id', 'published_at desc'])
    .execute();

  await schema
    .createTable('editing_reviews')
    .addColumn('document_id', byByte, (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('decision', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('next_on', 'date')
    .addPrimaryKeyConstraint('editing_reviews_pkey', ['document_id', 'seq'])
    .execute();

  await schema
    .createTable('editing_staff')
    .addColumn('organ_id', 'text', (c) => c.notNull())
    .addColumn('officer_id', 'text', (c) => c.notNull())
    .addColumn('steps', sql`text[]`, (c) => c.notNull())
    .addPrimaryKeyConstraint('editing_staff_pkey', ['organ_id', 'officer_id'])
    .execute();
}

/** Drafts, their logs and releases, reviews of what is not open, and who takes which step. */
export const editing: Migration = { up };
