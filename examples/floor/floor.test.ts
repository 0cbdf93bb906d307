import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  ensureOldChromium,
  oldChromiums,
  runsOldChromiums,
} from '../../scripts/lib/old-chromium.mjs';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { changedGlobals } from './globals.ts';
import { open } from './open.ts';

const examples = new URL('..', import.meta.url).pathname;

let service: Awaited<ReturnType<typeof startService>>;

before(async () => {
  // A proof of work is asked of every filing.
  service = await startService(['--site', examples, '--challenge-after', '0']);
});

after(() => service.close());

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name }).waitFor();

/** Searches the catalog and opens what is found. */
async function search(page: Page): Promise<void> {
  const catalog = page.locator('oi-catalog-browser');
  await catalog.getByRole('combobox', { name: '查找公开事项' }).fill('低保');
  await page.keyboard.press('Enter');
  const found = catalog.locator('[part~="item"]', { hasText: '低保' }).first();
  await found.locator('mark').first().waitFor();
  const title = found.getByRole('button').first();
  const name = (await title.textContent())?.trim() ?? '';
  await title.click();
  await catalog.getByRole('heading', { name, exact: true }).waitFor();
  await catalog.locator('[part~="item-page"]').getByText('公开依据').first().waitFor();
}

/** Files a request as a person does. @returns what the receipt says */
async function file(page: Page): Promise<string> {
  const form = page.locator('oi-request-form');
  const next = () => form.getByRole('button', { name: '下一步' }).click();
  await form.getByLabel('信息的名称').fill('2025年度老年助餐点建设情况');
  await form.getByLabel('选择文件').setInputFiles({
    name: '说明材料.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
  });
  await form.getByText('已上传').waitFor();
  await next();
  await heading(page, '您是谁');
  await form.getByLabel('姓名', { exact: true }).fill('张三');
  await form.getByLabel('证件号码', { exact: true }).fill('11010519491231002X');
  await next();
  await heading(page, '怎样答复您');
  await form.getByLabel('电话', { exact: true }).fill('13900000000');
  await form.getByLabel('通信地址').fill('江汉区示例路1号');
  await next();
  await heading(page, '核对');
  await form.getByRole('button', { name: '提交申请' }).click();
  await heading(page, '申请已提交');
  return form.evaluate((element) => element.shadowRoot?.textContent ?? '');
}

/** Reads a policy: whether it holds, who may use it, what to do. */
async function read(page: Page): Promise<void> {
  const card = page.locator('oi-policy-card');
  await card
    .getByRole('heading', { name: /养老服务补贴/ })
    .first()
    .waitFor();
  assert.match((await card.locator('[part~="validity"]').first().textContent()) ?? '', /有效|施行/);
  await card.getByRole('button', { name: '我该怎么办' }).click();
  await card.locator('[part~="section"]').getByText('到哪里办').first().waitFor();
}

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
