import type { Kysely } from 'kysely';
import type { Published } from './database/published.ts';
import type { Tables } from './database/tables.ts';
import type { Log } from './http/log.ts';
import type { Settings } from './settings.ts';

/** What every room of the service is given. */
export interface Service {
  readonly db: Kysely<Tables>;
  /** The data version; caches, ETags and the read index hang on it. */
  readonly published: Published;
  readonly settings: Settings;
  readonly log: Log;
  /** The present moment; the tests set it. */
  readonly now: () => Date;
}
