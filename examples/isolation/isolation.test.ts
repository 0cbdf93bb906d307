import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { open, startHost, type Host } from '../embedding/host.ts';
import { watchPage, type Traces } from './watch-page.ts';

const parts = new URL('../../packages/elements/dist/embed/all', import.meta.url).pathname;

/** Every element with what it needs to show something. */
const tags: Readonly<Record<string, string>> = {
  'catalog-browser': 'page-size="5"',
  'deadline-clock': 'received-on="2026-03-02"',
  follow: 'kind="topic" subject="养老"',
  'hall-board': '',
  kiosk: 'idle-seconds="30"',
  'plain-card': 'policy-id="elder-care-subsidy-2026"',
  'policy-card': 'policy-id="elder-care-subsidy-2026"',
  'policy-list': '',
  'progress-tracker': '',
  'request-form': '',
  'request-status': '',
  'service-guide': '',
  stamp: 'attribute="open"',
};
const names = Object.keys(tags);

/** What stands in an element; a link where it is nothing else. */
const contents: Readonly<Record<string, string>> = {
  kiosk:
    '<p slot="start"><a href="#touch">查看</a></p><template id="touch"><label>姓名 <input id="name" /></label></template>',
};

/** All of them inside a provider, in a place of the page. */
const allOf = (service: string): string =>
  `<oi-provider service="${service}">${Object.entries(tags)
    .map(
      ([name, attributes]) =>
        `<oi-${name} ${attributes}>${contents[name] ?? '<a href="/">链接</a>'}</oi-${name}>`,
    )
    .join('')}</oi-provider>`;

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

const script = (): string =>
  `<script type="module" src="${service.url}/embed/0.1.0/all.js"></script>`;

/** Waits until every element shows what it is for, and nothing is on its way. */
async function shown(page: Page): Promise<void> {
  for (const name of names) await page.locator(`oi-${name} .frame`).first().waitFor();
  await page.waitForFunction(
    (all) =>
      all.every((name) => {
        const root = document.querySelector(`oi-${name}`)?.shadowRoot;
        return root && !root.querySelector('.skeleton, .bone, [aria-busy="true"]');
      }),
    names,
  );
}

async function mount(page: Page): Promise<void> {
  await page.evaluate((markup) => {
    document.querySelector('#place')!.innerHTML = markup;
  }, allOf(service.url));
  await shown(page);
}

const unmount = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelector('#place')!.replaceChildren());

const tracesOf = (page: Page): Promise<Traces> => page.evaluate(() => window.readTraces());

/** A page that watches itself, with nothing of ours in it but the script. */
async function watched(): Promise<{ page: Page; faults: string[] }> {
  const url = host.put(`<div id="place"></div>${script()}`);
  const context = await browser.newContext({ locale: 'zh-CN' });
  await context.addInitScript(watchPage);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await tracesOf(page);
  await page.waitForFunction(() => customElements.get('oi-stamp') !== undefined);
  return { page, faults };
}

/** Lit counts the versions of itself that are on a page, in these names. */
const lits = [
  'litElementVersions',
  'litHtmlVersions',
  'litPropertyMetadata',
  'reactiveElementVersions',
];

/** Waits until what was begun has run out. */
async function rested(page: Page): Promise<void> {
  await page
    .waitForFunction(() => window.readTraces().timers.length === 0, undefined, {
      timeout: 60_000,
      polling: 'raf',
    })
    .catch(async () => assert.deepEqual((await tracesOf(page)).timers, []));
}

describe('a page with every element on it', () => {
  test('finds nothing of its own changed, and nothing left when they are removed', async () => {
    const { page, faults } = await watched();
    await mount(page);
    const around = page.locator('#place');
    const form = around.locator('oi-request-form');
    await form.getByLabel('信息的名称').fill('养老机构备案名单');
    await form.getByRole('button', { name: '下一步' }).click();
    await around.locator('oi-catalog-browser [part~="search-input"]').fill('低保');
    await around.locator('oi-catalog-browser').getByRole('button', { name: '搜索' }).click();
    await around.locator('oi-catalog-browser [part~="item"] .item-name').first().click();
    await around.locator('oi-catalog-browser [part~="item-page"] #item-heading').waitFor();
    await around.locator('oi-policy-list').getByRole('tab').nth(1).click();
    await around.locator('oi-service-guide [part~="item"] .item-name').first().click();
    await around.locator('oi-service-guide #guide-title').waitFor();
    await around.locator('oi-policy-card .section-button').nth(1).click();
    await around.locator('oi-deadline-clock summary').first().click();
    for (const name of ['request-status', 'progress-tracker']) {
      await around.locator(`oi-${name} #number`).fill('2026-0000123-5');
      await around.locator(`oi-${name} button[type="submit"]`).click();
      await around.locator(`oi-${name} [aria-invalid="true"]`).first().waitFor();
    }
    const kiosk = around.locator('oi-kiosk');
    await kiosk.getByRole('link', { name: '查看' }).click();
    await kiosk.getByLabel('姓名').click();
    await kiosk.getByRole('button', { name: '8', exact: true }).click();
    assert.equal(await kiosk.getByLabel('姓名').inputValue(), '8');
    await unmount(page);
    await rested(page);
    const left = await tracesOf(page);
    const kept = left.done.filter((each) => !/^(local|session)Storage oi-request-form:/.test(each));
    assert.deepEqual(kept, []);
    assert.deepEqual(left.globals.sort(), lits);
    assert.deepEqual(left.patched, []);
    assert.deepEqual(left.listeners, []);
    assert.deepEqual(left.observers, []);
    assert.deepEqual(left.document, []);
    assert.deepEqual(faults, []);
    assert.deepEqual(await page.context().cookies(), []);
    await page.context().close();
  });

  /** How many objects of a class are alive after everything dead was thrown away. */
  async function alive(session: CDPSession, prototype: string): Promise<number> {
    const { result } = await session.send('Runtime.evaluate', { expression: prototype });
    const { objects } = await session.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId ?? '',
      objectGroup: 'counted',
    });
    const { result: count } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length; }',
      returnByValue: true,
    });
    await session.send('Runtime.releaseObjectGroup', { objectGroup: 'counted' });
    return Number(count.value);
  }

  test('keeps no element, no listener and no timer of fifty that came and went', async () => {
    const { page, faults } = await watched();
    const session = await page.context().newCDPSession(page);
    await mount(page);
    await unmount(page);
    await rested(page);
    const counted = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
    const first = await counted();
    // Some are taken away while they are still reading, some when all is on show.
    for (let cycle = 0; cycle < 50; cycle += 1) {
      if (cycle % 25 === 0) await mount(page);
      else {
        await page.evaluate(async (markup) => {
          document.querySelector('#place')!.innerHTML = markup;
          await new Promise(requestAnimationFrame);
        }, allOf(service.url));
      }
      await unmount(page);
    }
    await rested(page);
    const last = await counted();
    for (const name of [...names, 'provider']) {
      const left = await alive(session, `customElements.get('oi-${name}').prototype`);
      // The browser itself may hold on to what it took away last.
      assert.ok(left <= 1, `${left} of oi-${name} are still there`);
    }
    const left = await tracesOf(page);
    assert.deepEqual([left.listeners, left.timers, left.observers], [[], [], []]);
    assert.deepEqual(faults, []);
    for (const name of ['JSEventListeners', 'Nodes']) {
      const more = (last[name] ?? 0) - (first[name] ?? 0);
      // Templates of parts that are first drawn on the way are kept once for the page.
      assert.ok(more < 600, `${more} ${name} more than after the first`);
    }
    await page.context().close();
  });

  test('speaks the other language in all of them when the page turns to it', async () => {
    const { page, faults } = await open(browser, host.put(`<div id="place"></div>${script()}`));
    await mount(page);
    const spoken = (language: string) =>
      page.waitForFunction(
        ([all, lang]) =>
          all.every((name) => {
            const drawn = document.querySelector(`oi-${name}`)?.shadowRoot?.querySelector('[lang]');
            return drawn?.getAttribute('lang') === lang && drawn.textContent.trim() !== '';
          }),
        [names, language] as const,
      );
    await spoken('zh-CN');
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await spoken('en');
    const english: Readonly<Record<string, RegExp>> = {
      'catalog-browser': /Sort|Filters/,
      'deadline-clock': /working day/,
      follow: /Follow/,
      'hall-board': /[A-Z][a-z]+/,
      kiosk: /Open government/,
      'plain-card': /[A-Z][a-z]+/,
      'policy-card': /Data as of|Published/,
      'policy-list': /Policies explained/,
      'progress-tracker': /Show progress/,
      'request-form': /Step 1 of 5/,
      'request-status': /Query code/,
      'service-guide': /[Ff]ind|Search/,
      stamp: /[A-Z][a-z]+/,
    };
    for (const name of names) {
      const text = await page.locator(`oi-${name} .frame`).first().innerText();
      assert.match(text, english[name] ?? /^$/, name);
    }
    // A part of the page may have a language of its own.
    await page.evaluate(() => document.querySelector('oi-provider')?.setAttribute('lang', 'zh-CN'));
    await spoken('zh-CN');
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});

/** The file of `all.js` that holds these words; files are named by their hash alone. */
function fileWith(words: string): string {
  const files = readdirSync(parts).filter((name) => name.endsWith('.js'));
  const found = files.find((name) => readFileSync(join(parts, name), 'utf8').includes(words));
  return found ?? assert.fail(`Nothing in ${parts} says ${words}.`);
}

test('the form goes on when the code of its further steps comes late, and says so when it does not', async () => {
  const { page } = await open(browser, 'about:blank');
  let line: 'held' | 'open' = 'held';
  const isOpen = (): boolean => line === 'open';
  let letGo: () => void = () => undefined;
  let held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**/all/${fileWith('已停止提交')}`, async (route) => {
    if (isOpen()) return route.continue();
    await held;
    return isOpen() ? route.continue() : route.abort();
  });
  await page.goto(
    host.put(
      `${script()}<oi-request-form service="${service.url}" organ="civil-affairs"></oi-request-form>`,
    ),
  );
  const form = page.locator('oi-request-form');
  const title = form.getByLabel('信息的名称');
  await title.fill('养老机构备案名单');
  await form.getByRole('button', { name: '下一步' }).click();
  await form.getByRole('button', { name: '正在读取' }).waitFor();
  letGo();
  await form.getByText('没有成功').waitFor();
  assert.equal(await title.inputValue(), '养老机构备案名单');
  held = new Promise<void>((resolve) => (letGo = resolve));
  await form.getByRole('button', { name: '下一步' }).click();
  await form.getByRole('button', { name: '正在读取' }).waitFor();
  await title.fill('养老机构备案名单（2026年）');
  line = 'open';
  letGo();
  await form.getByText('您是谁', { exact: true }).last().waitFor();
  await form.getByLabel('姓名').fill('张三');
  await form.getByRole('button', { name: '上一步' }).click();
  assert.equal(await title.inputValue(), '养老机构备案名单（2026年）');
  await page.context().close();
});
