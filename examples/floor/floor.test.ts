import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import {
  ensureOldChromium,
  oldChromiums,
  runsOldChromiums,
} from '../../scripts/lib/old-chromium.mjs';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { changedGlobals } from './globals.ts';
import { allReady, file, read, search, touch } from '../test/journey.ts';
import { open } from './open.ts';

const examples = new URL('..', import.meta.url).pathname;

let service: Awaited<ReturnType<typeof startService>>;

before(async () => {
  // A proof of work is asked of every filing.
  service = await startService(['--site', examples, '--challenge-after', '0']);
});

after(() => service.close());

/** What a browser says of itself when the service answers that it wants a proof of work first. */
const workAsked =
  'error: Failed to load resource: the server responded with a status of 403 (Forbidden)';

/** What Lit notes for itself, so that two of it on a page tell of one another; nothing is replaced. */
const leftByLit = [
  '+ globalThis.Symbol.metadata',
  '+ globalThis.litElementVersions',
  '+ globalThis.litHtmlVersions',
  '+ globalThis.litPropertyMetadata',
  '+ globalThis.reactiveElementVersions',
];

/** The journey of a person through a page: the same in every browser. */
async function journey(browser: Browser, path: string): Promise<void> {
  const { page, faults } = await open(browser, `${service.url}/floor/${path}`);
  try {
    await search(page);
    await read(page);
    const receipt = await file(page);
    assert.match(receipt, /\d{4}-\d{7}-\d/, 'the number');
    assert.match(receipt, /[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}/, 'the code');
    assert.deepEqual(faults, [workAsked]);
    assert.deepEqual(await changedGlobals(page), leftByLit);
  } catch (error) {
    const shot = join(mkdtempSync(join(tmpdir(), 'open-info-floor-')), 'page.png');
    await page.screenshot({ path: shot, fullPage: true });
    const said = ['What the page said:', ...faults, `How it looked: ${shot}`].join('\n');
    throw new Error(`${(error as Error).message}\n${said}`, { cause: error });
  } finally {
    await page.context().close();
  }
}

const browsers = [
  ...oldChromiums.map((chosen) => ({
    name: `Chromium ${chosen.major}`,
    skip: !runsOldChromiums && 'there is no build of it for this machine',
    launch: async () => launchChromium(await ensureOldChromium(chosen)),
  })),
  { name: 'the current Chromium', skip: false, launch: () => launchChromium() },
];

for (const { name, skip, launch } of browsers) {
  describe(name, { skip }, () => {
    let browser: Browser;
    before(async () => {
      browser = await launch();
    });
    after(() => browser.close());

    test('searches the catalog, reads a policy and files a request with all.js', () =>
      journey(browser, 'index.html'));
    test('and with the loader', () => journey(browser, 'loader.html'));

    test('shows every element under the strictest policy', async () => {
      const { page, faults } = await open(browser, `${service.url}/strict-csp/`);
      await allReady(page);
      await touch(page);
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  });
}

test('what is replaced, added or taken away of the globals is found', async (t) => {
  const browser = await launchChromium();
  t.after(() => browser.close());
  const { page } = await open(browser, `${service.url}/floor/missing.html`);
  assert.deepEqual(await changedGlobals(page), []);
  await page.evaluate(() => {
    Array.prototype.includes = () => false;
    Reflect.set(Element.prototype, 'mine', 1);
    Reflect.deleteProperty(String.prototype, 'at');
    Object.setPrototypeOf(HTMLElement.prototype, null);
  });
  assert.deepEqual(await changedGlobals(page), [
    '+ globalThis.Element.prototype.mine',
    'globalThis.Array.prototype.includes is another',
    'globalThis.HTMLElement.prototype has another prototype',
    'globalThis.String.prototype.at is another',
  ]);
});
