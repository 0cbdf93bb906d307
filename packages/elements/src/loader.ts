/**
 * Defines our elements when one is first seen, and only then fetches its code. Of the page's
 * elements it asks only for their shadow roots and changes nothing but what names itself ours:
 * the tags below, and `<div data-oi="catalog-browser" data-oi-organ="…">` for pages whose editor
 * strips tags it does not know. docs/embedding.md says what it cannot see.
 */
const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'oi-catalog-browser': () => import('./catalog-browser/define.ts'),
  'oi-deadline-clock': () => import('./deadline-clock/define.ts'),
  'oi-follow': () => import('./follow/define.ts'),
  'oi-hall-board': () => import('./hall-board/define.ts'),
  'oi-kiosk': () => import('./kiosk/define.ts'),
  'oi-plain-card': () => import('./plain-card/define.ts'),
  'oi-policy-card': () => import('./policy-card/define.ts'),
  'oi-policy-list': () => import('./policy-list/define.ts'),
  'oi-progress-tracker': () => import('./progress-tracker/define.ts'),
  'oi-provider': () => import('./provider/define.ts'),
  'oi-request-form': () => import('./request-form/define.ts'),
  'oi-request-status': () => import('./request-status/define.ts'),
  'oi-service-guide': () => import('./service-guide/define.ts'),
  'oi-stamp': () => import('./stamp/define.ts'),
};

const ours = Object.keys(elements)
  .map((tag) => `${tag}:not(:defined)`)
  .join(',');

/**
 * Attributes of a `data-oi` element that keep their name: elements read them where they stand.
 * (A service guide has a `theme` 服务主题 of its own; topics bear other names than looks.)
 */
const kept = /^data-oi-(mode|font-size|theme=[a-z]+$)/;

/** Milliseconds after which a download that failed is tried again; then when the network returns. */
const pauses = [1_000, 5_000, 30_000];

const started = new Set<string>();
const seen = new WeakSet<Node>();

function load(tag: string, failures = 0): void {
  const define = elements[tag];
  if (define === undefined || (failures === 0 && started.has(tag))) return;
  started.add(tag);
  define().catch(() => {
    const again = (): void => {
      removeEventListener('online', again);
      clearTimeout(timer);
      load(tag, failures + 1);
    };
    const pause = pauses[failures];
    const timer = pause === undefined ? undefined : setTimeout(again, pause);
    addEventListener('online', again);
  });
}

/** Puts the element into the one that stands for it, with its children as what is shown till then. */
function stand(place: HTMLElement): void {
  const tag = `oi-${place.dataset.oi ?? ''}`;
  if (elements[tag] === undefined || place.firstElementChild?.localName === tag) return;
  const element = document.createElement(tag);
  for (const { name, value } of place.attributes) {
    if (!name.startsWith('data-oi-')) continue;
    element.setAttribute(
      kept.test(`${name}=${value}`) ? name : name.slice('data-oi-'.length),
      value,
    );
  }
  element.append(...place.childNodes);
  place.append(element);
}

/** The root of an element that has one; of one that is not defined yet, once it is. */
function lookBehind(element: Element): void {
  const { shadowRoot, localName } = element;
  if (shadowRoot) look(shadowRoot);
  else if (localName.includes('-') && elements[localName] === undefined && !seen.has(element)) {
    seen.add(element);
    void customElements.whenDefined(localName).then(() => {
      if (element.shadowRoot) look(element.shadowRoot);
    });
  }
}

function visit(element: Element): void {
  if (element.matches('[data-oi]')) stand(element as HTMLElement);
  if (element.matches(ours)) load(element.localName);
  lookBehind(element);
}

const observer = new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) if (node instanceof Element) look(node);
  }
});

/**
 * Looks for our elements at and below a node, and goes on looking there when it is a root. Only
 * needed for what cannot be seen from outside: a closed shadow root, or one that an element
 * attaches long after it was defined.
 */
export function look(at: Document | DocumentFragment | Element): void {
  if (!(at instanceof Element) && !seen.has(at)) {
    seen.add(at);
    observer.observe(at, { childList: true, subtree: true });
  }
  if (at instanceof Element) visit(at);
  at.querySelectorAll('*').forEach(visit);
}

look(document);
