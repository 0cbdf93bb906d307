import type { Particulars } from '@open-info/contract/desk';
import type { Organ } from '@open-info/contract/organs';
import { receiptNumber } from '@open-info/contract/receipt-number';
import type { RequestChannel } from '@open-info/contract/request-events';
import type { Applicant, RequestReceipt, RequestSubmission } from '@open-info/contract/requests';
import { sql, type Transaction } from 'kysely';
import type { Officer } from '../access/officer.ts';
import type { Tables } from '../database/tables.ts';
import { todayOf } from '../http/mount.ts';
import { findOrgan } from '../organs/store.ts';
import type { Service } from '../service.ts';
import { takeUploads } from '../uploads/store.ts';
import { claimWrite, codeOf, findWrite, type KeyedWrite } from './keys.ts';
import { publicEvents } from './public-events.ts';
import type { LoggedEvent } from './state.ts';
import {
  insertEvents,
  loadRequest,
  particularsContext,
  summaryOf,
  type RequestRecord,
} from './store.ts';

/** A filing may be undone for so many minutes (工信厅信管函〔2021〕67号附件1). */
export const undoMinutes = 10;

/** A filing that has been checked, on its way into the log. */
export interface Filing {
  submission: Omit<RequestSubmission, 'challenge' | 'website'>;
  /** The organ asked. */
  organ: Organ;
  channel: RequestChannel;
  /** When it arrived at the office; today for what is filed here. */
  arrivedOn: string;
  dictated: boolean;
  /** Who entered it; absent when the applicant did. */
  officer: Officer | undefined;
  write: KeyedWrite;
}

type Needs = Pick<Service, 'db' | 'privacy' | 'now'>;

/** What an applicant is found by again (limits, fees of a month): kind and number of the paper. */
export function applicantOf(
  { privacy }: Pick<Service, 'privacy'>,
  { identity }: Pick<Applicant, 'identity'>,
): string {
  const number = identity.number.replace(/\s/g, '').toUpperCase();
  return privacy.blind('requests/applicant', `${identity.kind}\0${number}`);
}

/** The day of receipt of these is fixed by the day they come in (art. 31). */
const receivedAtOnce: RequestChannel[] = ['counter', 'registeredPost'];

function firstEvents({ channel, arrivedOn, officer }: Filing, at: string): LoggedEvent[] {
  const actor = officer && { actor: officer.id };
  const submitted: LoggedEvent = {
    seq: 1,
    kind: 'submitted',
    on: arrivedOn,
    at,
    by: 'applicant',
    channel,
    ...actor,
  };
  if (!receivedAtOnce.includes(channel)) return [submitted];
  return [submitted, { seq: 2, kind: 'confirmed', on: arrivedOn, at, by: 'organ', ...actor }];
}

async function nextNumber(trx: Transaction<Tables>, year: number): Promise<string> {
  const { last } = await trx
    .insertInto('request_serials')
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet({ last: sql`request_serials.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return receiptNumber(year, last);
}

function particularsOf({ submission }: Filing): Particulars {
  const { applicant, contact, agent, sought, correction, assistance } = submission;
  return { applicant, contact, agent, sought, correction, assistance };
}

/** What a receipt tells of a request. */
type Filed = Pick<
  RequestRecord,
  'number' | 'kind' | 'channel' | 'submittedAt' | 'undoUntil' | 'events'
>;

/** Writes a filing; everything of it, or nothing. */
async function write(
  service: Needs,
  trx: Transaction<Tables>,
  filing: Filing,
  codeHash: string,
): Promise<Filed> {
  const { submission, channel, dictated } = filing;
  const now = service.now();
  const at = now.toISOString();
  const today = todayOf(now);
  const number = await nextNumber(trx, Number(today.slice(0, 4)));
  // The number comes first: who takes the next one waits, and so meets a key that was claimed.
  const known = await claimWrite(trx, filing.write, number, at);
  if (known) throw new Repeated(known.number);
  const events = firstEvents(filing, at);
  const { organId, kind, applicant, delivery, attachments = [] } = submission;
  const undoMs = filing.officer ? 0 : undoMinutes * 60_000;
  const undoUntil = new Date(now.getTime() + undoMs).toISOString();
  await trx
    .insertInto('requests')
    .values({
      number,
      kind,
      organ_id: organId,
      channel,
      category: applicant.category,
      delivery: JSON.stringify(delivery),
      dictated,
      submitted_at: at,
      submitted_on: filing.arrivedOn,
      undo_until: undoUntil,
      code_hash: codeHash,
      applicant: applicantOf(service, applicant),
      particulars: service.privacy.sealJson(particularsOf(filing), particularsContext(number)),
      revision: events.length,
      ...summaryOf(events),
    })
    .execute();
  await takeUploads(trx, attachments, number, 'applicant', now);
  await insertEvents(service, trx, { number, organId }, events);
  return { number, kind, channel, submittedAt: at, undoUntil, events };
}

/** Ends a transaction whose key another has claimed meanwhile; the number it took goes back. */
class Repeated extends Error {
  readonly number: string;

  constructor(number: string) {
    super('filed before');
    this.number = number;
  }
}

function receiptOf(filed: Filed, organ: Organ, code: string): RequestReceipt {
  const { number, kind, channel, submittedAt, undoUntil, events } = filed;
  // As it was when filed, so that a repeated filing gets an equal receipt.
  const first = events.slice(0, receivedAtOnce.includes(channel) ? 2 : 1);
  return {
    number,
    code,
    kind,
    organ,
    channel,
    submittedAt,
    undoUntil,
    events: publicEvents(first),
  };
}

/** The receipt of what was filed under a key before; undefined when nothing was. */
export async function findReceipt(
  service: Needs,
  keyed: KeyedWrite,
): Promise<RequestReceipt | undefined> {
  const known = await findWrite(service.db, keyed);
  return known && readReceipt(service, known.number, keyed);
}

async function readReceipt(
  service: Needs,
  number: string,
  keyed: KeyedWrite,
): Promise<RequestReceipt> {
  const request = await loadRequest(service, number);
  const organ = request && (await findOrgan(service.db, request.organId));
  if (!organ) throw new Error('a receipt without its request or organ');
  return receiptOf(request, organ, codeOf(service, keyed));
}

/**
 * Files a request: number, particulars, files, log, audit and outbox in one transaction, which is on
 * the disk before the receipt is given. The same key and body give the same receipt, also when two
 * come at once.
 *
 * @throws ProblemError `key-reused`, or `bad-body` for uploads that are not there
 */
export async function file(service: Needs, filing: Filing): Promise<RequestReceipt> {
  const code = codeOf(service, filing.write);
  const codeHash = await service.privacy.hashCode(code);
  try {
    const filed = await service.db
      .transaction()
      .execute((trx) => write(service, trx, filing, codeHash));
    return receiptOf(filed, filing.organ, code);
  } catch (error) {
    if (!(error instanceof Repeated)) throw error;
    return readReceipt(service, error.number, filing.write);
  }
}
