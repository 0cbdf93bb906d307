// Two long texts laid beside each other in a real card, beside a plain run of the same library.
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { bundleAlone } from '../lib/measure.mjs';
import { launchChromium } from '../lib/playwright.mjs';
import { root } from '../lib/root.mjs';
import { median, table, target } from './figures.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const length = 20_000;
const frame = 50;
/** Longer than this a plain run is not waited for. */
const patience = 20_000;

let seed = 7;
/** The same texts on every run. @param {number} below */
function random(below) {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

/** A text of so many characters with a full stop about every so many. @param {number} stop */
function textOf(stop) {
  return Array.from({ length }, (_, i) =>
    i % stop === stop - 1 ? '。' : String.fromCharCode(0x4e00 + random(2500)),
  ).join('');
}

/** @param {string} text */
const edited = (text) =>
  text
    .split('。')
    .map((sentence, i) => (i % 2 ? sentence : `${sentence.slice(0, 12)}改${sentence.slice(14)}`))
    .join('。');

const usual = textOf(40);

/** @type {Record<string, [before: string, after: string]>} */
const pairs = {
  'every second sentence edited': [usual, edited(usual)],
  'sentences in another order': [usual, usual.split('。').sort().join('。')],
  'nothing in common': [textOf(40), textOf(40)],
  'sentences of two characters': [textOf(3), textOf(3)],
  'no full stop at all': [textOf(length + 1), textOf(length + 1)],
};

/** What a page needs: the card, a client without a service, and the library alone. */
async function code() {
  const elements = createRequire(join(root, 'packages/elements/package.json'));
  const folder = dirname(elements.resolve('diff/package.json'));
  const library = relative(root, join(folder, 'libesm/diff/array.js'));
  return bundleAlone(`
    import 'packages/elements/src/policy-card/define.ts';
    import { createClient } from 'packages/sdk/src/client.ts';
    import { diffArrays } from '${library}';
    window.bench = { createClient, diffArrays };
  `);
}

/**
 * Runs in the page: opens the comparison and waits for its end, asks for what is left until every row is
 * drawn, then makes the card as narrow as a phone, which draws every row anew. The longest task of each is
 * the longest time a message to oneself had to wait, drawing included.
 * @param {readonly [string, string]} pair
 * @returns {Promise<{ took: number, compared: number, drawn: number, turned: number, rows: number }>}
 */
async function inCard([before, after]) {
  const { createClient } = /** @type {any} */ (window).bench;
  const at = '2026-11-01T09:00:00+08:00';
  const reference = (/** @type {string} */ id) => ({ id, title: id, validity: 'inForce' });
  const record = (/** @type {string} */ id, /** @type {string} */ text) => ({
    ...reference(id),
    indexNumber: id,
    kind: '通知',
    level: 'district',
    issuers: [],
    issuedOn: '2026-11-01',
    publishedAt: at,
    topics: [],
    attribute: 'open',
    interpretations: 1,
    body: [{ kind: 'paragraph', text: [{ text }] }],
    stamp: '',
    files: [],
    predecessors: id === 'new' ? [reference('old')] : [],
    successors: [],
    interpretationList: [{ id: 'it', title: 'it', form: 'text', publishedAt: at }],
    catalogItems: [],
    responses: [],
    hasCard: false,
    updatedAt: at,
  });
  const lists = [
    'policies',
    'topics',
    'background',
    'basis',
    'main',
    'changes',
    'scope',
    'standards',
  ];
  const more = ['benefits', 'cautions', 'terms', 'questions', 'eligibility', 'steps', 'matters'];
  const all = [...lists, ...more, 'media', 'files'];
  const explained = {
    ...Object.fromEntries(all.map((name) => [name, []])),
    ...{ id: 'it', title: 'it', form: 'text', level: 'district', organ: '', summary: '' },
    ...{ publishedAt: at, interpreter: { organ: '' }, synchronous: true, updatedAt: at },
  };
  /** @type {Record<string, unknown>} */
  const answers = { it: explained, old: record('old', before), new: record('new', after) };
  const card = /** @type {any} */ (document.createElement('oi-policy-card'));
  card.client = createClient({
    baseUrl: 'https://bench.invalid',
    middleware: [
      async (/** @type {Request} */ { url }) =>
        new Response(JSON.stringify(answers[url.split('/').pop() ?? ''])),
    ],
  });
  card.policyId = 'new';
  document.body.append(card);
  const until = async (/** @type {() => any} */ check) => {
    for (;;) {
      const found = check();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const button = await until(() => card.shadowRoot.querySelector('.comparison button'));
  card.shadowRoot.querySelector('#head-changes').click();
  await new Promise((resolve) => setTimeout(resolve, 200));
  let longest = 0;
  let running = true;
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  const start = last;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) port2.postMessage(0);
  };
  port2.postMessage(0);
  const longestOfThese = () => {
    const found = longest;
    longest = 0;
    return found;
  };
  const inside = (/** @type {string} */ selector) => card.shadowRoot.querySelectorAll(selector);
  button.click();
  await until(() => /对照完毕/.test(inside('.comparison [role=status]')[0].textContent));
  const took = performance.now() - start;
  const compared = longestOfThese();
  const next = () => inside('.compared ~ p button')[0];
  for (let press = next(); press; press = next()) {
    const { textContent } = press;
    press.click();
    await until(() => next()?.textContent !== textContent);
  }
  // All are drawn once no more come.
  for (let seen = -1; seen !== inside('.piece').length;) {
    seen = inside('.piece').length;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const rows = inside('.piece > *').length;
  const drawn = longestOfThese();
  card.style.width = '360px';
  await until(() => inside('.stacked').length > 0 && inside('.piece[role]').length === 0);
  running = false;
  const turned = longestOfThese();
  card.remove();
  return { took, compared, drawn, turned, rows };
}

/**
 * Runs in the page: the library alone, character by character, in one go.
 * @param {readonly [string, string, number]} pair
 * @returns {number | undefined} ms, or nothing when it gave up
 */
function alone([before, after, timeout]) {
  const { diffArrays } = /** @type {any} */ (window).bench;
  const start = performance.now();
  const found = diffArrays([...before], [...after], { timeout });
  return found && performance.now() - start;
}

/** Prints how long both take, and the longest task of the card's. */
export async function benchComparison() {
  const content = await code();
  const browser = await launchChromium();
  /** @type {(string | number)[][]} */
  const rows = [];
  let worst = 0;
  try {
    for (const [name, [before, after]] of Object.entries(pairs)) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.addScriptTag({ content, type: 'module' });
      await page.waitForFunction('window.bench !== undefined');
      // The first round warms up.
      await page.evaluate(inCard, /** @type {const} */ ([before, after]));
      const seen = [];
      const devtools = await page.context().newCDPSession(page);
      for (let round = 0; round < rounds; round++) {
        // What the round before left is not this one's work.
        await devtools.send('HeapProfiler.collectGarbage');
        seen.push(await page.evaluate(inCard, /** @type {const} */ ([before, after])));
      }
      const plain = await page.evaluate(alone, /** @type {const} */ ([before, after, patience]));
      const compared = median(seen.map((each) => each.compared));
      const drawn = median(seen.map((each) => each.drawn));
      const turned = median(seen.map((each) => each.turned));
      worst = Math.max(worst, compared, drawn, turned);
      rows.push([
        name,
        plain ?? `over ${patience}`,
        median(seen.map(({ took }) => took)),
        compared,
        drawn,
        turned,
        seen[0]?.rows ?? 0,
      ]);
      await page.close();
    }
  } finally {
    await browser.close();
  }
  table(
    `Two texts of ${length.toLocaleString('en')} characters compared (median of ${rounds}; ms)`,
    [
      'texts',
      'library alone, one task',
      'card, drawn',
      'its longest task',
      'of drawing the rest',
      'of turning to a phone',
      'rows',
    ],
    rows,
  );
  target('longest task of the card', worst, frame, 'ms');
}
