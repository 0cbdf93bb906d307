import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { Fault, Question, Reply, Rows } from './pglite-messages.ts';
import { durableStart, SyncedFolder } from './synced-folder.ts';
import { oid, readDate, readInstant } from './types.ts';

// PGlite blocks its thread while a statement runs. Here it blocks nobody else.

if (!parentPort) throw new Error('pglite-worker runs in a worker thread only');
const port = parentPort;

const asText = (text: string) => text;
const parsers = {
  [oid.json]: asText,
  [oid.jsonb]: asText,
  [oid.int8]: Number,
  [oid.date]: readDate,
  [oid.timestamptz]: readInstant,
};

let database: PGlite | undefined;

async function answer(question: Question): Promise<Rows | undefined> {
  if (question.ask === 'open') {
    database = await PGlite.create({
      ...(question.folder !== undefined && {
        fs: new SyncedFolder(question.folder),
        startParams: durableStart(PGlite.defaultStartParams),
      }),
      ...(question.image && {
        loadDataDir: new Blob([question.image as Uint8Array<ArrayBuffer>], {
          type: 'application/x-tar',
        }),
      }),
      parsers,
    });
    return undefined;
  }
  if (!database) throw new Error('the database is not open');
  if (question.ask === 'query') {
    const result = await database.query<unknown[]>(question.sql, question.parameters, {
      rowMode: 'array',
    });
    return {
      names: result.fields.map((field) => field.name),
      types: result.fields.map((field) => field.dataTypeID),
      rows: result.rows,
      affectedRows: result.affectedRows,
    };
  }
  if (question.ask === 'exec') await database.exec(question.sql);
  else await database.close();
  return undefined;
}

function toFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, detail, constraint, table } = error as Error & Fault;
  return { message: error.message, code, detail, constraint, table };
}

port.on('message', (question: Question) => {
  const { id } = question;
  const reply = (message: Reply) => port.postMessage(message);
  answer(question).then(
    (rows) => reply({ id, rows }),
    (error: unknown) => reply({ id, fault: toFault(error) }),
  );
});
