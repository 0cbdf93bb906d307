import { appendAudit } from '../audit/store.ts';
import type { Service } from '../service.ts';
import { eraseAttachments } from '../uploads/store.ts';

/**
 * Days after the end of a request for which what is personal is kept, unless the office sets its
 * own: three years. No rule names a number; 个人信息保护法 art. 19 asks for the shortest that serves, and
 * what has to be kept longer is filed away by the office (art. 45), not here.
 */
export const defaultRetentionDays = 1_095;

/**
 * Erases what is personal of a request: particulars, files, and every word that somebody typed. The
 * log, its dates, the outcome and the kind of applicant stay for the annual report.
 */
export async function erase(
  service: Pick<Service, 'db' | 'files' | 'now' | 'privacy'>,
  number: string,
): Promise<void> {
  const { db, now } = service;
  // Files first: as long as the row is not marked, the next run comes back for what is left.
  const files = await eraseAttachments(service, number);
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('requests')
      .set({ particulars: null, applicant: null, erased_at: now().toISOString() })
      .where('number', '=', number)
      .where('erased_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await trx
      .updateTable('request_events')
      .set({ words: null })
      .where('number', '=', number)
      .execute();
    await appendAudit(service, trx, {
      actor: 'system',
      action: 'request.erased',
      subject: number,
      facts: { files },
    });
  });
}
