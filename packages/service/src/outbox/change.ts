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

/** What was written of a public document: told to who follows it, not to offices. */
export type DocumentChange = Told<
  'document.changed',
  'published' | 'changed' | 'interpreted' | 'answered'
>;

/**
 * A step of a case; `subject` is the 办件编号. Told to who follows it; its own office is told only when
 * somebody was not satisfied (`ratedBadly`), for it knows the rest itself.
 */
export type CaseChange = Told<'case.changed', CaseEventKind | 'ratedBadly' | 'ratingAnswered'>;

/**
 * What others are told: that something changed, never what is in it. No personal data and no word
 * of a draft stands here, so none can leave by webhook or mail.
 */
export type Change =
  RequestChange | CaseChange | DraftChange | ReleaseChange | ReviewChange | CleanupChange;

/** What no office is told: an import writes thousands, and an office knows its own cases. */
const isForFollowers = ({ kind, event }: { kind: string; event: string }): boolean =>
  kind === 'document.changed' || (kind === 'case.changed' && event !== 'ratedBadly');

/** So many rows are written at a time. */
const slice = 500;

/**
 * Puts changes into the outbox, in the transaction that makes them: what is not committed is told to
 * nobody, and what is committed is told also after a crash.
 *
 * @param isFollowed false for what nobody follows, as far as that is known: its followers are not looked up
 */
export async function enqueueAll(
  trx: Kysely<Tables>,
  changes: readonly (Change | DocumentChange)[],
  isFollowed: (change: Change | DocumentChange) => boolean = () => true,
): Promise<void> {
  const rows = changes.map((change) => {
    const { kind, subject, organId, event, at } = change;
    return {
      kind,
      subject,
      organ_id: organId,
      event,
      at,
      addressed: isForFollowers({ kind, event }),
      followed: !isFollowed(change),
    };
  });
  for (let from = 0; from < rows.length; from += slice) {
    await trx
      .insertInto('outbox_changes')
      .values(rows.slice(from, from + slice))
      .execute();
  }
}

/** The same for one change. */
export const enqueue = (trx: Kysely<Tables>, change: Change): Promise<void> =>
  enqueueAll(trx, [change]);
