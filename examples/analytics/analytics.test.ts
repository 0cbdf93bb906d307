import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { describeElements, elementsOf } from '../../scripts/manifest/manifest.mjs';
import { axeFinds, sidewaysOf, visit } from '../test/visit.ts';
import { names } from './names.js';

const examples = new URL('..', import.meta.url).pathname;

/** What a person types on the way, each of it to be known again anywhere. */
const secrets = {
  name: '张标记',
  number: '11010519491231002X',
  phone: '13912345678',
  address: '江汉区标记路77号',
  query: '低保标记词',
  sought: '标记事项的建设情况',
};

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

/** Puts every event of ours down, whatever a page listens to: all it has, own and inherited. */
function recordEvents(): void {
  const dispatch = Object.getOwnPropertyDescriptor(EventTarget.prototype, 'dispatchEvent')
    ?.value as (this: EventTarget, event: Event) => boolean;
  const recorded: string[] = [];
  Object.assign(globalThis, { recorded });
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.type.startsWith('oi-')) {
      const fields: Record<string, unknown> = {};
      const browserOwn = new Set(Object.getOwnPropertyNames(Event.prototype));
      for (
        let of: object | null = event;
        of && of !== Event.prototype;
        of = Object.getPrototypeOf(of) as object | null
      ) {
        for (const name of Object.getOwnPropertyNames(of)) {
          if (!browserOwn.has(name)) fields[name] = Reflect.get(event, name);
        }
      }
      recorded.push(JSON.stringify({ type: event.type, ...fields }));
    }
    return dispatch.call(this, event);
  };
}

const recordedOn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { recorded: string[] }).recorded);

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click();

/** Searches, opens an item, unfolds a policy, files a request and opens it again. */
async function walk(page: Page): Promise<{ receipt: string; code: string }> {
  const catalog = page.locator('oi-catalog-browser');
  await catalog.locator('[part~="item"]').first().waitFor();
  await catalog.locator('[part~="search-input"]').fill(secrets.query);
  await page.keyboard.press('Enter');
  await catalog.getByText('没有找到').first().waitFor();
  await catalog.locator('[part~="search-input"]').fill('低保');
  await page.keyboard.press('Enter');
  await catalog.locator('[part~="item"] a, [part~="item"] button').first().click();
  await catalog.locator('[part~="item-page"]').waitFor();

  await page.locator('oi-policy-card').getByRole('button', { name: /完整/ }).click();

  const form = page.locator('oi-request-form');
  await form.getByLabel('信息的名称').fill(secrets.sought);
  await next(page);
  await form.getByLabel('姓名', { exact: true }).fill(secrets.name);
  await form.getByLabel('证件号码', { exact: true }).fill(secrets.number);
  await next(page);
  await form.getByLabel('电话', { exact: true }).fill(secrets.phone);
  await form.getByLabel('通信地址').fill(secrets.address);
  await next(page);
  await form.getByRole('button', { name: '提交申请' }).click();
  const receipt = form.locator('[part~="receipt"]');
  await receipt.waitFor();
  const text = await receipt.innerText();
  const number = /\d{4}-\d{7}-\d/.exec(text)?.[0] ?? '';
  const code =
    /\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b/.exec(text.replaceAll(number, ''))?.[0] ?? '';
  assert.ok(number !== '' && code !== '', text);

  const status = page.locator('oi-request-status');
  await status.getByRole('textbox', { name: /编号/ }).fill(number);
  await status.getByRole('textbox', { name: '查询码' }).fill(code);
  await status.getByRole('button', { name: '查询进度' }).click();
  await status.locator('[part~="status"]').waitFor();
  return { receipt: number, code };
}

describe('counting without personal data', () => {
  test('knows every event there is', () => {
    const all = elementsOf(describeElements()).flatMap(({ element }) => element.events);
    assert.deepEqual([...names].sort(), all.map(({ name }) => name).sort());
  });

  test('a journey is counted, and nothing a person typed is in an event, a count or an address', async () => {
    const { page, faults, asked } = await visit(browser, `${service.url}/analytics/`);
    const posted: string[] = [];
    await page.route('**/count', async (route) => {
      posted.push(route.request().postData() ?? '');
      await route.fulfill({ status: 204 });
    });
    await page.addInitScript(recordEvents);
    await page.reload();
    await page.evaluate(() => {
      document.querySelector('meta[name="count-to"]')?.setAttribute('content', '/count');
    });
    const { receipt, code } = await walk(page);

    const events = await recordedOn(page);
    const seen = await page.locator('#counts').innerText();
    const types = [...new Set(events.map((text) => (JSON.parse(text) as { type: string }).type))];
    for (const type of [
      'oi-catalog-searched',
      'oi-catalog-item-opening',
      'oi-catalog-item-opened',
      'oi-policy-unfolding',
      'oi-request-form-step',
      'oi-request-form-submitting',
      'oi-request-form-submitted',
      'oi-request-status-opened',
    ])
      assert.ok(types.includes(type), `${type} is missing among ${types.join(', ')}`);
    assert.equal(posted.length, events.length);
    assert.equal(seen.trim().split('\n').length, events.length);

    const everything = { events: events.join('\n'), posted: posted.join('\n'), seen };
    for (const [where, text] of Object.entries(everything)) {
      for (const secret of [...Object.values(secrets), '低保', code, code.replace('-', '')])
        assert.ok(!text.includes(secret), `${where} hold ${secret}`);
    }
    // The number is for the page alone.
    assert.ok(everything.events.includes(receipt));
    assert.ok(!everything.posted.includes(receipt) && !seen.includes(receipt));
    for (const url of asked) {
      const decoded = decodeURIComponent(url);
      // What is searched for is asked of the service itself, and told to nobody else.
      const { query, sought, ...personal } = secrets;
      for (const secret of [...Object.values(personal), code])
        assert.ok(
          !decoded.includes(secret),
          `${url} holds ${secret} (searched: ${query}, ${sought})`,
        );
    }
    assert.equal(await sidewaysOf(page), 0);
    assert.deepEqual(await axeFinds(page), []);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});
