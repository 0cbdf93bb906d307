import { digest, digestIds, type DigestId } from '../privacy/digest.ts';
import { canonicalJson, type Json } from './canonical.ts';

/** What happened, without any personal data: the chain is kept for good. */
export interface AuditEntry {
  /** Who did it: `applicant`, `system`, or the subject of an officer's token. */
  actor: string;
  /** What was done, such as `request.submit`. */
  action: string;
  /** To what: a receipt number or another id. */
  subject: string;
  facts?: Record<string, Json> | undefined;
}

/** A link of the chain. */
export interface AuditRow extends AuditEntry {
  facts: Record<string, Json>;
  /** 1, 2, 3 … without a gap. */
  seq: number;
  /** ISO 8601, UTC, milliseconds. */
  at: string;
  /** Which digest made `hash`; rows of different digests hang together. */
  digest: string;
  previous: string;
  hash: string;
}

/** The last link: who keeps it outside notices when the chain is cut or written anew. */
export interface AuditHead {
  seq: number;
  hash: string;
}

/** What the first row hangs on. */
export const origin: AuditHead = { seq: 0, hash: '0'.repeat(64) };

/** The next link. */
export function link(head: AuditHead, entry: AuditEntry, at: Date, id: DigestId): AuditRow {
  const { actor, action, subject, facts = {} } = entry;
  const row = {
    seq: head.seq + 1,
    at: at.toISOString(),
    actor,
    action,
    subject,
    facts,
    digest: id,
    previous: head.hash,
  };
  return { ...row, hash: digest(id, canonicalJson(row)) };
}

/** What is wrong with a row that should follow `head`; undefined: nothing. */
export function faultOf(
  row: AuditRow,
  head: AuditHead,
): 'missing' | 'order' | 'changed' | undefined {
  if (row.seq !== head.seq + 1) return 'missing';
  if (row.previous !== head.hash) return 'order';
  const id = digestIds.find((known) => known === row.digest);
  const { hash, ...rest } = row;
  if (!id || digest(id, canonicalJson(rest)) !== hash) return 'changed';
  return undefined;
}
