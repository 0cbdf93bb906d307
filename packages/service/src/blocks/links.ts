import type { DroppedKind } from './dropped.ts';

/** What an address in a page leads to. */
export type Link =
  /** May be linked: http(s), or a path of the same site. */
  | { href: string; path?: string | undefined }
  /** Lies beside the page: the path as it was written. */
  | { path: string; href?: undefined }
  | { refused: DroppedKind }
  /** A place in the page itself. */
  | { none: true };

/** Stands for the site the blocks will be shown on, whose name is not known here. */
const ownSite = 'https://own-site.invalid/';
const ownHost = 'own-site.invalid';

const longestHref = 2_048;
const controls = /\p{Cc}/u;
const scheme = /^[a-z][a-z\d+.-]*:/i;

/**
 * Reads an address the way a browser would, and keeps it only as http(s) or a path of the same
 * site. Other schemes, control characters, names and passwords are refused.
 *
 * @param base http(s) address of the page, where it is known
 */
export function readLink(raw: string, base?: string): Link {
  const written = raw.trim();
  if (written === '' || written.startsWith('#')) return { none: true };
  if (written.length > longestHref || controls.test(written)) return { refused: 'unsafeLink' };
  const url = parse(written, base ?? ownSite);
  if (!url || !isWeb(url)) return { refused: 'unsafeLink' };
  const isRelative = !scheme.test(written) && !/^[/\\]{2}/.test(written);
  const path = isRelative ? pathOf(written) : undefined;
  if (url.hostname !== ownHost) return { href: url.href, path };
  // A path that begins with two slashes would be read as another host.
  if (!isRelative || url.pathname.startsWith('//')) return { refused: 'unsafeLink' };
  if (/^[/\\]/.test(written)) return { href: `${url.pathname}${url.search}${url.hash}`, path };
  return path === undefined ? { refused: 'unresolvedLink' } : { path };
}

function parse(text: string, base: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

function isWeb({ protocol, username, password }: URL): boolean {
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

/** The path of a file beside the page, without `..` to climb by. */
function pathOf(written: string): string | undefined {
  const [path = ''] = written.split(/[?#]/);
  try {
    const steps = decodeURIComponent(path)
      .split(/[/\\]/)
      .filter((step) => step !== '' && step !== '.');
    if (steps.length === 0 || steps.includes('..') || controls.test(path)) return undefined;
    return steps.join('/');
  } catch {
    return undefined;
  }
}

/** Whether an address may stand in a block: http(s) or a path of the same site. */
export function isSafeHref(href: string): boolean {
  if (controls.test(href)) return false;
  const url = parse(href, ownSite);
  if (!url || !isWeb(url)) return false;
  return url.hostname === ownHost ? /^\/(?![/\\])/.test(href) : /^https?:\/\//.test(href);
}
