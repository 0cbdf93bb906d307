import { backOffMs, giveUpMs, reasonOf } from '../outbox/attempts.ts';
import { startRounds, type Outbox } from '../outbox/rounds.ts';
import { DeliveryError } from '../outbox/webhook.ts';
import type { Service } from '../service.ts';
import { FinalError, type Channel, type Message, type NewsItem } from './channels/channel.ts';
import { openChannels } from './channels/open.ts';
import { noteFollowers } from './followers.ts';
import { bundle, putOff, settle, take, type Taken } from './messages.ts';
import { itemOf, type NotedChange } from './news.ts';
import { tellableAt } from './quiet.ts';
import { addressOf, confirmableUntil, quietOf, stop, wordsLanguage } from './store.ts';
import { labelOf } from './subjects.ts';
import { tokenOf, webhookSecret } from './tokens.ts';

/** Messages on their way at a time; one that hangs holds one of them for ten seconds. */
const slots = 32;
/** A message tells of at most so many things, and how many more there were. */
const mostItems = 50;
/** After so many messages given up one after another a subscription ends: nobody is there. */
const mostGivenUp = 3;

const minuteMs = 60_000;

/**
 * Starts telling followers. Each message arrives at least once, with the same id every time; an
 * accepted one is marked at once. What the process had in hand when it was killed is free again
 * after a while.
 */
export const startPush = (service: Service): Outbox =>
  startRounds(service, 'push', new PushSender(service));

class PushSender {
  private readonly service: Service;
  private readonly channels: Map<string, Channel>;
  private readonly sending = new Set<Promise<void>>();

  constructor(service: Service) {
    this.service = service;
    this.channels = openChannels(service);
  }

  async round(): Promise<boolean> {
    const isNoted = await noteFollowers(this.service);
    const isBundled = await bundle(this.service);
    if (this.sending.size === slots) await Promise.race(this.sending);
    const free = slots - this.sending.size;
    const taken = await take(this.service, free);
    const items = itemsOnce(this.service);
    for (const one of taken) {
      const sending = this.deliver(one, items)
        .catch((error: unknown) => this.service.log.error('push', { reason: reasonOf(error) }))
        .finally(() => this.sending.delete(sending));
      this.sending.add(sending);
    }
    return isNoted || isBundled || taken.length === free;
  }

  async close(): Promise<void> {
    await Promise.all(this.sending);
    for (const channel of this.channels.values()) channel.close();
  }

  private async deliver(taken: Taken, items: ReturnType<typeof itemsOnce>): Promise<void> {
    const { service } = this;
    const { id, kind, attempts } = taken.message;
    const { channel } = taken.subscription;
    try {
      const message = await this.prepare(taken, items);
      if (!message) return;
      const way = this.channels.get(channel);
      if (!way) throw new DeliveryError('no longer configured');
      await way.send(message);
    } catch (error) {
      await this.fail(taken, error);
      return;
    }
    await settle(service, id, 'sent');
    if (taken.subscription.given_up > 0) await this.countGivenUp(taken, 0);
    service.log.debug('pushed', { message: id, kind, channel, attempts });
  }

  /** @returns undefined when there is nothing to send: it was put off, or is not wanted any longer */
  private async prepare(
    { message: { id, kind, attempts }, subscription, changes }: Taken,
    items: ReturnType<typeof itemsOnce>,
  ): Promise<Message | undefined> {
    const { service } = this;
    const { now, privacy, settings } = service;
    const to = addressOf(service, subscription);
    const wanted = kind === 'confirm' ? 'pending' : 'active';
    const { push } = settings;
    if (subscription.state !== wanted || to === undefined || !push) {
      await settle(service, id, 'dropped');
      return undefined;
    }
    const tellable = tellableAt(now(), quietOf(subscription));
    if (kind === 'news' && tellable > now()) {
      await putOff(service, id, tellable, attempts - 1);
      return undefined;
    }
    const all = kind === 'news' ? await items(changes) : [];
    if (kind === 'news' && all.length === 0) {
      await settle(service, id, 'dropped');
      return undefined;
    }
    const token = tokenOf(privacy, subscription.id, 'holder');
    const stopToken = tokenOf(privacy, subscription.id, 'stop');
    const linkTo = (use: string, value: string) => `${push.page}#${use}=${value}`;
    return {
      id,
      kind,
      to,
      language: wordsLanguage(subscription.language),
      label: await labelOf(service, subscription.follows),
      items: all.slice(0, mostItems),
      more: Math.max(0, all.length - mostItems),
      confirmBy:
        kind === 'confirm' ? confirmableUntil(new Date(subscription.consented_at)) : undefined,
      holderLink: linkTo(kind === 'confirm' ? 'confirm' : 'manage', token),
      stopLink: linkTo('stop', stopToken),
      oneClick:
        push.service === undefined
          ? undefined
          : `${push.service}/api/v1/subscriptions/stop/${stopToken}`,
      token,
      secret: webhookSecret(privacy, subscription.id),
    };
  }

  /** Sets the next attempt, or gives up three days after it was made, once it cannot be confirmed any more. */
  private async fail(taken: Taken, error: unknown): Promise<void> {
    const { service } = this;
    const { id, kind, attempts, made_at } = taken.message;
    const { channel, consented_at } = taken.subscription;
    const facts = { message: id, kind, channel, attempts, reason: reasonOf(error) };
    const next = service.now().getTime() + backOffMs(attempts);
    const last =
      kind === 'confirm'
        ? Date.parse(confirmableUntil(new Date(consented_at))) - minuteMs
        : Date.parse(made_at) + giveUpMs;
    if (!(error instanceof FinalError) && next <= last) {
      await putOff(service, id, new Date(next), attempts);
      service.log.debug('push failed', facts);
      return;
    }
    await settle(service, id, 'dead');
    service.log.error('push given up', facts);
    if (kind === 'confirm') return;
    const givenUp = taken.subscription.given_up + 1;
    await this.countGivenUp(taken, givenUp);
    if (givenUp >= mostGivenUp) await stop(service, taken.subscription.id);
  }

  private async countGivenUp({ subscription }: Taken, count: number): Promise<void> {
    await this.service.db
      .updateTable('subscriptions')
      .set({ given_up: count })
      .where('id', '=', subscription.id)
      .execute();
  }
}

/** What changes say; each is looked up once for all who are told of it in a round. */
function itemsOnce(service: Service) {
  const known = new Map<string, Promise<NewsItem | undefined>>();
  const itemFor = (change: NotedChange): Promise<NewsItem | undefined> => {
    const key = JSON.stringify([change.kind, change.subject, change.event, change.at]);
    const item = known.get(key) ?? itemOf(service, change);
    known.set(key, item);
    return item;
  };
  return async (changes: readonly NotedChange[]): Promise<NewsItem[]> => {
    const items = await Promise.all(changes.map(itemFor));
    return items.filter((item) => item !== undefined);
  };
}
