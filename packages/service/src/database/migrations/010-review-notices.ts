import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Sorts and compares the same on every server. */
const byByte = sql`text collate "C"`;

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('editing_review_notices')
    .addColumn('document_id', byByte, (c) => c.notNull())
    .addColumn('due_on', 'date', (c) => c.notNull())
    .addPrimaryKeyConstraint('editing_review_notices_pkey', ['document_id', 'due_on'])
    .execute();
}

/** Of which reviews that are due offices have been told. */
export const reviewNotices: Migration = { up };
