import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AnyEndpoint, Caching } from '@open-info/contract/endpoint';
import { endpoints } from '@open-info/contract/endpoints';
import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import type { Officer } from '../access/officer.ts';
import type { Service } from '../service.ts';
import { offeredChannels } from '../subscriptions/channels/channel.ts';
import { version } from '../version.ts';
import { addressReader } from './address.ts';
import { bodyOf, fitEncoding, makeAnswer, type Answer, Answers } from './answers.ts';
import { bodyReader } from './body.ts';
import { encodingFor } from './encoding.ts';
import { fileResponse } from './file-response.ts';
import { preflightHeaders, publicHeaders, publishedCaching, varyOf } from './headers.ts';
import { isGuarded, Origins } from './origins.ts';
import { ProblemError } from './problem.ts';
import { queryReader } from './query.ts';
import { respondProblem } from './respond.ts';
import { ReadyJson, type FileAnswer, type Route } from './route.ts';
import { traceOf, type Trace } from './trace.ts';
import { languageOf } from './words.ts';

export { ReadyJson, route, type Call, type FileAnswer, type Handler, type Route } from './route.ts';

/** Where the endpoints of the contract live. */
export const apiPath = '/api/v1';

export type App = Hono<{ Bindings: { incoming?: IncomingMessage } }>;
type Ctx = Context<{ Bindings: { incoming?: IncomingMessage } }>;

/** A request on its way to a route. */
interface Visit {
  trace: Trace;
  path: string;
  search: string;
  /** What the handler adds to the answer, once it was called. */
  answerHeaders?: Headers;
}

const dayInShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** The date in Asia/Shanghai, `YYYY-MM-DD`. */
export function todayOf(now: Date): string {
  return dayInShanghai.format(now);
}

/** What every published answer depends on beside its address. */
export function stateReader(service: Service): () => string {
  // The date changes once a day; formatting it for each request would cost more than the rest.
  let day = '';
  let until = 0;
  // They stand in the answers, and may differ after a restart on the same data.
  const { itemUrl, documentUrl, matterUrl, retentionDays, clockPolicy } = service.settings;
  const channels = offeredChannels(service.settings);
  const told = JSON.stringify([
    ...[itemUrl, documentUrl, matterUrl, retentionDays, clockPolicy],
    ...channels,
  ]);
  return () => {
    const now = service.now();
    const time = now.getTime();
    if (time >= until || time < until - 60_000) {
      day = todayOf(now);
      until = (Math.floor(time / 60_000) + 1) * 60_000;
    }
    const { dataVersion, updatedAt } = service.published;
    return `${version} ${dataVersion} ${updatedAt} ${day} ${told}`;
  };
}

/** The ETag of an answer: what it depends on, and what was asked. */
export function etagOf(state: string, key: string): string {
  const hash = createHash('sha256').update(state).update('\n').update(key).digest('base64url');
  // Weak: the compressed forms of one answer share it.
  return `W/"${hash.slice(0, 22)}"`;
}

/** Whether a caller has this answer already. */
export function holds(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const opaque = etag.slice(2);
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque);
}

function visitOf(c: Ctx, template: string): Visit {
  const trace = traceOf(c.env.incoming);
  trace.route = template;
  const { url } = c.req;
  const pathStart = url.indexOf('/', url.indexOf('://') + 3);
  const hash = url.indexOf('#', pathStart);
  const end = hash < 0 ? url.length : hash;
  const mark = url.indexOf('?', pathStart);
  const pathEnd = mark < 0 || mark > end ? end : mark;
  return {
    trace,
    path: url.slice(pathStart, pathEnd),
    search: pathEnd === end ? '' : url.slice(pathEnd + 1, end),
  };
}

function badPath(): ProblemError {
  return new ProblemError('bad-path', {
    detail: {
      zh: '地址中的百分号编码不完整。每个 % 之后应为两位十六进制数（UTF-8）。',
      en: 'The address is not well percent-encoded. Each % needs two hexadecimal digits after it (UTF-8).',
    },
  });
}

/** Decodes a path, or part of one. */
export function decodePath(path: string): string {
  try {
    const decoded = decodeURIComponent(path);
    if (!decoded.includes('\0')) return decoded;
  } catch {
    throw badPath();
  }
  throw badPath();
}

/** Reads `{id}` and the like from the path by their places. */
function paramsReader(template: string, schema: z.ZodMiniType | undefined) {
  const places = template
    .split('/')
    .map((part, index) => ({ name: /^\{(.+)\}$/.exec(part)?.[1], index }))
    .filter((place): place is { name: string; index: number } => place.name !== undefined);
  return (path: string): unknown => {
    const parts = path.split('/');
    const values = Object.fromEntries(
      places.map(({ name, index }) => [name, decodePath(parts[index] ?? '')]),
    );
    const checked = schema?.safeParse(values);
    if (!checked || checked.success) return checked?.data ?? {};
    throw new ProblemError('not-found');
  };
}

interface Mounted {
  service: Service;
  answers: Answers;
  state: () => string;
  origins: Origins;
  addressOf: (incoming: IncomingMessage | undefined) => string;
}

/** What stands on an answer beside its body. */
type Base = Record<string, string>;

/** Writes an answer in the form its caller takes. */
function respond(answer: Answer, headers: Headers, base: Base): Response | Promise<Response> {
  const encoding = fitEncoding(answer, encodingFor(headers.get('accept-encoding')));
  const write = (body: Buffer): Response =>
    new Response(body as Uint8Array<ArrayBuffer>, {
      headers: {
        ...base,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': String(body.length),
        ...(answer.etag !== '' && { ETag: answer.etag }),
        ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
      },
    });
  const body = bodyOf(answer, encoding);
  return body instanceof Promise ? body.then(write) : write(body);
}

const notModified = (etag: string, base: Base): Response =>
  new Response(null, { status: 304, headers: { ...base, ETag: etag } });

const textOf = (result: unknown): string =>
  result instanceof ReadyJson ? result.text : JSON.stringify(result);

const cachings: Record<Caching, string> = {
  published: publishedCaching,
  // Of a person or an office, so no cache between keeps it.
  revalidate: 'private, no-cache',
  none: 'no-store',
};

/** How one endpoint answers. */
function responder(
  { endpoint, handler }: Route,
  { service, answers, state, origins, addressOf }: Mounted,
) {
  const template = `${apiPath}${endpoint.path}`;
  const readQuery = queryReader(endpoint.query);
  const readParams = paramsReader(template, endpoint.params);
  const readBody =
    endpoint.body && endpoint.signed !== true
      ? bodyReader(endpoint.body, endpoint.bodyLimit)
      : undefined;
  const isPublished = endpoint.caching === 'published';
  const guarded = isGuarded(endpoint);
  // What is kept ready for everybody is not asked who it is for.
  if (isPublished && guarded)
    throw new Error(`${endpoint.id} is guarded, so it cannot be published`);
  // Address as written → its canonical form, so that a repeated question is not parsed again.
  const keys = new Map<string, string>();

  const check = (visit: Visit) => {
    const params = readParams(visit.path);
    const { values, canonical } = readQuery(visit.search);
    const key = `${endpoint.id} ${JSON.stringify(params)} ${canonical}`;
    if (keys.size >= 2_000) keys.clear();
    if (visit.search.length <= 1_000) keys.set(`${visit.path}?${visit.search}`, key);
    return { params, query: values, key };
  };
  const callOf = (c: Ctx, visit: Visit, parts: { params: unknown; query: unknown }) => ({
    params: parts.params,
    query: parts.query,
    body: undefined as unknown,
    officer: undefined as Officer | undefined,
    idempotencyKey: undefined as string | undefined,
    address: addressOf(c.env.incoming),
    answerHeaders: (visit.answerHeaders = new Headers()),
    request: c.req.raw,
    incoming: c.env.incoming,
    language: languageOf(c.req.raw.headers.get('accept-language')),
    requestId: visit.trace.requestId,
  });
  /** What every answer of this endpoint carries, also one that says no. */
  const baseOf = (c: Ctx, { trace, answerHeaders }: Visit): Base => ({
    ...(guarded ? origins.headersFor(c.req.raw.headers) : publicHeaders),
    ...(answerHeaders && Object.fromEntries(answerHeaders)),
    'X-Request-Id': trace.requestId,
  });
  const goodBaseOf = (c: Ctx, visit: Visit): Base => {
    const base = baseOf(c, visit);
    return {
      ...base,
      'Cache-Control': cachings[endpoint.caching],
      Vary: varyOf(base, 'Accept-Encoding'),
    };
  };

  const respondPublished = (c: Ctx, visit: Visit): Response | Promise<Response> => {
    const { headers } = c.req.raw;
    const now = state();
    const known = keys.get(`${visit.path}?${visit.search}`);
    const ready = known === undefined ? undefined : answers.find(now, known);
    if (ready) {
      const base = goodBaseOf(c, visit);
      if (holds(headers.get('if-none-match'), ready.etag)) return notModified(ready.etag, base);
      return respond(ready, headers, base);
    }
    return respondAnew(c, visit, now);
  };
  const respondAnew = async (c: Ctx, visit: Visit, now: string): Promise<Response> => {
    const { headers } = c.req.raw;
    const parts = check(visit);
    const etag = etagOf(now, parts.key);
    if (holds(headers.get('if-none-match'), etag)) return notModified(etag, goodBaseOf(c, visit));
    const call = callOf(c, visit, parts);
    if (endpoint.files) {
      const file = (await handler(call)) as FileAnswer;
      return respondFile(c, file, { ...goodBaseOf(c, visit), ETag: etag });
    }
    const answer = await answers.get(now, parts.key, async () =>
      makeAnswer(etag, textOf(await handler(call))),
    );
    return respond(answer, headers, goodBaseOf(c, visit));
  };
  const respondFresh = async (c: Ctx, visit: Visit): Promise<Response> => {
    const { headers } = c.req.raw;
    if (guarded) origins.check(headers);
    const isForOfficers = endpoint.access === 'officer';
    const officer = isForOfficers
      ? await service.access.officer(headers.get('authorization'))
      : undefined;
    const call = callOf(c, visit, check(visit));
    const result = await handler({
      ...call,
      officer,
      idempotencyKey: endpoint.idempotent ? idempotencyKeyOf(headers) : undefined,
      body: await readBody?.(call),
    });
    const base = goodBaseOf(c, visit);
    if (endpoint.files) return respondFile(c, result as FileAnswer, base);
    const text = textOf(result);
    const etag = endpoint.caching === 'revalidate' ? etagOf(endpoint.id, text) : '';
    if (etag !== '' && holds(headers.get('if-none-match'), etag)) return notModified(etag, base);
    return respond(makeAnswer(etag, text), headers, base);
  };

  return async (c: Ctx): Promise<Response> => {
    const visit = visitOf(c, template);
    try {
      return await (isPublished ? respondPublished(c, visit) : respondFresh(c, visit));
    } catch (error) {
      const base = baseOf(c, visit);
      return respondProblem(error, c.req.raw.headers, visit.trace, service.log, base);
    }
  };
}

function respondFile(c: Ctx, file: FileAnswer, base: Base): Response {
  const { headers, method } = c.req.raw;
  const encoding = encodingFor(headers.get('accept-encoding'));
  return fileResponse(file, base, headers, encoding, method === 'HEAD');
}

const goodKey = /^[\x21-\x7e]{8,128}$/;

function idempotencyKeyOf(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key');
  if (key === null || goodKey.test(key)) return key ?? undefined;
  throw new ProblemError('bad-body', {
    errors: [
      {
        field: 'Idempotency-Key',
        message: { zh: '请求头不正确', en: 'is not right' },
        expected: {
          zh: '8 到 128 个可见的 ASCII 字符，如一个 UUID',
          en: '8 to 128 visible ASCII characters, such as a UUID',
        },
      },
    ],
  });
}

// Named one by one: a route for all methods would stand in the way of every answer.
const otherMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'QUERY'];

/** Answers what a path takes besides its own methods: OPTIONS, and 405 for every other. */
export function mountRest(
  app: App,
  path: string,
  template: string,
  methods: string[],
  service: Service,
  /** What the answers of a method carry for the page that asks. */
  baseOf: (method: string, headers: Headers) => Base = () => publicHeaders,
) {
  const allow = [
    ...new Set(methods.flatMap((m) => (m === 'GET' ? ['GET', 'HEAD'] : [m]))),
    'OPTIONS',
  ];
  const list = allow.join(', ');
  app.options(path, (c) => {
    const trace = traceOf(c.env.incoming);
    trace.route = template;
    const { headers } = c.req.raw;
    const base = baseOf(headers.get('access-control-request-method') ?? 'GET', headers);
    return new Response(null, {
      status: 204,
      headers: {
        ...base,
        ...preflightHeaders,
        Vary: varyOf(base, 'Access-Control-Request-Method'),
        Allow: list,
        'Access-Control-Allow-Methods': list,
        'X-Request-Id': trace.requestId,
      },
    });
  });
  const refused = otherMethods.filter((method) => !allow.includes(method));
  app.on(refused, path, (c) => {
    const trace = traceOf(c.env.incoming);
    trace.route = template;
    const problem = new ProblemError('method-not-allowed', {
      detail: { zh: `可用的方法：${list}。`, en: `Use one of ${list}.` },
      headers: { Allow: list },
    });
    return respondProblem(problem, c.req.raw.headers, trace, service.log);
  });
}

/**
 * Refuses to start when an endpoint of the contract has no route, or has two.
 *
 * @throws Error naming them
 */
export function checkComplete(routes: Route[]): void {
  const mounted = routes.map((one) => one.endpoint.id);
  const missing = endpoints.filter((one) => !mounted.includes(one.id)).map((one) => one.id);
  const twice = mounted.filter((id, index) => mounted.indexOf(id) !== index);
  if (missing.length === 0 && twice.length === 0) return;
  throw new Error(
    `routes and contract differ: missing [${missing.join(', ')}], twice [${twice.join(', ')}]`,
  );
}

/** Mounts the routes of every noun below `/api/v1`. */
export function mount(app: App, routes: Route[], service: Service): void {
  const origins = new Origins(service.settings);
  const mounted: Mounted = {
    service,
    answers: new Answers(),
    state: stateReader(service),
    origins,
    addressOf: addressReader(service.settings.trustProxy),
  };
  const byPath = new Map<string, AnyEndpoint[]>();
  for (const one of routes) {
    const { endpoint } = one;
    const path = honoPath(endpoint.path);
    app.on(endpoint.method, path, responder(one, mounted));
    byPath.set(endpoint.path, [...(byPath.get(endpoint.path) ?? []), endpoint]);
  }
  for (const [path, list] of byPath) {
    const methods = list.map((endpoint) => endpoint.method);
    const baseOf = (method: string, headers: Headers): Base => {
      const asked = list.find((endpoint) => endpoint.method === method.replace('HEAD', 'GET'));
      return asked && isGuarded(asked) ? origins.headersFor(headers) : publicHeaders;
    };
    mountRest(app, honoPath(path), `${apiPath}${path}`, methods, service, baseOf);
  }
}

const honoPath = (path: string): string => `${apiPath}${path.replace(/\{(\w+)\}/g, ':$1')}`;
