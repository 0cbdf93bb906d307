import { oneLine } from '../row.ts';
import { kindOf, subheadings, type ColumnKind } from './headings.ts';
import { plainCell } from './plain-cell.ts';
import type { Table } from './tables.ts';

/** A column with the heading it stands under. */
export interface Column {
  index: number;
  kind: ColumnKind | undefined;
  /** Heading as printed, parts of a heading of several rows joined by /. */
  heading: string;
  /** Under 公开渠道和载体: the channel this column ticks. */
  channel?: string | undefined;
}

export interface Heading {
  /** First and last row of the heading. */
  top: number;
  bottom: number;
  columns: Column[];
}

const searchedRows = 40;
const leastKnown = 3;

/** Finds the heading of a table below its title lines; `undefined` when the sheet has none. */
export function findHeading(table: Table): Heading | undefined {
  for (let row = 0; row < Math.min(table.cells.length, searchedRows); row += 1) {
    if (knownIn(table.cells[row] ?? []) < leastKnown) continue;
    const bottom = bottomOf(table, row);
    return { top: row, bottom, columns: columnsOf(table, row, bottom) };
  }
  return undefined;
}

/** True for a heading printed again, as on every page of a long table. */
export function isHeading(row: string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  return knownIn(row) >= leastKnown && filled.every((cell) => kindOf(cell) !== undefined);
}

function knownIn(row: string[]): number {
  return new Set(row.flatMap((cell) => kindOf(cell) ?? [])).size;
}

function bottomOf(table: Table, top: number): number {
  let bottom = top;
  for (const merge of table.merges) {
    if (merge.top === top) bottom = Math.max(bottom, Math.min(merge.bottom, top + 3));
  }
  while (bottom < top + 3 && isSubheading(table, top, bottom + 1)) bottom += 1;
  return bottom;
}

/** A row with nothing but parts of headings: 全社会, 特定群体, 主动… or the names of channels. */
function isSubheading(table: Table, top: number, row: number): boolean {
  const cells = table.cells[row] ?? [];
  const parents = spread(table, top);
  const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ cell, index }]));
  const known = filled.filter(({ cell }) => {
    const kind = kindOf(cell);
    return kind !== undefined && subheadings.has(kind);
  });
  const strange = filled.filter(({ cell, index }) => {
    return kindOf(cell) === undefined && kindOf(parents[index] ?? '') !== 'channel';
  });
  return known.length >= 2 && strange.length === 0;
}

function columnsOf(table: Table, top: number, bottom: number): Column[] {
  const rows: string[][] = [];
  for (let row = top; row <= bottom; row += 1) rows.push(spread(table, row, row < bottom));
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, index) =>
    columnOf(index, [
      ...new Set(rows.map((row) => oneLine(plainCell(row[index] ?? ''))).filter(Boolean)),
    ]),
  );
}

function columnOf(index: number, path: string[]): Column {
  const heading = path.join('/');
  const own = path.at(-1) ?? '';
  const kind = [...path]
    .reverse()
    .map(kindOf)
    .find((found) => found !== undefined);
  if (kind === 'channel' && path.length > 1 && kindOf(own) === undefined) {
    return { index, kind, heading, channel: own };
  }
  return { index, kind, heading };
}

/**
 * A row of a heading with the text of merged cells in each of their cells. A CSV file has lost the
 * merges: there an empty cell over a subheading belongs to the heading on its left.
 */
function spread(table: Table, row: number, parent = true): string[] {
  const cells: (string | undefined)[] = [...(table.cells[row] ?? [])];
  for (const { top, left, bottom, right } of table.merges) {
    if (row < top || row > bottom) continue;
    const text = table.cells[top]?.[left] ?? '';
    for (let column = left; column <= right; column += 1) cells[column] = text;
  }
  if (parent && table.merges.length === 0) spreadRight(cells, table.cells[row + 1] ?? []);
  return Array.from(cells, (cell) => cell ?? '');
}

function spreadRight(cells: (string | undefined)[], below: string[]): void {
  for (let column = 1; column < below.length; column += 1) {
    const empty = (cells[column] ?? '').trim() === '';
    if (empty && (below[column] ?? '').trim() !== '') cells[column] = cells[column - 1] ?? '';
  }
}
