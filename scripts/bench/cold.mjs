// The first visit of a slow phone: nothing in the cache, a slow line, a slow processor. Beside our pages a
// bare page of the same library, which shows the same rows and nothing else.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { bundleAlone } from '../lib/measure.mjs';
import { launchChromium } from '../lib/playwright.mjs';
import { root } from '../lib/root.mjs';
import { startService } from '../lib/service.mjs';
import { median, table, target } from './figures.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
/** Bytes a second of 1.6 Mbit/s, and of the way up of the same line. */
const [down, up] = [1_600_000 / 8, 750_000 / 8];
/** Milliseconds there and back: a line as near as the office's own town, and that of a slow mobile net. */
const delays = [40, 150];
const slowdown = 4;
/** What the first element may take until it can be used, in milliseconds. */
const promised = 1_500;

const lit = relative(
  root,
  createRequire(join(root, 'packages/elements/package.json')).resolve('lit'),
);

const litPage = `
  import { html, LitElement } from '${lit}';
  customElements.define('bare-list', class extends LitElement {
    static properties = { items: { state: true } };
    constructor() {
      super();
      this.items = [];
    }
    connectedCallback() {
      super.connectedCallback();
      fetch('/api/v1/catalog/items').then((answer) => answer.json()).then(({ items }) => (this.items = items));
    }
    render() {
      return html\`<input aria-label="q" /><ul>\${this.items.map(({ title }) => html\`<li part="item">\${title}</li>\`)}</ul>\`;
    }
  });
`;

/**
 * @typedef {object} Subject
 * @property {string} script file below the folder of the version, or of the bench
 * @property {string} body
 * @property {string} tag
 * @property {string} usable selector inside the element of what a person uses first
 */

/** @type {Record<string, Subject>} */
const subjects = {
  'bare Lit page': {
    script: '/bare-lit.js',
    body: '<bare-list></bare-list>',
    tag: 'bare-list',
    usable: 'li',
  },
  'catalog, all.js': withElement('all.js', 'catalog-browser', '', '[part~="item"]'),
  'catalog, loader.js': withElement('loader.js', 'catalog-browser', '', '[part~="item"]'),
  'request form, all.js': withElement('all.js', 'request-form', '', 'textarea, input'),
  'request form, loader.js': withElement('loader.js', 'request-form', '', 'textarea, input'),
  'policies, all.js': withElement('all.js', 'policy-list', '', '[part~="item"]'),
  'guides, all.js': withElement('all.js', 'service-guide', '', '[part~="item"]'),
  'progress, all.js': withElement('all.js', 'progress-tracker', '', 'input'),
};

/** @param {string} file @param {string} name @param {string} attributes @param {string} usable @returns {Subject} */
function withElement(file, name, attributes, usable) {
  const tag = `oi-${name}`;
  return {
    script: `/embed/{version}/${file}`,
    body: `<${tag} service="/" ${attributes}></${tag}>`,
    tag,
    usable,
  };
}

/** @param {Subject} subject @param {string} version */
const pageOf = ({ script, body }, version) => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>cold</title>
    <link rel="icon" href="data:," />
    <script type="module" src="${script.replace('{version}', version)}"></script>
  </head>
  <body>${body}</body>
</html>
`;

/**
 * Runs in the page before anything else: notes when what a person uses first is on the
 * screen.
 * @param {Subject} subject
 */
function watch({ tag, usable }) {
  const cold = { at: 0 };
  Object.assign(window, { cold });
  const look = () => {
    const found = document.querySelector(tag)?.shadowRoot?.querySelector(usable);
    if (found && found.getBoundingClientRect().height > 0) cold.at = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {Subject} subject
 * @param {number} latency
 */
async function visit(browser, url, subject, latency) {
  // What is measured asks by scripts, which the page's policy forbids.
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    bypassCSP: true,
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: down,
      uploadThroughput: up,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    let bytes = 0;
    let requests = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await page.addInitScript(watch, subject);
    await page.goto(url);
    await page.waitForFunction('window.cold.at > 0', undefined, { timeout: 60_000 });
    const at = /** @type {number} */ (await page.evaluate('window.cold.at'));
    return { at, bytes, requests };
  } finally {
    await context.close();
  }
}

/** Prints what the first visit takes, and whether the promise is kept. */
export async function benchCold() {
  const site = mkdtempSync(join(tmpdir(), 'open-info-cold-'));
  writeFileSync(join(site, 'bare-lit.js'), await bundleAlone(litPage));
  const service = await startService(['--site', site, '--log-level', 'silent']);
  const browser = await launchChromium();
  try {
    const answer = await fetch(`${service.url}/embed/integrity.json`);
    const { version } = /** @type {{ version: string }} */ (await answer.json());
    const pages = Object.entries(subjects).map(([name, subject], i) => {
      writeFileSync(join(site, `${i}.html`), pageOf(subject, version));
      return { name, subject, url: `${service.url}/${i}.html` };
    });
    // Files are compressed, and answers made ready, for whoever asks first.
    for (const { url, subject } of pages) await visit(browser, url, subject, 0);
    for (const latency of delays) await report(browser, pages, latency);
  } finally {
    await browser.close();
    await service.close();
    rmSync(site, { recursive: true, force: true });
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ name: string, subject: Subject, url: string }[]} pages
 * @param {number} latency
 */
async function report(browser, pages, latency) {
  /** @type {Record<string, { at: number, bytes: number, requests: number }[]>} */
  const seen = {};
  for (let round = 0; round < rounds; round++) {
    for (const { name, subject, url } of pages) {
      (seen[name] ??= []).push(await visit(browser, url, subject, latency));
    }
  }
  const middle = (/** @type {string} */ name, /** @type {'at' | 'bytes' | 'requests'} */ figure) =>
    median((seen[name] ?? []).map((one) => one[figure]));
  const bare = middle('bare Lit page', 'at');
  table(
    `First visit, nothing cached, ${slowdown}× slower processor, 1.6 Mbit/s, ${latency} ms there and back (median of ${rounds})`,
    ['page', 'usable after ms', ': bare', 'kB', 'requests'],
    pages.map(({ name }) => [
      name,
      middle(name, 'at'),
      middle(name, 'at') / bare,
      middle(name, 'bytes') / 1000,
      String(middle(name, 'requests')),
    ]),
  );
  for (const { name } of pages.slice(1)) target(name, middle(name, 'at'), promised, 'ms');
}
