import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { failure, json, problem, serve, submission, type Handler } from '../test/server.ts';
import { createClient } from './client.ts';
import { downloadDeskAttachment, listDesk, moveAtDesk } from './desk.ts';
import { isOpenInfoError, redactUrl } from './errors.ts';
import { claimHandoff } from './handoffs.ts';
import { createOpenInfo } from './index.ts';
import { submitRequest, supplementRequest, trackRequest, undoRequest } from './requests.ts';
import { kyTransport } from './transport-ky.ts';
import { attachFile } from './uploads.ts';

const number = '2026-0000123-5';
const code = 'P4NTD-C0DE1';
const token = 'planted.token-of.an_officer';
/** What nobody may find again: as it was typed and as it may travel. */
const planted = {
  name: '甄无痕',
  identity: '11010519491231002X',
  phone: '027-87654321',
  sought: '只有我知道的事项',
  text: '补充的内容不能外泄',
  file: '我的身份证.pdf',
  bytes: '文件里的话',
  handoff: 'a'.repeat(43),
  code,
  token,
};
const marks = Object.values(planted).flatMap((one) => [one, encodeURIComponent(one)]);

const filed = {
  ...submission,
  applicant: {
    category: 'person',
    name: planted.name,
    identity: { kind: 'residentId', number: planted.identity },
  },
  contact: { phone: planted.phone },
  sought: { name: planted.sought },
};

/** Services that say back what they heard, in every way an answer can go wrong. */
const faults: Record<string, (body: string, token: string) => Handler> = {
  'a notice of a firewall': (body, heard) => (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>${body} ${heard}`),
  'JSON of another shape': (body) => (response) => json(response, { said: body, status: body }),
  'a cut body': (body) => (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(`{"said":"${body}`),
  'a redirect elsewhere': () => (response) =>
    response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
  'a refusal': () => (response) => json(response, problem(422, 'bad-body'), 422),
  'a lost connection': () => (response) => response.destroy(),
  'a failure': () => (response) => response.writeHead(503).end('down'),
};

for (const [name, fault] of Object.entries(faults)) {
  test(`${name}: no error and no log line holds what was sent`, { timeout: 60_000 }, async (t) => {
    const server = await serve(t, (response, request, count) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const heard = Buffer.concat(parts).toString();
        fault(heard, request.headers.authorization ?? '')(response, request, count);
      });
    });
    const lines: unknown[] = [];
    const write = (...line: unknown[]) => void lines.push(...line);
    const logger = { debug: write, info: write, warn: write, error: write };
    for (const transport of [undefined, kyTransport]) {
      const client = createClient({
        ...{ baseUrl: server.url, logger, logLevel: 'debug', maxRetries: 1, transport },
        onDrift: write,
      });
      const key = { number, code };
      const bytes = new TextEncoder().encode(planted.bytes);
      const note = { kind: 'note', text: planted.text } as const;
      const calls: (() => PromiseLike<unknown>)[] = [
        () => submitRequest(client, filed),
        () => trackRequest(client, key),
        () => undoRequest(client, key),
        () => supplementRequest(client, { ...key, text: planted.text }),
        () => attachFile(client, { name: planted.file, bytes }),
        () => claimHandoff(client, 'an-id-of-a-handoff', planted.handoff),
        () => listDesk(client, {}, { token }),
        () => moveAtDesk(client, number, note, { token }),
      ];
      for (const call of calls) {
        const error = await failure(call());
        assert.ok(isOpenInfoError(error));
        assert.ok(error.context.operation);
        write(
          error,
          JSON.stringify(error),
          error.stack,
          error.message,
          redactUrl(error.context.url ?? ''),
        );
      }
    }
    const all = lines.map((line) => inspect(line, { depth: 12, showHidden: true })).join('\n');
    for (const mark of marks) assert.ok(!all.includes(mark), mark);
    for (const line of server.log) for (const mark of marks) assert.ok(!line.includes(mark), line);
    assert.ok(server.requests.length > 0);
  });
}

test('what is not sent leaves no trace either', async () => {
  const client = createClient({ baseUrl: 'http://127.0.0.1:9' });
  const errors = [
    await failure(submitRequest(client, { ...filed, contact: { phone: `x${planted.phone}` } })),
    await failure(submitRequest(client, { ...filed, [planted.name]: planted.name })),
    await failure(trackRequest(client, { number, code: `${code}${code}` })),
    await failure(listDesk(client, {}, { token: `${token}\n` })),
    await failure(
      listDesk(client, {}, { token: () => Promise.reject(new Error(`no session for ${token}`)) }),
    ),
    await failure(
      claimHandoff(client, 'an-id-of-a-handoff', `${planted.handoff}${planted.handoff}`),
    ),
  ];
  const all = errors.map((error) => inspect(error, { depth: 12, showHidden: true })).join('\n');
  for (const mark of marks.filter((one) => one !== planted.name))
    assert.ok(!all.includes(mark), mark);
});

test('an officer’s token goes with the calls of the desk, to the service alone', async (t) => {
  const elsewhere = await serve(t, (response) => json(response, {}));
  const server = await serve(t, (response, request) => {
    if (request.url?.endsWith('/fields')) json(response, {});
    else response.writeHead(307, { location: `${elsewhere.url}/` }).end();
  });
  let asked = 0;
  const api = createOpenInfo({ baseUrl: server.url, token: async () => `${token}${++asked}` });
  assert.ok(!inspect(api, { depth: 5 }).includes(token));
  await failure(api.fields.list());
  await failure(api.desk.get(number, { maxRetries: 0 }));
  await failure(api.desk.get(number, { maxRetries: 0, token: 'another' }));
  await failure(
    downloadDeskAttachment(api.client, { number, id: 'a-1' }, { maxRetries: 0, token }),
  );
  assert.deepEqual(
    server.requests.map(({ headers }) => headers.authorization),
    [undefined, `Bearer ${token}1`, 'Bearer another', `Bearer ${token}`],
  );
  assert.equal(elsewhere.log.length, 0);
});
