import type { Endpoint } from '@open-info/contract/endpoint';
import type { Drift } from './core/decode.ts';
import { encodeUrl, normalizeBaseUrl, type Input } from './core/encode.ts';
import { perform, type Settings } from './core/perform.ts';
import { createLog, type Logger, type LogLevel } from './core/log.ts';
import { fetchTransport, type Transport } from './core/transport.ts';

export type { Drift } from './core/decode.ts';
export type { Input, Wire } from './core/encode.ts';
export type { Logger, LogLevel } from './core/log.ts';
export type { Exchange, Transport } from './core/transport.ts';
export { fetchTransport } from './core/transport.ts';

/** What a middleware may know about the attempt it sees. */
export interface Attempt {
  /** Operation id of the contract: `catalog.list`. */
  operation: string;
  /** Number of the attempt, from 1. */
  attempt: number;
  /** What the caller gave as `context`. */
  context: Readonly<Record<string, unknown>>;
}

/** Stands around every attempt; must answer with what `next` gives or a response of its own. */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  attempt: Attempt,
) => Promise<Response>;

export interface ClientOptions {
  /**
   * Where the service is: its origin, or the prefix it is mounted under. `/api/v1` is appended.
   * `https://open.example.gov.cn`, `https://example.gov.cn/open-info`, in a browser also `/open-info`.
   */
  baseUrl: string;
  /** `fetchTransport` unless given. */
  transport?: Transport | undefined;
  /** Longest time for one attempt, ms; 10,000 unless given. */
  timeout?: number | undefined;
  /** Longest time for a whole call, repeats and waits included, ms; 30,000 unless given. */
  deadline?: number | undefined;
  /** Attempts after the first; 2 unless given. Only reads and repeatable writes are repeated. */
  maxRetries?: number | undefined;
  /** `tolerant` (default) leaves wrong rows of a list out; `strict` refuses the answer. */
  contract?: 'tolerant' | 'strict' | undefined;
  /** Told of every difference between the contract and an answer. */
  onDrift?: ((drift: Drift) => void) | undefined;
  /** Around every attempt, the first one outermost. */
  middleware?: readonly Middleware[] | undefined;
  logger?: Logger | undefined;
  /** `warn` unless given. */
  logLevel?: LogLevel | undefined;
  /** Named in `User-Agent` outside browsers; browsers send nothing, so reads stay simple requests. */
  appInfo?: { name: string; version?: string | undefined } | undefined;
  /** Used in place of the global `fetch`, and in place of `XMLHttpRequest` for uploads. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** The same for every call. */
export interface RequestOptions {
  signal?: AbortSignal | undefined;
  /** Longest time for one attempt, ms. */
  timeout?: number | undefined;
  /** Longest time for the whole call, ms. */
  deadline?: number | undefined;
  maxRetries?: number | undefined;
  /** Key of a repeatable write: the same key never files twice. One is made when absent. */
  idempotencyKey?: string | undefined;
  /** Further headers; null takes one away. In browsers any of these costs a preflight request. */
  headers?: Readonly<Record<string, string | null>> | undefined;
  /** `reload` asks the service again; `none` neither reads nor fills a cache. */
  cache?: 'default' | 'reload' | 'none' | undefined;
  contract?: 'tolerant' | 'strict' | undefined;
  /** Handed to the middleware. */
  context?: Readonly<Record<string, unknown>> | undefined;
}

/** An answer with what came beside its data. */
export interface Result<T> {
  data: T;
  /** The HTTP answer; its body has been read. */
  response: Response;
  requestId: string | undefined;
  /** Rows of a list left out because they broke the contract. */
  skipped: number;
}

/** What the functions of this package ask through; `createMockClient` gives one without a service. */
export interface Client {
  readonly baseUrl: string;
  /**
   * Asks an endpoint.
   * @throws OpenInfoError (as a rejection), and nothing else
   */
  call<R>(
    endpoint: Endpoint<unknown, unknown, unknown, R>,
    input?: Input,
    options?: RequestOptions,
  ): Promise<Result<R>>;
  /**
   * The address of an endpoint, for a link.
   * @throws UsageError when the input is wrong
   */
  url(endpoint: Endpoint, input?: Input): string;
}

/**
 * A client, as small as a widget needs it.
 * @throws UsageError when `baseUrl` is no address
 */
export function createClient(options: ClientOptions): Client {
  const settings: Settings = {
    ...options,
    baseUrl: normalizeBaseUrl(options.baseUrl),
    transport: options.transport ?? fetchTransport,
    log: createLog(options.logger, options.logLevel ?? 'warn'),
    flights: new Map(),
  };
  return {
    baseUrl: settings.baseUrl,
    call: (endpoint, input = {}, own = {}) => perform(settings, endpoint, input, own),
    url: (endpoint, input = {}) => encodeUrl(settings.baseUrl, endpoint, input),
  };
}
