import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { AnyEndpoint } from '@open-info/contract/endpoint';
import { endpoints } from '@open-info/contract/endpoints';
import { ProblemSchema, type Problem } from '@open-info/contract/problem';
import { startTestService, type TestService } from '../../test/service.ts';
import { publish } from '../database/published.ts';
import { checkComplete } from './mount.ts';

let service: TestService;
let today = new Date('2026-11-22T12:00:00+08:00');
before(async () => {
  service = await startTestService({ seeded: true, now: () => today });
});
after(() => service.close());

interface Raw {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks without the client's own compression, normalisation and cache. */
async function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Raw> {
  const { hostname, port } = new URL(service.url);
  const request = httpRequest({ hostname, port, path, method, headers, agent: false }).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: Buffer.concat(chunks),
  };
}

/** The log lines of a request; the last comes just after the answer. */
async function logged(requestId: string) {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const lines = service.lines.filter((line) => line.requestId === requestId);
    if (lines.some((line) => line.event === 'request') || Date.now() > deadline) return lines;
    await pause(5);
  }
}

function problemIn(raw: Raw, status: number, code: string): Problem {
  assert.equal(raw.status, status, raw.body.toString());
  assert.match(raw.headers['content-type'] ?? '', /^application\/problem\+json/);
  assert.equal(raw.headers['cache-control'], 'no-store');
  const problem = ProblemSchema.parse(JSON.parse(raw.body.toString()));
  assert.equal(problem.code, code);
  assert.equal(problem.status, status);
  assert.equal(problem.requestId, raw.headers['x-request-id']);
  assert.ok(!/\bat .+:\d+|node_modules|\.ts/.test(raw.body.toString()), 'no stack');
  return problem;
}

describe('a published answer', () => {
  test('carries an ETag, how long it may be kept, and the same body in every encoding', async () => {
    const plain = await ask('/api/v1/organs');
    assert.equal(plain.status, 200);
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.match(plain.headers.etag ?? '', /^W\/"[\w-]{22}"$/);
    assert.match(
      plain.headers['cache-control'] ?? '',
      /^public, max-age=60, stale-while-revalidate=/,
    );
    assert.equal(plain.headers.vary, 'Accept-Encoding');
    assert.equal(plain.headers['content-type'], 'application/json; charset=utf-8');
    assert.equal(Number(plain.headers['content-length']), plain.body.length);

    const brotli = await ask('/api/v1/organs', { 'accept-encoding': 'gzip, br' });
    assert.equal(brotli.headers['content-encoding'], 'br');
    assert.ok(brotli.body.length < plain.body.length / 3);
    assert.deepEqual(brotliDecompressSync(brotli.body), plain.body);

    const gzip = await ask('/api/v1/organs', { 'accept-encoding': 'gzip' });
    assert.equal(gzip.headers['content-encoding'], 'gzip');
    assert.deepEqual(gunzipSync(gzip.body), plain.body);
    assert.equal(gzip.headers.etag, plain.headers.etag);
  });

  test('is not sent again to who has it', async () => {
    const first = await ask('/api/v1/fields');
    const etag = first.headers.etag ?? '';
    for (const tag of [etag, etag.replace('W/', ''), `"other", ${etag}`]) {
      const again = await ask('/api/v1/fields', { 'if-none-match': tag });
      assert.equal(again.status, 304);
      assert.equal(again.body.length, 0);
      assert.equal(again.headers.etag, etag);
      assert.equal(again.headers['access-control-allow-origin'], '*');
    }
    const other = await ask('/api/v1/fields', { 'if-none-match': '"something else"' });
    assert.equal(other.status, 200);
  });

  test('has one ETag for every way of writing the same address, another for another', async () => {
    const tag = async (path: string) => (await ask(path)).headers.etag;
    const one = await tag('/api/v1/organs?kind=street&kind=department');
    assert.equal(await tag('/api/v1/organs?kind=department&kind=street'), one);
    assert.equal(await tag('/api/v1/organs?kind=departmen%74&&kind=street'), one);
    assert.notEqual(await tag('/api/v1/organs?kind=street'), one);
    // An id that looks like an address with a query is only an id.
    const organ = '/api/v1/organs/district-government';
    assert.notEqual(await tag(organ), undefined);
    assert.equal((await ask(`${organ}%3F`)).status, 404);
    assert.equal((await ask(`${organ}%20`)).status, 404);
  });

  test('is made anew when published data has changed, and on the next day', async () => {
    const { db, published } = service.service;
    const first = await ask('/api/v1/fields');
    const changed = new Date('2026-11-22T05:06:07.000Z');
    await db.transaction().execute(async (trx) => {
      await trx
        .updateTable('fields')
        .set({ guideline: '新文号' })
        .where('position', '=', 1)
        .execute();
      await publish(trx, changed);
    });
    await published.refresh();
    const second = await ask('/api/v1/fields', { 'if-none-match': first.headers.etag ?? '' });
    assert.equal(second.status, 200);
    const { items, updatedAt } = JSON.parse(second.body.toString()) as {
      items: { guideline?: string }[];
      updatedAt: string;
    };
    assert.equal(items[0]?.guideline, '新文号');
    assert.equal(updatedAt, changed.toISOString());

    today = new Date('2026-11-23T00:00:01+08:00');
    const third = await ask('/api/v1/fields', { 'if-none-match': second.headers.etag ?? '' });
    assert.equal(third.status, 200);
    assert.notEqual(third.headers.etag, second.headers.etag);
    assert.deepEqual(third.body, second.body);
  });

  test('comes from memory until data changes: the database is not asked', async () => {
    const { db } = service.service;
    const first = await ask('/api/v1/organs?kind=party');
    // Changed behind the back of the data version, so only the database would show it.
    await db.updateTable('organs').set({ name: '改名' }).where('kind', '=', 'party').execute();
    const second = await ask('/api/v1/organs?kind=party');
    assert.deepEqual(second.body, first.body);
  });

  test('HEAD gives the headers of GET and no body', async () => {
    const get = await ask('/api/v1/organs');
    const head = await ask('/api/v1/organs', {}, 'HEAD');
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
    for (const name of ['etag', 'content-length', 'content-type', 'cache-control', 'vary']) {
      assert.equal(head.headers[name], get.headers[name], name);
    }
    const missing = await ask('/api/v1/organs/none', {}, 'HEAD');
    assert.equal(missing.status, 404);
    assert.equal(missing.body.length, 0);
  });

  test('a problem is never kept', async () => {
    const { db, published } = service.service;
    assert.equal((await ask('/api/v1/organs/later')).status, 404);
    await db.transaction().execute(async (trx) => {
      const [row] = await trx.selectFrom('organs').selectAll().limit(1).execute();
      assert.ok(row);
      await trx
        .insertInto('organs')
        .values({ ...row, id: 'later', office: null })
        .execute();
      await publish(trx, today);
    });
    await published.refresh();
    assert.equal((await ask('/api/v1/organs/later')).status, 200);
  });
});

describe('other origins', () => {
  test('any page may read, without credentials, and see what it needs', async () => {
    const { headers } = await ask('/api/v1/organs', { origin: 'https://www.example.gov.cn' });
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['access-control-allow-credentials'], undefined);
    assert.match(headers['access-control-expose-headers'] ?? '', /ETag, X-Request-Id/);
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
    assert.equal(headers['x-content-type-options'], 'nosniff');
  });

  test('a problem can be read too', async () => {
    const { headers } = await ask('/api/v1/organs?x=1', { origin: 'https://www.example.gov.cn' });
    assert.equal(headers['access-control-allow-origin'], '*');
  });

  test('a preflight is answered', async () => {
    const { status, headers } = await ask(
      '/api/v1/organs',
      { origin: 'https://x.example', 'access-control-request-method': 'GET' },
      'OPTIONS',
    );
    assert.equal(status, 204);
    assert.equal(headers.allow, 'GET, HEAD, OPTIONS');
    assert.equal(headers['access-control-allow-methods'], 'GET, HEAD, OPTIONS');
    assert.equal(headers['access-control-allow-origin'], '*');
  });
});

describe('what is refused', () => {
  test('each wrong parameter by name, in the language of the reader', async () => {
    const zh = problemIn(await ask('/api/v1/organs?area=1&colour=red'), 400, 'bad-query');
    assert.deepEqual(zh.errors?.map((error) => error.field).sort(), ['area', 'colour']);
    assert.match(zh.title, /查询参数不正确/);
    const raw = await ask('/api/v1/organs?area=1', { 'accept-language': 'en-GB,en' });
    const en = problemIn(raw, 400, 'bad-query');
    assert.equal(raw.headers['content-language'], 'en');
    assert.match(en.errors?.[0]?.expected ?? '', /division code/);
  });

  test('limit 0, an unknown sort and a text of 10 kB, naming the maximum', async () => {
    const { errors = [] } = problemIn(
      await ask(`/api/v1/catalog/items?limit=0&sort=best&q=${'x'.repeat(10_240)}`),
      400,
      'bad-query',
    );
    assert.deepEqual(errors.map((error) => error.field).sort(), ['limit', 'q', 'sort']);
    assert.match(errors.find((error) => error.field === 'q')?.expected ?? '', /200/);
  });

  test('10 kB of Chinese, which is three times as long in an address', async () => {
    const q = encodeURIComponent('公'.repeat(10_240));
    const { errors } = problemIn(await ask(`/api/v1/catalog/items?q=${q}`), 400, 'bad-query');
    assert.equal(errors?.[0]?.field, 'q');
  });

  test('an address too long to be read', async () => {
    const raw = await ask(`/api/v1/catalog/items?q=${'x'.repeat(200_000)}`);
    assert.equal(raw.status, 431);
    assert.equal((JSON.parse(raw.body.toString()) as Problem).code, 'too-large');
  });

  test('malformed percent-encoding in path and query', async () => {
    problemIn(await ask('/api/v1/organs/%'), 400, 'bad-path');
    problemIn(await ask('/api/v1/organs/%E5%85'), 400, 'bad-path');
    problemIn(await ask('/api/v1/organs/a%00b'), 400, 'bad-path');
    problemIn(await ask('/api/v1/organs?kind=%zz'), 400, 'bad-query');
    problemIn(await ask('/api/v1/%zz'), 400, 'bad-path');
    problemIn(await ask('/a\\b'), 400, 'bad-path');
  });

  test('unknown addresses and ids', async () => {
    problemIn(await ask('/api/v1/nothing'), 404, 'not-found');
    problemIn(await ask('/api/v2/organs'), 404, 'not-found');
    problemIn(await ask('/nothing'), 404, 'not-found');
    const { detail } = problemIn(await ask('/api/v1/organs/none'), 404, 'not-found');
    assert.match(detail ?? '', /none.*\/api\/v1\/organs/);
  });

  test('other methods, naming those there are', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const raw = await ask('/api/v1/organs', {}, method);
      problemIn(raw, 405, 'method-not-allowed');
      assert.equal(raw.headers.allow, 'GET, HEAD, OPTIONS');
    }
  });

  test('what is no HTTP', async () => {
    const { port, hostname } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    socket.end('NONSENSE\r\n\r\n');
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    const answer = Buffer.concat(chunks).toString();
    assert.match(answer, /^HTTP\/1\.1 400 Bad Request\r\n/);
    assert.match(answer, /application\/problem\+json/);
  });
});

describe('a request id', () => {
  test('is made when none is given, or none that is sane', async () => {
    const made = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
    assert.match((await ask('/api/v1/health')).headers['x-request-id'] as string, made);
    for (const bad of ['short', 'x'.repeat(65), 'with blank 1234', 'quote"12345678']) {
      const { headers } = await ask('/api/v1/health', { 'x-request-id': bad });
      assert.match(headers['x-request-id'] as string, made);
    }
  });

  test('given by the caller it is in the answer, in a problem and in the log', async () => {
    const id = 'gateway-0123456789';
    const secret = 'wen-jian-of-a-person';
    const raw = await ask(`/api/v1/organs?x=${secret}`, { 'x-request-id': id });
    assert.equal(problemIn(raw, 400, 'bad-query').requestId, id);
    const [line, ...others] = await logged(id);
    assert.deepEqual(others, []);
    assert.equal(line?.event, 'request');
    assert.equal(line.method, 'GET');
    assert.equal(line.route, '/api/v1/organs');
    assert.equal(line.status, 400);
    assert.ok(Number(line.bytes) >= raw.body.length);
    assert.ok(Number(line.ms) >= 0);
    assert.ok(!JSON.stringify(service.lines).includes(secret), 'no query text in the log');
  });

  test('the log names the template of a path, not the path', async () => {
    await ask('/api/v1/organs/zhang-san', { 'x-request-id': 'path-0123456789' });
    const [line] = await logged('path-0123456789');
    assert.equal(line?.route, '/api/v1/organs/{id}');
    assert.ok(!JSON.stringify(service.lines).includes('zhang-san'));
  });
});

describe('a download', () => {
  test('comes with its name, compressed on the way, and HEAD without a body', async () => {
    const path = '/api/v1/catalog/export?format=csv';
    const plain = await ask(path);
    assert.equal(plain.status, 200);
    assert.match(plain.headers['content-type'] ?? '', /^text\/csv/);
    assert.match(
      plain.headers['content-disposition'] ?? '',
      /^attachment; filename=".+"; filename\*=UTF-8''/,
    );
    const brotli = await ask(path, { 'accept-encoding': 'br' });
    assert.equal(brotli.headers['content-encoding'], 'br');
    assert.deepEqual(brotliDecompressSync(brotli.body), plain.body);
    const head = await ask(path, {}, 'HEAD');
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
    assert.equal(head.headers.etag, plain.headers.etag);
    const again = await ask(path, { 'if-none-match': plain.headers.etag ?? '' });
    assert.equal(again.status, 304);
  });
});

describe('the contract', () => {
  test('every endpoint answers, and with what it promises', async () => {
    const list = JSON.parse((await ask('/api/v1/catalog/items?limit=1')).body.toString()) as {
      items: { id: string }[];
    };
    const ids: Record<string, string> = {
      'catalog.get': list.items[0]?.id ?? '',
      'organs.get': 'district-government',
    };
    const queries: Record<string, string> = { 'catalog.suggest': '?q=%E5%B0%B1' };
    for (const { id, path, method, access, response } of endpoints as readonly AnyEndpoint[]) {
      // What takes a body, an officer or an id of its own is asked by the tests of its room.
      const isOpen = method === 'GET' && access === 'public';
      if (!response || !isOpen || (path.includes('{') && !(id in ids))) continue;
      const address = path.replace(/\{\w+\}/, encodeURIComponent(ids[id] ?? ''));
      const raw = await ask(`/api/v1${address}${queries[id] ?? ''}`);
      assert.equal(raw.status, 200, `${id}: ${raw.body.toString().slice(0, 300)}`);
      const value: unknown = JSON.parse(raw.body.toString());
      assert.deepEqual(response.parse(value), value, id);
    }
  });

  test('an endpoint without a route does not start', () => {
    assert.throws(() => checkComplete([]), /missing \[organs\.list, /);
  });
});
