import type { Block, Run } from '@open-info/contract/blocks';

/** Characters nobody sees: zero-width spaces, marks of direction, soft hyphens, controls. */
const unseen =
  /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\ufffe\uffff\ufff9-\ufffb]|[^\P{Cc}\t\n\f\r]|\p{Cs}/gu;

/** Joiners mean something in Mongolian, Arabic script and emoji, and nothing elsewhere. */
const strayJoiner =
  /(?<![\p{Script=Mongolian}\p{Script=Arabic}\p{Extended_Pictographic}\ufe0f])[\u200c\u200d]/gu;

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Text as it reads: what nobody sees is gone, white space is one space. A line break of the source
 * between Chinese characters is none; an ideographic space (第一章　总则) stays one.
 */
export function readableText(text: string): string {
  return text
    .replace(unseen, '')
    .replace(strayJoiner, '')
    .replace(/\s+/g, (space: string, at: number, whole: string) => {
      if (space.includes('\u3000')) return '\u3000';
      const isBroken = space.includes('\n') && !space.includes('\u00a0');
      const between = [whole.charAt(at - 1), whole.charAt(at + space.length)];
      return isBroken && between.every((character) => wide.test(character)) ? '' : ' ';
    });
}

const sameStyle = (a: Run, b: Run) => a.strong === b.strong && a.href === b.href;

/** Runs with readable text, trimmed around, neighbours of the same style as one. */
export function readableRuns(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of joined(runs)) {
    const last = kept[kept.length - 1];
    let text = readableText(run.text);
    if (!last || /\s$/.test(last.text)) text = text.trimStart();
    if (text !== '') kept.push({ ...run, text });
  }
  for (let last = kept.pop(); last; last = kept.pop()) {
    const text = last.text.trimEnd();
    if (text === '') continue;
    kept.push({ ...last, text });
    break;
  }
  return joined(kept);
}

/** Neighbours of the same style as one run. */
export function joined(runs: readonly Run[]): Run[] {
  const groups: { run: Run; texts: string[] }[] = [];
  for (const run of runs) {
    const last = groups[groups.length - 1];
    if (last && sameStyle(last.run, run)) last.texts.push(run.text);
    else groups.push({ run, texts: [run.text] });
  }
  return groups.map(({ run, texts }) => ({ ...run, text: texts.join('') }));
}

export const textOfRuns = (runs: readonly Run[] = []): string =>
  runs.map(({ text }) => text).join('');

export const withoutStrong = (runs: readonly Run[]): Run[] =>
  joined(runs.map(({ text, href }) => (href === undefined ? { text } : { text, href })));

/** Blocks inside a cell or an item as lines of runs; what cannot be text is handed back. */
export function asLines(blocks: readonly Block[]): { lines: Run[]; lifted: Block[] } {
  const lines: Run[][] = [];
  const lifted: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'figure' || block.kind === 'attachment') lifted.push(block);
    else lines.push(...linesOf(block));
  }
  return { lines: joinedBy(lines, '\n'), lifted };
}

function linesOf({ text, items, ordered, rows }: Block): Run[][] {
  const caption = text ? [text] : [];
  const listed = (items ?? []).map((item, place) => [
    { text: ordered === true ? `${String(place + 1)}. ` : '· ' },
    ...item,
  ]);
  const tabled = (rows ?? []).map((row) =>
    joinedBy(
      row.map((cell) => cell.text),
      ' ',
    ),
  );
  return [...caption, ...listed, ...tabled].filter((line) => textOfRuns(line).trim() !== '');
}

function joinedBy(lines: readonly Run[][], separator: string): Run[] {
  return joined(
    lines.flatMap((line, place) => (place === 0 ? line : [{ text: separator }, ...line])),
  );
}
