import { textOfBlocks, type Block } from '@open-info/contract/blocks';
import { textSections, type InterpretationContent } from './record.ts';

/** Everything an interpretation says in blocks. */
export const blocksOf = (content: InterpretationContent): Block[] => [
  ...textSections.flatMap((section) => content[section]),
  ...content.questions.flatMap(({ answer }) => answer),
  ...content.media.flatMap(({ alternative }) => alternative),
];

/** What it says beside them. */
export const phrasesOf = ({ changes, terms, questions, matters, media }: InterpretationContent) => [
  ...changes.flatMap(({ topic, before = '', after }) => [topic, before, after]),
  ...terms.flatMap(({ term, meaning }) => [term, meaning]),
  ...questions.map(({ question }) => question),
  ...matters.map(({ name }) => name),
  ...media.map(({ title }) => title),
];

/** Every line of an interpretation that can be found. */
export const linesOf = (content: InterpretationContent): string[] => [
  ...phrasesOf(content),
  ...textOfBlocks(blocksOf(content)).split('\n'),
];
