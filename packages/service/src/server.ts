import type { Service } from './service.ts';
import type { Settings } from './settings.ts';

/** A service that answers. */
export interface RunningService {
  /** `http://127.0.0.1:8787`, without a slash at the end. */
  readonly url: string;
  readonly service: Service;
  /** Lets open requests end, then closes the database. */
  close(): Promise<void>;
}

/** Opens the database, listens. */
export declare function startService(settings: Settings): Promise<RunningService>;
