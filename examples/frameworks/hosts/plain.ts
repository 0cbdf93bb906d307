import type { OpenHost, Page } from './host.ts';

/** No framework: what the browser itself does. */
export const openHost: OpenHost = (place) => {
  const provider = document.createElement('oi-provider');
  const card = document.createElement('oi-policy-card');
  const link = document.createElement('a');
  link.href = '/policies';
  card.append(link);
  place.append(provider);
  let listening: Page['onUnfolding'] | undefined;
  return {
    show(page) {
      provider.client = page.client;
      provider.mode = page.mode;
      link.textContent = page.link;
      card.policyId = page.policyId;
      card.setAttribute('heading-level', String(page.headingLevel));
      card.terms = page.terms;
      card.compact = page.compact;
      if (listening) card.removeEventListener('oi-policy-unfolding', listening);
      card.addEventListener('oi-policy-unfolding', (listening = page.onUnfolding));
      if (page.show) provider.append(card);
      else card.remove();
    },
    close: () => provider.remove(),
  };
};
