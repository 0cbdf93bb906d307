import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, test } from 'node:test';
import { failure, fields, json, problem, serve, transports } from '../test/server.ts';
import { createClient, type Drift } from './client.ts';
import {
  AbortedError,
  type ApiError,
  ConnectionError,
  DecodeError,
  isOpenInfoError,
  RateLimitError,
  TimeoutError,
  type UsageError,
} from './errors.ts';
import { listFields } from './fields.ts';
import { getHealth } from './health.ts';

const html = '<!doctype html><title>请先登录</title>' + '。'.repeat(300);

for (const [name, transport] of Object.entries(transports)) {
  describe(`a client over ${name}`, { timeout: 60_000 }, () => {
    test('reads an answer, with the response beside it', async (t) => {
      const server = await serve(t, (response) => {
        response.setHeader('x-request-id', 'r-7');
        json(response, fields);
      });
      const call = listFields(server.client({ transport }));
      assert.deepEqual(await call, fields);
      const { data, response, requestId } = await call.withResponse();
      assert.equal(data.items[0]?.name, '社会救助');
      assert.equal(response.status, 200);
      assert.equal(requestId, 'r-7');
      assert.deepEqual(server.log, ['GET /api/v1/fields']);
    });

    test('awaiting twice asks once', async (t) => {
      const server = await serve(t, (response) => json(response, fields));
      const call = listFields(server.client({ transport }));
      await call;
      await call;
      assert.equal(server.log.length, 1);
    });

    test('sends only Accept, and names itself outside browsers alone', async (t) => {
      const server = await serve(t, (response) => json(response, fields));
      await listFields(
        server.client({ transport, appInfo: { name: '村务公开栏', version: '1.2' } }),
      );
      const { headers } = server.requests[0]!;
      assert.equal(headers.accept, 'application/json');
      assert.match(headers['user-agent']!, /^open-info-sdk\/\S+ %E6%9D%91.*\/1\.2$/);
      const own = Object.keys(headers).filter((header) =>
        /^x-|if-|content-|idempotency/.test(header),
      );
      assert.deepEqual(own, []);
    });

    test('an aborted signal sends nothing', async (t) => {
      const server = await serve(t, (response) => json(response, fields));
      const signal = AbortSignal.abort('gone');
      const error = await failure<AbortedError>(
        listFields(server.client({ transport }), { signal }),
      );
      assert.ok(error instanceof AbortedError);
      assert.equal(error.cause, 'gone');
      assert.equal(error.context.operation, 'fields.list');
      assert.equal(server.log.length, 0);
    });

    test('an abort while waiting for the answer cancels the request', async (t) => {
      let closed: () => void;
      const cancelled = new Promise<void>((resolve) => (closed = resolve));
      const server = await serve(t, (response) => response.on('close', () => closed()));
      const controller = new AbortController();
      const call = listFields(server.client({ transport }), { signal: controller.signal });
      await server.arrived(1);
      controller.abort();
      assert.ok((await failure(call)) instanceof AbortedError);
      await cancelled;
    });

    test('an abort during the body ends the call', async (t) => {
      const server = await serve(t, (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"items":[');
      });
      const controller = new AbortController();
      const call = listFields(server.client({ transport }), { signal: controller.signal });
      await server.arrived(1);
      setTimeout(() => controller.abort(), 20);
      assert.ok((await failure(call)) instanceof AbortedError);
    });

    test('an abort during the wait before a repeat ends the call', async (t) => {
      const server = await serve(t, (response) => {
        response.setHeader('retry-after', '10');
        json(response, problem(503, 'unavailable'), 503);
      });
      const controller = new AbortController();
      const call = listFields(server.client({ transport }), { signal: controller.signal });
      await server.arrived(1);
      setTimeout(() => controller.abort(), 50);
      assert.ok((await failure(call)) instanceof AbortedError);
      assert.equal(server.log.length, 1);
    });

    test('a thousand calls leave no listener on their signal', async (t) => {
      const server = await serve(t, (response, _, count) =>
        count % 10 === 0 ? json(response, problem(404, 'not-found'), 404) : json(response, fields),
      );
      const client = server.client({ transport });
      const { signal } = new AbortController();
      for (let round = 0; round < 20; round++) {
        const calls = Array.from({ length: 50 }, (_, index) =>
          listFields(client, { signal, context: { index } }).catch(() => undefined),
        );
        await Promise.all(calls);
      }
      assert.equal(server.log.length, 1000);
      assert.equal(getEventListeners(signal, 'abort').length, 0);
    });

    test('an attempt that takes too long is tried again, then told', async (t) => {
      const server = await serve(t, (response, _, count) => {
        if (count === 2) json(response, fields);
      });
      const client = server.client({ transport, timeout: 150 });
      const { signal } = new AbortController();
      assert.deepEqual(await listFields(client, { signal }), fields);
      const error = await failure<TimeoutError>(listFields(client, { signal, maxRetries: 0 }));
      assert.ok(error instanceof TimeoutError);
      assert.equal(error.limit, 'attempt');
      assert.equal(error.retryable, true);
    });

    test('a body that never ends runs into the time of its attempt', async (t) => {
      const server = await serve(t, (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{');
      });
      const error = await failure<TimeoutError>(
        listFields(server.client({ transport }), { timeout: 100, maxRetries: 0 }),
      );
      assert.equal(error.limit, 'attempt');
    });

    test('the deadline ends the whole call, whatever is under way', async (t) => {
      const server = await serve(t, () => undefined);
      const error = await failure<TimeoutError>(
        listFields(server.client({ transport }), { timeout: 80, deadline: 200, maxRetries: 50 }),
      );
      assert.ok(error instanceof TimeoutError);
      assert.ok(server.log.length < 50);
    });

    test('a deadline before the first answer is told as such', async (t) => {
      const server = await serve(t, () => undefined);
      const error = await failure<TimeoutError>(
        listFields(server.client({ transport }), { deadline: 80 }),
      );
      assert.equal(error.limit, 'deadline');
      assert.equal(error.code, 'timeout');
    });

    for (const [what, header] of [
      ['0', '0'],
      ['a past date', 'Sun, 06 Nov 1994 08:49:37 GMT'],
      ['a past date of RFC 850', 'Sunday, 06-Nov-94 08:49:37 GMT'],
      ['a past date of asctime', 'Sun Nov  6 08:49:37 1994'],
      ['garbage', 'soon'],
    ] as const) {
      test(`Retry-After: ${what} leads to another attempt`, async (t) => {
        const server = await serve(t, (response, _, count) => {
          response.setHeader('retry-after', header);
          if (count > 1) json(response, fields);
          else json(response, problem(429, 'too-many-requests'), 429);
        });
        assert.deepEqual(await listFields(server.client({ transport })), fields);
        assert.equal(server.log.length, 2);
      });
    }

    for (const header of ['3600', new Date(Date.now() + 3_600_000).toUTCString()]) {
      test(`Retry-After beyond the deadline is refused at once: ${header.length < 9}`, async (t) => {
        const server = await serve(t, (response) => {
          response.setHeader('retry-after', header);
          json(response, problem(429, 'too-many-requests'), 429);
        });
        const error = await failure<RateLimitError>(listFields(server.client({ transport })));
        assert.ok(error instanceof RateLimitError);
        assert.ok(error.retryAfterMs! > 3_500_000);
        assert.equal(error.retryable, true);
        assert.equal(error.requestId, 'r-1');
        assert.equal(error.context.attempts, 1);
        assert.equal(server.log.length, 1);
      });
    }

    test('gives up after the retries, with the last error', async (t) => {
      const server = await serve(t, (response) => {
        response.setHeader('retry-after', '0');
        json(response, problem(503, 'unavailable'), 503);
      });
      const error = await failure<ApiError>(listFields(server.client({ transport })));
      assert.equal(error.name, 'ServerError');
      assert.equal(error.status, 503);
      assert.equal(error.problem?.code, 'unavailable');
      assert.equal(error.context.attempts, 3);
      assert.equal(server.log.length, 3);
    });

    test('does not repeat what will not change', async (t) => {
      const server = await serve(t, (response) => json(response, problem(404, 'not-found'), 404));
      const error = await failure<ApiError>(listFields(server.client({ transport })));
      assert.equal(error.name, 'NotFoundError');
      assert.equal(server.log.length, 1);
    });

    test('a broken connection is tried again; a body cut off too', async (t) => {
      const server = await serve(t, (response, request, count) => {
        if (count > 2) {
          json(response, fields);
          return;
        }
        if (count === 1) {
          request.socket.destroy();
          return;
        }
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"items"');
        setTimeout(() => request.socket.destroy(), 10);
      });
      assert.deepEqual(await listFields(server.client({ transport })), fields);
      assert.equal(server.log.length, 3);
    });

    test('no service at all is a ConnectionError', async () => {
      const client = createClient({ baseUrl: 'http://127.0.0.1:1', transport, maxRetries: 0 });
      const error = await failure<ConnectionError>(listFields(client));
      assert.ok(error instanceof ConnectionError);
      assert.equal(error.code, 'network');
      assert.ok(error.cause instanceof Error);
    });

    for (const [what, body, type] of [
      ['an HTML page', html, 'text/html; charset=utf-8'],
      ['truncated JSON', '{"items":[{"id":', 'application/json'],
      ['an empty body', '', 'application/json'],
      ['blanks', ' \n', 'text/plain'],
    ] as const) {
      test(`a 200 with ${what} is a DecodeError`, async (t) => {
        const server = await serve(t, (response) => {
          response.writeHead(200, { 'content-type': type });
          response.end(body);
        });
        const error = await failure<DecodeError>(listFields(server.client({ transport })));
        assert.ok(error instanceof DecodeError);
        assert.equal(error.contentType, type);
        assert.equal(error.snippet, body.slice(0, 200));
        assert.equal(server.log.length, 1);
      });
    }

    test('a 204 where data is due is a DecodeError', async (t) => {
      const server = await serve(t, (response) => response.writeHead(204).end());
      const error = await failure(listFields(server.client({ transport })));
      assert.ok(error instanceof DecodeError);
    });

    test('JSON with a byte order mark is read', async (t) => {
      const server = await serve(t, (response) => response.end('\uFEFF' + JSON.stringify(fields)));
      assert.deepEqual(await listFields(server.client({ transport })), fields);
    });

    test('an HTML error page is an ApiError without a problem', async (t) => {
      const server = await serve(t, (response) => response.writeHead(502).end(html));
      const error = await failure<ApiError>(
        listFields(server.client({ transport }), { maxRetries: 0 }),
      );
      assert.equal(error.name, 'ServerError');
      assert.equal(error.status, 502);
      assert.equal(error.problem, undefined);
    });

    test('JSON of another shape is a ContractError with paths', async (t) => {
      const server = await serve(t, (response) => json(response, { totally: 'wrong' }));
      const error = await failure(listFields(server.client({ transport })));
      assert.ok(isOpenInfoError(error, 'contract'));
      assert.deepEqual(
        error.fields.map(({ field }) => field),
        ['items', 'updatedAt'],
      );
    });

    test('an address without a service name is a UsageError, not a TypeError', async () => {
      const client = createClient({ baseUrl: '/open-info', transport });
      const error = await failure(listFields(client));
      assert.ok(isOpenInfoError(error, 'usage'));
    });

    test('a fetch or middleware that throws anything ends in one of our errors', async () => {
      const baseUrl = 'http://127.0.0.1:1';
      const throwing = createClient({
        baseUrl,
        transport,
        maxRetries: 0,
        fetch: () => Promise.reject(new DOMException('a fault of the platform')),
      });
      assert.ok(isOpenInfoError(await failure(listFields(throwing)), 'network'));
      const broken = createClient({
        baseUrl,
        transport,
        middleware: [
          () => {
            throw new TypeError('a fault of the caller');
          },
        ],
      });
      const error = await failure(listFields(broken));
      assert.ok(isOpenInfoError(error, 'usage'));
      assert.ok(error.cause instanceof TypeError);
    });

    test('middleware stands around every attempt, the first one outermost', async (t) => {
      const server = await serve(t, (response, _, count) => {
        response.setHeader('retry-after', '0');
        if (count === 1) json(response, problem(503, 'unavailable'), 503);
        else json(response, fields);
      });
      const seen: string[] = [];
      const client = server.client({
        transport,
        middleware: ['outer', 'inner'].map((place) => async (request, next, attempt) => {
          seen.push(
            `${place} ${attempt.operation} ${attempt.attempt} ${String(attempt.context.page)}`,
          );
          return next(request);
        }),
      });
      await listFields(client, { context: { page: 'home' } });
      assert.deepEqual(seen, [
        'outer fields.list 1 home',
        'inner fields.list 1 home',
        'outer fields.list 2 home',
        'inner fields.list 2 home',
      ]);
    });

    test('the same read under way is asked once; one abort leaves the others', async (t) => {
      const answers: (() => void)[] = [];
      const server = await serve(t, (response) => answers.push(() => json(response, fields)));
      const client = server.client({ transport });
      const controller = new AbortController();
      const first = listFields(client, { signal: controller.signal });
      const second = listFields(client);
      const third = listFields(client);
      await server.arrived(1);
      controller.abort();
      assert.ok((await failure(first)) instanceof AbortedError);
      answers[0]!();
      const [one, other] = await Promise.all([second, third]);
      assert.deepEqual(one, fields);
      assert.notEqual(one, other, 'each caller owns its data');
      assert.equal(server.log.length, 1);
    });

    test('when all have aborted the request is cancelled, and the next call asks anew', async (t) => {
      let closed: () => void;
      const cancelled = new Promise<void>((resolve) => (closed = resolve));
      const server = await serve(t, (response, _, count) => {
        response.on('close', () => closed());
        if (count === 2) json(response, fields);
      });
      const client = server.client({ transport });
      const controller = new AbortController();
      const calls = [1, 2].map(() => listFields(client, { signal: controller.signal }));
      await server.arrived(1);
      controller.abort();
      for (const call of calls) assert.ok((await failure(call)) instanceof AbortedError);
      assert.deepEqual(await listFields(client), fields);
      await cancelled;
      assert.equal(server.log.length, 2);
    });

    test('a failure is not remembered', async (t) => {
      const server = await serve(t, (response, _, count) =>
        count === 1 ? json(response, problem(404, 'not-found'), 404) : json(response, fields),
      );
      const client = server.client({ transport });
      await failure(listFields(client));
      assert.deepEqual(await listFields(client), fields);
    });
  });
}

test('a wrong row is left out and told; a strict client refuses it', async (t) => {
  const server = await serve(t, (response) =>
    json(response, {
      ...fields,
      later: 'ignored',
      items: [{ id: 'x' }, { ...fields.items[0], more: 1 }, null],
    }),
  );
  const drift: Drift[] = [];
  const call = listFields(server.client({ onDrift: (one) => drift.push(one) }));
  assert.deepEqual(await call, fields);
  assert.equal((await call.withResponse()).skipped, 2);
  assert.ok(drift.every(({ kind, operation }) => kind === 'row' && operation === 'fields.list'));
  assert.deepEqual(drift[0]?.path, 'items.0.name');
  const strict = await failure(listFields(server.client({ contract: 'strict' })));
  assert.ok(isOpenInfoError(strict, 'contract'));
});

test('an unknown value of an open enumeration is read', async (t) => {
  const server = await serve(t, (response) => json(response, { status: 'resting', version: '9' }));
  const health = await getHealth(server.client({ contract: 'strict' }));
  assert.equal(health.status, 'resting');
});

test('a deprecated operation is told', async (t) => {
  const server = await serve(t, (response) => {
    response.setHeader('deprecation', '@1767225600');
    json(response, fields);
  });
  const drift: Drift[] = [];
  await listFields(
    server.client({
      onDrift: (one) => {
        drift.push(one);
        throw new Error('an onDrift that throws harms nobody');
      },
    }),
  );
  assert.equal(drift[0]?.kind, 'deprecated');
});

test('nonsense in the options is a UsageError that names the option', async (t) => {
  const server = await serve(t, (response) => json(response, fields));
  for (const options of [{ timeout: -1 }, { deadline: Number.NaN }, { maxRetries: -2 }]) {
    const error = await failure<UsageError>(listFields(server.client(), options));
    assert.equal(error.code, 'usage');
    assert.equal(error.fields[0]?.field, Object.keys(options)[0]);
  }
  assert.deepEqual(await listFields(server.client({ deadline: Infinity })), fields);
  assert.equal(server.log.length, 1);
});

test('log lines and written errors carry no query values', async (t) => {
  const server = await serve(t, (response) => json(response, fields));
  const lines: string[] = [];
  const write = (message: string, facts?: unknown) =>
    void lines.push(message + JSON.stringify(facts));
  const logger = { debug: write, info: write, warn: write, error: write };
  const { listOrgans } = await import('./organs.ts');
  const error = await failure(
    listOrgans(server.client({ logger, logLevel: 'debug', contract: 'strict' }), {
      area: '420103',
      kind: ['secret-word'],
    }),
  );
  assert.ok(lines.length > 0);
  assert.doesNotMatch(lines.join() + JSON.stringify(error), /secret-word|420103/);
});

test('headers may be added and taken away by the call', async (t) => {
  const server = await serve(t, (response) => json(response, fields));
  await listFields(server.client(), { headers: { 'X-Trace': '1', 'User-Agent': null } });
  const { headers } = server.requests[0]!;
  assert.equal(headers['x-trace'], '1');
  assert.doesNotMatch(headers['user-agent'] ?? '', /open-info/);
});
