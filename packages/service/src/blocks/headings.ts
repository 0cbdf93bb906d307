import type { Run } from '@open-info/contract/blocks';
import type { PlacedBlock } from './page-reader.ts';
import { textOfRuns, withoutStrong } from './runs.ts';

/** 层次序数 (GB/T 9704-2012 7.3.3) as a bold line begins with them, after the heading elements. */
const ordinals: readonly [RegExp, number][] = [
  [/^第[一二三四五六七八九十百]{1,5}[编章][\s\u3000]/, 12],
  [/^第[一二三四五六七八九十百]{1,5}节[\s\u3000]/, 13],
  [/^[一二三四五六七八九十]{1,3}、/, 14],
  [/^[（(][一二三四五六七八九十]{1,3}[）)]/, 15],
];

const longestHeading = 50;
const endsSentence = /[。；;，,]$/;

/** The rank of a block as a heading: 1 to 6 for elements, more for bold lines with an ordinal. */
function rankOf({ block, heading }: PlacedBlock): number | undefined {
  if (heading !== undefined) return heading;
  if (block.kind !== 'paragraph' || !isBold(block.text ?? [])) return undefined;
  const text = textOfRuns(block.text);
  if (text.length > longestHeading || endsSentence.test(text)) return undefined;
  return ordinals.find(([pattern]) => pattern.test(text))?.[1];
}

const isBold = (runs: readonly Run[]) => runs.length > 0 && runs.every(({ strong }) => strong);

const highest = 2;
const lowest = 4;

/** Headings of a text brought to the levels 2 to 4, in the order in which they rank in it. */
export function levelHeadings(placed: readonly PlacedBlock[]): PlacedBlock[] {
  const ranks = placed.map(rankOf);
  const used = [...new Set(ranks)].filter((rank) => rank !== undefined).sort((a, b) => a - b);
  return placed.map((one, place) => {
    const rank = ranks[place];
    if (rank === undefined) return one;
    const level = Math.min(highest + used.indexOf(rank), lowest);
    const text = withoutStrong(one.block.text ?? []);
    return { ...one, block: { ...one.block, kind: 'heading', level, text } };
  });
}
