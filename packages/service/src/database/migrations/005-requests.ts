import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('requests')
    .addColumn('number', sql`text collate "C"`, (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('organ_id', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('category', 'text', (c) => c.notNull())
    .addColumn('delivery', 'jsonb', (c) => c.notNull())
    .addColumn('dictated', 'boolean', (c) => c.notNull())
    .addColumn('submitted_at', 'timestamptz', (c) => c.notNull())
    .addColumn('submitted_on', 'date', (c) => c.notNull())
    .addColumn('undo_until', 'timestamptz', (c) => c.notNull())
    .addColumn('code_hash', 'text', (c) => c.notNull())
    .addColumn('applicant', 'text')
    .addColumn('particulars', 'bytea')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('received_on', 'date')
    .addColumn('outcome', 'text')
    .addColumn('ended_on', 'date')
    .addColumn('erased_at', 'timestamptz')
    .execute();
  await schema
    .createIndex('requests_organ')
    .on('requests')
    .columns(['organ_id', 'ended_on', 'submitted_at', 'number'])
    .execute();
  // Requests of one applicant in a month, for the fee (国办函〔2020〕109号).
  await schema
    .createIndex('requests_applicant')
    .on('requests')
    .columns(['applicant', 'submitted_on'])
    .where(sql.ref('applicant'), 'is not', null)
    .execute();
  await schema
    .createIndex('requests_kept')
    .on('requests')
    .column('ended_on')
    .where(sql.ref('erased_at'), 'is', null)
    .execute();

  await schema
    .createTable('request_events')
    .addColumn('number', sql`text collate "C"`, (c) => c.notNull().references('requests.number'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('on_day', 'date', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('by_whom', 'text', (c) => c.notNull())
    .addColumn('actor', 'text')
    .addColumn('facts', 'jsonb', (c) => c.notNull())
    .addColumn('words', 'bytea')
    .addPrimaryKeyConstraint('request_events_place', ['number', 'seq'])
    .execute();

  await schema
    .createTable('request_serials')
    .addColumn('year', 'integer', (c) => c.primaryKey())
    .addColumn('last', 'integer', (c) => c.notNull())
    .execute();

  await schema
    .createTable('idempotency_keys')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('number', 'text', (c) => c.notNull())
    .addColumn('created_at', 'timestamptz', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('idempotency_keys_created')
    .on('idempotency_keys')
    .column('created_at')
    .execute();
}

/** Disclosure requests, their logs, and the keys of writes that may come twice. */
export const requests: Migration = { up };
