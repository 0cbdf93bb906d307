import { randomUUID } from 'node:crypto';
import { reasonOf } from '../outbox/attempts.ts';
import { startRounds, type Outbox } from '../outbox/rounds.ts';
import type { Service } from '../service.ts';
import { FeedError, readFeed, type FeedPage } from './feed.ts';
import type { ExchangePoll, ExchangeSystem } from './settings.ts';
import { takeIn } from './take-in.ts';

type Polled = ExchangeSystem & { poll: ExchangePoll };

/** Longer than a page takes to come and to be written; after it another process may go on. */
const leaseMs = 120_000;
const mostBackOffMs = 3_600_000;

/** After a failure twice as long as before, at most an hour; a quarter more or less. */
export function pollBackOffMs(everyMs: number, failures: number, random = Math.random()): number {
  if (failures === 0) return everyMs;
  const plain = Math.min(everyMs * 2 ** failures, Math.max(mostBackOffMs, everyMs));
  return Math.round(plain * (0.75 + random / 2));
}

/** Ends the transaction of a page whose lease another process has taken over. */
class LeaseLost extends Error {}

/**
 * Reads the feeds of acceptance systems. How far one has been read is written with what was read, so
 * that neither a restart nor a crash loses or repeats anything; of several processes one reads at a time.
 */
class Poller {
  private readonly me = randomUUID();
  private readonly service: Service;
  private readonly systems: readonly Polled[];
  private readonly ready = new Set<string>();
  /** Of these it was said that they have to wait. */
  private readonly told = new Set<string>();

  constructor(service: Service, systems: readonly Polled[]) {
    this.service = service;
    this.systems = systems;
  }

  /** @returns whether there is more to do at once */
  async round(): Promise<boolean> {
    let isMore = false;
    for (const system of this.systems) {
      if (!(await this.isReady(system))) continue;
      const lease = await this.take(system);
      if (lease && (await this.read(system, lease))) isMore = true;
    }
    return isMore;
  }

  /** Gives back what it holds, so that another process need not wait. */
  async close(): Promise<void> {
    await this.service.db
      .updateTable('exchange_systems')
      .set({ lease: null, lease_until: null })
      .where('lease', '=', this.me)
      .execute();
  }

  /** Whether the organs it speaks for are there: a first start fills them in while this runs. */
  private async isReady({ id, organs }: Polled): Promise<boolean> {
    if (this.ready.has(id)) return true;
    const rows = await this.service.db
      .selectFrom('organs')
      .select('id')
      .where('id', 'in', organs)
      .execute();
    const missing = organs.filter((organ) => !rows.some((row) => row.id === organ));
    if (missing.length === 0) {
      this.ready.add(id);
      return true;
    }
    if (!this.told.has(id)) {
      this.told.add(id);
      this.service.log.error('exchange', {
        system: id,
        reason: `organs not there: ${missing.join(', ')}`,
      });
    }
    return false;
  }

  private async take({
    id,
  }: Polled): Promise<{ cursor: string | null; failures: number } | undefined> {
    const { db, now } = this.service;
    const at = now();
    const due = await db
      .selectFrom('exchange_systems')
      .select(['next_at', 'lease', 'lease_until'])
      .where('id', '=', id)
      .executeTakeFirst();
    // Read before anything is written: most rounds find nothing to do, and cost the disk nothing.
    const iso = at.toISOString();
    if (due) {
      const isOthers = due.lease !== null && due.lease !== this.me && (due.lease_until ?? '') > iso;
      if (isOthers || (due.next_at ?? '') > iso) return undefined;
    } else {
      await db
        .insertInto('exchange_systems')
        .values({ id })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    return db
      .updateTable('exchange_systems')
      .set({ lease: this.me, lease_until: new Date(at.getTime() + leaseMs).toISOString() })
      .where('id', '=', id)
      .where((eb) =>
        eb.or([eb('lease', 'is', null), eb('lease', '=', this.me), eb('lease_until', '<=', iso)]),
      )
      .where((eb) => eb.or([eb('next_at', 'is', null), eb('next_at', '<=', iso)]))
      .returning(['cursor', 'failures'])
      .executeTakeFirst();
  }

  /** @returns whether the feed has more */
  private async read(
    system: Polled,
    { cursor, failures }: { cursor: string | null; failures: number },
  ): Promise<boolean> {
    const { log, settings } = this.service;
    try {
      const page = await readFeed(system.poll, cursor, settings.exchangePrivate === true);
      if (page.more && page.next === cursor) throw new FeedError('the page leads to itself');
      await this.keep(system, page);
      return page.more;
    } catch (error) {
      if (error instanceof LeaseLost) return false;
      log.error('exchange', { system: system.id, reason: reasonIn(error), failures: failures + 1 });
      await this.postpone(system, failures + 1);
      return false;
    }
  }

  private async keep(system: Polled, { records, next, more }: FeedPage): Promise<void> {
    const { log, now } = this.service;
    const wait = more ? 0 : system.poll.everySeconds * 1_000;
    const { accepted, repeated, refused } = await takeIn(
      this.service,
      system,
      records,
      async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('exchange_systems')
          .set({
            cursor: next,
            failures: 0,
            next_at: new Date(now().getTime() + wait).toISOString(),
          })
          .where('id', '=', system.id)
          .where('lease', '=', this.me)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw new LeaseLost();
      },
    );
    if (accepted > 0) log.info('exchange', { system: system.id, accepted, repeated });
    // The feed is not asked for them again: whoever sends them has to be told.
    for (const { id, field, message } of refused) {
      log.error('exchange record refused', {
        system: system.id,
        record: id,
        field,
        reason: message.en,
      });
    }
  }

  private async postpone({ id, poll }: Polled, failures: number): Promise<void> {
    const { db, now } = this.service;
    const wait = pollBackOffMs(poll.everySeconds * 1_000, failures);
    await db
      .updateTable('exchange_systems')
      .set({ failures, next_at: new Date(now().getTime() + wait).toISOString() })
      .where('id', '=', id)
      .where('lease', '=', this.me)
      .execute();
  }
}

const reasonIn = (error: unknown): string =>
  error instanceof FeedError ? error.message : reasonOf(error);

/** Starts reading the feeds of the systems that have one. */
export function startPoller(service: Service): Outbox {
  const systems = (service.settings.exchange ?? []).filter(
    (one): one is Polled => one.poll !== undefined,
  );
  if (systems.length === 0) return { close: async () => undefined };
  return startRounds(service, 'exchange', new Poller(service, systems));
}
