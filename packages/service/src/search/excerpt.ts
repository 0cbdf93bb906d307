import { cut, merge, rangesByWord } from './highlight.ts';
import { normalise } from './text.ts';

/** An excerpt shows at most so many lines. */
const mostLines = 3;
/** A text is looked through no further than this, in characters. */
const furthest = 200_000;

/** Begin and end of what matched. */
const marks = { begin: '\u0002', end: '\u0003' } as const;

/**
 * The parts of a text that hold the words of a search, each word shown where it first occurs,
 * matches between U+0002 and U+0003; absent when none occurs.
 *
 * @param words normalised, see `searchWords`
 */
export function excerptOf(text: string, words: readonly string[]): string | undefined {
  const left = new Set(words);
  const parts: string[] = [];
  for (const line of text.slice(0, furthest).split('\n')) {
    if (left.size === 0 || parts.length === mostLines) break;
    const normalised = normalise(line);
    const found = [...left].filter((word) => normalised.includes(word));
    if (found.length === 0) continue;
    for (const word of found) left.delete(word);
    parts.push(marked(line, words));
  }
  return parts.length === 0 ? undefined : parts.join('…').replace(/…{2,}/g, '…');
}

function marked(line: string, words: readonly string[]): string {
  // eslint-disable-next-line no-control-regex -- only what is marked here may carry the marks
  const plain = line.replace(/[\u0002\u0003]/g, ' ');
  const { text, ranges } = cut(plain, merge(rangesByWord(plain, words, false).flat()));
  let result = '';
  let from = 0;
  for (const [start, end] of ranges) {
    result += text.slice(from, start) + marks.begin + text.slice(start, end) + marks.end;
    from = end;
  }
  return result + text.slice(from);
}
