import type { Kysely } from 'kysely';
import type { Settings } from '../settings.ts';
import type { Tables } from './tables.ts';

/** An open, migrated database. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

/**
 * Opens the database the settings name and brings its tables up to date.
 *
 * @throws StopError saying what to do next when it cannot
 */
export declare function openDatabase(
  settings: Pick<Settings, 'data' | 'databaseUrl'>,
): Promise<Database>;
