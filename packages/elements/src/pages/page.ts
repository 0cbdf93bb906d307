/**
 * The script of a page that was drawn by the service: brings its element to life. The element reads the
 * answers the page came with, draws itself out of sight, and takes the place of what is on show in one
 * frame, when it looks the same.
 */
import { createClient, type Client } from '@open-info/sdk/client';
import { defineElement, type ElementClass } from '../base/define-element.ts';

/** The elements a page may hold. */
const classes: Readonly<Record<string, () => Promise<ElementClass>>> = {
  'oi-catalog-browser': async () =>
    (await import('../catalog-browser/catalog-browser.ts')).CatalogBrowser,
  'oi-policy-card': async () => (await import('../policy-card/policy-card.ts')).PolicyCard,
  'oi-service-guide': async () => (await import('../service-guide/service-guide.ts')).ServiceGuide,
};

/** So long a different height is waited out: a late part may still come, in milliseconds. */
const patience = 3_000;

/** A client that answers from the page what the page was drawn from, once, and asks the service for the rest. */
function pageClient(): Client {
  const text = document.getElementById('oi-read')?.textContent ?? '{}';
  const read = new Map(Object.entries(JSON.parse(text) as Record<string, unknown>));
  return createClient({
    baseUrl: location.origin,
    fetch: (request) => {
      const { pathname, search } = new URL(request.url);
      const kept = read.get(pathname + search);
      read.delete(pathname + search);
      if (kept === undefined || request.method !== 'GET') return fetch(request);
      const headers = { 'Content-Type': 'application/json' };
      return Promise.resolve(new Response(JSON.stringify(kept), { headers }));
    },
  });
}

/** What a person can be at: buttons aside, which had no use so far. */
const places = 'a[href], input, select, summary, [tabindex]:not([role="button"])';

/** Puts the person where they were, and keeps what they have ticked. */
function carryOver(served: ShadowRoot, drawn: Element): void {
  const from = [...served.querySelectorAll<HTMLElement>(places)];
  const to = [...drawn.querySelectorAll<HTMLElement>(places)];
  from.forEach((one, index) => {
    const other = to[index];
    if (other?.localName !== one.localName) return;
    if (one === served.activeElement) other.focus({ preventScroll: true });
    const isTicked = one instanceof HTMLInputElement && one.checked;
    if (isTicked && other instanceof HTMLInputElement && !other.checked) other.click();
  });
}

/** The element in place of what the service has drawn of it. */
function takeOver(element: HTMLElement, served: HTMLElement, drawn: Element): void {
  element.removeAttribute('data-arriving');
  if (served.shadowRoot) carryOver(served.shadowRoot, drawn);
  served.previousElementSibling?.remove();
  served.remove();
}

/** Whether an element has drawn what it is to show. */
function isReady(drawn: HTMLElement, served: HTMLElement, since: number): boolean {
  if (drawn.querySelector('.skeleton, [role="alert"]')) return false;
  // Of another height it would push away what stands below.
  return drawn.offsetHeight === served.offsetHeight || performance.now() - since > patience;
}

function watch(element: HTMLElement, root: ShadowRoot, served: HTMLElement): void {
  const since = performance.now();
  const look = (): void => {
    const drawn = root.querySelector<HTMLElement>('.frame');
    if (drawn && isReady(drawn, served, since)) takeOver(element, served, drawn);
    else requestAnimationFrame(look);
  };
  look();
}

async function bringUp(element: HTMLElement, client: Client): Promise<void> {
  const found = await classes[element.localName]?.();
  if (!found) return;
  const root = element.shadowRoot;
  const served = root?.querySelector<HTMLElement>('[data-part="served"]');
  element.toggleAttribute('data-arriving', Boolean(served));
  defineElement(found);
  // Before its first drawing, which follows at once.
  Object.assign(element, { client });
  if (root && served) watch(element, root, served);
}

const client = pageClient();
for (const element of document.querySelectorAll<HTMLElement>('[data-served]')) {
  void bringUp(element, client);
}
