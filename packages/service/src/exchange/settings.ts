import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Words } from '../http/words.ts';

/** Where a system's records can be fetched. */
export interface ExchangePoll {
  /** http or https; `cursor` is added to its query. */
  url: string;
  /** Sent as `Authorization: Bearer …`. */
  token?: string | undefined;
  everySeconds: number;
}

/** A 统一受理平台 or another acceptance system whose records are taken in. */
export interface ExchangeSystem {
  /** Stands in the address it pushes to. */
  id: string;
  name: string;
  /** Ids of the organs it speaks for; the first one is meant where a record names none. */
  organs: [string, ...string[]];
  /** Secrets it signs with, `whsec_…`; several while one is replaced by the next. */
  secrets: string[];
  poll?: ExchangePoll | undefined;
}

const isHttp = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '');

function isSecret(text: string): boolean {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  const { length } = Buffer.from(text.slice('whsec_'.length), 'base64');
  return length >= 24 && length <= 64;
}

const PollSchema = z.strictObject({
  url: z.string().check(z.refine(isHttp)),
  token: z.optional(z.string().check(z.minLength(1))),
  everySeconds: z._default(z.int().check(z.minimum(1), z.maximum(86_400)), 60),
});

const SystemSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  organs: z.tuple([z.string().check(z.minLength(1))], z.string().check(z.minLength(1))),
  secrets: z._default(z.array(z.string().check(z.refine(isSecret))), []),
  poll: z.optional(PollSchema),
});

const expected: Record<string, Words> = {
  id: {
    zh: '小写字母、数字和连字符，最多 60 个，以字母或数字开头',
    en: 'lower-case letters, digits and hyphens, at most 60, a letter or digit first',
  },
  name: { zh: '系统的名称', en: 'the name of the system' },
  organs: {
    zh: '该系统可以报送的机关编号，至少一个，见 /api/v1/organs',
    en: 'ids of the organs it speaks for, one at least, as in /api/v1/organs',
  },
  secrets: {
    zh: '签名密钥的数组，每个由 "whsec_$(openssl rand -base64 32)" 生成',
    en: 'an array of secrets, each made with "whsec_$(openssl rand -base64 32)"',
  },
  poll: {
    zh: '对象，含 url（http 或 https）、可省略的 token 和 everySeconds（1 到 86400）',
    en: 'an object with url (http or https) and, where needed, token and everySeconds (1 to 86400)',
  },
};

const whole: Words = {
  zh: '应为 JSON 文件的路径，内容如 {"systems":[{"id":"hall","name":"统一受理平台","organs":["administrative-approval"],"secrets":["whsec_…"],"poll":{"url":"https://…/feed","token":"…","everySeconds":60}}]}；poll 可省略。',
  en: 'give the path of a JSON file such as {"systems":[{"id":"hall","name":"统一受理平台","organs":["administrative-approval"],"secrets":["whsec_…"],"poll":{"url":"https://…/feed","token":"…","everySeconds":60}}]}; poll may be left out.',
};

const fault = (place: string, zh: string, en: string): Words => ({
  zh: `${place}：${zh}。`,
  en: `${place}: ${en}.`,
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text.trimStart().startsWith('{') ? text : readFileSync(text, 'utf8'));
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readSystem(given: unknown, index: number): ExchangeSystem | Words {
  const place = `systems[${index}]`;
  const read = SystemSchema.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = String(issue?.path[0] ?? '');
    const right = expected[field];
    if (right) return fault(`${place}.${issue?.path.join('.') ?? field}`, right.zh, right.en);
    const names = Object.keys(expected).join(', ');
    return fault(place, `应为对象，字段只有 ${names}`, `an object with the fields ${names} only`);
  }
  const { id, name, organs, secrets, poll } = read.data;
  if (secrets.length === 0 && poll === undefined) {
    return fault(
      place,
      'secrets（系统推送）和 poll（本服务拉取）至少给出一项',
      'give secrets (it pushes) or poll (it is read), or both',
    );
  }
  return { id, name, organs: [...organs], secrets, ...(poll && { poll }) };
}

/**
 * Reads the setting `--exchange`: the path of a JSON file, or the JSON itself.
 *
 * @returns the systems, or what is wrong and what would be right; secrets are not said back
 */
export function readExchange(value: string): ExchangeSystem[] | Words {
  const given = parse(value);
  if (!isObject(given) || !Array.isArray(given.systems)) return whole;
  const read = given.systems.map(readSystem);
  const wrong = read.find((one): one is Words => 'zh' in one);
  if (wrong) return wrong;
  const systems = read as ExchangeSystem[];
  const ids = systems.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return systems;
  return fault('systems', `编号 ${twice} 出现了两次`, `the id ${twice} stands there twice`);
}
