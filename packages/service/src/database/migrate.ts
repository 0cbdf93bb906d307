import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { catalog } from './migrations/001-catalog.ts';
import { calendar } from './migrations/002-calendar.ts';
import { limits } from './migrations/003-limits.ts';
import { audit } from './migrations/004-audit.ts';
import { requests } from './migrations/005-requests.ts';
import { uploads } from './migrations/006-uploads.ts';
import { outbox } from './migrations/007-outbox.ts';
import { documents } from './migrations/008-documents.ts';
import { editing } from './migrations/009-editing.ts';
import { reviewNotices } from './migrations/010-review-notices.ts';
import { matters } from './migrations/020-matters.ts';
import { cases } from './migrations/021-cases.ts';
import { subscriptions } from './migrations/022-subscriptions.ts';
import type { Tables } from './tables.ts';

/**
 * Brings the tables up to date. Safe when several processes start at once: on PostgreSQL they
 * wait for each other on an advisory lock.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: () =>
        Promise.resolve({
          '001-catalog': catalog,
          '002-calendar': calendar,
          '003-limits': limits,
          '004-audit': audit,
          '005-requests': requests,
          '006-uploads': uploads,
          '007-outbox': outbox,
          '008-documents': documents,
          '009-editing': editing,
          '010-review-notices': reviewNotices,
          '020-matters': matters,
          '021-cases': cases,
          '022-subscriptions': subscriptions,
        }),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  throw error instanceof Error ? error : new Error('the migration failed', { cause: error });
}
