import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import type {} from '@open-info/elements/hall-board/define';
import { axeFinds, sidewaysOf } from '../test/visit.ts';

const examples = new URL('..', import.meta.url).pathname;
/** Of the cases every new installation brings. */
const key = { number: 'JH-DEMO-0001', code: 'DEMO2026' };
const minute = 60_000;
const hour = 60 * minute;

let browser: Browser;
let service: Awaited<ReturnType<typeof startService>>;

before(async () => {
  service = await startService(['--site', examples]);
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  await service.close();
});

interface Screen {
  page: Page;
  context: BrowserContext;
  faults: string[];
}

/** Opens a page on a machine with a touch screen. */
async function open(
  path: string,
  width: number,
  height: number,
  hasClock = false,
): Promise<Screen> {
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: true,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (hasClock) await page.clock.install();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'log') faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!/^(blob:)?http:\/\/(127\.0\.0\.1|localhost)/.test(request.url())) {
      faults.push(`foreign: ${request.url()}`);
    }
  });
  await page.goto(`${service.url}/hall-screen/${path}`);
  return { page, context, faults };
}

const slideOf = (page: Page) => page.locator('oi-hall-board .slide');

/** All that a browser may keep of a page. */
const keptBy = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
  );

/** Everything on the page that a finger has to meet, smaller than it must be. */
const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((size) => {
    const small: string[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const { shadowRoot } of root.querySelectorAll('*'))
        if (shadowRoot) roots.push(shadowRoot);
      for (const target of root.querySelectorAll('button, a[href], select, input')) {
        const { width, height } = target.getBoundingClientRect();
        const isHit = width > 1 && target.closest('.visually-hidden') === null;
        // The row or the label around a small one is what is pressed.
        const around = target.closest('label, .item') ?? target;
        const { height: whole } = around.getBoundingClientRect();
        if (isHit && Math.max(height, whole) < size - 0.5)
          small.push(target.outerHTML.slice(0, 90));
      }
    }
    return small;
  }, least);

describe('the wall of a hall', () => {
  for (const [width, height] of [
    [3840, 2160],
    [1080, 1920],
  ] as const) {
    test(`fills ${width} × ${height}, page by page, nothing cut off`, async () => {
      const { page, context, faults } = await open('wall.html', width, height);
      const board = page.locator('oi-hall-board');
      await slideOf(page).waitFor();
      await page.waitForFunction(
        () =>
          (document.querySelector('oi-hall-board')?.shadowRoot?.querySelectorAll('.dots rect')
            .length ?? 0) > 12,
      );
      await board.getByRole('button', { name: '暂停翻页' }).tap();
      const pages = await board.locator('.dots rect').count();
      const labels = new Set<string>();
      for (let step = 0; step < pages; step += 1) {
        await board.getByRole('button', { name: '下一页' }).tap();
        labels.add((await board.locator('.slide-label b').textContent()) ?? '');
        const found = await board.evaluate(({ shadowRoot }) => {
          const stage = shadowRoot?.querySelector('.stage');
          const words = shadowRoot?.querySelector('.slide-text, .board td, .count dd');
          const title = shadowRoot?.querySelector('.slide-title');
          return {
            cropped: (stage?.scrollHeight ?? 0) - (stage?.clientHeight ?? 0),
            title: title?.textContent.trim(),
            size: words ? parseFloat(getComputedStyle(words).fontSize) : Infinity,
          };
        });
        assert.equal(found.cropped, 0, `cut off: ${found.title ?? ''}`);
        // 25 mm at five metres: 3.65 % of the shorter side of a 55-inch panel, 0.92 of an em.
        assert.ok(found.size >= (0.0365 / 0.92) * Math.min(width, height), found.title);
      }
      assert.deepEqual([...labels].sort(), ['公告通告', '办事进度', '政策解读', '清理结果'].sort());
      assert.equal(await sidewaysOf(page), 0);
      assert.deepEqual(await smallTargets(page, 60), []);
      assert.deepEqual(await axeFinds(page), []);
      assert.deepEqual(faults, []);
      await context.close();
    });
  }
});

/** The frame of the touch screen with its buttons. */
const frameOf = (page: Page) => page.locator('oi-kiosk');

/** Writes by the keyboard on the screen alone. */
async function typeByTouch(page: Page, text: string): Promise<void> {
  for (const character of text) {
    await frameOf(page).getByRole('button', { name: character, exact: true }).tap();
  }
}

describe('the touch screen of a hall', () => {
  test('leads by touch into what can be done, within reach, and back', async () => {
    const { page, context, faults } = await open('', 1080, 1920);
    await slideOf(page).waitFor();
    assert.deepEqual(await axeFinds(page), []);
    assert.deepEqual(await smallTargets(page, 60), []);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await axeFinds(page), []);
    await page.emulateMedia({ colorScheme: 'light' });
    for (const [name, shown] of [
      ['查政务公开', '共 200 项'],
      ['办事指南', '您要办什么事'],
      ['申请公开信息', '您需要什么信息'],
      ['查办事进度', '查询进度'],
    ] as const) {
      const tile = page.getByRole('link', { name });
      const box = await tile.boundingBox();
      assert.ok(box && box.y > 1920 / 2 && box.height >= 200, `${name} is out of reach`);
      await tile.tap();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.getByText(shown).first().waitFor();
      assert.deepEqual(await axeFinds(page), [], name);
      assert.deepEqual(await smallTargets(page, 44), [], name);
      assert.equal(await sidewaysOf(page), 0, name);
      await page.getByRole('button', { name: '放低画面' }).tap();
      await page.getByText('画面已放低').waitFor();
      const title = await page.getByRole('heading', { level: 1, name }).boundingBox();
      assert.ok(title && title.y > 1920 * 0.38, 'the picture is not low');
      await page.getByRole('button', { name: '返回首页' }).tap();
      await slideOf(page).waitFor();
    }
    assert.deepEqual(faults, []);
    await context.close();
  });

  test('is searched by its own keyboard, scrolled by its buttons, and left by nobody', async () => {
    const { page, context, faults } = await open('', 1080, 1920, true);
    const before = page.url();
    await page.getByRole('link', { name: '查政务公开' }).tap();
    await page.getByText('共 200 项').first().waitFor();
    const stage = frameOf(page).getByRole('group', { name: '江汉区政务公开' });
    const scrolled = () => stage.evaluate(({ scrollTop }) => scrollTop);
    assert.equal(await scrolled(), 0);
    await page.getByRole('button', { name: '下移' }).tap();
    assert.ok((await scrolled()) > 0, 'it moved');
    await page.getByRole('button', { name: '上移' }).tap();
    assert.equal(await scrolled(), 0);

    await page.getByRole('combobox', { name: /查找公开事项/ }).tap();
    await page.clock.runFor(1000);
    await frameOf(page).getByRole('group', { name: '屏幕键盘' }).waitFor();
    assert.deepEqual(await axeFinds(page), []);
    await typeByTouch(page, 'db');
    await page.clock.runFor(1000);
    await frameOf(page).locator('.key').getByText('搜索').tap();
    await page.clock.runFor(1000);
    await page
      .getByText(/找到 [1-9]\d* 项/)
      .first()
      .waitFor();
    await page.getByRole('group', { name: '屏幕键盘' }).waitFor({ state: 'hidden' });

    await page.clock.runFor(62_000);
    await page.getByText('还在使用吗？').waitFor();
    assert.deepEqual(await axeFinds(page), []);
    await page.getByRole('button', { name: '继续使用' }).tap();
    await page.clock.runFor(1000);
    await page.getByText('还在使用吗？').waitFor({ state: 'hidden' });
    await page
      .getByText(/找到 [1-9]\d* 项/)
      .first()
      .waitFor();
    await page.clock.runFor(125_000);
    await slideOf(page).waitFor();
    assert.equal(await page.locator('oi-catalog-browser').count(), 0, 'nothing of it is left');

    await page.getByRole('link', { name: '政府网站' }).tap();
    await page.getByRole('img', { name: /二维码：用手机打开/ }).waitFor();
    await page.getByText('https://www.gov.cn/').waitFor();
    assert.deepEqual(await axeFinds(page), []);
    await page.getByRole('button', { name: '返回' }).tap();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.equal(page.url(), before);
    assert.deepEqual(faults, []);
    await context.close();
  });

  test('counts down when nobody is there, wipes what was typed and rotates again', async () => {
    const { page, context, faults } = await open('', 1080, 1920, true);
    await page.getByRole('link', { name: '查办事进度' }).tap();
    await page.getByRole('textbox', { name: '编号' }).fill(key.number);
    await page.getByRole('textbox', { name: '查询密码' }).fill(key.code);
    await page.getByRole('button', { name: '查询进度' }).tap();
    await page.getByRole('heading', { level: 1, name: '食品经营许可（新办）' }).waitFor();
    await page.clock.runFor(62_000);
    await page.getByText(/秒后清除填写的内容/).waitFor();
    assert.equal(await page.getByRole('button', { name: /继续使用|我还在/ }).count(), 1);
    await page.clock.runFor(62_000);
    await slideOf(page).waitFor();
    assert.equal(await page.locator('oi-progress-tracker').count(), 0);
    const kept = await keptBy(page);
    for (const secret of Object.values(key)) assert.ok(!kept.includes(secret));
    assert.ok(!kept.includes('0001'), 'not even what the board shows of a case');
    assert.deepEqual(faults, []);
    await context.close();
  });

  test('hands a half-written request over to a phone by QR code', async () => {
    const { page, context, faults } = await open('', 1080, 1920);
    await page.getByRole('link', { name: '申请公开信息' }).tap();
    const wanted = page.getByRole('textbox', { name: '信息的名称' });
    await wanted.fill('2025年养老服务补贴发放情况');
    await page.getByRole('button', { name: /手机/ }).first().tap();
    await page.locator('oi-request-form .qr').waitFor();
    assert.deepEqual(await axeFinds(page), []);
    assert.ok(!(await keptBy(page)).includes('养老服务补贴'));
    assert.deepEqual(faults, []);
    await context.close();
  });
});

/** What a page holds on the first page of its round, once the garbage is gone. */
async function held(page: Page, session: CDPSession) {
  await page.evaluate(async () => {
    const board = document.querySelector('oi-hall-board');
    const root = board?.shadowRoot;
    const isFirst = () =>
      root?.querySelector('.slide')?.getAttribute('aria-label')?.startsWith('第 1 页');
    for (let step = 0; step < 40 && !isFirst(); step += 1) {
      root?.querySelector<HTMLElement>('[aria-label="下一页"]')?.click();
      await board?.updateComplete;
    }
  });
  for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { usedSize, nodes, jsEventListeners };
}

describe('a day in the hall', () => {
  test('eight hours leave no growth behind, and three without network are survived', async (t) => {
    const { page, context } = await open('wall.html', 1080, 1920, true);
    await page.evaluate(() => {
      const record = { turns: 0 };
      Object.assign(globalThis, { record });
      addEventListener('oi-hall-board-turned', () => (record.turns += 1), true);
    });
    const turns = () =>
      page.evaluate(() => (globalThis as { record?: { turns: number } }).record?.turns ?? 0);
    await slideOf(page).waitFor();
    const session = await context.newCDPSession(page);
    /** Simulated time; answers of the real service come in between. */
    const pass = async (time: number) => {
      for (let gone = 0; gone < time; gone += 5 * minute) await page.clock.runFor(5 * minute);
    };
    await pass(hour);
    const first = await held(page, session);
    const early = await turns();
    assert.ok(early >= 290, `${early} turns in an hour`);

    const before = await page.locator('oi-hall-board .hall-origin span').first().textContent();
    // Past the browser's cache, whose time is not the simulated one.
    await context.route('**/api/**', (route) => route.abort());
    await context.setOffline(true);
    await pass(3 * hour);
    const board = page.locator('oi-hall-board');
    await board.getByText(/网络中断，显示的是 .*\d\d:\d\d 的内容/).waitFor();
    assert.match(before ?? '', /数据截至/);
    assert.ok((await turns()) >= early + 3 * 290, 'it went on turning');
    await context.unroute('**/api/**');
    await context.setOffline(false);
    await board.getByText(/网络中断/).waitFor({ state: 'hidden' });

    await pass(4 * hour);
    const last = await held(page, session);
    assert.ok((await turns()) >= 8 * 290);
    t.diagnostic(`after 1 h: ${JSON.stringify(first)}; after 8 h: ${JSON.stringify(last)}`);
    assert.ok(last.nodes <= first.nodes + 50, 'nodes gather');
    // A reading that is on its way has a few.
    assert.ok(last.jsEventListeners <= first.jsEventListeners + 16, 'listeners gather');
    assert.ok(last.usedSize <= first.usedSize * 1.1 + 300_000, 'memory gathers');
    await context.close();
  });
});
