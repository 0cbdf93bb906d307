import { textOfBlocks } from '@open-info/contract/blocks';
import type { MatterContent } from './record.ts';

/** Every line of a guide that can be found, the summary first. */
export function linesOf(content: MatterContent): string[] {
  const { summary, conditions, questions, materials, steps, results, fees, basis, faq } = content;
  return [
    summary,
    ...textOfBlocks(conditions).split('\n'),
    ...materials.flatMap(({ name, exempt = '', note = '' }) => [name, exempt, note]),
    ...questions.flatMap(({ text, options }) => [text, ...options.map(({ label }) => label)]),
    ...steps.flatMap(({ name, text = '' }) => [name, text]),
    ...results.map(({ name }) => name),
    ...fees.map(({ name }) => name),
    ...basis.map(({ title, article = '' }) => `${title}${article}`),
    ...faq.flatMap(({ question, answer }) => [question, answer]),
    ...content.offices.map(({ name }) => name),
  ].filter((line) => line !== '');
}
