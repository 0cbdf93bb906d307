import type { Kysely } from 'kysely';
import { openDatabase, type Database } from './database/open.ts';
import { watchPublished, type Published } from './database/published.ts';
import type { Tables } from './database/tables.ts';
import { createLog, type Log } from './http/log.ts';
import { openPrivacy, type Privacy } from './privacy/privacy.ts';
import type { Settings } from './settings.ts';

/** What every room of the service is given. */
export interface Service {
  readonly db: Kysely<Tables>;
  /** The data version; caches, ETags and the read index hang on it. */
  readonly published: Published;
  readonly settings: Settings;
  /** Seals personal data, hides what is only compared. */
  readonly privacy: Privacy;
  readonly log: Log;
  /** The present moment; the tests set it. */
  readonly now: () => Date;
}

/** What may be given from outside instead of the service's own. */
export interface Given {
  log?: Log | undefined;
  now?: (() => Date) | undefined;
  /** An open database; the service closes it. */
  database?: Database | undefined;
}

/** A service without its HTTP side, for the commands. */
export interface OpenService {
  readonly service: Service;
  readonly close: () => Promise<void>;
}

/** How soon a write of another process is noticed, in milliseconds. */
const pollMs = 1_000;

/**
 * Opens the database and what hangs on it.
 *
 * @throws StopError when the database cannot be used
 */
export async function openService(settings: Settings, given: Given = {}): Promise<OpenService> {
  const database = given.database ?? (await openDatabase(settings));
  const { db } = database;
  try {
    const privacy = await openPrivacy(db, settings);
    const published = await watchPublished(db, pollMs);
    const service: Service = {
      db,
      published,
      settings,
      privacy,
      log: given.log ?? createLog(settings.logLevel),
      now: given.now ?? (() => new Date()),
    };
    const close = async () => {
      published.close();
      await database.close();
    };
    return { service, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
