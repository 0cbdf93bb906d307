import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CatalogExportQuery, CatalogItem, ExportFormat } from '@open-info/contract/catalog';
import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import type { FileAnswer } from '../http/route.ts';
import type { Service } from '../service.ts';
import { cellsOf, columnsOf, type Column } from './columns.ts';
import { safeCell } from './import/plain-cell.ts';
import { catalogReader } from './reader.ts';
import { shanghaiDate } from './selection.ts';
import type { WorkbookOrder } from './workbook-worker.ts';
import type { Frame } from './workbook.ts';

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
  // A line feed alone is no end of a row to the library, but it is to Excel.
  const options = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };
  const write = (rows: string[][]) => stringify(rows, options);
  yield `\ufeff${write([[...columns.map(({ heading }) => safeCell(heading)), '数据截至']])}`;
  let place = 0;
  for await (const list of slices(items)) {
    yield write(list.map((item) => [...cellsOf(columns, item, (place += 1)), note]));
  }
}

/** In a thread of its own: a large workbook takes seconds, in which the service goes on answering. */
async function* toWorkbook(cover: Cover, items: Items): AsyncGenerator<Uint8Array> {
  const file = import.meta.url.endsWith('.ts') ? './workbook-worker.ts' : './workbook-worker.js';
  const worker = new Worker(new URL(file, import.meta.url), { execArgv: [] });
  const tell = (order: WorkbookOrder) => {
    worker.postMessage(order);
  };
  const made = once(worker, 'message') as Promise<[Uint8Array]>;
  // Until it is awaited below, a failure of the thread must not count as unhandled.
  made.catch(() => undefined);
  try {
    const columns = columnsOf(cover.local);
    tell({ frame: frameOf(cover, columns) });
    let place = 0;
    for await (const list of slices(items)) {
      tell({ rows: list.map((item) => cellsOf(columns, item, (place += 1))) });
    }
    tell({ end: true });
    const [bytes] = await made;
    yield bytes;
  } finally {
    await worker.terminate();
  }
}

function frameOf({ title, asOf, updatedAt }: Cover, columns: Column[]): Frame {
  return {
    title,
    subtitle: `数据截至：${asOf}　数据更新于：${updatedAt}`,
    note: '说明：渠道中“■”为必选，“□”为可选。',
    columns: columns.map(({ group, heading, width }) => ({
      group,
      heading: safeCell(heading),
      width,
    })),
  };
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
