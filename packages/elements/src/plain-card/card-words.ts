import type { PlainCard } from '@open-info/contract/cards';
import { validityWords, type Validity } from '@open-info/contract/documents';
import { formatInstant } from '../base/moment.ts';
import type { Language } from '../controllers/terms.ts';
import type { PlainCardTerms } from './plain-card.terms.ts';

/** The words of a card on screen, on paper, in a picture and as text: they are the same in all. */
export interface CardWords extends PlainCardTerms {
  validity: (validity: Validity) => string;
  /** What a policy that is not simply in force tells its reader. */
  standing: (validity: Validity) => string;
  /** Whom to ask, a line each. */
  askLines: (card: PlainCard) => string[];
  /** Version and 数据截至. */
  originLines: (card: PlainCard) => string[];
}

export function cardWords(words: PlainCardTerms, language: Language): CardWords {
  const validity = (code: Validity): string =>
    validityWords[code]?.[language === 'en' ? 'en' : 'zh'] ?? code;
  return {
    ...words,
    validity,
    standing: (code) => words.standings[code] ?? validity(code),
    askLines: ({ ask, complaint }) =>
      [
        ask.organ,
        ask.phone && words.labelled(words.phone, ask.phone),
        ask.address && words.labelled(words.address, ask.address),
        complaint && words.labelled(words.complaint, complaint),
      ].filter((line): line is string => Boolean(line)),
    originLines: ({ version, asOf }) => [words.version(version), words.asOf(momentOf(asOf))],
  };
}

/** An item of a section: 引语 that leads to the items after it bears no mark, and counts for nothing. */
export interface CardItem {
  text: string;
  /** From 1 on; absent for a sentence that leads on to others. */
  number: number | undefined;
}

/** The items of a section, counted. */
export function countedItems(items: readonly string[]): CardItem[] {
  let count = 0;
  return items.map((text) => ({ text, number: /[：:]$/.test(text) ? undefined : ++count }));
}

/** A date of law stays as it is; an instant becomes Shanghai's. */
function momentOf(asOf: string): string {
  return asOf.length > 10 ? formatInstant(asOf) : asOf;
}

/** The card in words: what is copied, and what stands in for the picture. */
export function textOfCard(card: PlainCard, words: CardWords, address?: string): string {
  const { policy } = card;
  const named = words.policy(policy.title, policy.documentNumber);
  const inForce = policy.validity === 'inForce';
  const part = (heading: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : ['', heading, ...items];
  return [
    card.title,
    words.note(named, words.validity(policy.validity)),
    ...(inForce ? [] : [words.standing(policy.validity)]),
    ...part(words.headings.who, card.who),
    ...part(words.headings.what, card.what),
    ...part(
      words.headings.how,
      countedItems(card.how).map(({ text, number }) =>
        number === undefined ? text : `${number}. ${text}`,
      ),
    ),
    ...part(words.headings.ask, words.askLines(card)),
    ...(address === undefined ? [] : ['', words.labelled(words.whole, address)]),
    '',
    ...words.originLines(card),
  ].join('\n');
}
