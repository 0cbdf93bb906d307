import type { Page } from 'playwright-core';

/** A piece of text as it is drawn: its colour, what it stands on, and where it is. */
export interface Drawn {
  front: readonly number[];
  ground: readonly number[];
  where: string;
}

/** Every text our elements show on a page, with the colours the browser has reckoned for it. */
export function drawnTexts(page: Page): Promise<Drawn[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    /** Red, green, blue and how opaque; 0 to 255 each. Also of `oklch()` and system colours. */
    const reckoned = (colour: string): readonly number[] => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const above = (element: Element): Element | null => {
      const root = element.getRootNode();
      return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    };
    const groundOf = (element: Element): readonly number[] => {
      for (let at: Element | null = element; at; at = above(at)) {
        const ground = reckoned(getComputedStyle(at).backgroundColor);
        if (ground[3] === 255) return ground;
        if (ground[3] !== 0) throw new Error(`half a ground: ${at.outerHTML.slice(0, 80)}`);
      }
      throw new Error('the page has no ground');
    };
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots)
      for (const { shadowRoot } of root.querySelectorAll('*'))
        if (shadowRoot) roots.push(shadowRoot);
    const found: Drawn[] = [];
    for (const element of roots.flatMap((root) => [...root.querySelectorAll('.frame *')])) {
      const own = [...element.childNodes].map(({ nodeType, nodeValue }) =>
        nodeType === Node.TEXT_NODE ? (nodeValue ?? '').trim() : '',
      );
      const { width, height } = element.getBoundingClientRect();
      // What cannot be pressed now is excepted (WCAG 1.4.3).
      const isOff = element.matches(':disabled') || element.closest('[aria-disabled="true"]');
      if (own.join('') === '' || width < 2 || height < 2 || isOff || element.closest('svg, option'))
        continue;
      found.push({
        front: reckoned(getComputedStyle(element).color).slice(0, 3),
        ground: groundOf(element).slice(0, 3),
        where: `${[element.localName, ...element.classList].join('.')} “${own.join('').slice(0, 20)}”`,
      });
    }
    return found;
  });
}

/** What some custom properties are as colours, at the root of the page. */
export function rootColours(
  page: Page,
  names: readonly string[],
): Promise<Record<string, readonly number[]>> {
  return page.evaluate((wanted) => {
    const probe = document.createElement('div');
    document.body.append(probe);
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    const colours = wanted.map((name) => {
      probe.style.color = `var(${name})`;
      context.fillStyle = getComputedStyle(probe).color;
      context.fillRect(0, 0, 1, 1);
      return [name, [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)] as const;
    });
    probe.remove();
    return Object.fromEntries(colours);
  }, names);
}
