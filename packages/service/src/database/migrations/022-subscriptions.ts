import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Sorts and compares the same on every server. */
const byByte = sql`text collate "C"`;

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('subscriptions')
    .addColumn('id', byByte, (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('follows', byByte, (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('address', 'bytea')
    .addColumn('receiver', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('quiet_from', 'text')
    .addColumn('quiet_to', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('consent', 'text', (c) => c.notNull())
    .addColumn('consented_at', 'timestamptz', (c) => c.notNull())
    .addColumn('confirmed_at', 'timestamptz')
    .addColumn('stopped_at', 'timestamptz')
    .addColumn('given_up', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`create unique index subscriptions_receiver on subscriptions (follows, receiver)
    where state <> 'stopped'`.execute(db);
  await sql`create index subscriptions_followers on subscriptions (follows, id)
    where state = 'active'`.execute(db);

  // The proof of a consent, kept without its address (个人信息保护法 art. 14, 69).
  await schema
    .createTable('subscription_consents')
    .addColumn('subscription_id', byByte, (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('event', 'text', (c) => c.notNull())
    .addColumn('consent', 'text', (c) => c.notNull())
    .addColumn('receiver', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addPrimaryKeyConstraint('subscription_consents_pkey', ['subscription_id', 'seq'])
    .execute();

  await schema
    .createTable('subscription_messages')
    .addColumn('id', byByte, (c) => c.primaryKey())
    .addColumn('subscription_id', byByte, (c) =>
      c.notNull().references('subscriptions.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('next_at', 'timestamptz', (c) => c.notNull())
    .addColumn('made_at', 'timestamptz', (c) => c.notNull())
    .addColumn('ended_at', 'timestamptz')
    .execute();
  await sql`create index subscription_messages_waiting on subscription_messages (next_at)
    where state = 'waiting'`.execute(db);
  await schema
    .createIndex('subscription_messages_subscription')
    .on('subscription_messages')
    .column('subscription_id')
    .execute();

  await schema
    .createTable('subscription_notices')
    .addColumn('change_id', 'bigint', (c) =>
      c.notNull().references('outbox_changes.id').onDelete('cascade'),
    )
    .addColumn('receiver', 'text', (c) => c.notNull())
    .addColumn('subscription_id', byByte, (c) =>
      c.notNull().references('subscriptions.id').onDelete('cascade'),
    )
    .addColumn('message_id', byByte, (c) =>
      c.references('subscription_messages.id').onDelete('cascade'),
    )
    .addColumn('due_at', 'timestamptz', (c) => c.notNull())
    // Who follows a thing in several ways is told of a change once.
    .addPrimaryKeyConstraint('subscription_notices_pkey', ['change_id', 'receiver'])
    .execute();
  await sql`create index subscription_notices_open on subscription_notices (due_at, subscription_id)
    where message_id is null`.execute(db);
  await sql`create index subscription_notices_subscription on subscription_notices (subscription_id)`.execute(
    db,
  );
  await sql`create index subscription_notices_message on subscription_notices (message_id)`.execute(
    db,
  );

  // How far the followers of each change have been told; nobody followed those that are there.
  await schema
    .alterTable('outbox_changes')
    .addColumn('followed', 'boolean', (c) => c.notNull().defaultTo(true))
    .addColumn('followed_to', byByte)
    .execute();
  await sql`alter table outbox_changes alter column followed set default false`.execute(db);
  await sql`create index outbox_changes_followers on outbox_changes (id)
    where not followed`.execute(db);
}

/** 信息主动推送: who follows what, what they agreed to, and how far they have been told. */
export const subscriptions: Migration = { up };
