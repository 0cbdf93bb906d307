import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Counts of limits, shared by the processes of one database. They are for hours, not for ever. */
export const limits: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create unlogged table limits (
        id text primary key,
        mark bigint not null default 0,
        failures integer not null default 0,
        word text not null default '',
        expires bigint not null
      )`.execute(db);
    await sql`create index limits_expires on limits (expires)`.execute(db);
  },
};
