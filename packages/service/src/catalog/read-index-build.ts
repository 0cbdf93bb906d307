import { catalogFilters, type CatalogFilter } from '@open-info/contract/catalog';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { CatalogRevisionsTable, Tables } from '../database/tables.ts';
import {
  byCodePoint,
  ReadIndex,
  type Column,
  type Lines,
  type Names,
  type Packed,
  type Windows,
} from './read-index.ts';
import { nameRank, rankSeparator, type StoredItem } from './search-text.ts';
import { toSummary } from './store.ts';
import {
  int32List,
  Slices,
  sortInSlices,
  uint16List,
  uint32List,
  uint8List,
  type Rows,
} from './typed-list.ts';

/** Thrown when the data changed while it was read: the index would be of no single version. */
export class OutdatedError extends Error {
  override name = 'OutdatedError';
}

/** So many rows are asked for at once: a few milliseconds of work each time. */
const slice = 200;

/** A revision as the index reads it; the item holds what a summary needs. */
type Revision = Omit<
  Selectable<CatalogRevisionsTable>,
  'changed' | 'valid_to' | 'item' | 'name_text' | 'name_grams' | 'grams'
> & { item: StoredItem };

/**
 * Builds the read index from SQL in slices: no stretch of work keeps a request waiting for more
 * than about 10 ms.
 *
 * @param today the date it is built for
 * @param isCurrent whether the data version it began with still is the newest
 * @throws OutdatedError when the data changed meanwhile
 */
export async function buildReadIndex(
  db: Kysely<Tables>,
  options: { today: string; itemUrl: string | undefined; isCurrent: () => boolean },
): Promise<ReadIndex> {
  const { today, itemUrl, isCurrent } = options;
  const dataVersion = await readVersion(db);
  const period = await readPeriod(db, today);
  const slices = new Slices();
  const builder = new Builder(itemUrl);
  let last: Revision | undefined;
  for (;;) {
    const rows = await readSlice(db, today, last);
    if (!isCurrent()) throw new OutdatedError();
    await slices.rest();
    for (const row of rows) {
      builder.add(row);
      if (slices.due) await slices.rest();
    }
    builder.endBlock();
    last = rows.at(-1);
    if (rows.length < slice) break;
  }
  if ((await readVersion(db)) !== dataVersion) throw new OutdatedError();
  return builder.finish({ dataVersion, ...period }, slices);
}

async function readVersion(db: Kysely<Tables>): Promise<number> {
  const row = await db.selectFrom('published').select('data_version').executeTakeFirstOrThrow();
  return row.data_version;
}

/** The days around a date between which the catalog does not change by itself. */
async function readPeriod(
  db: Kysely<Tables>,
  today: string,
): Promise<{ from: string; until: string }> {
  const { rows } = await sql<{ from: string | null; until: string | null }>`
    select max(day) filter (where day <= ${today}::date)::text as from,
           min(day) filter (where day > ${today}::date)::text as until
    from (
      select valid_from as day from catalog_revisions
      union select valid_to from catalog_revisions
    ) as days`.execute(db);
  return { from: rows[0]?.from ?? '0000-01-01', until: rows[0]?.until ?? '9999-12-31' };
}

async function readSlice(
  db: Kysely<Tables>,
  today: string,
  last: Revision | undefined,
): Promise<Revision[]> {
  const { rows } = await sql<Revision>`
    select revision, item_id, version_id, reason, valid_from, place, name_sort, name, field_id,
      level1, organs, areas, audiences, methods, channels, tiers, search_text,
      item - array['content', 'basis', 'channels', 'provenance', 'extensions'] as item
    from catalog_revisions
    where valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)
      and reason <> 'removed'
      and (place, item_id) > (${last?.place ?? -(2 ** 31)}::int4, ${last?.item_id ?? ''}::text)
    order by place, item_id limit ${slice}`.execute(db);
  return rows;
}

/** Numbers for texts, in the order they come. */
class Numbering {
  readonly texts: string[] = [];
  readonly numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

class ColumnBuilder {
  private readonly values = new Numbering();
  private readonly starts = uint32List();
  private readonly numbers = uint32List();

  add(values: readonly string[]): void {
    this.starts.push(this.numbers.length);
    for (const value of values) this.numbers.push(this.values.of(value));
  }

  finish(): Column {
    this.starts.push(this.numbers.length);
    return {
      values: this.values.texts,
      numbers: this.values.numbers,
      items: { starts: this.starts.toArray(), values: this.numbers.toArray() },
    };
  }
}

class PackedBuilder {
  private readonly blocks: Buffer[] = [];
  private readonly starts = uint32List();
  private open: Buffer[] = [];
  private length = 0;

  add(text: string): void {
    this.starts.push(this.length);
    const bytes = Buffer.from(text, 'utf8');
    this.open.push(bytes);
    this.length += bytes.length;
  }

  endBlock(): void {
    if (this.open.length === 0) return;
    this.blocks.push(Buffer.concat(this.open));
    this.open = [];
    this.length = 0;
  }

  finish(): Packed {
    return { blocks: this.blocks, perBlock: slice, starts: this.starts.toArray() };
  }
}

const filters = [...catalogFilters, 'area'] as const;

const valuesOf: Record<CatalogFilter | 'area', (row: Revision) => string[]> = {
  field: (row) => [row.field_id],
  level1: (row) => [row.level1],
  organ: (row) => row.organs,
  audience: (row) => row.audiences,
  method: (row) => row.methods,
  channel: (row) => row.channels,
  tier: (row) => row.tiers,
  area: (row) => row.areas,
};

class Builder {
  private readonly itemUrl: string | undefined;
  private readonly ids: string[] = [];
  private readonly nameSorts: string[] = [];
  private readonly places = int32List();
  private readonly revisions = int32List();
  private readonly dates = new Numbering();
  private readonly sinceAsRead = uint32List();
  private readonly nameSort = new PackedBuilder();
  private readonly summaries = new PackedBuilder();
  private readonly columns = Object.fromEntries(
    filters.map((filter) => [filter, new ColumnBuilder()]),
  ) as Record<CatalogFilter | 'area', ColumnBuilder>;
  private readonly names = new Numbering();
  private readonly nameSortOf: string[] = [];
  private readonly nameOfItem = uint32List();
  private readonly nameLines = uint32List();
  private readonly lines = new LineBuilder();

  constructor(itemUrl: string | undefined) {
    this.itemUrl = itemUrl;
  }

  add(row: Revision): void {
    const item = this.ids.push(row.item_id) - 1;
    this.places.push(row.place);
    this.revisions.push(row.revision);
    this.sinceAsRead.push(this.dates.of(row.valid_from));
    this.nameSorts.push(row.name_sort);
    this.nameSort.add(row.name_sort);
    this.summaries.add(JSON.stringify(toSummary(row, this.itemUrl)));
    for (const filter of filters) this.columns[filter].add(valuesOf[filter](row));
    const lines = this.lines.add(item, row.search_text);
    const name = this.names.of(row.name);
    this.nameOfItem.push(name);
    if (name < this.nameSortOf.length) return;
    this.nameSortOf.push(row.name_sort);
    for (const line of lines.slice(0, 3)) this.nameLines.push(line);
  }

  /** Called after each slice of rows. */
  endBlock(): void {
    this.nameSort.endBlock();
    this.summaries.endBlock();
  }

  async finish(
    version: { dataVersion: number; from: string; until: string },
    slices: Slices,
  ): Promise<ReadIndex> {
    const { nameSorts } = this;
    const inCatalog = Uint32Array.from(this.ids.keys());
    const byName = await sortInSlices(
      inCatalog.slice(),
      (a, b) => byCodePoint(nameSorts[a] ?? '', nameSorts[b] ?? '') || a - b,
      slices,
    );
    const { dates, since } = this.finishDates();
    const byUpdate = await sortInSlices(
      inCatalog,
      (a, b) => (since[b] ?? 0) - (since[a] ?? 0) || a - b,
      slices,
    );
    const columns = {} as Record<CatalogFilter | 'area', Column>;
    for (const filter of filters) {
      columns[filter] = this.columns[filter].finish();
      await slices.rest();
    }
    const { lines, windows } = await this.lines.finish(slices);
    return new ReadIndex({
      ...version,
      ids: this.ids,
      places: this.places.toArray(),
      revisions: this.revisions.toArray(),
      dates,
      since,
      byUpdate,
      byName,
      nameSort: this.nameSort.finish(),
      summaries: this.summaries.finish(),
      columns,
      lines,
      windows,
      names: await this.finishNames(slices),
    });
  }

  private finishDates(): { dates: string[]; since: Uint32Array } {
    const dates = [...this.dates.texts].sort();
    const number = new Map(dates.map((date, n) => [date, n]));
    const asRead = this.dates.texts.map((date) => number.get(date) ?? 0);
    return { dates, since: this.sinceAsRead.toArray().map((n) => asRead[n] ?? 0) };
  }

  private async finishNames(slices: Slices): Promise<Names> {
    const { nameSortOf, nameLines, nameOfItem } = this;
    const asRead = this.names.texts;
    const sorted = await sortInSlices(
      Uint32Array.from(asRead.keys()),
      (a, b) => byCodePoint(nameSortOf[a] ?? '', nameSortOf[b] ?? ''),
      slices,
    );
    const number = new Uint32Array(asRead.length);
    for (const [n, name] of sorted.entries()) number[name] = n;
    const ofItem = nameOfItem.toArray().map((name) => number[name] ?? 0);
    const counts = new Uint32Array(asRead.length);
    for (const name of ofItem) counts[name] = (counts[name] ?? 0) + 1;
    const lines = new Uint32Array(3 * sorted.length);
    for (const [n, name] of sorted.entries()) {
      for (let i = 0; i < 3; i++) lines[3 * n + i] = nameLines.at(3 * name + i);
    }
    return { texts: Array.from(sorted, (name) => asRead[name] ?? ''), counts, lines, ofItem };
  }
}

/** Collects the distinct lines of all items. */
class LineBuilder {
  /** By rank: the same wording may be the name of one item and the content of another. */
  private readonly known: Map<string, number>[] = [];
  private readonly units = uint16List();
  private readonly starts = uint32List();
  private readonly ranks = uint8List();
  private readonly pairLines = uint32List();
  private readonly pairItems = uint32List();

  /** Adds the lines of an item and gives their numbers, in the order of the text. */
  add(item: number, searchText: string): number[] {
    const numbers: number[] = [];
    for (const [part, text] of searchText.split(rankSeparator).entries()) {
      for (const line of text.split('\n')) numbers.push(this.number(line, nameRank - part));
    }
    for (const line of new Set(numbers)) {
      this.pairLines.push(line);
      this.pairItems.push(item);
    }
    return numbers;
  }

  private number(line: string, rank: number): number {
    const known = (this.known[rank] ??= new Map());
    const before = known.get(line);
    if (before !== undefined) return before;
    const number = this.ranks.length;
    known.set(line, number);
    this.starts.push(this.units.length);
    this.ranks.push(rank);
    for (let i = 0; i < line.length; i++) this.units.push(line.charCodeAt(i));
    return number;
  }

  async finish(slices: Slices): Promise<{ lines: Lines; windows: Windows }> {
    this.known.length = 0;
    this.starts.push(this.units.length);
    await slices.rest();
    const text = { units: this.units.toArray(), starts: this.starts.toArray() };
    const ranks = this.ranks.toArray();
    await slices.rest();
    const items = await this.itemsOfLines(ranks.length, slices);
    const windows = await windowsOf(text.units, text.starts, slices);
    return { lines: { ...text, ranks, items }, windows };
  }

  private async itemsOfLines(count: number, slices: Slices): Promise<Rows> {
    const { pairLines, pairItems } = this;
    const starts = new Uint32Array(count + 1);
    for (let n = 0; n < pairLines.length; n++) {
      const line = pairLines.at(n) + 1;
      starts[line] = (starts[line] as number) + 1;
      if ((n & 4095) === 0 && slices.due) await slices.rest();
    }
    toStarts(starts);
    await slices.rest();
    const next = starts.slice();
    const values = new Uint32Array(pairItems.length);
    for (let n = 0; n < pairLines.length; n++) {
      const line = pairLines.at(n);
      const at = next[line] as number;
      values[at] = pairItems.at(n);
      next[line] = at + 1;
      if ((n & 4095) === 0 && slices.due) await slices.rest();
    }
    return { starts, values };
  }
}

/** Counts, shifted by one, become the place where each row begins. */
function toStarts(counts: Uint32Array): void {
  for (let n = 1; n < counts.length; n++) {
    counts[n] = (counts[n] as number) + (counts[n - 1] as number);
  }
}

/** Two passes, one to count and one to fill: the pairs themselves would take 100 MB more. */
async function windowsOf(
  units: Uint16Array,
  starts: Uint32Array,
  slices: Slices,
): Promise<Windows> {
  const numbers = new Map<number, number>();
  const counts = uint32List();
  const seen: number[] = [];
  const eachWindow = async (visit: (window: number, line: number) => void) => {
    seen.length = 0;
    for (let line = 0; line + 1 < starts.length; line++) {
      const end = starts[line + 1] as number;
      for (let at = starts[line] as number; at < end; at++) {
        const low = at + 1 < end ? (units[at + 1] as number) : 0;
        const key = (((units[at] as number) << 16) | low) >>> 0;
        let window = numbers.get(key);
        if (window === undefined) {
          window = numbers.size;
          numbers.set(key, window);
        }
        // A window that occurs twice in a line is listed once.
        if (seen[window] === line) continue;
        seen[window] = line;
        visit(window, line);
      }
      if ((line & 63) === 0 && slices.due) await slices.rest();
    }
  };
  await eachWindow((window) => {
    if (window === counts.length) counts.push(0);
    counts.add(window, 1);
  });
  await slices.rest();
  const keys = Uint32Array.from(numbers.keys()).sort();
  await slices.rest();
  const rankOf = new Uint32Array(keys.length);
  const rows = new Uint32Array(keys.length + 1);
  for (let n = 0; n < keys.length; n++) {
    const window = numbers.get(keys[n] as number) as number;
    rankOf[window] = n;
    rows[n + 1] = counts.at(window);
    if ((n & 1023) === 0 && slices.due) await slices.rest();
  }
  toStarts(rows);
  const next = rows.slice();
  const values = new Uint32Array(rows[keys.length] as number);
  await slices.rest();
  await eachWindow((window, line) => {
    const rank = rankOf[window] as number;
    const at = next[rank] as number;
    values[at] = line;
    next[rank] = at + 1;
  });
  return { keys, lines: { starts: rows, values } };
}
