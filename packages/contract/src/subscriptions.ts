import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { openEnum, shape, type Open } from './shape.ts';

/** What one may follow: 办件, 领域, 政策主题, 机关, 政策文件. */
export const subscriptionKinds = ['case', 'field', 'topic', 'organ', 'document'] as const;
export type SubscriptionKind = Open<(typeof subscriptionKinds)[number]>;

/** A case is followed by its number and code; anything else by its id or name. */
export interface SubscriptionSubject {
  kind: SubscriptionKind;
  id: string;
  /** `case`. */
  code?: string | undefined;
}

/** 推送渠道; SMS and WeChat stand behind the same seam where a district has them. */
export const pushChannels = ['email', 'webhook', 'sms', 'wechat'] as const;
export type PushChannel = Open<(typeof pushChannels)[number]>;

/** 免打扰时段, `HH:MM` in Asia/Shanghai; it may run over midnight. Two equal times: none. */
export interface QuietHours {
  from: string;
  to: string;
}

/** What is handed in to follow something. Nothing is sent before the address has confirmed it. */
export interface SubscriptionOrder {
  subject: SubscriptionSubject;
  channel: PushChannel;
  /** E-mail address, https address, telephone number. */
  to: string;
  language: Open<'zh-CN' | 'en'>;
  /** Those of `subscriptions.rules` when absent; a webhook is then told at any hour. */
  quiet?: QuietHours | undefined;
  /** Version of the consent text (`subscriptions.rules`) that was agreed to (个人信息保护法 art. 14). */
  consent: string;
  challenge?: string | undefined;
  /** A field no person sees; always leave it out. */
  website?: string | undefined;
}

/** What a form has to say before anybody fills it in. */
export interface SubscriptionRules {
  /** Channels this service can send by; empty where it sends nothing. */
  channels: PushChannel[];
  /** 个人信息处理告知 and what is agreed to, with its version. */
  consent: { version: string; zh: string; en: string };
  /** Hours the confirmation stays open. */
  confirmHours: number;
  /** What is kept quiet unless one chooses otherwise. */
  quiet: QuietHours;
  updatedAt: string;
}

/** It was taken in; the next step is in the message sent to the address. */
export interface SubscriptionPending {
  /** `u***@example.cn`. */
  to: string;
  channel: PushChannel;
  confirmBy: string;
}

/** A subscription as the holder of its token sees it. */
export interface Subscription {
  subject: { kind: SubscriptionKind; label: string };
  channel: PushChannel;
  to: string;
  language: Open<'zh-CN' | 'en'>;
  quiet?: QuietHours | undefined;
  state: Open<'pending' | 'active' | 'stopped'>;
  /** When it was agreed to, and to which text. */
  consent: { version: string; at: string };
  confirmedAt?: string | undefined;
  stoppedAt?: string | undefined;
}

const filled = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const QuietHoursSchema = shape<QuietHours>()(z.strictObject({ from: time, to: time }));

export const SubscriptionOrderSchema = shape<SubscriptionOrder>()(
  z.strictObject({
    subject: z.strictObject({
      kind: openEnum(subscriptionKinds),
      id: filled(120),
      code: z.optional(filled(60)),
    }),
    channel: openEnum(pushChannels),
    to: filled(300),
    language: openEnum(['zh-CN', 'en']),
    quiet: z.optional(QuietHoursSchema),
    consent: filled(40),
    challenge: z.optional(z.string().check(z.maxLength(4000))),
    website: z.optional(z.string().check(z.maxLength(200))),
  }),
);

export const SubscriptionSchema = shape<Subscription>()(
  z.object({
    subject: z.object({ kind: openEnum(subscriptionKinds), label: z.string() }),
    channel: openEnum(pushChannels),
    to: z.string(),
    language: openEnum(['zh-CN', 'en']),
    quiet: z.optional(z.object({ from: z.string(), to: z.string() })),
    state: openEnum(['pending', 'active', 'stopped']),
    consent: z.object({ version: z.string(), at: z.string() }),
    confirmedAt: z.optional(z.string()),
    stoppedAt: z.optional(z.string()),
  }),
);

export const getSubscriptionRules = endpoint({
  id: 'subscriptions.rules',
  method: 'GET',
  path: '/subscriptions/rules',
  summary: 'Channels and consent text for following something',
  response: shape<SubscriptionRules>()(
    z.object({
      channels: z.array(openEnum(pushChannels)),
      consent: z.object({ version: z.string(), zh: z.string(), en: z.string() }),
      confirmHours: z.number(),
      quiet: z.object({ from: z.string(), to: z.string() }),
      updatedAt: z.string(),
    }),
  ),
  access: 'public',
  caching: 'published',
});

export const subscribe = endpoint({
  id: 'subscriptions.subscribe',
  method: 'POST',
  path: '/subscriptions',
  summary: 'Asks to be told of changes; the address has to confirm it (double opt-in)',
  body: SubscriptionOrderSchema,
  response: shape<SubscriptionPending>()(
    z.object({ to: z.string(), channel: openEnum(pushChannels), confirmBy: z.string() }),
  ),
  access: 'public',
  caching: 'none',
  idempotent: true,
});

/**
 * The token of a message. It travels in a body; in the message it stands in the fragment of a link.
 * The token for stopping stands in an address too (`stopByLink`), and opens nothing else.
 */
export interface SubscriptionToken {
  token: string;
}

export const SubscriptionTokenSchema = shape<SubscriptionToken>()(
  z.strictObject({ token: filled(200) }),
);

export const confirmSubscription = endpoint({
  id: 'subscriptions.confirm',
  method: 'POST',
  path: '/subscriptions/confirm',
  summary: 'Confirms a subscription from the message it sent',
  body: SubscriptionTokenSchema,
  response: SubscriptionSchema,
  access: 'public',
  caching: 'none',
  safe: true,
});

export const viewSubscription = endpoint({
  id: 'subscriptions.view',
  method: 'POST',
  path: '/subscriptions/view',
  summary: 'A subscription, by the token of its messages',
  body: SubscriptionTokenSchema,
  response: SubscriptionSchema,
  access: 'public',
  caching: 'none',
  safe: true,
});

/** What a stop by link tells: nothing of the subscription. */
export interface SubscriptionStopped {
  state: Open<'stopped'>;
}

/**
 * 一键退订 (RFC 8058): a mail program posts here what `List-Unsubscribe` names. The standard wants an
 * address that works by itself, so its token can do nothing but end one subscription.
 */
export const stopByLink = endpoint({
  id: 'subscriptions.stopByLink',
  method: 'POST',
  path: '/subscriptions/stop/{token}',
  summary: 'Ends a subscription from a mail program (RFC 8058)',
  params: shape<SubscriptionToken>()(z.object({ token: filled(200) })),
  response: shape<SubscriptionStopped>()(z.object({ state: openEnum(['stopped']) })),
  access: 'public',
  caching: 'none',
  safe: true,
});

export const stopSubscription = endpoint({
  id: 'subscriptions.stop',
  method: 'POST',
  path: '/subscriptions/stop',
  summary: 'Ends a subscription in one step',
  body: SubscriptionTokenSchema,
  response: SubscriptionSchema,
  access: 'public',
  caching: 'none',
  safe: true,
});

export const changeSubscription = endpoint({
  id: 'subscriptions.change',
  method: 'POST',
  path: '/subscriptions/change',
  summary: 'Changes quiet hours or language of a subscription',
  body: shape<
    SubscriptionToken & {
      quiet?: QuietHours | undefined;
      language?: Open<'zh-CN' | 'en'> | undefined;
    }
  >()(
    z.strictObject({
      token: filled(200),
      quiet: z.optional(QuietHoursSchema),
      language: z.optional(openEnum(['zh-CN', 'en'])),
    }),
  ),
  response: SubscriptionSchema,
  access: 'public',
  caching: 'none',
  safe: true,
});
