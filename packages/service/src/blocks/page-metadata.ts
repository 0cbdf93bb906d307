import { textOfBlocks, type Block } from '@open-info/contract/blocks';
import { detectStamp, type DisclosureAttribute } from '@open-info/contract/disclosure-attribute';
import { normalizeDocumentNumber } from '@open-info/contract/document-number';
import type { Validity } from '@open-info/contract/documents';
import { readDate, readInstant } from './dates.ts';
import { textOfRuns } from './runs.ts';

/** What a page says of the document it shows. */
export interface PageMetadata {
  /** 索引号. */
  indexNumber?: string | undefined;
  /** 文号, normalised where it is one. */
  documentNumber?: string | undefined;
  title?: string | undefined;
  /** 发布机构. */
  issuers?: string[] | undefined;
  /** 成文日期. */
  issuedOn?: string | undefined;
  /** 发布时间, ISO 8601; midnight where only a day is printed. */
  publishedAt?: string | undefined;
  effectiveOn?: string | undefined;
  expiresOn?: string | undefined;
  validity?: Validity | undefined;
  topics?: string[] | undefined;
  keywords?: string[] | undefined;
  /** 公文种类. */
  kind?: string | undefined;
  /** 公开属性 as the page states it. */
  attribute?: DisclosureAttribute | undefined;
  /** 附注 found in the text. */
  stamp?: DisclosureAttribute | undefined;
  /** 来源. */
  source?: string | undefined;
  url?: string | undefined;
}

type Field = Exclude<keyof PageMetadata, 'stamp'>;

/** Names the fields go by in the tables of portals, without spaces. */
const labels: Readonly<Record<Exclude<Field, 'url'>, readonly string[]>> = {
  indexNumber: ['索引号', '信息索引号', '索引码', '信息索取号'],
  documentNumber: ['文号', '发文字号', '发文文号', '文件编号', '文件号'],
  title: ['名称', '标题', '信息名称', '文件名称', '信息标题'],
  issuers: [
    '发布机构',
    '发文机关',
    '发文机构',
    '发布机关',
    '发文单位',
    '发布单位',
    '制发机关',
    '制定机关',
  ],
  issuedOn: ['成文日期', '发文日期', '制发日期', '生成日期', '印发日期', '签发日期'],
  publishedAt: ['发布日期', '发布时间', '公开日期', '公开时间'],
  effectiveOn: ['施行日期', '实施日期', '生效日期', '生效时间'],
  expiresOn: ['失效日期', '失效时间', '有效期至'],
  validity: ['有效性', '效力状态', '是否有效', '时效性'],
  topics: ['主题分类', '信息分类', '分类', '主题'],
  keywords: ['主题词', '关键词'],
  kind: ['公文种类', '体裁', '体裁分类', '文种'],
  attribute: ['公开属性', '公开类型'],
  source: ['来源', '信息来源', '文章来源', '稿件来源'],
};

const fieldOfLabel: ReadonlyMap<string, Field> = new Map(
  Object.entries(labels).flatMap(([field, names]) =>
    names.map((name) => [name, field as Field] as const),
  ),
);

/** 网页标签 of government sites, Open Graph, and what `gov.cn` writes. Earlier ones go first. */
const metaNames: readonly [string, Field][] = [
  ['articletitle', 'title'],
  ['og:title', 'title'],
  ['pubdate', 'publishedAt'],
  ['firstpublishedtime', 'publishedAt'],
  ['article:published_time', 'publishedAt'],
  ['contentsource', 'source'],
  ['keywords', 'keywords'],
  ['url', 'url'],
  ['og:url', 'url'],
];

const validityWords: readonly [RegExp, Validity][] = [
  [/尚未生效|未生效/, 'notYetInForce'],
  [/修改|修订/, 'amended'],
  [/废止/, 'abolished'],
  [/失效|无效|过期|^否$/, 'expired'],
  [/有效|^是$/, 'inForce'],
];

const attributeWords: readonly [RegExp, DisclosureAttribute][] = [
  [/依申请/, 'onRequest'],
  [/不予?公开/, 'closed'],
  [/主动公开|^公开$/, 'open'],
];

type Readers = { [Key in Field]: (text: string) => PageMetadata[Key] };

const words = (text: string) => text.split(/[,，;；、|\s]+/).filter(Boolean);

const firstMatch = <T>(list: readonly [RegExp, T][], text: string): T | undefined =>
  list.find(([pattern]) => pattern.test(text))?.[1];

const readers: Readers = {
  indexNumber: (text) => text,
  documentNumber: (text) => normalizeDocumentNumber(text) ?? text,
  title: (text) => text,
  issuers: (text) => text.split(/[,，;；、]|\s{1,9}/).filter(Boolean),
  issuedOn: readDate,
  publishedAt: readInstant,
  effectiveOn: readDate,
  expiresOn: readDate,
  validity: (text) => firstMatch(validityWords, text),
  topics: (text) =>
    text
      .split(/[,，;；、|>＞/\\]+/)
      .map((one) => one.trim())
      .filter(Boolean),
  keywords: words,
  kind: (text) => text,
  attribute: (text) => firstMatch(attributeWords, text),
  source: (text) => text,
  url: (text) =>
    /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : undefined,
};

const longestValue = 300;

/** What is empty in a portal's table: a dash, 无. */
const isBlank = (text: string) => /^[\s\-—－/无]*$/.test(text);

function read(into: PageMetadata, field: Field, text: string): void {
  if (into[field] !== undefined || isBlank(text) || text.length > longestValue) return;
  const value = readers[field](text);
  if (value !== undefined) Object.assign(into, { [field]: value });
}

const bare = (text: string) => text.replace(/[\s:：[\]【】]/g, '');

/** Cells that name a field, each with the cell that follows. */
function pairsOfTable({ rows = [] }: Block): [Field, string][] {
  return rows.flatMap((row) =>
    row.flatMap((cell, place): [Field, string][] => {
      const field = fieldOfLabel.get(bare(textOfRuns(cell.text)).slice(0, 8));
      const value = row[place + 1];
      return field && value
        ? [[field, textOfRuns(value.text).trim()]]
        : linePairs(textOfRuns(cell.text));
    }),
  );
}

const anyLabel = new RegExp(
  `(?<![\\p{Script=Han}])(${[...fieldOfLabel.keys()]
    .sort((a, b) => b.length - a.length)
    .map((label) => [...label].join('[ \\u3000]{0,6}'))
    .join('|')})[\\]】]?[ \\u3000]{0,6}[:：]`,
  'gu',
);

/** Longer lines are text. */
const longestLine = 400;

/** `索引号：… 文号：… 发布日期：…` on one line. */
function linePairs(line: string): [Field, string][] {
  if (line.length > longestLine) return [];
  const found = [...line.matchAll(anyLabel)];
  return found.flatMap((match, place): [Field, string][] => {
    const field = fieldOfLabel.get(bare(match[1] ?? ''));
    const end = found[place + 1]?.index ?? line.length;
    const value = line
      .slice(match.index + match[0].length, end)
      .replace(/[\s[【|·]+$/, '')
      .trim();
    return field ? [[field, value]] : [];
  });
}

function linesOf({ text, items = [] }: Block): string[] {
  return [...(text ? [text] : []), ...items].flatMap((runs) => textOfRuns(runs).split('\n'));
}

/** Whether a table is the 信息公开 table of a page, not part of its text. */
export function isMetadataTable(block: Block): boolean {
  if (block.kind !== 'table') return false;
  const fields = new Set(pairsOfTable(block).map(([field]) => field));
  return fields.size >= 3 && fields.has('indexNumber');
}

/** What stands around the text, and in tables of metadata within it. */
export function metadataAround(blocks: readonly Block[]): PageMetadata {
  const found: PageMetadata = {};
  let waiting: Field | undefined;
  for (const block of blocks) {
    if (block.kind === 'table') {
      for (const [field, value] of pairsOfTable(block)) read(found, field, value);
      continue;
    }
    for (const line of linesOf(block)) {
      const pairs = linePairs(line);
      if (waiting && pairs.length === 0) read(found, waiting, line.trim());
      for (const [field, value] of pairs) read(found, field, value);
      const last = pairs[pairs.length - 1];
      waiting = last?.[1] === '' ? last[0] : fieldOfLabel.get(bare(line.slice(0, 12)));
    }
  }
  return found;
}

/** What the page says of itself in `<meta>`. */
export function metadataOfMetas(metas: readonly [string, string][]): PageMetadata {
  const found: PageMetadata = {};
  for (const [name, field] of metaNames) {
    for (const [given, content] of metas) if (given === name) read(found, field, content);
  }
  return found;
}

/** Lines at the head and at the foot of a text that are searched. */
const headLines = 8;
const footLines = 15;

const begins = /自(.{6,16}?)起(?:施行|实施|执行|生效)/g;
const ends = /有效期(?:限)?(?:至|到)(.{6,14}?日)/g;

/** What the text itself says: its 文号, date, stamp and force. */
export function metadataOfText(body: readonly Block[]): PageMetadata {
  const text = textOfBlocks(body);
  const lines = text.split('\n');
  const head = lines.slice(0, headLines).map((line) => line.slice(0, longestLine));
  const foot = lines.slice(-footLines).map((line) => line.slice(0, longestLine));
  return defined({
    documentNumber: head.map((line) => normalizeDocumentNumber(line)).find(Boolean),
    issuedOn: foot
      .reverse()
      .map((line) => (line.length <= 20 ? readDate(line, true) : undefined))
      .find(Boolean),
    effectiveOn: onlyDate(text, begins),
    expiresOn: onlyDate(text, ends),
    stamp: detectStamp(text),
  });
}

/** The one date a sentence names; undefined when it names several. */
function onlyDate(text: string, pattern: RegExp): string | undefined {
  const dates = new Set([...text.matchAll(pattern)].map(([, date = '']) => readDate(date)));
  return dates.size === 1 ? [...dates][0] : undefined;
}

export function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
