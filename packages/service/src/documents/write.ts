import { createHash } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import * as z from 'zod/mini';
import { storable } from '../catalog/row.ts';
import { CleanupRecordSchema } from '../cleanups/record.ts';
import { publish } from '../database/published.ts';
import type { DocumentFilesTable, Tables } from '../database/tables.ts';
import { bodyFaults } from '../http/body-faults.ts';
import type { Property } from '../http/expected.ts';
import type { FieldFault } from '../http/problem.ts';
import { InterpretationRecordSchema } from '../interpretations/record.ts';
import type { Service } from '../service.ts';
import type { Files } from '../uploads/files.ts';
import { keepDecided } from './decided.ts';
import {
  cleanupDraft,
  documentDraft,
  documentFaults,
  interpretationDraft,
  organFaults,
  responseDraft,
  responseFaults,
  type Draft,
} from './drafts.ts';
import { digestOf } from './identity.ts';
import { learn, readKnown } from './known.ts';
import { DocumentRecordSchema, ResponseRecordSchema } from './record.ts';
import type { DocumentRow, PolicyRows, RecordFile, RecordKind, WriteReport } from './rows.ts';
import { settleValidity } from './settle.ts';
import { tellWritten } from './told.ts';

export interface WriteOptions {
  /** Only says what would change. */
  dryRun?: boolean | undefined;
}

type Writing = Pick<Service, 'db' | 'now' | 'published' | 'files'>;

/**
 * Takes documents in and publishes them: one whose 索引号 is known is changed where it differs, any
 * other is added; the same again changes nothing. What is not right is refused and the rest taken,
 * in one transaction.
 */
export function writeDocuments(
  service: Writing,
  documents: DocumentRow[],
  options: WriteOptions = {},
): Promise<WriteReport> {
  return writePolicies(service, { documents }, options);
}

/** The same for documents with what explains, cleans up and answers them. */
export async function writePolicies(
  service: Writing,
  rows: PolicyRows,
  { dryRun = false }: WriteOptions = {},
): Promise<WriteReport> {
  const at = service.now();
  const stored: string[] = [];
  const write: Files['write'] = async (content) => {
    const written = await service.files.write(content);
    stored.push(written.id);
    return written;
  };
  try {
    const { unused, report } = await service.db.transaction().execute(async (trx) => {
      // Two imports at a time would both compare with what was there before them.
      if (!dryRun) await trx.selectFrom('published').select('id').forUpdate().execute();
      const outcome = await writeWithin(trx, rows, { at, write, dryRun, keepsDecided: true });
      const { added, changed } = outcome.report;
      if (!dryRun && added.length + changed.length > 0) await publish(trx, at);
      return outcome;
    });
    for (const id of unused) await service.files.remove(id);
    if (!dryRun) await service.published.refresh();
    return report;
  } catch (error) {
    for (const id of stored) await service.files.remove(id);
    throw error;
  }
}

export interface WriteContext extends WriteOptions {
  /** The moment of the write. */
  at: Date;
  /** Puts a file of a record into the folder of files; without it records have none. */
  write?: Files['write'] | undefined;
  /** What reviews have decided on a document stays, whatever its record says (条例 art. 18). */
  keepsDecided?: boolean | undefined;
}

/** What a write within a caller's transaction did. */
export interface Written {
  report: WriteReport;
  /** Files in the folder that nothing names any longer, to be removed after the commit. */
  unused: string[];
}

/**
 * Writes records within a transaction of the caller, who then calls `publish` and, after the
 * commit, `service.published.refresh()`.
 */
export async function writeWithin(
  trx: Kysely<Tables>,
  given: PolicyRows,
  context: WriteContext,
): Promise<Written> {
  const report: WriteReport = { added: [], changed: [], unchanged: 0, refused: [], notes: [] };
  const writer = new Writer(trx, context, report);
  const rows = {
    documents: wellFormed('document', given.documents, report),
    interpretations: wellFormed('interpretation', given.interpretations, report),
    cleanups: wellFormed('cleanup', given.cleanups, report),
    responses: wellFormed('response', given.responses, report),
  };
  const missing = (title: string, name: string) =>
    report.notes.push({
      title,
      words: {
        zh: `没有找到“${name}”，这一处没有关联`,
        en: `"${name}" is not there, so it is not linked`,
      },
    });
  const known = await readKnown(trx, {
    documents: rows.documents.map(rowOf),
    interpretations: rows.interpretations.map(rowOf),
    cleanups: rows.cleanups.map(rowOf),
    responses: rows.responses.map(rowOf),
  });
  // One by one, so that a document may not take the id of one before it.
  const documents = right('document', rows.documents, report, (row) => {
    const faults = documentFaults(row, known);
    if (faults.length === 0) learn(known, row);
    return faults;
  });
  const stated = documents.map(rowOf);
  const kept = context.keepsDecided === true ? await keepDecided(trx, stated, report) : stated;
  await writer.put('document', kept, (row) => documentDraft(row, known, missing));
  await writer.put(
    'interpretation',
    right('interpretation', rows.interpretations, report, (row) => organFaults(row, known)).map(
      rowOf,
    ),
    (row) => interpretationDraft(row, known, missing),
  );
  await writer.put(
    'cleanup',
    right('cleanup', rows.cleanups, report, (row) => organFaults(row, known)).map(rowOf),
    (row) => cleanupDraft(row, known, missing),
  );
  await writer.put(
    'response',
    right('response', rows.responses, report, (row) => responseFaults(row, known)).map(rowOf),
    (row) => responseDraft(row, known),
  );
  if (context.dryRun !== true && report.added.length + report.changed.length > 0) {
    await settleValidity(trx, context.at);
    await tellWritten(trx, report, context.at);
  }
  return { report, unused: writer.unused };
}

const schemas = {
  document: DocumentRecordSchema,
  interpretation: InterpretationRecordSchema,
  cleanup: CleanupRecordSchema,
  response: ResponseRecordSchema,
} as const;

const shapes = Object.fromEntries(
  Object.entries(schemas).map(([kind, schema]) => [kind, z.toJSONSchema(schema, { io: 'input' })]),
) as unknown as Record<RecordKind, Property>;

interface AnyRow {
  title: string;
  files?: RecordFile[] | undefined;
}

/** A record with its place in the list it came in, from 1. */
interface Placed<R> {
  row: R;
  place: number;
}

const rowOf = <R>({ row }: Placed<R>): R => row;

/** The records without faults; the others are refused by their place. */
function right<R extends AnyRow>(
  kind: RecordKind,
  rows: Placed<R>[],
  report: WriteReport,
  faultsOf: (row: R) => FieldFault[],
): Placed<R>[] {
  return rows.filter(({ row, place }) => {
    const faults = faultsOf(row);
    if (faults.length === 0) return true;
    const title = typeof row.title === 'string' ? row.title : '';
    report.refused.push({ kind, place, title, faults });
    return false;
  });
}

/** The records of the right form, free of what no database keeps. */
function wellFormed<R extends AnyRow>(
  kind: RecordKind,
  rows: R[] | undefined,
  report: WriteReport,
): Placed<R>[] {
  const recordOf = ({ files: _, ...record }: R): object => record;
  const placed = (rows ?? []).map((row, index) => ({ row, place: index + 1 }));
  return right(kind, placed, report, (row) => {
    const record = recordOf(row);
    const { error } = schemas[kind].safeParse(record);
    return error ? bodyFaults(shapes[kind], record, error.issues) : [];
  }).map(({ row, place }) => ({
    row: { ...(storable(recordOf(row)) as R), files: row.files },
    place,
  }));
}

/** So many rows are written at a time. */
const slice = 50;

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Puts drafts into their tables. */
class Writer {
  readonly unused: string[] = [];
  private readonly trx: Kysely<Tables>;
  private readonly context: WriteContext;
  private readonly report: WriteReport;

  constructor(trx: Kysely<Tables>, context: WriteContext, report: WriteReport) {
    this.trx = trx;
    this.context = context;
    this.report = report;
  }

  async put<R extends AnyRow>(
    kind: RecordKind,
    rows: readonly R[],
    toDraft: (row: R) => Draft,
  ): Promise<void> {
    for (let from = 0; from < rows.length; from += slice) {
      const drafts = rows
        .slice(from, from + slice)
        .map((row) => ({ draft: toDraft(row), files: row.files }));
      await this.putSlice(kind, drafts);
    }
  }

  private async putSlice(
    kind: RecordKind,
    all: { draft: Draft; files: RecordFile[] | undefined }[],
  ): Promise<void> {
    const [first] = all;
    if (!first) return;
    const { table } = first.draft;
    const before = await this.digests(
      table,
      all.map(({ draft }) => draft.id),
    );
    const rows = new Map<string, Record<string, unknown>>();
    for (const { draft, files } of all) {
      const { id, title } = draft;
      const digest = digestOf([draft.row, draft.edges, draft.entries, files?.map(outline)]);
      const former = before.get(id);
      if (former === digest) {
        this.report.unchanged += 1;
        continue;
      }
      this.report[former === undefined ? 'added' : 'changed'].push({ kind, id, title });
      before.set(id, digest);
      if (this.context.dryRun === true) continue;
      rows.set(id, { ...draft.row, ...draft.derived(), digest });
      if (files) await this.putFiles(id, files);
    }
    await this.upsert(table, [...rows.values()]);
    const written = [...new Map(all.map(({ draft }) => [draft.id, draft])).values()];
    await this.putEdges(written.filter(({ id }) => rows.has(id)));
    for (const { draft } of all) if (rows.has(draft.id)) await this.putEntries(draft);
  }

  private async digests(table: Draft['table'], ids: string[]): Promise<Map<string, string>> {
    const rows = await this.trx
      .selectFrom(table)
      .select(['id', 'digest'])
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map(({ id, digest }) => [id, digest]));
  }

  private async upsert(table: Draft['table'], rows: Record<string, unknown>[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const at = this.context.at.toISOString();
    const isDated = table === 'documents' || table === 'interpretations';
    const values = isDated ? rows.map((row) => ({ ...row, updated_at: at })) : rows;
    const columns = Object.keys(values[0] ?? {});
    await this.trx
      .insertInto(table)
      .values(values as unknown as Insertable<Tables['cleanups']>[])
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((eb) =>
            Object.fromEntries(
              columns.map((column) => [column, eb.ref(`excluded.${column}` as 'excluded.id')]),
            ),
          ),
      )
      .execute();
  }

  /** All edges of a kind at once: one by one they take most of the time of a large import. */
  private async putEdges(drafts: readonly Draft[]): Promise<void> {
    const all = drafts.flatMap(({ id, edges }) => edges.map((edge) => ({ id, ...edge })));
    for (const kind of new Set(all.map((edge) => edge.kind))) {
      const ofKind = all.filter((edge) => edge.kind === kind);
      await this.trx
        .deleteFrom('document_edges')
        .where('kind', '=', kind)
        .where(
          'from_id',
          'in',
          ofKind.map(({ id }) => id),
        )
        .execute();
      const rows = ofKind.flatMap(({ id, to }) =>
        to.map((to_id, place) => ({ kind, from_id: id, to_id, place })),
      );
      if (rows.length > 0) await this.trx.insertInto('document_edges').values(rows).execute();
    }
  }

  private async putEntries({ id, entries }: Draft): Promise<void> {
    if (!entries) return;
    await this.trx.deleteFrom('cleanup_entries').where('cleanup_id', '=', id).execute();
    if (entries.length > 0) {
      await this.trx.insertInto('cleanup_entries').values(entries).execute();
    }
  }

  /** A file with the content of one that is there is not written again. */
  private async putFiles(owner: string, files: readonly RecordFile[]): Promise<void> {
    const { write } = this.context;
    if (!write) throw new Error('records with files need somewhere to put them');
    const former = await this.trx
      .selectFrom('document_files')
      .select(['sha256', 'stored'])
      .where('owner_id', '=', owner)
      .execute();
    const kept = new Map(former.map(({ sha256, stored }) => [sha256, stored]));
    const rows: DocumentFilesTable[] = [];
    for (const [place, { id, name, type, content }] of files.entries()) {
      const hash = sha256(content);
      const stored = kept.get(hash) ?? (await write(once(content))).id;
      kept.set(hash, stored);
      rows.push({
        owner_id: owner,
        id,
        place,
        name,
        type,
        size: content.length,
        sha256: hash,
        stored,
      });
    }
    await this.trx.deleteFrom('document_files').where('owner_id', '=', owner).execute();
    if (rows.length > 0) await this.trx.insertInto('document_files').values(rows).execute();
    const used = new Set(rows.map(({ stored }) => stored));
    this.unused.push(...former.map(({ stored }) => stored).filter((id) => !used.has(id)));
  }
}

const outline = ({ id, name, type, content }: RecordFile) => [id, name, type, sha256(content)];

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
