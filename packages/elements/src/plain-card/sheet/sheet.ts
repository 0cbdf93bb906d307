import type { PlainCard } from '@open-info/contract/cards';
import { countedItems, type CardWords } from '../card-words.ts';
import { widthOfText, wrap } from './wrap.ts';

/** Paper a card is made for, in points (1/72 inch). */
export const papers = {
  a5: { width: 420, height: 595, name: 'A5', largest: 11, smallest: 7 },
  a4: { width: 595, height: 842, name: 'A4', largest: 15, smallest: 9 },
} as const;

export type Paper = keyof typeof papers;

export interface SheetText {
  kind: 'text';
  x: number;
  /** Of the line the characters stand on. */
  y: number;
  size: number;
  bold: boolean;
  color: string;
  text: string;
}

export interface SheetBox {
  kind: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
  color: string;
}

/** A drawing in units of its own. */
export interface SheetPath {
  kind: 'path';
  x: number;
  y: number;
  scale: number;
  d: string;
}

export type SheetPiece = SheetText | SheetBox | SheetPath;

/** 明白卡 as drawn: one page, whatever it is drawn on. */
export interface Sheet {
  width: number;
  height: number;
  pieces: SheetPiece[];
}

/** A QR code: dark modules as a path, with its quiet zone. */
export interface SheetCode {
  side: number;
  path: string;
}

export interface SheetContent {
  card: PlainCard;
  words: CardWords;
  /** Absent where there is no address to lead to. */
  code: SheetCode | undefined;
}

const ink = '#1b2531';
const soft = '#4a5562';
const accent = '#13509b';
const alert = '#a8321f';
const leading = 1.45;

const sections = ['who', 'what', 'how'] as const;

/** How many items of each section there is room for. */
type Kept = Record<(typeof sections)[number], number>;

interface Setting {
  bold?: boolean;
  color?: string;
  /** Stands before the first line. */
  mark?: string;
  /** Where the lines begin, in em. */
  indent?: number;
  centred?: boolean;
}

/** Sets lines of text below each other. */
class Column {
  readonly pieces: SheetPiece[] = [];
  y: number;
  private readonly x: number;
  private readonly width: number;

  constructor(x: number, y: number, width: number) {
    this.x = x;
    this.y = y;
    this.width = width;
  }

  gap(height: number): void {
    this.y += height;
  }

  box(height: number, color: string, width = this.width): void {
    this.pieces.push({ kind: 'box', x: this.x, y: this.y, width, height, color });
    this.y += height;
  }

  text(text: string, size: number, setting: Setting = {}): void {
    const { bold = false, color = ink, mark = '', indent = 0, centred = false } = setting;
    const inside = indent * size;
    wrap(text, (this.width - inside) / size).forEach((line, index) => {
      const y = this.y + size * (leading / 2 + 0.36);
      const set = { kind: 'text', y, size, bold, color } as const;
      const shift = centred ? (this.width - widthOfText(line) * size) / 2 : inside;
      if (index === 0 && mark) this.pieces.push({ ...set, x: this.x, text: mark });
      this.pieces.push({ ...set, x: this.x + shift, text: line });
      this.y += size * leading;
    });
  }
}

/**
 * Lays a card out on exactly one page: in the largest type that fits, and where even the smallest does
 * not, with fewer items and a line that says how many more are in the policy itself.
 */
export function layOut(content: SheetContent, paper: Paper): Sheet {
  const { width, height, largest, smallest } = papers[paper];
  const { who, what, how } = content.card;
  const kept: Kept = { who: who.length, what: what.length, how: how.length };
  for (let size: number = largest; size > smallest; size -= 0.25) {
    const page = setPage(content, kept, paper, size);
    if (page.fits) return { width, height, pieces: page.pieces };
  }
  for (;;) {
    const page = setPage(content, kept, paper, smallest);
    const longest = sections.reduce((one, other) => (kept[other] > kept[one] ? other : one));
    if (page.fits || kept[longest] === 0) return { width, height, pieces: page.pieces };
    kept[longest] -= 1;
  }
}

function setPage(
  content: SheetContent,
  kept: Kept,
  paper: Paper,
  size: number,
): { pieces: SheetPiece[]; fits: boolean } {
  const { width, height } = papers[paper];
  const margin = width / 15;
  const inner = width - 2 * margin;
  const ground: SheetBox = { kind: 'box', x: 0, y: 0, width, height, color: '#fff' };
  const body = new Column(margin, margin, inner);
  setHead(body, content, size);
  for (const section of sections) setSection(body, content, section, kept[section], size);
  const foot = setFoot(content, { margin, inner, size });
  const top = height - margin - foot.height;
  const moved = foot.pieces.map((piece) => ({ ...piece, y: piece.y + top }));
  return { pieces: [ground, ...body.pieces, ...moved], fits: body.y <= top };
}

function setHead(body: Column, { card, words }: SheetContent, size: number): void {
  const { policy } = card;
  body.text(words.kicker, size, { bold: true, color: accent });
  body.gap(size * 0.3);
  body.box(size * 0.2, accent);
  body.gap(size * 0.6);
  body.text(card.title, size * 1.7, { bold: true });
  body.gap(size * 0.3);
  const named = words.policy(policy.title, policy.documentNumber);
  const inForce = policy.validity === 'inForce';
  body.text(inForce ? words.note(named, words.validity(policy.validity)) : named, size * 0.9, {
    color: soft,
  });
  if (!inForce) {
    body.gap(size * 0.2);
    body.text(words.standing(policy.validity), size, { bold: true, color: alert });
  }
}

function setSection(
  body: Column,
  { card, words }: SheetContent,
  section: (typeof sections)[number],
  kept: number,
  size: number,
): void {
  const items = card[section];
  if (items.length === 0) return;
  body.gap(size * 0.7);
  body.text(words.headings[section], size * 1.2, { bold: true, color: accent });
  const numbered = section === 'how';
  for (const { text, number } of countedItems(items).slice(0, kept)) {
    const mark = numbered ? `${number ?? ''}.` : '•';
    body.text(text, size, number === undefined ? {} : { mark, indent: numbered ? 1.6 : 1 });
    body.gap(size * 0.12);
  }
  if (kept < items.length) body.text(words.more(items.length - kept), size, { color: soft });
}

interface Foot {
  margin: number;
  inner: number;
  size: number;
}

/** Whom to ask, with the code beside it; set from 0, to be moved to the bottom of the page. */
function setFoot(
  { card, words, code }: SheetContent,
  { margin, inner, size }: Foot,
): { pieces: SheetPiece[]; height: number } {
  const side = code ? size * 8.5 : 0;
  const rule = new Column(margin, size * 0.8, inner);
  rule.box(size * 0.1, soft);
  const top = rule.y + size * 0.6;
  const text = new Column(margin, top, inner - side - (code ? size : 0));
  text.text(words.headings.ask, size * 1.2, { bold: true, color: accent });
  for (const line of words.askLines(card)) text.text(line, size);
  text.gap(size * 0.4);
  for (const line of words.originLines(card)) text.text(line, size * 0.8, { color: soft });
  const pieces = [...rule.pieces, ...text.pieces];
  if (!code) return { pieces, height: text.y };
  const x = margin + inner - side;
  const below = new Column(x, top + side, side);
  below.text(words.scan, size * 0.8, { color: soft, centred: true });
  const drawn: SheetPath = { kind: 'path', x, y: top, scale: side / code.side, d: code.path };
  return { pieces: [...pieces, drawn, ...below.pieces], height: Math.max(text.y, below.y) };
}
