import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { serve } from './server.ts';

/** A script of the SDK's sources for a page, as one file. */
export async function bundle(source: string): Promise<string> {
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
export const olderBrowser = `
  delete Object.hasOwn;
  delete AbortSignal.any;
  delete AbortSignal.timeout;
  delete globalThis.structuredClone;
  delete Array.prototype.at;
  delete crypto.constructor.prototype.randomUUID;
  const abort = AbortController.prototype.abort;
  AbortController.prototype.abort = function () { abort.call(this, undefined); };
`;

/**
 * Runs a script in a page under a strict policy; it sets `globalThis.outcome` to a promise.
 *
 * @param before what runs in the page before anything else
 * @returns what the promise gave; `violations` of the policy stand in the page
 */
export async function runInPage(
  t: TestContext,
  browser: Browser,
  code: string,
  query: Record<string, string>,
  before = '',
): Promise<{ outcome: unknown; page: Page }> {
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
    response.end('<!doctype html><title>x</title><script type="module" src="/script.js"></script>');
  });
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.addInitScript(`
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
    ${before}
  `);
  await page.goto(`${host.url}/?${new URLSearchParams(query).toString()}`);
  await page.waitForFunction('globalThis.outcome !== undefined');
  return { outcome: await page.evaluate('outcome'), page };
}
