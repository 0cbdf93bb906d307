import type {
  Subscription,
  SubscriptionOrder,
  SubscriptionPending,
} from '@open-info/contract/subscriptions';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentRow } from '../src/documents/rows.ts';
import { writeDocuments } from '../src/documents/write.ts';
import { consent } from '../src/subscriptions/consent.ts';
import type { MailServer } from './mail-server.ts';
import { policy } from './policies.ts';
import { post, type Answered } from './requests.ts';
import { startTestService, type TestService, type TestServiceOptions } from './service.ts';

export const page = 'https://www.example.gov.cn/follow.html';

/** A clock the test sets. */
export function testClock(start: string) {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    pass: (ms: number) => (time += ms),
    set: (moment: string) => (time = Date.parse(moment)),
  };
}

/** An order with nothing wrong in it. */
export const orderOf = (differs: Partial<SubscriptionOrder> = {}): SubscriptionOrder => ({
  subject: { kind: 'topic', id: '养老服务' },
  channel: 'email',
  to: 'wang@example.cn',
  language: 'zh-CN',
  consent: consent.version,
  ...differs,
});

/** A service that sends, with limits out of the way. */
export function startPushService(
  mail: Pick<MailServer, 'smtpUrl'>,
  options: TestServiceOptions = {},
): Promise<TestService> {
  return startTestService({
    seeded: true,
    challengeAfter: 10_000,
    challengeOverall: 10_000,
    documentUrl: 'https://www.example.gov.cn/zwgk/{id}.html',
    mail: { smtpUrl: mail.smtpUrl, from: '政务公开 <noreply@example.gov.cn>' },
    push: { page, service: 'https://open.example.gov.cn' },
    ...options,
  });
}

export const subscribe = (
  url: string,
  differs: Partial<SubscriptionOrder> = {},
  headers: Record<string, string> = {},
): Promise<Answered<SubscriptionPending>> =>
  post<SubscriptionPending>(url, '/subscriptions', orderOf(differs), headers);

/** The token in the link of a letter. */
export const tokenIn = (text: string, use: 'confirm' | 'manage' | 'stop'): string =>
  new RegExp(`#${use}=([\\w.-]+)`).exec(text)?.[1] ?? '';

export const byToken = (
  url: string,
  what: 'confirm' | 'view' | 'stop' | 'change',
  token: string,
  more: object = {},
): Promise<Answered<Subscription>> =>
  post<Subscription>(url, `/subscriptions/${what}`, { token, ...more });

/** Orders, reads the letter and confirms. @returns the token of the holder */
export async function follow(
  { url }: Pick<TestService, 'url'>,
  mail: MailServer,
  differs: Partial<SubscriptionOrder> = {},
): Promise<string> {
  const { to } = orderOf(differs);
  const asked = () =>
    mail.mails.filter((one) => one.to.includes(to) && one.text.includes('#confirm=')).at(-1);
  const before = asked();
  const { status, body } = await subscribe(url, differs);
  if (status !== 200) throw new Error(`not taken: ${JSON.stringify(body)}`);
  await eventually(() => asked() !== before);
  const token = tokenIn(asked()?.text ?? '', 'confirm');
  const confirmed = await byToken(url, 'confirm', token);
  if (confirmed.status !== 200) throw new Error(`not confirmed: ${JSON.stringify(confirmed.body)}`);
  return token;
}

/** Publishes a document of a topic, as an import does. */
export async function publishOne(
  { service }: Pick<TestService, 'service'>,
  id: string,
  changes: Partial<DocumentRow> = {},
): Promise<void> {
  const row = policy(id, {
    publishedAt: service.now().toISOString(),
    topics: ['养老服务'],
    ...changes,
  });
  const { refused } = await writeDocuments(service, [row]);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
}

/** Waits for what a service does by itself a moment later. */
export async function eventually(isThere: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 1_800 && !(await isThere()); i += 1) await sleep(50);
  if (!(await isThere())) throw new Error('it did not come');
}
