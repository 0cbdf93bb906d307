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
const languages = ['zh-CN', 'en'];

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

async function openStory(page: Page, id: string, language: string): Promise<void> {
  // The addon's own check would run at the same time as ours.
  const globals = `language:${language};a11y.manual:!true`;
  await page.goto(`${server.url}/iframe.html?id=${id}&viewMode=story&globals=${globals}`);
  await page.waitForFunction(() => {
    const { classList } = document.body;
    return classList.contains('sb-show-main') || classList.contains('sb-show-errordisplay');
  });
  // Loading is said to be slow after 200 ms; by then every other state has settled.
  await page.waitForTimeout(400);
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
    for (const language of languages) {
      it(`${title} › ${name} (${language})`, async () => {
        const page = await browser.newPage();
        try {
          const troubles = troublesOf(page);
          await openStory(page, id, language);
          const error = await page.locator('.sb-show-errordisplay #error-message').allInnerTexts();
          assert.deepEqual([...troubles, ...error], []);
          await page.addScriptTag({ path: axe });
          const result = await page.evaluate<AxeResults>(
            // A story is a part of a page: what only a whole page can have is not asked.
            `axe.run('#storybook-root', { rules: { region: { enabled: false } } })`,
          );
          assert.equal(explain(result), '');
        } finally {
          await page.close();
        }
      });
    }
  }
});
