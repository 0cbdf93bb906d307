import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What an element meets in Node where a browser has its window and document. The build puts these in the
 * place of the globals, for our elements alone: nothing of it is seen by the process around.
 */

/** The page that is being drawn. */
export interface Surroundings {
  /** Its whole address. */
  address: string;
  lang: string;
  mode: string;
}

const surroundings = new AsyncLocalStorage<Surroundings>();

/** Draws something as on a page: whatever an element asks of its page meanwhile is answered from it. */
export function onPage<T>(page: Surroundings, draw: () => Promise<T>): Promise<T> {
  return surroundings.run(page, draw);
}

function page(): Surroundings {
  const found = surroundings.getStore();
  if (!found) throw new Error('An element asked for its page while none was drawn.');
  return found;
}

/** The elements above one that say its language and its mode. */
export function closest(selector: string): { getAttribute: () => string } | null {
  const { lang, mode } = page();
  if (selector === '[lang]') return { getAttribute: () => lang };
  if (selector === '[data-oi-mode]') return { getAttribute: () => mode };
  return null;
}

const nothing = (): void => undefined;

/** Nobody presses, scrolls or leaves while a page is drawn. */
const listeners = { addEventListener: nothing, removeEventListener: nothing };

/** A style sheet that comes with a late part: the page links all sheets of the element anyway. */
const sheet = (): object => ({ setAttribute: nothing, textContent: '' });

export const document = {
  ...listeners,
  createElement: sheet,
  documentElement: {},
  querySelector: () => null,
  title: '',
  get baseURI(): string {
    return page().address;
  },
};

export const location = {
  hash: '',
  search: '',
  get href(): string {
    return page().address;
  },
};

export const history = { state: null };

export const navigator = { onLine: true };

class Watch {
  observe(): void {
    return undefined;
  }
  unobserve(): void {
    return undefined;
  }
  disconnect(): void {
    return undefined;
  }
}

export const MutationObserver = Watch;
export const ResizeObserver = Watch;
export const IntersectionObserver = Watch;
export class ShadowRoot {
  readonly host = undefined;
}

export const getComputedStyle = (): { fontSize: string } => ({ fontSize: '16px' });

export const speechSynthesis = { ...listeners, cancel: nothing, getVoices: () => [] };

export const window = {
  ...listeners,
  document,
  location,
  navigator,
  speechSynthesis,
  matchMedia: () => ({ ...listeners, matches: false }),
};
