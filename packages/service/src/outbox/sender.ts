import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { findOrgan } from '../organs/store.ts';
import type { Service } from '../service.ts';
import { backOffMs, giveUpMs, leaseMs, reasonOf } from './attempts.ts';
import type { Change } from './change.ts';
import { letterOf, Mailer } from './mail.ts';
import { startRounds, type Outbox } from './rounds.ts';
import { DeliveryError, postWebhook, webhookTarget, type Webhook } from './webhook.ts';

type Given = Pick<Service, 'db' | 'log' | 'now' | 'settings'>;

const batch = 20;
const secondMs = 1_000;
const dayMs = 86_400_000;
const keepMs = 30 * dayMs;
const purgeMs = 3_600 * secondMs;

const mailTarget = 'mail';

/** A delivery that was taken, with what it tells. */
interface Taken {
  id: string;
  target: string;
  attempts: number;
  change: Change;
}

/**
 * Starts telling webhooks and mail addresses. Each delivery arrives at least once, with the same id
 * every time; an accepted one is marked at once. What the process had in hand when it was killed is
 * free again after a while.
 */
export const startOutbox = (service: Given): Outbox =>
  startRounds(service, 'outbox', new Sender(service));

class Sender {
  private readonly service: Given;
  private readonly webhooks: Map<string, Webhook>;
  private readonly mailer: Mailer | undefined;
  private purgedAt = 0;

  constructor(service: Given) {
    const { webhooks = [], mail } = service.settings;
    this.service = service;
    this.webhooks = new Map(webhooks.map((one) => [webhookTarget(one), one]));
    this.mailer = mail && new Mailer(mail);
  }

  /** @returns whether there is more to do at once */
  async round(): Promise<boolean> {
    const addressed = await this.address();
    const taken = await this.take();
    await Promise.all(taken.map((one) => this.deliver(one)));
    await this.purge();
    return addressed === batch || taken.length === batch;
  }

  close(): void {
    this.mailer?.close();
  }

  /** Makes out a delivery of each new change for everyone who is to be told. */
  private async address(): Promise<number> {
    const { db, now } = this.service;
    // Read before anything is locked: most rounds find nothing, and cost the disk nothing.
    const waiting = await db
      .selectFrom('outbox_changes')
      .select('id')
      .where('addressed', '=', false)
      .limit(1)
      .execute();
    if (waiting.length === 0) return 0;
    return db.transaction().execute(async (trx) => {
      const changes = await trx
        .selectFrom('outbox_changes')
        .select(['id', 'organ_id'])
        .where('addressed', '=', false)
        .orderBy('id')
        .limit(batch)
        .forUpdate()
        .skipLocked()
        .execute();
      const at = now().toISOString();
      for (const { id, organ_id } of changes) {
        const rows = (await this.targetsOf(trx, organ_id)).map((target) => ({
          id: `msg_${randomUUID()}`,
          change_id: id,
          target,
          state: 'waiting' as const,
          next_at: at,
        }));
        if (rows.length > 0) await trx.insertInto('outbox_deliveries').values(rows).execute();
      }
      const ids = changes.map(({ id }) => id);
      if (ids.length > 0) {
        await trx
          .updateTable('outbox_changes')
          .set({ addressed: true })
          .where('id', 'in', ids)
          .execute();
      }
      return changes.length;
    });
  }

  private async targetsOf(db: Kysely<Tables>, organId: string): Promise<string[]> {
    const hooks = [...this.webhooks]
      .filter(([, { organs }]) => organs === undefined || organs.includes(organId))
      .map(([target]) => target);
    const address = await this.mailAddress(db, organId);
    return address === undefined ? hooks : [...hooks, mailTarget];
  }

  private async mailAddress(db: Kysely<Tables>, organId: string): Promise<string | undefined> {
    const { mail } = this.service.settings;
    if (!mail) return undefined;
    return mail.to ?? (await findOrgan(db, organId))?.office?.email;
  }

  /** Takes what is due, so that no other process does before the lease has ended. */
  private async take(): Promise<Taken[]> {
    const { db, now } = this.service;
    const at = now();
    const due = db
      .selectFrom('outbox_deliveries')
      .select('id')
      .where('state', '=', 'waiting')
      .where('next_at', '<=', at.toISOString())
      .orderBy('next_at')
      .limit(batch);
    if ((await due.execute()).length === 0) return [];
    const leaseEnd = new Date(at.getTime() + leaseMs).toISOString();
    const rows = await db
      .with('due', () => due.forUpdate().skipLocked())
      .updateTable('outbox_deliveries as d')
      .from('outbox_changes as c')
      .set((eb) => ({ next_at: leaseEnd, attempts: eb('d.attempts', '+', 1) }))
      .whereRef('c.id', '=', 'd.change_id')
      // A common table with a lock is read once; a subselect might be read again, and take others.
      .where('d.id', 'in', (eb) => eb.selectFrom('due').select('due.id'))
      .returning([
        'd.id',
        'd.target',
        'd.attempts',
        'c.kind',
        'c.subject',
        'c.organ_id',
        'c.event',
        'c.at',
      ])
      .execute();
    return rows.map(({ id, target, attempts, kind, subject, organ_id, event, at: changedAt }) => ({
      id,
      target,
      attempts,
      change: { kind, subject, organId: organ_id, event, at: changedAt } as Change,
    }));
  }

  private async deliver(taken: Taken): Promise<void> {
    try {
      await this.send(taken);
    } catch (error) {
      await this.fail(taken, reasonOf(error));
      return;
    }
    await this.end(taken.id, 'sent');
    this.service.log.debug('delivered', { subject: taken.change.subject, target: taken.target });
  }

  private async send({ id, target, change }: Taken): Promise<void> {
    const { now, settings } = this.service;
    if (target === mailTarget) return this.sendMail(id, change);
    const webhook = this.webhooks.get(target);
    if (!webhook) throw new DeliveryError('no longer configured');
    const { subject, organId, event, at, kind } = change;
    const link = this.linkTo(change);
    const data = {
      [kind === 'request.changed' || kind === 'case.changed' ? 'number' : 'id']: subject,
      organ: organId,
      event,
      at,
      ...(link !== undefined && { link }),
    };
    const body = JSON.stringify({ type: kind, timestamp: at, data });
    await postWebhook(webhook, { id, body }, now(), settings.webhookPrivate === true);
  }

  private async sendMail(id: string, change: Change): Promise<void> {
    const { db } = this.service;
    const to = await this.mailAddress(db, change.organId);
    if (!this.mailer || to === undefined) throw new DeliveryError('no longer configured');
    const organ = await findOrgan(db, change.organId);
    const letter = letterOf(change, organ?.name ?? change.organId, this.linkTo(change));
    await this.mailer.send({ id, to, ...letter });
  }

  private linkTo({ kind, subject }: Change): string | undefined {
    const { deskUrl, editingUrl } = this.service.settings;
    if (kind === 'request.changed') return deskUrl?.replaceAll('{number}', subject);
    if (kind === 'case.changed') return undefined;
    const [noun = ''] = kind.split('.');
    return editingUrl?.replaceAll('{kind}', noun).replaceAll('{id}', subject);
  }

  /** Sets the next attempt, or gives up three days after the change. */
  private async fail({ id, target, attempts, change }: Taken, reason: string): Promise<void> {
    const { db, log, now } = this.service;
    const next = now().getTime() + backOffMs(attempts);
    const facts = { subject: change.subject, target, attempts, reason };
    if (next > Date.parse(change.at) + giveUpMs) {
      await this.end(id, 'dead');
      log.error('undelivered', facts);
      return;
    }
    await db
      .updateTable('outbox_deliveries')
      .set({ next_at: new Date(next).toISOString() })
      .where('id', '=', id)
      .execute();
    log.debug('delivery failed', facts);
  }

  private async end(id: string, state: 'sent' | 'dead'): Promise<void> {
    await this.service.db
      .updateTable('outbox_deliveries')
      .set({ state, ended_at: this.service.now().toISOString() })
      .where('id', '=', id)
      .execute();
  }

  /** Forgets what has been settled for a month. */
  private async purge(): Promise<void> {
    const now = this.service.now().getTime();
    if (now - this.purgedAt < purgeMs) return;
    this.purgedAt = now;
    const before = new Date(now - keepMs).toISOString();
    await this.service.db
      .deleteFrom('outbox_changes')
      .where('addressed', '=', true)
      .where('followed', '=', true)
      .where(
        sql<boolean>`not exists (select 1 from subscription_notices n
          left join subscription_messages m on m.id = n.message_id
          where n.change_id = outbox_changes.id and (m.id is null or m.state = 'waiting'))`,
      )
      .where(
        sql<boolean>`not exists (select 1 from outbox_deliveries d
          where d.change_id = outbox_changes.id and d.state = 'waiting')`,
      )
      // What nobody was to be told is settled when it happens.
      .where(
        sql<boolean>`coalesce((select max(d.ended_at) from outbox_deliveries d
          where d.change_id = outbox_changes.id), at) < ${before}`,
      )
      .execute();
  }
}
