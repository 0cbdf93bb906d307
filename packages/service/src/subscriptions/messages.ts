import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { SubscriptionMessagesTable, Tables } from '../database/tables.ts';
import { leaseMs } from '../outbox/attempts.ts';
import type { Service } from '../service.ts';
import type { NotedChange } from './news.ts';
import type { SubscriptionRow } from './store.ts';

const batch = 500;

/**
 * Bundles what is due into one message for each follower (汇总): what had to wait for the end of the
 * quiet hours comes together.
 *
 * @returns whether anything was due
 */
export async function bundle({ db, now }: Pick<Service, 'db' | 'now'>): Promise<boolean> {
  const at = now().toISOString();
  const due = (within: Kysely<Tables>) =>
    within
      .selectFrom('subscription_notices')
      .select('subscription_id')
      .where('message_id', 'is', null)
      .where('due_at', '<=', at)
      .orderBy('due_at')
      .limit(batch);
  if ((await due(db).limit(1).execute()).length === 0) return false;
  return db.transaction().execute(async (trx) => {
    // One process bundles for a follower at a time, else one digest would become two.
    const followers = await trx
      .selectFrom('subscriptions')
      .select('id')
      .where('id', 'in', due(trx))
      .forUpdate()
      .skipLocked()
      .execute();
    if (followers.length === 0) return false;
    const messages = followers.map(({ id }) => ({
      id: `msg_${randomUUID()}`,
      subscription_id: id,
      kind: 'news' as const,
      state: 'waiting' as const,
      next_at: at,
      made_at: at,
    }));
    await trx.insertInto('subscription_messages').values(messages).execute();
    await trx
      .updateTable('subscription_notices as n')
      .from('subscription_messages as m')
      .set((eb) => ({ message_id: eb.ref('m.id') }))
      .whereRef('m.subscription_id', '=', 'n.subscription_id')
      .where(
        'm.id',
        'in',
        messages.map(({ id }) => id),
      )
      .where('n.message_id', 'is', null)
      .where('n.due_at', '<=', at)
      .execute();
    return true;
  });
}

/** A message that was taken, with whom it is for and what it tells. */
export interface Taken {
  message: Pick<
    Selectable<SubscriptionMessagesTable>,
    'id' | 'kind' | 'attempts' | 'made_at' | 'subscription_id'
  >;
  subscription: SubscriptionRow;
  /** The oldest first. */
  changes: NotedChange[];
}

/** Takes what is due, so that no other process does before the lease has ended. */
export async function take(
  { db, now }: Pick<Service, 'db' | 'now'>,
  most: number,
): Promise<Taken[]> {
  const at = now();
  const due = db
    .selectFrom('subscription_messages')
    .select('id')
    .where('state', '=', 'waiting')
    .where('next_at', '<=', at.toISOString())
    .orderBy('next_at')
    .limit(most);
  if ((await due.execute()).length === 0) return [];
  const leaseEnd = new Date(at.getTime() + leaseMs).toISOString();
  const messages = await db
    .with('due', () => due.forUpdate().skipLocked())
    .updateTable('subscription_messages as m')
    .set((eb) => ({ next_at: leaseEnd, attempts: eb('m.attempts', '+', 1) }))
    // A common table with a lock is read once; a subselect might be read again, and take others.
    .where('m.id', 'in', (eb) => eb.selectFrom('due').select('due.id'))
    .returning(['m.id', 'm.kind', 'm.attempts', 'm.made_at', 'm.subscription_id'])
    .execute();
  if (messages.length === 0) return [];
  const subscriptions = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where(
      'id',
      'in',
      messages.map(({ subscription_id }) => subscription_id),
    )
    .execute();
  const changes = await db
    .selectFrom('subscription_notices as n')
    .innerJoin('outbox_changes as c', 'c.id', 'n.change_id')
    .select(['n.message_id', 'c.kind', 'c.subject', 'c.event', 'c.at'])
    .where(
      'n.message_id',
      'in',
      messages.map(({ id }) => id),
    )
    .orderBy('c.at')
    .orderBy('c.id')
    .execute();
  return messages.flatMap((message) => {
    const subscription = subscriptions.find(({ id }) => id === message.subscription_id);
    const own = changes.filter(({ message_id }) => message_id === message.id);
    return subscription ? [{ message, subscription, changes: own }] : [];
  });
}

/** Marks a message as settled. */
export async function settle(
  { db, now }: Pick<Service, 'db' | 'now'>,
  id: string,
  state: 'sent' | 'dead' | 'dropped',
): Promise<void> {
  await db
    .updateTable('subscription_messages')
    .set({ state, ended_at: now().toISOString() })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/**
 * Lets a message be tried again.
 *
 * @param attempts as they count from now on
 */
export async function putOff(
  { db }: Pick<Service, 'db'>,
  id: string,
  until: Date,
  attempts: number,
): Promise<void> {
  await db
    .updateTable('subscription_messages')
    .set({ next_at: until.toISOString(), attempts })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}
