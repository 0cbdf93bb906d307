import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Service } from '../service.ts';
import { faultOf, link, origin, type AuditEntry, type AuditHead, type AuditRow } from './chain.ts';

/**
 * Adds a link to the audit chain. Transactions that append wait for one another from here to their
 * end, so it is best their last statement.
 *
 * @param trx the transaction of what is being told
 */
export async function appendAudit(
  { now, privacy }: Pick<Service, 'now' | 'privacy'>,
  trx: Transaction<Tables>,
  entry: AuditEntry,
): Promise<AuditRow> {
  const head = await trx
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const row = link(head, entry, now(), privacy.digest);
  await trx
    .insertInto('audit')
    .values({ ...row, facts: JSON.stringify(row.facts) })
    .execute();
  await trx.updateTable('audit_head').set({ seq: row.seq, hash: row.hash }).execute();
  return row;
}

/** The last link. */
export function auditHead(db: Kysely<Tables>): Promise<AuditHead> {
  return db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow();
}

/** Why the chain does not hold. */
export type AuditFault =
  /** A row is not there. */
  | 'missing'
  /** A row does not hang on the one before. */
  | 'order'
  /** A row is not what it was. */
  | 'changed'
  /** Rows are gone from the end, or were added beside the chain. */
  | 'tail'
  /** The head that was kept outside is not in the chain. */
  | 'head';

export type AuditVerdict =
  { whole: true; count: number; head: string } | { whole: false; seq: number; fault: AuditFault };

const pageSize = 1_000;

/**
 * Walks the chain from its first link to its last.
 *
 * @param kept a head that was kept outside; the chain may have grown since
 */
export async function verifyAudit(db: Kysely<Tables>, kept?: string): Promise<AuditVerdict> {
  // Read first: what is appended while we walk is beyond it.
  const last = await auditHead(db);
  let head = origin;
  let seen = kept === undefined || kept === origin.hash;
  for (;;) {
    const rows = await readPage(db, head.seq);
    for (const row of rows) {
      const fault = faultOf(row, head);
      if (fault) return { whole: false, seq: head.seq + 1, fault };
      head = { seq: row.seq, hash: row.hash };
      if (row.hash === kept) seen = true;
      if (row.seq === last.seq && row.hash !== last.hash) {
        return { whole: false, seq: row.seq, fault: 'tail' };
      }
    }
    if (rows.length < pageSize) break;
  }
  // A row added beside the chain after the last link is beyond the head even when read again.
  const now = await auditHead(db);
  if (head.seq < last.seq || head.seq > now.seq) {
    return { whole: false, seq: Math.min(head.seq, now.seq) + 1, fault: 'tail' };
  }
  if (!seen) return { whole: false, seq: head.seq + 1, fault: 'head' };
  return { whole: true, count: head.seq, head: head.hash };
}

function readPage(db: Kysely<Tables>, after: number): Promise<AuditRow[]> {
  return db
    .selectFrom('audit')
    .select(['seq', 'at', 'actor', 'action', 'subject', 'facts', 'digest', 'previous', 'hash'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(pageSize)
    .execute();
}
