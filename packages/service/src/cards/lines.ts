import { textOfBlocks, type Block, type Cell } from '@open-info/contract/blocks';

const textOf = ({ text }: Cell): string =>
  text
    .map((run) => run.text)
    .join('')
    .trim();

/** A table as a full grid: what spans rows or columns stands in each of them. */
function gridOf(rows: readonly Cell[][]): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row) {
      while (grid[y]?.[x]) x += 1;
      const { columns = 1, rows: height = 1 } = cell;
      for (const line of grid.slice(y, y + height)) {
        for (let i = 0; i < columns; i += 1) line[x + i] = cell;
      }
      x += columns;
    }
  }
  return grid;
}

/** A row by its headings: 低保家庭：轻度失能 300，中度失能 600. */
function linesOfTable({ rows = [], text = [] }: Block): string[] {
  const [head = [], ...body] = gridOf(rows);
  const caption = text
    .map((run) => run.text)
    .join('')
    .trim();
  const lead = caption === '' ? [] : [`${caption.replace(/[：:]$/, '')}：`];
  if (!head.every((cell) => cell.header === true) || head.length < 2) {
    return [...lead, ...[head, ...body].map((row) => row.map(textOf).join('，'))];
  }
  const lines = body.map(([label, ...cells]) => {
    const said = cells.map((cell, i) => `${textOf(head[i + 1] ?? cell)} ${textOf(cell)}`);
    return `${label ? textOf(label) : ''}：${said.join('，')}`;
  });
  return [...lead, ...lines];
}

/** What blocks say in lines of plain text, a line for each point, item and row of a table. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks
    .flatMap((block) =>
      block.kind === 'table' ? linesOfTable(block) : textOfBlocks([block]).split('\n'),
    )
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
