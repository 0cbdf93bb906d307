import { sql } from 'kysely';
import { startHourly, type Scheduled } from '../hourly.ts';
import { enqueue } from '../outbox/change.ts';
import type { Service } from '../service.ts';
import { dueReviews } from './reviews.ts';

const pageSize = 200;

/** Tells of so many at a time. @returns how many */
async function tellSome(service: Service): Promise<number> {
  return service.db.transaction().execute(async (trx) => {
    const due = await dueReviews(service, trx)
      .where(
        sql<boolean>`not exists (select 1 from editing_review_notices n
          where n.document_id = r.id and n.due_on = r.due_on)`,
      )
      .limit(pageSize)
      .execute();
    const values = due.map(({ id, due_on: on }) => ({ document_id: id, due_on: on ?? '' }));
    if (values.length === 0) return 0;
    const mine = await trx
      .insertInto('editing_review_notices')
      .values(values)
      // Another process may be at it.
      .onConflict((conflict) => conflict.doNothing())
      .returning('document_id')
      .execute();
    const told = new Set(mine.map(({ document_id: id }) => id));
    const at = service.now().toISOString();
    for (const { id, organ } of due) {
      if (!told.has(id)) continue;
      const change = { subject: id, organId: organ, event: 'due', at } as const;
      await enqueue(trx, { kind: 'review.changed', ...change });
    }
    return due.length;
  });
}

/**
 * Tells each organ once of each review (条例 art. 18) that has become due.
 *
 * @returns how many
 */
export async function tellDueReviews(service: Service): Promise<number> {
  let told = 0;
  for (;;) {
    const some = await tellSome(service);
    told += some;
    if (some < pageSize) return told;
  }
}

export const startDueReviews = (service: Service): Scheduled =>
  startHourly(service, 'reviews due', async () => {
    const reviews = await tellDueReviews(service);
    return reviews > 0 ? { reviews } : undefined;
  });
