import * as xlsx from '@e965/xlsx';

/** A column as the workbook prints it. */
export interface PrintedColumn {
  /** Heading over several columns. */
  group?: string | undefined;
  heading: string;
  /** Width in characters. */
  width: number;
}

/** What stands around the rows of a workbook. */
export interface Frame {
  title: string;
  /** Line below the title. */
  subtitle: string;
  /** Line below the table. */
  note: string;
  columns: PrintedColumn[];
}

/** Rows of the title and of the heading. */
const titleRows = 2;
const headingRows = 2;

/** Excel refuses a file with a longer text in a cell. */
const maxCell = 32_767;

/** Sets a table row by row; every cell is text, and a text that occurs again is kept once. */
export class Workbook {
  private readonly frame: Frame;
  private readonly cells: xlsx.CellObject[][] = [];
  private readonly known = new Map<string, xlsx.CellObject>();

  constructor(frame: Frame) {
    this.frame = frame;
    const { title, subtitle, columns } = frame;
    this.add([
      [title],
      [subtitle],
      columns.map(({ group, heading }) => group ?? heading),
      columns.map(({ group, heading }) => (group === undefined ? '' : heading)),
    ]);
  }

  add(rows: string[][]): void {
    for (const row of rows) {
      const cells: xlsx.CellObject[] = [];
      // An empty cell is none: most of a ticked table is empty.
      for (const [index, text] of row.entries()) if (text !== '') cells[index] = this.cell(text);
      this.cells.push(cells);
    }
  }

  /** The XLSX file. */
  bytes(): Uint8Array<ArrayBuffer> {
    const { title, note, columns } = this.frame;
    this.add([[note]]);
    const sheet: xlsx.WorkSheet = {
      '!data': this.cells,
      '!ref': xlsx.utils.encode_range(range(0, 0, this.cells.length - 1, columns.length - 1)),
      '!merges': mergesOf(columns),
      '!cols': columns.map(({ width }) => ({ wch: width })),
    };
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, sheet, '目录');
    book.Props = { Title: title };
    const options = { type: 'array', bookType: 'xlsx', compression: true } as const;
    return new Uint8Array(xlsx.write(book, options) as ArrayBuffer);
  }

  private cell(text: string): xlsx.CellObject {
    const found = this.known.get(text);
    if (found) return found;
    const v = text.length > maxCell ? `${text.slice(0, maxCell - 1)}…` : text;
    const made: xlsx.CellObject = { t: 's', v };
    this.known.set(text, made);
    return made;
  }
}

function mergesOf(columns: PrintedColumn[]): xlsx.Range[] {
  const last = columns.length - 1;
  const merges = [range(0, 0, 0, last), range(1, 0, 1, last)];
  columns.forEach(({ group }, index) => {
    const bottom = titleRows + headingRows - 1;
    if (group === undefined) merges.push(range(titleRows, index, bottom, index));
    else if (columns[index - 1]?.group !== group) {
      const width = columns.slice(index).findIndex((column) => column.group !== group);
      merges.push(range(titleRows, index, titleRows, index + width - 1));
    }
  });
  return merges;
}

function range(top: number, left: number, bottom: number, right: number): xlsx.Range {
  return { s: { r: top, c: left }, e: { r: bottom, c: right } };
}
