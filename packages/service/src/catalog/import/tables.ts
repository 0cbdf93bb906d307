import { parse } from 'csv-parse/sync';
import * as xlsx from '@e965/xlsx';
import { StopError } from '../../stop.ts';

/** A sheet of a workbook, or a CSV file, as text. */
export interface Table {
  /** Name of the sheet; absent for CSV. */
  sheet?: string | undefined;
  /** Cells by row and column; a merged cell holds its text in its first cell only. */
  cells: string[][];
  merges: Merge[];
  /** Row number, as the spreadsheet shows it, of `cells[0]`. */
  firstRow: number;
}

/** A merged area, first and last row and column, all included, from 0. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A workbook that unpacks to more than this is refused: it is no catalog, or it is an attack. */
const maxUnpacked = 600 * 1024 * 1024;

/**
 * The sheets of an XLSX or XLS workbook.
 *
 * @param only name of one sheet
 * @throws StopError when it cannot be read or has no such sheet
 */
export function readWorkbook(bytes: Uint8Array, only: string | undefined): Table[] {
  refuseBombs(bytes);
  const book = openWorkbook(bytes);
  const names = book.SheetNames;
  if (only !== undefined && !names.includes(only)) {
    throw new StopError({
      zh: `工作簿中没有名为“${only}”的工作表。现有工作表：${names.join('、')}。`,
      en: `The workbook has no sheet "${only}". Its sheets: ${names.join(', ')}.`,
    });
  }
  return names
    .filter((name) => only === undefined || name === only)
    .flatMap((name) => {
      const sheet = book.Sheets[name];
      return sheet ? [tableOf(name, sheet)] : [];
    });
}

function openWorkbook(bytes: Uint8Array): xlsx.WorkBook {
  try {
    return xlsx.read(bytes, { type: 'array', dense: true, cellFormula: false, cellHTML: false });
  } catch (error) {
    const locked = error instanceof Error && /password/i.test(error.message);
    throw new StopError(
      locked
        ? {
            zh: '工作簿设有打开密码，无法读取。请取消密码后再导入。',
            en: 'The workbook is protected by a password. Remove it and import again.',
          }
        : {
            zh: '文件不是能读取的 XLSX 或 XLS 工作簿，可能已损坏。请在表格软件中另存为 .xlsx 后再导入。',
            en: 'The file is not a readable XLSX or XLS workbook. Save it as .xlsx and import again.',
          },
      error,
    );
  }
}

/** Adds up the unpacked sizes in the directory of a ZIP file before anything is unpacked. */
function refuseBombs(bytes: Uint8Array): void {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let unpacked = 0;
  for (let at = 0; at + 46 <= bytes.length; at += 1) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== 0x02014b50) continue;
    unpacked += view.getUint32(at + 24, true);
  }
  if (unpacked <= maxUnpacked) return;
  throw new StopError({
    zh: `工作簿解压后超过 ${String(maxUnpacked / 1024 / 1024)} MB，不予读取。请拆分后分别导入。`,
    en: `The workbook unpacks to more than ${String(maxUnpacked / 1024 / 1024)} MB. Split it and import the parts.`,
  });
}

function tableOf(name: string, sheet: xlsx.WorkSheet): Table {
  const data = (sheet['!data'] ?? []) as ((xlsx.CellObject | undefined)[] | undefined)[];
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  // Rows and cells that were never written are holes in the sheet.
  const cells = Array.from(data, (row) => Array.from(row ?? [], textOf));
  return { sheet: name, cells, merges, firstRow: 1 };
}

function textOf(cell: xlsx.CellObject | undefined): string {
  if (cell?.v === undefined || cell.t === 'e' || cell.t === 'z') return '';
  return cell.t === 's' ? String(cell.v) : (cell.w ?? String(cell.v));
}

/**
 * A CSV file in UTF-8, UTF-16 or GB18030, between commas, semicolons or tabs.
 *
 * @throws StopError when the quotes do not pair
 */
export function readCsv(bytes: Uint8Array): Table {
  const text = decode(bytes);
  try {
    const cells = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
    return { cells: cells, merges: [], firstRow: 1 };
  } catch (error) {
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new StopError(
      {
        zh: `CSV 文件第 ${line} 行附近的引号不成对，无法读取。请检查该处的双引号。`,
        en: `The quotes of the CSV file do not pair near line ${line}.`,
      },
      error,
    );
  }
}

/** Text of a file: by its byte order mark, else UTF-8 if it is valid, else GB18030. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The sign that the first lines use most, outside quotes. */
function delimiterOf(text: string): string {
  const counts = new Map([
    [',', 0],
    ['\t', 0],
    [';', 0],
  ]);
  let quoted = false;
  for (const character of text.slice(0, 20_000)) {
    if (character === '"') quoted = !quoted;
    const count = counts.get(character);
    if (!quoted && count !== undefined) counts.set(character, count + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}
