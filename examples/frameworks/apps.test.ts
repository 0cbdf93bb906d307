import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { axeFinds, sidewaysOf, visit } from '../test/visit.ts';

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

/** Vue asks for a Trusted Types policy of its own and does without where the page names none. */
const ofVue = /policy named 'vue'|Creating a TrustedTypePolicy|violation of trusted-types/;

describe('an application with the elements inside, under the strict policy', () => {
  for (const name of ['react', 'vue']) {
    test(`${name}: properties go down, events come up`, async () => {
      const { page, faults } = await visit(browser, `${service.url}/${name}/`);
      const status = page.locator('header').getByRole('status');
      const press = (button: string) => page.getByRole('button', { name: button }).click();

      await page.getByRole('heading', { name: '本区公开事项' }).waitFor();
      const rows = page.locator('oi-catalog-browser').locator('[part~="item"]');
      await rows.first().waitFor();
      assert.equal(await rows.count(), 10);
      assert.deepEqual(await axeFinds(page), []);
      await page.getByRole('combobox', { name: /查找公开事项/ }).fill('低保');
      await page.keyboard.press('Enter');
      await status.getByText(/共 \d+ 项/).waitFor();
      await rows.first().getByRole('button').or(rows.first().getByRole('link')).first().click();
      await status.getByText('正在查看事项').waitFor();
      await press('回到全部事项');
      await rows.first().waitFor();
      await page.getByRole('button', { name: '回到全部事项' }).waitFor({ state: 'detached' });

      await press('适老模式');
      await page.locator('oi-catalog-browser .frame[data-mode="elder"]').waitFor();
      await press('适老模式');

      await press('政策解读');
      await page
        .locator('oi-policy-list')
        .getByRole('button', { name: /养老服务补贴/ })
        .first()
        .click();
      const card = page.getByRole('region', { name: '政策明白看' });
      await card.getByRole('heading', { name: /养老服务补贴/ }).waitFor();
      assert.deepEqual(await axeFinds(page), []);
      await press('收起政策');
      await card.waitFor({ state: 'detached' });

      await press('依申请公开');
      await page.getByLabel('信息的名称').fill('2025年度老年助餐点建设情况');
      await press('下一步');
      await status.getByText('申请步骤：applicant').waitFor();
      await page.setViewportSize({ width: 320, height: 800 });
      assert.equal(await sidewaysOf(page), 0);
      assert.deepEqual(await axeFinds(page), []);

      await press('公开目录');
      await rows.first().waitFor();
      assert.deepEqual(
        faults.filter((fault) => name !== 'vue' || !ofVue.test(fault)),
        [],
      );
    });
  }
});
