import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { checkedLookup } from '../outbox/public-address.ts';
import { version } from '../version.ts';
import type { ExchangePoll } from './settings.ts';

/** A page of a feed, its rows still to be checked one by one. */
export interface FeedPage {
  records: unknown[];
  /** Asked for the next time. */
  next: string;
  more: boolean;
}

/** A feed that did not answer as it should; says nothing of what was in it. */
export class FeedError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'FeedError';
  }
}

const timeoutMs = 30_000;
/** As much as a push may have. */
const mostBytes = 8 * 1024 * 1024;
const longestCursor = 1_000;

function ask(target: URL, options: RequestOptions): Promise<string> {
  const request = target.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const asked = request(target, options, (response) => {
      const { statusCode = 0 } = response;
      // A redirect is not followed: it could lead past the check of the address.
      if (statusCode !== 200) {
        reject(new FeedError(`HTTP ${statusCode}`));
        response.destroy();
        return;
      }
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > mostBytes) response.destroy(new FeedError('the page is larger than 8 MB'));
        else chunks.push(chunk);
      });
      response.on('end', () => {
        resolve(Buffer.concat(chunks).toString('utf8'));
      });
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FeedError('the page is not JSON');
  }
}

function readPage(given: unknown): FeedPage {
  const page = (typeof given === 'object' && given !== null ? given : {}) as Record<
    string,
    unknown
  >;
  const { records, next, more } = page;
  if (!Array.isArray(records)) throw new FeedError('the page has no records');
  if (typeof next !== 'string' || next.length > longestCursor) {
    throw new FeedError('the page has no next');
  }
  return { records, next, more: more === true };
}

/**
 * Reads a page of a feed.
 *
 * @param cursor `next` of the page before; null: from the beginning
 * @throws FeedError when the answer is no page; whatever the network says otherwise
 */
export async function readFeed(
  { url, token }: ExchangePoll,
  cursor: string | null,
  allowPrivate: boolean,
): Promise<FeedPage> {
  const target = new URL(url);
  if (cursor !== null) target.searchParams.set('cursor', cursor);
  const text = await ask(target, {
    method: 'GET',
    agent: false,
    signal: AbortSignal.timeout(timeoutMs),
    lookup: await checkedLookup(target.hostname, allowPrivate),
    headers: {
      Accept: 'application/json',
      'User-Agent': `open-info/${version}`,
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
  });
  return readPage(parse(text));
}
