import { textOfBlocks, type Block } from '@open-info/contract/blocks';
import {
  detectStamp,
  stampTexts,
  type DisclosureAttribute,
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
  const found = detectStamp(textOfBlocks(body));
  if (found === undefined) return { body: [...body, stampBlock(attribute)], stamp };
  if (found === attribute) return { body: [...body], stamp };
  const carried = stampTexts[found] ?? '';
  return {
    refusal: refusal(
      law.stamp,
      `正文标注的是“${carried}”，审定的公开属性应标注“${stamp}”，两者不一致，不能印发；请退回修改正文或者重新审定公开属性`,
      `The text carries “${carried}”, while its attribute is stamped “${stamp}”: they differ, so it is not issued; send it back and correct the text or the attribute`,
    ),
  };
}

/** A paragraph that is nothing but a stamp. */
const isStamp = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  /^[（(〔[]?此件[^，。；]{2,8}[）)〕\]]?$/.test(textOfBlocks([block]).replace(/\s+/g, '')) &&
  detectStamp(textOfBlocks([block])) !== undefined;

/** The text with the stamp of the attribute it has now, when that was changed (条例 art. 18). */
export const restampBody = (body: readonly Block[], attribute: DisclosureAttribute): Stamped =>
  stampBody(
    body.filter((block) => !isStamp(block)),
    attribute,
  );
