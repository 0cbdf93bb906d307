/** How much of a page is searched for its own word on its encoding, as browsers do. */
const searched = 4096;

const marks: readonly [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * The text of a page: by its byte order mark, by the header it came with, by its own `<meta>` or XML
 * declaration, else UTF-8 where the bytes are, and GB18030 (which holds GBK and GB2312) where not.
 * Never fails: what cannot be read becomes U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType = ''): string {
  const mark = marks.find(([start]) => start.every((byte, place) => bytes[place] === byte));
  if (mark) return decode(bytes, mark[1]);
  const named = charsetOf(contentType) ?? declaredIn(bytes);
  // A page that can be read as UTF-8 in full is UTF-8, whatever a template says of it.
  if (named === undefined || named.startsWith('gb'))
    return readUtf8(bytes) ?? decode(bytes, 'gb18030');
  return decode(bytes, named);
}

function readUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, searched));
  const declared = charsetOf(head);
  // A page that says in ASCII that it is UTF-16 is not.
  return declared?.startsWith('utf-16') === true ? 'utf-8' : declared;
}

/** The encoding a header or a page names, where it is one that can be read. */
function charsetOf(text: string): string | undefined {
  const name = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i.exec(text)?.[1];
  if (name === undefined) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
