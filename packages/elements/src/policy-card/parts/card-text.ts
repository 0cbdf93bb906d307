import { formatInstant } from '../../base/moment.ts';
import type { Policy } from '../policy.ts';
import type { CardFrame } from './card-frame.ts';
import type { Section } from './sections.ts';

/** A card as words: its title and sections, a piece each. */
export function cardText(
  { document, interpretation }: Policy,
  sections: readonly Section[],
  { words }: CardFrame,
): string[] {
  const head = [interpretation?.title ?? document?.title, interpretation?.summary];
  const pieces = sections.map(({ name, text }) => `${words.sections[name]}\n${text()}`);
  return [head.filter(Boolean).join('\n'), ...pieces];
}

/** The same with where it comes from, to be pasted elsewhere. */
export function copiedText(policy: Policy, sections: readonly Section[], frame: CardFrame): string {
  const { document, interpretation } = policy;
  const { words } = frame;
  const source = document?.issuers.map(({ name }) => name).join(words.separator);
  const published = (interpretation ?? document)?.publishedAt;
  const tail = [
    document && [words.cited(document.title), document.documentNumber].filter(Boolean).join(' '),
    words.cite(words.source, source ?? interpretation?.organ ?? ''),
    published && words.cite(words.published, formatInstant(published)),
  ];
  return [...cardText(policy, sections, frame), tail.filter(Boolean).join('\n')].join('\n\n');
}
