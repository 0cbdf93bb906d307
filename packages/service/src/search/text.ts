import { pinyin } from 'pinyin-pro';

/** Text as it is compared, with the way back to the original. */
export interface Normalised {
  text: string;
  /** For each UTF-16 unit of `text` the offset in the original where its character begins. */
  starts: number[];
  /** … and where it ends. */
  ends: number[];
}

const kept = /^[\p{L}\p{N}\p{M}]$/u;
const mark = /^\p{M}$/u;
const variant = /^\p{Variation_Selector}$/u;
const folded = new Map<string, string>();

/** One character (with its marks) as it is compared; empty when it does not count. */
function fold(cluster: string): string {
  const known = folded.get(cluster);
  if (known !== undefined) return known;
  let result = '';
  for (const char of cluster.normalize('NFKC').toLowerCase()) {
    if (kept.test(char) && !variant.test(char)) result += char;
  }
  // Clusters are nearly always single characters, of which a catalog uses a few thousand.
  if (folded.size < 20_000) folded.set(cluster, result);
  return result;
}

function* clusters(text: string): Generator<string> {
  let cluster = '';
  for (const char of text) {
    if (cluster !== '' && char > '\u02ff' && mark.test(char)) {
      cluster += char;
      continue;
    }
    if (cluster !== '') yield cluster;
    cluster = char;
  }
  if (cluster !== '') yield cluster;
}

/**
 * Text as it is compared: NFKC, lower case, and only letters, digits and their marks. Brackets,
 * punctuation and white space are dropped, so that 国办发〔2019〕54号 is found whatever brackets
 * either side uses, and a line break inside a table cell hides nothing.
 */
export function normalise(text: string): string {
  let result = '';
  for (const cluster of clusters(text)) result += fold(cluster);
  return result;
}

/** The same with the offsets of each unit in the original, for marking what matched. */
export function normaliseWithOffsets(text: string): Normalised {
  const starts: number[] = [];
  const ends: number[] = [];
  let result = '';
  let offset = 0;
  for (const cluster of clusters(text)) {
    const units = fold(cluster);
    starts.push(...repeated(offset, units.length));
    ends.push(...repeated(offset + cluster.length, units.length));
    result += units;
    offset += cluster.length;
  }
  return { text: result, starts, ends };
}

function repeated(value: number, times: number): number[] {
  return new Array<number>(times).fill(value);
}

/**
 * The words of a query, normalised, each once. A word of punctuation only is left out; no words
 * means no search.
 */
export function searchWords(q: string | undefined): string[] {
  if (q === undefined) return [];
  const words = q.split(/\s+/u).map(normalise);
  return [...new Set(words)].filter((word) => word !== '');
}

/** 拼音 of a normalised text. */
export interface Spelling {
  /** Every syllable in full, without tones, ü as v: zhengcefagui. */
  full: string;
  /** For each letter of `full` the offset in the normalised text of the character it spells. */
  fullAt: number[];
  /** The first letter of every syllable: zcfg. */
  initials: string;
  initialsAt: number[];
  /** The syllables apart, for sorting. */
  syllables: string[];
}

/** Spells a normalised text; what is not a Chinese character stays as it is. */
export function spell(text: string): Spelling {
  const spelling: Spelling = { full: '', fullAt: [], initials: '', initialsAt: [], syllables: [] };
  let offset = 0;
  for (const { origin, pinyin: sound, isZh } of pinyin(text, {
    type: 'all',
    toneType: 'none',
    v: true,
  })) {
    const syllable = isZh && sound !== '' ? sound : origin;
    const initial = isZh && sound !== '' ? sound.charAt(0) : origin;
    spelling.full += syllable;
    spelling.initials += initial;
    spelling.syllables.push(syllable);
    spelling.fullAt.push(...repeated(offset, syllable.length));
    spelling.initialsAt.push(...repeated(offset, initial.length));
    offset += origin.length;
  }
  return spelling;
}

/** A name as it is found: itself, its 拼音 in full and its initials, a line each. */
export function spelledLines(name: string): string[] {
  const { full, initials } = spell(name);
  return [name, full, initials];
}

/**
 * What a search looks for, packed into int4: every UTF-16 unit by itself (a value below 65,536)
 * and every window of two units of a line (the first unit in the upper half, so never below
 * 65,536 when read unsigned; both kinds share one set and cannot be taken for one another).
 *
 * The single units cost about a third more index. They buy that a query of one character, the
 * first thing a person types, is as exact as any other and needs no second index: a GIN index over
 * numbers cannot be asked for "all windows that begin with 法". Windows of three would not be
 * needed: two already leave few candidates, and the text itself is checked afterwards.
 */
export function grams(text: string): number[] {
  const found = new Set<number>();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === lineFeed) continue;
    found.add(unit);
    const next = text.charCodeAt(i + 1);
    // NaN at the end of the text, a line feed at the end of a line: no window there.
    if (next > lineFeed) found.add((unit << 16) | next);
  }
  return [...found];
}

const lineFeed = 10;

/**
 * The grams by which the index is asked for a word: its windows, or the unit when it has only one
 * (the single units of a longer word follow from its windows).
 */
export function wordGrams(word: string): number[] {
  if (word.length === 1) return [word.charCodeAt(0)];
  const windows = new Set<number>();
  for (let i = 0; i + 1 < word.length; i++) {
    windows.add((word.charCodeAt(i) << 16) | word.charCodeAt(i + 1));
  }
  return [...windows];
}
