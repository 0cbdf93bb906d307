import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { BlockSchema, blockKinds, type Block } from '@open-info/contract/blocks';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import { hostileBodies, largePages } from './hostile.ts';
import { blocksFromHtml } from '../src/blocks/from-html.ts';
import { isSafeHref } from '../src/blocks/links.ts';

const bodies = hostileBodies(5_000);
const members = new Set(
  'kind level text align items ordered rows file alternative strong href header columns'.split(' '),
);

/** Everything that stands in blocks, with the name it stands under. */
function* values(value: unknown, name = ''): Generator<[string, string | number | boolean]> {
  if (Array.isArray(value)) for (const one of value) yield* values(one, name);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      assert.ok(members.has(key), key);
      yield* values(one, key);
    }
  } else if (value !== undefined) yield [name, value as string];
}

function assertHarmless(blocks: readonly Block[], body: unknown): void {
  const about = String(body).slice(0, 300);
  for (const block of blocks) {
    assert.ok(BlockSchema.safeParse(block).success, about);
    assert.ok((blockKinds as readonly string[]).includes(block.kind), about);
  }
  for (const [name, value] of values(blocks)) {
    if (name === 'href') assert.ok(isSafeHref(String(value)), `${String(value)} of ${about}`);
    if (name === 'file') assert.match(String(value), /^f\d+$/);
    if (typeof value === 'string') assert.doesNotMatch(value, /[^\P{Cc}\n]|\p{Cs}|\u202e/u, about);
  }
}

test('5,000 hostile bodies become text and harmless links', () => {
  assert.equal(bodies.length, 5_000);
  for (const body of bodies) {
    for (const base of [undefined, 'https://www.example.gov.cn/art/1.html']) {
      assertHarmless(blocksFromHtml(body, { base }).blocks, body);
    }
  }
});

test('what they tried is told', () => {
  const told = new Set(
    bodies.flatMap((body) => blocksFromHtml(body).dropped.map(({ kind }) => kind)),
  );
  for (const kind of ['script', 'handler', 'style', 'form', 'embedded'] as const) {
    assert.ok(told.has(kind), kind);
  }
  for (const kind of ['trackingPixel', 'foreignResource', 'unsafeLink'] as const) {
    assert.ok(told.has(kind), kind);
  }
});

test('100,000 levels of any nesting, and 10 MB of any one thing, are read to the end', () => {
  const depth = 100_000;
  for (const name of ['div', 'b', 'table', 'ul', 'svg', 'font', 'blockquote', 'tr', 'a']) {
    const html = `${`<${name}>`.repeat(depth)}深${`</${name}>`.repeat(depth)}<p>后面的文字</p>`;
    const { blocks } = blocksFromHtml(html);
    assertHarmless(blocks, name);
    if (name === 'svg') continue;
    assert.match(JSON.stringify(blocks), /深.*后面的文字/s, name);
  }
  for (const page of largePages) assertHarmless(blocksFromHtml(page).blocks, page);
});

let browser: Browser | undefined;
after(() => browser?.close());

/** The renderer the widgets use, in a page that shows one lot of blocks after another. */
const page = `
  import { render } from 'lit';
  import { renderBlocks } from './base/blocks.ts';
  globalThis.show = (texts) => {
    const place = document.createElement('main');
    document.body.append(place);
    const frame = { headingLevel: 2, kiosk: false, newWindow: '', file: () => undefined };
    for (const blocks of texts) {
      render(renderBlocks(blocks, frame), place);
      for (const link of place.querySelectorAll('*')) {
        for (const { name } of link.attributes) if (name.startsWith('on')) throw new Error(name);
        const address = link.getAttribute('href');
        if (address !== null && !/^https?:$/.test(new URL(address, location.href).protocol)) {
          throw new Error(address);
        }
      }
      const found = place.querySelector('script, style, iframe, object, embed, img, form, svg, link');
      if (found) throw new Error(found.outerHTML);
    }
    return [texts.length, place.textContent.length > 0];
  };
`;

test('shown in a page with Trusted Types they run nothing and ask for nothing', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: page,
      loader: 'ts',
      resolveDir: fileURLToPath(new URL('../../elements/src', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    conditions: ['source'],
    write: false,
  });
  const script = outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const isScript = request.url === '/script.js';
    // Without a policy on what may be asked: what is not asked is the content's doing, not the policy's.
    response.setHeader('Content-Security-Policy', "require-trusted-types-for 'script'");
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isScript
        ? script
        : '<!doctype html><title>x</title><script type=module src=/script.js></script>',
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const site = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const tab = await browser.newPage();
  const troubles: string[] = [];
  const asked: string[] = [];
  tab.on('request', (request) => asked.push(request.url()));
  tab.on('pageerror', (error) => troubles.push(error.message));
  tab.on('dialog', (dialog) => troubles.push(dialog.message()));
  await tab.goto(`${site}/`);
  await tab.waitForFunction(() => 'show' in globalThis);
  const before = asked.length;
  const texts = bodies.map((body) => blocksFromHtml(body, { base: `${site}/` }).blocks);
  for (let place = 0; place < texts.length; place += 250) {
    const part = texts.slice(place, place + 250);
    const [count] = await tab.evaluate(
      (some) => (globalThis as unknown as { show: (some: unknown) => [number] }).show(some),
      part,
    );
    assert.equal(count, part.length);
  }
  await tab.waitForTimeout(200);
  const ran = await tab.evaluate(() => 'ran' in globalThis);
  assert.deepEqual(
    { ran, troubles, asked: asked.slice(before).filter((url) => !url.endsWith('/favicon.ico')) },
    { ran: false, troubles: [], asked: [] },
  );
  server.close();
});
