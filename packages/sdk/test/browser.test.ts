import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { after, before, test } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { bundle, olderBrowser, runInPage } from './page.ts';
import { fields, json, problem, serve } from './server.ts';

let browser: Browser;

before(async () => {
  const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});

after(() => browser.close());

/** Asks a service of another origin, as a widget does. */
const reading = `
  import { createClient } from './client.ts';
  import { listFields } from './fields.ts';
  const baseUrl = new URLSearchParams(location.search).get('service');
  const controller = new AbortController();
  controller.abort();
  globalThis.outcome = (async () => {
    const client = createClient({ baseUrl, timeout: 2000, appInfo: { name: 'page' } });
    const { items } = await listFields(client);
    const aborted = await listFields(client, { signal: controller.signal }).catch((e) => e.code);
    const late = await listFields(client, { timeout: 50, maxRetries: 0, headers: {} }).catch((e) => e.code);
    return [items.length, aborted, late].join(' ');
  })();
`;

/** Uploads: watched, unwatched, refused, cancelled. */
const uploading = `
  import { createClient } from './client.ts';
  import { attachFile } from './uploads.ts';
  const baseUrl = new URLSearchParams(location.search).get('service');
  const file = (size, name) => new File([new Uint8Array(size)], name, { type: 'application/pdf' });
  globalThis.outcome = (async () => {
    const client = createClient({ baseUrl });
    const told = [];
    const onProgress = (sent, total) => told.push([sent, total]);
    const watched = await attachFile(client, file(4_000_000, '合同.pdf'), { onProgress });
    const plain = await attachFile(client, file(1_000, 'plain.pdf'));
    const refused = await attachFile(client, file(10, 'refused.pdf')).catch((e) => e);
    const lost = await attachFile(client, file(10, 'lost.pdf')).catch((e) => e.code);
    const controller = new AbortController();
    const cancelled = await attachFile(client, file(4_000_000, 'cancelled.pdf'), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    }).catch((e) => e.code);
    const gone = await attachFile(client, file(10, 'gone.pdf'), { signal: controller.signal }).catch((e) => e.code);
    return { told, watched, plain, refused: refused.problem, requestId: refused.requestId, lost, cancelled, gone };
  })();
`;

/** What needs the cryptography of the page. */
const sealing = `
  import { createClient } from './client.ts';
  import { solveChallenge } from './challenges.ts';
  import { claimHandoff, handoffFragment, readHandoffFragment, sendHandoff } from './handoffs.ts';
  import { createMockClient } from './testing.ts';
  import { getChallenge } from './challenges.ts';
  globalThis.outcome = (async () => {
    const client = createMockClient();
    const { id, key } = readHandoffFragment('#' + handoffFragment(await sendHandoff(client, { a: '张三' })));
    const value = await claimHandoff(client, id, key);
    let turns = 0;
    setInterval(() => turns++);
    const challenge = await getChallenge(client);
    const most = { ...challenge, challenge: '00'.repeat(32), maxnumber: 3000 };
    const none = await solveChallenge(most).catch((e) => e.code);
    return { value, none, drawn: turns > 0, number: JSON.parse(atob(await solveChallenge(challenge))).number };
  })();
`;

for (const [name, before] of [
  ['today', ''],
  ['of the floor', olderBrowser],
] as const) {
  test(`a browser ${name}: a public read of another origin is one request, under a strict policy`, async (t) => {
    const service = await serve(t, (response, _, count) => {
      response.setHeader('access-control-allow-origin', '*');
      if (count === 1) json(response, fields);
    });
    const code = await bundle(reading);
    const { outcome, page } = await runInPage(t, browser, code, { service: service.url }, before);
    assert.equal(outcome, '1 aborted timeout');
    assert.deepEqual(await page.evaluate('violations'), []);
    assert.deepEqual(service.log, ['GET /api/v1/fields', 'GET /api/v1/fields']);
    assert.equal(service.requests[0]?.headers.accept, 'application/json');
  });

  test(`a browser ${name}: an upload tells how far it is, can be cancelled, and is preflighted only when watched`, async (t) => {
    const service = await serve(t, takeUpload);
    const code = await bundle(uploading);
    const { outcome, page } = await runInPage(t, browser, code, { service: service.url }, before);
    const { told, ...others } = outcome as { told: [number, number][] };
    assert.ok(told.length >= 2);
    assert.ok(told.every(([sent, total]) => sent <= total && total >= 4_000_000));
    const [sent, total] = told[told.length - 1] ?? [];
    assert.equal(sent, total);
    assert.deepEqual(others, {
      watched: { ...taken, name: '合同.pdf' },
      plain: { ...taken, name: 'plain.pdf' },
      refused: problem(415, 'unsupported-media-type'),
      requestId: 'r-1',
      lost: 'network',
      cancelled: 'aborted',
      gone: 'aborted',
    });
    assert.deepEqual(await page.evaluate('violations'), []);
    const methods = service.log.map((line) => line.split(' ')[0]);
    assert.deepEqual(methods, ['OPTIONS', 'POST', 'POST', 'POST', 'POST', 'OPTIONS', 'POST']);
  });

  test(`a browser ${name}: seals a form and does a proof of work while the page goes on`, async (t) => {
    const code = await bundle(sealing);
    const { outcome, page } = await runInPage(t, browser, code, {}, before);
    assert.deepEqual(outcome, { value: { a: '张三' }, none: 'usage', drawn: true, number: 7 });
    assert.deepEqual(await page.evaluate('violations'), []);
  });
}

const taken = {
  token: 'a-token',
  type: 'application/pdf',
  size: 1,
  expiresAt: '2026-11-21T09:00:00+08:00',
};

/** Takes an upload, or refuses or loses it by its name; no preflight is remembered. */
function takeUpload(response: ServerResponse, request: IncomingMessage): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-max-age', '0');
  // Chromium itself sends again what it lost on a connection that was used before.
  response.setHeader('connection', 'close');
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  let head = '';
  request.on('data', (part: Buffer) => {
    head ||= part.toString('utf8', 0, 500);
  });
  request.on('error', () => undefined);
  request.on('end', () => {
    const name = /name="file"; filename="([^"]+)"/.exec(head)?.[1];
    if (name === 'lost.pdf') response.destroy();
    else if (name === 'refused.pdf') json(response, problem(415, 'unsupported-media-type'), 415);
    else json(response, { ...taken, name });
  });
}
