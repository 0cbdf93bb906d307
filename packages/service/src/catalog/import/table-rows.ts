import type { Audience, Channel, Provenance } from '@open-info/contract/catalog';
import { oneLine, tidyRow, type CatalogRow } from '../row.ts';
import {
  channelName,
  isDitto,
  isTicked,
  noteOf,
  parseAudiences,
  parseChannels,
  parseMethods,
  parseTiers,
} from './cells.ts';
import { findHeading, isHeading, type Column, type Heading } from './heading-rows.ts';
import { nameKinds, tickedKinds, type ColumnKind } from './headings.ts';
import { splitBasis, splitContent } from './lists.ts';
import { plainCell } from './plain-cell.ts';
import { provenanceKind } from './provenance-words.ts';
import { take, type ReadFile } from './rows.ts';
import type { Table } from './tables.ts';

export interface TableOptions {
  /** Name of the registered field a name stands for. */
  knownField: (name: string) => string | undefined;
  /** Field of rows whose table names none. */
  field?: string | undefined;
  /** 填报单位 of tables that name none. */
  reportingUnit?: string | undefined;
}

/** What a table says outside its rows. */
interface Surroundings {
  field: string;
  reportingUnit: string;
}

const unitLine =
  /填(?:报|表)(?:单位|部门)\s*(?:[（(]盖?章[）)])?\s*[：:]\s*([^\s：:]{2,40}?)(?=\s|填报|填表|$)/u;
const footer =
  /^[（(]?(?:填(?:报|表)(?:单位|部门|人|时间|日期)|制表|审核|审批|负责人|联系人|联系电话|备?注\d*[：:]|说明[：:]|附注|合计)/u;

/**
 * Rows of a table as departments keep it: title lines above, headings of several rows, merged
 * cells, 同上, marks, section lines, notes below. Adds to `read`; false when it has no heading.
 */
export function readTableRows(table: Table, options: TableOptions, read: ReadFile): boolean {
  const heading = findHeading(table);
  if (!heading) return false;
  const around = surroundings(table, heading, options);
  read.title ??= titleOf(table, heading);
  const body = new Body(table, heading, around, options);
  for (let row = heading.bottom + 1; row < table.cells.length; row += 1) {
    const found = body.read(row);
    if (found) take(read, found, { sheet: table.sheet, row: table.firstRow + row });
  }
  return true;
}

/** The line above the heading that calls itself a catalog. */
function titleOf(table: Table, heading: Heading): string | undefined {
  const lines = table.cells.slice(0, heading.top).flat().map(oneLine);
  return lines.find((line) => line.includes('目录') && line.length <= 80);
}

function surroundings(table: Table, heading: Heading, options: TableOptions): Surroundings {
  const titles = table.cells.slice(0, heading.top).flat().map(oneLine).filter(Boolean);
  const unit = reportingUnitOf(table) ?? options.reportingUnit ?? '';
  const named = [table.sheet ?? '', ...titles].map((line) => fieldIn(line, options)).find(Boolean);
  return { field: named ?? options.field ?? '', reportingUnit: unit };
}

/** 填报单位 as the lines above or below a table state it. */
export function reportingUnitOf(table: Table): string | undefined {
  const { cells } = table;
  const lines = [...cells.slice(0, 6), ...cells.slice(-6)].flat().map(oneLine);
  return lines.map((line) => unitLine.exec(line)?.[1]).find((unit) => unit !== undefined);
}

/** The field a title is about: 社会救助 in 「江汉区社会救助领域基层政务公开标准目录」. */
function fieldIn(title: string, { knownField }: TableOptions): string | undefined {
  const bare = oneLine(title).replace(
    /^[\d一二三四五六七八九十]+[.、．\s]*|[（(][一二三四五六七八九十\d]+[）)]/gu,
    '',
  );
  const whole = knownField(
    bare.replace(/(?:领域)?(?:基层)?(?:政务公开)?(?:事项)?(?:标准)?目录.*$/u, ''),
  );
  if (whole !== undefined) return whole;
  const before = /^(.*?)领域/u.exec(bare)?.[1];
  if (before === undefined) return undefined;
  for (let start = 0; start < before.length - 1; start += 1) {
    const known = knownField(before.slice(start));
    if (known !== undefined) return known;
  }
  const own = before.replace(/^.*[区县市局]/u, '').replace(/[《》“”]/g, '');
  return own.length >= 2 ? own : undefined;
}

type Cells = Map<Column, string>;

class Body {
  private readonly table: Table;
  private readonly heading: Heading;
  private readonly around: Surroundings;
  private readonly options: TableOptions;
  private readonly above = new Map<number, string>();
  private readonly merged = new Map<number, { top: number; left: number; right: number }[]>();
  private readonly circleTicks: boolean;
  private section = '';

  constructor(table: Table, heading: Heading, around: Surroundings, options: TableOptions) {
    this.table = table;
    this.heading = heading;
    this.around = around;
    this.options = options;
    this.circleTicks = !this.hasBullet();
    for (const { top, left, bottom, right } of table.merges) {
      for (let row = Math.max(top, heading.bottom + 1); row <= bottom; row += 1) {
        const list = this.merged.get(row) ?? [];
        list.push({ top, left, right });
        this.merged.set(row, list);
      }
    }
  }

  /** The row as a catalog row; `undefined` for what is no item: blank, section, note. */
  read(row: number): CatalogRow | undefined {
    const texts = this.texts(row);
    const filled = texts.filter((text) => text !== '');
    if (filled.length === 0 || isHeading(texts) || isColumnNumbers(filled)) return undefined;
    if (this.isSection(row, texts, filled)) return undefined;
    if (footer.test(oneLine(filled[0] ?? '')) && filled.length <= 6) return undefined;
    const numbered = this.heading.columns.filter(({ kind }) => kind === 'number');
    const others = texts.filter(
      (text, i) => text !== '' && !numbered.some(({ index }) => index === i),
    );
    // A number prepared for a row that was never written.
    if (others.length === 0) return undefined;
    return this.row(this.resolve(texts));
  }

  private hasBullet(): boolean {
    const columns = this.heading.columns.filter(({ kind }) => ticked.has(kind));
    return this.table.cells.some((row) =>
      columns.some(({ index }) => (row[index] ?? '').includes('●')),
    );
  }

  /** Text of each cell of a row; the cells of a merged area share its text. */
  private texts(row: number): string[] {
    const cells: (string | undefined)[] = [...(this.table.cells[row] ?? [])];
    for (const { top, left, right } of this.merged.get(row) ?? []) {
      const text = this.table.cells[top]?.[left] ?? '';
      for (let column = left; column <= right; column += 1) {
        // 一级事项 merged with 二级事项 means that there is no second level.
        if (column === left || !this.isLevel(column)) cells[column] = text;
      }
    }
    return Array.from(cells, (cell) => plainCell(cell ?? '').trim());
  }

  private isLevel(column: number): boolean {
    const kind = this.heading.columns[column]?.kind;
    return kind === 'level2' || kind === 'level3';
  }

  /** A line across the table, such as 「二、社会救助」, that may name the field of what follows. */
  private isSection(row: number, texts: string[], filled: string[]): boolean {
    const [only = ''] = filled;
    const title = oneLine(only);
    const field = fieldIn(title, this.options);
    const wide = (this.merged.get(row) ?? []).some(({ left, right, top }) => {
      return right - left >= 3 && this.table.cells[top]?.[left]?.trim() === only;
    });
    const alone = new Set(filled).size === 1;
    const first = filled.length === 1 && texts.indexOf(only) <= 1;
    if (
      !alone ||
      !(wide || (first && (field !== undefined || /^[一二三四五六七八九十]+、/u.test(title))))
    ) {
      return false;
    }
    if (field !== undefined) this.section = field;
    return true;
  }

  /** The cells by column, with 同上 and the names of merged levels filled in. */
  private resolve(texts: string[]): Cells {
    const cells: Cells = new Map();
    const named = this.heading.columns.some(({ kind, index }) => {
      return naming.has(kind) && (texts[index] ?? '') !== '';
    });
    for (const column of this.heading.columns) {
      const { index, kind } = column;
      const own = texts[index] ?? '';
      // Without merges (and always in CSV) a level stands only in the first of its rows.
      const inherits = own === '' && named && inherited.has(kind);
      const text = isDitto(own) || inherits ? (this.above.get(index) ?? '') : own;
      this.above.set(index, text);
      cells.set(column, text);
    }
    return cells;
  }

  private row(cells: Cells): CatalogRow {
    const text = (kind: ColumnKind): string => textOf(cells, kind);
    const has = (kind: ColumnKind): boolean => [...cells.keys()].some((one) => one.kind === kind);
    const name = text('name');
    const [level1, level2, level3] = levels([text('level1'), text('level2'), text('level3')], name);
    const unit = has('reportingUnit') ? text('reportingUnit') : this.around.reportingUnit;
    const tiers = ['tier', 'county', 'township', 'community'] as const;
    return tidyRow({
      field: text('field') || this.section || this.around.field,
      level1,
      level2,
      level3,
      content: splitContent(text('content')),
      basis: splitBasis(text('basis')),
      timeLimit: text('timeLimit'),
      subject: text('subject'),
      organs: organsOf(text('organs')),
      channels: this.channels(cells),
      audiences: this.audiences(cells),
      methods: [...parseMethods(text('method')), ...this.ticked(cells, ['proactive', 'onRequest'])],
      tiers: tiers.some(has)
        ? [...parseTiers(text('tier')), ...this.ticked(cells, ['county', 'township', 'community'])]
        : undefined,
      url: has('url') ? text('url') : undefined,
      reportingUnit: has('reportingUnit') || unit !== '' ? unit : undefined,
      provenance: provenanceOf(text('provenanceKind'), text('provenanceNote')),
      extensions: extensionsOf(cells),
    });
  }

  private ticked(cells: Cells, kinds: ColumnKind[]): string[] {
    return kinds.filter((kind) =>
      [...cells].some(([column, text]) => column.kind === kind && isTicked(text, this.circleTicks)),
    );
  }

  private channels(cells: Cells): Channel[] {
    const found: Channel[] = [];
    for (const [column, text] of cells) {
      if (column.kind !== 'channel') continue;
      if (column.channel === undefined) found.push(...parseChannels(text));
      else if (isTicked(text, this.circleTicks)) {
        found.push({ name: channelName(column.channel), required: true });
      } else if (/^[□○]$/.test(text)) {
        found.push({ name: channelName(column.channel), required: false });
      }
    }
    return found;
  }

  private audiences(cells: Cells): Audience[] {
    const found: Audience[] = [];
    for (const [column, text] of cells) {
      if (column.kind === 'audience') found.push(...parseAudiences(text));
      if (!isTicked(text, this.circleTicks)) continue;
      if (column.kind === 'everyone') found.push(...audiencesOf('everyone', text));
      if (column.kind === 'specific') found.push(...audiencesOf('specific', text));
    }
    return found;
  }
}

const ticked: ReadonlySet<ColumnKind | undefined> = new Set(tickedKinds);
const naming: ReadonlySet<ColumnKind | undefined> = new Set(nameKinds);
const inherited: ReadonlySet<ColumnKind | undefined> = new Set(['field', 'level1']);

function audiencesOf(scope: string, text: string): Audience[] {
  return text.split(/[；;\n]/).flatMap((part): Audience[] => {
    if (part.trim() === '') return [];
    const note = noteOf(part);
    return [note === '' ? { scope } : { scope, note }];
  });
}

/** Where a table has one column of names beside (or instead of) its levels, it is the lowest. */
function levels(
  [first, second, third]: [string, string, string],
  name: string,
): [string, string, string] {
  if (name === '') return [first, second, third];
  if (first === '') return [name, second, third];
  return second === '' ? [first, name, third] : [first, second, third || name];
}

function textOf(cells: Cells, kind: ColumnKind): string {
  const texts = [...cells].filter(([column, text]) => column.kind === kind && text !== '');
  return [...new Set(texts.map(([, text]) => text))].join('；');
}

/** An empty cell leaves it to the wording of 公开主体. */
function organsOf(text: string): string[] | undefined {
  const names = text
    .split(/[、；;\n]/)
    .map(oneLine)
    .filter(Boolean);
  return names.length > 0 ? names : undefined;
}

function provenanceOf(kind: string, note: string): Provenance | undefined {
  if (kind === '') return undefined;
  return { kind: provenanceKind(kind), note };
}

function extensionsOf(cells: Cells): Record<string, string> | undefined {
  const local = [...cells].filter(([{ kind, heading }]) => kind === undefined && heading !== '');
  if (local.length === 0) return undefined;
  return Object.fromEntries(local.map(([{ heading }, text]) => [heading, text]));
}

/** 1 2 3 4 … below the heading. */
function isColumnNumbers(filled: string[]): boolean {
  return filled.length >= 5 && filled.every((text, index) => text === String(index + 1));
}
