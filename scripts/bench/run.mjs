import { build } from '../lib/build-steps.mjs';
import { Stop } from '../lib/stop.mjs';
import { surfaces, visit } from './browser.mjs';
import { benchClock } from './clock.mjs';
import { benchCold } from './cold.mjs';
import { benchComparison } from './comparison.mjs';
import { dataset, serve } from './dataset.mjs';
import { median, quantile, table, target } from './figures.mjs';
import { load } from './load.mjs';
import { filteredLists, wordsByFrequency } from './queries.mjs';
import { benchSubmit } from './submit.mjs';
import { benchWatch } from './watch.mjs';

const sizes = [1_000, 10_000, 100_000];
const connections = [1, 16, 64];
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 2);

/**
 * Measures, prints, and says which targets are met. `http`, `browser`, `cold`, `clock`, `submit`, `watch`
 * and `comparison` choose one part.
 * @param {string[]} parts
 */
export async function bench(parts) {
  const wants = (/** @type {string} */ part) => parts.length === 0 || parts.includes(part);
  if (wants('clock')) benchClock();
  if (wants('submit')) await benchSubmit();
  if (wants('watch')) await benchWatch();
  if (wants('comparison')) await benchComparison();
  const withoutBuild = ['clock', 'submit', 'watch', 'comparison'];
  if (parts.length > 0 && parts.every((part) => withoutBuild.includes(part))) return;
  const failed = (await build()).filter(({ code }) => code !== 0);
  if (failed.length > 0) throw new Stop(`The build fails: ${failed[0]?.output ?? ''}`);
  if (wants('http')) {
    await benchHttp('auto');
    await benchHttp('off');
  }
  if (wants('cold')) await benchCold();
  if (wants('browser')) await benchBrowser();
}

/** @param {'auto' | 'off'} readIndex */
async function benchHttp(readIndex) {
  const items = sizes.at(-1) ?? 0;
  const service = await serve(await dataset(items), readIndex);
  const { url, hello, indexSeconds, indexMegabytes } = service;
  const path = readIndex === 'off' ? 'SQL alone' : 'with the read index';
  if (readIndex !== 'off') {
    console.log(
      `\nread index of ${items} items: ${indexSeconds.toFixed(1)} s, ${indexMegabytes.toFixed(0)} MB`,
    );
  }
  const words = await wordsByFrequency(url, items);
  const searches = (/** @type {string[]} */ list) =>
    list.map((q) => `${url}/api/v1/catalog/items?${new URLSearchParams({ q })}`);
  const body = await (await fetch(`${url}/api/v1/catalog/items`)).text();
  /** @type {Record<string, string[]>} */
  const works = {
    'bare HTTP hello': [hello],
    'list, unfiltered': [`${url}/api/v1/catalog/items`],
    'list by filters, with facets': await filteredLists(url),
    'facets of a search': searches(words.middling.map((word) => `${word} 公开`)),
    [`search, ${words.rare.length} rare words`]: searches(words.rare),
    [`search, ${words.middling.length} middling words`]: searches(words.middling),
    [`search, ${words.common.length} common words`]: searches(words.common),
  };
  /** @type {(string | number)[][]} */
  const rows = [];
  /** @type {Record<string, number>} */
  const p50 = {};
  const select = await service.selectByKey(2_000);
  for (const [name, urls] of Object.entries(works)) {
    if (urls.length === 0) continue;
    for (const count of connections) {
      const fresh =
        name.startsWith('list, unfiltered') || name.startsWith('bare') ? urls : varied(urls);
      const { rate, times, failures } = await load(fresh, { connections: count, seconds });
      if (failures > 0) throw new Stop(`${failures} answers of "${name}" were not 200.`);
      rows.push([name, String(count), quantile(times, 0.5), quantile(times, 0.99), rate]);
      if (count === 1) p50[name.replace(/, \d+ /, ', ')] = median(times);
    }
  }
  const again = await service.selectByKey(2_000);
  const key = median([...select, ...again]);
  table(
    `HTTP at ${items.toLocaleString('en')} items, ${path} (ms; JSON.parse of a page ${parseTime(body).toFixed(3)}, select by key ${key.toFixed(3)})`,
    ['work', 'connections', 'p50', 'p99', 'requests/s'],
    rows,
  );
  if (readIndex !== 'off') {
    target(
      'list by filters p50 : select by key',
      (p50['list by filters, with facets'] ?? NaN) / key,
      8,
    );
    target('search p50, rare words', p50['search, rare words'] ?? NaN, 8, 'ms');
    target('search p50, middling words', p50['search, middling words'] ?? NaN, 8, 'ms');
  }
  await service.stop();
}

/**
 * The same questions with page sizes around the usual 20, so that an answer kept in memory is
 * seldom met again.
 * @param {string[]} urls
 */
function varied(urls) {
  return Array.from({ length: 20 }, (_, i) => urls.map((url) => `${url}&limit=${11 + i}`)).flat();
}

/** @param {string} body */
function parseTime(body) {
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now();
    JSON.parse(body);
    return performance.now() - start;
  });
  return median(times);
}

async function benchBrowser() {
  const words = ['养老服务', '行政处罚', '社会保险', '法律援助', '招生'];
  for (const items of sizes) {
    const service = await serve(await dataset(items), 'auto');
    /** @type {Record<string, import('./browser.mjs').Figures[]>} */
    const seen = { bare: [], element: [] };
    await visit(service.url, surfaces.bare, []);
    for (let round = 0; round < rounds; round++) {
      for (const name of /** @type {const} */ (['bare', 'element'])) {
        seen[name]?.push(await visit(service.url, surfaces[name], words));
      }
    }
    report(items, seen);
    await service.stop();
  }
}

/**
 * @param {number} items
 * @param {Record<string, import('./browser.mjs').Figures[]>} seen
 */
function report(items, seen) {
  const middle = (
    /** @type {string} */ name,
    /** @type {keyof import('./browser.mjs').Figures} */ figure,
  ) => median((seen[name] ?? []).map((figures) => figures[figure]));
  const figures = /** @type {const} */ (['firstRows', 'keystroke', 'longTasks', 'longest', 'heap']);
  table(
    `Chromium at ${items.toLocaleString('en')} items (median of ${rounds}; ms, MB)`,
    ['page', 'first rows', 'keystroke', 'tasks over 50 ms', 'longest', 'heap'],
    ['bare', 'element'].map((name) => [name, ...figures.map((figure) => middle(name, figure))]),
  );
  const ratio = (/** @type {keyof import('./browser.mjs').Figures} */ figure) =>
    middle('element', figure) / middle('bare', figure);
  target('first rows : bare page', ratio('firstRows'), 1.3);
  target('keystroke to results : bare page', ratio('keystroke'), 1.2);
  target('tasks over 50 ms', middle('element', 'longTasks'), 0, 'tasks');
  target('heap after load : bare page', ratio('heap'), 3);
}
