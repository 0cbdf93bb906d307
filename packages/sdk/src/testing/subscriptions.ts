import { maskAddress, readAddress } from '@open-info/contract/subscription-check';
import type {
  Subscription,
  SubscriptionOrder,
  SubscriptionPending,
  SubscriptionRules,
  SubscriptionStopped,
  SubscriptionToken,
  QuietHours,
} from '@open-info/contract/subscriptions';
import { problem } from './problem.ts';

/** Tokens of the sample: one that waits for its confirmation, one that is told, one that is stopped. */
export const sampleSubscriptionTokens = {
  pending: 'sample-pending.token',
  active: 'sample-active.token',
  stopped: 'sample-stopped.token',
} as const;

const updatedAt = '2026-11-20T10:12:30+08:00';

const rules: SubscriptionRules = {
  channels: ['email', 'webhook', 'sms'],
  consent: {
    version: '2026-11',
    zh: '我同意把所订阅内容的更新发送到我填写的地址。\n只处理这个地址、所订阅的内容和接收时间，只用于发送更新；确认之前不发送更新，24 小时内未确认的，全部删除。\n每条消息里都有停止的链接，随时可以一步停止，停止后地址立即删除。',
    en: 'I agree that updates of what I follow are sent to the address I gave.\nOnly this address, what is followed and the times for sending are processed, only to send updates. Nothing is sent before you confirm; what is not confirmed within 24 hours is erased.\nEvery message has a link that stops them in one step. The address is then erased at once.',
  },
  confirmHours: 24,
  quiet: { from: '22:00', to: '08:00' },
  updatedAt,
};

const sample = (state: Subscription['state']): Subscription => ({
  subject: { kind: 'topic', label: '政策主题“养老服务”' },
  channel: 'email',
  to: state === 'stopped' ? '***' : 'w***@example.cn',
  language: 'zh-CN',
  quiet: { from: '22:00', to: '08:00' },
  state,
  consent: { version: '2026-11', at: '2026-11-20T09:00:00+08:00' },
  ...(state !== 'pending' && { confirmedAt: '2026-11-20T09:05:00+08:00' }),
  ...(state === 'stopped' && { stoppedAt: '2026-11-20T10:00:00+08:00' }),
});

/** What the operations of subscriptions are asked and what they answer. */
export interface SubscriptionOperations {
  'subscriptions.rules': { answer: SubscriptionRules };
  'subscriptions.subscribe': { body: SubscriptionOrder; answer: SubscriptionPending };
  'subscriptions.confirm': { body: SubscriptionToken; answer: Subscription };
  'subscriptions.view': { body: SubscriptionToken; answer: Subscription };
  'subscriptions.stop': { body: SubscriptionToken; answer: Subscription };
  'subscriptions.stopByLink': { params: SubscriptionToken; answer: SubscriptionStopped };
  'subscriptions.change': {
    body: SubscriptionToken & { quiet?: QuietHours; language?: string };
    answer: Subscription;
  };
}

/** How each operation is answered. */
export type SubscriptionAnswers = {
  [K in keyof SubscriptionOperations]: (
    asked: Omit<SubscriptionOperations[K], 'answer'>,
  ) => SubscriptionOperations[K]['answer'];
};

/** A sender of its own: what is stopped with one client still runs with another. */
export function openSender(): SubscriptionAnswers {
  const kept = new Map<string, Subscription>(
    Object.entries(sampleSubscriptionTokens).map(([state, token]) => [token, sample(state)]),
  );
  const found = (token: string): Subscription => {
    const one = kept.get(token);
    if (!one) throw problem(404, 'not-found', '链接已失效，请重新订阅');
    return one;
  };
  const become = (token: string, changes: Partial<Subscription>): Subscription => {
    const one = { ...found(token), ...changes };
    kept.set(token, one);
    return one;
  };
  const stop = (token: string) =>
    become(token, { state: 'stopped', to: '***', stoppedAt: updatedAt });
  return {
    'subscriptions.rules': () => rules,
    'subscriptions.subscribe': ({ body: { channel, to } }) => ({
      to: maskAddress(channel, readAddress(channel, to) ?? to),
      channel,
      confirmBy: '2026-11-21T10:15:00+08:00',
    }),
    'subscriptions.confirm': ({ body: { token } }) =>
      found(token).state === 'pending'
        ? become(token, { state: 'active', confirmedAt: updatedAt })
        : found(token),
    'subscriptions.view': ({ body: { token } }) => found(token),
    'subscriptions.stop': ({ body: { token } }) => stop(token),
    'subscriptions.stopByLink': ({ params: { token } }) => {
      stop(token);
      return { state: 'stopped' };
    },
    'subscriptions.change': ({ body: { token, quiet, language } }) => {
      const { quiet: former, language: spoken, ...rest } = found(token);
      const next = quiet ?? former;
      const isQuiet = next !== undefined && next.from !== next.to;
      const changed = { ...rest, language: language ?? spoken, ...(isQuiet && { quiet: next }) };
      kept.set(token, changed);
      return changed;
    },
  };
}
