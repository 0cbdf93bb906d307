import { rewritten, type Tag } from './rewrite.ts';

/** Buttons whose words are read whether or not they can be pressed. */
const saying = /(?:^|\s)(?:section-button|term)(?:\s|$)/;

/**
 * What an element draws, as it stands on a page before any script runs. A button that only says
 * something (the head of a section, a key term) becomes that; every other one waits, unseen.
 */
export function servedHtml(html: string): string {
  return rewritten(html, (tag) => {
    const { name, attributes } = tag;
    const isButton = name === 'button' || attributes.get('role') === 'button';
    if (!isButton || !saying.test(attributes.get('class') ?? '')) return tag;
    const kept = ['class', 'part'].filter((each) => attributes.has(each));
    const said = new Map(kept.map((each) => [each, attributes.get(each) ?? '']));
    return { name: 'span', attributes: said.set('data-said', '') };
  });
}

/** What makes no sense outside of the element, with all inside. */
const foreign = new Set(['svg', 'button', 'input', 'select', 'form', 'slot', 'nav']);

/** What carries meaning without a style sheet. */
const meant = new Set([
  ...['href', 'src', 'alt', 'lang', 'colspan', 'rowspan', 'scope', 'datetime', 'download', 'open'],
  ...['controls', 'preload', 'target', 'rel'],
]);

const renamed: Readonly<Record<string, string>> = { fieldset: 'div', legend: 'p', label: 'span' };

function plainTag({ name, attributes }: Tag): Tag {
  const level = attributes.get('role') === 'heading' ? attributes.get('aria-level') : undefined;
  const kept = [...attributes].filter(([key]) => meant.has(key));
  return {
    name: level === undefined ? (renamed[name] ?? name) : `h${Math.min(6, Number(level))}`,
    attributes: new Map(kept),
  };
}

/**
 * The same as plain HTML: what a browser shows that knows no declarative shadow DOM (Chromium before 111,
 * Safari before 16.4), and what a program reads that looks for words in the page itself.
 */
export function plainHtml(served: string): string {
  const html = rewritten(served, (tag) => {
    const { name, attributes } = tag;
    if (foreign.has(name) || attributes.has('hidden')) return 'drop';
    return name === 'span' && !attributes.has('lang') ? 'unwrap' : plainTag(tag);
  });
  return html.replace(/\s*\n\s*/g, '\n');
}
