import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { ExchangeRecord, ExchangeReport } from '@open-info/contract/exchange';

/** Where to push, and as who. */
export interface Target {
  /** `https://open.example.gov.cn`. */
  service: string;
  system: string;
  /** `whsec_…`, as in the service's setting `--exchange`. */
  secret: string;
}

/** The three headers of Standard Webhooks over the bytes of a body. */
export function signed(secret: string, body: string): Record<string, string> {
  const id = `msg_${randomUUID()}`;
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${mac}`,
  };
}

/**
 * Pushes a batch until the service has it. A service that is away, or too busy, is asked again: what
 * it has already is told as `repeated`.
 *
 * @throws Error when the service refuses the batch as a whole
 */
export async function push(
  { service, system, secret }: Target,
  records: readonly ExchangeRecord[],
): Promise<ExchangeReport> {
  const body = JSON.stringify({ records });
  for (let wait = 100; ; wait = Math.min(wait * 2, 5_000)) {
    try {
      const answer = await fetch(`${service}/api/v1/exchange/${system}`, {
        method: 'POST',
        // Signed anew each time: a signature is good for five minutes.
        headers: { 'Content-Type': 'application/json', ...signed(secret, body) },
        body,
      });
      if (answer.ok) return (await answer.json()) as ExchangeReport;
      if (answer.status < 500 && answer.status !== 429) {
        throw new Refused(`HTTP ${answer.status}: ${await answer.text()}`);
      }
    } catch (error) {
      if (error instanceof Refused) throw error;
    }
    await pause(wait);
  }
}

class Refused extends Error {}

const pageSize = 200;

/**
 * Serves records as a feed that a service polls; the cursor is how many were read.
 *
 * @param onRead called when a reader comes back from the end, having kept all of it
 */
export function serveFeed(
  records: readonly ExchangeRecord[],
  token: string,
  onRead: () => void,
): Server {
  return createServer((asked, response) => {
    if (asked.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(401).end();
      return;
    }
    const { searchParams } = new URL(asked.url ?? '', 'http://localhost');
    const from = Number(searchParams.get('cursor') ?? 0);
    const page = records.slice(from, from + pageSize);
    const end = from + page.length;
    if (from === records.length) onRead();
    response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ records: page, next: String(end), more: end < records.length }));
  });
}
