import { createMockClient } from '@open-info/sdk/testing';
import type { OpenHost, Page } from './host.ts';

/** Two documents of the sample that are interpreted. */
const first = 'meals-2026';
const second = 'allowance-2026';

/** Waits until something is there. */
async function until<T>(find: () => T | null | undefined): Promise<T> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

const card = () => document.querySelector('oi-policy-card');
const inCard = (selector: string) => card()?.shadowRoot?.querySelector<HTMLElement>(selector);
const title = () => until(() => inCard('[part~="title"]'));

/** The button of a compact card that asks for the whole of it. */
const unfoldButton = () => until(() => inCard('.primary'));

/** What one framework was seen to do; the same for all of them. */
export interface Seen {
  property: unknown;
  attribute: unknown;
  fromAttribute: unknown;
  sameObject: boolean;
  sameClient: boolean;
  reflectedMode: unknown;
  words: unknown;
  slotted: unknown;
  heard: string[];
  changed: unknown[];
  afterTaking: number;
  afterPuttingBack: boolean;
  afterMoving: unknown[];
  left: number;
}

/** Leads a person's and a page's steps through a host. */
export async function journey(openHost: OpenHost): Promise<Seen> {
  const place = document.querySelector('#place');
  const other = document.querySelector('#other');
  if (!place || !other) throw new Error('The page has no place.');
  const heard: string[] = [];
  let page: Page = {
    client: createMockClient(),
    mode: 'elder',
    show: true,
    policyId: first,
    headingLevel: 3,
    terms: { unfold: '看全文' },
    compact: true,
    link: '政策',
    onUnfolding(event) {
      event.preventDefault();
      heard.push(`${event.type}, kept compact`);
    },
  };
  const host = openHost(place);
  const show = async (change: Partial<Page> = {}) => {
    page = { ...page, ...change };
    await host.show(page);
    await card()?.updateComplete;
  };

  await show();
  await title();
  const begun = card();
  const provider = document.querySelector('oi-provider');
  const words = (await unfoldButton()).textContent.trim();
  const seen = {
    property: begun?.policyId === first,
    attribute: begun?.getAttribute('heading-level'),
    fromAttribute: begun?.headingLevel,
    sameObject: begun?.terms === page.terms,
    sameClient: provider?.client === page.client,
    reflectedMode: provider?.getAttribute('data-oi-mode'),
    words,
    slotted: begun?.textContent.trim(),
  };

  (await unfoldButton()).click();
  await show({
    onUnfolding: (event) =>
      heard.push(`${event.type}, ${event.defaultPrevented ? 'kept' : 'open'}`),
    link: '政策文件',
    headingLevel: 4,
    mode: 'standard',
  });
  (await unfoldButton()).click();
  await until(() => (inCard('.primary') ? undefined : card()));
  await show({ compact: false, policyId: second });
  await until(() => inCard('[part~="title"]'));
  const changed = [
    card() === begun,
    card()?.compact,
    card()?.policyId === second,
    card()?.headingLevel,
    card()?.textContent.trim(),
    provider?.getAttribute('data-oi-mode'),
  ];

  await show({ show: false });
  const afterTaking = document.querySelectorAll('oi-policy-card').length;
  await show({ show: true });
  await title();
  const afterPuttingBack = card()?.policyId === second && card()?.terms === page.terms;

  other.append(place);
  await show({ headingLevel: 2, compact: true });
  const afterMoving = [(await title()).getAttribute('aria-level'), card()?.compact];

  await host.close();
  return {
    ...seen,
    heard,
    changed,
    afterTaking,
    afterPuttingBack,
    afterMoving,
    left: document.querySelectorAll('oi-provider, oi-policy-card').length,
  };
}
