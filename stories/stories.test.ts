import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { launchChromium } from '../scripts/lib/playwright.mjs';
import { root } from '../scripts/lib/root.mjs';
import { serveFolder } from '../scripts/lib/static-server.mjs';

interface IndexEntry {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
}

const built = join(root, 'storybook-static');
const index = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8')) as {
  entries: Record<string, IndexEntry>;
};
const stories = Object.values(index.entries).filter(({ type }) => type === 'story');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const server = await serveFolder(built);
const browser = await launchChromium();
after(async () => {
  await browser.close();
  await server.close();
});

/** What went wrong on a page that nobody looks at: errors, and requests to anywhere else. */
function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    const isOurs = request.url().startsWith(server.url) || request.url().startsWith('data:');
    if (!isOurs) troubles.push(`asked ${request.url()}`);
  });
  return troubles;
}

/** Loading is said to be slow after 200 ms; by then every other state has settled. */
const settled = (page: Page) => page.waitForTimeout(400);

async function openStory(page: Page, id: string): Promise<void> {
  // The addon's own check would run at the same time as ours.
  const globals = 'language:zh-CN;a11y.manual:!true';
  await page.goto(`${server.url}/iframe.html?id=${id}&viewMode=story&globals=${globals}`);
  await page.waitForFunction(() => {
    const { classList } = document.body;
    return classList.contains('sb-show-main') || classList.contains('sb-show-errordisplay');
  });
  await settled(page);
  await page.addScriptTag({ path: axe });
}

/** How the parts of Storybook talk to one another. */
type Channel = Record<'once' | 'emit', (event: string, argument: unknown) => void>;

/** Draws the open story anew in another language, as the toolbar does. */
async function turnTo(page: Page, language: string): Promise<void> {
  await page.evaluate(
    (chosen) =>
      new Promise<void>((resolve) => {
        const page = globalThis as unknown as Record<string, Channel>;
        const channel = page.__STORYBOOK_ADDONS_CHANNEL__;
        if (!channel) throw new Error('the preview has no channel');
        channel.once('storyRendered', resolve);
        channel.emit('updateGlobals', { globals: { language: chosen } });
      }),
    language,
  );
  await settled(page);
}

async function check(page: Page): Promise<void> {
  const error = await page.locator('.sb-show-errordisplay #error-message').allInnerTexts();
  assert.deepEqual(error, []);
  const result = await page.evaluate<AxeResults>(
    // A story is a part of a page: what only a whole page can have is not asked.
    `axe.run('#storybook-root', { rules: { region: { enabled: false } } })`,
  );
  assert.equal(explain(result), '');
}

function explain({ violations }: AxeResults): string {
  return violations
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        [`${id}: ${help}`, JSON.stringify(target), failureSummary].join('\n  '),
      ),
    )
    .join('\n');
}

describe('stories', { concurrency: 2 }, () => {
  it('exist', () => {
    assert.ok(stories.length >= 10, `only ${stories.length} stories were built`);
  });

  for (const { id, title, name } of stories) {
    it(`${title} › ${name} (zh-CN, en)`, async () => {
      const page = await browser.newPage();
      try {
        const troubles = troublesOf(page);
        await openStory(page, id);
        await check(page);
        await turnTo(page, 'en');
        await check(page);
        assert.deepEqual(troubles, []);
      } finally {
        await page.close();
      }
    });
  }
});
