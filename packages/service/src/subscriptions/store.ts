import { maskAddress } from '@open-info/contract/subscription-check';
import type {
  QuietHours,
  Subscription,
  SubscriptionOrder,
  SubscriptionPending,
} from '@open-info/contract/subscriptions';
import { randomUUID } from 'node:crypto';
import { sql, type Kysely, type Selectable } from 'kysely';
import type {
  SubscriptionConsentsTable,
  SubscriptionMessagesTable,
  SubscriptionsTable,
  Tables,
} from '../database/tables.ts';
import type { Language } from '../http/words.ts';
import { claimWrite, type KeyedWrite } from '../requests/keys.ts';
import type { Service } from '../service.ts';
import { confirmHours } from './consent.ts';
import { tellableAt, usualQuiet } from './quiet.ts';
import { labelOf } from './subjects.ts';
import { newId } from './tokens.ts';

export type SubscriptionRow = Selectable<SubscriptionsTable>;

export const addressContext = (id: string): string => `subscriptions/address/${id}`;

const hourMs = 3_600_000;

/** Until when an order of this moment may be confirmed. */
export const confirmableUntil = (orderedAt: Date): string =>
  new Date(orderedAt.getTime() + confirmHours * hourMs).toISOString();

/** Orders before it have lapsed. */
export const lapsedBefore = (now: Date): string =>
  new Date(now.getTime() - confirmHours * hourMs).toISOString();

export const wordsLanguage = (language: string): Language => (language === 'en' ? 'en' : 'zh');

export function quietOf({
  quiet_from,
  quiet_to,
}: Pick<SubscriptionRow, 'quiet_from' | 'quiet_to'>) {
  return quiet_from === null || quiet_to === null ? undefined : { from: quiet_from, to: quiet_to };
}

/** Quiet hours as they are kept: none where both ends are the same. */
export const quietColumns = (quiet: QuietHours | undefined) =>
  quiet && quiet.from !== quiet.to
    ? { quiet_from: quiet.from, quiet_to: quiet.to }
    : { quiet_from: null, quiet_to: null };

/** An order that has been checked. */
export interface Ordered extends Pick<SubscriptionOrder, 'channel' | 'language' | 'quiet'> {
  kind: string;
  follows: string;
  address: string;
  receiver: string;
  consent: string;
}

type Consent = Pick<SubscriptionConsentsTable, 'event' | 'consent' | 'receiver'> & { id: string };

/** Writes into the log of consents. */
async function logConsent(
  trx: Kysely<Tables>,
  { id, event, consent, receiver }: Consent,
  at: string,
): Promise<void> {
  await sql`insert into subscription_consents (subscription_id, seq, event, consent, receiver, at)
    select ${id}, coalesce(max(seq), 0) + 1, ${event}, ${consent}, ${receiver}, ${at}
    from subscription_consents where subscription_id = ${id}`.execute(trx);
}

/** Lets a message be sent next; one of its kind that still waits is enough. */
async function putMessage(
  trx: Kysely<Tables>,
  subscription: string,
  kind: SubscriptionMessagesTable['kind'],
  at: string,
): Promise<void> {
  await sql`insert into subscription_messages (id, subscription_id, kind, state, next_at, made_at)
    select ${`msg_${randomUUID()}`}, ${subscription}, ${kind}, 'waiting', ${at}, ${at}
    where not exists (select 1 from subscription_messages
      where subscription_id = ${subscription} and kind = ${kind} and state = 'waiting')`.execute(
    trx,
  );
}

/**
 * Takes an order in: a subscription that waits for its confirmation, and the message that asks for
 * it. Who follows it already is only told so; the answer is the same.
 */
export async function putOrder(
  { db, now, privacy }: Service,
  write: KeyedWrite,
  ordered: Ordered,
): Promise<SubscriptionPending> {
  const moment = now();
  const at = moment.toISOString();
  const { kind, follows, channel, address, receiver, language, consent } = ordered;
  const quiet = ordered.quiet ?? (channel === 'webhook' ? undefined : usualQuiet);
  const id = newId();
  const until = await db.transaction().execute(async (trx) => {
    const known = await claimWrite(trx, write, confirmableUntil(moment), at);
    if (known) return known.number;
    const agreed = {
      language,
      ...quietColumns(quiet),
      consent,
      consented_at: at,
    };
    const row = await trx
      .insertInto('subscriptions')
      .values({
        id,
        kind,
        follows,
        channel,
        address: privacy.sealJson(address, addressContext(id)),
        receiver,
        state: 'pending',
        ...agreed,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['follows', 'receiver'])
          .where('state', '<>', 'stopped')
          .doUpdateSet({ receiver }),
      )
      .returning(['id', 'state'])
      .executeTakeFirstOrThrow();
    const isPending = row.state === 'pending';
    if (isPending) {
      // Ordered again before it was confirmed: the last order holds.
      await trx.updateTable('subscriptions').set(agreed).where('id', '=', row.id).execute();
      await logConsent(trx, { id: row.id, event: 'agreed', consent, receiver }, at);
    }
    await putMessage(trx, row.id, isPending ? 'confirm' : 'known', at);
    return confirmableUntil(moment);
  });
  return pendingOf(ordered, until);
}

export const pendingOf = (
  { channel, address }: Pick<Ordered, 'channel' | 'address'>,
  confirmBy: string,
): SubscriptionPending => ({ to: maskAddress(channel, address), channel, confirmBy });

export const findSubscription = (
  db: Kysely<Tables>,
  id: string,
): Promise<SubscriptionRow | undefined> =>
  db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();

/** @returns false when it was not waiting for it, or no longer */
export async function confirm({ db, now }: Service, id: string): Promise<boolean> {
  const moment = now();
  const at = moment.toISOString();
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('subscriptions')
      .set({ state: 'active', confirmed_at: at })
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .where('consented_at', '>', lapsedBefore(moment))
      .returning(['consent', 'receiver'])
      .executeTakeFirst();
    if (!row) return false;
    await logConsent(trx, { id, event: 'confirmed', ...row }, at);
    return true;
  });
}

/** Ends a subscription: the address is erased and nothing that waits is sent. */
export async function stop({ db, now }: Pick<Service, 'db' | 'now'>, id: string): Promise<void> {
  const at = now().toISOString();
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('subscriptions')
      .set({ state: 'stopped', stopped_at: at, address: null })
      .where('id', '=', id)
      .where('state', '<>', 'stopped')
      .returning(['consent', 'receiver'])
      .executeTakeFirst();
    if (!row) return;
    await trx
      .deleteFrom('subscription_notices')
      .where('subscription_id', '=', id)
      .where('message_id', 'is', null)
      .execute();
    await trx
      .updateTable('subscription_messages')
      .set({ state: 'dropped', ended_at: at })
      .where('subscription_id', '=', id)
      .where('state', '=', 'waiting')
      .execute();
    await logConsent(trx, { id, event: 'stopped', ...row }, at);
  });
}

/** The address of a subscription; undefined once it is stopped. */
export function addressOf(
  { privacy }: Pick<Service, 'privacy'>,
  { id, address }: Pick<SubscriptionRow, 'id' | 'address'>,
): string | undefined {
  return address === null ? undefined : privacy.openJson<string>(address, addressContext(id));
}

/** A subscription as its holder sees it. */
export async function viewOf(service: Service, row: SubscriptionRow): Promise<Subscription> {
  const address = addressOf(service, row);
  const label = await labelOf(service, row.follows);
  const quiet = quietOf(row);
  return {
    subject: { kind: row.kind, label: label[wordsLanguage(row.language)] },
    channel: row.channel,
    to: address === undefined ? '***' : maskAddress(row.channel, address),
    language: row.language,
    ...(quiet && { quiet }),
    state: row.state,
    consent: { version: row.consent, at: row.consented_at },
    ...(row.confirmed_at !== null && { confirmedAt: row.confirmed_at }),
    ...(row.stopped_at !== null && { stoppedAt: row.stopped_at }),
  };
}

/** Changes quiet hours or language; what waits for their end waits for the new one. */
export async function changeSettings(
  { db, now }: Service,
  id: string,
  { quiet, language }: { quiet?: QuietHours | undefined; language?: string | undefined },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('subscriptions')
      .set({
        ...(quiet && quietColumns(quiet)),
        ...(language !== undefined && { language: language === 'en' ? 'en' : 'zh-CN' }),
        // Keeps the statement whole when nothing is given.
        id,
      })
      .where('id', '=', id)
      .where('state', '<>', 'stopped')
      .returning(['quiet_from', 'quiet_to'])
      .executeTakeFirst();
    if (!row) return;
    await trx
      .updateTable('subscription_notices')
      .set({ due_at: tellableAt(now(), quietOf(row)).toISOString() })
      .where('subscription_id', '=', id)
      .where('message_id', 'is', null)
      .execute();
  });
}
