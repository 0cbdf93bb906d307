import { launchChromium } from '../lib/playwright.mjs';
import { median } from './figures.mjs';

/**
 * @typedef {object} Surface
 * @property {string} path
 * @property {string} rows expression giving the elements of the rows on show
 * @property {string} box expression giving the search box
 */

/** @type {Record<'bare' | 'element', Surface>} */
export const surfaces = {
  bare: {
    path: '/bare.html',
    rows: `document.querySelectorAll('#rows > li')`,
    box: `document.getElementById('q')`,
  },
  element: {
    path: '/element.html',
    rows: `(document.querySelector('oi-catalog-browser')?.shadowRoot?.querySelectorAll('[part~="item"]') ?? [])`,
    box: `document.querySelector('oi-catalog-browser').shadowRoot.querySelector('input')`,
  },
};

/**
 * @typedef {object} Figures
 * @property {number} firstRows ms from navigation to the frame in which the first row has text
 * @property {number} keystroke ms from the input of a word to the frame in which its rows are shown
 * @property {number} longTasks tasks over 50 ms while loading, typing and scrolling
 * @property {number} longest ms of the longest of them
 * @property {number} heap MB after loading and a forced collection
 */

/**
 * Loads, types and scrolls in a fresh browser.
 * @param {string} url
 * @param {Surface} surface
 * @param {string[]} words
 * @returns {Promise<Figures>}
 */
export async function visit(url, surface, words) {
  const browser = await launchChromium();
  try {
    // What is measured here asks by expressions, which the page's policy forbids.
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.addInitScript(watch, surface);
    await page.goto(url + surface.path);
    await page.waitForFunction('window.bench.firstRows !== undefined');
    const firstRows = /** @type {number} */ (await page.evaluate('window.bench.firstRows'));
    await page.waitForTimeout(500);
    const heap = await heapOf(page);
    const keystrokes = [];
    for (const word of words) keystrokes.push(await type(page, surface, word));
    await scroll(page);
    const tasks = /** @type {number[]} */ (await page.evaluate('window.bench.tasks'));
    return {
      firstRows,
      keystroke: median(keystrokes),
      longTasks: tasks.length,
      longest: Math.max(0, ...tasks),
      heap,
    };
  } finally {
    await browser.close();
  }
}

/**
 * Runs in the page before anything else.
 * @param {Surface} surface
 */
function watch(surface) {
  /** @type {{ firstRows?: number, tasks: number[], shown?: Promise<number> }} */
  const bench = { tasks: [] };
  Object.assign(window, { bench });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) bench.tasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  const rows = () => /** @type {ArrayLike<Element>} */ ((0, eval)(surface.rows));
  const look = () => {
    if (rows()[0]?.textContent.trim()) bench.firstRows = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Commits a whole word, as a Chinese input method does.
 * @param {import('playwright-core').Page} page
 * @param {Surface} surface
 * @param {string} word
 */
async function type(page, surface, word) {
  await page.evaluate(
    ([rows, box, text]) => {
      const input = /** @type {HTMLInputElement} */ ((0, eval)(/** @type {string} */ (box)));
      input.value = '';
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      input.focus();
      const bench = /** @type {any} */ (window).bench;
      const list = () => [
        .../** @type {NodeListOf<Element>} */ ((0, eval)(/** @type {string} */ (rows))),
      ];
      bench.shown = new Promise((resolve) => {
        input.addEventListener(
          'input',
          () => {
            const start = performance.now();
            const before = list()
              .map((row) => row.textContent)
              .join('|');
            const look = () => {
              const now = list().map((row) => row.textContent);
              const fresh = now.length > 0 && now.join('|') !== before;
              if (fresh && now.some((row) => row.includes(/** @type {string} */ (text))))
                resolve(performance.now() - start);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          },
          { once: true },
        );
      });
    },
    [surface.rows, surface.box, word],
  );
  await page.waitForTimeout(400);
  await page.keyboard.insertText(word);
  const took = await page.evaluate(
    'Promise.race([window.bench.shown, new Promise((r) => setTimeout(r, 5000, NaN))])',
  );
  await page.waitForTimeout(150);
  return /** @type {number} */ (took);
}

/** @param {import('playwright-core').Page} page */
async function scroll(page) {
  for (let i = 0; i < 30; i++) {
    await page.mouse.wheel(0, i < 15 ? 300 : -300);
    await page.waitForTimeout(33);
  }
}

/** @param {import('playwright-core').Page} page */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
