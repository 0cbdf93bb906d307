import { createMockClient } from '@open-info/sdk/testing';

/**
 * What a page sets on an element whose script has not come yet: a property hides the accessor of the
 * class then, unless the class takes it over.
 */
export async function setThenDefine(): Promise<unknown[]> {
  const card = document.createElement('oi-policy-card');
  const provider = document.createElement('oi-provider');
  const terms = { unfold: '看全文' };
  const id = 'meals-2026';
  const client = createMockClient();
  Object.assign(provider, { client, mode: 'elder' });
  Object.assign(card, { policyId: id, terms, compact: true });
  card.setAttribute('heading-level', '4');
  provider.append(card);
  document.querySelector('#place')?.append(provider);
  await import('@open-info/elements/policy-card/define');
  await import('@open-info/elements/provider/define');
  await card.updateComplete;
  while (!card.shadowRoot?.querySelector('.primary')) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  card.compact = false;
  await card.updateComplete;
  return [
    provider.client === client,
    provider.getAttribute('data-oi-mode'),
    card.policyId === id,
    card.terms === terms,
    card.headingLevel,
    Object.keys(card).filter((key) => ['policyId', 'terms', 'compact'].includes(key)),
    card.shadowRoot.querySelector('.primary') === null,
  ];
}
