import { Worker } from 'node:worker_threads';
import { PGliteDialect, type PGlite as PGliteLike } from 'kysely';
import type { Asked, Fault, Reply, Rows } from './pglite-messages.ts';
import { oid } from './types.ts';

/** An error the database answered; `code` is its SQLSTATE. */
export class DatabaseError extends Error {
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;

  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'DatabaseError';
    this.code = fault.code;
    this.detail = fault.detail;
    this.constraint = fault.constraint;
    this.table = fault.table;
  }
}

interface Waiting {
  resolve: (rows: Rows | undefined) => void;
  reject: (error: Error) => void;
}

/** PGlite in a thread of its own, with the few methods Kysely uses. */
class ThreadedPGlite implements PGliteLike {
  closed = false;
  ready = false;
  readonly waitReady: Promise<void>;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private broken: Error | undefined;

  constructor(folder: string | undefined, image: Uint8Array | undefined) {
    // From source the thread runs TypeScript, built it runs JavaScript; it needs no other flags
    // of the process, such as those of the test runner.
    const file = import.meta.url.endsWith('.ts') ? './pglite-worker.ts' : './pglite-worker.js';
    this.worker = new Worker(new URL(file, import.meta.url), { execArgv: [] });
    this.worker.on('message', (reply: Reply) => this.settle(reply));
    this.worker.on('error', (error: Error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('the database thread has ended')));
    this.waitReady = this.ask({ ask: 'open', folder, image }).then(() => {
      this.ready = true;
    });
  }

  async query<T>(sql: string, parameters: unknown[] = []) {
    const answer = await this.ask({ ask: 'query', sql, parameters });
    const { names = [], types = [], rows = [], affectedRows } = answer ?? {};
    return {
      rows: toObjects(names, types, rows) as T[],
      fields: names.map((name, index) => ({ name, dataTypeID: types[index] ?? 0 })),
      ...(affectedRows !== undefined && { affectedRows }),
    };
  }

  /** Kysely gives the one connection to one caller at a time, so nothing comes between. */
  async transaction<T>(work: (transaction: TransactionLike) => Promise<T>): Promise<T> {
    await this.ask({ ask: 'exec', sql: 'begin' });
    const rollback = async () => {
      await this.ask({ ask: 'exec', sql: 'rollback' });
    };
    const query: TransactionLike['query'] = (sql, parameters) => this.query(sql, parameters);
    try {
      const result = await work({ query, rollback });
      await this.ask({ ask: 'exec', sql: 'commit' });
      return result;
    } catch (error) {
      await rollback();
      throw error;
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    if (this.ready && !this.broken) await this.ask({ ask: 'close' });
    await this.worker.terminate();
  }

  private ask(question: Asked): Promise<Rows | undefined> {
    if (this.broken) return Promise.reject(this.broken);
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, ...question });
    });
  }

  private settle(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if ('fault' in reply) waiting?.reject(new DatabaseError(reply.fault));
    else waiting?.resolve(reply.rows);
  }

  private fail(error: Error): void {
    this.broken ??= error;
    for (const waiting of this.waiting.values()) waiting.reject(this.broken);
    this.waiting.clear();
  }
}

type TransactionLike = Parameters<Parameters<PGliteLike['transaction']>[0]>[0];

function toObjects(names: string[], types: number[], rows: unknown[][]): object[] {
  const isJson = types.map((type) => type === oid.json || type === oid.jsonb);
  return rows.map((row) => {
    const object: Record<string, unknown> = {};
    for (const [index, name] of names.entries()) {
      const value = row[index];
      object[name] =
        isJson[index] === true && typeof value === 'string' ? JSON.parse(value) : value;
    }
    return object;
  });
}

/**
 * The embedded database.
 *
 * @param folder where it keeps its files; absent: in memory
 * @param image the files of an empty cluster as a tar archive; making them takes seconds
 */
export function openPGlite(
  folder: string | undefined,
  image?: Uint8Array,
): {
  dialect: PGliteDialect;
  ready: Promise<void>;
  close: () => Promise<void>;
} {
  const pglite = new ThreadedPGlite(folder, image);
  return {
    dialect: new PGliteDialect({ pglite }),
    ready: pglite.waitReady,
    close: () => pglite.close(),
  };
}
