import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Sorts and compares the same on every server. */
const byByte = sql`text collate "C"`;

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('exchange_systems')
    .addColumn('id', byByte, (c) => c.primaryKey())
    .addColumn('cursor', 'text')
    .addColumn('heard_at', 'timestamptz')
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('next_at', 'timestamptz')
    .addColumn('lease', 'text')
    .addColumn('lease_until', 'timestamptz')
    .execute();

  // Every version of every record, as it came; rows are only ever added.
  await schema
    .createTable('exchange_records')
    .addColumn('system', byByte, (c) => c.notNull().references('exchange_systems.id'))
    .addColumn('id', byByte, (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('digest', byByte, (c) => c.notNull())
    .addColumn('number', byByte, (c) => c.notNull())
    .addColumn('facts', 'jsonb', (c) => c.notNull())
    .addColumn('words', 'bytea')
    .addColumn('code_hash', 'text')
    .addColumn('received_at', 'timestamptz', (c) => c.notNull())
    .addPrimaryKeyConstraint('exchange_records_pkey', ['system', 'id', 'revision', 'digest'])
    .execute();
  await schema
    .createIndex('exchange_records_number')
    .on('exchange_records')
    .columns(['number'])
    .execute();

  // What follows from the records of a case, for lists and for watching.
  await sql`create sequence case_revisions`.execute(db);
  await schema
    .createTable('cases')
    .addColumn('number', byByte, (c) => c.primaryKey())
    .addColumn('system', byByte, (c) => c.notNull().references('exchange_systems.id'))
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .addColumn('organ_id', 'text', (c) => c.notNull())
    .addColumn('matter', 'text', (c) => c.notNull())
    .addColumn('code_hash', 'text')
    .addColumn('status', 'text')
    .addColumn('status_at', 'timestamptz')
    .addColumn('accepted_on', 'date')
    .addColumn('completed_on', 'date')
    .addColumn('ended_on', 'date')
    .addColumn('last_on', 'date')
    .addColumn('erased_at', 'timestamptz')
    .execute();
  await schema.createIndex('cases_revision').on('cases').column('revision').execute();
  await schema
    .createIndex('cases_board')
    .on('cases')
    .columns(['status_at desc', 'number'])
    .execute();
  await schema
    .createIndex('cases_board_organ')
    .on('cases')
    .columns(['organ_id', 'status_at desc', 'number'])
    .execute();
  await schema.createIndex('cases_accepted').on('cases').column('accepted_on').execute();
  await schema.createIndex('cases_completed').on('cases').column('completed_on').execute();
  await sql`create index cases_open on cases (organ_id) where ended_on is null`.execute(db);
  await sql`create index cases_kept on cases (ended_on) where erased_at is null`.execute(db);

  await schema
    .createTable('case_ratings')
    .addColumn('number', byByte, (c) => c.primaryKey().references('cases.number'))
    .addColumn('organ_id', 'text', (c) => c.notNull())
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('reasons', sql`text[]`, (c) => c.notNull())
    .addColumn('words', 'bytea')
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('answer', 'bytea')
    .addColumn('answered_on', 'date')
    .execute();
  await schema
    .createIndex('case_ratings_organ')
    .on('case_ratings')
    .columns(['organ_id', 'at'])
    .execute();
}

/** Records of acceptance systems, the cases that follow from them, and what people say of these. */
export const cases: Migration = { up };
