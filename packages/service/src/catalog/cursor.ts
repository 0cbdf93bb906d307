import { createHash } from 'node:crypto';
import { ProblemError } from '../http/problem.ts';

/**
 * The order a page is read in, and so what its cursor holds.
 * `catalog`, `updated`, `name`: as the sorts of the contract. `score`: a search with up to 1,000
 * hits, best first. `named`: a search with more, items whose name holds every word first.
 */
export const orders = ['catalog', 'updated', 'name', 'score', 'named'] as const;
export type Order = (typeof orders)[number];

/** The last row of a page: the next page begins after it. */
export interface Position {
  /**
   * What the order sorts by before the place: nothing for `catalog`, the date for `updated`,
   * `name_sort` for `name`, the score, or 1 (named) and 0.
   */
  lead: string | number;
  place: number;
  itemId: string;
}

/** What a cursor of the list says. */
export interface Cursor {
  order: Order;
  /** The date the first page was read for, so that a list read over midnight stays one list. */
  asOf: string;
  after: Position;
}

/** Shortens what a list was limited by, so that a cursor is refused by any other list. */
export function fingerprint(limits: unknown): string {
  return createHash('sha256').update(JSON.stringify(limits)).digest('base64url').slice(0, 8);
}

/** An opaque text for the parts of a cursor. */
export function encode(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * The parts of a cursor.
 *
 * @throws ProblemError `bad-cursor` when it is not one of ours
 */
export function decode(cursor: string, length: number): (string | number)[] {
  const parts = parse(cursor);
  const isParts =
    Array.isArray(parts) &&
    parts.length === length &&
    parts.every((part) => typeof part === 'string' || Number.isSafeInteger(part));
  if (!isParts) throw badCursor();
  return parts as (string | number)[];
}

function parse(cursor: string): unknown {
  if (!/^[\w-]+$/.test(cursor)) return undefined;
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

export function encodeCursor({ order, asOf, after }: Cursor, print: string): string {
  return encode([order, print, asOf, after.lead, after.place, after.itemId]);
}

/**
 * Reads a cursor of the list.
 *
 * @param print {@link fingerprint} of the list that is asked for
 * @throws ProblemError `bad-cursor` when it was not given out for this list
 */
export function decodeCursor(cursor: string, print: string): Cursor {
  const [order, itsPrint, asOf, lead, place, itemId] = decode(cursor, 6);
  const known = orders.find((name) => name === order);
  const isSound =
    known !== undefined &&
    itsPrint === print &&
    isDate(asOf) &&
    isLead(known, lead) &&
    isInt4(place) &&
    typeof itemId === 'string';
  if (!isSound || lead === undefined) throw badCursor();
  return { order: known, asOf, after: { lead, place, itemId } };
}

/** A real day: what only looks like one would fail in the database. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

export function isDate(value: unknown): value is string {
  return typeof value === 'string' && isDay(value);
}

export function isInt4(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
}

function isLead(order: Order, lead: unknown): boolean {
  if (order === 'updated') return isDate(lead);
  if (order === 'name') return typeof lead === 'string';
  return isInt4(lead);
}

export function badCursor(): ProblemError {
  return new ProblemError('bad-cursor', {
    detail: {
      zh: '翻页标记（cursor）无效，或不属于这组筛选条件。请去掉 cursor，从第一页重新读取。',
      en: 'This cursor is not valid, or belongs to a list with other filters or another sort. Leave `cursor` out to begin with the first page.',
    },
    errors: [
      {
        field: 'cursor',
        message: { zh: '不是这个列表给出的翻页标记', en: 'was not given out by this list' },
        expected: {
          zh: '上一页回答中的 next，筛选条件和排序不变',
          en: 'the `next` of the page before, with the same filters and sort',
        },
      },
    ],
  });
}
