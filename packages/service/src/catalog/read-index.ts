import { catalogFilters, type CatalogFilter } from '@open-info/contract/catalog';
import type { Order, Position } from './cursor.ts';
import type { Counts } from './facets.ts';
import { nameRank } from './search-text.ts';
import { isUnfiltered, type Selection } from './selection.ts';
import { rankedHits, type NameCount } from './store.ts';
import type { Rows } from './typed-list.ts';

/** The values of a filter for each item, as numbers into `values`. */
export interface Column {
  values: readonly string[];
  numbers: ReadonlyMap<string, number>;
  items: Rows;
}

/** Distinct names, in the order of `name_sort`. */
export interface Names {
  texts: readonly string[];
  /** How many items bear each. */
  counts: Uint32Array;
  /** Three for each: the lines of the name, of its 拼音 and of its initials. */
  lines: Uint32Array;
  /** The name of each item. */
  ofItem: Uint32Array;
}

/** The lines of `search_text`, each distinct one once, and where they occur. */
export interface Lines {
  /** UTF-16 units of line `l`: `units[starts[l]] … units[starts[l + 1] - 1]`. */
  units: Uint16Array;
  starts: Uint32Array;
  ranks: Uint8Array;
  items: Rows;
}

/**
 * Which lines hold a window of two units. A line ends with the window (its last unit, 0), so that
 * all lines with a character are those of the windows that begin with it, which lie together.
 */
export interface Windows {
  /** Ascending, unsigned. */
  keys: Uint32Array;
  lines: Rows;
}

/** What the index is made of. Items are numbered in the order of the catalog. */
export interface IndexParts {
  dataVersion: number;
  /** First date the index holds for. */
  from: string;
  /** First date it no longer holds for. */
  until: string;
  ids: readonly string[];
  places: Int32Array;
  revisions: Int32Array;
  /** Number of the date in `dates` from which the item holds as it is. */
  since: Uint32Array;
  /** Ascending. */
  dates: readonly string[];
  /** Items by date, last changed first. */
  byUpdate: Uint32Array;
  byName: Uint32Array;
  nameSort: Packed;
  /** JSON text of each item's summary. */
  summaries: Packed;
  columns: Record<CatalogFilter | 'area', Column>;
  lines: Lines;
  windows: Windows;
  names: Names;
}

/** Texts as UTF-8, out of the reach of the garbage collector. */
export interface Packed {
  blocks: readonly Buffer[];
  /** How many texts each block holds. */
  perBlock: number;
  /** Where in its block each text begins. */
  starts: Uint32Array;
}

/** A page of a list. */
export interface IndexPage {
  order: Order;
  rows: { item: number; position: Position }[];
  /** Exact. */
  total: number;
  counts: Counts;
}

interface Selected {
  /** For each item the ranks of all words added up; 0: not found. Absent without a search. */
  scores: Uint16Array | undefined;
  /** The items, ascending. */
  hits: Uint32Array;
  counts: Counts;
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

/** Compares as PostgreSQL does with the collation "C": by code point. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    if (isSurrogate(x) !== isSurrogate(y)) return isSurrogate(x) ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

/**
 * The catalog of one data version and the days it holds for, in memory: what answers lists,
 * searches, counts and suggestions without a query. SQL stays the truth; both give the same items
 * in the same order.
 */
export class ReadIndex {
  readonly dataVersion: number;
  readonly size: number;
  private readonly parts: IndexParts;
  /** Counts of the whole catalog, made when first asked for. */
  private whole: Selected | undefined;
  private readonly columnCounts: Partial<Record<CatalogFilter, ColumnCounts>> = {};

  constructor(parts: IndexParts) {
    this.parts = parts;
    this.dataVersion = parts.dataVersion;
    this.size = parts.ids.length;
  }

  /** True when the catalog stood on this date as it is indexed. */
  holds(date: string): boolean {
    return this.parts.from <= date && date < this.parts.until;
  }

  /** Bytes outside the garbage-collected heap. */
  get bytes(): number {
    const { lines, windows, columns, names, summaries, nameSort, ...rest } = this.parts;
    const arrays = [
      ...[rest.places, rest.revisions, rest.since, rest.byUpdate, rest.byName],
      ...[lines.units, lines.starts, lines.ranks, lines.items.starts, lines.items.values],
      ...[windows.keys, windows.lines.starts, windows.lines.values],
      ...Object.values(columns).flatMap(({ items }) => [items.starts, items.values]),
      ...[names.counts, names.lines, names.ofItem, summaries.starts, nameSort.starts],
      ...summaries.blocks,
      ...nameSort.blocks,
    ];
    return arrays.reduce((sum, array) => sum + array.byteLength, 0);
  }

  summary(item: number): string {
    return unpack(this.parts.summaries, item);
  }

  revision(item: number): number {
    return this.parts.revisions[item] as number;
  }

  /**
   * A page of a selection.
   *
   * @param sort a sort of the contract, or the order a cursor names
   */
  list(
    selection: Selection,
    sort: 'relevance' | Order,
    after: Position | undefined,
    limit: number,
  ): IndexPage {
    const { scores, hits, counts } = this.select(selection);
    const isMany = hits.length > rankedHits;
    const order = sort !== 'relevance' ? sort : isMany ? 'named' : 'score';
    const named = nameRank * selection.words.length;
    const rows = this.page(order, hits, scores, named, after, limit);
    return { order, rows, total: hits.length, counts };
  }

  private page(
    order: Order,
    hits: Uint32Array,
    scores: Uint16Array | undefined,
    named: number,
    after: Position | undefined,
    limit: number,
  ): IndexPage['rows'] {
    const { byUpdate, byName, dates, since, nameSort } = this.parts;
    const score = (item: number) => scores?.[item] ?? 0;
    if (order === 'catalog') {
      const items = take(hits, firstAbove(hits, this.itemsBefore(after)), limit);
      return items.map((item) => this.row(item, 0));
    }
    if (order === 'score') {
      const sorted = hits.slice().sort((a, b) => score(b) - score(a) || a - b);
      const start = after ? this.startInScores(sorted, score, after) : 0;
      return take(sorted, start, limit).map((item) => this.row(item, score(item)));
    }
    if (order === 'named') {
      const isNamed = (item: number) => (score(item) === named ? 1 : 0);
      const start = firstAbove(hits, this.itemsBefore(after));
      const inNames = after?.lead === 0 ? [] : takeIf(hits, start, limit, (i) => isNamed(i) === 1);
      const others = takeIf(
        hits,
        after?.lead === 0 ? start : 0,
        limit - inNames.length,
        (i) => isNamed(i) === 0,
      );
      return [...inNames, ...others].map((item) => this.row(item, isNamed(item)));
    }
    const inOrder = order === 'updated' ? byUpdate : byName;
    const lead =
      order === 'updated'
        ? (item: number) => dates[since[item] as number] ?? ''
        : (item: number) => unpack(nameSort, item);
    const start = after ? this.startIn(inOrder, lead, order === 'updated', after) : 0;
    const isHit = new Uint8Array(this.size);
    for (const item of hits) isHit[item] = 1;
    return takeIf(inOrder, start, limit, (item) => isHit[item] === 1).map((item) =>
      this.row(item, lead(item)),
    );
  }

  private row(item: number, lead: string | number): IndexPage['rows'][number] {
    const { places, ids } = this.parts;
    return {
      item,
      position: { lead, place: places[item] as number, itemId: ids[item] as string },
    };
  }

  /** How many items of the catalog come up to and with a position. */
  private itemsBefore(after: Position | undefined): number {
    if (!after) return 0;
    const { places, ids } = this.parts;
    return lowerBound(this.size, (item) => {
      const place = places[item] as number;
      if (place !== after.place) return place > after.place;
      return byCodePoint(ids[item] as string, after.itemId) > 0;
    });
  }

  private startInScores(
    sorted: Uint32Array,
    score: (item: number) => number,
    after: Position,
  ): number {
    const before = this.itemsBefore(after);
    return lowerBound(sorted.length, (n) => {
      const item = sorted[n] as number;
      return score(item) === after.lead ? item >= before : score(item) < Number(after.lead);
    });
  }

  private startIn(
    inOrder: Uint32Array,
    lead: (item: number) => string,
    descending: boolean,
    after: Position,
  ): number {
    const before = this.itemsBefore(after);
    return lowerBound(inOrder.length, (n) => {
      const item = inOrder[n] as number;
      const order = byCodePoint(lead(item), String(after.lead));
      if (order === 0) return item >= before;
      return descending ? order < 0 : order > 0;
    });
  }

  /** Distinct names of a selection that hold every word; see `CatalogStore.suggest`. */
  suggest(selection: Selection, limit: number): NameCount[] {
    const { names, lines } = this.parts;
    const { words } = selection;
    const isFound = this.namesWith(words);
    const counts = this.nameCounts(selection);
    const first = unitsOf(words[0] ?? '');
    const classOf = (name: number) => {
      const starts = [0, 1, 2].map((n) => startsWith(lines, names.lines[3 * name + n] ?? 0, first));
      return starts[0] ? 0 : starts[1] || starts[2] ? 1 : 2;
    };
    const best: { name: number; class: number; count: number }[] = [];
    for (let name = 0; name < names.texts.length; name++) {
      const count = counts[name] ?? 0;
      if (count === 0 || isFound[name] !== 1) continue;
      insert(best, { name, class: classOf(name), count }, limit);
    }
    return best.map(({ name, count }) => ({ name: names.texts[name] ?? '', count }));
  }

  /** For each name whether it holds every word. */
  private namesWith(words: readonly string[]): Uint8Array {
    const { names, lines } = this.parts;
    const all = new Uint8Array(names.texts.length).fill(1);
    for (const word of words) {
      const holds = new Uint8Array(lines.ranks.length);
      this.eachLine(word, (line) => {
        holds[line] = 1;
      });
      for (let name = 0; name < all.length; name++) {
        const at = 3 * name;
        const found =
          holds[names.lines[at] as number] === 1 ||
          holds[names.lines[at + 1] as number] === 1 ||
          holds[names.lines[at + 2] as number] === 1;
        if (!found) all[name] = 0;
      }
    }
    return all;
  }

  private nameCounts(selection: Selection): Uint32Array {
    const { names } = this.parts;
    if (isUnfiltered(selection)) return names.counts;
    const counts = new Uint32Array(names.texts.length);
    for (const item of this.select({ ...selection, words: [] }).hits) {
      const name = names.ofItem[item] as number;
      counts[name] = (counts[name] as number) + 1;
    }
    return counts;
  }

  private select(selection: Selection): Selected {
    const isWhole = selection.words.length === 0 && isUnfiltered(selection);
    if (!isWhole) return this.filter(selection);
    this.whole ??= this.filter(selection);
    return this.whole;
  }

  private filter({ words, choices, area }: Selection): Selected {
    const scores = words.length > 0 ? this.score(words) : undefined;
    const chosen = catalogFilters.filter((filter) => choices[filter] !== undefined);
    // For each item one bit for each filter it fails; all bits when it is not found at all.
    const fails = new Uint8Array(this.size);
    for (const [n, filter] of chosen.entries()) {
      const bears = this.bearing(filter, choices[filter] ?? []);
      for (let item = 0; item < this.size; item++) {
        if (bears[item] === 0) fails[item] = (fails[item] as number) | (1 << n);
      }
    }
    if (area !== undefined) leaveOut(fails, this.bearing('area', [area]));
    if (scores) leaveOut(fails, scores);

    const hits = itemsWith(fails, 0);
    const counts = {} as Record<CatalogFilter, ReadonlyMap<string, number>>;
    const isOnlyChoice = chosen.length === 1 && !scores && area === undefined;
    for (const filter of catalogFilters) {
      const n = chosen.indexOf(filter);
      const count = this.countsOf(filter);
      if (n === -1) counts[filter] = count.of(hits, fails);
      // A filter disregards its own choice: items that fail it alone count for it.
      else if (isOnlyChoice) counts[filter] = count.ofAll();
      else counts[filter] = count.ofBoth(hits, itemsWith(fails, 1 << n));
    }
    return { scores, hits, counts };
  }

  private countsOf(filter: CatalogFilter): ColumnCounts {
    this.columnCounts[filter] ??= new ColumnCounts(this.parts.columns[filter], this.size);
    return this.columnCounts[filter];
  }

  /** For each item whether it bears one of the values. */
  private bearing(filter: CatalogFilter | 'area', values: readonly string[]): Uint8Array {
    const column = this.parts.columns[filter];
    const { starts, values: numbers } = column.items;
    const wanted = new Uint8Array(column.values.length);
    for (const value of values) {
      const number = column.numbers.get(value);
      if (number !== undefined) wanted[number] = 1;
    }
    const bears = new Uint8Array(this.size);
    for (let item = 0; item < this.size; item++) {
      const end = starts[item + 1] as number;
      for (let n = starts[item] as number; n < end; n++) {
        if (wanted[numbers[n] as number] === 1) {
          bears[item] = 1;
          break;
        }
      }
    }
    return bears;
  }

  /** For each item the best rank of each word added up; 0 where a word is missing. */
  private score(words: readonly string[]): Uint16Array {
    const { ranks, items } = this.parts.lines;
    const sums = new Uint16Array(this.size);
    const best = new Uint8Array(this.size);
    for (const [n, word] of words.entries()) {
      if (n > 0) best.fill(0);
      this.eachLine(word, (line) => {
        const rank = ranks[line] as number;
        const end = items.starts[line + 1] as number;
        for (let i = items.starts[line] as number; i < end; i++) {
          const item = items.values[i] as number;
          if ((best[item] as number) < rank) best[item] = rank;
        }
      });
      for (let item = 0; item < this.size; item++) {
        const rank = best[item] as number;
        const before = sums[item] as number;
        sums[item] = rank === 0 || (n > 0 && before === 0) ? 0 : before + rank;
      }
    }
    return sums;
  }

  /** Visits every line that holds a word, some more than once. */
  private eachLine(word: string, visit: (line: number) => void): void {
    const { keys, lines } = this.parts.windows;
    const units = unitsOf(word);
    if (units.length === 1) {
      const first = units[0] as number;
      const from = lowerBound(keys.length, (n) => (keys[n] as number) >>> 16 >= first);
      const to = lowerBound(keys.length, (n) => (keys[n] as number) >>> 16 > first);
      const end = lines.starts[to] as number;
      for (let i = lines.starts[from] as number; i < end; i++) visit(lines.values[i] as number);
      return;
    }
    const rarest = this.rarestWindow(units);
    if (rarest === undefined) return;
    const end = lines.starts[rarest + 1] as number;
    for (let i = lines.starts[rarest] as number; i < end; i++) {
      const line = lines.values[i] as number;
      // A window of two is in every line of its list; a longer word has to be looked for.
      if (units.length === 2 || includes(this.parts.lines, line, units)) visit(line);
    }
  }

  /** The window of a word with the fewest lines; absent when one of its windows occurs nowhere. */
  private rarestWindow(units: Uint16Array): number | undefined {
    const { keys, lines } = this.parts.windows;
    let rarest: number | undefined;
    let fewest = Infinity;
    for (let i = 0; i + 1 < units.length; i++) {
      const key = (((units[i] as number) << 16) | (units[i + 1] as number)) >>> 0;
      const at = lowerBound(keys.length, (n) => (keys[n] as number) >= key);
      if (keys[at] !== key) return undefined;
      const count = (lines.starts[at + 1] as number) - (lines.starts[at] as number);
      if (count < fewest) [rarest, fewest] = [at, count];
    }
    return rarest;
  }
}

/** Counts the values of one filter. */
class ColumnCounts {
  private readonly column: Column;
  private readonly size: number;
  private readonly whole: Uint32Array;

  constructor(column: Column, size: number) {
    this.column = column;
    this.size = size;
    this.whole = new Uint32Array(column.values.length);
    addUp(
      column.items,
      Uint32Array.from({ length: size }, (_, item) => item),
      this.whole,
      1,
    );
  }

  ofAll(): ReadonlyMap<string, number> {
    return this.named(this.whole);
  }

  /** @param fails 0 for each of `items`: of many items the few others are taken away instead */
  of(items: Uint32Array, fails: Uint8Array): ReadonlyMap<string, number> {
    if (items.length <= this.size / 2) return this.ofBoth(items, undefined);
    const counts = this.whole.slice();
    addUp(this.column.items, itemsFailing(fails, this.size - items.length), counts, -1);
    return this.named(counts);
  }

  ofBoth(items: Uint32Array, more: Uint32Array | undefined): ReadonlyMap<string, number> {
    const counts = new Uint32Array(this.column.values.length);
    addUp(this.column.items, items, counts, 1);
    if (more) addUp(this.column.items, more, counts, 1);
    return this.named(counts);
  }

  private named(counts: Uint32Array): ReadonlyMap<string, number> {
    const named = new Map<string, number>();
    for (const [value, text] of this.column.values.entries()) {
      const count = counts[value] ?? 0;
      if (count > 0) named.set(text, count);
    }
    return named;
  }
}

const notFound = 0xff;

function leaveOut(fails: Uint8Array, found: Uint8Array | Uint16Array): void {
  for (let item = 0; item < fails.length; item++) if (found[item] === 0) fails[item] = notFound;
}

function itemsWith(fails: Uint8Array, wanted: number): Uint32Array {
  const items = new Uint32Array(fails.length);
  let length = 0;
  for (let item = 0; item < fails.length; item++) {
    if (fails[item] === wanted) items[length++] = item;
  }
  return items.subarray(0, length);
}

function itemsFailing(fails: Uint8Array, count: number): Uint32Array {
  const items = new Uint32Array(count);
  let length = 0;
  for (let item = 0; item < fails.length; item++) if (fails[item] !== 0) items[length++] = item;
  return items;
}

function addUp(
  { starts, values }: Rows,
  items: Uint32Array,
  counts: Uint32Array,
  by: number,
): void {
  for (const item of items) {
    const end = starts[item + 1] as number;
    for (let n = starts[item] as number; n < end; n++) {
      const value = values[n] as number;
      counts[value] = (counts[value] as number) + by;
    }
  }
}

/** The first of `0 … length - 1` for which a test that turns from false to true is true. */
function lowerBound(length: number, test: (n: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function firstAbove(items: Uint32Array, before: number): number {
  return before === 0 ? 0 : lowerBound(items.length, (n) => (items[n] as number) >= before);
}

function take(items: Uint32Array, start: number, limit: number): number[] {
  return [...items.subarray(start, start + limit)];
}

function takeIf(
  items: Uint32Array,
  start: number,
  limit: number,
  test: (item: number) => boolean,
): number[] {
  const taken: number[] = [];
  for (let n = start; n < items.length && taken.length < limit; n++) {
    const item = items[n] as number;
    if (test(item)) taken.push(item);
  }
  return taken;
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

function matchesAt(units: Uint16Array, at: number, word: Uint16Array): boolean {
  for (let i = 0; i < word.length; i++) if (units[at + i] !== word[i]) return false;
  return true;
}

function startsWith({ units, starts }: Lines, line: number, word: Uint16Array): boolean {
  const start = starts[line] as number;
  return start + word.length <= (starts[line + 1] as number) && matchesAt(units, start, word);
}

function includes({ units, starts }: Lines, line: number, word: Uint16Array): boolean {
  const last = (starts[line + 1] as number) - word.length;
  const first = word[0];
  for (let at = starts[line] as number; at <= last; at++) {
    if (units[at] === first && matchesAt(units, at, word)) return true;
  }
  return false;
}

function insert(
  best: { name: number; class: number; count: number }[],
  one: { name: number; class: number; count: number },
  limit: number,
): void {
  const last = best[limit - 1];
  const before = (a: typeof one, b: typeof one) =>
    a.class - b.class || b.count - a.count || a.name - b.name;
  if (last && before(one, last) >= 0) return;
  const at = best.findIndex((other) => before(one, other) < 0);
  best.splice(at === -1 ? best.length : at, 0, one);
  if (best.length > limit) best.pop();
}

function unpack({ blocks, perBlock, starts }: Packed, n: number): string {
  const block = blocks[Math.floor(n / perBlock)];
  if (!block) return '';
  const isLast = (n + 1) % perBlock === 0 || n + 1 === starts.length;
  return block.toString('utf8', starts[n], isLast ? block.length : starts[n + 1]);
}
