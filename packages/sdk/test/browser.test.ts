import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import { fields, json, serve } from './server.ts';

let browser: Browser;

before(async () => {
  const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});

after(() => browser.close());

/** The page's script: asks a service of another origin, as a widget does. */
async function script(): Promise<string> {
  const source = `
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
  const { outputFiles } = await build({
    stdin: {
      contents: source,
      resolveDir: fileURLToPath(new URL('../src', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    target: 'es2021',
    conditions: ['source'],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** What the browsers of our floor lack and our code must not need. */
const olderBrowser = `
  delete Object.hasOwn;
  delete AbortSignal.any;
  delete AbortSignal.timeout;
  delete globalThis.structuredClone;
  delete Array.prototype.at;
  delete crypto.constructor.prototype.randomUUID;
  const abort = AbortController.prototype.abort;
  AbortController.prototype.abort = function () { abort.call(this, undefined); };
`;

for (const [name, before] of [
  ['today', ''],
  ['of the floor', olderBrowser],
] as const) {
  test(`a browser ${name}: a public read of another origin is one request, under a strict policy`, async (t) => {
    const code = await script();
    const host = await serve(t, (response, request) => {
      response.setHeader(
        'content-security-policy',
        "default-src 'self'; script-src 'self'; connect-src *; require-trusted-types-for 'script'",
      );
      if (request.url === '/script.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
        return;
      }
      response.setHeader('content-type', 'text/html');
      response.end(
        '<!doctype html><title>x</title><script type="module" src="/script.js"></script>',
      );
    });
    const service = await serve(t, (response, _, count) => {
      response.setHeader('access-control-allow-origin', '*');
      if (count === 1) json(response, fields);
    });
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.addInitScript(`
      globalThis.violations = [];
      addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
      ${before}
    `);
    await page.goto(`${host.url}/?service=${encodeURIComponent(service.url)}`);
    await page.waitForFunction('globalThis.outcome !== undefined');
    assert.equal(await page.evaluate('outcome'), '1 aborted timeout');
    assert.deepEqual(await page.evaluate('violations'), []);
    assert.deepEqual(service.log, ['GET /api/v1/fields', 'GET /api/v1/fields']);
    assert.equal(service.requests[0]?.headers.accept, 'application/json');
  });
}
