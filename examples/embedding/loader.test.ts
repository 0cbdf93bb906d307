import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { open, startHost, type Host } from './host.ts';

let browser: Browser;
let host: Host;
let service: Awaited<ReturnType<typeof startService>>;

before(async () => {
  host = await startHost();
  service = await startService();
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  await service.close();
  host.close();
});

const loader = () => `<script type="module" src="${service.url}/embed/loader.js"></script>`;
const stamp = '<oi-stamp attribute="open"><a href="#plain">此件公开发布</a></oi-stamp>';

describe('the loader', () => {
  test('fetches what is on the page, and another element when it comes', async () => {
    const { page } = await open(browser, host.put(`${loader()}${stamp}`));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.locator('oi-stamp [part~="stamp"]').waitFor();
    assert.equal(await page.evaluate(() => customElements.get('oi-deadline-clock')), undefined);
    await page.evaluate((address) => {
      const section = document.createElement('section');
      const clock = document.createElement('oi-deadline-clock');
      clock.setAttribute('service', address);
      clock.setAttribute('received-on', '2026-03-02');
      section.append(clock);
      document.body.append(section);
    }, service.url);
    await page.locator('oi-deadline-clock [part~="due"]').first().waitFor();
    await page.context().close();
  });

  test('looks into shadow roots: of the page, declared, and of elements defined later', async () => {
    const body = `${loader()}
      <div id="declared"><template shadowrootmode="open">${stamp}</template></div>
      <div id="early"></div><department-box></department-box>
      <script>
        const place = () => { const it = document.createElement('oi-stamp'); it.setAttribute('attribute', 'open'); return it; };
        early.attachShadow({ mode: 'open' }).append(place());
        window.defineLate = () => customElements.define('department-box', class extends HTMLElement {
          connectedCallback() { this.attachShadow({ mode: 'open' }); setTimeout(() => this.shadowRoot.append(place())); }
        });
      </script>`;
    const { page, faults } = await open(browser, host.put(body));
    await page.locator('#declared oi-stamp [part~="stamp"]').waitFor();
    await page.locator('#early oi-stamp [part~="stamp"]').waitFor();
    await page.evaluate('defineLate()');
    await page.locator('department-box oi-stamp [part~="stamp"]').waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('is shown by look() what it cannot see', async () => {
    const { page } = await open(browser, host.put(`${loader()}<div id="closed"></div>`));
    await page.evaluate(async (address) => {
      const { look } = (await import(`${address}/embed/loader.js`)) as {
        look: (root: ShadowRoot) => void;
      };
      const root = document.querySelector('#closed')!.attachShadow({ mode: 'closed' });
      root.append(document.createElement('oi-stamp'));
      look(root);
      await customElements.whenDefined('oi-stamp');
      root.append(document.createElement('oi-provider'));
      await customElements.whenDefined('oi-provider');
    }, service.url);
    await page.context().close();
  });

  test('turns a div that names an element into it, once, with its attributes and its fallback', async () => {
    const div = `<div id="one" data-oi="stamp" data-oi-attribute="onRequest" data-oi-mode="elder" data-other="x"><a href="#plain">文件</a></div>
      <div id="none" data-oi="no-such-element">别的</div>`;
    const { page, faults } = await open(browser, host.put(`${loader()}${div}`));
    await page.locator('#one oi-stamp [part~="stamp"]').waitFor();
    const attributes = await page
      .locator('#one oi-stamp')
      .evaluate((it) => [...it.attributes].map(({ name, value }) => `${name}=${value}`));
    assert.deepEqual(attributes, ['attribute=onRequest', 'data-oi-mode=elder']);
    assert.equal(await page.locator('#one oi-stamp .frame').getAttribute('data-mode'), 'elder');
    assert.equal(await page.locator('#one > oi-stamp > a').count(), 1);
    assert.equal(await page.locator('#none').innerHTML(), '别的');
    await page.evaluate(() => {
      const one = document.querySelector('#one')!;
      one.remove();
      document.body.append(one, one.cloneNode(true));
    });
    await page.waitForFunction(() => document.querySelectorAll('[data-oi="stamp"]').length === 2);
    assert.equal(await page.locator('oi-stamp').count(), 2);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('tries again what could not be downloaded; the plain link stands till then', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    let failures = 0;
    let line: 'down' | 'up' = 'down';
    await page.route(/\/chunks\//, (route) => {
      if (line === 'up') return route.continue();
      failures += 1;
      return route.abort('connectionreset');
    });
    await page.goto(host.put(`${loader()}${stamp}`));
    await page.getByRole('link', { name: '此件公开发布' }).waitFor();
    while (failures === 0) await page.waitForEvent('requestfailed');
    line = 'up';
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.locator('oi-stamp [part~="stamp"]').waitFor();
    await context.close();
  });

  test('leaves the globals, the storage and the address of the page alone', async () => {
    const { page } = await open(
      browser,
      host.put(`<script>window.before = Object.getOwnPropertyNames(window).length + 1;</script>
        ${loader()}${stamp}<div data-oi="stamp" data-oi-attribute="closed"></div>`),
    );
    const url = page.url();
    await page.locator('div oi-stamp [part~="stamp"]').waitFor();
    const left = await page.evaluate(() => ({
      globals: Object.getOwnPropertyNames(window).filter((name) => /^(oi|open)[-A-Z]/.test(name)),
      storage: localStorage.length + sessionStorage.length,
      cookies: document.cookie,
      attach: Function.prototype.toString.call(Reflect.get(Element.prototype, 'attachShadow')),
    }));
    assert.deepEqual(left.globals, []);
    assert.equal(left.storage, 0);
    assert.equal(left.cookies, '');
    assert.match(left.attach, /\[native code\]/);
    assert.equal(page.url(), url);
    await page.context().close();
  });
});

describe('the classic loader', () => {
  test('works where type="module" is stripped, and does nothing where modules are not known', async () => {
    const classic = `<script src="${service.url}/embed/0.1.0/loader.classic.js"></script>`;
    const { page, faults } = await open(browser, host.put(`${classic}${stamp}`));
    await page.locator('oi-stamp [part~="stamp"]').waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();

    const old = await browser.newPage();
    const errors: string[] = [];
    old.on('pageerror', (error) => errors.push(error.message));
    await old.addInitScript(() => {
      delete (HTMLScriptElement.prototype as { noModule?: boolean }).noModule;
    });
    await old.goto(host.put(`${classic}${stamp}`));
    assert.equal(await old.locator('script').count(), 1);
    assert.ok(await old.getByRole('link', { name: '此件公开发布' }).isVisible());
    assert.deepEqual(errors, []);
    await old.close();
  });
});
