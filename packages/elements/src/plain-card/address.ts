import { filledIn } from '../base/fill-in.ts';

/**
 * The address of a policy's page for everyone: the host page's own where it names one, else the card's,
 * which may be a path of the service. Only what a browser opens as a page counts.
 *
 * @param service where the service is
 */
export function policyAddress(
  card: { id: string; url: string },
  service: string,
  page?: string,
): string | undefined {
  const own = page === undefined ? undefined : filledIn(page, card.id);
  const ofCard = /^[a-z][a-z\d+.-]*:/i.test(card.url) ? card.url : service + card.url;
  try {
    const { protocol, href } = new URL(own ?? ofCard, document.baseURI);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
