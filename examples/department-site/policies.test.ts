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

const visit = (page: string, options?: VisitOptions) =>
  visitPage(browser, `${service.url}/department-site/${page}`, options);

describe('the pages of policies', () => {
  test('lead from the list to a card, and from the card to where it is done', async () => {
    const { page, faults } = await visit('policies.html');
    await page
      .getByRole('link', { name: /养老服务补贴/ })
      .first()
      .click();
    await page.waitForURL(/policy\.html\?id=/);
    await page.getByRole('heading', { level: 1, name: /养老服务补贴/ }).waitFor();
    assert.deepEqual(await axeFinds(page), []);
    await page.getByRole('button', { name: '我该怎么办' }).click();
    await page.getByRole('link', { name: '养老服务补贴申请' }).first().click();
    await page.waitForURL(/guide\.html\?oi-guide=matter/);
    await page.getByRole('heading', { name: '养老服务补贴申请' }).waitFor();
    assert.deepEqual(faults, []);
  });

  test('a phone has no sideways scrolling', async () => {
    const { page } = await visit('policies.html', { width: 320 });
    const card = page.getByRole('link', { name: /养老服务补贴/ }).first();
    await card.waitFor();
    assert.equal(await sidewaysOf(page), 0);
    assert.deepEqual(await axeFinds(page), []);
    await card.click();
    await page.getByRole('heading', { level: 1, name: /养老服务补贴/ }).waitFor();
    assert.equal(await sidewaysOf(page), 0);
  });
});
