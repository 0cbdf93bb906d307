import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { StopError } from '../../stop.ts';
import { readJsonRows } from './json-rows.ts';
import type { ReadFile } from './rows.ts';
import { readTableRows, reportingUnitOf, type TableOptions } from './table-rows.ts';
import { decode, readCsv, readWorkbook, type Table } from './tables.ts';

export interface FileOptions extends TableOptions {
  /** Only this sheet of a workbook. */
  sheet?: string | undefined;
}

/** A larger file is refused: 200,000 items are about 100 MB as JSON. */
const maxBytes = { workbook: 60 * 1024 * 1024, text: 300 * 1024 * 1024 };

/**
 * Reads a catalog file by what it holds, not by what it is called: JSON, CSV, XLSX or XLS.
 *
 * @throws StopError when the file is missing, too large or no such file
 */
export async function readCatalogFile(path: string, options: FileOptions): Promise<ReadFile> {
  const bytes = await readBytes(path);
  const kind = kindOf(path, bytes);
  const size = kind === 'workbook' ? maxBytes.workbook : maxBytes.text;
  if (bytes.length > size) throw tooLarge(path, bytes.length, size);
  if (kind === 'json') return readJsonRows(parseJson(path, decode(bytes)));
  if (kind === 'csv') return readTables([readCsv(bytes)], options);
  return readTables(readWorkbook(bytes, options.sheet), options);
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes.text) throw tooLarge(path, size, maxBytes.text);
    return await readFile(path);
  } catch (error) {
    if (error instanceof StopError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const words = unreadable[code ?? ''] ?? { zh: '无法读取', en: 'cannot be read' };
    throw new StopError(
      { zh: `文件 ${path} ${words.zh}。`, en: `The file ${path} ${words.en}.` },
      error,
    );
  }
}

const unreadable: Readonly<Record<string, { zh: string; en: string }>> = {
  ENOENT: { zh: '不存在，请检查路径', en: 'does not exist; check its path' },
  EACCES: { zh: '没有读取权限', en: 'may not be read by this user' },
  EISDIR: { zh: '是文件夹，请指定一个文件', en: 'is a folder; name one file' },
};

function tooLarge(path: string, size: number, limit: number): StopError {
  const mb = (bytes: number) => String(Math.ceil(bytes / 1024 / 1024));
  return new StopError({
    zh: `文件 ${basename(path)} 有 ${mb(size)} MB，超过上限 ${mb(limit)} MB。请拆分后分别导入。`,
    en: `The file ${basename(path)} has ${mb(size)} MB; the limit is ${mb(limit)} MB. Split it and import the parts.`,
  });
}

function kindOf(path: string, bytes: Uint8Array): 'json' | 'csv' | 'workbook' {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const compound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (zip || compound) return 'workbook';
  const extension = extname(path).toLowerCase();
  if (extension === '.json') return 'json';
  const start = decode(bytes.subarray(0, 400)).trimStart();
  if (extension !== '.csv' && /^[[{]/.test(start)) return 'json';
  // Some portals hand out an HTML or XML table under the name .xls.
  return start.startsWith('<') ? 'workbook' : 'csv';
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new StopError(
      {
        zh: `文件 ${basename(path)} 不是正确的 JSON：${(error as Error).message}`,
        en: `The file ${basename(path)} is not valid JSON.`,
      },
      error,
    );
  }
}

function readTables(tables: Table[], options: FileOptions): ReadFile {
  const read: ReadFile = { rows: [], refused: [], notes: [] };
  const units = new Set(tables.flatMap((table) => reportingUnitOf(table) ?? []));
  // One unit on one sheet speaks for its whole workbook; two do not speak for a third.
  const reportingUnit = units.size === 1 ? [...units][0] : undefined;
  let headings = 0;
  for (const table of tables) {
    if (readTableRows(table, { ...options, reportingUnit }, read)) headings += 1;
    else if (table.cells.some((row) => row.some((cell) => cell.trim() !== ''))) {
      read.notes.push(`工作表“${table.sheet ?? ''}”没有目录表头，已跳过`);
    }
  }
  if (headings > 0) return read;
  throw new StopError({
    zh: '没有找到目录的表头。表头应有“公开事项”“公开内容”“公开依据”“公开时限”“公开主体”等列。',
    en: 'No heading of a catalog was found: expected columns such as 公开事项, 公开内容, 公开依据, 公开时限, 公开主体.',
  });
}
