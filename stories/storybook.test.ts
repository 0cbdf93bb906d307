import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { launchChromium } from '../scripts/lib/playwright.mjs';
import { serveFolder } from '../scripts/lib/static-server.mjs';
import { built, elementOf, entriesOfBuild, openContext, openStory } from './testing/gallery.ts';

const entries = entriesOfBuild();
const policy = (styles: string) =>
  `default-src 'self'; script-src 'self'; style-src ${styles} 'report-sample'; img-src 'self' data:; object-src 'none'; base-uri 'self'`;
/** What Storybook's own interface makes an empty sheet with, to be filled by script. */
const ofNothing = `'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`;

const strict = await serveFolder(built, { 'Content-Security-Policy': policy(`'self'`) });
const host = await serveFolder(built, {
  'Content-Security-Policy': policy(`'self' ${ofNothing}`),
});
const browser = await launchChromium();
const context = await openContext(browser);
after(async () => {
  await browser.close();
  await Promise.all([strict.close(), host.close()]);
});

/** What a policy has left out, and what failed of it. */
interface Refused {
  directive: string;
  sample: string;
}

/** A page that tells what its policy leaves out. */
async function openPage(): Promise<{ page: Page; refused: () => Promise<Refused[]> }> {
  const page = await context.newPage();
  const errors: Refused[] = [];
  page.on('pageerror', ({ message }) => errors.push({ directive: 'error', sample: message }));
  await page.addInitScript(() => {
    const refused: object[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) =>
      refused.push({ directive: effectiveDirective, sample }),
    );
  });
  const refused = async () => {
    const told = await page.evaluate(
      () => (globalThis as unknown as { refused: Refused[] }).refused,
    );
    return [...errors, ...told];
  };
  return { page, refused };
}

/** Storybook's own in the frame of a story: the menu of highlights, and filters without a place. */
const isOfStorybook = ({ directive, sample }: Refused) =>
  directive.startsWith('style-src') &&
  /^(#storybook-highlights-menu|position:absolute;width:0;height:0)/.test(sample);

const storyOf = (title: string, exportName: string) => {
  const found = entries.find((one) => one.title.includes(title) && one.exportName === exportName);
  assert.ok(found, `${title} ${exportName} is no story`);
  return found.id;
};

describe('a static build', () => {
  it('has no code between the tags of its pages', () => {
    for (const page of ['index.html', 'iframe.html']) {
      const text = readFileSync(join(built, page), 'utf8');
      const inline = [...text.matchAll(/<(script|style)(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/\1>/g)];
      assert.deepEqual(inline.map(([, , code = '']) => code.trim()).filter(Boolean), [], page);
      assert.doesNotMatch(text, /\son[a-z]+="/, page);
    }
  });

  it('shows every element under a policy that allows no inline style and no inline script', async () => {
    const elements = new Map(
      entries
        .flatMap((entry) => {
          const element = entry.type === 'story' ? elementOf(entry) : undefined;
          return element === undefined ? [] : [[element, entry.id] as const];
        })
        .reverse(),
    );
    assert.ok(elements.size >= 12);
    const { page, refused } = await openPage();
    for (const [element, id] of elements) {
      await openStory(page, strict.url, id);
      const isDrawn = await page.evaluate(
        (name) => (document.querySelector(name)?.shadowRoot?.childElementCount ?? 0) > 0,
        element,
      );
      assert.ok(isDrawn, `${element} draws nothing`);
      const ours = (await refused()).filter((one) => !isOfStorybook(one));
      assert.deepEqual(ours, [], element);
    }
    await page.close();
  });

  it('can be leafed through and turned to English in Storybook itself, with the hash of an empty sheet', async () => {
    const { page, refused } = await openPage();
    await page.goto(`${host.url}/index.html?path=/story/${storyOf('oi-stamp', 'Ready')}`);
    const frame = page.frameLocator('#storybook-preview-iframe');
    await frame.locator('oi-stamp').getByText('此件公开发布').waitFor();
    await page.getByRole('button', { name: /中文/ }).click();
    await page.getByText('English', { exact: true }).click();
    await frame.locator('html[lang="en"]').waitFor();
    const failed = (await refused()).filter(({ directive }) => !directive.startsWith('style-src'));
    assert.deepEqual(failed, []);
    await page.close();
  });

  it('documents an element from the manifest', async () => {
    const { page, refused } = await openPage();
    const docs = entries.find(({ title, type }) => type === 'docs' && title.includes('oi-stamp'));
    assert.ok(docs);
    await page.goto(`${host.url}/iframe.html?id=${docs.id}&viewMode=docs`);
    const table = page.locator('table').filter({ hasText: 'attribute' }).first();
    await table.waitFor();
    const words = await table.innerText();
    for (const name of ['attribute', 'documentId', 'requestUrl', 'compact']) {
      assert.match(words, new RegExp(name));
    }
    const failed = (await refused()).filter(({ directive }) => !directive.startsWith('style-src'));
    assert.deepEqual(failed, []);
    await page.close();
  });

  it('passes what is chosen in the controls to the element', async () => {
    const { page } = await openPage();
    const storyId = storyOf('oi-catalog-browser', 'Ready');
    await openStory(page, strict.url, storyId);
    await page.evaluate((id) => {
      const channel = (
        globalThis as unknown as Record<string, { emit: (name: string, given: object) => void }>
      ).__STORYBOOK_ADDONS_CHANNEL__;
      channel?.emit('updateStoryArgs', { storyId: id, updatedArgs: { headingLevel: 4 } });
    }, storyId);
    await page.locator('oi-catalog-browser [aria-level="4"]').first().waitFor();
    await page.close();
  });
});

describe('the token editor', () => {
  it('moves the whole family, reckons contrast, and writes and reads a theme file, under the strict policy', async () => {
    const { page, refused } = await openPage();
    await openStory(page, strict.url, storyOf('Token editor', 'Editor'));
    const button = page.locator('oi-catalog-browser button[type="submit"]').first();
    const ground = () => button.evaluate((one) => getComputedStyle(one).backgroundColor);
    const status = page.locator('#verdict');
    const accent = page.locator('[data-token="--oi-color-accent"] input').first();
    const shipped = await ground();
    assert.equal(await status.getAttribute('data-passes'), 'true');

    await accent.fill('#ffd0d0');
    assert.equal(await ground(), 'rgb(255, 208, 208)');
    assert.equal(await status.getAttribute('data-passes'), 'false');
    const cell = page.locator('[data-meeting="accent/surface"] td').first();
    assert.match(await cell.innerText(), /^1\.38 不合格$/);

    await accent.fill('#7a1f5c');
    assert.equal(await status.getAttribute('data-passes'), 'true');
    const radius = page.locator('[data-token="--oi-radius"] input');
    await radius.fill('0px');
    await radius.blur();
    const coming = page.waitForEvent('download');
    await page.locator('#export').click();
    const file = await coming;
    assert.equal(file.suggestedFilename(), 'my-office.css');
    const text = readFileSync(await file.path(), 'utf8');
    assert.match(text, /--oi-color-accent: #7a1f5c;/);
    assert.match(text, /--oi-color-accent: light-dark\(#7a1f5c, #[0-9a-f]{6}\);/);
    assert.match(text, /--oi-radius: 0px;/);
    assert.doesNotMatch(text, /--oi-color-ink/);

    await page.locator('#reset-all').click();
    assert.equal(await ground(), shipped);
    const read = { name: 'my-office.css', mimeType: 'text/css', buffer: Buffer.from(text) };
    await page.locator('#import').setInputFiles(read);
    await page.waitForFunction(
      () => document.documentElement.style.getPropertyValue('--oi-radius') === '0px',
    );
    assert.equal(await ground(), 'rgb(122, 31, 92)');

    await page
      .locator('#import')
      .setInputFiles({ ...read, buffer: Buffer.from('p { color: red }') });
    await page.getByText('没有 --oi- 开头的令牌').waitFor();
    assert.equal(await ground(), 'rgb(122, 31, 92)');
    const ours = (await refused()).filter((one) => !isOfStorybook(one));
    assert.deepEqual(ours, []);
    await page.close();
  });
});
