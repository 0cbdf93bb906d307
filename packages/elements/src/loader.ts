/**
 * Defines our elements when one is first seen, and only then fetches its code. The list is closed:
 * no other tag of the page is ever looked at.
 */
const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'oi-catalog-browser': () => import('./catalog-browser/define.ts'),
  'oi-deadline-clock': () => import('./deadline-clock/define.ts'),
  'oi-plain-card': () => import('./plain-card/define.ts'),
  'oi-policy-card': () => import('./policy-card/define.ts'),
  'oi-policy-list': () => import('./policy-list/define.ts'),
  'oi-provider': () => import('./provider/define.ts'),
  'oi-request-form': () => import('./request-form/define.ts'),
  'oi-request-status': () => import('./request-status/define.ts'),
  'oi-stamp': () => import('./stamp/define.ts'),
};

const selector = Object.keys(elements)
  .map((tag) => `${tag}:not(:defined)`)
  .join(',');

const started = new Set<string>();

function load({ localName }: Element): void {
  const define = elements[localName];
  if (define === undefined || started.has(localName)) return;
  started.add(localName);
  // A failed download may be tried again when the next element of the kind appears.
  define().catch(() => started.delete(localName));
}

function look(at: Document | Element): void {
  if (at instanceof Element && at.matches(selector)) load(at);
  at.querySelectorAll(selector).forEach(load);
}

const observer = new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) if (node instanceof Element) look(node);
  }
});

look(document);
observer.observe(document.documentElement, { childList: true, subtree: true });
