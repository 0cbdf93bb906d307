import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test, type TestContext } from 'node:test';
import { failure, json, problem, serve } from '../test/server.ts';
import { AbortedError, isOpenInfoError } from './errors.ts';
import { etagMemory } from './etag-memory.ts';
import { createMockClient, sampleRequestKeys } from './testing.ts';
import { trackRequest } from './requests.ts';
import { waitForRequest, watchRequest } from './watch.ts';

const key = sampleRequestKeys.confirmed;
const sample = await trackRequest(createMockClient(), key);
const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
const ticket = 'a-ticket-of-this-test-';

/** The view as it stands under a tag. */
const viewAt = (tag: string) => ({
  ...sample,
  watch: { ticket: `${ticket}${tag}`, tag, expiresAt: inAnHour },
});

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A service with a fault: answers questions in the order of `answers`, the last one again and again. */
async function faulty(t: TestContext, answers: Answer[]) {
  const server = await serve(t, (response, request, count) => {
    request.resume();
    answers[Math.min(count, answers.length) - 1]?.(response, request);
  });
  return server;
}

const view = (tag: string): Answer => {
  return (response) => json(response, viewAt(tag));
};
const watched = (tag: string): Answer => {
  return (response) => json(response, { tag });
};
const refused = (status: number, code: string, headers = {}): Answer => {
  return (response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
    json(response, problem(status, code), status);
  };
};

const track = 'POST /api/v1/requests/track';
const asks = (tag: string) => `GET /api/v1/watch/${ticket}${tag}`;
const soon = { interval: 1, longest: 5 };

test('gives the view, then each that differs, and asks for it only when the tag does', async (t) => {
  const server = await faulty(t, [
    ...[view('1'), watched('1'), watched('1'), watched('2'), view('2'), watched('3'), view('3')],
  ]);
  const tags: string[] = [];
  const told: string[] = [];
  const onChange = ({ watch }: typeof sample) => told.push(watch.tag);
  for await (const { watch } of watchRequest(server.client(), key, { ...soon, onChange })) {
    tags.push(watch.tag);
    if (watch.tag === '3') break;
  }
  assert.deepEqual(tags, ['1', '2', '3']);
  assert.deepEqual(told, tags);
  assert.deepEqual(server.log, [
    ...[track, asks('1'), asks('1'), asks('1'), track, asks('2'), track],
  ]);
});

test('a ticket that has ended is renewed without a word', async (t) => {
  const server = await faulty(t, [
    ...[view('1'), refused(404, 'not-found'), view('1'), watched('2'), view('2')],
  ]);
  const tags: string[] = [];
  const onChange = (one: typeof sample) => tags.push(one.watch.tag);
  const options = { ...soon, onChange };
  await waitForRequest(server.client(), key, (one) => one.watch.tag === '2', options);
  assert.deepEqual(tags, ['1', '2']);
  assert.deepEqual(server.log, [track, asks('1'), track, asks('1'), track]);
});

test('what may pass is tried again and told; what will not ends the watch', async (t) => {
  const server = await faulty(t, [
    view('1'),
    (response) => response.destroy(),
    refused(429, 'too-many-requests', { 'retry-after': '0.05' }),
    watched('1'),
    refused(503, 'unavailable'),
    watched('2'),
    refused(404, 'not-found'),
  ]);
  const told: (string | undefined)[] = [];
  const onFailure = (error?: { code: string }) => told.push(error?.code);
  const error = await failure(
    waitForRequest(server.client(), key, () => false, { ...soon, onFailure }),
  );
  assert.equal(isOpenInfoError(error) && error.status, 404);
  assert.deepEqual(told, ['network', 'http', undefined, 'http']);
});

test('Retry-After is kept, however long', async (t) => {
  const server = await faulty(t, [
    view('1'),
    refused(429, 'too-many-requests', { 'retry-after': '3600' }),
  ]);
  const controller = new AbortController();
  const { signal } = controller;
  const watch = waitForRequest(server.client(), key, () => false, {
    ...soon,
    signal,
    // Twenty times the longest pause of this watch later nothing has been asked again.
    onFailure: () => setTimeout(() => controller.abort(), 100),
  });
  assert.ok((await failure(watch)) instanceof AbortedError);
  assert.equal(server.log.length, 2);
});

test('an abort ends a watch that rests, and one that asks', async (t) => {
  const server = await faulty(t, [view('1'), () => undefined]);
  const resting = new AbortController();
  const { signal } = resting;
  const views = watchRequest(server.client(), key, { signal });
  assert.equal((await views.next()).value.watch.tag, '1');
  const next = views.next();
  resting.abort();
  assert.ok((await failure(next)) instanceof AbortedError);
  assert.equal(server.log.length, 1);

  const asking = new AbortController();
  const other = watchRequest(server.client(), key, { ...soon, signal: asking.signal });
  const first = other.next();
  await server.arrived(2);
  asking.abort();
  assert.ok((await failure(first)) instanceof AbortedError);
  const never = watchRequest(server.client(), key, { signal: AbortSignal.abort() });
  assert.ok((await failure(never.next())) instanceof AbortedError);
  assert.equal(server.log.length, 2);
});

test('outside browsers it asks with the ETag', async (t) => {
  const tagged: Answer = (response, { headers }) => {
    response.setHeader('etag', '"t-1"');
    if (headers['if-none-match'] === '"t-1"') response.writeHead(304).end();
    else json(response, { tag: '1' });
  };
  const server = await faulty(t, [view('1'), tagged, tagged, tagged, watched('2'), view('2')]);
  const client = server.client({ middleware: [etagMemory()] });
  await waitForRequest(client, key, ({ watch }) => watch.tag === '2', soon);
  const sent = server.requests.map(({ headers }) => headers['if-none-match']);
  assert.deepEqual(sent, [undefined, undefined, '"t-1"', '"t-1"', '"t-1"', undefined]);
});

/** A page that can be hidden, in the place of the one Node has not. */
function pretendPage(t: TestContext) {
  const page = Object.assign(new EventTarget(), { hidden: false });
  Object.assign(globalThis, { document: page });
  t.after(() => Reflect.deleteProperty(globalThis, 'document'));
  return (hidden: boolean) => {
    page.hidden = hidden;
    page.dispatchEvent(new Event('visibilitychange'));
  };
}

test('a page that is seen again asks at once', async (t) => {
  const hide = pretendPage(t);
  const server = await faulty(t, [view('1'), watched('2'), view('2')]);
  // Without the page nothing would be asked before a minute has passed.
  const views = watchRequest(server.client(), key, { interval: 60_000 });
  await views.next();
  const next = views.next();
  hide(true);
  hide(false);
  assert.equal((await next).value.watch.tag, '2');
});

test('a hidden page asks nothing', async (t) => {
  const hide = pretendPage(t);
  const server = await faulty(t, [watched('2'), view('2')]);
  const views = watchRequest(server.client(), key, { ...soon, view: viewAt('1') });
  hide(true);
  const next = views.next();
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(server.log.length, 0);
  hide(false);
  assert.equal((await next).value.watch.tag, '2');
});
