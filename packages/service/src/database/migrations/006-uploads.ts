import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('uploads')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('particulars', 'bytea', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('created_at', 'timestamptz', (c) => c.notNull())
    .addColumn('expires_at', 'timestamptz', (c) => c.notNull())
    .addColumn('number', 'text')
    .addColumn('role', 'text')
    .addColumn('taken_at', 'timestamptz')
    .addCheckConstraint('uploads_taken', sql`(number is null) = (role is null)`)
    .execute();
  await schema.createIndex('uploads_number').on('uploads').columns(['number', 'role']).execute();
  await schema
    .createIndex('uploads_waiting')
    .on('uploads')
    .column('expires_at')
    .where(sql.ref('number'), 'is', null)
    .execute();

  await schema
    .createTable('handoffs')
    .addColumn('id_hash', 'text', (c) => c.primaryKey())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'timestamptz', (c) => c.notNull())
    .execute();
}

export const uploads: Migration = { up };
