import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Years of the working-day table that were imported. */
export const calendar: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('calendar_years')
      .addColumn('year', 'integer', (c) => c.primaryKey())
      .addColumn('body', 'jsonb', (c) => c.notNull())
      .addColumn('local', 'jsonb', (c) => c.notNull())
      .execute();
  },
};
