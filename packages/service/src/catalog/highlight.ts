import type { Match } from '@open-info/contract/catalog';
import { cut, merge, rangesByWord } from '../search/highlight.ts';
import { nameRank, passages, type StoredItem } from './search-text.ts';

/** More passages say no more than these. */
const mostMatches = 5;

/**
 * Where a search met an item, best element first. Every word is shown at least once; beyond that
 * the best passages, each wording of an element once.
 *
 * @param words normalised words, see `searchWords`
 */
export function matchesOf(item: StoredItem, words: readonly string[]): Match[] {
  const distinct = new Map(passages(item).map((p) => [`${p.element} ${p.text}`, p]));
  const found = [...distinct.values()]
    .map((passage) => {
      return { passage, byWord: rangesByWord(passage.text, words, passage.rank === nameRank) };
    })
    .filter(({ byWord }) => byWord.some((ranges) => ranges.length > 0));
  const needed = new Set(
    words.map((_, i) => found.find(({ byWord }) => (byWord[i]?.length ?? 0) > 0)),
  );
  let free = mostMatches - needed.size;
  return found
    .filter((one) => needed.has(one) || free-- > 0)
    .map(({ passage, byWord }) => ({
      element: passage.element,
      ...cut(passage.text, merge(byWord.flat())),
    }));
}
