import { checkSubscription, readAddress } from '@open-info/contract/subscription-check';
import type { SubscriptionOrder, SubscriptionPending } from '@open-info/contract/subscriptions';
import { isIP } from 'node:net';
import { ProblemError, type FieldFault } from '../http/problem.ts';
import type { Quota } from '../limits/limits.ts';
import { isPublicAddress } from '../outbox/public-address.ts';
import { findWrite, keyedWrite } from '../requests/keys.ts';
import type { Submitter } from '../requests/submit.ts';
import type { Service } from '../service.ts';
import { offeredChannels } from './channels/channel.ts';
import { consent } from './consent.ts';
import { pendingOf, putOrder } from './store.ts';
import { resolve } from './subjects.ts';

/** Orders of one network address; a hall has one for many. */
const addressQuota: Quota = { most: 30, perSeconds: 3_600 };
/** Orders for one receiver, whoever makes them: nobody's mailbox is filled with confirmations. */
const receiverQuota: Quota = { most: 6, perSeconds: 86_400 };
/** Orders for one host of webhooks, whatever the path. */
const hostQuota: Quota = { most: 20, perSeconds: 86_400 };

/** 个人信息保护法 art. 14: who agrees has to know to what. */
const consentLaw = '《个人信息保护法》第十四条';

type Ordered = Omit<SubscriptionOrder, 'challenge' | 'website'>;

/** A receiver that is plainly in the private network; names are looked up when they are sent to. */
function isPrivate(address: string): boolean {
  const { hostname } = new URL(address);
  const bare = hostname.replace(/^\[|\]$/g, '');
  return hostname === 'localhost' || (isIP(bare) !== 0 && !isPublicAddress(bare));
}

function faultsOf(service: Service, ordered: Ordered): FieldFault[] {
  const { settings } = service;
  const faults = checkSubscription(ordered, offeredChannels(settings));
  const address = readAddress(ordered.channel, ordered.to);
  const isClosed = ordered.channel === 'webhook' && settings.webhookPrivate !== true;
  if (isClosed && address !== undefined && isPrivate(address)) {
    faults.push({
      field: 'to',
      message: { zh: '接收地址在内网', en: 'the receiver is in a private network' },
      expected: { zh: '公网上的 https 地址', en: 'an https address of the public internet' },
    });
  }
  if (!['zh-CN', 'en'].includes(ordered.language)) {
    const expected = { zh: 'zh-CN 或 en', en: 'zh-CN or en' };
    faults.push({ field: 'language', message: { zh: '没有这种语言', en: 'is not one' }, expected });
  }
  if (ordered.consent.trim() !== '' && ordered.consent !== consent.version) {
    faults.push({
      field: 'consent',
      message: {
        zh: '告知内容已更新，请重新阅读并同意',
        en: 'The notice has changed; read it again and agree',
      },
      expected: { zh: `版本 ${consent.version}`, en: `version ${consent.version}` },
    });
  }
  return faults;
}

/**
 * Takes an order to be told of something. Whether the address follows it already is not told.
 *
 * @throws ProblemError `bad-body`, `not-found` for number and code, `too-many-requests`,
 * `challenge-required`, `key-reused`
 */
export async function order(
  service: Service,
  asker: Submitter,
  { challenge, website, ...ordered }: SubscriptionOrder,
): Promise<SubscriptionPending> {
  // A program filled in what nobody sees; which field it was is not told.
  if (website !== undefined && website !== '') throw new ProblemError('bad-body');
  const errors = faultsOf(service, ordered);
  const address = readAddress(ordered.channel, ordered.to);
  if (errors.length > 0 || address === undefined) {
    const isConsent = errors.some(({ field }) => field === 'consent');
    throw new ProblemError('bad-body', { errors, ...(isConsent && { article: consentLaw }) });
  }
  const { limits, privacy } = service;
  const { channel, language, quiet, subject } = ordered;
  const write = keyedWrite(service, 'subscriptions.subscribe', asker.idempotencyKey, ordered);
  const before = await findWrite(service.db, write);
  if (before) return pendingOf({ channel, address }, before.number);
  await limits.pass(asker, 'subscriptions.subscribe', asker.address, addressQuota);
  const follows = await resolve(service, asker, subject);
  await service.challenges.pass(asker, challenge);
  const receiver = privacy.blind('subscriptions/receiver', `${channel}\0${address}`);
  await limits.pass(asker, 'subscriptions.receiver', receiver, receiverQuota);
  if (channel === 'webhook') {
    await limits.pass(asker, 'subscriptions.host', new URL(address).host, hostQuota);
  }
  return putOrder(service, write, {
    kind: subject.kind,
    follows,
    channel,
    address,
    receiver,
    language,
    quiet,
    consent: consent.version,
  });
}
