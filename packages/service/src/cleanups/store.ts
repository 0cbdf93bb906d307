import type { Cleanup } from '@open-info/contract/cleanups';
import { documentRefs, type Reading } from '../documents/public.ts';
import { ProblemError } from '../http/problem.ts';

/**
 * 清理结果, the latest first; a decision on a document that is not public is left out, and not
 * counted either.
 */
export async function listCleanups(reading: Reading, id?: string): Promise<Cleanup[]> {
  const { db, now } = reading;
  const rows = await db
    .selectFrom('cleanups')
    .select(['id', 'title', 'on_day', 'released_at', 'organ', 'basis'])
    .where('released_at', '<=', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .execute();
  if (rows.length === 0) return [];
  const entries = await db
    .selectFrom('cleanup_entries')
    .select(['cleanup_id', 'document_id', 'decision', 'reason'])
    .where(
      'cleanup_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('place')
    .execute();
  const refs = await documentRefs(
    reading,
    entries.map((entry) => entry.document_id),
  );
  return rows.map((row) => {
    const own = entries
      .filter((entry) => entry.cleanup_id === row.id)
      .flatMap(({ document_id: documentId, decision, reason }) => {
        const document = refs.get(documentId);
        return document ? [{ document, decision, ...(reason !== null && { reason }) }] : [];
      });
    const counts: Record<string, number> = {};
    for (const { decision } of own) counts[decision] = (counts[decision] ?? 0) + 1;
    return {
      id: row.id,
      title: row.title,
      on: row.on_day,
      publishedAt: row.released_at ?? '',
      organ: row.organ,
      basis: row.basis,
      counts,
      entries: own,
    };
  });
}

/** @throws ProblemError `not-found` */
export async function getCleanup(reading: Reading, id: string): Promise<Cleanup> {
  const [cleanup] = await listCleanups(reading, id);
  if (cleanup) return cleanup;
  throw new ProblemError('not-found', {
    detail: {
      zh: `没有编号为“${id}”的清理结果，全部清理结果见 /api/v1/cleanups。`,
      en: `There is no clean-up "${id}"; /api/v1/cleanups lists all.`,
    },
  });
}
