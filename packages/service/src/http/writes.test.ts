import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { endpoint } from '@open-info/contract/endpoint';
import { ProblemSchema, type FieldProblem, type Problem } from '@open-info/contract/problem';
import { LegalDate } from '@open-info/contract/shape';
import * as z from 'zod/mini';
import { startRoutes, type RunningRoutes } from '../../test/routes.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { officerOf, type Officer } from '../access/officer.ts';
import { chunksOf } from './body.ts';
import { ProblemError } from './problem.ts';
import { route } from './route.ts';

const Person = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(20)),
  identity: z.optional(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('resident'), number: z.string().check(z.regex(/^\d{17}[\dX]$/)) }),
      z.object({ kind: z.literal('other'), paper: z.string() }),
    ]),
  ),
});
const Form = z
  .object({
    applicant: Person,
    kind: z.enum(['disclosure', 'correction']),
    copies: z.int().check(z.minimum(1), z.maximum(9)),
    dueOn: z.optional(LegalDate),
    attachments: z.optional(z.array(z.string().check(z.minLength(1))).check(z.maxLength(2))),
    wanted: z.optional(z.union([z.object({ name: z.string() }), z.object({ number: z.int() })])),
    code: z.optional(
      z
        .string()
        .check(z.regex(/^K\d{4}$/))
        .register(z.globalRegistry, {
          'x-expected': { zh: 'K 和四位数字，如 K1234', en: 'K and four digits, such as K1234' },
        }),
    ),
    policy: z.optional(z.record(z.string(), z.boolean())),
  })
  .check(
    z.refine((form) => form.kind !== 'correction' || form.copies === 1, {
      path: ['copies'],
      params: {
        message: { zh: '更正申请只要一份', en: 'a correction needs one copy' },
        expected: { zh: '1', en: '1' },
      },
    }),
  );

const common = { method: 'POST', caching: 'none' } as const;
const answered = z.object({ seen: z.unknown() });
const saveForm = endpoint({
  ...common,
  ...{ id: 'test.save', path: '/test/forms', summary: 'Saves', access: 'public' },
  body: Form,
  response: answered,
  idempotent: true,
});
const readForms = endpoint({
  ...common,
  ...{ id: 'test.read', path: '/test/forms', summary: 'Reads', access: 'public' },
  method: 'GET',
  response: answered,
});
const saveNote = endpoint({
  ...common,
  ...{ id: 'test.note', path: '/test/notes/{id}', summary: 'Notes', access: 'officer' },
  params: z.object({ id: z.string() }),
  body: z.object({ text: z.string() }),
  bodyLimit: 1024,
  response: answered,
});
const readNotes = endpoint({
  ...common,
  ...{ id: 'test.notes', path: '/test/notes', summary: 'Lists', access: 'officer' },
  method: 'GET',
  caching: 'revalidate',
  response: answered,
});
const getFile = endpoint({
  ...common,
  ...{ id: 'test.file', path: '/test/files', summary: 'A file', access: 'public' },
  body: z.object({ name: z.string() }),
  files: ['text/plain'],
});
const sendFile = endpoint({
  ...common,
  ...{ id: 'test.upload', path: '/test/uploads', summary: 'Uploads', access: 'public' },
  upload: true,
  response: answered,
});

let calls = 0;
let service: TestService;
let own: RunningRoutes;
let token: string;
const officer: Officer = { id: 'li', organId: 'district-government', role: 'officer' };

const routes = [
  route(saveForm, async (call) => {
    calls += 1;
    await service.service.limits.pass(call, 'test.save', call.address, {
      most: 1_000,
      perSeconds: 60,
    });
    if (call.body.applicant.name === '无此人') {
      const message = { zh: '没有这个人', en: 'there is no such person' };
      throw new ProblemError('bad-body', { errors: [{ field: 'applicant.name', message }] });
    }
    const { body, idempotencyKey, officer: nobody } = call;
    return { seen: { body, idempotencyKey, officer: nobody } };
  }),
  route(readForms, () => Promise.resolve({ seen: 'forms' })),
  route(saveNote, (call) => {
    calls += 1;
    return Promise.resolve({ seen: { ...call.params, ...call.body, by: officerOf(call) } });
  }),
  route(readNotes, () => Promise.resolve({ seen: 'notes' })),
  route(getFile, ({ body }) =>
    Promise.resolve({ contentType: 'text/plain', fileName: `${body.name}.txt`, body: '内容' }),
  ),
  route(sendFile, async (call) => {
    let length = 0;
    for await (const chunk of chunksOf(call)) length += chunk.length;
    return { seen: length };
  }),
];

before(async () => {
  service = await startTestService({ seeded: true });
  own = await startRoutes(service.service, routes);
  token = await service.service.access.token(officer, 1);
});
after(async () => {
  await own.close();
  await service.close();
});

const form = { applicant: { name: '李四' }, kind: 'disclosure', copies: 2 };

function post(
  body: unknown,
  headers: Record<string, string> = {},
  path = '/test/forms',
): Promise<Response> {
  return fetch(`${own.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  } as RequestInit);
}

async function problemIn(response: Response, status: number, code: string): Promise<Problem> {
  const text = await response.text();
  assert.equal(response.status, status, text);
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const problem = ProblemSchema.parse(JSON.parse(text));
  assert.equal(problem.code, code);
  return problem;
}

/** The faults of a body, by field. */
async function faultsOf(body: unknown, language = 'zh'): Promise<Record<string, FieldProblem>> {
  const before = calls;
  const response = await post(body, { 'Accept-Language': language });
  const { errors = [] } = await problemIn(response, 400, 'bad-body');
  assert.equal(calls, before, 'the handler was not reached');
  return Object.fromEntries(errors.map((error) => [error.field, error]));
}

describe('a body that is right', () => {
  test('reaches the handler checked; the answer is never kept', async () => {
    const response = await post(
      { ...form, wanted: { number: 7 }, policy: { fast: true } },
      { 'Idempotency-Key': '0123-4567' },
    );
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('etag'), null);
    assert.deepEqual(await response.json(), {
      seen: {
        body: { ...form, wanted: { number: 7 }, policy: { fast: true } },
        idempotencyKey: '0123-4567',
      },
    });
  });

  test('may say its charset, and hold line breaks and tabs', async () => {
    const type = { 'Content-Type': 'application/json; charset="UTF-8"' };
    const response = await post({ ...form, applicant: { name: '甲\n\t乙' } }, type);
    assert.equal(response.status, 200);
  });

  test('is announced what is left of a limit', async () => {
    const { headers } = await post(form);
    assert.equal(headers.get('ratelimit-policy'), '"test.save";q=1000;w=60');
    assert.match(headers.get('ratelimit') ?? '', /^"test\.save";r=9\d\d;t=\d+$/);
  });

  test('may be answered with a file', async () => {
    const response = await post({ name: '答复' }, {}, '/test/files');
    assert.equal(response.headers.get('content-type'), 'text/plain');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; .*%E7%AD%94/);
    assert.equal(await response.text(), '内容');
  });

  test('is left to the handler where a file is uploaded, however large', async () => {
    const type = { 'Content-Type': 'multipart/form-data; boundary=x' };
    const response = await post(new Uint8Array(3_000_000), type, '/test/uploads');
    assert.deepEqual(await response.json(), { seen: 3_000_000 });
  });
});

describe('a body that is wrong is refused by field', () => {
  test('what is missing, empty, too long, of the wrong type', async () => {
    const faults = await faultsOf({
      applicant: { name: 'x'.repeat(21) },
      copies: '2',
      dueOn: '2026-02-30',
      attachments: ['a', 'b', 'c'],
    });
    assert.deepEqual(Object.keys(faults).sort(), [
      ...['applicant.name', 'attachments', 'copies', 'dueOn', 'kind'],
    ]);
    assert.equal(faults['applicant.name']?.message, '太长：共 21 个字符，最多 20 个');
    assert.equal(faults['applicant.name'].expected, '1 到 20 个字符');
    assert.equal(faults.kind?.message, '必填');
    assert.match(faults.kind.expected ?? '', /disclosure、correction/);
    assert.equal(faults.copies?.message, '类型不正确');
    assert.equal(faults.copies.expected, '1 到 9 的整数');
    assert.match(faults.dueOn?.expected ?? '', /YYYY-MM-DD/);
    assert.equal(faults.attachments?.message, '太多：共 3 项，最多 2 项');
    const empty = await faultsOf({ ...form, attachments: [''] });
    assert.equal(empty['attachments.0']?.message, '必填，不能为空');
  });

  test('in English for who asks for it', async () => {
    const faults = await faultsOf({ ...form, applicant: {} }, 'en');
    assert.equal(faults['applicant.name']?.message, 'is required');
    assert.equal(faults['applicant.name'].expected, '1 to 20 characters');
  });

  test('in the words of the schema, where it has its own', async () => {
    assert.equal((await faultsOf({ ...form, code: 'x' })).code?.expected, 'K 和四位数字，如 K1234');
    const faults = await faultsOf({ ...form, kind: 'correction' });
    assert.deepEqual(faults.copies, {
      field: 'copies',
      message: '更正申请只要一份',
      expected: '1',
    });
  });

  test('of the choices, in the one that was meant', async () => {
    const identity = { kind: 'resident', number: '1' };
    const faults = await faultsOf({ ...form, applicant: { name: '李', identity } });
    assert.deepEqual(Object.keys(faults), ['applicant.identity.number']);
    const other = { kind: 'other', number: '1', paper: 'x' };
    const stranger = await faultsOf({ ...form, applicant: { name: '李', identity: other } });
    assert.equal(stranger['applicant.identity.number']?.expected, '可用的字段：kind、paper');
    assert.deepEqual(Object.keys(await faultsOf({ ...form, wanted: { number: 'x' } })), [
      'wanted.number',
    ]);
    assert.deepEqual(Object.keys(await faultsOf({ ...form, wanted: 5 })), ['wanted']);
  });

  test('fields that do not exist, also __proto__ and its like', async () => {
    const faults = await faultsOf(
      `{"applicant":{"name":"李","purpose":"x","__proto__":{"admin":true}},"kind":"disclosure","copies":1,"constructor":{},"policy":{"__proto__":true}}`,
    );
    assert.deepEqual(Object.keys(faults).sort(), [
      ...['applicant.__proto__', 'applicant.purpose', 'constructor', 'policy.__proto__'],
    ]);
    assert.equal(faults['applicant.purpose']?.message, '没有这个字段');
    assert.equal(faults['applicant.purpose'].expected, '可用的字段：name、identity');
    assert.equal(({} as { admin?: boolean }).admin, undefined);
  });

  test('control characters and halves of characters', async () => {
    for (const bad of ['a\0b', 'a\u0007', 'a\r\nb', '\u009b', '\ud83d']) {
      const faults = await faultsOf({ ...form, applicant: { name: bad } });
      assert.match(faults['applicant.name']?.message ?? '', /控制字符/, JSON.stringify(bad));
    }
    const faults = await faultsOf({ ...form, attachments: ['ok', 'a\u0001'] });
    assert.deepEqual(Object.keys(faults), ['attachments.1']);
  });

  test('a handler says it in the same way', async () => {
    const response = await post({ ...form, applicant: { name: '无此人' } });
    const { errors } = await problemIn(response, 400, 'bad-body');
    assert.deepEqual(errors, [{ field: 'applicant.name', message: '没有这个人' }]);
  });

  test('never with what was given, and of many faults the first fifty', async () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`field${i}`, i]));
    const response = await post({ ...form, kind: '张三的秘密', dueOn: '张三的秘密', ...many });
    const text = await response.clone().text();
    assert.ok(!text.includes('秘密'));
    assert.equal((await problemIn(response, 400, 'bad-body')).errors?.length, 50);
  });

  test('an idempotency key that is none', async () => {
    for (const key of ['short', 'with blank 12', 'x'.repeat(129)]) {
      const response = await post(form, { 'Idempotency-Key': key });
      const { errors } = await problemIn(response, 400, 'bad-body');
      assert.equal(errors?.[0]?.field, 'Idempotency-Key');
    }
  });
});

describe('a body that cannot be read', () => {
  test('is no JSON, no UTF-8, not whole, or nested without end', async () => {
    const cases: [body: string | Uint8Array, detail: RegExp][] = [
      ['{"applicant":', /JSON/],
      ['', /JSON/],
      ['{a:1}', /JSON/],
      [new Uint8Array([0x22, 0xc3, 0x28, 0x22]), /UTF-8/],
      [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, /32 层/],
      [`{"applicant":${'{"a":'.repeat(40)}1${'}'.repeat(40)}}`, /32 层/],
    ];
    for (const [body, detail] of cases) {
      const problem = await problemIn(await post(body), 400, 'bad-body');
      assert.match(problem.detail ?? '', detail);
    }
    for (const body of ['null', '[]', '"text"', '1']) {
      await problemIn(await post(body), 400, 'bad-body');
    }
  });

  test('is of another type, or compressed', async () => {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json;charset=gbk',
    ];
    for (const type of types) {
      const response = await post(form, { 'Content-Type': type });
      assert.equal(response.headers.get('accept'), 'application/json');
      const { detail } = await problemIn(response, 415, 'unsupported-media-type');
      assert.match(detail ?? '', /application\/json/);
    }
    const zipped = await post(form, { 'Content-Encoding': 'gzip' });
    await problemIn(zipped, 415, 'unsupported-media-type');
  });
});

describe('a body that is too large', () => {
  const big = Buffer.alloc(10 * 1024 * 1024, 'x');

  async function send(chunks: Buffer[], headers: Record<string, string>, agent: Agent) {
    const { hostname, port } = new URL(own.url);
    const path = '/api/v1/test/forms';
    const request = httpRequest({ hostname, port, path, method: 'POST', headers, agent });
    request.setHeader('Content-Type', 'application/json');
    const answer = once(request, 'response') as Promise<[IncomingMessage]>;
    for (const chunk of chunks) request.write(chunk);
    request.end();
    const [response] = await answer;
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part as Buffer);
    return {
      status: response.statusCode,
      problem: JSON.parse(Buffer.concat(parts).toString()) as Problem,
      socket: response.socket,
    };
  }

  test('is refused at once, said in advance or not, and the connection goes on', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const before = calls;
    const announced = { 'Content-Length': String(big.length) };
    for (const headers of [announced, { 'Transfer-Encoding': 'chunked' }]) {
      const { status, problem } = await send([big], headers, agent);
      assert.equal(status, 413);
      assert.equal(problem.code, 'too-large');
      assert.match(problem.detail ?? '', /256 kB/);
      const small = Buffer.from(JSON.stringify(form));
      const next = await send([small], { 'Content-Length': String(small.length) }, agent);
      assert.equal(next.status, 200);
    }
    assert.equal(calls, before + 2);
    agent.destroy();
  });

  test('answers before the rest has come when the length was said', async () => {
    const { hostname, port } = new URL(own.url);
    const request = httpRequest({
      ...{ hostname, port, path: '/api/v1/test/forms', method: 'POST', agent: false },
      headers: { 'Content-Type': 'application/json', 'Content-Length': String(big.length) },
    });
    request.on('error', () => undefined);
    request.flushHeaders();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    assert.equal(response.statusCode, 413);
    request.destroy();
  });

  test('has the limit of its endpoint', async () => {
    const headers = { Authorization: `Bearer ${token}` };
    const response = await post({ text: 'x'.repeat(1_100) }, headers, '/test/notes/1');
    assert.match((await problemIn(response, 413, 'too-large')).detail ?? '', /1 kB/);
  });

  test('a body that breaks off ends nothing but itself', async () => {
    const { hostname, port } = new URL(own.url);
    const request = httpRequest({
      ...{ hostname, port, path: '/api/v1/test/forms', method: 'POST', agent: false },
      headers: {
        ...{ 'Content-Type': 'application/json', 'Content-Length': '1000' },
        'X-Request-Id': 'broken-off-1',
      },
    });
    request.on('error', () => undefined);
    request.write('{"applicant"');
    await pause(50);
    request.destroy();
    const lines = await linesOf('broken-off-1');
    assert.ok(lines.every(({ event }) => event !== 'failure'));
    assert.equal((await post(form)).status, 200);
  });
});

async function linesOf(requestId: string) {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const lines = service.lines.filter((line) => line.requestId === requestId);
    if (lines.some(({ event }) => event === 'request')) return lines;
    assert.ok(Date.now() < deadline, 'there is no log line');
    await pause(5);
  }
}

describe('officers', () => {
  test('come in with a token; nobody else reaches the handler', async () => {
    const before = calls;
    const response = await post({ text: 'x' }, {}, '/test/notes/7');
    assert.equal(response.headers.get('www-authenticate'), 'Bearer realm="open-info"');
    await problemIn(response, 401, 'unauthenticated');
    assert.equal(calls, before);
    const headers = { Authorization: `Bearer ${token}` };
    const good = await post({ text: 'x' }, headers, '/test/notes/7');
    assert.deepEqual(await good.json(), { seen: { id: '7', text: 'x', by: officer } });
  });

  test('an answer that may be asked again costs no body, and no cache between keeps it', async () => {
    const address = `${own.url}/api/v1/test/notes`;
    const headers = { Authorization: `Bearer ${token}` };
    const first = await fetch(address, { headers });
    assert.equal(first.headers.get('cache-control'), 'private, no-cache');
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(address, { headers: { ...headers, 'If-None-Match': etag } });
    assert.equal(again.status, 304);
    const stranger = await fetch(address, { headers: { 'If-None-Match': etag } });
    assert.equal(stranger.status, 401);
  });
});

test('what is for officers or a write cannot be declared as published', async () => {
  for (const guarded of [{ ...readNotes }, { ...saveForm, body: z.object({}) }]) {
    const one = endpoint({ ...guarded, caching: 'published' });
    const start = startRoutes(service.service, [
      { endpoint: one, handler: () => Promise.resolve({ seen: '' }) },
    ]);
    await assert.rejects(start, /cannot be published/);
  }
});

describe('pages of other origins', () => {
  const page = 'https://www.example.gov.cn';

  async function withOrigins(
    writeOrigins: string[] | undefined,
    ask: (url: string) => Promise<void>,
    databaseUrl?: string,
  ) {
    const settings = { ...service.service.settings, writeOrigins, databaseUrl };
    const running = await startRoutes({ ...service.service, settings }, routes);
    await ask(`${running.url}/api/v1`).finally(running.close);
  }
  const write = (url: string, origin?: string, path = '/test/forms') =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(origin && { Origin: origin }) },
      body: JSON.stringify(form),
    });

  test('may not write unless they are named; those without an origin are no pages', async () => {
    await withOrigins(undefined, async (url) => {
      const before = calls;
      const refused = await write(url, page);
      assert.equal(refused.headers.get('access-control-allow-origin'), null);
      const { detail } = await problemIn(refused, 403, 'forbidden');
      assert.match(detail ?? '', /OPEN_INFO_WRITE_ORIGINS/);
      assert.equal((await write(url, 'null')).status, 403);
      assert.equal((await write(url, 'https://localhost.example.com')).status, 403);
      assert.equal(calls, before);
      for (const origin of [undefined, new URL(url).origin, 'http://localhost:5173']) {
        assert.equal((await write(url, origin)).status, 200, origin);
      }
    });
    await withOrigins([page], async (url) => {
      const allowed = await write(url, page);
      assert.equal(allowed.status, 200);
      assert.equal(allowed.headers.get('access-control-allow-origin'), page);
      assert.match(allowed.headers.get('vary') ?? '', /^Origin/);
      assert.equal(allowed.headers.get('access-control-allow-credentials'), null);
      assert.equal((await write(url, 'http://localhost:5173')).status, 403);
    });
    await withOrigins(['*'], async (url) => {
      const { headers } = await write(url, 'null');
      assert.equal(headers.get('access-control-allow-origin'), '*');
    });
    const postgres = 'postgres://db.example/open-info';
    await withOrigins(
      undefined,
      async (url) => {
        assert.equal((await write(url, 'http://localhost:5173')).status, 403);
      },
      postgres,
    );
  });

  test('may read what is public, and nothing of officers', async () => {
    await withOrigins(undefined, async (url) => {
      const read = await fetch(`${url}/test/forms`, { headers: { Origin: page } });
      assert.equal(read.headers.get('access-control-allow-origin'), '*');
      const headers = { Origin: page, Authorization: `Bearer ${token}` };
      assert.equal((await fetch(`${url}/test/notes`, { headers })).status, 403);
    });
  });

  test('are told so before they ask', async () => {
    const ask = (url: string, method: string, path = '/test/forms', origin = page) =>
      fetch(`${url}${path}`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': method },
      });
    await withOrigins([page], async (url) => {
      const read = await ask(url, 'GET', undefined, 'https://other.example');
      assert.equal(read.headers.get('access-control-allow-origin'), '*');
      const { status, headers } = await ask(url, 'POST');
      assert.equal(status, 204);
      assert.equal(headers.get('access-control-allow-origin'), page);
      assert.equal(headers.get('access-control-allow-methods'), 'POST, GET, HEAD, OPTIONS');
      assert.match(headers.get('vary') ?? '', /Origin/);
      const names = headers.get('access-control-allow-headers') ?? '';
      for (const name of ['Idempotency-Key', 'Authorization', 'Content-Type', 'Accept-Language']) {
        assert.ok(names.includes(name), name);
      }
      const other = await ask(url, 'POST', undefined, 'https://other.example');
      assert.equal(other.headers.get('access-control-allow-origin'), null);
      const desk = await ask(url, 'GET', '/test/notes', 'https://other.example');
      assert.equal(desk.headers.get('access-control-allow-origin'), null);
    });
  });
});

test('no log line holds what was written, who wrote it, or a query of a write', async () => {
  const marks = ['mark-of-body', 'mark-of-key-1', 'mark-of-query', 'mark-of-path', token];
  const id = 'marked-request';
  const headers = {
    ...{ Authorization: `Bearer ${token}`, 'X-Request-Id': id, Cookie: 'mark-of-body=1' },
    'Idempotency-Key': 'mark-of-key-1',
  };
  await post({ ...form, applicant: { name: 'mark-of-body' } }, headers, '/test/forms');
  await post({ 'mark-of-body': 'mark-of-body' }, headers, '/test/forms?x=mark-of-query');
  await post('mark-of-body', headers, '/test/notes/mark-of-path');
  await post({ text: 'mark-of-body' }, headers, '/test/notes/mark-of-path');
  await linesOf(id);
  while (service.lines.filter(({ requestId }) => requestId === id).length < 4) await pause(5);
  const log = JSON.stringify(service.lines);
  for (const mark of marks) assert.ok(!log.includes(mark), mark);
});
