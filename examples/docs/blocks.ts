import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';

/** What a fenced code block may hold; any other is a fault. */
export const languages = ['html', 'css', 'ts', 'js', 'sh', 'json', 'csp'] as const;
export type Language = (typeof languages)[number];

/** Of frameworks: not run by themselves, so such a block has to be a part of a file that is. */
export const frameworkLanguages = ['tsx', 'vue', 'svelte'];

/**
 * Notes of a block, as comments of HTML right before it that a reader of the page does not see:
 *
 * - `<!-- not run: reason -->` why it cannot be run; the test has a list of these
 * - `<!-- before: code -->`, `<!-- after: code -->` what the text around it presupposes, and what
 *   has to hold after it
 * - `<!-- file: examples/x.js -->` it is a part of this file, which a test of its own runs
 * - `<!-- schema: name -->` what its JSON has to match
 */
const noteNames = ['not run', 'before', 'after', 'file', 'schema'] as const;
export type NoteName = (typeof noteNames)[number];

/** A fenced code block of a document. */
export interface Block {
  /** `docs/embedding.md:5`, the line of the fence. */
  place: string;
  file: string;
  language: string;
  code: string;
  notes: Partial<Record<NoteName, string>>;
}

const note = /<!--\s*([a-z][a-z ]*?):\s*([^]*?)\s*-->\s*/g;

/** The comments that end right before an offset. */
function notesBefore(text: string, offset: number): Block['notes'] {
  const [comments = ''] = /(?:<!--(?:(?!-->)[^])*-->\s*)*$/.exec(text.slice(0, offset)) ?? [];
  const notes: Block['notes'] = {};
  for (const [, name, value] of comments.matchAll(note)) {
    const known = noteNames.find((one) => one === name);
    if (known === undefined) throw new Error(`No note of a block is called "${String(name)}".`);
    notes[known] = value ?? '';
  }
  return notes;
}

/** Every fenced code block of a text in Markdown. */
export function blocksOf(file: string, text: string): Block[] {
  return [...text.matchAll(/^```(.*)\n([^]*?)^```$/gm)].map((fence) => {
    const [, language = '', code = ''] = fence;
    const line = text.slice(0, fence.index).split('\n').length;
    return {
      place: `${file}:${line}`,
      file,
      language,
      code,
      notes: notesBefore(text, fence.index),
    };
  });
}

/** The documents whose blocks are run. */
export const documents: readonly string[] = [
  'README.md',
  'README.zh-CN.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every block of the documents. */
export const allBlocks = (): Block[] => documents.flatMap((file) => blocksOf(file, textOf(file)));
