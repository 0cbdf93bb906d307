import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { root } from '../../scripts/lib/root.mjs';

/** A story as the built Storybook lists it. */
export interface StoryEntry {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
  exportName: string;
  tags: string[];
}

/** What the toolbars set. */
export interface StoryGlobals {
  mode: 'standard' | 'elder' | 'kiosk';
  scheme: 'light' | 'dark';
  language: 'zh-CN' | 'en';
  theme: string;
  direction: 'ltr' | 'rtl';
}

/** Folder of the static build. */
export const built = join(root, 'storybook-static');

/** Every story and page of documentation of the build. */
export function entriesOfBuild(): StoryEntry[] {
  const index = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8')) as {
    entries: Record<string, StoryEntry>;
  };
  return Object.values(index.entries);
}

/** The element a story belongs to, as in `oi-stamp`; undefined for pages of the whole family. */
export const elementOf = ({ title }: StoryEntry): string | undefined =>
  /\boi-[a-z-]+/.exec(title)?.[0];

/** A context as stories are always looked at: one place, one time zone, nothing moving. */
export async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
  });
  // A story finds nothing that the one before it has kept.
  await context.addInitScript(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  return context;
}

/** Waits until nothing has changed inside the story, in any shadow root, for so long. */
async function quiet(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate(
    (still) =>
      new Promise<void>((resolve) => {
        const seen = new WeakSet<Node>();
        let timer = 0;
        const watch = (root: Node): void => {
          if (!seen.has(root)) {
            seen.add(root);
            observer.observe(root, {
              ...{ subtree: true, childList: true, attributes: true, characterData: true },
            });
          }
          for (const element of (root as ParentNode).querySelectorAll('*')) {
            if (element.shadowRoot) watch(element.shadowRoot);
          }
        };
        const restart = (): void => {
          clearTimeout(timer);
          timer = window.setTimeout(() => {
            observer.disconnect();
            resolve();
          }, still);
        };
        const observer = new MutationObserver(() => {
          watch(document.body);
          restart();
        });
        watch(document.body);
        restart();
      }),
    milliseconds,
  );
}

/** Longer than the 200 ms after which a load is called slow: by then every state has arrived. */
const settled = 300;

/** What is drawn now, and how far that is. */
interface Preview {
  currentRender?: { phase?: string };
}

/** Opens a story and waits until it was drawn and played. */
export async function openStory(page: Page, url: string, id: string): Promise<void> {
  // The addon's own check would run at the same time as ours.
  await page.goto(`${url}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
  await page.waitForFunction(() => {
    const page = globalThis as unknown as Record<string, Preview | undefined>;
    const phase = page.__STORYBOOK_PREVIEW__?.currentRender?.phase;
    return phase !== undefined && ['finished', 'errored', 'aborted'].includes(phase);
  });
  await quiet(page, settled);
}

/** How the parts of Storybook talk to one another. */
type Channel = Record<'once' | 'emit', (event: string, argument: unknown) => void>;

/** Draws the open story anew as the toolbars do, without playing it again. */
export async function turnTo(page: Page, globals: Partial<StoryGlobals>): Promise<void> {
  await page.evaluate(
    (chosen) =>
      new Promise<void>((resolve) => {
        const page = globalThis as unknown as Record<string, Channel>;
        const channel = page.__STORYBOOK_ADDONS_CHANNEL__;
        if (!channel) throw new Error('the preview has no channel');
        channel.once('storyRendered', () => resolve());
        channel.emit('updateGlobals', { globals: chosen });
      }),
    globals,
  );
  await quiet(page, 50);
}

/** Higher than any story but those of a thousand rows. */
const highest = 16_000;

/**
 * Makes the page so wide, and as high as the story is: rows that are off the screen are not drawn
 * (`content-visibility`), so neither axe nor a picture would see them.
 */
export async function unroll(page: Page, width: number, least: number): Promise<number> {
  await page.setViewportSize({ width, height: least });
  const height = await page.evaluate(() => {
    const bottom = document.getElementById('storybook-root')?.getBoundingClientRect().bottom ?? 0;
    return Math.ceil(bottom + window.scrollY + 16);
  });
  const shown = Math.min(Math.max(height, least), highest);
  await page.setViewportSize({ width, height: shown });
  await page.evaluate(async () => {
    window.scrollTo(0, 0);
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
  return Math.min(height, shown);
}

/** What Storybook says instead of a story that cannot be drawn. */
export const faultOf = async (page: Page): Promise<string[]> =>
  page.locator('.sb-show-errordisplay #error-message').allInnerTexts();

/** What went wrong on a page that nobody looks at: errors, and requests to anywhere else. */
export function troublesOf(page: Page, url: string): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${message.text()} ${message.location().url}`);
  });
  page.on('request', (request) => {
    const isOurs = request.url().startsWith(url) || request.url().startsWith('data:');
    if (!isOurs) troubles.push(`asked ${request.url()}`);
  });
  return troubles;
}
