import { createHash, createHmac } from 'node:crypto';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { version } from '../version.ts';
import { checkedLookup } from './public-address.ts';

/** A system of an office that is told of changes. */
export interface Webhook {
  /** http or https. */
  url: string;
  /** `whsec_` and 24 to 64 bytes in base64 (Standard Webhooks). */
  secret: string;
  /** Only changes of these organs; all when absent. */
  organs?: string[] | undefined;
}

/** What is posted. */
export interface WebhookMessage {
  /** Stays the same through every attempt; who has seen it has seen the message. */
  id: string;
  body: string;
}

/** Longer than any receiver should take that only notes a message. */
const timeoutMs = 10_000;

/** Tells webhooks apart without keeping their addresses, which may hold a token. */
export function webhookTarget({ url }: Webhook): string {
  return `webhook:${createHash('sha256').update(url).digest('hex').slice(0, 16)}`;
}

/** `webhook-signature`: HMAC-SHA256 over id, time and body (Standard Webhooks). */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return `v1,${mac}`;
}

/** A receiver that did not accept; says nothing of what was sent. */
export class DeliveryError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'DeliveryError';
  }
}

/**
 * Posts a message once. Redirects are not followed: they could lead past the check of the address.
 *
 * @throws DeliveryError when the answer is not 2xx; whatever the network says otherwise
 */
export async function postWebhook(
  { url, secret }: Webhook,
  { id, body }: WebhookMessage,
  now: Date,
  allowPrivate: boolean,
): Promise<void> {
  const target = new URL(url);
  const timestamp = Math.floor(now.getTime() / 1000);
  const signal = AbortSignal.timeout(timeoutMs);
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal,
    lookup: await checkedLookup(target.hostname, allowPrivate),
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'User-Agent': `open-info/${version}`,
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf(secret, id, timestamp, body),
    },
  };
  const status = await statusOf(target, options, body);
  if (status < 200 || status > 299) throw new DeliveryError(`HTTP ${status}`);
}

/** Only the status counts, so the body is not waited for. */
function statusOf(target: URL, options: RequestOptions, body: string): Promise<number> {
  const request = target.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = request(target, options, (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
