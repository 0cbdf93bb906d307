import type { CaseEventKind } from '@open-info/contract/case-events';
import type { RequestEventKind } from '@open-info/contract/request-events';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

interface Told<K extends string, E extends string> {
  kind: K;
  /** What changed, by its number or id. */
  subject: string;
  organId: string;
  event: E;
  /** When it happened, ISO 8601. */
  at: string;
}

/** A step of a request; `subject` is the 申请编号. */
export type RequestChange = Told<'request.changed', RequestEventKind>;

/** A draft that waits for its next step; `event` is the stage it stands in. */
export type DraftChange = Told<
  'draft.changed',
  'drafting' | 'unitHead' | 'office' | 'signer' | 'signed' | 'issued'
>;

/** 同步发布. */
export type ReleaseChange = Told<'release.changed', 'published'>;

/** 定期评估: a document that is to be looked at again; `subject` is its id. */
export type ReviewChange = Told<'review.changed', 'due'>;

/** 清理结果. */
export type CleanupChange = Told<'cleanup.changed', 'published'>;

/**
 * A step of a case; `subject` is the 办件编号. Told to who follows it; its own office is told only when
 * somebody was not satisfied (`ratedBadly`), for it knows the rest itself.
 */
export type CaseChange = Told<'case.changed', CaseEventKind | 'ratedBadly' | 'ratingAnswered'>;

/**
 * What others are told: that something changed, never what is in it. No personal data and no word
 * of a draft stands here, so none can leave by webhook or mail.
 */
export type Change = RequestChange | DraftChange | ReleaseChange | ReviewChange | CleanupChange;

/**
 * Puts a change into the outbox, in the transaction that makes it: what is not committed is told to
 * nobody, and what is committed is told also after a crash.
 */
export async function enqueue(trx: Kysely<Tables>, change: Change | CaseChange): Promise<void> {
  const { kind, subject, organId, event, at } = change;
  const addressed = kind === 'case.changed' && event !== 'ratedBadly';
  await trx
    .insertInto('outbox_changes')
    .values({ kind, subject, organ_id: organId, event, at, addressed })
    .execute();
}
