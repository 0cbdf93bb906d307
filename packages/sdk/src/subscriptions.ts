import { checkSubscription, quietFaults } from '@open-info/contract/subscription-check';
import {
  changeSubscription as changeEndpoint,
  confirmSubscription as confirmEndpoint,
  getSubscriptionRules as rulesEndpoint,
  stopSubscription as stopEndpoint,
  subscribe as subscribeEndpoint,
  viewSubscription as viewEndpoint,
  type QuietHours,
  type Subscription,
  type SubscriptionOrder,
  type SubscriptionPending,
  type SubscriptionRules,
} from '@open-info/contract/subscriptions';
import type { Client, RequestOptions } from './client.ts';
import { call, toCall, type Call } from './core/call.ts';
import { askPrivately } from './core/private-call.ts';
import { askWithProof, type OnProof } from './core/proof.ts';
import { UsageError } from './errors.ts';
import { FormError, type Language } from './form-error.ts';
import { newIdempotencyKey } from './idempotency.ts';

export { FormError, isFormError, type Language } from './form-error.ts';
export { readSubscriptionFragment, type SubscriptionFragment } from './subscription-fragment.ts';

export interface SubscribeOptions extends RequestOptions {
  /** Of `fields` in a `FormError`; `zh` unless given. */
  language?: Language | undefined;
  /** Channels of `rules`, where they are known: any other is then refused before anything is sent. */
  channels?: readonly string[] | undefined;
  /** Told while the machine does the proof of work that the service may ask for. */
  onChallenge?: OnProof | undefined;
}

/** Channels and consent text. Without a channel nothing can be followed. */
export function getSubscriptionRules(
  client: Client,
  options?: RequestOptions,
): Call<SubscriptionRules> {
  return call(client, rulesEndpoint, {}, options);
}

/**
 * Asks to be told of something. A message goes to the address; nothing else does before its link was
 * confirmed. Checked before anything is sent, and ordered once for each `idempotencyKey`. The answer
 * does not tell whether the address follows it already.
 *
 * @throws FormError naming what a person has to mend
 */
export function subscribe(
  client: Client,
  order: SubscriptionOrder,
  { language, channels, onChallenge, ...given }: SubscribeOptions = {},
): Call<SubscriptionPending> {
  const ask = async () => {
    const faults = checkSubscription(order, channels);
    if (faults.length > 0) throw new FormError(faults, language);
    const options = { ...given, idempotencyKey: given.idempotencyKey ?? newIdempotencyKey() };
    const send = (challenge?: string) => {
      const body = challenge === undefined ? order : { ...order, challenge };
      return askPrivately(client, subscribeEndpoint, { body }, options);
    };
    return askWithProof(client, send, { signal: options.signal, onChallenge });
  };
  return toCall(ask());
}

/** A token cannot be right: a mail program has cut the link. It stands in no error. */
function checkToken(token: string): void {
  if (/^[\w.-]{1,200}$/.test(token)) return;
  throw new UsageError('The token of a subscription is not whole.');
}

function askByToken(
  client: Client,
  endpoint: typeof viewEndpoint,
  token: string,
  options?: RequestOptions,
): Call<Subscription> {
  const ask = async () => {
    checkToken(token);
    return askPrivately(client, endpoint, { body: { token } }, options);
  };
  return toCall(ask());
}

/** Confirms with the token of the message. Done again it changes nothing. */
export function confirmSubscription(
  client: Client,
  token: string,
  options?: RequestOptions,
): Call<Subscription> {
  return askByToken(client, confirmEndpoint, token, options);
}

/** What is followed, by which channel and at what hours. */
export function viewSubscription(
  client: Client,
  token: string,
  options?: RequestOptions,
): Call<Subscription> {
  return askByToken(client, viewEndpoint, token, options);
}

/** Ends it in one step, with either token of a message. */
export function stopSubscription(
  client: Client,
  token: string,
  options?: RequestOptions,
): Call<Subscription> {
  return askByToken(client, stopEndpoint, token, options);
}

/**
 * Changes quiet hours (two equal times: none) or the language of the messages.
 *
 * @throws FormError when a time is none
 */
export function changeSubscription(
  client: Client,
  token: string,
  change: { quiet?: QuietHours | undefined; language?: 'zh-CN' | 'en' | undefined },
  { language, ...options }: RequestOptions & { language?: Language | undefined } = {},
): Call<Subscription> {
  const ask = async () => {
    checkToken(token);
    const faults = quietFaults(change.quiet);
    if (faults.length > 0) throw new FormError(faults, language);
    return askPrivately(client, changeEndpoint, { body: { token, ...change } }, options);
  };
  return toCall(ask());
}
