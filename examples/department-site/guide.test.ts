import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { axeFinds, sidewaysOf, visit as visitPage, type VisitOptions } from '../test/visit.ts';

const examples = new URL('..', import.meta.url).pathname;

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

const visit = (rest = '', options?: VisitOptions) =>
  visitPage(browser, `${service.url}/department-site/guide.html${rest}`, options);

describe('the page of the guide', () => {
  test('from plain words to one list, under the strict policy, without a fault', async () => {
    const { page, faults } = await visit();
    await page.getByRole('searchbox', { name: '您要办什么事' }).fill('低保');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByText(/找到 \d+ 个事项/).waitFor();
    assert.deepEqual(await axeFinds(page), []);
    await page.getByRole('link', { name: '最低生活保障申请' }).click();
    await page.getByRole('heading', { name: '最低生活保障申请' }).waitFor();

    const questions = page.locator('[part~="questions"]');
    while ((await page.getByText('问题都答完了。').count()) === 0) {
      const asked = await questions.getByRole('group').count();
      await questions.getByRole('group').last().getByRole('radio').first().check();
      await page.waitForFunction((before) => {
        const root = document.querySelector('oi-service-guide')?.shadowRoot;
        const groups = root?.querySelectorAll('[part="questions"] fieldset').length ?? 0;
        return groups > before || root?.textContent.includes('问题都答完了。') === true;
      }, asked);
    }
    await page.getByText('这就是全部，不会再要别的。').waitFor();
    await page.locator('[part~="checklist"]').getByRole('checkbox').first().check();
    await page.getByText(/已备好 1 \/ \d+/).waitFor();
    assert.deepEqual(await axeFinds(page), []);

    await page.getByRole('button', { name: '带到手机上' }).click();
    const address = await page.locator('.address').innerText();
    assert.match(address, /#oi-guide=minimum-living-allowance&answer=/);
    await page.getByRole('img', { name: /用手机扫一扫/ }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: '最低生活保障申请' }).waitFor();
    assert.deepEqual(faults, []);

    const other = await visitPage(browser, address);
    await other.page.getByText('问题都答完了。').waitFor();
    assert.deepEqual(other.faults, []);
  });

  test('an address opens a matter', async () => {
    const { page, faults } = await visit('?oi-guide=matter%3Dnewborn');
    await page.getByRole('heading', { name: '新生儿出生一件事' }).waitFor();
    await page.getByText('这件事包含').waitFor();
    assert.deepEqual(faults, []);
  });

  test('a phone has no sideways scrolling', async () => {
    for (const rest of ['', '?oi-guide=matter%3Dnewborn']) {
      const { page } = await visit(rest, { width: 320 });
      await page.locator('[part~="items"], [part~="checklist"]').first().waitFor();
      assert.equal(await sidewaysOf(page), 0);
      assert.deepEqual(await axeFinds(page), []);
    }
  });

  test('without script it says where else to ask', async () => {
    const { page } = await visit('', { script: false });
    assert.ok(await page.getByRole('link', { name: '12345' }).isVisible());
  });
});
