import { isKnown } from './shape.ts';
import {
  pushChannels,
  subscriptionKinds,
  type QuietHours,
  type SubscriptionOrder,
  type SubscriptionSubject,
} from './subscriptions.ts';
import type { FieldFault, Words } from './words.ts';

/**
 * What an order of messages lacks beyond its shape. The form and the service run the same checks,
 * so neither accepts what the other refuses.
 */

type Ordered = Pick<SubscriptionOrder, 'subject' | 'channel' | 'to' | 'quiet' | 'consent'>;

function fault(field: string, zh: string, en: string, expected?: Words): FieldFault {
  return { field, message: { zh, en }, expected };
}

/** Full-width forms as Chinese keyboards give them, in half width, without blanks around. */
const plain = (text: string): string => text.normalize('NFKC').trim();

/** An e-mail address as it is kept: the part after `@` in small letters. */
function readMailAddress(typed: string): string | undefined {
  const [, local, domain] =
    /^([\w.!#$%&'*+/=?^`{|}~-]{1,64})@([\w-]+(?:\.[\w-]+)+)$/.exec(plain(typed)) ?? [];
  return local === undefined || domain === undefined || domain.length > 250
    ? undefined
    : `${local}@${domain.toLowerCase()}`;
}

const localHosts = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** https, or http on the same machine, for who writes a receiver. Without user and fragment. */
function readReceiver(typed: string): string | undefined {
  // Where there is no `URL.parse` a wrong address throws.
  try {
    const url = new URL(plain(typed));
    const isSafe =
      url.protocol === 'https:' || (url.protocol === 'http:' && localHosts.test(url.hostname));
    const isBare = url.username === '' && url.password === '' && url.hash === '';
    return isSafe && isBare ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** 手机号码 of the mainland with or without +86, any other with its `+`. */
function readPhone(typed: string): string | undefined {
  const digits = plain(typed).replace(/[\s()-]/g, '');
  const own = /^(?:\+?86)?(1[3-9]\d{9})$/.exec(digits)?.[1];
  if (own !== undefined) return own;
  return /^\+(?!86)[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
}

const readOpenId = (typed: string): string | undefined =>
  /^[\w-]{16,64}$/.test(plain(typed)) ? plain(typed) : undefined;

const addresses: Readonly<
  Record<string, { read: (typed: string) => string | undefined; wrong: Words; right: Words }>
> = {
  email: {
    read: readMailAddress,
    wrong: { zh: '电子邮箱有误，请核对', en: 'The e-mail address is not right' },
    right: { zh: '如 wang@example.cn', en: 'such as wang@example.cn' },
  },
  webhook: {
    read: readReceiver,
    wrong: { zh: '接收地址有误，请核对', en: 'The address of the receiver is not right' },
    right: {
      zh: '以 https:// 开头的地址，如 https://example.cn/hook',
      en: 'an address that begins with https://, such as https://example.cn/hook',
    },
  },
  sms: {
    read: readPhone,
    wrong: { zh: '手机号码有误，请核对', en: 'The telephone number is not right' },
    right: {
      zh: '11 位手机号码；境外号码以 + 和国家代码开头',
      en: 'a mainland mobile number of 11 digits, or + and the code of the country',
    },
  },
  wechat: {
    read: readOpenId,
    wrong: { zh: '微信标识有误', en: 'The WeChat id is not right' },
    right: { zh: '公众号给出的 openid', en: 'the openid that the official account gives' },
  },
};

/** An address as it is kept, so that one written differently is still the same; undefined: it is none. */
export const readAddress = (channel: string, typed: string): string | undefined =>
  addresses[channel]?.read(typed);

/** An address as others may see it: `w***@example.cn`, `https://example.cn/…`, `138****0000`. */
export function maskAddress(channel: string, address: string): string {
  if (channel === 'email') return address.replace(/^(.)[^@]*/, '$1***');
  if (channel === 'webhook') return `${new URL(address).origin}/…`;
  return `${address.slice(0, 3)}****${address.slice(-4)}`;
}

function subjectFaults({ kind, id, code }: SubscriptionSubject): FieldFault[] {
  if (!isKnown(subscriptionKinds, kind)) {
    return [
      fault('subject.kind', '不是可以订阅的种类', 'This kind cannot be followed', {
        zh: subscriptionKinds.join('、'),
        en: `one of ${subscriptionKinds.join(', ')}`,
      }),
    ];
  }
  if (kind !== 'case') {
    return id.trim() === ''
      ? [fault('subject.id', '请选择要订阅的内容', 'Say what to follow')]
      : [];
  }
  const faults: FieldFault[] = [];
  // Every acceptance system counts in its own way: what a number is, its own room says.
  if (!/\d/.test(id)) {
    faults.push(
      fault('subject.id', '编号有误，请核对', 'The number is not right', {
        zh: '回执上的申请编号或者办件编号，如 2026-0000123-5',
        en: 'the number on the receipt, such as 2026-0000123-5',
      }),
    );
  }
  if (plain(code ?? '').length < 4) {
    faults.push(
      fault('subject.code', '查询码有误，请核对', 'The code is not right', {
        zh: '回执上的查询码或者查询密码',
        en: 'the query code on the receipt',
      }),
    );
  }
  return faults;
}

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What is wrong with quiet hours. */
export function quietFaults(quiet: QuietHours | undefined): FieldFault[] {
  if (!quiet) return [];
  return (['from', 'to'] as const)
    .filter((end) => !clockTime.test(quiet[end]))
    .map((end) =>
      fault(`quiet.${end}`, '时间有误', 'The time is not right', {
        zh: '24 小时制的时和分，如 22:00',
        en: 'hours and minutes, such as 22:00',
      }),
    );
}

/**
 * What has to be mended in an order.
 *
 * @param channels those the service offers; every known one when absent
 */
export function checkSubscription(
  { subject, channel, to, quiet, consent }: Ordered,
  channels: readonly string[] = pushChannels,
): FieldFault[] {
  const faults = subjectFaults(subject);
  const address = addresses[channel];
  if (!address || !channels.includes(channel)) {
    const list = channels.join('、');
    faults.push(
      fault('channel', '不能用这种方式接收', 'Messages cannot be sent this way', {
        zh: list === '' ? '现在没有可用的接收方式' : list,
        en: list === '' ? 'none is offered at the moment' : `one of ${channels.join(', ')}`,
      }),
    );
  } else if (to.trim() === '') {
    faults.push(fault('to', '请填写接收地址', 'Say where to send it', address.right));
  } else if (address.read(to) === undefined) {
    faults.push({ field: 'to', message: address.wrong, expected: address.right });
  }
  faults.push(...quietFaults(quiet));
  if (consent.trim() === '') {
    faults.push(
      fault(
        'consent',
        '请阅读告知内容并勾选同意；不同意就不会发送任何消息',
        'Read the notice and tick that you agree; without it nothing is sent',
      ),
    );
  }
  return faults;
}
