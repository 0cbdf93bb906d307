/**
 * Changes the tags of HTML that Lit has written: well-formed, with `<` and `>` only where tags are.
 */

/** One tag on its way. */
export interface Tag {
  name: string;
  /** Decoded no further than Lit has encoded them; an attribute without a value is empty. */
  attributes: Map<string, string>;
}

/** What becomes of an element: itself under another name or other attributes, or nothing of it. */
type Visit = (tag: Tag) => Tag | 'drop' | 'unwrap';

const anyTag = /<(\/?)([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>/g;
const anyAttribute = /([^\s=/"]+)(?:="([^"]*)")?/g;

/** Elements without an end. */
const voids = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(anyAttribute)].map(([, name = '', value = '']) => [name, value]),
  );
}

function opening({ name, attributes }: Tag): string {
  const list = [...attributes].map(([key, value]) => (value === '' ? key : `${key}="${value}"`));
  return `<${[name, ...list].join(' ')}>`;
}

/** @returns the same HTML, with every element as `visit` wants it; what is dropped goes with all inside */
export function rewritten(html: string, visit: Visit): string {
  const kept: string[] = [];
  // What each open element became; undefined: it is dropped, or lies in what is.
  const open: (string | undefined)[] = [];
  let from = 0;
  let dropped = 0;
  for (const match of html.matchAll(anyTag)) {
    const [whole, slash, name = '', rest = ''] = match;
    if (dropped === 0) kept.push(html.slice(from, match.index));
    from = match.index + whole.length;
    if (slash === '/') {
      const became = open.pop();
      if (became === undefined) dropped -= 1;
      else if (became !== '' && dropped === 0) kept.push(`</${became}>`);
      continue;
    }
    const ends = !voids.has(name) && !rest.endsWith('/');
    const become: ReturnType<Visit> =
      dropped > 0 ? 'drop' : visit({ name, attributes: attributesOf(rest) });
    if (become === 'drop') {
      if (ends) {
        open.push(undefined);
        dropped += 1;
      }
      continue;
    }
    if (become !== 'unwrap') kept.push(opening(become));
    if (ends) open.push(become === 'unwrap' ? '' : become.name);
  }
  if (dropped === 0) kept.push(html.slice(from));
  return kept.join('');
}
