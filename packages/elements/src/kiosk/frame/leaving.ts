/** What a phone can open as well; anything else (a file made in the page) leads nowhere. */
const portable = /^(https?|tel|mailto):/i;

/** Where a touched link leads: to a part of this page, or away from it. */
export type Way = { part: string } | { away: string };

/** The link an event came through, in whatever shadow root it lies. */
export function linkOf(event: Event): HTMLAnchorElement | HTMLAreaElement | undefined {
  return event
    .composedPath()
    .find(
      (at): at is HTMLAnchorElement | HTMLAreaElement =>
        (at instanceof HTMLAnchorElement || at instanceof HTMLAreaElement) && at.href !== '',
    );
}

/**
 * @param address absolute
 * @returns undefined where it leads to no page at all
 */
export function wayOf(address: string): Way | undefined {
  const [page = '', part] = address.split('#');
  if (part !== undefined && page === location.href.split('#')[0]) return { part };
  return portable.test(address) ? { away: address } : undefined;
}
