import type { DeskCounts, DeskPage, DeskQuery } from '@open-info/contract/desk';
import type { Selectable } from 'kysely';
import type { Officer } from '../access/officer.ts';
import { badCursor, decode, encode, fingerprint, isDay } from '../catalog/cursor.ts';
import type { RequestsTable } from '../database/tables.ts';
import { clockOf, readRulebook, type Rulebook } from '../requests/rulebook.ts';
import { openRequests } from '../requests/store.ts';
import type { Service } from '../service.ts';
import { deadlineOf, type Deadline, type Deadlines } from './deadlines.ts';
import { chosenOrgan, scopeOf } from './scope.ts';
import { summaryOf } from './view.ts';

type Row = Pick<
  Selectable<RequestsTable>,
  'number' | 'organ_id' | 'revision' | 'status' | 'submitted_on'
>;

/** An unfinished request with its place in the work list. */
interface Waiting {
  row: Row;
  deadline: Deadline;
  /** Sorts as text: what has to be done first comes first. */
  place: string;
}

const usualLimit = 20;

/** Overdue, then by due day; then those not yet confirmed, the oldest first; then what stands still. */
function placeOf({ number, submitted_on }: Row, { overdue, paused, dueOn }: Deadline): string {
  const rank = overdue ? 0 : paused ? 3 : dueOn === undefined ? 2 : 1;
  const day = rank === 2 ? submitted_on : (dueOn ?? '9999-12-31');
  return `${rank} ${day} ${number}`;
}

/** All unfinished requests an officer may see, in the order of the work list. */
async function readWaiting(
  service: Service,
  scope: string | undefined,
  deadlines: Deadlines,
  book: Rulebook,
): Promise<Waiting[]> {
  const rows = await service.db
    .selectFrom('requests')
    .select(['number', 'organ_id', 'revision', 'status', 'submitted_on'])
    .where('ended_on', 'is', null)
    .$if(scope !== undefined, (q) => q.where('organ_id', '=', scope ?? ''))
    .execute();
  const found = await deadlines.read(service, rows, book);
  return rows
    .flatMap((row) => {
      const deadline = found.get(row.number);
      return deadline ? [{ row, deadline, place: placeOf(row, deadline) }] : [];
    })
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}

function countsOf(waiting: readonly Waiting[]): DeskCounts {
  const count = (fits: (one: Waiting) => boolean) => waiting.filter(fits).length;
  return {
    open: waiting.length,
    dueSoon: count(({ deadline }) => deadline.dueSoon),
    overdue: count(({ deadline }) => deadline.overdue),
    paused: count(({ deadline }) => deadline.paused),
    unconfirmed: count(({ row }) => row.status === 'submitted'),
  };
}

function fits(
  { row, deadline }: Waiting,
  organ: string | undefined,
  { status, due }: DeskQuery,
): boolean {
  if (organ !== undefined && row.organ_id !== organ) return false;
  if (status && !status.includes(row.status)) return false;
  if (due === 'overdue') return deadline.overdue;
  return due !== 'soon' || deadline.dueSoon;
}

/** Where a page begins: after a place among the unfinished, or among the finished. */
interface Position {
  phase: 'open' | 'closed';
  after: string;
}

function readCursor(cursor: string | undefined, print: string): Position | undefined {
  if (cursor === undefined) return undefined;
  const [itsPrint, phase, after] = decode(cursor, 3);
  if (itsPrint !== print || typeof after !== 'string') throw badCursor();
  if (phase !== 'open' && phase !== 'closed') throw badCursor();
  const [day = '', number = ''] = after.split(' ');
  // What is no day and no number would fail in the database.
  if (phase === 'closed' && !(isDay(day) && /^[\d-]+$/.test(number))) throw badCursor();
  return { phase, after };
}

/** Finished requests, the last first. What was undone was never made. */
function closedRequests(service: Service, organ: string | undefined, { status }: DeskQuery) {
  return service.db
    .selectFrom('requests')
    .where('ended_on', 'is not', null)
    .where('status', '!=', 'undone')
    .$if(organ !== undefined, (q) => q.where('organ_id', '=', organ ?? ''))
    .$if(status !== undefined, (q) => q.where('status', 'in', status ?? []));
}

async function readClosed(
  service: Service,
  organ: string | undefined,
  query: DeskQuery,
  after: string,
  count: number,
): Promise<Pick<Selectable<RequestsTable>, 'number' | 'ended_on'>[]> {
  const [day = '', number = ''] = after.split(' ');
  return closedRequests(service, organ, query)
    .select(['number', 'ended_on'])
    .$if(after !== '', (q) =>
      q.where((eb) =>
        eb.or([
          eb('ended_on', '<', day),
          eb.and([eb('ended_on', '=', day), eb('number', '<', number)]),
        ]),
      ),
    )
    .orderBy('ended_on', 'desc')
    .orderBy('number', 'desc')
    .limit(count)
    .execute();
}

async function countClosed(
  service: Service,
  organ: string | undefined,
  query: DeskQuery,
): Promise<number> {
  const { total } = await closedRequests(service, organ, query)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** 待办 and 已办: the requests an officer may see, those due first, then the finished. */
export async function listRequests(
  service: Service,
  officer: Officer,
  query: DeskQuery,
  deadlines: Deadlines,
): Promise<DeskPage> {
  const { due, status, limit = usualLimit } = query;
  // A status says whether it is finished; what is finished is due no more.
  const state = due ? 'open' : (query.state ?? (status ? 'all' : 'open'));
  const organ = chosenOrgan(officer, query.organ);
  const print = fingerprint([officer.role, organ, state, due, status]);
  const start = readCursor(query.cursor, print);
  const book = await readRulebook(service);
  const waiting = await readWaiting(service, scopeOf(officer), deadlines, book);
  const open = state === 'closed' ? [] : waiting.filter((one) => fits(one, organ, query));

  const isPastOpen = start?.phase === 'closed';
  const rest = isPastOpen ? [] : open.filter(({ place }) => place > (start?.after ?? ''));
  const page = rest.slice(0, limit);
  const places = new Map<string, Position>(
    page.map(({ row, place }) => [row.number, { phase: 'open', after: place }]),
  );
  let isMore = rest.length > limit;
  if (state !== 'open' && !isMore) {
    const room = limit - page.length;
    const after = isPastOpen ? start.after : '';
    const closed = await readClosed(service, organ, query, after, room + 1);
    isMore = closed.length > room;
    for (const { number, ended_on } of closed.slice(0, room)) {
      places.set(number, { phase: 'closed', after: `${ended_on} ${number}` });
    }
  }

  const last = [...places.values()].at(-1);
  const items = await readItems(service, [...places.keys()], book);
  const finished = state === 'open' ? 0 : await countClosed(service, organ, query);
  return {
    items,
    ...(isMore && last && { next: encode([print, last.phase, last.after]) }),
    total: open.length + finished,
    counts: countsOf(waiting),
    asOf: book.today,
    updatedAt: book.now.toISOString(),
  };
}

async function readItems(service: Service, numbers: readonly string[], book: Rulebook) {
  if (numbers.length === 0) return [];
  const rows = await service.db
    .selectFrom('requests')
    .selectAll()
    .where('number', 'in', [...numbers])
    .execute();
  // Opened for the lines of the page alone: what leaves of it is a masked name and what is sought.
  const requests = await openRequests(service, rows);
  const byNumber = new Map(requests.map((request) => [request.number, request]));
  return numbers.flatMap((number) => {
    const request = byNumber.get(number);
    return request ? [summaryOf(request, book, deadlineOf(clockOf(request.events, book)))] : [];
  });
}
