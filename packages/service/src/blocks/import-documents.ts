import { documentKinds, type PolicyLevel } from '@open-info/contract/documents';
import type { DocumentRow, WriteReport } from '../documents/rows.ts';
import { writePolicies } from '../documents/write.ts';
import type { FieldFault } from '../http/problem.ts';
import type { Words } from '../http/words.ts';
import { seedRegistry } from '../seed.ts';
import type { Service } from '../service.ts';
import type { Dropped } from './dropped.ts';
import { withoutTitle } from './from-html.ts';
import { keepFiles } from './kept-files.ts';
import { defined, type PageMetadata } from './page-metadata.ts';
import { findSources, type Source } from './sources.ts';

export interface DocumentImportOptions {
  dryRun?: boolean | undefined;
  /** http(s) address the pages were exported from. */
  base?: string | undefined;
  /** Name of the issuing organ of pages that name none. */
  organ?: string | undefined;
  /** 政策层级 of pages; a page never states it. */
  level?: PolicyLevel | undefined;
  /** 公开属性 of pages that state none and bear no stamp. */
  attribute?: 'open' | 'onRequest' | 'closed' | undefined;
}

/** A document that was not taken. */
export interface RefusedSource {
  origin: string;
  title: string;
  faults: { field: string; words: Words }[];
}

export interface DocumentImportReport {
  /** How many documents were found. */
  found: number;
  refused: RefusedSource[];
  /** What was left out, by document. */
  dropped: { origin: string; dropped: Dropped[] }[];
  /** Documents that state no 公开属性: taken in, and not public. */
  undecided: string[];
  written: Omit<WriteReport, 'refused'>;
}

/** A row, or what keeps it from being one. */
interface Made {
  source: Source;
  row: Record<string, unknown>;
  dropped: Dropped[];
  faults: RefusedSource['faults'];
}

/**
 * Takes in what a content management system exported: a folder, a file, a feed. The same again
 * changes nothing, since a document is known by its 索引号.
 *
 * @throws StopError when there is nothing to read
 */
export async function importDocuments(
  service: Pick<Service, 'db' | 'now' | 'published' | 'files'>,
  target: string,
  options: DocumentImportOptions,
): Promise<DocumentImportReport> {
  const { sources, others } = await findSources(target, options);
  await seedRegistry(service);
  const made: Made[] = [];
  for (const source of sources) made.push(await make(source, options));
  markTwice(made);
  const right = made.filter(({ faults }) => faults.length === 0);
  // The writer names every field that is missing or wrong.
  const documents = right.map(({ row }) => row as unknown as DocumentRow);
  const { dryRun } = options;
  const { refused, ...written } = await writePolicies(
    service,
    { ...others, documents },
    { dryRun },
  );
  return {
    found: sources.length,
    refused: [
      ...made.filter(({ faults }) => faults.length > 0).map(refusedHere),
      ...refused.map(({ kind, place, title, faults }) => ({
        origin:
          (kind === 'document' ? right[place - 1]?.source.origin : undefined) ??
          `${kind} [${String(place)}]`,
        title,
        faults: faults.map(asFault),
      })),
    ],
    dropped: made
      .filter(({ dropped }) => dropped.length > 0)
      .map(({ source, dropped }) => ({ origin: source.origin, dropped })),
    undecided: right
      .filter(({ row }) => row.attribute === undefined)
      .map(({ source }) => source.origin),
    written,
  };
}

function refusedHere({ source, row, faults }: Made): RefusedSource {
  return { origin: source.origin, title: typeof row.title === 'string' ? row.title : '', faults };
}

function asFault({ field, message, expected }: FieldFault): RefusedSource['faults'][number] {
  const more = (language: keyof Words, lead: string) =>
    expected ? `${lead}${expected[language]}` : '';
  return {
    field,
    words: {
      zh: `${message.zh}${more('zh', '；应为')}`,
      en: `${message.en}${more('en', '; expected ')}`,
    },
  };
}

async function make(source: Source, options: DocumentImportOptions): Promise<Made> {
  const { page, fields, failure, beside } = source;
  if (failure) {
    return { source, row: {}, dropped: [], faults: [{ field: 'body', words: failure }] };
  }
  if (!page) return { source, row: fields, dropped: [], faults: [] };
  const { blocks, kept, dropped } = await keepFiles(page, beside);
  const stated = { ...fieldsOf(page.metadata, page.title, options), ...fields };
  const body = withoutTitle(blocks, typeof stated.title === 'string' ? stated.title : undefined);
  const row = { ...stated, body, ...(kept.length > 0 ? { files: kept } : {}) };
  const faults = [
    ...(blocks.length === 0 ? [emptyBody] : []),
    ...(dropped.some(({ kind }) => kind === 'beyondLimit') ? [tooLong] : []),
    ...missingFaults(stated),
    ...stampFaults(page.metadata, stated),
    ...endFaults(page.metadata, stated),
  ];
  return { source, row, dropped, faults };
}

const emptyBody = {
  field: 'body',
  words: { zh: '没有找到正文', en: 'no text was found' },
};

const tooLong = {
  field: 'body',
  words: {
    zh: '正文超过 50000 段；请分成几份文件',
    en: 'more than 50,000 paragraphs; part it into several documents',
  },
};

/** What a page says, as fields of a record. */
function fieldsOf(
  page: PageMetadata,
  pageTitle: string | undefined,
  { organ, level = 'district', attribute }: DocumentImportOptions,
): Record<string, unknown> {
  const { indexNumber, documentNumber, issuedOn, publishedAt, effectiveOn, expiresOn } = page;
  const title = page.title ?? pageTitle;
  const issuers = page.issuers ?? (organ === undefined ? undefined : [organ]);
  return defined({
    indexNumber,
    title,
    documentNumber,
    kind: kindOf(page.kind, title),
    level,
    issuers: issuers?.map((name, place) => (place === 0 ? { name, lead: true } : { name })),
    issuedOn,
    publishedAt,
    effectiveOn,
    expiresOn,
    topics: page.topics ?? [],
    attribute: page.attribute ?? page.stamp ?? attribute,
    source: sourceOf(page, issuers),
  });
}

/** 公文种类 as stated, else as the title ends: 关于……的通知. */
function kindOf(stated: string | undefined, title = ''): string | undefined {
  const named = (text: string) =>
    [...documentKinds]
      .sort((a, b) => b.length - a.length)
      .find((kind) => text.replace(/[（(][^（）()]*[）)]$/, '').endsWith(kind));
  return stated === undefined ? (named(title) ?? '其他') : (named(stated) ?? stated);
}

/** 转载: taken over from someone who did not issue it. */
function sourceOf({ source, url }: PageMetadata, issuers: string[] = []) {
  return source === undefined || issuers.includes(source)
    ? undefined
    : defined({ name: source, url });
}

const stampWords: Readonly<Record<string, string>> = {
  open: '主动公开',
  onRequest: '依申请公开',
  closed: '不予公开',
};

/** What a page must say, and where it does. */
const required: Readonly<Record<string, Words>> = {
  indexNumber: { zh: '索引号', en: 'the 索引号' },
  title: { zh: '标题', en: 'the title' },
  issuers: { zh: '发文机关（或用 --organ 写明）', en: 'the issuing organ (or give --organ)' },
  issuedOn: { zh: '成文日期', en: 'the date of issue (成文日期)' },
  publishedAt: { zh: '发布日期', en: 'the date of publication (发布日期)' },
};

function missingFaults(stated: Record<string, unknown>): RefusedSource['faults'] {
  return Object.entries(required)
    .filter(([field]) => stated[field] === undefined)
    .map(([field, { zh, en }]) => ({
      field,
      words: {
        zh: `缺少；网页的信息公开表、网页标签、正文或同名 .json 中应有${zh}`,
        en: `missing; the table, tags or text of the page or a .json of the same name must state ${en}`,
      },
    }));
}

/** 附注 and 公开属性 must agree. */
function stampFaults({ stamp }: PageMetadata, { attribute }: Record<string, unknown>) {
  if (stamp === undefined || typeof attribute !== 'string' || stamp === attribute) return [];
  const [printed = stamp, given = attribute] = [stampWords[stamp], stampWords[attribute]];
  return [
    {
      field: 'attribute',
      words: {
        zh: `公开属性为“${given}”，与正文附注“${printed}”不一致；请核对后改正其中之一`,
        en: `the attribute is ${attribute}, the stamp in the text says ${stamp}; correct the one that is wrong`,
      },
    },
  ];
}

/** A page that says 废止 without a day cannot tell from when. */
function endFaults({ validity, expiresOn }: PageMetadata, { ended }: Record<string, unknown>) {
  const isEnded = validity === 'abolished' || validity === 'amended' || validity === 'expired';
  if (!isEnded || ended !== undefined || (validity === 'expired' && expiresOn !== undefined)) {
    return [];
  }
  return [
    {
      field: 'ended',
      words: {
        zh: `网页写明已失效、废止或修改，但没有日期；请在同名 .json 中写明 "ended": {"validity": "${validity}", "on": "年-月-日"}`,
        en: `the page says that it is no longer in force but not since when; state "ended": {"validity": "${validity}", "on": "YYYY-MM-DD"} in a .json of the same name`,
      },
    },
  ];
}

/** Two documents of one import under one 索引号 would overwrite each other. */
function markTwice(made: readonly Made[]): void {
  const seen = new Map<unknown, string>();
  for (const { source, row, faults } of made) {
    const { indexNumber } = row;
    if (typeof indexNumber !== 'string') continue;
    const first = seen.get(indexNumber);
    if (first === undefined) seen.set(indexNumber, source.origin);
    else {
      faults.push({
        field: 'indexNumber',
        words: { zh: `与 ${first} 的索引号相同`, en: `the same as that of ${first}` },
      });
    }
  }
}
