import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { themes } from '../../packages/elements/src/themes/themes.ts';
import { contrastOf, rgbOf } from '../../scripts/lib/contrast.mjs';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { open, startHost, type Host } from '../embedding/host.ts';
import { visit } from '../test/visit.ts';
import { drawnTexts, rootColours } from './contrast.ts';

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

const schemes = ['light', 'dark'] as const;

/** Turns a page of a frame, which has every theme at hand. */
const turn = (page: Page, theme: string, scheme: string) =>
  page.evaluate(
    ([chosenTheme, chosenScheme]) => {
      Object.assign(document.documentElement.dataset, {
        oiTheme: chosenTheme,
        scheme: chosenScheme,
      });
    },
    [theme, scheme] as const,
  );

/** Elements between them show every role: found words, failures, badges, buttons, calendars. */
const shown: readonly { path: string; act?: (page: Page) => Promise<void> }[] = [
  {
    path: 'catalog-browser',
    act: async (page) => {
      await page.getByRole('combobox').first().fill('救助');
      await page.keyboard.press('Enter');
      await page.locator('oi-catalog-browser mark').first().waitFor();
    },
  },
  {
    path: 'policy-card?policy-id=disability-subsidies-2027',
    act: (page) => page.getByRole('button', { name: '展开全部' }).click(),
  },
  {
    path: 'request-form',
    act: async (page) => {
      await page.locator('oi-request-form .button.primary').first().click();
    },
  },
  {
    path: 'deadline-clock?received-on=2026-03-02',
    act: (page) => page.locator('oi-deadline-clock summary').first().click(),
  },
];

describe('text as it is drawn', () => {
  for (const { path, act } of shown) {
    test(`of ${path.split('?')[0]} has its contrast in every theme, light and dark`, async () => {
      const { page } = await visit(browser, `${service.url}/embed/frame/${path}`, { width: 900 });
      await page.locator('main > * .frame').first().waitFor();
      await page.waitForLoadState('networkidle');
      await act?.(page);
      const faint: string[] = [];
      for (const { name, contrast } of themes) {
        for (const scheme of schemes) {
          await turn(page, name, scheme);
          const texts = await drawnTexts(page);
          assert.ok(texts.length > 10, `only ${texts.length} texts`);
          for (const { front, ground, where } of texts) {
            const ratio = contrastOf(front, ground);
            if (ratio < contrast) faint.push(`${name}, ${scheme}: ${ratio.toFixed(2)} ${where}`);
          }
        }
      }
      assert.deepEqual([...new Set(faint)], []);
      await page.context().close();
    });
  }
});

describe('the theme of the page', () => {
  const steps = [0, 128, 255];
  /** 27 accents a page may have: black, white, and the strongest of every hue between. */
  const accents = steps.flatMap((red) =>
    steps.flatMap((green) => steps.map((blue) => `rgb(${red}, ${green}, ${blue})`)),
  );

  test('has its contrast with whatever accent the page gives', async () => {
    const { page } = await visit(browser, `${service.url}/embed/frame/stamp?attribute=open`);
    const faint: string[] = [];
    for (const scheme of schemes) {
      await turn(page, 'host', scheme);
      for (const accent of accents) {
        await page.evaluate((chosen) => {
          document.documentElement.style.setProperty('--oi-host-accent', chosen);
        }, accent);
        const roles = ['accent', 'on-accent', 'surface', 'wash', 'soft', 'alert', 'edge', 'mark'];
        const found = await rootColours(
          page,
          roles.map((role) => `--oi-color-${role}`),
        );
        const of = (role: string) => found[`--oi-color-${role}`] ?? [];
        for (const [front, ground, least] of [
          ...[['accent', 'surface', 4.5] as const, ['accent', 'wash', 4.5] as const],
          ...[['accent', 'mark', 4.5] as const, ['on-accent', 'accent', 4.5] as const],
          ...[['soft', 'wash', 4.5] as const, ['alert', 'wash', 4.5] as const],
          ['edge', 'wash', 3] as const,
        ]) {
          const ratio = contrastOf(of(front), of(ground));
          if (ratio < least)
            faint.push(`${accent}, ${scheme}: ${front} on ${ground} ${ratio.toFixed(2)}`);
        }
      }
    }
    assert.deepEqual(faint, []);
    await page.context().close();
  });
});

describe('a page of a department', () => {
  /** Colour and font of the first thing that tells them. */
  const lookOf = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { color, fontFamily, fontSize } = getComputedStyle(element);
        return { color, fontFamily, fontSize };
      });
  const rgb = (hex: string) => `rgb(${rgbOf(hex).join(', ')})`;
  const accentOf = (name: string) =>
    rgb(themes.find((theme) => theme.name === name)?.colours.accent[0] ?? '');

  test('pastes the lines of a theme under a strict policy', async () => {
    const { page } = await visit(browser, `${service.url}/embed/`);
    await page.locator('#snippet-code', { hasText: 'integrity=' }).waitFor();
    await page.getByLabel('外观主题').selectOption('red');
    const link = page.locator('.preview oi-catalog-browser .item-name').first();
    await link.waitFor();
    const colour = () => link.evaluate((element) => getComputedStyle(element).color);
    assert.equal(await colour(), accentOf('red'));
    const code = (await page.locator('#snippet-code').textContent()) ?? '';
    const policy = (await page.locator('#snippet-policy').textContent()) ?? '';
    assert.match(code, /^<link rel="stylesheet" href="[^"]+\/themes\/red\.css" integrity="sha384-/);
    await page.context().close();
    const pasted = await open(
      browser,
      host.put(code, `default-src 'none'; ${policy.replaceAll('\n', ' ')}`),
    );
    await pasted.page.locator('oi-catalog-browser .item-name').first().waitFor();
    const { color } = await lookOf(pasted.page, 'oi-catalog-browser .item-name');
    assert.equal(color, accentOf('red'));
    assert.deepEqual(pasted.faults, []);
    await pasted.page.context().close();
  });

  test('has the last word, gives parts another theme, and sets the size of text', async () => {
    const files = `${service.url}/embed/0`;
    const url = host.put(
      `<oi-stamp service="${service.url}" attribute="onRequest"></oi-stamp>
       <oi-provider service="${service.url}" theme="contrast" font-size="24">
         <oi-deadline-clock received-on="2026-03-02"></oi-deadline-clock>
       </oi-provider>
       <div data-oi-theme="host">
         <oi-deadline-clock id="as-page" service="${service.url}" received-on="2026-03-02"></oi-deadline-clock>
       </div>
       <div data-oi-font-size="30"><oi-stamp id="largest" service="${service.url}" attribute="open"></oi-stamp></div>
       <script type="module" src="${files}/loader.js"></script>`,
      undefined,
      `<link rel="stylesheet" href="${files}/themes/blue.css">
       <link rel="stylesheet" href="${files}/themes/all.css">
       <style>
         html { font-family: 'Songti SC'; font-size: 150%; }
         :root { --oi-color-ink: rgb(1, 2, 3); --oi-host-accent: rgb(0, 100, 80); }
       </style>`,
    );
    const { page, faults } = await open(browser, url);
    for (const tag of ['oi-stamp', 'oi-provider oi-deadline-clock', '#as-page', '#largest'])
      await page.locator(`${tag} .frame`).first().waitFor();
    const plain = await lookOf(page, 'oi-stamp .frame');
    assert.equal(plain.color, 'rgb(1, 2, 3)', 'what the page says at :root');
    assert.equal(plain.fontSize, '24px', 'the root of the page is 24 px');
    const inside = await lookOf(page, 'oi-provider oi-deadline-clock .frame');
    assert.deepEqual([inside.color, inside.fontSize], ['rgb(0, 0, 0)', '36px']);
    assert.match(inside.fontFamily, /^"PingFang SC"/);
    const asPage = await lookOf(page, '#as-page .frame');
    assert.equal(asPage.fontFamily, '"Songti SC"');
    assert.equal((await lookOf(page, '#largest .frame')).fontSize, '45px');
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});
