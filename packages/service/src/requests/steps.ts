import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Service } from '../service.ts';
import { takeUploads, type AttachmentRole } from '../uploads/store.ts';
import { claimWrite, findWrite, keyedWrite } from './keys.ts';
import { step, type Step, type Who } from './life.ts';
import { contextOf, readRulebook } from './rulebook.ts';
import { stateOf } from './state.ts';
import { appendEvents, countInMonth, loadRequest, type RequestRecord } from './store.ts';

/** Whose files come with a step: what an applicant adds, also when an officer writes it down. */
const roleOf = ({ kind }: Step): AttachmentRole =>
  kind === 'supplement' || kind === 'justify' ? 'applicant' : 'reply';

const tokensOf = (move: Step): string[] =>
  ('attachments' in move ? move.attachments : undefined) ?? [];

async function reload(service: Service, number: string): Promise<RequestRecord> {
  const request = await loadRequest(service, number);
  if (!request) throw new Error('a request is gone');
  return request;
}

/**
 * Takes a step of the procedure for an applicant or an officer. Repeated under the same key it was
 * taken already, and nothing happens again.
 *
 * @param request as it was read; who may see it has been settled
 * @returns the request after it
 * @throws ProblemError `illegal-move` with its article, `forbidden`, `key-reused`, or `bad-body`
 * for uploads that are not there
 */
export async function takeStep(
  service: Service,
  request: RequestRecord,
  move: Step,
  who: Who,
  idempotencyKey: string | undefined,
): Promise<RequestRecord> {
  const { number } = request;
  const by = who === 'applicant' ? who : `officer ${who.id}`;
  const write = keyedWrite(service, `${number} ${by}`, idempotencyKey, move);
  if (await findWrite(service.db, write)) return reload(service, number);
  const book = await readRulebook(service);
  const { before } = await countInMonth(service.db, request);
  const context = contextOf(request, book, who, before);
  const events = step(stateOf(request.events), move, context);
  const perform = async (trx: Transaction<Tables>) => {
    const at = book.now.toISOString();
    if (await claimWrite(trx, write, number, at)) return undefined;
    await takeUploads(trx, tokensOf(move), number, roleOf(move), book.now);
    return appendEvents(service, trx, request, events);
  };
  const taken = await service.db.transaction().execute(perform);
  return taken ?? reload(service, number);
}
