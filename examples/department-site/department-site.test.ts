import assert from 'node:assert/strict';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { axeFinds, sidewaysOf, visit as visitPage, type VisitOptions } from '../test/visit.ts';

const examples = new URL('..', import.meta.url).pathname;
const pages = ['index.html', 'district.html'];

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

const visit = (url: string, options?: VisitOptions) => visitPage(browser, url, options);

const items = (page: Page) => page.locator('oi-catalog-browser').locator('[part~="item"]');

describe('the pages of the department', () => {
  for (const name of pages) {
    test(`${name} shows items under the strict policy, without a fault`, async () => {
      const { page, faults } = await visit(`${service.url}/department-site/${name}`);
      await items(page).first().waitFor();
      const policy = (await page.request.get(page.url())).headers()['content-security-policy'];
      assert.match(policy ?? '', /default-src 'self'/);
      assert.match(policy ?? '', /require-trusted-types-for 'script'/);
      assert.deepEqual(await axeFinds(page), []);
      assert.deepEqual(faults, []);
    });
  }

  test('searching, filtering, opening an item and going back leave no fault', async () => {
    const { page, faults } = await visit(`${service.url}/department-site/index.html`);
    await items(page).first().waitFor();
    const all = await page.getByText(/^共 \d+ 项$/).textContent();

    await page.getByRole('combobox', { name: '查找公开事项' }).fill('低保');
    await page.getByText(/低保/).first().waitFor();
    await page.keyboard.press('Escape');
    assert.deepEqual(await axeFinds(page), []);

    await page.getByRole('combobox', { name: '查找公开事项' }).fill('');
    await page.getByRole('checkbox', { name: /社会救助/ }).check();
    await page.waitForFunction(
      (before) =>
        !document
          .querySelector('oi-catalog-browser')
          ?.shadowRoot?.textContent.includes(before ?? ''),
      all,
    );
    assert.deepEqual(await axeFinds(page), []);

    const link = items(page).first().getByRole('link').first();
    const title = (await link.textContent())?.trim() ?? '';
    await link.click();
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    const opened = page.locator('[part~="item-page"]');
    for (const element of [
      '公开内容',
      '公开依据',
      '公开时限',
      '公开主体',
      '公开方式',
      '公开对象',
    ]) {
      await opened.getByText(element).first().waitFor();
    }
    assert.deepEqual(await axeFinds(page), []);

    const address = page.url();
    assert.match(address, /oi-catalog=/);
    await page.reload();
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    await page.goBack();
    await items(page).first().waitFor();
    assert.deepEqual(faults, []);
  });

  test('the bureau shows its own items only', async () => {
    const { page } = await visit(`${service.url}/department-site/index.html`);
    await items(page).first().waitFor();
    const answer = await page.request.get(
      `${service.url}/api/v1/catalog/items?organ=civil-affairs&limit=1`,
    );
    const { total } = (await answer.json()) as { total: number };
    await page.getByText(`共 ${total} 项`).waitFor();
    await page.goto(`${service.url}/department-site/district.html`);
    await page.getByText('共 200 项').waitFor();
    assert.ok(total < 200);
  });

  test('a phone has no sideways scrolling', async () => {
    for (const width of [390, 320]) {
      const { page, faults } = await visit(`${service.url}/department-site/index.html`, { width });
      await items(page).first().waitFor();
      assert.equal(await sidewaysOf(page), 0, `at ${width} pixels`);
      assert.deepEqual(await axeFinds(page), []);
      assert.deepEqual(faults, []);
    }
  });

  test('without script a link to the whole table is left, and it works', async () => {
    const { page } = await visit(`${service.url}/department-site/index.html`, { script: false });
    const link = page.getByRole('link', { name: /下载区民政局/ });
    assert.ok(await link.isVisible());
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    assert.match(readFileSync(await download.path(), 'utf8'), /序号,领域,一级事项/);
  });
});

describe('a page of another origin', () => {
  const asked: string[] = [];
  let recorder: Server;
  let host: Server;

  before(async () => {
    recorder = await listen((incoming, outgoing) => {
      asked.push(`${incoming.method} ${(incoming.url ?? '').split('?')[0]}`);
      const to = new URL(incoming.url ?? '/', service.url);
      const headers = { ...incoming.headers, host: to.host };
      const onward = request(to, { method: incoming.method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      incoming.pipe(onward);
    });
    const origin = originOf(recorder);
    host = await listen((_, outgoing) => {
      outgoing.setHeader('content-type', 'text/html; charset=utf-8');
      outgoing.end(`<!doctype html><html lang="zh-CN"><title>host</title><link rel="icon" href="data:,">
        <script type="module" src="${origin}/embed/all.js" crossorigin="anonymous"></script>
        <oi-catalog-browser service="${origin}"></oi-catalog-browser></html>`);
    });
  });

  after(() => {
    recorder.close();
    host.close();
  });

  test('costs one request for a public read: no preflight', async () => {
    const page = await browser.newPage();
    await page.goto(originOf(host));
    await items(page).first().waitFor();
    const reads = asked.filter((line) => line.includes('/api/'));
    assert.deepEqual(reads, ['GET /api/v1/catalog/items']);
    await page.close();
  });
});

async function listen(answer: Parameters<typeof createServer>[1]): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
