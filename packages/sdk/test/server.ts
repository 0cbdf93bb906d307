import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { RequestSubmission } from '@open-info/contract/requests';
import { createClient, fetchTransport, type Client, type ClientOptions } from '../src/client.ts';
import { kyTransport } from '../src/transport-ky.ts';

/** Both transports, by name: each pitfall is tried through both. */
export const transports = { fetch: fetchTransport, ky: kyTransport };

/** Answers the request that came as number `count`, from 1. */
export type Handler = (response: ServerResponse, request: IncomingMessage, count: number) => void;

/** A real HTTP server for one test, and what it was asked. */
export interface Server {
  url: string;
  /** `GET /api/v1/fields` for each request, in order. */
  log: string[];
  requests: IncomingMessage[];
  /** Resolves when so many requests have come. */
  arrived(count: number): Promise<void>;
  client(options?: Partial<ClientOptions>): Client;
}

export async function serve(t: TestContext, handler: Handler): Promise<Server> {
  const log: string[] = [];
  const requests: IncomingMessage[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer((request, response) => {
    log.push(`${request.method} ${request.url}`);
    requests.push(request);
    for (const { count, resolve } of waiting) if (log.length >= count) resolve();
    handler(response, request, log.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    log,
    requests,
    arrived: (count) =>
      new Promise((resolve) => {
        if (log.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    client: (options) => createClient({ baseUrl: url, ...options }),
  };
}

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** An answer of `fields.list`. */
export const fields = {
  items: [{ id: 'social-assistance', name: '社会救助', order: 1, aliases: [] }],
  updatedAt: '2026-11-20T08:30:00+08:00',
};

/** What a person may file: nothing is wrong with it. */
export const submission: RequestSubmission = {
  organId: 'education',
  kind: 'disclosure',
  applicant: {
    category: 'person',
    name: '程示例',
    identity: { kind: 'residentId', number: '11010519491231002X' },
  },
  contact: { phone: '027-00000000' },
  sought: { name: '2026年江汉区小学招生范围调整方案' },
  delivery: { form: 'electronic', way: 'online' },
};

/** A full error answer. */
export const problem = (status: number, code: string) => ({
  type: `https://open-info.example/problems/${code}`,
  title: code,
  status,
  code,
  requestId: 'r-1',
});

/** The error a call ends with; fails when it does not. */
export async function failure<T = Error>(call: PromiseLike<unknown>): Promise<T> {
  try {
    await call;
  } catch (error) {
    return error as T;
  }
  throw new Error('expected a failure');
}
