import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Words } from '../http/words.ts';
import type { Webhook } from './webhook.ts';

const isHttp = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '');

/** Whether a secret is one of Standard Webhooks. */
export function isSecret(text: string): boolean {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  const { length } = Buffer.from(text.slice('whsec_'.length), 'base64');
  return length >= 24 && length <= 64;
}

const WebhooksSchema = z.array(
  z.strictObject({
    url: z.string().check(z.refine(isHttp)),
    secret: z.string().check(z.refine(isSecret)),
    organs: z.optional(z.array(z.string())),
  }),
);

const expected: Words = {
  zh: '应为 JSON 文件的路径，内容如 [{"url":"https://oa.example.gov.cn/hook","secret":"whsec_…","organs":["education"]}]；secret 由 "whsec_$(openssl rand -base64 32)" 生成，organs 可省略。',
  en: 'give the path of a JSON file such as [{"url":"https://oa.example.gov.cn/hook","secret":"whsec_…","organs":["education"]}]; make the secret with "whsec_$(openssl rand -base64 32)"; organs may be left out.',
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text.trimStart().startsWith('[') ? text : readFileSync(text, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Reads the setting `--webhooks`: the path of a JSON file, or the JSON itself.
 *
 * @returns the webhooks, or what would be right
 */
export function readWebhooks(value: string): Webhook[] | Words {
  const read = WebhooksSchema.safeParse(parse(value));
  return read.success ? read.data : expected;
}
