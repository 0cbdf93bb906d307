import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { openAccess, type Access } from './access/access.ts';
import { openAccessKey } from './access/key.ts';
import { openChallenges, type Challenges } from './challenge/challenges.ts';
import { openDatabase, type Database } from './database/open.ts';
import { watchPublished, type Published } from './database/published.ts';
import type { Tables } from './database/tables.ts';
import { createLog, type Log } from './http/log.ts';
import { countsInDatabase, countsInMemory } from './limits/counts.ts';
import { openLimits, type Limits } from './limits/limits.ts';
import { findOrgan } from './organs/store.ts';
import { openPrivacy, type Privacy } from './privacy/privacy.ts';
import type { Settings } from './settings.ts';
import { openFiles, type Files } from './uploads/files.ts';

/** What every room of the service is given. */
export interface Service {
  readonly db: Kysely<Tables>;
  /** The data version; caches, ETags and the read index hang on it. */
  readonly published: Published;
  readonly settings: Settings;
  /** Seals personal data, hides what is only compared. */
  readonly privacy: Privacy;
  /** 附件 on the disk, sealed. */
  readonly files: Files;
  readonly log: Log;
  /** Who may come in as an officer. */
  readonly access: Access;
  /** How often what may be asked. */
  readonly limits: Limits;
  /** The proof of work asked for when submissions come too thick. */
  readonly challenges: Challenges;
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
    const files = openFiles(settings, privacy);
    const published = await watchPublished(db, pollMs);
    // Another process may have restored a backup, whose secrets differ.
    published.onChange(() => void privacy.refresh().catch(() => undefined));
    const now = given.now ?? (() => new Date());
    const key = openAccessKey(settings);
    const counts = database.kind === 'postgres' ? countsInDatabase(db) : countsInMemory();
    const isOrgan = async (id: string) => (await findOrgan(db, id)) !== undefined;
    const limits = openLimits(counts, key.derive('limits'), now);
    const service: Service = {
      db,
      published,
      settings,
      access: openAccess({ isOrgan, settings, key, now }),
      limits,
      // What a process has forgotten after a restart, it must not take again.
      challenges: openChallenges(
        limits,
        database.kind === 'postgres' ? key.derive('challenge') : randomBytes(32),
        settings,
        now,
      ),
      privacy,
      files,
      log: given.log ?? createLog(settings.logLevel),
      now,
    };
    const close = async () => {
      published.close();
      files.close();
      await database.close();
    };
    return { service, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
