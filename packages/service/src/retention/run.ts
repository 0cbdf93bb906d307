import { addDays } from '@open-info/contract/calendar-days';
import { sql } from 'kysely';
import { eraseDueCases } from '../cases/erase.ts';
import { eraseExpiredHandoffs } from '../handoffs/routes.ts';
import { todayOf } from '../http/mount.ts';
import { forgetKeys } from '../requests/keys.ts';
import type { Service } from '../service.ts';
import { eraseSubscriptions } from '../subscriptions/retention.ts';
import { eraseExpiredUploads } from '../uploads/store.ts';
import { defaultRetentionDays, erase } from './erase.ts';

/** What a run has erased. */
export interface Erased {
  requests: number;
  cases: number;
  uploads: number;
  keys: number;
}

/** Any number, the same in every process. */
const runLock = 420_145;
const pageSize = 200;

/**
 * Requests whose time has passed: ended, and nothing has happened since for so many days (a lawsuit
 * begun meanwhile is a reason to keep them), or undone.
 */
async function dueRequests({ db, settings, now }: Service): Promise<string[]> {
  const days = settings.retentionDays ?? defaultRetentionDays;
  const before = addDays(todayOf(now()), -days);
  const rows = await db
    .selectFrom('requests')
    .select('number')
    .where('erased_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('status', '=', 'undone'),
        eb.and([
          eb('ended_on', '<', before),
          eb.not(
            eb.exists(
              eb
                .selectFrom('request_events')
                .select('seq')
                .whereRef('request_events.number', '=', 'requests.number')
                .where('on_day', '>=', before),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('number')
    .limit(pageSize)
    .execute();
  return rows.map(({ number }) => number);
}

async function eraseAll(service: Service): Promise<Erased> {
  let requests = 0;
  for (;;) {
    const due = await dueRequests(service);
    for (const number of due) await erase(service, number);
    requests += due.length;
    if (due.length < pageSize) break;
  }
  const cases = await eraseDueCases(service);
  await eraseExpiredHandoffs(service);
  // Afterwards: what is erased can no longer be followed.
  await eraseSubscriptions(service);
  return {
    requests,
    cases,
    uploads: await eraseExpiredUploads(service),
    keys: await forgetKeys(service),
  };
}

/**
 * Erases all whose time has passed.
 *
 * @returns undefined when another process is at it
 */
export async function runRetention(service: Service): Promise<Erased | undefined> {
  // The embedded database belongs to this process alone, and has one connection.
  if (service.settings.databaseUrl === undefined) return eraseAll(service);
  return service.db.connection().execute(async (connection) => {
    const { rows } = await sql<{ taken: boolean }>`
      select pg_try_advisory_lock(${runLock}) as taken`.execute(connection);
    if (rows[0]?.taken !== true) return undefined;
    try {
      return await eraseAll(service);
    } finally {
      await sql`select pg_advisory_unlock(${runLock})`.execute(connection);
    }
  });
}
