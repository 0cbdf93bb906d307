import type { BoardQuery, BoardRow, CaseBoard } from '@open-info/contract/cases';
import { sql } from 'kysely';
import { todayOf } from '../http/mount.ts';
import type { Service } from '../service.ts';

const usualRows = 20;

/** A number as a hall shows it: who waits for it knows the end of it. */
export const maskCaseNumber = (number: string): string => `…${number.slice(-4)}`;

interface Kept {
  mark: string;
  board: CaseBoard;
}

/** Boards that are ready; one service has a few organs and halls. */
const ready = new WeakMap<Service, Map<string, Kept>>();
const mostKept = 200;

/** What a board depends on: the last change of any case, and the day. One look into an index. */
async function markOf({ db, now }: Service): Promise<{ mark: string; updatedAt: string }> {
  const row = await db
    .selectFrom('cases')
    .select((eb) => [
      eb.fn.max('revision').as('revision'),
      eb
        .selectFrom('exchange_systems')
        .select(({ fn }) => fn.max('heard_at').as('heard_at'))
        .as('heard_at'),
    ])
    .executeTakeFirstOrThrow();
  return {
    mark: `${row.revision} ${todayOf(now())}`,
    updatedAt: row.heard_at ?? now().toISOString(),
  };
}

/** 大厅屏 progress: what happened last, numbers masked, and the counts of today. */
export async function readBoard(service: Service, query: BoardQuery): Promise<CaseBoard> {
  const { organ, limit = usualRows } = query;
  const { mark, updatedAt } = await markOf(service);
  const boards = ready.get(service) ?? new Map<string, Kept>();
  ready.set(service, boards);
  const key = JSON.stringify([organ, limit]);
  const kept = boards.get(key);
  if (kept?.mark === mark) return { ...kept.board, updatedAt };
  const board = { ...(await makeBoard(service, organ, limit)), updatedAt };
  if (boards.size >= mostKept) boards.clear();
  boards.set(key, { mark, board });
  return board;
}

async function makeBoard(
  { db, now }: Service,
  organ: string | undefined,
  limit: number,
): Promise<Omit<CaseBoard, 'updatedAt'>> {
  const today = todayOf(now());
  const ofOrgan = db
    .selectFrom('cases')
    .$if(organ !== undefined, (q) => q.where('organ_id', '=', organ ?? ''));
  const rows = await ofOrgan
    .select(['number', 'matter', 'status', 'status_at'])
    .where('status', 'is not', null)
    .where('status', '!=', 'other')
    .orderBy('status_at', 'desc')
    .orderBy('number')
    .limit(limit)
    .execute();
  const count = sql<number>`count(*)::int`.as('count');
  const [accepted, completed, open] = await Promise.all([
    ofOrgan.select(count).where('accepted_on', '=', today).executeTakeFirstOrThrow(),
    ofOrgan.select(count).where('completed_on', '=', today).executeTakeFirstOrThrow(),
    ofOrgan
      .select(count)
      .where('ended_on', 'is', null)
      .where('status', 'is not', null)
      .executeTakeFirstOrThrow(),
  ]);
  return {
    items: rows.map(({ number, matter, status, status_at: at }): BoardRow => ({
      number: maskCaseNumber(number),
      matter,
      status: status ?? 'other',
      at: at ?? '',
    })),
    today: { accepted: accepted.count, completed: completed.count, open: open.count },
  };
}
