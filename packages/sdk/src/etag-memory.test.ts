import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fields, json, serve } from '../test/server.ts';
import { etagMemory } from './etag-memory.ts';
import { createOpenInfo } from './index.ts';
import { listFields } from './fields.ts';

test('an unchanged answer is not sent again', async (t) => {
  const server = await serve(t, (response, request) => {
    response.setHeader('etag', '"v1"');
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else json(response, fields);
  });
  const api = createOpenInfo({ baseUrl: server.url });
  const first = await api.fields.list();
  const second = await api.fields.list();
  assert.deepEqual(first, second);
  assert.notEqual(first, second);
  const conditions = server.requests.map(({ headers }) => headers['if-none-match']);
  assert.deepEqual(conditions, [undefined, '"v1"']);
});

test('a changed answer replaces the former one', async (t) => {
  const server = await serve(t, (response, _, count) => {
    response.setHeader('etag', `"v${count}"`);
    json(response, { ...fields, updatedAt: String(count) });
  });
  const client = server.client({ middleware: [etagMemory()] });
  assert.equal((await listFields(client)).updatedAt, '1');
  assert.equal((await listFields(client)).updatedAt, '2');
  await listFields(client);
  assert.equal(server.requests[2]?.headers['if-none-match'], '"v2"');
});

test('a 304 to what is not kept is asked again, without a condition', async (t) => {
  const server = await serve(t, (response, request) => {
    if (request.headers['if-none-match']) response.writeHead(304).end();
    else json(response, fields);
  });
  const client = server.client({ middleware: [etagMemory()] });
  const answer = await listFields(client, { headers: { 'If-None-Match': '"lost"' } });
  assert.deepEqual(answer, fields);
  assert.equal(server.log.length, 2);
});

test('an answer forgotten while its condition was under way is still at hand', async (t) => {
  const server = await serve(t, (response, request) => {
    response.setHeader('etag', '"v1"');
    if (!request.headers['if-none-match']) {
      json(response, fields);
      return;
    }
    void fillMemory().then(() => response.writeHead(304).end());
  });
  const memory = etagMemory();
  const client = server.client({ middleware: [memory] });
  const fillMemory = async () => {
    for (let index = 0; index < 201; index++) {
      const other = new Request(`http://host/${index}`);
      await memory(other, async () => new Response('{}', { headers: { etag: '"o"' } }), {
        operation: 'other',
        attempt: 1,
        context: {},
      });
    }
  };
  await listFields(client);
  assert.deepEqual(await listFields(client), fields);
});

test('a call may ask past the memory', async (t) => {
  const server = await serve(t, (response) => {
    response.setHeader('etag', '"v1"');
    json(response, fields);
  });
  const client = server.client({ middleware: [etagMemory()] });
  await listFields(client);
  await listFields(client, { cache: 'none' });
  await listFields(client, { cache: 'reload' });
  const conditions = server.requests.map(({ headers }) => headers['if-none-match']);
  assert.deepEqual(conditions, [undefined, undefined, undefined]);
});
