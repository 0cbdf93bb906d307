import type { CSSResult } from 'lit';

/**
 * Prints one part of an element without the page around it, from a frame of its own. Browsers that
 * cannot give the frame our style sheets print the whole page, where our print styles still hold.
 */
export function printAlone(part: Element, root: ShadowRoot, styles: readonly CSSResult[]): void {
  root.querySelector('.print-frame')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  root.append(frame);
  const inner = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!inner || !adoptStyles(inner, styles)) {
    frame.remove();
    window.print();
    return;
  }
  const { document: page } = inner;
  const around = page.createElement('div');
  around.className = 'frame';
  around.append(page.importNode(part, true));
  page.title = document.title;
  page.documentElement.lang = document.documentElement.lang;
  page.body.append(around);
  inner.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
  inner.print();
}

/** A constructed sheet belongs to the document it was made in, so the frame gets its own copies. */
function adoptStyles(inner: Window & typeof globalThis, styles: readonly CSSResult[]): boolean {
  try {
    inner.document.adoptedStyleSheets = styles.map((style) => {
      const sheet = new inner.CSSStyleSheet();
      sheet.replaceSync(style.cssText);
      return sheet;
    });
    return true;
  } catch {
    return false;
  }
}
