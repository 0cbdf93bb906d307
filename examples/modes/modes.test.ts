import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { embeddables } from '../../packages/elements/src/embedding/embeddable.ts';
import { modes, type ModeName } from '../../packages/elements/src/themes/modes.ts';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { startHost } from '../embedding/host.ts';
import { tooSmall } from '../test/measure.ts';
import { visit } from '../test/visit.ts';

let browser: Browser;
let service: Awaited<ReturnType<typeof startService>>;

before(async () => {
  service = await startService();
  browser = await launchChromium();
});

after(async () => {
  await browser.close();
  await service.close();
});

const policy = 'policy-id=disability-subsidies-2027';

/** With which each element shows something; what is not named does by itself. */
const queries: Readonly<Record<string, readonly string[]>> = {
  'policy-card': [policy],
  'plain-card': [policy],
  'deadline-clock': ['received-on=2026-03-02'],
  stamp: ['attribute=onRequest'],
  follow: ['kind=topic&subject=住房保障'],
  'service-guide': ['', 'matter=birth-certificate'],
};

const pages = embeddables.flatMap(({ name }) =>
  (queries[name] ?? ['']).map((query) => ({ name, query })),
);

/** 320 px are a phone, and a screen of 1280 px at 400 %; the board of a hall is on screens alone. */
const widthsOf = (name: string) => (name === 'hall-board' ? [1080, 1920] : [320, 1280]);

/** Waits until nothing on the page has changed for some frames. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const element = document.querySelector<HTMLElement>('main > *');
    const shot = () =>
      `${element?.shadowRoot?.innerHTML.length ?? 0} ${element?.offsetHeight ?? 0}`;
    for (let [still, before] = [0, '']; still < 6;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = shot();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  });

/** Unfolds whatever is folded. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('main > *')?.shadowRoot;
    root
      ?.querySelectorAll<HTMLElement>('summary, button[aria-expanded="false"]')
      .forEach((folded) => folded.click());
  });

/** The board of a hall is as high as its screen. */
const isAsHighAsItsText = (name: string): boolean => name !== 'hall-board';

/** How high the element is, drawn tight, as usual and roomy (`--oi-density`). */
async function heightsByDensity(page: Page, mode: ModeName): Promise<number[]> {
  const heights: number[] = [];
  for (const density of ['0.75', '1', '1.25']) {
    await page.evaluate(
      ([set, value]) => {
        document.documentElement.dataset.oiMode = set;
        document.documentElement.style.setProperty('--oi-density', value);
      },
      [mode, density] as const,
    );
    await settled(page);
    heights.push(
      await page.evaluate(() => {
        const frame = document.querySelector('main > *')?.shadowRoot?.querySelector('.frame');
        return frame?.scrollHeight ?? 0;
      }),
    );
  }
  return heights;
}

describe('every element, measured in every mode, folded and unfolded', () => {
  for (const { name, query } of pages) {
    test(`${name} ${query}`, async () => {
      const { page } = await visit(browser, `${service.url}/embed/frame/${name}?${query}`);
      await page.locator(`oi-${name} .frame`).first().waitFor();
      await page.waitForLoadState('networkidle');
      const found: string[] = [];
      for (const folding of ['folded', 'unfolded']) {
        if (folding === 'unfolded') await unfold(page);
        for (const [mode, numbers] of Object.entries(modes)) {
          await page.evaluate((set) => {
            document.documentElement.dataset.oiMode = set;
          }, mode as ModeName);
          for (const width of widthsOf(name)) {
            await page.setViewportSize({ width, height: 900 });
            await settled(page);
            const small = await tooSmall(page, numbers);
            found.push(...small.map((what) => `${mode}, ${width} px, ${folding}: ${what}`));
          }
        }
      }
      assert.deepEqual(found, []);

      const [tight = 0, usual = 0, roomy = 0] = await heightsByDensity(page, 'standard');
      assert.ok(
        !isAsHighAsItsText(name) || (tight < usual && usual < roomy),
        `${tight}, ${usual}, ${roomy} px by density`,
      );
      const [least, drawn] = await heightsByDensity(page, 'elder');
      assert.equal(least, drawn, 'what is for older people is not made tighter');
      await page.context().close();
    });
  }
});

/** Everything the frame of a touch screen shows, by what is done to come there. */
const frameStates: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  start: (page) => page.getByRole('link', { name: '查政务公开' }).waitFor(),
  'a page elsewhere': async (page) => {
    await page.getByRole('link', { name: '中国政府网' }).click();
    await page.getByRole('dialog').waitFor();
  },
  'a view': async (page) => {
    await page.getByRole('button', { name: '返回', exact: true }).click();
    await page.getByRole('link', { name: '查政务公开' }).click();
    await page.locator('oi-catalog-browser [part~="item"]').first().waitFor();
  },
  'the keyboard': async (page) => {
    await page.getByRole('combobox', { name: /查找公开事项/ }).click();
    await page.getByRole('group', { name: '屏幕键盘' }).waitFor();
  },
  'the picture lowered': (page) =>
    page.locator('oi-kiosk').evaluate((kiosk) => kiosk.setAttribute('reach', 'low')),
};

test('the frame of a touch screen, measured in everything it shows', async (t) => {
  const host = await startHost();
  t.after(() => host.close());
  const url = host.put(
    `<main><oi-kiosk service="${service.url}" heading="江汉区政务公开">
      <p slot="start"><a href="#catalog">查政务公开</a> <a href="https://www.gov.cn/">中国政府网</a></p>
      <template id="catalog"><oi-catalog-browser page-size="3"></oi-catalog-browser></template>
    </oi-kiosk></main>`,
    undefined,
    `<style>body{margin:0}</style><script type="module" src="${service.url}/embed/loader.js"></script>`,
  );
  const { page } = await visit(browser, url);
  await page.locator('oi-kiosk [part~="stage"]').waitFor();
  const found: string[] = [];
  for (const [state, reach] of Object.entries(frameStates)) {
    await page.setViewportSize({ width: 1080, height: 1920 });
    await reach(page);
    for (const [width, height] of [
      [1080, 1920],
      [1920, 1080],
      [390, 844],
      [320, 640],
    ] as const) {
      await page.setViewportSize({ width, height });
      await settled(page);
      const small = await tooSmall(page, modes.kiosk);
      found.push(...small.map((what) => `${state}, ${width} px: ${what}`));
    }
  }
  assert.deepEqual(found, []);
  await page.context().close();
});
