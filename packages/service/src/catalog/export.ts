import * as xlsx from '@e965/xlsx';
import type { CatalogExportQuery, CatalogItem, ExportFormat } from '@open-info/contract/catalog';
import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import type { FileAnswer } from '../http/route.ts';
import type { Service } from '../service.ts';
import { cellsOf, columnsOf, type Column } from './columns.ts';
import { safeCell } from './import/plain-cell.ts';
import { catalogReader } from './reader.ts';
import { shanghaiDate } from './selection.ts';

const contentTypes: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** So many items are written at a time. */
const slice = 200;

/** What a download says beside its items. */
interface Cover {
  title: string;
  /** The date the catalog is read for. */
  asOf: string;
  /** 数据截至. */
  updatedAt: string;
  /** Local headings. */
  local: string[];
}

type Items = AsyncIterable<CatalogItem>;

/**
 * The catalog, or the part a query is about, as a file in the official columns. JSON and CSV are
 * streamed; a workbook is a ZIP file and is made whole.
 *
 * @throws ProblemError `bad-query` before anything is written
 */
export async function exportCatalog(
  service: Service,
  query: CatalogExportQuery,
): Promise<FileAnswer> {
  const { format, ...filters } = query;
  const items = await started(withoutMadeLinks(service, catalogReader(service).items(filters)));
  const cover = await coverOf(service, query);
  const bodies: Record<ExportFormat, (cover: Cover, items: Items) => FileAnswer['body']> = {
    json: toJson,
    csv: toCsv,
    xlsx: toWorkbook,
  };
  return {
    contentType: contentTypes[format],
    fileName: `政务公开事项标准目录-${cover.asOf}.${format}`,
    body: bodies[format](cover, items),
  };
}

/** Takes the first item at once, so that a wrong query is refused before the answer begins. */
async function started(items: AsyncGenerator<CatalogItem>): Promise<Items> {
  const first = await items.next();
  return (async function* () {
    if (first.done === true) return;
    yield first.value;
    yield* items;
  })();
}

/** Links made from the setting are not the catalog's own and would come back as a change. */
async function* withoutMadeLinks(service: Service, items: Items): AsyncGenerator<CatalogItem> {
  const template = service.settings.itemUrl;
  for await (const item of items) {
    const made = template?.replaceAll('{id}', encodeURIComponent(item.id));
    if (made === undefined || item.url !== made) yield item;
    else {
      const own = { ...item };
      delete own.url;
      yield own;
    }
  }
}

async function coverOf(service: Service, query: CatalogExportQuery): Promise<Cover> {
  const district = await service.db
    .selectFrom('areas')
    .select('name')
    .where('level', '=', 'district')
    .executeTakeFirst();
  return {
    title: `${district?.name ?? ''}政务公开事项标准目录`,
    asOf: query.asOf ?? shanghaiDate(service.now()),
    updatedAt: service.published.updatedAt,
    local: query.format === 'json' ? [] : await localHeadings(service),
  };
}

async function localHeadings({ db }: Service): Promise<string[]> {
  const { rows } = await sql<{ heading: string }>`
    select distinct heading
    from catalog_revisions, jsonb_object_keys(item -> 'extensions') as heading
    where valid_to is null or valid_to > valid_from
    order by heading`.execute(db);
  return rows.map(({ heading }) => heading);
}

async function* toJson({ title, asOf, updatedAt }: Cover, items: Items): AsyncGenerator<string> {
  const head = JSON.stringify({ title, asOf, updatedAt });
  yield `${head.slice(0, -1)},"items":[`;
  let separator = '\n';
  for await (const list of slices(items)) {
    yield separator + list.map((item) => JSON.stringify(item)).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** With a byte order mark, without which Excel reads Chinese as GBK. */
async function* toCsv(cover: Cover, items: Items): AsyncGenerator<string> {
  const columns = columnsOf(cover.local);
  const note = safeCell(`${cover.asOf}（数据更新于 ${cover.updatedAt}）`);
  const write = (rows: string[][]) => stringify(rows, { record_delimiter: '\r\n' });
  yield `\ufeff${write([[...columns.map(({ heading }) => safeCell(heading)), '数据截至']])}`;
  let place = 0;
  for await (const list of slices(items)) {
    yield write(list.map((item) => [...cellsOf(columns, item, (place += 1)), note]));
  }
}

async function* toWorkbook(cover: Cover, items: Items): AsyncGenerator<Uint8Array> {
  const columns = columnsOf(cover.local);
  const rows: string[][] = [];
  for await (const item of items) rows.push(cellsOf(columns, item, rows.length + 1));
  yield workbookOf(cover, columns, rows);
}

const headingRows = 2;
const titleRows = 2;

/** Excel refuses a file with a longer text in a cell. */
const maxCell = 32_767;

function workbookOf(cover: Cover, columns: Column[], rows: string[][]): Uint8Array {
  const { title, asOf, updatedAt } = cover;
  const above = [[title], [`数据截至：${asOf}　数据更新于：${updatedAt}`]];
  const below = [['说明：渠道中“■”为必选，“□”为可选。']];
  const sheet: xlsx.WorkSheet = {
    '!data': cellsFrom([...above, ...headingOf(columns), ...rows, ...below]),
    '!ref': xlsx.utils.encode_range({
      s: { r: 0, c: 0 },
      e: { r: titleRows + headingRows + rows.length, c: columns.length - 1 },
    }),
    '!merges': mergesOf(columns),
    '!cols': columns.map(({ width }) => ({ wch: width })),
  };
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, '目录');
  book.Props = { Title: title };
  const options = { type: 'array', bookType: 'xlsx', compression: true } as const;
  return new Uint8Array(xlsx.write(book, options) as ArrayBuffer);
}

/** Cells of a row; the same text is the same cell, and an empty one is none, which saves much memory. */
function cellsFrom(rows: string[][]): xlsx.CellObject[][] {
  const known = new Map<string, xlsx.CellObject>();
  const cell = (text: string): xlsx.CellObject => {
    const found = known.get(text);
    if (found) return found;
    const v = text.length > maxCell ? `${text.slice(0, maxCell - 1)}…` : text;
    const made: xlsx.CellObject = { t: 's', v };
    known.set(text, made);
    return made;
  };
  return rows.map((row) => {
    const cells: xlsx.CellObject[] = [];
    row.forEach((text, index) => {
      if (text !== '') cells[index] = cell(text);
    });
    return cells;
  });
}

function headingOf(columns: Column[]): string[][] {
  return [
    columns.map(({ group, heading }) => group ?? safeCell(heading)),
    columns.map(({ group, heading }) => (group === undefined ? '' : heading)),
  ];
}

function mergesOf(columns: Column[]): xlsx.Range[] {
  const merges: xlsx.Range[] = [0, 1].map((row) => range(row, 0, row, columns.length - 1));
  columns.forEach(({ group }, index) => {
    if (group === undefined) merges.push(range(titleRows, index, titleRows + 1, index));
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

async function* slices(items: Items): AsyncGenerator<CatalogItem[]> {
  let list: CatalogItem[] = [];
  for await (const item of items) {
    list.push(item);
    if (list.length < slice) continue;
    yield list;
    list = [];
  }
  if (list.length > 0) yield list;
}
