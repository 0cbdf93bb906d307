import { createClient, type Client, type Middleware } from '@open-info/sdk/client';
import type { AxeResults } from 'axe-core';
import { assert, Assertion, AssertionError } from 'chai';
import type { CatalogBrowser } from '../src/catalog-browser/catalog-browser.ts';

/** The service the test run has started. */
export const service =
  document.querySelector<HTMLMetaElement>('meta[name="open-info-service"]')?.content ?? '';

/**
 * The runner draws and clones what an assertion has compared. Elements cannot be cloned and hang
 * together with the whole page: it would wait two minutes for a report that never comes, and name
 * none of the failures of the file. The message of the assertion says enough.
 */
const shared: { assert: (this: unknown, ...compared: never[]) => void } = Assertion.prototype;
const compare = shared.assert;
shared.assert = function (...compared): void {
  try {
    compare.apply(this, compared);
  } catch (error) {
    if (error instanceof AssertionError && !canBeReported(error as Compared)) {
      Object.assign(error, { actual: undefined, expected: undefined, showDiff: false });
    }
    throw error;
  }
};

interface Compared {
  actual?: unknown;
  expected?: unknown;
}

function canBeReported({ actual, expected }: Compared): boolean {
  try {
    structuredClone([actual, expected]);
    return true;
  } catch {
    return false;
  }
}

/** A client of that service whose requests go through the given faults. */
export function faultyClient(...middleware: Middleware[]): Client {
  return createClient({ baseUrl: service, middleware, maxRetries: 0 });
}

/** Puts HTML into the page for one test. */
export function put(html: string): HTMLElement {
  const place = document.createElement('div');
  place.className = 'test-place';
  place.innerHTML = html;
  document.body.append(place);
  return place;
}

/** Takes away what tests put into the page. */
export function clearPage(): void {
  document.querySelectorAll('.test-place').forEach((place) => place.remove());
  document.documentElement.removeAttribute('data-oi-mode');
}

/** Waits until something holds; fails with its name when it does not within four seconds. */
export async function until<T>(what: string, check: () => T): Promise<NonNullable<T>> {
  for (const end = performance.now() + 4000; performance.now() < end;) {
    const value = check();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Waited in vain: ${what}`);
}

/** What a person sees and can reach in a catalog browser, by role and word. */
export class Reader {
  readonly element: CatalogBrowser;

  constructor(element: CatalogBrowser) {
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  all<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)].filter(
      (found) => found.getClientRects().length > 0,
    );
  }

  get search(): HTMLInputElement {
    return this.all<HTMLInputElement>('[role="combobox"]')[0]!;
  }

  get names(): string[] {
    return this.links.map((link) => link.textContent.trim());
  }

  get links(): HTMLElement[] {
    return this.all('[part~="item"] [data-item]');
  }

  get status(): string {
    return this.all('[role="status"]')[0]?.innerText ?? '';
  }

  get options(): HTMLElement[] {
    return this.all('[role="option"]');
  }

  get heading(): HTMLElement | undefined {
    return this.all('[part~="item-page"] [role="heading"]')[0];
  }

  get alert(): HTMLElement | undefined {
    return this.all('[role="alert"]')[0];
  }

  get focused(): Element | null {
    return this.root.activeElement;
  }

  /** The visible control that bears a word. */
  control(word: string): HTMLElement {
    const found = this.find(word);
    assert.isDefined(found, `there is no control “${word}”`);
    return found;
  }

  find(word: string): HTMLElement | undefined {
    return this.all('button, a[href], summary, label').find(
      (control) =>
        control.innerText.trim().startsWith(word) || control.getAttribute('aria-label') === word,
    );
  }

  /** Types as a keyboard does: one input event for each character. */
  type(text: string): void {
    this.search.focus();
    for (const character of text) {
      this.search.value += character;
      this.search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
  }

  async ready(): Promise<this> {
    await until('a list', () => /\d/.test(this.status) && !this.busy);
    // By the second frame the element knows how wide it is.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return this;
  }

  get busy(): boolean {
    return this.all('[aria-busy="true"]').length > 0;
  }
}

/** A catalog browser on the page, once its first answer is on show. */
export async function browse(attributes = '', client?: Client): Promise<Reader> {
  const reader = start(attributes, client);
  return reader.ready();
}

/** A catalog browser on the page, just begun. */
export function start(attributes = '', client?: Client): Reader {
  const place = put(
    `<oi-catalog-browser ${attributes}><a href="/plain">到政府网站查看目录</a></oi-catalog-browser>`,
  );
  const element = place.querySelector('oi-catalog-browser')!;
  element.client = client;
  return new Reader(element);
}

/** What fades or slides in has come to rest; what moves for as long as something is waited for goes on. */
async function hasArrived(within: Element): Promise<void> {
  const ending = [document, ...rootsIn(within)]
    .flatMap((root) => root.getAnimations())
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/** The shadow roots of an element and of those in it: a document does not tell what moves in them. */
function rootsIn(element: Element): ShadowRoot[] {
  const { shadowRoot } = element;
  const inner = [element, ...(shadowRoot ? [shadowRoot] : [])].flatMap((place) =>
    [...place.children].flatMap(rootsIn),
  );
  return shadowRoot ? [shadowRoot, ...inner] : inner;
}

/** Fails with what axe-core finds wrong. */
export async function checkAccessible(element: Element): Promise<void> {
  // It is no ES module; importing it puts `axe` into the page.
  await import('axe-core');
  const { axe } = globalThis as unknown as {
    axe: { run: (at: Element, options: object) => Promise<AxeResults> };
  };
  await hasArrived(element);
  const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
  const found = violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
  assert.deepEqual(found, []);
}

/** Fails where Chinese is shown in English surroundings without being named as such (WCAG 3.1.2). */
export function checkChineseIsNamed(root: ShadowRoot): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const unnamed: string[] = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const place = text.parentElement?.closest('[lang], style');
    if (!/[\u3400-\u9fff]/.test(text.nodeValue ?? '') || place?.matches('style')) continue;
    if (place?.getAttribute('lang') !== 'zh-CN') unnamed.push(text.nodeValue ?? '');
  }
  assert.deepEqual(unnamed, []);
}

/** Does something on a page of a colour scheme. */
export async function inScheme(scheme: 'light' | 'dark', act: () => Promise<void>): Promise<void> {
  const { style } = document.documentElement;
  style.colorScheme = scheme;
  style.background = scheme === 'dark' ? '#121212' : '#fff';
  try {
    await act();
  } finally {
    style.colorScheme = '';
    style.background = '';
  }
}
