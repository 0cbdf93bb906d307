import type { Block, Cell, Run } from '@open-info/contract/blocks';
import { appearanceOf, shownSize } from './appearance.ts';
import type { DropCount } from './dropped.ts';
import {
  bodyRank,
  endsOpen,
  fenceOf,
  inlineElements,
  isAttachmentPlace,
  leftOut,
  lineElements,
  voidElements,
} from './elements.ts';
import { isAttachmentName, type FileList } from './files.ts';
import { readLink } from './links.ts';
import { asLines, readableRuns, readableText, textOfRuns, withoutStrong } from './runs.ts';
import { asTable, type TableRow } from './tables.ts';
import type { Attributes, TagReader } from './tags.ts';

/** A block with where on the page it stood. */
export interface PlacedBlock {
  block: Block;
  /** Container of the text it stands in, 0 for none. */
  body: number;
  /** Stands where the page lists its 附件. */
  isAttached: boolean;
  /** Level of the heading element, 1 to 6. */
  heading?: number | undefined;
}

/** A container that may hold the text of the page. */
export interface BodyPlace {
  rank: number;
}

/** Takes the blocks of a part of the page: the page, a cell, an item. */
type Sink = (block: Block) => void;

interface OpenTable {
  rows: TableRow[];
  caption: Run[];
  /** Blocks that stand in the table, but in no cell. */
  beside: Block[];
}

/** An element that is open. */
interface Open {
  name: string;
  strong?: boolean | undefined;
  align?: 'start' | 'center' | 'end' | undefined;
  hidden?: boolean | undefined;
  link?: LinkRun | undefined;
  /** Done when it ends. */
  end?: (() => void) | undefined;
}

interface LinkRun {
  href?: string | undefined;
  /** Number of the file it offers. */
  file?: string | undefined;
}

/** A run with what an anchor around it leads to. */
type Piece = Run & { file?: string | undefined };

/** As deep as browsers nest, and more than any text: what is deeper adds its words only. */
const deepest = 128;
/** Tables in tables, and lists in lists, that are told apart. */
const deepestTable = 6;
const deepestList = 6;
/** More blocks, items and cells than any document has. */
const mostParts = 50_000;

const attachmentLead =
  /^[\s　]*(?:附\s?件|附|下载|相关附件)?[\s　\d一二三四五六七八九十、.．:：;；,，()（）]*$/;

/**
 * Reads the tags of a page into blocks as they come. Nothing recurses and nothing is searched
 * deeper than `deepest`, so time grows with the length of the page only.
 */
export class PageReader implements TagReader {
  readonly placed: PlacedBlock[] = [];
  readonly bodies: BodyPlace[] = [{ rank: 0 }];
  readonly metas: [name: string, content: string][] = [];
  /** `<title>`. */
  documentTitle = '';

  private readonly html: string;
  private readonly base: string | undefined;
  private readonly drops: DropCount;
  private readonly files: FileList;
  private lowered: string | undefined;
  private readonly lastClose = new Map<string, number>();

  private readonly opened: Open[] = [];
  /** How many of a name are open, and how many more were too deep to open. */
  private readonly openCount = new Map<string, number>();
  private readonly deepCount = new Map<string, number>();
  private skipped: { name: string; depth: number } | undefined;

  private line: Piece[] = [];
  /** Known until an element begins or ends. */
  private look: (LinkRun & { strong: boolean }) | undefined;
  private readonly sinks: Sink[] = [];
  private readonly tables: OpenTable[] = [];
  private lists = 0;
  private quotes = 0;
  private preformatted = 0;
  private hidden = 0;
  private attached = 0;
  private body = 0;
  private heading: number | undefined;
  private inTitle = false;
  private parts = 0;
  private isFull = false;
  private lastAdded: Block | undefined;

  constructor(html: string, base: string | undefined, drops: DropCount, files: FileList) {
    this.html = html;
    this.base = base;
    this.drops = drops;
    this.files = files;
    this.sinks.push((block) => {
      this.placed.push({
        block,
        body: this.body,
        isAttached: this.attached > 0,
        heading: block.kind === 'heading' ? this.heading : undefined,
      });
    });
  }

  /** Ends whatever is still open. */
  finish(): void {
    this.isFull = false;
    while (this.opened.length > 0) this.pop();
    this.breakLine();
  }

  handler(tag: string, name: string): void {
    if (this.isFull) return;
    this.drops.note('handler', `<${tag} ${name}>`);
  }

  text(text: string): void {
    if (this.isFull) return;
    if (this.inTitle) this.documentTitle += this.documentTitle.length < 1_000 ? text : '';
    if (this.skipped || this.inTitle) return;
    if (this.hidden > 0) {
      if (text.trim() !== '') this.drops.note('hidden', text);
      return;
    }
    if (this.preformatted === 0) {
      this.addText(text);
      return;
    }
    for (const [place, part] of text.split('\n').entries()) {
      if (place > 0) this.breakRow();
      this.addText(part);
    }
  }

  open(name: string, attributes: Attributes, position: number, closes: boolean): void {
    if (this.isFull) return;
    if (this.skipped) {
      if (name === this.skipped.name && !closes) this.skipped.depth += 1;
      return;
    }
    if (name === 'meta') this.noteMeta(attributes);
    if (leftOut.has(name)) {
      this.leaveOut(name, attributes, position, closes);
      return;
    }
    if (voidElements.has(name)) {
      this.readVoid(name, attributes);
      return;
    }
    this.endImplied(name);
    const isLine = lineElements.has(name) || /^h[1-6]$/.test(name);
    if (isLine) this.breakLine();
    if (closes && /[:-]/.test(name)) return;
    if (this.opened.length >= deepest) {
      bump(this.deepCount, name, 1);
      return;
    }
    this.push(name, attributes);
  }

  close(name: string): void {
    if (this.isFull) return;
    if (this.skipped) {
      if (name === this.skipped.name && (this.skipped.depth -= 1) === 0) this.skipped = undefined;
      return;
    }
    if (name === 'p' && !this.isOpen('p')) this.breakLine();
    if (name === 'br') this.breakRow();
    if ((this.deepCount.get(name) ?? 0) > 0) {
      bump(this.deepCount, name, -1);
      if (lineElements.has(name)) this.breakLine();
      return;
    }
    if (!this.isOpen(name)) return;
    if (inlineElements.has(name)) this.removeInline(name);
    else this.closeTo(new Set([name]), fenceOf(name));
  }

  // Elements

  private push(name: string, attributes: Attributes): void {
    const { strong, align, hidden } = appearanceOf(name, attributes);
    const entry: Open = { name, strong, align, hidden };
    if (hidden) this.hidden += 1;
    this.opened.push(entry);
    this.look = undefined;
    bump(this.openCount, name, 1);
    const leave = this.enter(name, attributes, entry);
    const leavePlace = this.enterPlace(name, attributes);
    const isLine = lineElements.has(name);
    entry.end = () => {
      if (isLine) this.breakLine();
      leavePlace?.();
      leave?.();
    };
  }

  /** What the kind of an element changes; the answer undoes it when the element ends. */
  private enter(name: string, attributes: Attributes, entry: Open): (() => void) | undefined {
    if (/^h[1-6]$/.test(name)) return this.enterHeading(Number(name.charAt(1)));
    if (name === 'a') {
      entry.link = this.linkOf(attributes.get('href'));
      return undefined;
    }
    if (name === 'table') return this.enterTable();
    if (name === 'td' || name === 'th') return this.enterCell(name, attributes);
    if (name === 'tr') {
      this.tables[this.tables.length - 1]?.rows.push({ cells: [], isHead: this.isOpen('thead') });
      return undefined;
    }
    if (name === 'caption') return this.enterCaption();
    if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') {
      return this.enterList(name === 'ol');
    }
    if (name === 'li') return this.enterItem();
    if (name === 'figcaption') return this.enterFigureCaption();
    if (name === 'title') {
      this.inTitle = true;
      return () => {
        this.inTitle = false;
      };
    }
    if (name === 'blockquote') {
      this.quotes += 1;
      return () => {
        this.quotes -= 1;
      };
    }
    if (name === 'pre' || name === 'xmp' || name === 'plaintext' || name === 'listing') {
      this.preformatted += 1;
      return () => {
        this.preformatted -= 1;
      };
    }
    if (name === 'form') this.drops.note('form', '<form>');
    return undefined;
  }

  /** Containers of the text, and of its 附件. */
  private enterPlace(name: string, attributes: Attributes): (() => void) | undefined {
    if (inlineElements.has(name)) return undefined;
    const [id, classes] = [attributes.get('id') ?? '', attributes.get('class') ?? ''];
    if (isAttachmentPlace(id, classes)) {
      this.breakLine();
      this.attached += 1;
      return () => {
        this.breakLine();
        this.attached -= 1;
      };
    }
    const rank = bodyRank(name, id, classes);
    const outer = this.body;
    if (rank <= (this.bodies[outer]?.rank ?? 0)) return undefined;
    this.breakLine();
    this.body = this.bodies.push({ rank }) - 1;
    // In a table for the layout of the page, its text goes straight to the page.
    this.sinks.push((block) => this.sinks[0]?.(block));
    return () => {
      this.leaveSink()();
      this.body = outer;
    };
  }

  private enterHeading(level: number): () => void {
    this.heading = level;
    return () => {
      this.breakLine();
      this.heading = undefined;
    };
  }

  private enterTable(): (() => void) | undefined {
    this.breakLine();
    if (this.tables.length >= deepestTable) return undefined;
    const table: OpenTable = { rows: [], caption: [], beside: [] };
    this.tables.push(table);
    this.sinks.push((block) => {
      table.beside.push(block);
    });
    return () => {
      this.breakLine();
      this.sinks.pop();
      this.tables.pop();
      for (const block of asTable(table)) this.add(block);
    };
  }

  private enterCell(name: string, attributes: Attributes): (() => void) | undefined {
    const table = this.tables[this.tables.length - 1];
    this.breakLine();
    if (!table) return undefined;
    this.countPart();
    if (table.rows.length === 0) table.rows.push({ cells: [], isHead: false });
    const blocks: Block[] = [];
    const cell: Omit<Cell, 'text'> = {
      header: name === 'th' || undefined,
      columns: spanOf(attributes.get('colspan')),
      rows: spanOf(attributes.get('rowspan')),
    };
    table.rows[table.rows.length - 1]?.cells.push({ cell, blocks });
    this.sinks.push((block) => blocks.push(block));
    return this.leaveSink();
  }

  private enterCaption(): (() => void) | undefined {
    const table = this.tables[this.tables.length - 1];
    this.breakLine();
    if (!table) return undefined;
    const blocks: Block[] = [];
    this.sinks.push((block) => blocks.push(block));
    return () => {
      this.leaveSink()();
      table.caption = asLines(blocks).lines;
    };
  }

  private enterList(ordered: boolean): (() => void) | undefined {
    this.breakLine();
    if (this.lists >= deepestList) return undefined;
    const items: Run[][] = [];
    const lifted: Block[] = [];
    this.lists += 1;
    this.sinks.push((block) => {
      const inside = asLines([block]);
      if (inside.lines.length > 0) items.push(inside.lines);
      lifted.push(...inside.lifted);
    });
    return () => {
      this.leaveSink()();
      this.lists -= 1;
      if (items.length > 0)
        this.add(ordered ? { kind: 'list', ordered, items } : { kind: 'list', items });
      for (const block of lifted) this.add(block);
    };
  }

  private enterItem(): (() => void) | undefined {
    this.breakLine();
    if (this.lists === 0) return undefined;
    const blocks: Block[] = [];
    this.sinks.push((block) => blocks.push(block));
    return () => {
      this.leaveSink()();
      const { lines, lifted } = asLines(blocks);
      if (lines.length > 0) this.sink({ kind: 'paragraph', text: lines });
      for (const block of lifted) this.sink(block);
    };
  }

  private enterFigureCaption(): () => void {
    const figure = this.lastAdded;
    const blocks: Block[] = [];
    this.sinks.push((block) => blocks.push(block));
    return () => {
      this.leaveSink()();
      const { lines } = asLines(blocks);
      if (figure?.kind === 'figure') figure.text = lines;
      else if (lines.length > 0) this.add({ kind: 'paragraph', text: lines });
    };
  }

  private leaveSink(): () => void {
    return () => {
      this.breakLine();
      this.sinks.pop();
    };
  }

  private readVoid(name: string, attributes: Attributes): void {
    if (name === 'br') this.breakRow();
    else if (name === 'hr') this.breakLine();
    else if (name === 'img' || name === 'image') this.readPicture(attributes);
  }

  /** Passes over an element with all that is in it; one that never ends holds nothing. */
  private leaveOut(name: string, attributes: Attributes, position: number, closes: boolean): void {
    const kind = leftOut.get(name);
    if (kind) {
      this.drops.note(kind, `<${name}> ${attributes.get('src') ?? attributes.get('href') ?? ''}`);
    }
    if (closes && !voidElements.has(name) && (name === 'svg' || name === 'math')) return;
    if (voidElements.has(name) || !this.closesAfter(name, position)) return;
    this.skipped = { name, depth: 1 };
  }

  private closesAfter(name: string, position: number): boolean {
    let last = this.lastClose.get(name);
    if (last === undefined) {
      this.lowered ??= this.html.toLowerCase();
      last = this.lowered.lastIndexOf(`</${name}`);
      this.lastClose.set(name, last);
    }
    return last >= position;
  }

  private noteMeta(attributes: Attributes): void {
    const name = attributes.get('name') ?? attributes.get('property');
    const content = readableText((attributes.get('content') ?? '').slice(0, 2_000)).trim();
    if (name === undefined || content === '' || this.metas.length >= 200) return;
    this.metas.push([name.trim().toLowerCase(), content]);
  }

  // The stack of open elements

  private isOpen(name: string): boolean {
    return (this.openCount.get(name) ?? 0) > 0;
  }

  private endImplied(name: string): void {
    const isLine = lineElements.has(name) || /^(?:h[1-6]|ul|ol|menu|dir|table)$/.test(name);
    if (isLine && this.isOpen('p')) this.closeTo(new Set(['p']), fenceOf('p'));
    const ended = endsOpen.get(name);
    if (ended && [...ended].some((one) => this.isOpen(one)))
      this.closeTo(ended, fenceOf(name), true);
  }

  /** Ends the innermost of the named elements with all in it, unless a fence stands before it. */
  private closeTo(names: ReadonlySet<string>, fence: ReadonlySet<string>, outermost = false): void {
    let place = -1;
    for (let at = this.opened.length - 1; at >= 0; at -= 1) {
      const name = this.opened[at]?.name ?? '';
      if (names.has(name)) {
        place = at;
        if (!outermost) break;
      } else if (fence.has(name)) break;
    }
    if (place < 0) return;
    while (this.opened.length > place) this.pop();
  }

  private pop(): void {
    const entry = this.opened[this.opened.length - 1];
    if (!entry) return;
    entry.end?.();
    this.forget(entry);
    this.opened.pop();
  }

  /** `<b><p>one</b> two</p>`: the paragraph goes on when the emphasis ends. */
  private removeInline(name: string): void {
    const fence = fenceOf(name);
    for (let at = this.opened.length - 1; at >= 0; at -= 1) {
      const entry = this.opened[at];
      if (!entry || fence.has(entry.name)) return;
      if (entry.name !== name) continue;
      entry.end?.();
      this.forget(entry);
      this.opened.splice(at, 1);
      return;
    }
  }

  private forget({ name, hidden }: Open): void {
    bump(this.openCount, name, -1);
    this.look = undefined;
    if (hidden === true) this.hidden -= 1;
  }

  private innermost<Key extends 'strong' | 'align' | 'link'>(key: Key): Open[Key] {
    for (let at = this.opened.length - 1; at >= 0; at -= 1) {
      const value = this.opened[at]?.[key];
      if (value !== undefined) return value;
    }
    return undefined;
  }

  // Text

  /** How text looks here, and where it leads. */
  private lookHere(): LinkRun & { strong: boolean } {
    return { strong: this.innermost('strong') === true, ...this.innermost('link') };
  }

  private addText(text: string): void {
    if (text === '') return;
    const { strong, href, file } = (this.look ??= this.lookHere());
    const last = this.line[this.line.length - 1];
    if (last && (last.strong ?? false) === strong && last.href === href && last.file === file) {
      last.text += text;
      return;
    }
    this.line.push({
      text,
      ...(strong ? { strong } : {}),
      ...(href === undefined ? {} : { href }),
      ...(file === undefined ? {} : { file }),
    });
  }

  /** `<br>`: portals part paragraphs by it; a heading goes on. */
  private breakRow(): void {
    if (this.skipped || this.inTitle) return;
    if (this.heading === undefined) this.breakLine();
    else this.addText(' ');
  }

  /** Ends the line and adds it as a block. */
  private breakLine(): void {
    const line = this.line;
    if (line.length === 0) return;
    this.line = [];
    const offered = filesOffered(line);
    if (offered) {
      for (const { file, text } of offered) this.add({ kind: 'attachment', file, text });
      return;
    }
    const text = readableRuns(line.map(({ file, ...run }) => run));
    if (text.length === 0) return;
    this.add(this.lineBlock(text));
  }

  private lineBlock(text: Run[]): Block {
    const align = this.innermost('align');
    const aligned = align === 'center' || align === 'end' ? { align } : {};
    if (this.heading !== undefined) {
      return { kind: 'heading', level: this.heading, text: withoutStrong(text), ...aligned };
    }
    return { kind: this.quotes > 0 ? 'quote' : 'paragraph', text, ...aligned };
  }

  private add(block: Block): void {
    this.countPart();
    this.lastAdded = block;
    this.sink(block);
  }

  private sink(block: Block): void {
    this.sinks[this.sinks.length - 1]?.(block);
  }

  /** Past the limit the rest of the page is not read, so that nothing goes on for long. */
  private countPart(): void {
    this.parts += 1;
    if (this.parts !== mostParts) return;
    this.drops.note('beyondLimit', `> ${String(mostParts)}`);
    this.isFull = true;
  }

  // Links and pictures

  private linkOf(raw: string | undefined): LinkRun {
    if (raw === undefined) return {};
    const link = readLink(raw, this.base);
    if ('refused' in link) {
      this.drops.note(link.refused, raw);
      return {};
    }
    if ('none' in link) return {};
    const { href, path } = link;
    if (!isAttachmentName(path ?? href ?? '')) {
      if (href === undefined) this.drops.note('unresolvedLink', raw);
      return { href };
    }
    return { href, file: this.files.add({ use: 'attachment', href, path }) };
  }

  private readPicture(attributes: Attributes): void {
    const source =
      attributes.get('data-src') ?? attributes.get('data-original') ?? attributes.get('src');
    if (source === undefined || this.hidden > 0) return;
    const { width = Infinity, height = Infinity } = shownSize(attributes);
    if (Math.min(width, height) <= 3) {
      this.drops.note('trackingPixel', source);
      return;
    }
    const alternative = describes(attributes.get('alt') ?? attributes.get('title') ?? '');
    const file = this.files.addPicture(source, this.base, this.drops);
    if (file === undefined && alternative === undefined) return;
    this.breakLine();
    this.add({
      kind: 'figure',
      ...(file === undefined ? {} : { file }),
      ...(alternative === undefined ? {} : { alternative }),
    });
  }
}

/** The files a line offers, where it offers files and says nothing else. */
function filesOffered(line: readonly Piece[]): { file: string; text: Run[] }[] | undefined {
  const offered = new Map<string, Piece[]>();
  for (const piece of line) {
    if (piece.file === undefined) {
      if (!attachmentLead.test(piece.text.slice(0, 40)) || piece.text.length > 40) return undefined;
    } else offered.set(piece.file, [...(offered.get(piece.file) ?? []), piece]);
  }
  if (offered.size === 0) return undefined;
  return [...offered].map(([file, pieces]) => ({
    file,
    text: readableRuns([{ text: textOfRuns(pieces) }]),
  }));
}

/** An alternative that says something: not the name of the file, as editors fill it in. */
function describes(alternative: string): string | undefined {
  const text = readableText(alternative.slice(0, 2_000)).trim();
  return text === '' || /^[\w().-]+$/.test(text) || /\.(?:jpe?g|png|gif|webp|bmp)$/i.test(text)
    ? undefined
    : text;
}

function spanOf(text: string | undefined): number | undefined {
  const span = Number.parseInt(text ?? '', 10);
  return span > 1 ? Math.min(span, 1_000) : undefined;
}

function bump(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}
