import { Parser } from 'htmlparser2';
import type { DropCount } from './dropped.ts';

/** Elements within one another: no writer makes more, and each costs the parser all those above. */
const deepest = 1_000;

type Attributes = Readonly<Record<string, string>>;

/** An element that is open. */
interface Open {
  /** Its name where it is one of the text; empty for drawings, formulas and the like. */
  name: string;
  start: number;
}

/**
 * Walks through a part of a Word document; names are those of its own main namespace. A part nested
 * without end is an error.
 */
class PartWalk {
  readonly open: Open[] = [];
  private readonly parser: Parser;
  private prefix: string | undefined;

  constructor(visitor: {
    enter: (name: string, value: string | undefined, attributes: Attributes) => void;
    text?: (text: string) => void;
    leave: (left: Open, end: number) => void;
  }) {
    this.parser = new Parser(
      {
        onopentag: (qualified, attributes) => {
          const name = this.ownName(qualified);
          visitor.enter(name, attributes[`${this.prefix ?? ''}val`], attributes);
          if (this.open.length === deepest) throw new Error('nested too deeply');
          this.open.push({ name, start: this.parser.startIndex });
        },
        ontext: (text) => visitor.text?.(text),
        onclosetag: () => {
          const left = this.open.pop();
          if (left) visitor.leave(left, this.parser.endIndex + 1);
        },
      },
      { xmlMode: true },
    );
  }

  read(xml: string): void {
    this.parser.end(xml);
  }

  /** The name of the element that is open so many levels up; 0 is the innermost. */
  above(levels: number): string | undefined {
    return this.open[this.open.length - 1 - levels]?.name;
  }

  /** Of the first element the prefix is learned: `w:` nearly always. */
  private ownName(qualified: string): string {
    const colon = qualified.indexOf(':') + 1;
    this.prefix ??= qualified.slice(0, colon);
    return qualified.startsWith(this.prefix) ? qualified.slice(this.prefix.length) : '';
  }
}

/** A switch without a value is on. */
const isOn = (value: string | undefined): boolean =>
  value === undefined || !['0', 'false', 'off'].includes(value);

const isVanish = (name: string): boolean => name === 'vanish' || name === 'specVanish';

/** Styles whose text is not shown (隐藏文字), by id, out of `word/styles.xml`. */
export function hiddenStyles(xml: string): Set<string> {
  const styles = new Map<string, { base?: string; vanish?: boolean }>();
  let id = '';
  const walk = new PartWalk({
    enter(name, value, attributes) {
      if (name === 'style') {
        id = Object.entries(attributes).find(([key]) => key.endsWith('styleId'))?.[1] ?? '';
        styles.set(id, {});
      }
      const style = styles.get(id);
      if (!style) return;
      if (name === 'basedOn' && value !== undefined) style.base = value;
      const isOfStyle = walk.above(0) === 'rPr' && walk.above(1) === 'style';
      if (isOfStyle && isVanish(name)) style.vanish = isOn(value);
    },
    leave() {
      return;
    },
  });
  walk.read(xml);
  const isHidden = (style: string | undefined, seen: ReadonlySet<string>): boolean => {
    const found = styles.get(style ?? '');
    if (!found || style === undefined || seen.has(style)) return false;
    return found.vanish ?? isHidden(found.base, new Set([...seen, style]));
  };
  return new Set([...styles.keys()].filter((style) => isHidden(style, new Set())));
}

/** A run of text while it is open. */
interface OpenRun {
  vanish?: boolean;
  style?: string;
  text: string;
  contents: [start: number, end: number][];
}

/** Fields begin in one run and end in another: one alone would leave the other open. */
const keptInRuns: readonly string[] = ['rPr', 'fldChar', 'instrText'];

/**
 * A part of a Word document without what its reader does not see: hidden text (隐藏文字). Deletions of
 * a revision (修订) and comments (批注) are counted; the reader of the document passes over them.
 *
 * @param hidden ids of styles whose text is not shown
 */
export function withoutUnseen(xml: string, hidden: ReadonlySet<string>, drops: DropCount): string {
  const cuts: [start: number, end: number][] = [];
  const paragraphs: { style?: string }[] = [];
  const rows: { hidden: boolean }[] = [];
  const runs: OpenRun[] = [];
  const deletions: string[] = [];
  const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];
  const isUnseen = ({ vanish, style = '' }: OpenRun): boolean =>
    rows.some((row) => row.hidden) ||
    (vanish ?? (hidden.has(style) || hidden.has(last(paragraphs)?.style ?? '')));
  const entering: Record<string, (value: string | undefined) => void> = {
    p: () => paragraphs.push({}),
    tr: () => rows.push({ hidden: false }),
    r: () => runs.push({ text: '', contents: [] }),
    del: () => deletions.push(''),
    commentReference: () => {
      drops.note('comment');
    },
  };
  const leaving: Record<string, () => void> = {
    p: () => paragraphs.pop(),
    tr: () => rows.pop(),
    r: () => {
      const run = runs.pop();
      if (!run || !isUnseen(run)) return;
      cuts.push(...run.contents);
      if (run.text.trim() !== '' && deletions.length === 0) drops.note('hidden', run.text);
    },
    del: () => {
      const text = deletions.pop() ?? '';
      if (text !== '' && deletions.length === 0) drops.note('deleted', text);
    },
  };
  const walk = new PartWalk({
    enter(name, value) {
      const parent = walk.above(0);
      const run = walk.above(1) === 'r' && parent === 'rPr' ? last(runs) : undefined;
      if (run && isVanish(name)) run.vanish = isOn(value);
      if (run && name === 'rStyle' && value !== undefined) run.style = value;
      const paragraph = last(paragraphs);
      if (paragraph && parent === 'pPr' && name === 'pStyle' && value !== undefined) {
        paragraph.style = value;
      }
      const row = last(rows);
      if (row && parent === 'trPr' && name === 'hidden') row.hidden = isOn(value);
      entering[name]?.(value);
    },
    text(text) {
      const name = walk.above(0);
      if (name !== 't' && name !== 'delText') return;
      const run = last(runs);
      if (run) run.text += text;
      const [deleted] = deletions;
      if (deleted !== undefined) deletions[0] = deleted + text;
    },
    leave({ name, start }, end) {
      if (walk.above(0) === 'r' && !keptInRuns.includes(name)) {
        last(runs)?.contents.push([start, end]);
      }
      leaving[name]?.();
    },
  });
  walk.read(xml);
  return without(xml, cuts);
}

/** A text without some of its parts; one within another goes with it. */
function without(text: string, cuts: [start: number, end: number][]): string {
  const kept: string[] = [];
  let place = 0;
  for (const [start, end] of cuts.sort(([a], [b]) => a - b)) {
    if (end <= place) continue;
    kept.push(text.slice(place, Math.max(place, start)));
    place = end;
  }
  return [...kept, text.slice(place)].join('');
}
