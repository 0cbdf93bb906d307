import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '@open-info/contract/problem';
import { sql } from 'kysely';
import { startTestService } from '../test/service.ts';
import { startService } from './server.ts';
import { readSettings } from './settings.ts';
import { StopError } from './stop.ts';

test('a taken port and an address of another machine are told in one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const settings = readSettings({ data: 'memory', logLevel: 'silent', readIndex: 'off' }, {});
  const told = (sentence: RegExp) => (error: unknown) =>
    error instanceof StopError && sentence.test(error.sentence);
  await assert.rejects(
    startService({ ...settings, port }),
    told(new RegExp(`端口 ${port} 已被占用.*Port ${port} is taken`)),
  );
  await assert.rejects(
    startService({ ...settings, port: 0, host: '192.0.2.1' }),
    told(/192\.0\.2\.1.*--host/),
  );
  other.close();
});

test('an empty database: alive, not ready, and what to do is said', async () => {
  const service = await startTestService();
  const health = await fetch(`${service.url}/api/v1/health`);
  assert.equal(health.status, 200);
  assert.equal(health.headers.get('cache-control'), 'no-store');
  assert.equal(((await health.json()) as { status: string }).status, 'ok');

  const ready = await fetch(`${service.url}/api/v1/ready`);
  assert.equal(ready.status, 503);
  assert.equal(ready.headers.get('retry-after'), '5');
  const { code, detail } = (await ready.json()) as Problem;
  assert.equal(code, 'unavailable');
  assert.match(detail ?? '', /open-info import catalog/);
  await service.close();
});

test('a filled database is ready; one that has gone is 503, and nothing of the inside is told', async () => {
  const service = await startTestService({ seeded: true });
  const status = async (path: string) => (await fetch(service.url + path)).status;
  assert.equal(await status('/api/v1/ready'), 200);

  await service.service.db.destroy();
  assert.equal(await status('/api/v1/health'), 200);
  assert.equal(await status('/api/v1/ready'), 503);
  const answer = await fetch(`${service.url}/api/v1/organs`);
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get('retry-after'), '5');
  const problem = (await answer.json()) as Problem;
  assert.equal(problem.code, 'unavailable');
  assert.doesNotMatch(JSON.stringify(problem), /driver|destroyed|pglite/i);
  const failure = service.lines.find((line) => line.requestId === problem.requestId);
  assert.equal(failure?.event, 'failure');
  assert.match(String(failure.cause), /destroyed/);
  await service.close();
});

test('a fault of our own is 500 with a request id, and its cause only in the log', async () => {
  const service = await startTestService({ seeded: true });
  await sql`drop table areas cascade`.execute(service.service.db);
  const answer = await fetch(`${service.url}/api/v1/areas`, {
    headers: { 'accept-language': 'en' },
  });
  assert.equal(answer.status, 500);
  const text = await answer.text();
  assert.doesNotMatch(text, /areas|relation|select|\.ts/i);
  const { requestId, code } = JSON.parse(text) as Problem;
  assert.equal(code, 'internal');
  const failure = service.lines.find((line) => line.requestId === requestId);
  assert.match(String(failure?.cause), /relation "areas" does not exist/);
  await service.close();
});

test('closing lets an open answer end, and waits for nothing else', async () => {
  const service = await startTestService({ seeded: true });
  const agent = new Agent({ keepAlive: true });
  const request = get(`${service.url}/api/v1/catalog/export?format=json`, { agent });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const closed = service.close();
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  assert.ok(JSON.parse(Buffer.concat(chunks).toString()));
  // Less than the grace after which connections are cut, so that waiting for it would show.
  const late = pause(9_000, undefined, { ref: false }).then(() => assert.fail('waited'));
  await Promise.race([closed, late]);
  await assert.rejects(fetch(`${service.url}/api/v1/health`));
  agent.destroy();
});

test(
  'connections that the server cuts are made again',
  { skip: !process.env.TEST_DATABASE_URL },
  async () => {
    const service = await startTestService({ seeded: true });
    const { db } = service.service;
    const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    const status = async (path: string) => (await fetch(service.url + path)).status;
    await Promise.all(Array.from({ length: 8 }, (_, n) => status(`/api/v1/organs?kind=${n}`)));
    await cut.execute(db);
    let last = 0;
    for (let n = 10; n < 60 && last !== 200; n += 1) {
      last = await status(`/api/v1/organs?kind=${n}`);
      assert.ok(last === 200 || last === 503, `answered ${last}`);
    }
    assert.equal(last, 200);
    await service.close();
  },
);
