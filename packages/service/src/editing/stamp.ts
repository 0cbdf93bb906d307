import { textOfBlocks, type Block, type Run } from '@open-info/contract/blocks';
import {
  findStamp,
  stampTexts,
  type DisclosureAttribute,
  type FoundStamp,
} from '@open-info/contract/disclosure-attribute';
import { law, refusal, type Refusal } from './law.ts';

/** 附注 as it is printed below a document. */
const stampBlock = (attribute: DisclosureAttribute): Block => ({
  kind: 'paragraph',
  text: [{ text: `（${stampTexts[attribute] ?? ''}）` }],
});

/** A text that carries its stamp, or why it cannot. */
export type Stamped = { body: Block[]; stamp: string } | { refusal: Refusal };

/**
 * Puts the stamp of an attribute below a text that has none, and compares it with one that is there
 * (plan row 18).
 */
export function stampBody(body: readonly Block[], attribute: DisclosureAttribute): Stamped {
  const stamp = stampTexts[attribute] ?? '';
  const found = findStamp(textOfBlocks(body));
  if (found === undefined) return { body: [...body, stampBlock(attribute)], stamp };
  if (found.attribute === attribute) return { body: [...body], stamp };
  const carried = shortened(found);
  return {
    refusal: refusal(
      law.stamp,
      `正文写有“${carried}”，审定的公开属性应标注“${stamp}”，两者不一致，不能印发；请退回修改正文或者重新审定公开属性`,
      `The text says “${carried}”, while its attribute is stamped “${stamp}”: they differ, so it is not issued; send it back and correct the text or the attribute`,
    ),
  };
}

const mostShown = 80;

/** The sentence of a stamp; of a long one the stamp with what stands before it. */
function shortened({ sentence, words }: FoundStamp): string {
  if (sentence.length <= mostShown) return sentence;
  const end = sentence.lastIndexOf(words) + words.length;
  return `…${sentence.slice(Math.max(0, end - mostShown), end)}…`;
}

const hasStamp = (text: string): boolean => findStamp(text) !== undefined;

/** A paragraph that is nothing but a stamp. */
const isStamp = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  /^[（(〔[]?此件[^，。；]{2,8}[）)〕\]]?。?$/.test(textOfBlocks([block]).replace(/\s+/g, '')) &&
  hasStamp(textOfBlocks([block]));

/** The last stamp within the runs of a text in other words. */
function reworded(runs: readonly Run[], attribute: DisclosureAttribute): Run[] {
  const place = runs.map(({ text }) => hasStamp(text)).lastIndexOf(true);
  return runs.map((run, index) => {
    const found = index === place ? findStamp(run.text) : undefined;
    if (!found) return run;
    const after = run.text.slice(found.index + found.words.length);
    return { ...run, text: run.text.slice(0, found.index) + (stampTexts[attribute] ?? '') + after };
  });
}

/**
 * The text with the stamp of the attribute it has now, when that was changed (条例 art. 18); one
 * within a longer paragraph is changed where it stands.
 */
export function restampBody(body: readonly Block[], attribute: DisclosureAttribute): Stamped {
  const unstamped = body.filter((block) => !isStamp(block));
  const last = unstamped.map((block) => hasStamp(textOfBlocks([block]))).lastIndexOf(true);
  const changed = unstamped.map((block, index) =>
    index === last && block.text ? { ...block, text: reworded(block.text, attribute) } : block,
  );
  return stampBody(changed, attribute);
}
