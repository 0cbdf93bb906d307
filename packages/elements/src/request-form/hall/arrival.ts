/* eslint no-restricted-globals: ["error", "localStorage", "sessionStorage"] --
   The one file of the form that touches the page's address, and only to take a key out of it. */

const ours = /oi-handoff=[^&]*&?/;

/**
 * Takes what was scanned from a hall screen out of the address, where nobody may find it later.
 * @returns the fragment as it was; undefined when it is none of ours
 */
export function takeArrival(): string | undefined {
  const { hash, pathname, search } = location;
  if (!ours.test(hash)) return undefined;
  const rest = hash.slice(1).replace(ours, '').replace(/&$/, '');
  history.replaceState(history.state, '', `${pathname}${search}${rest && `#${rest}`}`);
  return hash;
}
