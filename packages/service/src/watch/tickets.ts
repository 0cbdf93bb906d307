import { createHash } from 'node:crypto';
import type { WatchTicket } from '@open-info/contract/watch';
import { todayOf } from '../http/mount.ts';
import type { Service } from '../service.ts';

/** What can be watched. */
export type WatchedNoun = 'requests' | 'cases';

const lifeMs = 24 * 3_600_000;
const context = 'watch/ticket';

type Needs = Pick<Service, 'privacy' | 'now' | 'published'>;

/**
 * Changes with every event of the matter; with the day, since days left are part of what a view
 * shows; and with published data, since the calendar is among them.
 */
export function tagOf({ now, published }: Needs, revision: number): string {
  const text = `${revision} ${todayOf(now())} ${published.dataVersion}`;
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/**
 * A ticket for polling a matter that its holder has just opened. It is sealed, so its address tells
 * nothing, and needs no row of its own.
 */
export function issueTicket(
  needs: Needs,
  noun: WatchedNoun,
  id: string,
  revision: number,
): WatchTicket {
  const { privacy, now } = needs;
  const expiresAt = new Date(now().getTime() + lifeMs).toISOString();
  const sealed = privacy.sealJson([noun, id, expiresAt], context);
  return { ticket: sealed.toString('base64url'), tag: tagOf(needs, revision), expiresAt };
}

/** What a ticket watches; undefined when it is not one of ours or has ended. */
export function readTicket(
  { privacy, now }: Pick<Service, 'privacy' | 'now'>,
  ticket: string,
): { noun: WatchedNoun; id: string } | undefined {
  try {
    const [noun, id, expiresAt] = privacy.openJson<[WatchedNoun, string, string]>(
      Buffer.from(ticket, 'base64url'),
      context,
    );
    return Date.parse(expiresAt) > now().getTime() ? { noun, id } : undefined;
  } catch {
    return undefined;
  }
}
