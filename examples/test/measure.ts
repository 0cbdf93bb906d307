import type { Page } from 'playwright-core';
import type { ModeNumbers } from '../../packages/elements/src/themes/modes.ts';

/** What elements are held to. */
type Limits = Pick<ModeNumbers, 'target' | 'text' | 'leastText' | 'leastLineHeight'>;

/**
 * Measures what a page shows of our elements, as it is drawn, through their shadow roots.
 * @returns what is smaller than allowed, each with where it is and how large
 */
export function tooSmall(page: Page, limits: Limits): Promise<string[]> {
  return page.evaluate(({ target, text, leastText, leastLineHeight }) => {
    const found = new Set<string>();
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots)
      for (const { shadowRoot } of root.querySelectorAll('*'))
        if (shadowRoot) roots.push(shadowRoot);

    const isShown = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      const { visibility, clipPath } = getComputedStyle(element);
      const isHidden = element.closest('.visually-hidden') !== null || clipPath !== 'none';
      return width > 1 && height > 1 && visibility === 'visible' && !isHidden;
    };
    const nameOf = (element: Element): string => {
      const { classList, localName, textContent } = element;
      const host = (element.getRootNode() as ShadowRoot).host as Element | undefined;
      const words = textContent.trim().replace(/\s+/g, ' ').slice(0, 24);
      return `${host?.localName ?? ''} ${[localName, ...classList].join('.')} “${words}”`;
    };
    const ofNothing = ['a', 'button', 'input', 'select', 'textarea', 'summary'];
    const pressed = [...ofNothing, '[role="button"]', '[role="tab"]', '[role="option"]'].join(',');

    /** The area a press may hit: the element, what it draws over its row, the label around it. */
    const areaOf = (element: Element): { width: number; height: number } => {
      const whole = element.closest('label') ?? element;
      const boxes = [whole.getBoundingClientRect()];
      const { content, position, inset } = getComputedStyle(element, '::after');
      if (content !== 'none' && position === 'absolute' && inset === '0px') {
        let around = element.parentElement;
        while (around && getComputedStyle(around).position === 'static')
          around = around.parentElement;
        if (around) boxes.push(around.getBoundingClientRect());
      }
      const id = element.id === '' ? undefined : CSS.escape(element.id);
      const root = element.getRootNode() as ShadowRoot;
      const label = id === undefined ? null : root.querySelector(`label[for="${id}"]`);
      const isBox = element.matches('[type="checkbox"], [type="radio"]');
      if (label && isBox) boxes.push(label.getBoundingClientRect());
      return {
        width: Math.max(...boxes.map(({ width }) => width)),
        height: Math.max(...boxes.map(({ height }) => height)),
      };
    };
    /** What is pressed among the words of a sentence is as high as its line (WCAG 2.5.8 excepts it, too). */
    const isWithinText = (element: Element): boolean => {
      let around: Element | null = element;
      while (around && getComputedStyle(around).display === 'inline') around = around.parentElement;
      const own = element.textContent.trim().length;
      return around !== element && (around?.textContent.trim().length ?? 0) > own;
    };
    /** The day of a calendar has no room for more; words beside the calendar say the same. */
    const inCalendar = (element: Element): boolean => element.closest('td.day') !== null;

    for (const root of roots) {
      for (const element of root.querySelectorAll(pressed)) {
        if (!isShown(element) || isWithinText(element)) continue;
        if (element.matches('[type="hidden"], [tabindex="-1"], :disabled')) continue;
        const { width, height } = areaOf(element);
        if (Math.round(height) < target || Math.round(width) < target)
          found.add(`target ${Math.round(width)} × ${Math.round(height)}: ${nameOf(element)}`);
      }
      for (const element of root.querySelectorAll('.frame, .frame *')) {
        const ownText = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '',
        );
        if (!ownText || !isShown(element) || element.closest('svg, option')) continue;
        const style = getComputedStyle(element);
        const size = Number.parseFloat(style.fontSize);
        const least = element.matches('input, select, textarea, .button') ? text : leastText;
        if (size < least - 0.01 && !inCalendar(element))
          found.add(`text ${size}: ${nameOf(element)}`);
        const line = Number.parseFloat(style.lineHeight) / size;
        if (line < leastLineHeight - 0.01) found.add(`line ${line.toFixed(2)}: ${nameOf(element)}`);
      }
      for (const frame of root.querySelectorAll('.frame')) {
        const size = Number.parseFloat(getComputedStyle(frame).fontSize);
        if (isShown(frame) && size < text - 0.01) found.add(`text of the whole ${size}`);
      }
    }
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (sideways > 0) found.add(`scrolls sideways by ${sideways}`);
    return [...found];
  }, limits);
}
