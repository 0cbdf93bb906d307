import { filledIn } from '../../base/fill-in.ts';

/**
 * The address a QR code leads to; only what a browser opens as a page counts.
 *
 * @param page what the host page names, with `{id}`, or the service's own page
 */
export function pageAddress(page: string, id: string): string | undefined {
  try {
    const { protocol, href } = new URL(filledIn(page, id), document.baseURI);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
