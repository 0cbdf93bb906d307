import { timingSafeEqual } from 'node:crypto';
import { ProblemError } from '../http/problem.ts';
import { signatureOf } from '../outbox/webhook.ts';

/** How far the clocks of two systems may be apart, in seconds (Standard Webhooks). */
export const toleranceSeconds = 300;

function refused(zh: string, en: string): ProblemError {
  return new ProblemError('bad-signature', { detail: { zh, en } });
}

const equals = (given: string, right: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/**
 * Checks the signature of a push (Standard Webhooks): HMAC-SHA256 over id, time and the bytes of the
 * body. Every signature is compared with every secret, in constant time.
 *
 * @param secrets of the system; none: nobody may push
 * @throws ProblemError `bad-signature`
 */
export function checkSignature(
  headers: Headers,
  body: Buffer,
  secrets: readonly string[],
  now: Date,
): void {
  const id = headers.get('webhook-id') ?? '';
  const stamp = headers.get('webhook-timestamp') ?? '';
  const given = (headers.get('webhook-signature') ?? '').split(' ').slice(0, 10);
  const timestamp = /^\d{1,12}$/.test(stamp) ? Number(stamp) : NaN;
  const isSaid = id !== '' && id.length <= 200 && !Number.isNaN(timestamp);
  const text = body.toString('utf8');
  const right = secrets.map((secret) => signatureOf(secret, id, timestamp, text));
  const fits = right.flatMap((one) => given.map((sent) => equals(sent, one))).includes(true);
  if (!isSaid || !fits) {
    throw refused(
      '签名不正确。应带 webhook-id、webhook-timestamp、webhook-signature，签名按 Standard Webhooks 对“编号.时间.请求内容原文”计算；没有这个系统时也这样答复。',
      'The signature is not right. Send webhook-id, webhook-timestamp and webhook-signature, signed over "id.timestamp.body" as Standard Webhooks has it; a system that is not known is answered alike.',
    );
  }
  if (Math.abs(now.getTime() / 1_000 - timestamp) > toleranceSeconds) {
    throw refused(
      `签名时间与本服务相差超过 ${toleranceSeconds / 60} 分钟，请校准时钟后重新签名。`,
      `The time signed is more than ${toleranceSeconds / 60} minutes off; set the clock and sign anew.`,
    );
  }
}
