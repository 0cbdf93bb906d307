import { Tokenizer } from 'htmlparser2';

/** Attributes that are looked at, the first of a name; all others are passed over. */
export type Attributes = ReadonlyMap<string, string>;

export interface TagReader {
  /** @param closes whether the tag closes itself (`<o:p/>`) */
  open(name: string, attributes: Attributes, position: number, closes: boolean): void;
  close(name: string): void;
  text(text: string): void;
  /** An attribute that is a handler: `onclick`. */
  handler(tag: string, name: string): void;
}

const read = new Set(
  (
    'align alt class colspan content data-original data-src height hidden href id name property rowspan ' +
    'scope src style title width'
  ).split(' '),
);

/** Names are short; a longer one is some text that was taken for a tag. */
const longestName = 40;

/**
 * Tells a reader tags and text in the order of the page. Markup may be broken in any way; time and
 * memory grow with the length of the page only, since nothing here knows how deep it is in.
 */
export function readTags(html: string, reader: TagReader): void {
  let tag = '';
  let attribute = '';
  let value: string[] = [];
  let attributes = new Map<string, string>();
  const name = (start: number, end: number) =>
    html.slice(start, Math.min(end, start + longestName)).toLowerCase();
  const opened = (position: number, closes: boolean) => {
    reader.open(tag, attributes, position, closes);
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname(start, end) {
        tag = name(start, end);
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = name(start, end);
        value = [];
      },
      onattribdata(start, end) {
        value.push(html.slice(start, end));
      },
      onattribentity(codepoint) {
        value.push(String.fromCodePoint(codepoint));
      },
      onattribend() {
        if (/^on[a-z]/.test(attribute)) reader.handler(tag, attribute);
        if (read.has(attribute) && !attributes.has(attribute)) {
          attributes.set(attribute, value.join(''));
        }
      },
      onopentagend(end) {
        opened(end, false);
      },
      onselfclosingtag(end) {
        opened(end, true);
      },
      onclosetag(start, end) {
        reader.close(name(start, end));
      },
      ontext(start, end) {
        reader.text(html.slice(start, end));
      },
      ontextentity(codepoint) {
        reader.text(String.fromCodePoint(codepoint));
      },
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onprocessinginstruction: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

function ignore(): void {
  // Comments and declarations say nothing a person reads.
}
