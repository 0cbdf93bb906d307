import { mergeMatters } from '@open-info/contract/matter-bundle';
import { checklistOf } from '@open-info/contract/matter-checklist';
import type { Checklist, ChecklistQuery, Matter } from '@open-info/contract/matters';
import { sql } from 'kysely';
import { badQuery } from '../catalog/selection.ts';
import { sendFile } from '../documents/get.ts';
import { documentRefs, type Reading } from '../documents/public.ts';
import { ProblemError } from '../http/problem.ts';
import type { FileAnswer } from '../http/route.ts';
import type { Service } from '../service.ts';
import { ownerOf } from './files.ts';
import { documentsOf } from './links.ts';
import { toSummary, wholeMatters, type MatterRow } from './summary.ts';

/** @throws ProblemError `not-found`, the same whether there is none or it is not in use */
export function notFound(key: string): ProblemError {
  return new ProblemError('not-found', {
    detail: {
      zh: `没有编号或实施编码为“${key}”的办事事项。可用 /api/v1/matters?q=… 按名称查找，口语说法也可以。`,
      en: `There is no matter with the id or 实施编码 "${key}". Look for it with /api/v1/matters?q=…, in plain words too.`,
    },
  });
}

/** A matter with the matters it merges, in order. */
interface Found {
  row: MatterRow;
  parts: MatterRow[];
}

async function find(reading: Reading, key: string): Promise<Found> {
  const row = await wholeMatters(reading)
    .where((eb) => eb.or([eb('m.id', '=', key), eb('m.code', '=', key)]))
    // An id goes before a code that happens to be the same.
    .orderBy(sql`m.id = ${key}`, 'desc')
    .executeTakeFirst();
  if (!row) throw notFound(key);
  return { row, parts: await partsOf(reading, row.parts) };
}

/** The public matters of some ids, in their order. */
export async function partsOf(
  reading: Pick<Reading, 'db'>,
  ids: readonly string[],
): Promise<MatterRow[]> {
  if (ids.length === 0) return [];
  const rows = await wholeMatters(reading).where('m.id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What of a guide a checklist is made of; of a bundle merged from its parts as they are now. */
function guideOf({ row, parts }: Found) {
  const { questions, materials, version } = row.content;
  const merged = row.bundle
    ? mergeMatters(parts.map(({ id, name, content }) => ({ ...content, id, name })))
    : { questions, materials, parts: [] };
  const updatedAt = [row, ...parts].map(({ updated_at: at }) => at).reduce(later);
  return { id: row.id, name: row.name, version, ...merged, updatedAt };
}

const later = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? b : a);

/**
 * 办事指南.
 *
 * @param key id or 实施编码
 * @throws ProblemError `not-found`
 */
export async function getMatter(reading: Reading, key: string): Promise<Matter> {
  const found = await find(reading, key);
  const { row, parts } = found;
  const { basis, ...content } = row.content;
  const based = await documentRefs(
    reading,
    basis.flatMap(({ documentId }) => documentId ?? []),
  );
  return {
    ...toSummary(row),
    ...content,
    basis: basis.map(({ documentId, ...one }) =>
      documentId !== undefined && based.has(documentId) ? { ...one, documentId } : one,
    ),
    ...guideOf(found),
    documents: await documentsOf(reading, [row.id, ...parts.map(({ id }) => id)]),
  };
}

/**
 * 一次性告知 for the answers given. Answers to questions there are not (any longer) count for nothing,
 * so a link that was kept still gives a list that is complete.
 *
 * @throws ProblemError `not-found`; `bad-query` when one question is answered twice
 */
export async function getChecklist(
  reading: Reading,
  key: string,
  { answer = [] }: ChecklistQuery,
): Promise<Checklist> {
  const pairs = answer.map((one) => one.split(':') as [string, string]);
  const answers = Object.fromEntries(pairs);
  const twice = pairs.find(([question, option]) => answers[question] !== option);
  if (twice) throw answeredTwice(twice[0]);
  return checklistOf(guideOf(await find(reading, key)), answers);
}

const answeredTwice = (question: string): ProblemError =>
  badQuery([
    {
      field: 'answer',
      message: {
        zh: `问题“${question}”有两个不同的回答`,
        en: `there are two different answers to "${question}"`,
      },
      expected: { zh: '每个问题只回答一次', en: 'one answer to each question' },
    },
  ]);

/**
 * A blank form or a sample; of a bundle also those of its parts.
 *
 * @throws ProblemError `not-found`
 */
export async function getMatterFile(
  { files }: Pick<Service, 'files'>,
  reading: Reading,
  key: string,
  fileId: string,
): Promise<FileAnswer> {
  const { row, parts } = await find(reading, key);
  const owners = [row, ...parts].map(({ id }) => ownerOf(id));
  const owner = await reading.db
    .selectFrom('document_files')
    .select('owner_id')
    .where('owner_id', 'in', owners)
    .where('id', '=', fileId)
    .executeTakeFirst();
  return sendFile({ files }, reading, owner?.owner_id ?? ownerOf(row.id), fileId);
}
