import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** How failures of one door count: `free` of them do nothing, then each locks for twice as long. */
export interface LockTimes {
  free: number;
  firstMs: number;
  mostMs: number;
}

/**
 * Where limits are counted. Every method is one atomic step, so that two callers at once never
 * both get the last one. Times are milliseconds since 1970.
 */
export interface Counts {
  /**
   * Moves the mark of a bucket by `step`, unless it would lie more than `span` ahead of now.
   *
   * @returns the mark, and whether it was moved
   */
  move(
    id: string,
    now: number,
    step: number,
    span: number,
  ): Promise<{ mark: number; moved: boolean }>;
  /** The mark of a bucket, or of a lock; 0 where there is none. */
  mark(id: string): Promise<number>;
  /**
   * Counts a failure unless the door is locked.
   *
   * @returns until when the door was locked before; 0 when it was open
   */
  fail(id: string, now: number, times: LockTimes): Promise<number>;
  forget(id: string): Promise<void>;
  /**
   * Writes a word that stands until a time.
   *
   * @returns whether this is the word that stands: false when another one was there before
   */
  claim(id: string, word: string, now: number, until: number): Promise<boolean>;
}

interface Count {
  mark: number;
  failures: number;
  word: string;
  /** When it may be forgotten. */
  expires: number;
}

const dayMs = 86_400_000;
const sweepMs = 60_000;
/** Some 30 MB; beyond it the oldest is forgotten for each new one. */
const mostCounts = 200_000;

const lockMs = (failures: number, { free, firstMs, mostMs }: LockTimes): number =>
  failures < free ? 0 : Math.min(mostMs, firstMs * 2 ** (failures - free));

/** Counts in this process alone; a restart forgets them. */
export function countsInMemory(): Counts {
  const counts = new Map<string, Count>();
  let sweptAt = 0;

  const sweep = (now: number) => {
    // Those that were counted longest ago come first.
    const [oldest] = counts.keys();
    if (oldest !== undefined && counts.size >= mostCounts) counts.delete(oldest);
    if (now < sweptAt + sweepMs) return;
    sweptAt = now;
    for (const [id, { expires }] of counts) if (expires <= now) counts.delete(id);
  };
  const put = (id: string, now: number, part: Partial<Count> & { expires: number }) => {
    sweep(now);
    counts.delete(id);
    counts.set(id, { mark: 0, failures: 0, word: '', ...part });
  };
  const alive = (id: string, now: number): Count | undefined => {
    const count = counts.get(id);
    return count && count.expires > now ? count : undefined;
  };

  return {
    async move(id, now, step, span) {
      const before = counts.get(id)?.mark ?? 0;
      const mark = Math.max(before, now) + step;
      if (mark > now + span) return { mark: before, moved: false };
      put(id, now, { mark, expires: mark });
      return { mark, moved: true };
    },
    async mark(id) {
      return counts.get(id)?.mark ?? 0;
    },
    async fail(id, now, times) {
      const before = alive(id, now);
      if (before && before.mark > now) return before.mark;
      const failures = (before?.failures ?? 0) + 1;
      const mark = now + lockMs(failures, times);
      put(id, now, { mark, failures, expires: mark + dayMs });
      return 0;
    },
    async forget(id) {
      counts.delete(id);
    },
    async claim(id, word, now, until) {
      const before = alive(id, now);
      if (before) return before.word === word;
      put(id, now, { word, expires: until });
      return true;
    },
  };
}

/** Counts shared by all processes on one PostgreSQL database. */
export function countsInDatabase(db: Kysely<Tables>): Counts {
  let sweptAt = 0;
  const sweep = async (now: number) => {
    if (now < sweptAt + sweepMs) return;
    sweptAt = now;
    await db.deleteFrom('limits').where('expires', '<=', now).execute();
  };
  const markOf = async (id: string): Promise<number> => {
    const row = await db
      .selectFrom('limits')
      .select('mark')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.mark ?? 0;
  };

  return {
    async move(id, now, step, span) {
      await sweep(now);
      const { rows } = await sql<{ mark: number }>`
        insert into limits (id, mark, expires)
        select ${id}, ${now + step}::bigint, ${now + step}::bigint where ${step <= span}
        on conflict (id) do update
        set mark = greatest(limits.mark, ${now}) + ${step}, expires = greatest(limits.mark, ${now}) + ${step}
        where greatest(limits.mark, ${now}) + ${step} <= ${now + span}
        returning mark`.execute(db);
      const [moved] = rows;
      return moved ? { mark: moved.mark, moved: true } : { mark: await markOf(id), moved: false };
    },
    mark: markOf,
    async fail(id, now, { free, firstMs, mostMs }) {
      await sweep(now);
      const count = sql`case when limits.expires <= ${now} then 1 else limits.failures + 1 end`;
      const lock = (failures: typeof count) =>
        sql`case when ${failures} < ${free} then 0
          else least(${mostMs}, ${firstMs} * 2 ^ least(${failures} - ${free}, 30)) end::bigint`;
      const first = now + lockMs(1, { free, firstMs, mostMs });
      const { rows } = await sql`
        insert into limits (id, mark, failures, expires)
        values (${id}, ${first}, 1, ${first + dayMs})
        on conflict (id) do update
        set failures = ${count}, mark = ${now} + ${lock(count)}, expires = ${now + dayMs} + ${lock(count)}
        where limits.mark <= ${now}
        returning id`.execute(db);
      return rows.length > 0 ? 0 : await markOf(id);
    },
    async forget(id) {
      await db.deleteFrom('limits').where('id', '=', id).execute();
    },
    async claim(id, word, now, until) {
      await sweep(now);
      const { rows } = await sql`
        insert into limits (id, word, expires) values (${id}, ${word}, ${until})
        on conflict (id) do update set word = ${word},
          expires = case when limits.expires <= ${now} then ${until} else limits.expires end
        where limits.expires <= ${now} or limits.word = ${word}
        returning id`.execute(db);
      return rows.length > 0;
    },
  };
}
