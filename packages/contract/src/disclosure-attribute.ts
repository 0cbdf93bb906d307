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

const stamps: readonly [RegExp, DisclosureAttribute][] = [
  [/此件(?:公开发布|主动公开|公开)/, 'open'],
  [/此件(?:依申请公开|依申请)/, 'onRequest'],
  [/此件(?:不予公开|不公开)/, 'closed'],
];

/**
 * The attribute a text carries as its stamp, whatever brackets and spaces stand around; undefined
 * when there is none. Of several the last one counts: the stamp stands at the end, and what is
 * forwarded above it may carry its own.
 */
export function detectStamp(text: string): DisclosureAttribute | undefined {
  const packed = text.replace(/\s+/g, '');
  let found: DisclosureAttribute | undefined;
  let place = -1;
  for (const [pattern, attribute] of stamps) {
    const all = new RegExp(pattern.source, 'g');
    for (let match = all.exec(packed); match; match = all.exec(packed)) {
      if (match.index <= place) continue;
      place = match.index;
      found = attribute;
    }
  }
  return found;
}
