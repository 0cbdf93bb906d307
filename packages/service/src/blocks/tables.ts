import type { Block, Cell, Run } from '@open-info/contract/blocks';
import { asLines, joined, withoutStrong } from './runs.ts';

/** A row as it was read. */
export interface TableRow {
  cells: { cell: Omit<Cell, 'text'>; blocks: Block[] }[];
  /** Stands in `<thead>`. */
  isHead: boolean;
}

export interface ReadTable {
  rows: TableRow[];
  caption: Run[];
  /** Blocks in the table, but in no cell: browsers show them before it. */
  beside: Block[];
}

/**
 * A table as blocks: what stands beside its cells, the table, and the pictures and files of its
 * cells, which a cell of text cannot hold. A table that only lays out a page becomes what is in it.
 */
export function asTable({ rows, caption, beside }: ReadTable): Block[] {
  const filled = withoutEmptyRows(rows);
  const isLayout = filled.every(({ cells }) => holding(cells).length <= 1);
  if (isLayout) {
    const heading: Block[] = caption.length > 0 ? [{ kind: 'paragraph', text: caption }] : [];
    return [
      ...beside,
      ...heading,
      ...filled.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks)),
    ];
  }
  const lifted: Block[] = [];
  const table = filled.map(({ cells, isHead }, place) =>
    cells.map(({ cell, blocks }): Cell => {
      const inside = asLines(blocks);
      lifted.push(...inside.lifted);
      const header = cell.header === true || isHead;
      return {
        text: header ? withoutStrong(inside.lines) : inside.lines,
        ...(header ? { header } : {}),
        ...(cell.columns === undefined ? {} : { columns: cell.columns }),
        ...rowsWithin(cell.rows, filled.length - place),
      };
    }),
  );
  markHeading(table);
  const block: Block = { kind: 'table', rows: table };
  return [...beside, caption.length > 0 ? { ...block, text: joined(caption) } : block, ...lifted];
}

/** A cell that reaches down counts rows, empty ones too. */
function withoutEmptyRows(rows: readonly TableRow[]): TableRow[] {
  const hasSpans = rows.some(({ cells }) => cells.some(({ cell }) => cell.rows !== undefined));
  return rows.filter(({ cells }) => (hasSpans ? cells.length > 0 : holding(cells).length > 0));
}

const holding = (cells: TableRow['cells']) => cells.filter(({ blocks }) => blocks.length > 0);

/** A cell reaches no further down than the table. */
function rowsWithin(rows: number | undefined, left: number): Pick<Cell, 'rows'> {
  const span = Math.min(rows ?? 1, left);
  return span > 1 ? { rows: span } : {};
}

/** Editors mark the heading of a table by bold type only. */
function markHeading(rows: Cell[][]): void {
  const [first = []] = rows;
  if (rows.length < 2 || rows.some((row) => row.some(({ header }) => header))) return;
  const filled = first.filter(({ text }) => text.length > 0);
  if (filled.length < 2 || !filled.every(({ text }) => text.every(({ strong }) => strong))) return;
  for (const cell of first) {
    cell.header = true;
    cell.text = withoutStrong(cell.text);
  }
}
