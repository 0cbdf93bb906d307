import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Privacy } from '../privacy/privacy.ts';

/**
 * What a token opens: `holder` confirms, shows, changes and stops, and stands in the fragment of a
 * link alone; `stop` ends one subscription and nothing else, so that it may stand in an address.
 */
export type TokenUse = 'holder' | 'stop';

type Secrets = Pick<Privacy, 'blind'>;

/** The id of a subscription that is new; it tells nothing. */
export const newId = (): string => randomBytes(15).toString('base64url');

/**
 * The token of a subscription. It follows from the id and the service's secret, so every message can
 * carry it although it is kept nowhere.
 */
export function tokenOf(privacy: Secrets, id: string, use: TokenUse): string {
  return `${id}.${privacy.blind(`subscriptions/${use}`, id)}`;
}

/** @returns the id a token is for; undefined when it is none for any of these uses */
export function readToken(
  privacy: Secrets,
  token: string,
  uses: readonly TokenUse[],
): string | undefined {
  const [id = ''] = token.split('.');
  const given = Buffer.from(token);
  const isGenuine = uses.some((use) => {
    const expected = Buffer.from(tokenOf(privacy, id, use));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return isGenuine ? id : undefined;
}

/** The secret that signs what one webhook is sent; its receiver is told in the first message. */
export function webhookSecret(privacy: Secrets, id: string): string {
  const key = Buffer.from(privacy.blind('subscriptions/webhook', id), 'base64url');
  return `whsec_${key.toString('base64')}`;
}
