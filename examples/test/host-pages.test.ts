import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { embeddables } from '../../packages/elements/src/embedding/embeddable.ts';
import { version } from '../../packages/elements/src/base/version.ts';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { encodeGbk } from './gbk.ts';
import { allReady, file, read, search, touch } from './journey.ts';
import { look } from './look.ts';
import { startSite, withService, type Send, type Site } from './site.ts';
import { axeFinds, sidewaysOf, visit } from './visit.ts';

const examples = new URL('..', import.meta.url).pathname;
const built =
  process.env.OPEN_INFO_EMBED ??
  new URL('../../packages/elements/dist/embed', import.meta.url).pathname;
/** A version that never was, of the very files. */
const another = '9.9.9';

let browser: Browser;
let site: Site;
let service: Awaited<ReturnType<typeof startService>>;
let archive: string;
/** How the department's own server sends its pages; a test sets it. */
let send: Send;

/** Puts the files that are built into an archive, as another version. */
function archiveAnother(): string {
  const folder = mkdtempSync(join(tmpdir(), 'open-info-archive-'));
  cpSync(built, join(folder, another), { recursive: true });
  for (const name of readdirSync(join(folder, another), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const path = join(folder, another, name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(`"${version}"`, `"${another}"`));
  }
  return folder;
}

before(async () => {
  archive = archiveAnother();
  site = await startSite((html, path) => send(html, path));
  service = await startService([
    '--site',
    examples,
    '--embed-archive',
    archive,
    '--write-origins',
    site.origin,
  ]);
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  await service.close();
  site.close();
  rmSync(archive, { recursive: true, force: true });
});

const items = (page: Page) => page.locator('oi-catalog-browser').locator('[part~="item"]');

/** Opens a page of the department's own server, which asks the service across origins. */
async function visitSite(path: string, width?: number) {
  const visited = await visit(
    browser,
    `${site.origin}${path}`,
    width === undefined ? {} : { width },
  );
  const own = `foreign: ${service.url}/`;
  // The browser asks for it, unasked.
  const faults = () =>
    visited.faults.filter((fault) => !fault.startsWith(own) && !fault.includes('404'));
  return { page: visited.page, faults };
}

/** The strictest policy under which a page may ask a service of another origin. */
const strict = (scripts = '') =>
  [
    "default-src 'none'",
    `script-src ${service.url} ${scripts}`,
    `connect-src ${service.url}`,
    `img-src 'self' ${service.url}`,
    `media-src ${service.url}`,
    "style-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
  ].join('; ');

const underPolicy =
  (policy: string): Send =>
  (html) => ({
    body: withService(html, service.url),
    headers: { 'content-security-policy': policy },
  });

describe('script-tag: two lines', () => {
  test('show an element and what stands in a div, on a phone too', async () => {
    const { page, faults } = await visit(browser, `${service.url}/script-tag/`, { width: 390 });
    await items(page).first().waitFor();
    await page.locator('div > oi-deadline-clock [part~="due"]').first().waitFor();
    assert.equal(await sidewaysOf(page), 0);
    assert.deepEqual(await axeFinds(page), []);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});

describe('import-map: the hash of every file', () => {
  /** Sends the page with the map the service offers, changed if need be. */
  async function sendWithMap(change: (map: string) => string = (map) => map): Promise<void> {
    const at = `${service.url}/embed/${version}`;
    const offered = await (await fetch(`${at}/importmap.json`)).text();
    const map = change(offered.replaceAll('"/embed/', `"${service.url}/embed/`));
    const hash = createHash('sha256').update(map).digest('base64');
    send = (html) => ({
      body: withService(
        html
          .replace(/(<script type="importmap">)[^<]*/, (_, tag: string) => tag + map)
          .replace('/embed/loader.js', `/embed/${version}/loader.js`),
        service.url,
      ),
      headers: { 'content-security-policy': strict(`'sha256-${hash}'`) },
    });
  }

  test('is checked, under a policy that names the map by its own', async () => {
    await sendWithMap();
    const { page, faults } = await visitSite('/import-map/');
    await items(page).first().waitFor();
    assert.deepEqual(faults(), []);
    await page.context().close();
  });

  test('refuses a part that is another than it was; the plain link stands', async () => {
    await sendWithMap((map) =>
      map.replace(/(chunks\/[^"]*": ?")sha384-[^"]*/g, `$1sha384-${'A'.repeat(64)}`),
    );
    const { page, faults } = await visitSite('/import-map/');
    while (!faults().some((fault) => /integrity/i.test(fault))) await page.waitForEvent('console');
    assert.ok(await page.getByRole('link', { name: '政务公开事项标准目录（下载）' }).isVisible());
    assert.equal(await page.evaluate(() => customElements.get('oi-catalog-browser')), undefined);
    await page.context().close();
  });
});

describe('strict-csp: every element', () => {
  test('works under the policy of the service, which allows nothing but itself', async () => {
    const { page, faults } = await visit(browser, `${service.url}/strict-csp/`);
    await allReady(page);
    await touch(page);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('works with a service of another origin, with default-src none', async () => {
    send = underPolicy(strict());
    const { page, faults } = await visitSite('/strict-csp/', 390);
    await allReady(page);
    await touch(page);
    assert.equal(await sidewaysOf(page), 0);
    assert.deepEqual(faults(), []);
    await page.context().close();
  });
});

describe('two-versions', () => {
  test('the first stays, the second says both versions, and the page works', async () => {
    const { page, faults } = await visit(browser, `${service.url}/two-versions/`);
    await search(page);
    const defined = await page.evaluate(
      () => (customElements.get('oi-catalog-browser') as unknown as { version: string }).version,
    );
    assert.equal(defined, version);
    const warnings = [
      ...embeddables.map(({ name }) => `oi-${name}`),
      'oi-kiosk',
      'oi-provider',
    ].map(
      (tag) =>
        `warning: [open-info/another-version] <${tag}> ${another} is ignored: ${version} is already defined.`,
    );
    assert.deepEqual(faults.sort(), warnings.sort());
    await page.context().close();
  });
});

describe('hostile-host: an old site', () => {
  const asItIs: Send = (html) => ({
    body: encodeGbk(
      withService(html, service.url).replaceAll('"/hostile-host', `"${site.origin}/hostile-host`),
    ),
  });
  /** The same page without what is hostile about it. */
  const plain: Send = (html) => ({
    body: withService(
      `<!doctype html>${html}`
        .replace(/<base[^>]*>|<link[^>]*>|<script src[^<]*<.script>/g, '')
        .replace('<meta charset="gbk" />', '<meta charset="utf-8" /><style>body{margin:0}</style>'),
      service.url,
    ),
  });

  for (const width of [390, 1280]) {
    test(`looks at ${width} px as on a plain page: text, colours, sizes and places`, async () => {
      send = plain;
      const there = await visitSite('/hostile-host/', width);
      const expected = await look(there.page);
      send = asItIs;
      const here = await visitSite('/hostile-host/', width);
      const seen = await look(here.page);
      assert.deepEqual(
        await here.page.evaluate(() => [document.characterSet, document.compatMode]),
        ['GBK', 'BackCompat'],
      );
      assert.deepEqual(
        seen.map(({ style }) => style),
        expected.map(({ style }) => style),
      );
      // A line that holds a badge alone is as high as the badge in quirks mode.
      const moved = seen.filter(({ box }, place) =>
        box.some((side, at) => Math.abs(side - (expected[place]?.box[at] ?? Infinity)) > 6),
      );
      assert.deepEqual(moved, []);
      assert.deepEqual(
        seen.filter(({ text }) => text !== undefined && text < 13),
        [],
      );
      assert.deepEqual(
        seen.filter(({ target }) => target !== undefined && target < 44),
        [],
      );
      assert.deepEqual(here.faults(), []);
      await there.page.context().close();
      await here.page.context().close();
    });
  }

  test('is searched, asked and read', async () => {
    send = asItIs;
    const { page, faults } = await visitSite('/hostile-host/');
    await search(page);
    await read(page);
    assert.match(await file(page), /\d{4}-\d{7}-\d/);
    assert.deepEqual(faults(), []);
    await page.context().close();
  });
});
