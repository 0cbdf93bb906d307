import type { Page } from 'playwright-core';

/** How something in an element looks. */
export interface Seen {
  /** What it is and every quality that a page could have pushed onto it. */
  style: string;
  /** Place in the element, width and height, in pixels. */
  box: readonly number[];
  /** Size of its own text, in pixels. */
  text?: number;
  /** The smaller side of a button, in pixels. */
  target?: number;
}

const ready: Readonly<Record<string, string>> = {
  'oi-catalog-browser': '[part~="item"]',
  'oi-request-form': 'input',
  'oi-policy-card': '[part~="section"]',
};

/** Rows far below the window count as high as rows are thought to be, until they come near. */
async function unroll(page: Page): Promise<void> {
  const { width = 1280 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width, height: 8000 });
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Everything that is drawn in the elements of a page, once they have read what they show. */
export async function look(page: Page): Promise<Seen[]> {
  for (const [tag, part] of Object.entries(ready))
    await page.locator(tag).locator(part).first().waitFor();
  await page.locator('oi-policy-card').getByRole('button', { name: '朗读' }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await unroll(page);
  return page.evaluate((tags) => {
    const qualities = [
      'color',
      'cursor',
      'font-family',
      'font-size',
      'font-style',
      'font-variant-caps',
      'font-weight',
      'letter-spacing',
      'text-align',
      'text-decoration-line',
      'text-indent',
      'text-shadow',
      'text-transform',
      'white-space',
      'word-break',
      'word-spacing',
      '-webkit-text-stroke-width',
    ];
    const drawn = [...document.querySelectorAll(tags.join())].flatMap((host) => {
      const from = host.getBoundingClientRect();
      return [...(host.shadowRoot?.querySelectorAll('*') ?? [])].map((each) => ({ from, each }));
    });
    return drawn.flatMap(({ from, each }) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      if (width === 0 || height === 0) return [];
      const style = getComputedStyle(each);
      const said = qualities.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
      const own = [...each.childNodes].some(
        (node) => node instanceof Text && node.data.trim() !== '',
      );
      const words = each.textContent.trim().slice(0, 12);
      return [
        {
          style: `${each.localName}.${each.getAttribute('class') ?? ''} ${words} { ${said} }`,
          box: [x - from.x, y - from.y, width, height].map(Math.round),
          ...(own ? { text: parseFloat(style.fontSize) } : {}),
          ...(each.matches('.button') ? { target: Math.min(width, height) } : {}),
        },
      ];
    });
  }, Object.keys(ready));
}
