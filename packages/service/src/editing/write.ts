import type { Transaction } from 'kysely';
import type { Officer } from '../access/officer.ts';
import type { Json } from '../audit/canonical.ts';
import { appendAudit } from '../audit/store.ts';
import { publish } from '../database/published.ts';
import type { Tables } from '../database/tables.ts';
import type { PolicyRows } from '../documents/rows.ts';
import { writeWithin } from '../documents/write.ts';
import { ProblemError } from '../http/problem.ts';
import { claimWrite, keyedWrite } from '../requests/keys.ts';
import type { Service } from '../service.ts';

/** A write of an officer, as it was asked for. */
export interface Asked {
  officer: Officer;
  /** What is asked, such as `drafts.move`. */
  action: string;
  /** Id of the record; of one that begins, the id it will have. */
  id: string;
  key: string | undefined;
  body: unknown;
  /** It changes what is public. */
  publishes?: boolean | undefined;
  /** It writes where imports write, and nothing of it is public. */
  registers?: boolean | undefined;
}

/** The moment and the transaction of a write. */
export interface Writing {
  trx: Transaction<Tables>;
  at: Date;
}

/** Facts for the audit chain: codes and ids, never what somebody typed. */
export type AuditFacts = Record<string, Json>;

/**
 * Does a write in one transaction with its link of the audit chain, once for one
 * `Idempotency-Key`.
 *
 * @param perform does it and says what the chain is told
 * @returns the id of the record, the one it was written under the first time
 */
export async function writeOnce(
  service: Service,
  asked: Asked,
  perform: (writing: Writing) => Promise<AuditFacts>,
): Promise<string> {
  const { officer, action, id, key, body, publishes = false, registers = publishes } = asked;
  const isNew = action.endsWith('.create');
  const scope = `${action} ${isNew ? '' : id} officer ${officer.id} of ${officer.organId}`;
  const write = keyedWrite(service, scope, key, body ?? null);
  const at = service.now();
  const done = await service.db.transaction().execute(async (trx) => {
    const known = await claimWrite(trx, write, id, at.toISOString());
    if (known) return known.number;
    // An import at the same time would compare with what was there before.
    if (registers) await trx.selectFrom('published').select('id').forUpdate().execute();
    const facts = await perform({ trx, at });
    if (publishes) await publish(trx, at);
    await appendAudit(service, trx, {
      actor: officer.id,
      action,
      subject: id,
      facts: { organ: officer.organId, role: officer.role, ...facts },
    });
    return id;
  });
  if (publishes) await service.published.refresh();
  return done;
}

/**
 * Writes records into the tables of what is public.
 *
 * @param dryRun only tells whether they are right
 * @throws ProblemError `bad-body` naming every field that is not
 */
export async function writePublic(
  { trx, at }: Writing,
  rows: PolicyRows,
  field: string,
  dryRun = false,
): Promise<void> {
  const { report } = await writeWithin(trx, rows, { at, dryRun });
  const errors = report.refused.flatMap(({ faults }) =>
    faults.map((fault) => ({ ...fault, field: `${field}.${fault.field}` })),
  );
  if (errors.length > 0) throw new ProblemError('bad-body', { errors });
}

/** Keeps what a record says while nobody but its office sees it. */
export async function hide({ trx }: Writing, id: string): Promise<void> {
  await trx.updateTable('documents').set({ released_at: null }).where('id', '=', id).execute();
}
