import type { Particulars } from '@open-info/contract/desk';
import type { RequestChannel, RequestStatus } from '@open-info/contract/request-events';
import type { ApplicantCategory, Delivery, RequestKind } from '@open-info/contract/requests';
import { addMonths } from '@open-info/contract/review-period';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { appendAudit } from '../audit/store.ts';
import type { RequestEventsTable, RequestsTable, Tables } from '../database/tables.ts';
import { ProblemError } from '../http/problem.ts';
import { enqueue } from '../outbox/change.ts';
import type { Service } from '../service.ts';
import { stateOf, type LoggedEvent, type NewEvent } from './state.ts';

/** A request as it is kept, opened. */
export interface RequestRecord {
  /** 申请编号. */
  number: string;
  kind: RequestKind;
  organId: string;
  channel: RequestChannel;
  category: ApplicantCategory;
  delivery: Delivery;
  /** 代填. */
  dictated: boolean;
  /** ISO 8601. */
  submittedAt: string;
  /** The day of it in Asia/Shanghai. */
  submittedOn: string;
  undoUntil: string;
  codeHash: string;
  /** Keyed hash of the applicant's paper: equal for equal applicants; absent once erased. */
  applicant: string | undefined;
  /** Absent once erased. */
  particulars: Particulars | undefined;
  /** Place of the last event: what was read is what is there as long as it has not grown. */
  revision: number;
  /** Oldest first. */
  events: LoggedEvent[];
}

/** What of an event is sealed, and erased after the retention time. */
interface EventWords {
  text?: string | undefined;
  internal?: string | undefined;
}

type Needs = Pick<Service, 'db' | 'privacy'>;
type Writing = Pick<Service, 'now' | 'privacy'>;

/** Where sealed bytes stand; they open nowhere else. */
export const particularsContext = (number: string) => `requests/${number}/particulars`;
const wordsContext = (number: string, seq: number) => `requests/${number}/events/${seq}`;

function toEvent({ privacy }: Pick<Service, 'privacy'>, row: Selectable<RequestEventsTable>) {
  const { number, seq, kind, on_day, at, by_whom, actor, facts, words } = row;
  const opened: EventWords = words ? privacy.openJson(words, wordsContext(number, seq)) : {};
  const event: LoggedEvent = { seq, kind, on: on_day, at, by: by_whom, ...facts, ...opened };
  if (actor !== null) event.actor = actor;
  return event;
}

function toRecord(
  { privacy }: Pick<Service, 'privacy'>,
  row: Selectable<RequestsTable>,
  events: LoggedEvent[],
): RequestRecord {
  const { number, particulars } = row;
  return {
    number,
    kind: row.kind,
    organId: row.organ_id,
    channel: row.channel,
    category: row.category,
    delivery: row.delivery,
    dictated: row.dictated,
    submittedAt: row.submitted_at,
    submittedOn: row.submitted_on,
    undoUntil: row.undo_until,
    codeHash: row.code_hash,
    applicant: row.applicant ?? undefined,
    particulars: particulars
      ? privacy.openJson<Particulars>(particulars, particularsContext(number))
      : undefined,
    revision: row.revision,
    events,
  };
}

/** Events of requests, oldest first, by number. */
export async function loadEvents(
  service: Needs,
  numbers: readonly string[],
): Promise<Map<string, LoggedEvent[]>> {
  const logs = new Map<string, LoggedEvent[]>(numbers.map((number) => [number, []]));
  if (numbers.length === 0) return logs;
  const rows = await service.db
    .selectFrom('request_events')
    .selectAll()
    .where('number', 'in', [...numbers])
    .orderBy('number')
    .orderBy('seq')
    .execute();
  for (const row of rows) logs.get(row.number)?.push(toEvent(service, row));
  return logs;
}

/**
 * Opens the requests of rows that were selected whole, in their order. Who lists selects from
 * `requests` as it likes.
 */
export async function openRequests(
  service: Needs,
  rows: readonly Selectable<RequestsTable>[],
): Promise<RequestRecord[]> {
  const logs = await loadEvents(
    service,
    rows.map(({ number }) => number),
  );
  return rows.map((row) => {
    // A log that grew since the row was read is shown as far as the row knew it.
    const events = (logs.get(row.number) ?? []).filter(({ seq }) => seq <= row.revision);
    return toRecord(service, row, events);
  });
}

/** A request by its number; undefined when there is none. */
export async function loadRequest(
  service: Needs,
  number: string,
): Promise<RequestRecord | undefined> {
  const row = await service.db
    .selectFrom('requests')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  const [request] = await openRequests(service, [row]);
  return request;
}

/** The hash of a request's 查询码; one look by key, whether there is a request or not. */
export async function readCodeHash(
  db: Kysely<Tables>,
  number: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('requests')
    .select('code_hash')
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.code_hash;
}

/** How many events a request has; undefined when there is none. What watches it asks this. */
export async function readRevision(
  db: Kysely<Tables>,
  number: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('requests')
    .select('revision')
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.revision;
}

/** 申请数量: requests of an applicant in the month of one of them, and how many came before it. */
export interface MonthCount {
  before: number;
  all: number;
}

/**
 * Requests of the applicant to the organ in the natural month of this one (国办函〔2020〕109号). What
 * was undone was never made, and a correction of one's own record is not charged.
 */
export async function countInMonth(
  db: Kysely<Tables>,
  { number, applicant, organId, submittedOn }: RequestRecord,
): Promise<MonthCount> {
  if (applicant === undefined) return { before: 0, all: 1 };
  const first = `${submittedOn.slice(0, 8)}01`;
  const rows = await db
    .selectFrom('requests')
    .select('number')
    .where('applicant', '=', applicant)
    .where('organ_id', '=', organId)
    .where('kind', '=', 'disclosure')
    .where('status', '!=', 'undone')
    .where('submitted_on', '>=', first)
    .where('submitted_on', '<', addMonths(first, 1))
    .orderBy('submitted_on')
    .orderBy('number')
    .execute();
  const inMonth = rows.map((row) => row.number);
  return { before: Math.max(0, inMonth.indexOf(number)), all: inMonth.length };
}

/** What a list needs of a request without reading its log; written with each event. */
export interface Summary {
  status: RequestStatus;
  received_on: string | null;
  outcome: string | null;
  ended_on: string | null;
}

export function summaryOf(events: readonly LoggedEvent[]): Summary {
  const { status, receivedOn, end } = stateOf(events);
  return {
    status,
    received_on: receivedOn ?? null,
    outcome: end?.outcome ?? null,
    ended_on: end?.on ?? null,
  };
}

/**
 * Adds events to the log in the caller's transaction, and tells audit and outbox of them. Every
 * other write of the transaction belongs before it, for the audit lets one through at a time.
 *
 * @param request as it was read; what was decided rests on it
 * @returns the request with the events
 * @throws ProblemError `illegal-move` when the log has grown since it was read
 */
export async function appendEvents(
  service: Writing,
  trx: Transaction<Tables>,
  request: RequestRecord,
  added: readonly NewEvent[],
): Promise<RequestRecord> {
  const at = service.now().toISOString();
  const { number, revision } = request;
  const news = added.map((event, index): LoggedEvent => ({
    ...event,
    seq: revision + index + 1,
    at,
  }));
  const events = [...request.events, ...news];
  const grown: RequestRecord = { ...request, events, revision: revision + news.length };
  const { numUpdatedRows } = await trx
    .updateTable('requests')
    .set({ ...summaryOf(events), revision: grown.revision })
    .where('number', '=', number)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw overtaken();
  await insertEvents(service, trx, request, news);
  return grown;
}

/** Writes events with what hangs on them; the row of the request is the caller's. */
export async function insertEvents(
  service: Writing,
  trx: Transaction<Tables>,
  { number, organId }: Pick<RequestRecord, 'number' | 'organId'>,
  events: readonly LoggedEvent[],
): Promise<void> {
  await trx
    .insertInto('request_events')
    .values(events.map((event) => toRow(service, number, event)))
    .execute();
  for (const event of events) {
    // What only the office may know is told to nobody.
    if (event.kind === 'noted') continue;
    await enqueue(trx, {
      kind: 'request.changed',
      subject: number,
      organId,
      event: event.kind,
      at: event.at,
    });
  }
  for (const { seq, kind, on, by, actor, outcome } of events) {
    await appendAudit(service, trx, {
      actor: actor ?? (by === 'applicant' ? 'applicant' : 'system'),
      action: `request.${kind}`,
      subject: number,
      facts: { organ: organId, seq, on, ...(outcome !== undefined && { outcome }) },
    });
  }
}

function toRow({ privacy }: Writing, number: string, event: LoggedEvent) {
  const { seq, kind, on, at, by, actor, text, internal, ...facts } = event;
  const words: EventWords = { text, internal };
  const isWordless = text === undefined && internal === undefined;
  return {
    number,
    seq,
    kind,
    on_day: on,
    at,
    by_whom: by,
    actor: actor ?? null,
    facts: JSON.stringify(facts),
    words: isWordless ? null : privacy.sealJson(words, wordsContext(number, seq)),
  };
}

function overtaken(): ProblemError {
  return new ProblemError('illegal-move', {
    detail: {
      zh: '这件申请刚刚有了新的办理记录，请刷新后再操作。',
      en: 'Something has just happened to this request; look at it again before going on.',
    },
  });
}
