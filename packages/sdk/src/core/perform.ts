import type { Endpoint } from '@open-info/contract/endpoint';
import type { ClientOptions, RequestOptions, Result } from '../client.ts';
import {
  ConnectionError,
  isOpenInfoError,
  redactUrl,
  UsageError,
  type ErrorContext,
  type OpenInfoError,
} from '../errors.ts';
import { version } from '../version.ts';
import { newIdempotencyKey } from '../idempotency.ts';
import { decode, parseJson, readError, type Drift } from './decode.ts';
import { encodeBody, encodeUrl, type Input, type Wire } from './encode.ts';
import { fly, type Flights } from './in-flight.ts';
import type { Log } from './log.ts';
import { pauseBefore } from './retry.ts';
import { outsideBrowser } from './runtime.ts';
import type { Stop } from './stop.ts';
import type { Transport } from './transport.ts';

/** An answer, read to its end. */
interface Answer {
  response: Response;
  /** Text, unless the call reads its answer in a way of its own. */
  content: unknown;
}

/** The options of a client, completed. */
export interface Settings extends ClientOptions {
  transport: Transport;
  log: Log;
  flights: Flights<Answer>;
}

/** A call on its way out. */
interface Outgoing {
  settings: Settings;
  endpoint: Endpoint;
  options: RequestOptions;
  url: string;
  body: string | undefined;
  wire: Wire;
  deadline: number;
  attempts: number;
  context: ErrorContext;
}

/** Longer times overflow a timer, which would then fire at once. */
const longestTime = 2 ** 31 - 1;

/** A time or count from the call, the client or the default. @throws UsageError for nonsense */
function amount(
  name: 'timeout' | 'deadline' | 'maxRetries',
  { settings, options }: Pick<Outgoing, 'settings' | 'options'>,
  usual: number,
): number {
  const value = options[name] ?? settings[name] ?? usual;
  if (value >= 0) return Math.min(value, longestTime);
  throw new UsageError(`${name} must be 0 or more.`, {
    fields: [{ field: name, message: 'not a number from 0', expected: String(usual) }],
  });
}

function userAgent({ appInfo }: Settings): string {
  const app = appInfo && ` ${encodeURIComponent(appInfo.name)}/${appInfo.version ?? '0'}`;
  return `open-info-sdk/${version}${app ?? ''}`;
}

/** A public read carries `Accept` alone, so that it needs no preflight from any page. */
function headersOf({ settings, endpoint, options, body }: Outgoing): Headers {
  const headers = new Headers({ Accept: 'application/json' });
  if (outsideBrowser()) headers.set('User-Agent', userAgent(settings));
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (endpoint.idempotent)
    headers.set('Idempotency-Key', options.idempotencyKey ?? newIdempotencyKey());
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return headers;
}

const caches = { default: 'default', reload: 'reload', none: 'no-store' } as const;

/** Fetches once. Whatever fails here never reached us as an answer. */
async function fetchOnce({ settings, wire }: Outgoing, request: Request): Promise<Response> {
  const { fetch: own } = settings;
  try {
    if (wire.send) return await wire.send(request, own);
    return await (own ? own(request) : fetch(request));
  } catch (cause) {
    if (isOpenInfoError(cause)) throw cause;
    throw new ConnectionError('No answer from the service.', cause);
  }
}

/** Sends through the middleware. */
async function throughMiddleware(call: Outgoing, request: Request): Promise<Response> {
  const { settings, endpoint, options, context } = call;
  const seen = { operation: endpoint.id, attempt: ++call.attempts, context: options.context ?? {} };
  context.attempts = call.attempts;
  const step = (index: number, current: Request): Promise<Response> => {
    const middleware = settings.middleware?.[index];
    if (!middleware) return fetchOnce(call, current);
    return middleware(current, (following) => step(index + 1, following), seen);
  };
  try {
    return await step(0, request);
  } catch (cause) {
    if (isOpenInfoError(cause)) throw cause;
    throw new UsageError('A middleware failed.', { cause });
  }
}

async function read(response: Response, { read: own }: Wire): Promise<unknown> {
  try {
    return await (own && response.ok ? own(response) : response.text());
  } catch (cause) {
    throw new ConnectionError('The answer broke off.', cause);
  }
}

/** One attempt: a good answer, read to its end, or an error. */
async function send(call: Outgoing, request: Request): Promise<Answer> {
  const { context, settings, endpoint } = call;
  const response = await throughMiddleware(call, request);
  context.requestId = response.headers.get('x-request-id') ?? undefined;
  const content = await read(response, call.wire);
  settings.log('debug', `${endpoint.id} ${response.status}`, {
    ...context,
    url: redactUrl(call.url),
  });
  if (response.ok) return { response, content };
  const error = readError(response, content as string);
  context.requestId ??= error.problem?.requestId;
  throw error;
}

/** The exchange of one call, from its transport to the answer. */
async function exchange(call: Outgoing, stop: Stop): Promise<Answer> {
  const { settings, endpoint, options, context } = call;
  const ends = performance.now() + call.deadline;
  const repeatable = endpoint.method === 'GET' || (endpoint.safe ?? endpoint.idempotent);
  const headers = headersOf(call);
  let content: unknown;
  const response = await settings.transport({
    url: call.url,
    init: {
      method: endpoint.method,
      headers,
      cache: caches[options.cache ?? 'default'],
      ...(call.body === undefined ? {} : { body: call.body }),
      ...call.wire.init,
    },
    timeout: amount('timeout', call, 10_000),
    retries: repeatable ? amount('maxRetries', call, 2) : 0,
    signal: stop.signal,
    send: async (request) => {
      // A middleware that overlooks the signal must not outlive the call, nor its timers with it.
      const answer = await Promise.race([send(call, request), stop.stopped]);
      content = answer.content;
      return answer.response;
    },
    wait: (error, failed) => {
      const pause = pauseBefore(error, failed, ends - performance.now());
      const next = pause === undefined ? 'giving up' : `again in ${Math.round(pause)} ms`;
      settings.log('info', `${endpoint.id} failed (${error.code}), ${next}`, { ...context });
      return pause;
    },
  });
  return { response, content };
}

/** Any failure as one of our errors, with the call it belongs to. */
function withContext(error: unknown, context: ErrorContext): OpenInfoError {
  const known = isOpenInfoError(error)
    ? error
    : new UsageError('The request cannot be made.', { cause: error });
  for (const [name, value] of Object.entries(context)) {
    known.context[name as 'url'] ??= value as string;
  }
  return known;
}

/** Reads with the same meaning share one request; a call with wishes of its own does not. */
function shareKey(endpoint: Endpoint, url: string, options: RequestOptions): string | undefined {
  const { signal, contract, ...wishes } = options;
  const plain = Object.values(wishes).every((wish) => wish === undefined);
  return endpoint.method === 'GET' && plain ? url : undefined;
}

function teller({ onDrift, log }: Settings): (drift: Drift) => void {
  return (drift) => {
    log('warn', `${drift.operation}: ${drift.kind} ${drift.path} ${drift.message}`);
    try {
      onDrift?.(drift);
    } catch (error) {
      log('error', 'onDrift failed', error);
    }
  };
}

/** What an answer says, as the endpoint declares it. */
function understand<R>(call: Outgoing, { response, content }: Answer): Result<R> {
  const { settings, endpoint, options, context } = call;
  const tell = teller(settings);
  const { headers } = response;
  const deprecated = headers.get('deprecation');
  if (deprecated) {
    const message = 'will go away';
    tell({ kind: 'deprecated', operation: endpoint.id, path: deprecated, message });
  }
  const strict = (options.contract ?? settings.contract) === 'strict';
  const value = endpoint.response ? parseJson(headers, content as string) : content;
  const { data, skipped } = decode(endpoint, value, strict, tell);
  return { data: data as R, response, requestId: context.requestId, skipped };
}

/** Makes one call: checks, sends, reads. Rejects with an OpenInfoError and nothing else. */
export async function perform<R>(
  settings: Settings,
  endpoint: Endpoint<unknown, unknown, unknown, R>,
  input: Input,
  options: RequestOptions,
): Promise<Result<R>> {
  const context: ErrorContext = { operation: endpoint.id, method: endpoint.method };
  try {
    const url = encodeUrl(settings.baseUrl, endpoint, input);
    context.url = url;
    const body = encodeBody(endpoint, input);
    const deadline = amount('deadline', { settings, options }, 30_000);
    const call: Outgoing = {
      settings,
      endpoint,
      options,
      url,
      body,
      wire: input.wire ?? {},
      deadline,
      attempts: 0,
      context,
    };
    const key = shareKey(endpoint, url, options);
    const answer = await fly(settings.flights, key, deadline, options.signal, (stop) =>
      exchange(call, stop),
    );
    context.requestId ??= answer.response.headers.get('x-request-id') ?? undefined;
    return understand(call, answer);
  } catch (error) {
    throw withContext(error, context);
  }
}
