/** What the worker is asked. */
export type Question =
  | { id: number; ask: 'open'; folder: string | undefined; image: Uint8Array | undefined }
  | { id: number; ask: 'query'; sql: string; parameters: unknown[] }
  | { id: number; ask: 'exec'; sql: string }
  | { id: number; ask: 'close' };

/** Rows as arrays of values, JSON still as text: cheaper to pass between threads. */
export interface Rows {
  names: string[];
  types: number[];
  rows: unknown[][];
  affectedRows: number | undefined;
}

/** An error of the database with its SQLSTATE, in a form that crosses threads. */
export interface Fault {
  message: string;
  code?: string | undefined;
  detail?: string | undefined;
  constraint?: string | undefined;
  table?: string | undefined;
}

export type Reply = { id: number; rows: Rows | undefined } | { id: number; fault: Fault };

/** Omits the id from each kind of question. */
export type Asked = Question extends infer Q
  ? Q extends { id: number }
    ? Omit<Q, 'id'>
    : never
  : never;
