import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { checkedLookup } from '../outbox/public-address.ts';
import { version } from '../version.ts';

/** What an address answered. */
export interface Fetched {
  bytes: Uint8Array;
  contentType: string;
  /** The address that answered in the end. */
  url: string;
}

export const largestFeed = 20 * 1024 * 1024;
const mostRedirects = 3;
const longestMs = 30_000;

/** An address that gave no feed; says why. */
export class FetchError extends Error {}

/**
 * Fetches the address an operator gave. It may lie in their own network; where it redirects to
 * another host, that host must be public, so that a feed cannot point inwards.
 *
 * @throws FetchError when the answer is no 200, or too large; whatever the network says otherwise
 */
export async function fetchFeed(address: string): Promise<Fetched> {
  const first = new URL(address);
  const signal = AbortSignal.timeout(longestMs);
  let url = first;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await ask(url, url.host === first.host, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode < 300 || statusCode > 399 || headers.location === undefined) {
      if (statusCode !== 200) throw leave(response, `HTTP ${String(statusCode)}`);
      const bytes = await bodyOf(response);
      return { bytes, contentType: headers['content-type'] ?? '', url: url.href };
    }
    response.destroy();
    url = new URL(headers.location, url);
    if (!/^https?:$/.test(url.protocol)) throw new FetchError(`redirect to ${url.protocol}`);
  }
  throw new FetchError('too many redirects');
}

async function ask(url: URL, allowPrivate: boolean, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const lookup = await checkedLookup(url.hostname, allowPrivate);
  return new Promise((resolve, reject) => {
    const headers = {
      Accept: 'application/atom+xml, application/feed+json, application/rss+xml, */*;q=0.1',
      'User-Agent': `open-info/${version}`,
    };
    request(url, { agent: false, signal, lookup, headers }, resolve).on('error', reject).end();
  });
}

async function bodyOf(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestFeed) throw leave(response, 'more than 20 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function leave(response: IncomingMessage, reason: string): FetchError {
  response.destroy();
  return new FetchError(reason);
}
