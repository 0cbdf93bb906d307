import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { axeFinds, sidewaysOf, visit } from '../test/visit.ts';

const examples = new URL('..', import.meta.url).pathname;
/** Of the cases every new installation brings. */
const key = { number: 'JH-DEMO-0001', code: 'DEMO2026' };

let browser: Browser;
let service: Awaited<ReturnType<typeof startService>>;

before(async () => {
  service = await startService(['--site', examples, '--log-level', 'debug']);
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  await service.close();
});

describe('the progress page of the department', () => {
  test('shows a case in three phases under the strict policy, and lets nothing out', async () => {
    const { page, faults, asked } = await visit(
      browser,
      `${service.url}/department-site/progress.html`,
      { width: 390 },
    );
    await page.getByRole('textbox', { name: '编号' }).fill(key.number);
    await page.getByRole('textbox', { name: '查询密码' }).fill(key.code);
    assert.deepEqual(await axeFinds(page), []);
    await page.getByRole('button', { name: '查询进度' }).click();
    await page.getByRole('heading', { level: 1, name: '食品经营许可（新办）' }).waitFor();
    for (const phase of ['事前', '事中', '事后']) {
      await page.getByRole('heading', { name: phase }).waitFor();
    }
    await page.getByText('承诺办结').first().waitFor();
    await page.getByText('承诺时限是怎么算出来的').first().click();
    await page.getByText('受理之日，不计入，从次日起算').first().waitFor();
    assert.deepEqual(await axeFinds(page), []);
    assert.equal(await sidewaysOf(page), 0);
    assert.deepEqual(faults, []);

    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
    );
    const out = { kept, asked: asked.join('\n'), log: service.said.join('\n') };
    for (const [where, text] of Object.entries(out)) {
      for (const secret of Object.values(key)) {
        assert.equal(text.includes(secret), false, `${where} holds what only the applicant knows`);
      }
    }
    await page.context().close();
  });

  test('is told of in words where there is no script', async () => {
    const { page } = await visit(browser, `${service.url}/department-site/progress.html`, {
      script: false,
    });
    assert.ok(await page.getByText('027-0000-0000').first().isVisible());
    await page.context().close();
  });
});

describe('the screen of the hall', () => {
  test('shows the board whole, numbers masked, without a fault', async () => {
    const { page, faults } = await visit(browser, `${service.url}/department-site/hall.html`, {
      width: 1080,
    });
    await page.setViewportSize({ width: 1080, height: 1920 });
    await page.getByRole('table').waitFor();
    await page.getByText('今日受理').waitFor();
    await page.getByText(/^数据截至 20/).waitFor();
    assert.equal(await page.getByText('JH-DEMO').count(), 0);
    assert.deepEqual(await axeFinds(page), []);
    assert.equal(await sidewaysOf(page), 0);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});
