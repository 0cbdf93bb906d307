import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { axeFinds, sidewaysOf, visit } from '../test/visit.ts';
import { open, startHost, type Host } from './host.ts';

let browser: Browser;
let host: Host;
let service: Awaited<ReturnType<typeof startService>>;

before(async () => {
  host = await startHost();
  service = await startService(['--frame-ancestors', host.origin]);
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  await service.close();
  host.close();
});

const items = (page: Page) => page.locator('oi-catalog-browser').locator('[part~="item"]');

/** Opens the snippet page; the preview is there. */
async function choosing(width = 1280, lang = 'zh') {
  const visited = await visit(browser, `${service.url}/embed/?lang=${lang}`, { width });
  await items(visited.page).first().waitFor();
  await visited.page.locator('#snippet-code', { hasText: 'integrity=' }).waitFor();
  return visited;
}

const textOf = async (page: Page, id: string) =>
  (await page.locator(`#snippet-${id}`).textContent()) ?? '';

describe('the snippet page', () => {
  for (const width of [390, 1280]) {
    for (const lang of ['zh', 'en']) {
      test(`has no fault at ${width} px in ${lang}, under its own strict policy`, async () => {
        const { page, faults } = await choosing(width, lang);
        assert.equal(await sidewaysOf(page), 0);
        assert.deepEqual(await axeFinds(page), []);
        assert.deepEqual(faults, []);
        const heading = lang === 'en' ? 'Put open-info into a page' : '把政务公开组件放进网页';
        assert.ok(await page.getByRole('heading', { name: heading }).isVisible());
        await page.context().close();
      });
    }
  }

  test('turns into the other language where it stands', async () => {
    const { page } = await choosing();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Put open-info into a page' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await page.context().close();
  });

  test('shows every element it offers, as a tag and in a frame', async () => {
    const { page, faults } = await choosing();
    const select = page.getByLabel('组件', { exact: true });
    const names = await select
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    assert.ok(names.length >= 8, names.join(', '));
    for (const name of names) {
      await select.selectOption(name);
      const element = page.locator(`.preview oi-${name}`);
      await element.locator('.frame').first().waitFor();
      assert.match(await textOf(page, 'code'), new RegExp(`<oi-${name} service=`));
      const offered = await page
        .locator('[id^="attribute-"]')
        .evaluateAll((inputs) => inputs.map(({ id }) => id.slice('attribute-'.length)));
      const known = await page.evaluate(
        (tag) =>
          (customElements.get(tag) as unknown as { observedAttributes: string[] })
            .observedAttributes,
        `oi-${name}`,
      );
      assert.deepEqual(
        offered.filter((attribute) => !known.includes(attribute)),
        [],
      );
    }
    await page.getByLabel('放置方式').selectOption('frame');
    for (const name of names) {
      await select.selectOption(name);
      await page.frameLocator('.preview iframe').locator(`oi-${name} .frame`).first().waitFor();
      assert.match(await textOf(page, 'code'), new RegExp(`/embed/frame/${name}`));
    }
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('is used by keyboard alone: choose, hear, copy', async () => {
    const { page } = await choosing();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByLabel('组件', { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.preview oi-request-form').waitFor();
    assert.ok(
      await page.getByLabel('组件', { exact: true }).evaluate((it) => it.matches(':focus')),
    );
    const copy = page.getByRole('button', { name: '复制' }).first();
    for (let presses = 0; !(await copy.evaluate((it) => it.matches(':focus'))); presses += 1) {
      assert.ok(presses < 30, 'the button is not reached');
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: '已复制：代码' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await textOf(page, 'code'));
    assert.equal(copied.split('\n').length, 2);
    await page.context().close();
  });
});

describe('what is copied from it works on a page of another origin', () => {
  /** Chooses, and puts what is to be pasted into a page under the policy that is told. */
  async function pasted(choose: (page: Page) => Promise<unknown>) {
    const { page } = await choosing();
    const organ = await page.locator('#attribute-organ option').nth(1).getAttribute('value');
    await page.getByLabel('机关').selectOption(organ ?? '');
    await choose(page);
    const [code, policy] = [await textOf(page, 'code'), await textOf(page, 'policy')];
    await page.context().close();
    const url = host.put(code, `default-src 'none'; ${policy.replaceAll('\n', ' ')}`);
    return { code, organ, ...(await open(browser, url)) };
  }

  const choices: Record<string, (page: Page) => Promise<unknown>> = {
    'its tag with loader.js': async (page) => page.getByLabel('脚本').selectOption('loader.js'),
    'its tag with all.js': (page) => page.getByLabel('脚本').selectOption('all.js'),
    'its tag with the classic loader': (page) =>
      page.getByLabel('脚本').selectOption('loader.classic.js'),
    'a div': (page) => page.getByLabel('放置方式').selectOption('div'),
    'its tag, following patch releases': (page) => page.getByLabel('自动更新').check(),
    'its tag with all.js, following patch releases': async (page) => {
      await page.getByLabel('脚本').selectOption('all.js');
      await page.getByLabel('自动更新').check();
    },
    'the classic loader, following patch releases': async (page) => {
      await page.getByLabel('脚本').selectOption('loader.classic.js');
      await page.getByLabel('自动更新').check();
    },
  };
  for (const [name, choose] of Object.entries(choices)) {
    test(`by ${name}`, async () => {
      const { page, faults, code, organ } = await pasted(choose);
      await items(page).first().waitFor();
      assert.equal(await page.locator('oi-catalog-browser').getAttribute('organ'), organ);
      assert.equal(code.includes('integrity='), !name.includes('patch'));
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }

  test('in a frame, which is as high as what it shows', async () => {
    const { page, faults } = await pasted((each) =>
      each.getByLabel('放置方式').selectOption('frame'),
    );
    const frame = page.frameLocator('iframe');
    await frame.locator('oi-catalog-browser [part~="item"]').first().waitFor();
    await page.waitForFunction(() => {
      const framed = document.querySelector('iframe');
      return framed !== null && framed.clientHeight > 900;
    });
    const inside = await frame
      .locator('main')
      .evaluate((main) => main.getBoundingClientRect().height);
    await page.waitForFunction(
      (height) => Math.abs((document.querySelector('iframe')?.clientHeight ?? 0) - height) < 2,
      inside,
    );
    assert.deepEqual(faults, []);
    assert.deepEqual(await page.context().cookies(), []);
    await page.context().close();
  });

  test('with the hashes of what comes later, which a changed part does not pass', async () => {
    const { page } = await choosing();
    await page.getByText('后续文件的校验值').first().click();
    const map = await textOf(page, 'map');
    const code = await textOf(page, 'code');
    const policy = (await textOf(page, 'policy')).replaceAll('\n', ' ');
    const hash = /'sha256-[^']+'/.exec(
      (await page.locator('details.text').textContent()) ?? '',
    )?.[0];
    assert.ok(hash, 'the hash of the import map is not told');
    await page.context().close();
    const withMap = policy.replace('script-src', `script-src ${hash}`);
    const good = await open(browser, host.put(code, `default-src 'none'; ${withMap}`, map));
    await items(good.page).first().waitFor();
    assert.deepEqual(good.faults, []);
    await good.page.context().close();

    const bad = await browser.newPage();
    await bad.route(/\/chunks\/[^/]*\.js/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        body: `${await answer.text()}\n;self.changed = true;`,
      });
    });
    const refused = bad.waitForEvent('console', (message) => /integrity/i.test(message.text()));
    await bad.goto(host.put(code, undefined, map));
    await refused;
    assert.ok(await bad.getByRole('link', { name: /^政务公开事项标准目录/ }).isVisible());
    assert.equal(await bad.evaluate(() => 'changed' in self), false);
    await bad.close();
  });
});
