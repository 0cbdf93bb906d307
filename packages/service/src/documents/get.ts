import { attributeGroundWords } from '@open-info/contract/attribute-grounds';
import { stampTexts } from '@open-info/contract/disclosure-attribute';
import type {
  DocumentRef,
  DocumentResponse,
  InterpretationRef,
  PolicyDocument,
} from '@open-info/contract/documents';
import type { Attachment } from '@open-info/contract/uploads';
import { sql, type Selectable } from 'kysely';
import { cardOf } from '../cards/card.ts';
import type { DocumentsTable } from '../database/tables.ts';
import { ProblemError } from '../http/problem.ts';
import type { FileAnswer } from '../http/route.ts';
import type { Service } from '../service.ts';
import { documentRefs, publicInterpretations, type Reading } from './public.ts';
import { summaries, toSummary } from './summary.ts';

/** @throws ProblemError `not-found`, the same whether there is none or it is not public */
export function notFound(key: string): ProblemError {
  return new ProblemError('not-found', {
    detail: {
      zh: `没有编号或索引号为“${key}”的政策文件。可用 /api/v1/documents?q=… 按标题、文号查找。`,
      en: `There is no document with the id or 索引号 "${key}". Look for it by title or 文号 with /api/v1/documents?q=….`,
    },
  });
}

function findRow(reading: Reading, key: string) {
  return (
    summaries(reading)
      .select([
        'd.body',
        'd.source',
        'd.reason',
        'd.ground',
        'd.updated_at',
        sql<string | null>`d.stated_end ->> 'by'`.as('ended_by'),
      ])
      .where((eb) => eb.or([eb('d.id', '=', key), eb('d.index_number', '=', key)]))
      // An id goes before an 索引号 that happens to be the same.
      .orderBy(sql`d.id = ${key}`, 'desc')
      .executeTakeFirst()
  );
}

/**
 * A public document with all that belongs to it.
 *
 * @param key id or 索引号
 * @throws ProblemError `not-found`
 */
export async function getDocument(reading: Reading, key: string): Promise<PolicyDocument> {
  const row = await findRow(reading, key);
  if (!row) throw notFound(key);
  const isOpen = row.attribute === 'open';
  const related = await neighbours(reading, row.id, row.ended_by);
  const interpretationList = await interpretationsOf(reading, row.id);
  const cleanup = await latestCleanup(reading, row.id);
  return {
    ...toSummary(row),
    body: isOpen ? row.body : [],
    stamp: stampTexts[row.attribute ?? ''] ?? '',
    ...whyNotOpen(row),
    files: isOpen ? await filesOf(reading, row.id) : [],
    ...(row.source && { source: row.source }),
    ...related,
    interpretationList,
    catalogItems: await itemsOf(reading, row.id),
    responses: await responsesOf(reading, row.id),
    ...(cleanup && { cleanup }),
    hasCard: (await cardOf(reading, row.id)) !== undefined,
    updatedAt: row.updated_at,
  };
}

/** Why a document is disclosed on request only, as far as that may be told to everyone. */
function whyNotOpen({
  attribute,
  reason,
  ground,
}: Pick<Selectable<DocumentsTable>, 'attribute' | 'reason' | 'ground'>): Pick<
  PolicyDocument,
  'reason' | 'ground'
> {
  const words = attributeGroundWords[ground ?? ''];
  if (attribute !== 'onRequest' || ground === null || !words) return {};
  const { zh, en, article, tellsReason } = words;
  return {
    ground: { code: ground, label: { zh, en }, article },
    ...(tellsReason && reason !== null && { reason }),
  };
}

/** What it replaced or came from, and what replaced, amended or came from it. */
async function neighbours(reading: Reading, id: string, endedBy: string | null) {
  const edges = await reading.db
    .selectFrom('document_edges')
    .select(['kind', 'from_id', 'to_id'])
    .where('kind', 'in', ['replaces', 'consulted'])
    .where((eb) => eb.or([eb('from_id', '=', id), eb('to_id', '=', id)]))
    .orderBy('place')
    .orderBy('from_id')
    .execute();
  const from = (kind: string) =>
    edges.filter((edge) => edge.kind === kind && edge.from_id === id).map((edge) => edge.to_id);
  const to = (kind: string) =>
    edges.filter((edge) => edge.kind === kind && edge.to_id === id).map((edge) => edge.from_id);
  const refs = await documentRefs(reading, [
    ...edges.flatMap((edge) => [edge.from_id, edge.to_id]),
    ...(endedBy === null ? [] : [endedBy]),
  ]);
  const found = (ids: string[]): DocumentRef[] =>
    [...new Set(ids)].flatMap((other) => refs.get(other) ?? []);
  const consultations = found(from('consulted'));
  const adopted = found(to('consulted'));
  return {
    predecessors: found(from('replaces')),
    successors: found([...to('replaces'), ...(endedBy === null ? [] : [endedBy])]),
    ...(consultations.length > 0 && { consultations }),
    ...(adopted.length > 0 && { adopted }),
  };
}

/** 解读 of a document: those made for it first, then those that also explain it. */
export async function interpretationsOf(
  reading: Reading,
  documentId: string,
): Promise<InterpretationRef[]> {
  const rows = await publicInterpretations(reading)
    .innerJoin('document_edges as x', 'x.from_id', 'i.id')
    .where('x.kind', '=', 'explains')
    .where('x.to_id', '=', documentId)
    .select(['i.id', 'i.title', 'i.form', 'i.released_at'])
    .orderBy('x.place')
    .orderBy('i.released_at')
    .orderBy('i.id')
    .execute();
  return rows.map(({ id, title, form, released_at: at }) => ({
    id,
    title,
    form,
    publishedAt: at ?? '',
  }));
}

function itemsOf({ db, today }: Reading, documentId: string) {
  return db
    .selectFrom('document_edges as e')
    .innerJoin('catalog_revisions as r', 'r.item_id', 'e.to_id')
    .where('e.kind', '=', 'listed')
    .where('e.from_id', '=', documentId)
    .where('r.valid_from', '<=', today)
    .where((eb) => eb.or([eb('r.valid_to', 'is', null), eb('r.valid_to', '>', today)]))
    .where('r.reason', '<>', 'removed')
    .select(['r.item_id as id', 'r.name'])
    .orderBy('e.place')
    .execute();
}

async function responsesOf({ db, now }: Reading, documentId: string): Promise<DocumentResponse[]> {
  const rows = await db
    .selectFrom('document_responses')
    .select(['id', 'title', 'body', 'organ', 'released_at'])
    .where('document_id', '=', documentId)
    .where('released_at', '<=', now)
    .orderBy('released_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ released_at: at, ...response }) => ({ ...response, publishedAt: at ?? '' }));
}

async function latestCleanup({ db, now }: Reading, documentId: string) {
  return db
    .selectFrom('cleanup_entries as e')
    .innerJoin('cleanups as c', 'c.id', 'e.cleanup_id')
    .where('e.document_id', '=', documentId)
    .where('c.released_at', '<=', now)
    .select(['c.id', 'c.title', 'c.on_day as on', 'e.decision'])
    .orderBy('c.on_day', 'desc')
    .orderBy('c.id', 'desc')
    .executeTakeFirst();
}

/** Files of a document or an interpretation, in their own order. */
export function filesOf({ db }: Pick<Reading, 'db'>, ownerId: string): Promise<Attachment[]> {
  return db
    .selectFrom('document_files')
    .select(['id', 'name', 'type', 'size'])
    .where('owner_id', '=', ownerId)
    .orderBy('place')
    .execute();
}

/** Types that are only shown or read; any other is handed over as bytes. */
const plainTypes =
  /^(?:image\/(?:png|jpeg|gif|webp)|application\/pdf|(?:audio|video)\/[\w.+-]+|application\/(?:ofd|vnd\.[\w.+-]+))$/;

/**
 * A file of a public document.
 *
 * @throws ProblemError `not-found`, also for a document whose text is disclosed on request only
 */
export async function getDocumentFile(
  { files }: Pick<Service, 'files'>,
  reading: Reading,
  key: string,
  fileId: string,
): Promise<FileAnswer> {
  const row = await findRow(reading, key);
  if (row?.attribute !== 'open') throw notFound(key);
  return sendFile({ files }, reading, row.id, fileId);
}

/** A file of a record that has been found to be public, or one the asker may read. */
export async function sendFile(
  { files }: Pick<Service, 'files'>,
  { db }: Pick<Reading, 'db'>,
  ownerId: string,
  fileId: string,
): Promise<FileAnswer> {
  const file = await db
    .selectFrom('document_files')
    .select(['name', 'type', 'size', 'stored'])
    .where('owner_id', '=', ownerId)
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (!file) {
    throw new ProblemError('not-found', {
      detail: { zh: `没有附件“${fileId}”。`, en: `There is no file "${fileId}".` },
    });
  }
  return {
    contentType: plainTypes.test(file.type) ? file.type : 'application/octet-stream',
    fileName: file.name,
    size: file.size,
    body: files.read(file.stored),
  };
}
