import { sql } from 'kysely';
import type { Service } from '../service.ts';
import { defaultRetentionDays } from '../retention/erase.ts';
import { stoppedDays } from './consent.ts';
import { lapsedBefore, stop } from './store.ts';

const dayMs = 86_400_000;
/** Days a settled message is remembered. */
const messageDays = 30;

/**
 * Erases what nobody confirmed, what was stopped, messages that are settled, and consents whose time
 * has passed; ends what follows a request or a case whose particulars are erased.
 *
 * @returns how many subscriptions were erased
 */
export async function eraseSubscriptions(service: Service): Promise<number> {
  const { db, now, settings } = service;
  const moment = now();
  const before = (days: number) => new Date(moment.getTime() - days * dayMs).toISOString();

  const lapsed = await db
    .deleteFrom('subscriptions')
    .where('state', '=', 'pending')
    .where('consented_at', '<=', lapsedBefore(moment))
    .returning('id')
    .execute();
  // Who never confirmed may never have agreed: nothing is left to prove.
  for (const { id } of lapsed) {
    await db.deleteFrom('subscription_consents').where('subscription_id', '=', id).execute();
  }
  const ended = await db
    .selectFrom('subscriptions as s')
    .select('s.id')
    .where('s.kind', '=', 'case')
    .where('s.state', '<>', 'stopped')
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('requests as r')
            .select('r.number')
            .where('s.follows', '=', sql<string>`'request:' || r.number`)
            .where('r.erased_at', 'is not', null),
        ),
        eb.exists(
          eb
            .selectFrom('cases as c')
            .select('c.number')
            .where('s.follows', '=', sql<string>`'case:' || c.number`)
            .where('c.erased_at', 'is not', null),
        ),
      ]),
    )
    .execute();
  for (const { id } of ended) await stop(service, id);
  const stopped = await db
    .deleteFrom('subscriptions')
    .where('state', '=', 'stopped')
    .where('stopped_at', '<', before(stoppedDays))
    .executeTakeFirst();
  await db
    .deleteFrom('subscription_messages')
    .where('state', '<>', 'waiting')
    .where('ended_at', '<', before(messageDays))
    .execute();
  const kept = settings.retentionDays ?? defaultRetentionDays;
  await db
    .deleteFrom('subscription_consents as c')
    .where('c.at', '<', before(kept))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('subscriptions as s')
            .select('s.id')
            .whereRef('s.id', '=', 'c.subscription_id'),
        ),
      ),
    )
    .execute();
  return lapsed.length + Number(stopped.numDeletedRows);
}
