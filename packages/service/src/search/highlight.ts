import { normaliseWithOffsets, spell, type Normalised } from './text.ts';

/** A part of a text as [start, end) offsets in UTF-16 units. */
export type Range = [number, number];

/** A passage is cut to about this many characters. */
const passageLength = 80;
/** So much is left standing before the first match when the passage is cut. */
const lead = 16;
/**
 * The parts of a text that hold one of the words, in the text as it stands, brackets and spaces
 * inside included.
 *
 * @param spelled whether 拼音 counts, as it does for names
 */
export function rangesOf(text: string, words: readonly string[], spelled: boolean): Range[] {
  return merge(rangesByWord(text, words, spelled).flat());
}

const latin = /[a-z]/;

/** The same for each word by itself. */
export function rangesByWord(text: string, words: readonly string[], spelled: boolean): Range[][] {
  const normalised = normaliseWithOffsets(text);
  // A word without a letter occurs in a spelling only where it occurs in the text as well.
  const spelling =
    spelled && words.some((word) => latin.test(word)) ? spell(normalised.text) : null;
  return words.map((word) => {
    const ranges = occurrences(normalised.text, word, undefined, normalised);
    if (!spelling) return ranges;
    return [
      ...ranges,
      ...occurrences(spelling.full, word, spelling.fullAt, normalised),
      ...occurrences(spelling.initials, word, spelling.initialsAt, normalised),
    ];
  });
}

/** @param at for each unit of `line` the unit of the normalised text it stands for */
function occurrences(
  line: string,
  word: string,
  at: readonly number[] | undefined,
  { starts, ends }: Normalised,
): Range[] {
  const ranges: Range[] = [];
  for (let i = line.indexOf(word); i !== -1; i = line.indexOf(word, i + word.length)) {
    const first = at ? at[i] : i;
    const last = at ? at[i + word.length - 1] : i + word.length - 1;
    const start = first === undefined ? undefined : starts[first];
    const end = last === undefined ? undefined : ends[last];
    if (start !== undefined && end !== undefined) ranges.push([start, end]);
  }
  return ranges;
}

/** Ranges in order, those that meet as one. */
export function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Cuts a long passage around its first match; ranges that fall outside are left out. */
export function cut(text: string, ranges: Range[]): { text: string; ranges: Range[] } {
  const first = ranges[0];
  if (text.length <= passageLength || !first) return { text, ranges };
  const latest = Math.max(0, text.length - passageLength);
  const from = whole(text, Math.min(Math.max(0, first[0] - lead), latest));
  const to = whole(
    text,
    Math.max(from + passageLength, Math.min(first[1], from + 2 * passageLength)),
  );
  const before = from > 0 ? '…' : '';
  const after = to < text.length ? '…' : '';
  const shift = before.length - from;
  return {
    text: before + text.slice(from, to) + after,
    ranges: ranges
      .filter(([start]) => start < to)
      .map(([start, end]): Range => [start + shift, Math.min(end, to) + shift]),
  };
}

/** The nearest offset at or before `offset` that does not part a surrogate pair. */
function whole(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.min(offset, text.length);
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
