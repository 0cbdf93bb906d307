import type { RequestEventKind } from '@open-info/contract/request-events';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/**
 * What others are told of a matter: that it changed, never what is in it. No personal data stands
 * here, so none can leave by webhook or mail.
 */
export interface Change {
  kind: 'request.changed';
  /** 申请编号. */
  subject: string;
  organId: string;
  event: RequestEventKind;
  /** When it happened, ISO 8601. */
  at: string;
}

/**
 * Puts a change into the outbox, in the transaction that makes it: what is not committed is told to
 * nobody, and what is committed is told also after a crash.
 */
export async function enqueue(trx: Kysely<Tables>, change: Change): Promise<void> {
  const { kind, subject, organId, event, at } = change;
  await trx
    .insertInto('outbox_changes')
    .values({ kind, subject, organ_id: organId, event, at })
    .execute();
}
