import * as xlsx from '@e965/xlsx';

/** A sheet as a test writes it; merges in the notation of a spreadsheet: `B3:C3`. */
export interface TestSheet {
  name: string;
  rows: string[][];
  merges?: string[];
}

/** The bytes of a workbook. */
export function workbook(sheets: TestSheet[], bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const book = xlsx.utils.book_new();
  for (const { name, rows, merges = [] } of sheets) {
    const sheet = xlsx.utils.aoa_to_sheet(rows.map((row) => row.map((cell) => cell || null)));
    sheet['!merges'] = merges.map((area) => xlsx.utils.decode_range(area));
    xlsx.utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(xlsx.write(book, { type: 'array', bookType }) as ArrayBuffer);
}
