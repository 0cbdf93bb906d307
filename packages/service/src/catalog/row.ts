import type { Audience, Channel, Provenance } from '@open-info/contract/catalog';
import { findDocumentNumbers } from '@open-info/contract/document-number';
import { splitBasis, splitContent } from './import/lists.ts';

/**
 * One row of a 政务公开事项标准目录 as a department states it. A property that is `undefined` is not in
 * the file at all and leaves what the catalog already holds; an empty one clears it.
 */
export interface CatalogRow {
  /** Name, alias or id of the field. */
  field: string;
  level1: string;
  level2: string;
  level3: string;
  content: string[];
  basis: string[];
  /** Verbatim. */
  timeLimit: string;
  /** 公开主体, in the words of the table. */
  subject: string;
  /** Ids or names of the organs meant; worked out from `subject` when absent. */
  organs?: string[] | undefined;
  channels: Channel[];
  audiences: Audience[];
  methods: string[];
  tiers?: string[] | undefined;
  url?: string | undefined;
  reportingUnit?: string | undefined;
  provenance?: Provenance | undefined;
  extensions?: Record<string, string> | undefined;
}

const space = /[\s\u3000\u00a0\u200b\ufeff]+/g;
const beside = '[\\p{Script=Han}、，。；：（）《》〔〕“”]';
const spaceBetweenHan = new RegExp(`(?<=${beside}) | (?=${beside})`, 'gu');

/** One line: line breaks and runs of blanks as one blank, none beside Chinese text. */
export function oneLine(text: string): string {
  return text.replace(space, ' ').trim().replace(spaceBetweenHan, '');
}

/** A text that may have lines: blanks at the ends and carriage returns are layout, not content. */
export function lines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u3000\u00a0]+(?=\n|$)/g, '')
    .trim();
}

const nothing = /^(?:[-—–－/／\\]+|无)$/;

/** 「—」 and 「/」 in a name cell say that there is no such level. */
function level(text: string): string {
  const name = oneLine(text);
  return nothing.test(name) ? '' : name;
}

/** The same with every text free of what no database keeps: control characters, broken surrogates. */
export function storable<T>(value: T): T {
  return (typeof value === 'string' ? storableText(value) : storableParts(value)) as T;
}

function storableText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[^\P{Cc}\t\n\r]/gu, '');
}

function storableParts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((part: unknown) => storable(part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [storableText(key), storable<unknown>(part)]),
  );
}

/** The row with layout taken out, so that one catalog read from any format is the same. */
export function tidyRow(given: CatalogRow): CatalogRow {
  const row = storable(given);
  return {
    ...row,
    field: oneLine(row.field),
    level1: level(row.level1),
    level2: level(row.level2),
    level3: level(row.level3),
    content: splitContent(row.content.join('；')),
    basis: splitBasis(row.basis.join('；')).map(withStandardNumbers),
    timeLimit: lines(row.timeLimit),
    subject: oneLine(row.subject),
    reportingUnit: row.reportingUnit === undefined ? undefined : oneLine(row.reportingUnit),
    url: row.url?.trim(),
    provenance: row.provenance && tidyProvenance(row.provenance),
    channels: unique(row.channels, (channel) => channel.name),
    audiences: unique(
      row.audiences.map(tidyAudience),
      (audience) => `${audience.scope} ${audience.note ?? ''}`,
    ),
    methods: [...new Set(row.methods)],
    tiers: row.tiers && [...new Set(row.tiers)],
    extensions: row.extensions && tidyExtensions(row.extensions),
  };
}

/** 国发[2014]47号 as 国发〔2014〕47号, so that a 文号 is written one way in the whole catalog. */
function withStandardNumbers(text: string): string {
  return findDocumentNumbers(text)
    .reverse()
    .reduce((all, { number, start, end }) => all.slice(0, start) + number + all.slice(end), text);
}

function tidyAudience({ scope, note }: Audience): Audience {
  const words = oneLine(note ?? '');
  return words === '' ? { scope } : { scope, note: words };
}

function tidyProvenance({ kind, note }: Provenance): Provenance {
  return note === undefined || note === '' ? { kind } : { kind, note: lines(note) };
}

function tidyExtensions(extensions: Record<string, string>): Record<string, string> {
  const entries = Object.entries(extensions)
    .map(([heading, value]) => [oneLine(heading), lines(value)] as const)
    .filter(([heading, value]) => heading !== '' && value !== '');
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function unique<T>(list: T[], key: (entry: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const entry of list) if (!seen.has(key(entry))) seen.set(key(entry), entry);
  return [...seen.values()];
}
