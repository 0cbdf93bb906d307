import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Service } from '../service.ts';
import { followsOf } from './news.ts';
import { tellableAt } from './quiet.ts';
import { quietOf } from './store.ts';

/** Followers noted in one transaction, so that a topic of ten thousand holds nobody up for long. */
const batch = 1_000;

/** Changes whose followers are not all noted; what is to be published later is told then. */
const openChanges = (db: Kysely<Tables>, at: string) =>
  db
    .selectFrom('outbox_changes')
    .select(['id', 'kind', 'subject', 'event', 'at', 'followed_to'])
    .where('followed', '=', false)
    .where('at', '<=', at)
    .orderBy('id')
    .limit(1);

/**
 * Notes who is to be told of the oldest change that has followers left to note, a batch of them in
 * one transaction. Whoever follows it in several ways is noted once.
 *
 * @returns whether there was such a change
 */
export async function noteFollowers(service: Service): Promise<boolean> {
  const { db, now } = service;
  const moment = now();
  const at = moment.toISOString();
  // Read before anything is locked: most rounds find nothing, and cost the disk nothing.
  if ((await openChanges(db, at).execute()).length === 0) return false;
  return db.transaction().execute(async (trx) => {
    const change = await openChanges(trx, at).forUpdate().skipLocked().executeTakeFirst();
    if (!change) return false;
    const follows = await followsOf({ ...service, db: trx }, change);
    const followers = await followersAfter(trx, follows, change);
    const notices = followers.map((follower) => ({
      change_id: change.id,
      receiver: follower.receiver,
      subscription_id: follower.id,
      due_at: tellableAt(moment, quietOf(follower)).toISOString(),
    }));
    if (notices.length > 0) {
      await trx
        .insertInto('subscription_notices')
        .values(notices)
        .onConflict((conflict) => conflict.columns(['change_id', 'receiver']).doNothing())
        .execute();
    }
    const last = followers.length === batch ? followers.at(-1)?.id : undefined;
    await trx
      .updateTable('outbox_changes')
      .set(last === undefined ? { followed: true } : { followed_to: last })
      .where('id', '=', change.id)
      .execute();
    return true;
  });
}

/** The next followers in the order of their ids: those who had confirmed when it happened. */
async function followersAfter(
  trx: Kysely<Tables>,
  follows: readonly string[],
  { at, followed_to: last }: { at: string; followed_to: string | null },
) {
  if (follows.length === 0) return [];
  return trx
    .selectFrom('subscriptions')
    .select(['id', 'receiver', 'quiet_from', 'quiet_to'])
    .where('state', '=', 'active')
    .where('follows', 'in', follows)
    .where('confirmed_at', '<=', at)
    .$if(last !== null, (query) => query.where('id', '>', last ?? ''))
    .orderBy('id')
    .limit(batch)
    .execute();
}
