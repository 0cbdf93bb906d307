import type { Open } from './shape.ts';
import type { Words } from './words.ts';

/**
 * 公开属性 of a document (条例 art. 13): `open` 主动公开, `onRequest` 依申请公开, `closed` 不予公开. One that
 * is not decided has none, and is not public.
 */
export const disclosureAttributes = ['open', 'onRequest', 'closed'] as const;
export type DisclosureAttribute = Open<(typeof disclosureAttributes)[number]>;

/** 附注 printed on the document when it is issued (plan row 18). */
export const stampTexts: Readonly<Record<string, string>> = {
  open: '此件公开发布',
  onRequest: '此件依申请公开',
  closed: '此件不予公开',
};

/** The attribute in words. */
export const attributeWords: Readonly<Record<string, Words>> = {
  open: { zh: '主动公开', en: 'Published on its own motion' },
  onRequest: { zh: '依申请公开', en: 'Disclosed on request' },
  closed: { zh: '不予公开', en: 'Not disclosed' },
};

/** What is printed for each attribute, longest first. */
const stampWords: readonly [DisclosureAttribute, readonly string[]][] = [
  ['open', ['公开发布', '主动公开', '公开']],
  ['onRequest', ['依申请公开', '依申请']],
  ['closed', ['不予公开', '不公开']],
];

/** The same words with blanks or a line break between them. */
const spaced = (words: string) => [...words].join('\\s*');

/** Words that go on make another sentence of it: 此件公开征求意见. */
function stampPattern(): RegExp {
  const alternatives = stampWords.map(([, words]) => `(${words.map(spaced).join('|')})`);
  const stamp = `${spaced('此件')}\\s*(?:${alternatives.join('|')})`;
  return new RegExp(`${stamp}(?!\\p{Script=Han})`, 'gu');
}

/** A stamp in a text. */
export interface FoundStamp {
  attribute: DisclosureAttribute;
  /** The words as they stand there, and where they begin. */
  words: string;
  index: number;
  /** The sentence they stand in. */
  sentence: string;
}

const opensQuote = /[“「『‘"]\s*$/;
/** Blanks between a quotation mark and what it quotes, at most. */
const quoteReach = 5;

const sentenceEnds = ['。', '；', '！', '？', '\n'];

function sentenceAround(text: string, from: number, to: number): string {
  const starts = sentenceEnds.map((end) => text.lastIndexOf(end, from - 1) + 1);
  const ends = sentenceEnds.map((end) => text.indexOf(end, to)).filter((place) => place >= 0);
  return text
    .slice(from === 0 ? 0 : Math.max(...starts), Math.min(text.length, ...ends) + 1)
    .trim();
}

/**
 * The stamp a text carries, alone or within a paragraph, whatever brackets and spaces stand around;
 * undefined when there is none. Words in quotation marks are spoken of, not printed. Of several the
 * last one counts: the stamp stands at the end, and what is forwarded above it may carry its own.
 */
export function findStamp(text: string): FoundStamp | undefined {
  const pattern = stampPattern();
  let found: FoundStamp | undefined;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [words, ...groups] = match;
    const { index } = match;
    const attribute = stampWords[groups.findIndex(Boolean)]?.[0];
    if (
      attribute === undefined ||
      opensQuote.test(text.slice(Math.max(0, index - quoteReach), index))
    )
      continue;
    const sentence = sentenceAround(text, index, index + words.length);
    found = { attribute, words, index, sentence };
  }
  return found;
}

/** The attribute a text carries as its stamp. */
export const detectStamp = (text: string): DisclosureAttribute | undefined =>
  findStamp(text)?.attribute;
