import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { enqueueAll, type DocumentChange } from '../outbox/change.ts';
import type { WriteReport } from './rows.ts';

/** What came out longer ago is history that is taken over, no news. */
const newsMs = 7 * 86_400_000;

/**
 * Tells followers of what was written: a document that has just come out, one that differs, an
 * interpretation, an answer. Those that are not public are left out; what is to come out later is
 * told then.
 */
export async function tellWritten(
  trx: Kysely<Tables>,
  { added, changed }: Pick<WriteReport, 'added' | 'changed'>,
  at: Date,
): Promise<void> {
  const idsOf = (kind: string, list: WriteReport['added']) =>
    list.filter((one) => one.kind === kind).map(({ id }) => id);
  const moment = at.toISOString();
  const newsAfter = new Date(at.getTime() - newsMs).toISOString();
  const isNews = (releasedAt: string | null): boolean =>
    releasedAt !== null && Date.parse(releasedAt) > Date.parse(newsAfter);
  const later = (releasedAt: string | null): string =>
    releasedAt !== null && Date.parse(releasedAt) > at.getTime() ? releasedAt : moment;
  const told: DocumentChange[] = [];
  const tell = (subject: string, event: DocumentChange['event'], when: string, organId = '') =>
    told.push({ kind: 'document.changed', subject, organId, event, at: when });

  const before = new Set(idsOf('document', changed));
  for (const row of await publicRows(trx, [...idsOf('document', added), ...before])) {
    const [organ] = row.organs;
    if (isNews(row.released_at) && !row.told)
      tell(row.id, 'published', later(row.released_at), organ);
    else if (before.has(row.id)) tell(row.id, 'changed', later(row.released_at), organ);
  }
  for (const row of await explained(trx, idsOf('interpretation', added))) {
    if (isNews(row.released_at)) tell(row.document, 'interpreted', later(row.released_at));
  }
  for (const row of await answered(trx, idsOf('response', added))) {
    if (isNews(row.released_at)) tell(row.document, 'answered', later(row.released_at));
  }
  await enqueueAll(trx, told);
}

/** Documents that are public now or will be, and whether it was told that they came out. */
async function publicRows(trx: Kysely<Tables>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return trx
    .selectFrom('documents as d')
    .select(['d.id', 'd.released_at', 'd.organs'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('outbox_changes as c')
            .select('c.id')
            .whereRef('c.subject', '=', 'd.id')
            .where('c.kind', '=', 'document.changed')
            .where('c.event', '=', 'published'),
        )
        .as('told'),
    )
    .where('d.id', 'in', ids)
    .where('d.released_at', 'is not', null)
    .where('d.attribute', 'in', ['open', 'onRequest'])
    .orderBy('d.released_at')
    .execute();
}

async function explained(trx: Kysely<Tables>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return trx
    .selectFrom('interpretations as i')
    .innerJoin('document_edges as e', 'e.from_id', 'i.id')
    .select(['e.to_id as document', 'i.released_at'])
    .where('e.kind', '=', 'explains')
    .where('i.id', 'in', ids)
    .execute();
}

async function answered(trx: Kysely<Tables>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return trx
    .selectFrom('document_responses')
    .select(['document_id as document', 'released_at'])
    .where('id', 'in', ids)
    .execute();
}
