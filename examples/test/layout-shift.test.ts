import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { embeddables } from '../../packages/elements/src/embedding/embeddable.ts';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';
import { startHost, type Host } from '../embedding/host.ts';

/** The style sheet the documentation gives for pages on which nothing may jump. */
function documentedRoom(): string {
  const text = readFileSync(new URL('../../docs/host-pages.md', import.meta.url), 'utf8');
  const block = /```css\n(oi-[^`]+)```/.exec(text)?.[1];
  assert.ok(block, 'docs/host-pages.md gives no style sheet');
  return block;
}

/** What an element needs to show something, and forms of it that are as high as others are not. */
const forms: Readonly<Record<string, readonly string[]>> = {
  'catalog-browser': ['organ="civil-affairs"'],
  'request-form': ['organ="civil-affairs"'],
  'progress-tracker': ['', 'presentation="hall"'],
  follow: ['kind="topic" subject="养老服务" label="养老"'],
  'deadline-clock': ['received-on="2026-03-02"', 'received-on="2026-03-02" compact'],
  'policy-card': [
    'policy-id="elder-care-subsidy-2026"',
    'policy-id="elder-care-subsidy-2026" compact',
  ],
  'plain-card': ['policy-id="elder-care-subsidy-2026"'],
  'service-guide': ['organ="civil-affairs"', 'matter="elder-care-subsidy"'],
  stamp: ['document-id="elder-care-subsidy-2026"'],
};

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

/** Every move of something that stood on the page already, as the browser counts it. */
const noteShifts = (): void => {
  const shifts: number[] = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      shifts.push((entry as unknown as { value: number }).value);
  }).observe({ type: 'layout-shift', buffered: true });
  Object.assign(globalThis, { shifts });
};

/** Waits until the page was drawn twice, so that what has come is on it. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );

for (const width of [390, 1280]) {
  test(`at ${width} px nothing jumps while elements come, where their room is kept`, async () => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
    await context.addInitScript(noteShifts);
    const jumped: string[] = [];
    for (const { name } of embeddables) {
      for (const attributes of forms[name] ?? ['']) {
        const page = await context.newPage();
        const tag = `oi-${name}`;
        // Answers wait until the page stands there with what is shown meanwhile.
        let release: () => void = () => undefined;
        const shown = new Promise<void>((resolve) => (release = resolve));
        await page.route(/\/api\//, async (route) => {
          await shown;
          await route.continue();
        });
        let asking = 0;
        page.on('request', () => (asking += 1));
        page.on('requestfinished', () => (asking -= 1));
        page.on('requestfailed', () => (asking -= 1));
        await page.goto(
          host.put(
            `<h1>政府信息公开</h1><${tag} service="${service.url}" ${attributes}><p>请稍候</p></${tag}><p>后面的文字</p>`,
            undefined,
            `<style>${documentedRoom()}</style><script type="module" src="${service.url}/embed/loader.js"></script>`,
          ),
        );
        await page.locator(`${tag} .frame`).first().waitFor({ state: 'attached' });
        release();
        for (let quiet = 0; quiet < 3; quiet = asking === 0 ? quiet + 1 : 0) await drawn(page);
        const sum = await page.evaluate(() =>
          (globalThis as unknown as { shifts: number[] }).shifts.reduce((all, one) => all + one, 0),
        );
        if (sum > 0) jumped.push(`${tag} ${attributes}: ${sum}`);
        await page.close();
      }
    }
    await context.close();
    assert.deepEqual(jumped, []);
  });
}
