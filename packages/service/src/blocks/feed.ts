import { Parser } from 'htmlparser2';

/** An entry of a feed. */
export interface FeedEntry {
  title?: string | undefined;
  url?: string | undefined;
  published?: string | undefined;
  html?: string | undefined;
  /** Elements or members of the entry under the names of a record's fields: `indexNumber`. */
  fields: Record<string, unknown>;
}

/** Where a record's own fields stand in an item of a JSON Feed. */
export const extension = '_open_info';

type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** Whether a JSON file is a JSON Feed. */
export function isJsonFeed(value: unknown): value is Fields & { items: unknown[] } {
  return (
    isFields(value) &&
    (textIn(value.version) ?? '').includes('jsonfeed.org') &&
    Array.isArray(value.items)
  );
}

export function entriesOfJsonFeed({ items }: { items: unknown[] }): FeedEntry[] {
  return items.filter(isFields).map((item) => ({
    title: textIn(item.title),
    url: textIn(item.url),
    published: textIn(item.date_published),
    html: textIn(item.content_html) ?? asHtml(textIn(item.content_text)),
    fields: isFields(item[extension]) ? item[extension] : {},
  }));
}

function asHtml(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `<pre>${escapeText(text)}</pre>`;
}

const escapeText = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);

/** No feed nests elements deeper outside its texts. */
const deepest = 500;

export class FeedError extends Error {}

/** Record fields that are lists: repeated elements, or several in one. */
const listed = new Set(['topics', 'predecessors', 'catalogItems']);
/** Record fields that are one line. */
const named = new Set(
  (
    'id indexNumber documentNumber kind level issuedOn publishedAt effectiveOn expiresOn attribute reason ' +
    'ground title'
  ).split(' '),
);

/** An element that is being read. */
interface Element {
  name: string;
  text: string[];
  attributes: Record<string, string>;
}

/**
 * The entries of an Atom or RSS feed.
 *
 * @throws FeedError when it is neither
 */
export function entriesOfXmlFeed(xml: string): FeedEntry[] {
  const reader = new FeedReader();
  const parser = new Parser(reader, { xmlMode: true });
  parser.write(xml);
  parser.end();
  if (!reader.isFeed) throw new FeedError('no feed');
  return reader.entries;
}

class FeedReader {
  readonly entries: FeedEntry[] = [];
  isFeed = false;
  private entry: FeedEntry | undefined;
  private readonly path: Element[] = [];
  /** XHTML in an Atom entry, written out again to be read as HTML. */
  private markup: { parts: string[]; depth: number } | undefined;

  onopentag(written: string, attributes: Record<string, string>): void {
    const name = localName(written);
    if (this.path.length === 0) this.isFeed = ['feed', 'rss', 'rdf'].includes(name.toLowerCase());
    if (this.path.length > deepest) throw new FeedError('nested too deep');
    this.path.push({ name: written, text: [], attributes });
    if (this.markup) {
      this.markup.parts.push(tagOf(name, attributes));
      return;
    }
    if (!this.entry && (name === 'entry' || name === 'item')) this.entry = { fields: {} };
    else if (
      this.entry &&
      attributes.type === 'xhtml' &&
      (name === 'content' || name === 'summary')
    ) {
      this.markup = { parts: [], depth: this.path.length };
    }
  }

  ontext(text: string): void {
    if (this.markup) this.markup.parts.push(escapeText(text));
    else this.path[this.path.length - 1]?.text.push(text);
  }

  onclosetag(written: string): void {
    const element = this.path.pop();
    const name = localName(written);
    const { markup, entry } = this;
    if (markup && this.path.length >= markup.depth) {
      markup.parts.push(`</${name}>`);
      return;
    }
    this.markup = undefined;
    if (!entry || !element) return;
    if (name === 'entry' || name === 'item') {
      this.entries.push(entry);
      this.entry = undefined;
      return;
    }
    readElement(entry, element, markup?.parts.join('') ?? element.text.join(''));
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function tagOf(name: string, attributes: Record<string, string>): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeText(value)}"`,
  );
  return `<${name}${written.join('')}>`;
}

function readElement(entry: FeedEntry, { name: written, attributes }: Element, text: string): void {
  const name = localName(written);
  const value = text.trim();
  if (written === 'title') entry.title ??= value;
  else if (name === 'link') readAddress(entry, attributes, value);
  else if (/^(?:published|pubDate|date)$/.test(name)) entry.published ??= value;
  else if (name === 'encoded' || name === 'content') entry.html = value;
  else if (name === 'description' || name === 'summary') entry.html ??= value;
  else if (written.includes(':') && listed.has(name)) {
    const known = entry.fields[name];
    entry.fields[name] = [...(Array.isArray(known) ? (known as unknown[]) : []), value];
  } else if (written.includes(':') && named.has(name)) entry.fields[name] = value;
}

function readAddress(entry: FeedEntry, { rel, href }: Record<string, string>, text: string): void {
  if (rel === undefined || rel === 'alternate') entry.url ??= href ?? text;
}
