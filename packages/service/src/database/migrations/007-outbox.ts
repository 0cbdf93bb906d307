import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('outbox_changes')
    .addColumn('id', 'bigint', (c) => c.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('organ_id', 'text', (c) => c.notNull())
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('addressed', 'boolean', (c) => c.notNull().defaultTo(false))
    .execute();
  await sql`create index outbox_changes_new on outbox_changes (id) where not addressed`.execute(db);

  await schema
    .createTable('outbox_deliveries')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('change_id', 'bigint', (c) =>
      c.notNull().references('outbox_changes.id').onDelete('cascade'),
    )
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('next_at', 'timestamptz', (c) => c.notNull())
    .addColumn('ended_at', 'timestamptz')
    .addUniqueConstraint('outbox_deliveries_target', ['change_id', 'target'])
    .execute();
  await sql`create index outbox_deliveries_waiting on outbox_deliveries (next_at)
    where state = 'waiting'`.execute(db);
}

/** What officers' systems are to be told, and how far each has been told. */
export const outbox: Migration = { up };
