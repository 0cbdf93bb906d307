import { textOfBlocks, type Block } from '@open-info/contract/blocks';
import { grams, normalise, spelledLines } from '../search/text.ts';

/** The columns a search reads. */
export interface SearchColumns {
  title_text: string;
  search_text: string;
  grams: number[];
}

const normalisedLines = (text: string): string[] =>
  text
    .split('\n')
    .map(normalise)
    .filter((line) => line !== '');

/**
 * Makes them.
 *
 * @param words short texts beside the title: names, topics, numbers
 * @param blocks what of the text may be found
 */
export function searchColumnsOf(
  title: string,
  words: readonly string[],
  blocks: readonly Block[],
): SearchColumns {
  const titleText = spelledLines(normalise(title)).join('\n');
  const lines = [...words.flatMap(normalisedLines), ...normalisedLines(textOfBlocks(blocks))];
  const text = [titleText, ...new Set(lines)].join('\n');
  return { title_text: titleText, search_text: text, grams: grams(text) };
}
