import { sql, type Kysely } from 'kysely';
import * as z from 'zod/mini';
import { storable } from '../catalog/row.ts';
import { publish } from '../database/published.ts';
import type { Tables } from '../database/tables.ts';
import { readDocuments, readOrgans, standardNumber } from '../documents/known.ts';
import { bodyFaults } from '../http/body-faults.ts';
import type { Property } from '../http/expected.ts';
import type { FieldFault } from '../http/problem.ts';
import type { Words } from '../http/words.ts';
import type { Service } from '../service.ts';
import type { Files } from '../uploads/files.ts';
import {
  derivedColumns,
  matterDraft,
  matterFaults,
  matterIdOf,
  type KnownMatters,
  type MatterDraft,
  type MatterInput,
} from './draft.ts';
import { putFiles } from './files.ts';
import { partsOf } from './get.ts';
import { MatterRecordSchema } from './record.ts';

/** What an import did; with `dryRun`, what it would do. */
export interface MatterReport {
  added: { id: string; name: string }[];
  changed: { id: string; name: string }[];
  unchanged: number;
  /** Records that were not taken, by their place in the list, from 1. */
  refused: { place: number; name: string; faults: FieldFault[] }[];
  /** What was taken but names something that is not there, or leaves something incomplete. */
  notes: { name: string; words: Words }[];
}

export interface MatterContext {
  /** The moment of the write. */
  at: Date;
  /** Puts a file into the folder of files; without it records have none. */
  write?: Files['write'] | undefined;
  /** Only says what would change. */
  dryRun?: boolean | undefined;
}

/**
 * Takes matters in: one whose code or id is known is changed where it differs, any other is added;
 * the same again changes nothing. What is not right is refused and the rest taken, in one
 * transaction.
 */
export async function writeMatters(
  service: Pick<Service, 'db' | 'now' | 'published' | 'files'>,
  records: readonly MatterInput[],
  { dryRun = false }: { dryRun?: boolean | undefined } = {},
): Promise<MatterReport> {
  const at = service.now();
  const stored: string[] = [];
  const write: Files['write'] = async (content) => {
    const written = await service.files.write(content);
    stored.push(written.id);
    return written;
  };
  try {
    const { report, unused } = await service.db.transaction().execute(async (trx) => {
      // Two imports at a time would both compare with what was there before them.
      if (!dryRun) await trx.selectFrom('published').select('id').forUpdate().execute();
      const outcome = await writeMattersWithin(trx, records, { at, write, dryRun });
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

/**
 * Writes records within a transaction of the caller, who then calls `publish` and, after the
 * commit, `service.published.refresh()` and removes the files that are unused.
 */
export async function writeMattersWithin(
  trx: Kysely<Tables>,
  given: readonly MatterInput[],
  context: MatterContext,
): Promise<{ report: MatterReport; unused: string[] }> {
  const report: MatterReport = { added: [], changed: [], unchanged: 0, refused: [], notes: [] };
  const placed = given.map((record, index) => ({ place: index + 1, record }));
  const wellFormed = sift(placed, report, ({ record }) => formFaults(record));
  const records = wellFormed.map(({ place, record }) => ({ place, record: tidy(record) }));
  const known = await readKnown(
    trx,
    records.map(({ record }) => record),
  );
  // Bundles come last, so that they may name matters of the same import.
  const sorted = [
    ...records.filter(({ record }) => !record.parts),
    ...records.filter(({ record }) => record.parts),
  ];
  const taken = new Set<string>();
  const right = sift(sorted, report, ({ record }) => {
    const faults = matterFaults(record, known);
    if (faults.length > 0) return faults;
    const id = matterIdOf(record, known);
    if (taken.has(id)) return [twice(record, id)];
    taken.add(id);
    learn(known, record, id);
    return [];
  });
  const drafts = right.map(({ record }) =>
    matterDraft(record, known, (name) => report.notes.push(noDocument(record.name, name))),
  );
  const unused = await put(trx, drafts, context, report);
  report.notes.push(...(await incomplete(trx, drafts, context)));
  report.refused.sort((a, b) => a.place - b.place);
  return { report, unused };
}

interface Placed {
  place: number;
  record: MatterInput;
}

/** The records nothing is wrong with; the others are told. */
function sift(
  list: readonly Placed[],
  report: MatterReport,
  faultsOf: (one: Placed) => FieldFault[],
): Placed[] {
  return list.filter((one) => {
    const faults = faultsOf(one);
    if (faults.length === 0) return true;
    const name: unknown = (one.record as Partial<MatterInput> | null)?.name;
    report.refused.push({ place: one.place, name: typeof name === 'string' ? name : '', faults });
    return false;
  });
}

const shapeOfRecord = z.toJSONSchema(MatterRecordSchema, { io: 'input' }) as Property;

const bare = ({ contents: _, ...record }: MatterInput): object => record;

function formFaults(given: MatterInput): FieldFault[] {
  const record = typeof given === 'object' && (given as unknown) !== null ? bare(given) : given;
  const { error } = MatterRecordSchema.safeParse(record);
  return error ? bodyFaults(shapeOfRecord, record, error.issues) : [];
}

/** Free of what no database keeps. */
const tidy = (record: MatterInput): MatterInput => ({
  ...storable(bare(record) as MatterInput),
  contents: record.contents,
});

async function readKnown(
  trx: Kysely<Tables>,
  records: readonly MatterInput[],
): Promise<KnownMatters> {
  const names = records.flatMap(({ documents = [], basis }) => [
    ...documents,
    ...basis.flatMap(({ documentId }) => documentId ?? []),
  ]);
  const { documents } = await readDocuments(trx, [
    ...new Set(names.flatMap((name) => [name, standardNumber(name)])),
  ]);
  const fields = new Map<string, string>();
  for (const { id, name, aliases } of await trx.selectFrom('fields').selectAll().execute()) {
    for (const one of [...aliases, name, id]) fields.set(one, id);
  }
  const matters: KnownMatters['matters'] = new Map();
  const rows = await trx.selectFrom('matters').select(['id', 'code', 'bundle']).execute();
  for (const { id, code, bundle } of rows) {
    if (code !== null) matters.set(code, { id, bundle });
  }
  for (const { id, bundle } of rows) matters.set(id, { id, bundle });
  return {
    organs: await readOrgans(trx),
    fields,
    documentId: (name) => documents.get(name) ?? documents.get(standardNumber(name)),
    matters,
  };
}

function learn({ matters }: KnownMatters, { code, parts }: MatterInput, id: string): void {
  const matter = { id, bundle: parts !== undefined };
  if (code !== undefined) matters.set(code, matter);
  matters.set(id, matter);
}

const twice = ({ code, id }: MatterInput, taken: string): FieldFault => ({
  field: code === undefined ? 'id' : 'code',
  message: {
    zh: `“${code ?? id ?? taken}”在文件中出现了两次`,
    en: `"${code ?? id ?? taken}" occurs twice in the file`,
  },
  expected: { zh: '每个事项只出现一次', en: 'each matter once' },
});

const noDocument = (name: string, document: string): MatterReport['notes'][number] => ({
  name,
  words: {
    zh: `没有找到政策文件“${document}”，这一处没有关联；导入该文件后再导入一次即可`,
    en: `the document "${document}" is not there, so it is not linked; import again once it is`,
  },
});

/** So many rows are written at a time. */
const slice = 50;

async function put(
  trx: Kysely<Tables>,
  drafts: readonly MatterDraft[],
  { at, write, dryRun = false }: MatterContext,
  report: MatterReport,
): Promise<string[]> {
  const unused: string[] = [];
  const changed: MatterDraft[] = [];
  const ids = drafts.map(({ id }) => id);
  const before = await digests(trx, ids);
  for (const draft of drafts) {
    const { id, name, digest } = draft;
    const former = before.get(id);
    if (former === digest) {
      report.unchanged += 1;
      continue;
    }
    report[former === undefined ? 'added' : 'changed'].push({ id, name });
    changed.push(draft);
  }
  if (dryRun) return unused;
  for (let from = 0; from < changed.length; from += slice) {
    await putRows(trx, changed.slice(from, from + slice), at);
  }
  for (const { id, documents, files } of changed) {
    await putEdges(trx, id, documents);
    if (write) unused.push(...(await putFiles(trx, id, files, write)));
  }
  await renewBundles(
    trx,
    changed.map(({ id }) => id),
    at,
  );
  return unused;
}

async function digests(trx: Kysely<Tables>, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('matters')
    .select(['id', 'digest'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

async function putRows(trx: Kysely<Tables>, drafts: readonly MatterDraft[], at: Date) {
  const rows = drafts.map(({ row, content, digest }) => ({
    ...row,
    ...derivedColumns(row, content, []),
    digest,
    updated_at: at.toISOString(),
  }));
  const columns = Object.keys(rows[0] ?? {});
  await trx
    .insertInto('matters')
    .values(rows)
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

async function putEdges(trx: Kysely<Tables>, id: string, documents: readonly string[]) {
  await trx
    .deleteFrom('document_edges')
    .where('kind', '=', 'applies')
    .where('from_id', '=', id)
    .execute();
  const rows = documents.map((to_id, place) => ({
    kind: 'applies' as const,
    from_id: id,
    to_id,
    place,
  }));
  if (rows.length > 0) await trx.insertInto('document_edges').values(rows).execute();
}

/** A bundle is found by what its parts are called and need, and is as new as the newest of them. */
async function renewBundles(trx: Kysely<Tables>, changed: string[], at: Date): Promise<void> {
  if (changed.length === 0) return;
  const touched = sql`${changed}::text[]`;
  const bundles = await trx
    .selectFrom('matters')
    .select(['id', 'name', 'code', 'organ', 'themes', 'aliases', 'parts', 'content'])
    .where('bundle', '=', true)
    .where(sql<boolean>`(parts && ${touched} or id = any(${touched}))`)
    .execute();
  for (const { id, parts, content, ...row } of bundles) {
    const merged = await partsOf({ db: trx }, parts);
    await trx
      .updateTable('matters')
      .set({ ...derivedColumns(row, content, merged), updated_at: at.toISOString() })
      .where('id', '=', id)
      .execute();
  }
}

/** Bundles that stay in use although one of their parts is not (any longer). */
async function incomplete(
  trx: Kysely<Tables>,
  drafts: readonly MatterDraft[],
  { dryRun = false }: MatterContext,
): Promise<MatterReport['notes']> {
  const ids = drafts.map(({ id }) => id);
  if (dryRun || ids.length === 0) return [];
  const rows = await trx
    .selectFrom('matters as b')
    .innerJoin('matters as p', (join) => join.on(sql<boolean>`p.id = any(b.parts)`))
    .where('b.state', '=', 'inUse')
    .where('p.state', '<>', 'inUse')
    .where((eb) => eb.or([eb('p.id', 'in', ids), eb('b.id', 'in', ids)]))
    .select(['b.name', 'p.name as part'])
    .execute();
  return rows.map(({ name, part }) => ({
    name,
    words: {
      zh: `所含事项“${part}”已停办，合并的材料清单不再包括它，请修改这件“一件事”`,
      en: `its part "${part}" is not in use, so the merged list leaves it out; put the bundle right`,
    },
  }));
}
