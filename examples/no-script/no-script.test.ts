import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { axeFinds, sidewaysOf, visit } from '../test/visit.ts';

const examples = new URL('..', import.meta.url).pathname;

const policy = '/policies/disability-subsidies-2027';
const matter = '/matters/newborn-insurance';

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

/** A text that is on show: in the light DOM it stands once more, unseen. */
const shown = (page: Page, text: string) => page.getByText(text).filter({ visible: true }).first();

const html = async (path: string): Promise<string> => (await fetch(service.url + path)).text();

/** Words as a program finds them that runs nothing and knows no shadow root. */
const wordsOf = (page: string): string =>
  page
    .replace(/<template[\s\S]*<\/template>|<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ');

describe('without script', () => {
  const read = (path: string, width?: number) =>
    visit(browser, service.url + path, { script: false, ...(width && { width }) });

  test('plain links lead from a host page to a list, an item, a policy and a guide, read in full', async () => {
    const { page, faults } = await read('/no-script/');
    await page.getByRole('link', { name: '政务公开事项目录' }).click();
    await page.getByRole('searchbox').fill('低保');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/catalog\?q=/);
    const rows = page.locator('.rows a');
    const name = await rows.first().innerText();
    await rows.first().press('Enter');
    await page.waitForURL(/\/catalog\/[^?]+$/);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    assert.ok(await shown(page, '公开依据').isVisible());

    await page.getByRole('link', { name: '政策文件', exact: true }).first().click();
    await page.getByText('按主题').click();
    await page.getByRole('link', { name: /^残疾人/ }).click();
    await page.waitForURL(/\/policies\?topic=/);
    await page
      .getByRole('link', { name: /困难残疾人生活补贴/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /残疾人两项补贴/ }).waitFor();
    // The last section of the card and the last paragraph of the document.
    assert.ok(await shown(page, '（此件公开发布）').isVisible());
    assert.equal(await page.getByRole('button').count(), 0);

    await page.getByRole('link', { name: '困难残疾人生活补贴申请' }).first().click();
    await page.waitForURL(/\/matters\//);
    assert.ok(await shown(page, '法律依据').or(shown(page, '设定依据')).first().isVisible());
    assert.deepEqual(faults, []);
  });

  test('on a phone and in large text nothing is pushed off the page, and axe finds nothing', async () => {
    const context = await browser.newContext({
      viewport: { width: 320, height: 900 },
      locale: 'zh-CN',
    });
    const page = await context.newPage();
    // Without its own script the page stands as the service wrote it, and axe can run.
    await page.route('**/page.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await page.goto(`${service.url}${matter}?mode=elder`);
    assert.equal(await sidewaysOf(page), 0);
    await page.goto(service.url + policy);
    assert.equal(await sidewaysOf(page), 0);
    assert.deepEqual(await axeFinds(page), []);
    await context.close();
  });

  test('what was taken down or never was is said in words', async () => {
    const { page } = await read('/policies/none');
    await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor();
    assert.ok(await page.getByRole('link', { name: '办事指南' }).first().isVisible());
  });
});

describe('with script', () => {
  interface Lived {
    shifts: number[];
  }
  const shiftsOf = (page: Page) => page.evaluate(() => (window as unknown as Lived).shifts);
  const watched = async (path: string, width: number) => {
    const { page, faults, asked } = await visit(browser, `${service.url}/no-script/`, { width });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          shifts.push((entry as PerformanceEntry & { value: number }).value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    asked.length = 0;
    await page.goto(service.url + path);
    return { page, faults, asked };
  };
  const alive = async (page: Page): Promise<void> => {
    await page.waitForFunction(() => {
      const root = document.querySelector('[data-served]')?.shadowRoot;
      return root !== null && root !== undefined && !root.querySelector('[data-part="served"]');
    });
  };

  for (const [path, width] of [
    [policy, 1280],
    [policy, 390],
    [matter, 390],
  ] as const) {
    test(`${path} comes to life at ${width} in place, from the answers it came with`, async () => {
      const { page, faults, asked } = await watched(path, width);
      await page.locator('main a[href]').last().focus();
      await alive(page);
      assert.deepEqual(await shiftsOf(page), []);
      const again = asked.filter((url) =>
        /\/api\/v1\/(documents|interpretations|matters)/.test(url),
      );
      assert.deepEqual(again, []);
      const focused = await page.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.localName;
      });
      assert.equal(focused, 'a');
      assert.deepEqual(await axeFinds(page), []);
      const button = page.getByRole('button', { name: /打印/ }).first();
      assert.ok(await button.isVisible());
      assert.deepEqual(faults, []);
    });
  }

  test('an item comes to life, and leads back to the list in place', async () => {
    const { items } = JSON.parse(await html('/api/v1/catalog/items?limit=1')) as {
      items: [{ id: string; name: string }];
    };
    const { page, faults } = await watched(`/catalog/${items[0].id}`, 1280);
    await alive(page);
    assert.deepEqual(await shiftsOf(page), []);
    await page.getByRole('button', { name: '返回列表' }).click();
    await page
      .getByRole('link', { name: items[0].name })
      .or(page.getByRole('button', { name: items[0].name }))
      .first()
      .waitFor();
    assert.deepEqual(faults, []);
  });
});

describe('for programs', () => {
  test('the words are in the page itself, with canonical address, 网页标签 and linked data', async () => {
    for (const [path, name, type, text] of [
      [
        policy,
        '关于调整困难残疾人生活补贴和重度残疾人护理补贴的通知',
        'Legislation',
        '此件公开发布',
      ],
      [matter, '', 'GovernmentService', '出生医学证明'],
    ] as const) {
      const page = await html(path);
      assert.ok(wordsOf(page).includes(text), path);
      assert.ok(page.includes(`<link rel="canonical" href="${service.url}${path}">`));
      for (const tag of ['SiteName', 'ColumnName', 'ArticleTitle', 'PubDate', 'ContentSource']) {
        assert.match(page, new RegExp(`<meta name="${tag}" content="[^"]+">`));
      }
      const linked = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)?.[1];
      const told = JSON.parse(linked ?? '') as { '@type': string; '@id': string; name: string };
      assert.equal(told['@type'], type);
      assert.equal(told['@id'], service.url + path);
      assert.ok(told.name.includes(name));
      assert.doesNotMatch(page.replace(/<script[\s\S]*?<\/script>/g, ''), /\sstyle=|<style/);
    }
  });

  test('every address the sitemaps name answers, and every sheet a page links is there', async () => {
    const locations = async (path: string) =>
      [...(await html(path)).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
    const parts = await locations('/sitemap.xml');
    assert.equal(parts.length, 3);
    for (const part of parts) {
      const pages = await locations(new URL(part).pathname);
      assert.ok(pages.length > 0);
      const few = [...pages.slice(0, 8), ...pages.slice(-8)];
      const statuses = await Promise.all(few.map(async (url) => (await fetch(url)).status));
      assert.deepEqual(new Set(statuses), new Set([200]), part);
    }
    const sheets = [policy, matter, '/catalog'].map(async (path) =>
      [...(await html(path)).matchAll(/href="([^"]+\.css)"/g)].map(([, sheet = '']) => sheet),
    );
    for (const sheet of new Set((await Promise.all(sheets)).flat())) {
      const answer = await fetch(service.url + sheet);
      assert.equal(answer.status, 200, sheet);
      assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
    }
  });
});
