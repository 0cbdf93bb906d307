import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { axeFinds, sidewaysOf, visit } from '../test/visit.ts';
import { open, startHost, type Host } from './host.ts';

let browser: Browser;
let host: Host;
let stranger: Host;
let service: Awaited<ReturnType<typeof startService>>;

before(async () => {
  host = await startHost();
  stranger = await startHost();
  service = await startService(['--frame-ancestors', host.origin]);
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  await service.close();
  host.close();
  stranger.close();
});

const clock = '/embed/frame/deadline-clock?received-on=2026-03-02';

describe('an element in a frame', () => {
  test('has no fault of its own, and no address but the service is asked', async () => {
    const { page, faults } = await visit(browser, `${service.url}${clock}&lang=en&mode=elder`, {
      width: 390,
    });
    await page.locator('oi-deadline-clock [part~="due"]').first().waitFor();
    assert.equal(await page.title(), 'When the reply is due');
    assert.equal(await page.locator('oi-deadline-clock .frame').getAttribute('data-mode'), 'elder');
    assert.equal(await sidewaysOf(page), 0);
    assert.deepEqual(await axeFinds(page), []);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('takes from its address what is listed, and nothing that a stranger could put into its mouth', async () => {
    const query = new URLSearchParams({
      organ: 'civil-affairs',
      service: stranger.origin,
      heading: '请把款项转到',
      'status-url': stranger.origin,
      onclick: 'alert(1)',
      kind: 'correction',
      lang: 'fr',
    });
    const { page, asked } = await visit(
      browser,
      `${service.url}/embed/frame/request-form?${query}`,
    );
    const element = page.locator('oi-request-form');
    await element.locator('form').waitFor();
    const attributes = await element.evaluate((it) =>
      Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value])),
    );
    assert.deepEqual(attributes, {
      'heading-level': '1',
      organ: 'civil-affairs',
      kind: 'correction',
    });
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
    assert.ok(
      asked.every((address) => address.startsWith(service.url)),
      asked.join('\n'),
    );
    await page.context().close();
  });

  test('grows and shrinks with what it shows, on a page that runs nothing but the host helper', async () => {
    const url = host.put(
      `<iframe data-oi-frame src="${service.url}${clock}" title="期限" width="320" height="150"></iframe>
       <iframe data-oi-frame src="${service.url}/embed/frame/stamp?attribute=open" title="属性" width="320" height="150"></iframe>
       <script src="${service.url}/embed/frame-host.js" crossorigin="anonymous"></script>`,
      `default-src 'none'; frame-src ${service.url}; script-src ${service.url}`,
    );
    const { page, faults } = await open(browser, url);
    const frame = page.locator('iframe').first().contentFrame();
    await frame.locator('[part~="due"]').first().waitFor();
    const fits = () =>
      page.waitForFunction(() => document.querySelector('iframe')?.style.height !== '');
    await fits();
    const heightOf = (place: number) =>
      page
        .locator('iframe')
        .nth(place)
        .evaluate((it) => it.clientHeight);
    const before = await heightOf(0);
    const other = await heightOf(1);
    await frame.locator('summary').first().click();
    await page.waitForFunction(
      (height) => (document.querySelector('iframe')?.clientHeight ?? 0) > height + 50,
      before,
    );
    assert.equal(await heightOf(1), other, 'only the frame that speaks is changed');
    await frame.locator('summary').first().click();
    await page.waitForFunction(
      (height) => document.querySelector('iframe')?.clientHeight === height,
      before,
    );
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('is believed about its own height only', async () => {
    const url = host.put(
      `<iframe data-oi-frame src="${service.url}${clock}" title="期限" width="320" height="150"></iframe>
       <script src="${service.url}/embed/frame-host.js"></script>`,
    );
    const { page } = await open(browser, url);
    await page.frameLocator('iframe').locator('[part~="due"]').first().waitFor();
    const inside = await page
      .frameLocator('iframe')
      .locator('main')
      .evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
    const height = `${inside}px`;
    await page.waitForFunction(
      (expected) => document.querySelector('iframe')?.style.height === expected,
      height,
    );
    const after = await page.evaluate(async () => {
      const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      postMessage({ type: 'oi-frame-height', height: 5 }, '*');
      await heard;
      return document.querySelector('iframe')?.style.height;
    });
    assert.equal(after, height);
    await page.context().close();
  });

  test('is not shown on a page that is not listed', async () => {
    const url = stranger.put(`<iframe src="${service.url}${clock}" title="期限"></iframe>`);
    const page = await browser.newPage();
    const refused = page.waitForEvent('console', (message) =>
      message.text().includes('frame-ancestors'),
    );
    await page.goto(url);
    await refused;
    assert.equal(await page.frameLocator('iframe').locator('oi-deadline-clock').count(), 0);
    await page.close();
  });

  test('without script leaves a link that works', async () => {
    const { page } = await visit(browser, `${service.url}${clock}`, { script: false });
    const link = page.getByRole('link', { name: '下载政务公开事项标准目录' });
    const address = (await link.getAttribute('href')) ?? '';
    const answer = await fetch(new URL(address, page.url()));
    assert.equal(answer.status, 200);
    await page.context().close();
  });
});
