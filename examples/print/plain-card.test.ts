import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { PlainCard } from '@open-info/contract/cards';
import { getCard } from '@open-info/sdk/cards';
import { createClient } from '@open-info/sdk/client';
import { listDocuments } from '@open-info/sdk/documents';
import { NotFoundError } from '@open-info/sdk/errors';
import type { Browser, Download, Page } from 'playwright-core';
import { bundleAlone } from '../../scripts/lib/measure.mjs';
import { launchChromium } from '../../scripts/lib/playwright.mjs';
import { startService } from '../../scripts/lib/service.mjs';

const papers = [
  ['a5', 'A5', 'MediaBox [0 0 420 594'],
  ['a4', 'A4', 'MediaBox [0 0 594'],
] as const;

const html = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="open-info-service" content="/" />
    <title>明白卡</title>
    <script type="module" src="element.js"></script>
  </head>
  <body></body>
</html>`;

let folder: string;
let service: Awaited<ReturnType<typeof startService>>;
let browser: Browser;
/** Ids of all seeded policies a card is made of. */
let ids: string[];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-info-print-'));
  writeFileSync(join(folder, 'index.html'), html);
  // Every browser asks for it, unasked.
  writeFileSync(join(folder, 'favicon.ico'), '');
  const define = 'packages/elements/src/plain-card/define.ts';
  writeFileSync(join(folder, 'element.js'), await bundleAlone(`import '${define}';`));
  service = await startService(['--site', folder]);
  browser = await launchChromium();
  ids = await policiesWithCard();
});

after(async () => {
  await browser.close();
  await service.close();
  rmSync(folder, { recursive: true });
});

async function policiesWithCard(): Promise<string[]> {
  const client = createClient({ baseUrl: service.url });
  const { items } = await listDocuments(client, { limit: 100 });
  const found = await Promise.all(
    items.map(({ id }) =>
      getCard(client, id).then(
        () => [id],
        (error: unknown) => {
          if (error instanceof NotFoundError) return [];
          throw error;
        },
      ),
    ),
  );
  return found.flat();
}

/** A page under the service's strict policy, with one card on it. */
async function openCard(id: string, paper: string): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(`${service.url}/index.html`);
  await show(page, id, paper);
  return { page, faults };
}

async function show(page: Page, id: string, paper: string): Promise<void> {
  await page.evaluate(
    ([policy, format]) => {
      const element = document.createElement('oi-plain-card');
      element.setAttribute('policy-id', policy ?? '');
      element.setAttribute('format', format ?? '');
      document.body.replaceChildren(element);
    },
    [id, paper],
  );
  await page.getByText('找谁问').waitFor();
}

const pagesOf = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** What the frame of 打印 holds, as a document of its own: only a whole page can be made a PDF. */
async function printedAlone(page: Page): Promise<Buffer> {
  await page.evaluate(() => {
    const real = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow');
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      configurable: true,
      get(this: HTMLIFrameElement) {
        const inner = real?.get?.call(this) as Window;
        inner.print = () => undefined;
        return inner;
      },
    });
  });
  await page.getByRole('button', { name: '打印' }).click();
  const { styles, body } = await page.evaluate(() => {
    const frame = document
      .querySelector('oi-plain-card')
      ?.shadowRoot?.querySelector<HTMLIFrameElement>('.print-frame')?.contentDocument;
    const rules = (frame?.adoptedStyleSheets ?? []).flatMap((sheet) => [...sheet.cssRules]);
    return {
      styles: rules.map(({ cssText }) => cssText).join('\n'),
      body: frame?.body.innerHTML ?? '',
    };
  });
  assert.match(styles, /@page/, 'the paper is named');
  const alone = await browser.newPage();
  try {
    await alone.setContent(`<!doctype html><style>${styles}</style>${body}`);
    return await alone.pdf({ preferCSSPageSize: true, printBackground: true });
  } finally {
    await alone.close();
  }
}

/** What was downloaded; its Chinese name only lasts in a UTF-8 locale, so it is not looked at. */
async function contentOf(download: Promise<Download>): Promise<Buffer> {
  return readFileSync(await (await download).path());
}

describe('明白卡 on paper', () => {
  it('is made of at least ten seeded policies', () => assert.ok(ids.length >= 10));

  for (const [paper, format, box] of papers) {
    it(`is one page of ${format} for each seeded policy, alone and with its page`, async () => {
      const { page, faults } = await openCard(ids[0] ?? '', paper);
      for (const id of ids) {
        await show(page, id, paper);
        const around = await page.pdf({ format, margin: { top: '1cm', bottom: '1cm' } });
        assert.equal(pagesOf(around), 1, `${id} with its page`);
        const alone = await printedAlone(page);
        assert.equal(pagesOf(alone), 1, `${id} alone`);
        assert.ok(alone.includes(box), `${id} is printed on ${format}`);
      }
      assert.deepEqual(faults, []);
      await page.close();
    });
  }

  it('is one page even of a policy with two hundred items', async () => {
    const { page } = await openCard(ids[0] ?? '', 'a5');
    await page.route('**/api/v1/cards/*', async (route) => {
      const response = await route.fetch();
      const card = (await response.json()) as PlainCard;
      const what = Array.from({ length: 200 }, (_, index) => `第${index}条标准，每人每月若干元`);
      await route.fulfill({ response, json: { ...card, what } });
    });
    await show(page, ids[1] ?? '', 'a5');
    await page.getByText('第199条标准').first().waitFor();
    assert.equal(pagesOf(await page.pdf({ format: 'A5' })), 1);
    assert.equal(pagesOf(await printedAlone(page)), 1);
    await page.close();
  });
});

describe('明白卡 as a file', () => {
  it('is a PNG and an SVG under the strict policy, and its text is copied', async () => {
    const { page, faults } = await openCard(ids[0] ?? '', 'a5');
    const policy = (await page.request.get(page.url())).headers()['content-security-policy'];
    assert.doesNotMatch(policy ?? 'blob:', /blob:|data:|unsafe/);

    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'PNG' }).click();
    const png = await contentOf(saved);
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1260, 1785]);
    assert.ok(png.length > 50_000, 'something is painted');

    const drawn = page.waitForEvent('download');
    await page.getByRole('button', { name: 'SVG' }).click();
    const svg = (await contentOf(drawn)).toString('utf8');
    const title = (await page.locator('#card-title').innerText()).trim();
    assert.ok(svg.includes(`<title>${title}</title>`));
    assert.match(svg, /<desc>[^<]*谁能享受[^<]*怎么办[^<]*找谁问/);
    assert.doesNotMatch(svg, /foreignObject|<script|<style|style=|<image/);

    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制文字' }).click();
    await page.getByText('文字已复制。').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(text.startsWith(title) && text.includes('数据截至'));
    assert.deepEqual(faults, []);
    await page.close();
  });
});
