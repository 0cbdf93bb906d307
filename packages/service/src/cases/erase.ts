import { addDays } from '@open-info/contract/calendar-days';
import { sql, type Transaction } from 'kysely';
import { appendAudit } from '../audit/store.ts';
import type { Tables } from '../database/tables.ts';
import { documentsOwner } from '../exchange/take-in.ts';
import { loadRecords } from '../exchange/records.ts';
import { todayOf } from '../http/mount.ts';
import { defaultRetentionDays } from '../retention/erase.ts';
import type { Service } from '../service.ts';
import { eraseAttachments } from '../uploads/store.ts';

type Needs = Pick<Service, 'db' | 'files' | 'now' | 'privacy' | 'settings'>;

const pageSize = 200;

/** Cases whose time has passed: ended, and nothing has happened since for so many days; or nothing left of them. */
async function dueCases({ db, settings, now }: Needs): Promise<string[]> {
  const days = settings.retentionDays ?? defaultRetentionDays;
  const before = addDays(todayOf(now()), -days);
  const rows = await db
    .selectFrom('cases')
    .select('number')
    .where('erased_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('ended_on', '<', before), eb('last_on', '<', before)]),
        // Corrections have taken its records elsewhere: nothing of them is needed here.
        eb('status', 'is', null),
      ]),
    )
    .orderBy('number')
    .limit(pageSize)
    .execute();
  return rows.map(({ number }) => number);
}

/**
 * Erases what is personal of a case: applicant, reasons and every other sealed word of all versions of
 * its records, its files, and the words of its rating. Steps, days, outcome and satisfaction stay.
 */
async function eraseCase(service: Needs, number: string): Promise<void> {
  const { db, now } = service;
  // Files first: as long as the row is not marked, the next run comes back for what is left.
  const files = await eraseAttachments(service, documentsOwner(number));
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('cases')
      .set({ erased_at: now().toISOString(), revision: sql<number>`nextval('case_revisions')` })
      .where('number', '=', number)
      .where('erased_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await trx
      .updateTable('exchange_records')
      .set({ words: null })
      .where('number', '=', number)
      .execute();
    await eraseFormer(trx, number);
    await trx
      .updateTable('case_ratings')
      .set({ words: null, answer: null })
      .where('number', '=', number)
      .execute();
    await appendAudit(service, trx, {
      actor: 'system',
      action: 'case.erased',
      subject: number,
      facts: { files },
    });
  });
}

/** Versions that stand under another number, of records that were moved here. */
async function eraseFormer(trx: Transaction<Tables>, number: string): Promise<void> {
  const { system } = await trx
    .selectFrom('cases')
    .select('system')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const held = (await loadRecords(trx, system, [number])).get(number) ?? [];
  if (held.length === 0) return;
  await trx
    .updateTable('exchange_records')
    .set({ words: null })
    .where('system', '=', system)
    .where(
      'id',
      'in',
      held.map(({ id }) => id),
    )
    .execute();
}

/** Erases all cases whose time has passed. @returns how many */
export async function eraseDueCases(service: Needs): Promise<number> {
  let erased = 0;
  for (;;) {
    const due = await dueCases(service);
    for (const number of due) await eraseCase(service, number);
    erased += due.length;
    if (due.length < pageSize) return erased;
  }
}
