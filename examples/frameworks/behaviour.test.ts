import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build, type Plugin } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { compile } from 'svelte/compiler';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { serveFolder } from '../../scripts/lib/static-server.mjs';

const hosts = ['plain', 'react', 'preact', 'vue', 'svelte'];
const sources = new URL('hosts/', import.meta.url).pathname;

/** Compiles `.svelte` as its bundler plugins do. */
const svelte: Plugin = {
  name: 'svelte',
  setup(bundler) {
    bundler.onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
      contents: compile(readFileSync(path, 'utf8'), { filename: path, generate: 'client' }).js.code,
    }));
  },
};

/** A page for each framework: what it needs of the elements is registered before. */
const entry = (host: string) => `
  import '@open-info/elements/policy-card/define';
  import '@open-info/elements/provider/define';
  import { openHost } from './${host}';
  import { journey } from './journey.ts';
  window.outcome = journey(openHost);`;

const late = `
  import { setThenDefine } from './late.ts';
  window.outcome = setThenDefine();`;

const html = (script: string) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8" />
  <div id="place"></div><main id="other"></main><script type="module" src="${script}"></script></html>`;

let folder: string;
let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-info-frameworks-'));
  const pages: Record<string, string> = {
    ...Object.fromEntries(hosts.map((host) => [host, entry(host)])),
    late,
  };
  await build({
    entryPoints: Object.keys(pages).map((name) => ({ in: `page:${name}`, out: name })),
    bundle: true,
    format: 'esm',
    splitting: true,
    target: 'es2021',
    outdir: folder,
    define: { 'process.env.NODE_ENV': '"production"' },
    jsx: 'automatic',
    logLevel: 'error',
    plugins: [
      svelte,
      {
        name: 'pages',
        setup(bundler) {
          bundler.onResolve({ filter: /^page:/ }, ({ path }) => ({
            path: path.slice(5),
            namespace: 'page',
          }));
          bundler.onLoad({ filter: /.*/, namespace: 'page' }, ({ path }) => ({
            contents: pages[path] ?? '',
            resolveDir: sources,
          }));
        },
      },
    ],
  });
  for (const name of Object.keys(pages))
    writeFileSync(join(folder, `${name}.html`), html(`${name}.js`));
  server = await serveFolder(folder);
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a page found out, and what went wrong on it. */
async function outcomeOf(name: string): Promise<{ outcome: unknown; faults: string[] }> {
  const page: Page = await browser.newPage();
  const faults: string[] = [];
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${server.url}/${name}.html`);
  const outcome: unknown = await page.evaluate(
    () => (window as unknown as { outcome: Promise<unknown> }).outcome,
  );
  await page.close();
  return { outcome, faults };
}

describe('elements behave as elements of the browser do', () => {
  for (const name of hosts) {
    test(`in ${name}: properties, attributes, events, children, coming and going`, async () => {
      assert.deepEqual(await outcomeOf(name), {
        outcome: {
          property: true,
          attribute: '3',
          fromAttribute: 3,
          sameObject: true,
          sameClient: true,
          reflectedMode: 'elder',
          words: '看全文',
          slotted: '政策',
          heard: ['oi-policy-unfolding, kept compact', 'oi-policy-unfolding, open'],
          changed: [true, false, true, 4, '政策文件', 'standard'],
          afterTaking: 0,
          afterPuttingBack: true,
          afterMoving: ['2', true],
          left: 0,
        },
        faults: [],
      });
    });
  }

  test('what was set before an element was defined holds once it is', async () => {
    assert.deepEqual(await outcomeOf('late'), {
      outcome: [true, 'elder', true, true, 4, [], true],
      faults: [],
    });
  });
});
