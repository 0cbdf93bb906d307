import type { CatalogElement } from '@open-info/contract/catalog';
import { oneLine, type CatalogRow } from '../row.ts';

/** Where a row stands in its file. */
export interface Origin {
  /** Sheet of a workbook. */
  sheet?: string | undefined;
  /** Row as the spreadsheet numbers it; entry of a JSON list, from 1. */
  row: number;
}

export interface ReadRow {
  row: CatalogRow;
  origin: Origin;
}

/** A row that was not taken. */
export interface Refusal {
  origin: Origin;
  /** Name of the item, as far as the row states one. */
  name: string;
  /** Why, in Chinese: 缺少“公开时限”. */
  reason: string;
}

/** What was read out of a file. */
export interface ReadFile {
  rows: ReadRow[];
  refused: Refusal[];
  /** What the reader passed over and the person should know. */
  notes: string[];
  /** Title the file gives itself. */
  title?: string | undefined;
}

/** The elements as the heading of the official table names them (国办发〔2019〕54号). */
const elementNames: Readonly<Record<CatalogElement, string>> = {
  name: '公开事项',
  content: '公开内容',
  basis: '公开依据',
  timeLimit: '公开时限',
  subject: '公开主体',
  method: '公开方式',
  channel: '公开渠道和载体',
  audience: '公开对象',
};

/** Sorts a row into those that go in and those that lack something. */
export function take(into: ReadFile, row: CatalogRow, origin: Origin): void {
  const missing = [...(row.field === '' ? ['领域'] : []), ...missingElements(row)];
  if (missing.length === 0) into.rows.push({ row, origin });
  else {
    const name = oneLine(row.level3 || row.level2 || row.level1);
    const reason = `缺少${missing.map((element) => `“${element}”`).join('、')}`;
    into.refused.push({ origin, name, reason });
  }
}

function missingElements(row: CatalogRow): string[] {
  const empty: Record<CatalogElement, boolean> = {
    name: (row.level1 + row.level2 + row.level3).trim() === '',
    content: row.content.length === 0,
    basis: row.basis.length === 0,
    timeLimit: row.timeLimit.trim() === '',
    subject: row.subject.trim() === '',
    method: row.methods.length === 0,
    channel: row.channels.length === 0,
    audience: row.audiences.length === 0,
  };
  return (Object.keys(elementNames) as CatalogElement[])
    .filter((element) => empty[element])
    .map((element) => elementNames[element]);
}
