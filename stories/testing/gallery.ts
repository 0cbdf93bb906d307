import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
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
async function still(page: Page, milliseconds: number): Promise<void> {
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

/** Requests of a page that have not been answered: words and parts that are fetched when wanted. */
const asked = new WeakMap<Page, Set<Request>>();

/** Waits until nothing changes for so long and nothing is on its way. */
async function quiet(page: Page, milliseconds: number): Promise<void> {
  do await still(page, milliseconds);
  while (asked.get(page)?.size);
}

/** Longer than the 200 ms after which a load is called slow: by then every state has arrived. */
const settled = 300;

/** What is drawn now, and how far that is. */
interface Preview {
  currentRender?: { id?: string; phase?: string };
}

/** Waits until a story was drawn and played. */
async function drawn(page: Page, id: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const page = globalThis as unknown as Record<string, Preview | undefined>;
    const render = page.__STORYBOOK_PREVIEW__?.currentRender;
    const ends = ['finished', 'errored', 'aborted'];
    return render?.id === wanted && ends.includes(render.phase ?? '');
  }, id);
  await quiet(page, settled);
}

/** Opens a story on a page of its own and waits until it was drawn and played. */
export async function openStory(page: Page, url: string, id: string): Promise<void> {
  // The addon's own check would run at the same time as ours.
  await page.goto(`${url}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
  await drawn(page, id);
}

/**
 * Goes to another story on the same page, as its sidebar does: four times as fast as opening it. The
 * toolbars stay as they are; nothing else that the one before has kept is left.
 */
export async function leafTo(page: Page, id: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate((storyId) => {
    const page = globalThis as unknown as Record<string, Channel>;
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, '', location.pathname + location.search);
    window.scrollTo(0, 0);
    page.__STORYBOOK_ADDONS_CHANNEL__?.emit('setCurrentStory', { storyId, viewMode: 'story' });
  }, id);
  await drawn(page, id);
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

/** What the page says its language is. */
export const languageOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.lang);

/** What is an attribute of the page: no element is drawn anew by Storybook. */
const attributes = {
  mode: 'data-oi-mode',
  scheme: 'data-scheme',
  theme: 'data-oi-theme',
  direction: 'dir',
} as const;

/** Sets what the toolbars set on the page, without asking Storybook; the language is not among it. */
export async function dress(
  page: Page,
  globals: Partial<Record<keyof typeof attributes, string>>,
): Promise<void> {
  const pairs = Object.entries(globals).map(
    ([name, value]) => [attributes[name as keyof typeof attributes], value] as const,
  );
  const isDrawnAnew = await page.evaluate((given) => {
    const page = document.documentElement;
    const changed = given.filter(([name, value]) => page.getAttribute(name) !== value);
    for (const [name, value] of changed) page.setAttribute(name, value);
    return changed.some(([name]) => name === 'data-oi-mode');
  }, pairs);
  // All else follows by style alone.
  if (isDrawnAnew) await quiet(page, 50);
}

/** By how many pixels the page is wider than its window; 0 when nothing scrolls sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });

/** What moves although less of it is asked for, in any shadow root. */
export const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect, id }) => {
        const target = effect instanceof KeyframeEffect ? effect.target : null;
        return `${target?.localName ?? '?'}.${target?.className ?? ''} ${id}`;
      }),
  );

/** Opens whatever of a story can be opened, a few at most: lists, details, explanations. */
export async function unfold(page: Page): Promise<number> {
  const count = await page.evaluate((most) => {
    const closed = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
        ...(one.matches('[aria-expanded="false"], details:not([open]) > summary') ? [one] : []),
        ...(one.shadowRoot ? closed(one.shadowRoot) : []),
      ]);
    const root = document.getElementById('storybook-root');
    const found = root ? closed(root).filter((one) => one.getClientRects().length > 0) : [];
    const chosen = found.slice(0, most);
    chosen.forEach((one) => one.click());
    return chosen.length;
  }, 12);
  if (count > 0) await quiet(page, settled);
  return count;
}

/** Higher than any story but those of a thousand rows. */
const highest = 16_000;

/** How high a story is, in CSS pixels. */
export const heightOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const bottom = document.getElementById('storybook-root')?.getBoundingClientRect().bottom ?? 0;
    return Math.ceil(bottom + window.scrollY + 16);
  });

/** Waits until what fills the screen has taken the size of it. */
const fitted = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    if (!document.querySelector('oi-hall-board, oi-kiosk, oi-progress-tracker')) return;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });

/**
 * Makes the page so wide, and as high as the story is: rows that are off the screen are not drawn
 * (`content-visibility`), so neither axe nor a picture would see them.
 */
export async function unroll(page: Page, width: number, least: number): Promise<void> {
  await page.setViewportSize({ width, height: least });
  await fitted(page);
  const height = await heightOf(page);
  const shown = Math.min(Math.max(height, least), highest);
  await page.setViewportSize({ width, height: shown });
  await page.evaluate(async () => {
    window.scrollTo(0, 0);
    await document.fonts.ready;
    const isLeftOut = (root: ParentNode): boolean =>
      [...root.querySelectorAll('*')].some(
        (one) =>
          (one.checkVisibility() &&
            !one.checkVisibility({ contentVisibilityAuto: true }) &&
            one.getBoundingClientRect().top < window.innerHeight) ||
          (one.shadowRoot !== null && isLeftOut(one.shadowRoot)),
      );
    for (let frame = 0; frame < 60; frame += 1) {
      await new Promise(requestAnimationFrame);
      if (frame > 0 && !isLeftOut(document)) return;
    }
  });
  // Elements that measure themselves draw once more.
  await quiet(page, 50);
}

/** What Storybook says instead of a story that cannot be drawn. */
export const faultOf = async (page: Page): Promise<string[]> =>
  page.locator('.sb-show-errordisplay #error-message').allInnerTexts();

/** What goes wrong on a page that nobody looks at: errors, and requests to anywhere else. */
export function troublesOf(page: Page, url: string): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`${message.text()} ${message.location().url}`);
  });
  const open = new Set<Request>();
  asked.set(page, open);
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  page.on('request', (request) => {
    const isOurs = request.url().startsWith(url);
    if (isOurs) open.add(request);
    else if (!request.url().startsWith('data:')) troubles.push(`asked ${request.url()}`);
  });
  return troubles;
}
