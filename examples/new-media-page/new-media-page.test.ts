import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { qrPath } from '../../packages/elements/src/base/qr.ts';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { axeFinds, sidewaysOf } from '../test/visit.ts';

const examples = new URL('..', import.meta.url).pathname;

/** WeChat on Android, as its browser names itself. */
const userAgent =
  'Mozilla/5.0 (Linux; Android 12; M2012K11AC Build/SKQ1) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0.5304.141 Mobile Safari/537.36 XWEB/5061 MMWEBSDK/20230405 MicroMessenger/8.0.35.2360(0x2800235D) WeChat/arm64 Weixin NetType/4G Language/zh_CN ABI/arm64';

let browser: Browser;
let service: Awaited<ReturnType<typeof startService>>;

before(async () => {
  service = await startService([
    ...['--site', examples],
    ...['--subscription-url', 'http://127.0.0.1/department-site/follow.html'],
  ]);
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  await service.close();
});

/** Opens a page as a telephone in WeChat does: touch, no hover, a slow line where asked for. */
async function openInWeChat(path: string, width: number, slow = false) {
  const context = await browser.newContext({
    userAgent,
    viewport: { width, height: 780 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'log') faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(service.url)) faults.push(`foreign: ${request.url()}`);
  });
  if (slow) {
    const session = await context.newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 90_000,
    });
  }
  await page.goto(`${service.url}${path}`);
  return { page, faults };
}

/** Everything of the page is there. */
async function settled(page: Page): Promise<void> {
  await page
    .locator('oi-policy-card [part~="summary"], oi-policy-card [part~="section"]')
    .first()
    .waitFor();
  await page
    .locator('oi-service-guide [part~="summary"], oi-service-guide [part~="facts"]')
    .first()
    .waitFor();
  await page.locator('oi-follow [part~="button"]').waitFor();
}

/** A person asks the page for larger letters, or WeChat's setting does it. */
const enlargements: Record<string, (page: Page) => Promise<unknown>> = {
  'by the button of the page': (page) => page.getByRole('button', { name: '大字' }).tap(),
  "as WeChat's setting for iOS does": (page) =>
    page.evaluate(() => {
      document.body.style.setProperty('-webkit-text-size-adjust', '150%');
    }),
};

describe('a page in WeChat', () => {
  test('fits telephones, has no fault, and grows with the size of letters', async () => {
    for (const width of [360, 390, 414]) {
      const { page, faults } = await openInWeChat('/new-media-page/', width, width === 390);
      await settled(page);
      assert.equal(await sidewaysOf(page), 0, `${width} px`);
      if (width !== 414) assert.deepEqual(await axeFinds(page), []);
      const [way = ''] = Object.keys(enlargements).slice(width === 360 ? 0 : 1);
      const high = () => page.evaluate(() => document.documentElement.scrollHeight);
      const before = await high();
      await enlargements[way]?.(page);
      await page.waitForFunction(
        (least) => document.documentElement.scrollHeight > least,
        before * 1.15,
      );
      assert.equal(await sidewaysOf(page), 0, `${width} px, ${way}`);
      if (width === 360) assert.deepEqual(await axeFinds(page), []);
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });

  test('is walked by touch: the whole card, a code to share, the guide, the form', async () => {
    const { page, faults } = await openInWeChat('/new-media-page/', 390);
    await settled(page);
    const card = page.locator('oi-policy-card');
    await card.getByRole('button', { name: /完整/ }).tap();
    await card.getByRole('button', { name: /分享|二维码|手机/ }).tap();
    const path = card.locator('[part~="share"] svg path');
    await path.waitFor();
    const address = `${service.url}/new-media-page/?policy=elder-care-subsidy-2026`;
    assert.equal((await card.locator('[part~="share"] .address').innerText()).trim(), address);
    assert.equal(await path.getAttribute('d'), qrPath(address).path);
    assert.equal(await sidewaysOf(page), 0);

    const shared = await openInWeChat(new URL(address).pathname + new URL(address).search, 390);
    await settled(shared.page);
    const title = (of: Page) => of.locator('oi-policy-card [part~="title"]').first().innerText();
    assert.equal(await title(shared.page), await title(page));
    await shared.page.context().close();

    await page.getByRole('link', { name: '申请公开信息' }).tap();
    await page.getByLabel('信息的名称').waitFor();
    assert.equal(page.context().pages().length, 1, 'no new window');
    await page.getByLabel('信息的名称').fill('养老服务补贴发放情况');
    await page.getByRole('button', { name: '下一步' }).tap();
    await page.getByLabel('姓名', { exact: true }).waitFor();
    await page.getByRole('button', { name: '大字' }).tap();
    assert.equal(await sidewaysOf(page), 0);
    assert.deepEqual(await axeFinds(page), []);
    assert.deepEqual([...faults, ...shared.faults], []);
    await page.context().close();
  });
});
