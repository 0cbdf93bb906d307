import type { Words } from '@open-info/contract/words';

/** What codes are called in one language, by code. */
export const namesIn = (
  words: Readonly<Record<string, Words>>,
  language: keyof Words,
): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([code, name]) => [code, name[language]]));
