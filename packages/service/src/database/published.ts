import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What holds of the published data at one moment. */
export interface PublishedState {
  /** Rises with every write of published data. */
  dataVersion: number;
  /** 数据截至: when published data last changed, ISO 8601 with offset. */
  updatedAt: string;
  /** Source of the division codes. */
  areaSource: string;
}

/** The data version as this process knows it. */
export interface Published extends PublishedState {
  /** Reads the version anew; called after a write of this process has been committed. */
  refresh(): Promise<PublishedState>;
  /** Calls back after each rise of the version; returns the way to stop it. */
  onChange(listener: (state: PublishedState) => void): () => void;
  /** Stops watching for writes of other processes. */
  close(): void;
}

/**
 * Raises the data version. Every transaction that writes published data calls it as its last
 * statement; after the commit the writer calls `service.published.refresh()`.
 *
 * @param trx the transaction of the write
 * @param at the moment of the write
 */
export async function publish(trx: Kysely<Tables>, at: Date): Promise<void> {
  await trx
    .updateTable('published')
    .set({ data_version: sql`data_version + 1`, updated_at: at.toISOString() })
    .execute();
}

async function read(db: Kysely<Tables>): Promise<PublishedState> {
  const row = await db
    .selectFrom('published')
    .select(['data_version', 'updated_at', 'area_source'])
    .executeTakeFirstOrThrow();
  return {
    dataVersion: row.data_version,
    updatedAt: row.updated_at,
    areaSource: row.area_source,
  };
}

/**
 * Watches the data version.
 *
 * @param everyMs how often to look for writes of other processes; 0: never, for a database only
 *   this process can write
 */
export async function watchPublished(db: Kysely<Tables>, everyMs: number): Promise<Published> {
  let state = await read(db);
  let reading: Promise<PublishedState> | undefined;
  const listeners = new Set<(state: PublishedState) => void>();

  const take = (next: PublishedState) => {
    if (next.dataVersion <= state.dataVersion) return state;
    state = next;
    for (const listener of listeners) listener(state);
    return state;
  };
  const poll = () => {
    if (reading) return;
    reading = read(db).then(take);
    // An unreachable database is told by the requests that need it and by /ready.
    reading.catch(() => undefined).finally(() => (reading = undefined));
  };
  const timer = everyMs > 0 ? setInterval(poll, everyMs).unref() : undefined;

  return {
    get dataVersion() {
      return state.dataVersion;
    },
    get updatedAt() {
      return state.updatedAt;
    },
    get areaSource() {
      return state.areaSource;
    },
    refresh: async () => take(await read(db)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => clearInterval(timer),
  };
}
