import { policyLevels, type PolicyLevel } from '@open-info/contract/documents';
import { Command, Option } from 'commander';
import { droppedWords, type Dropped } from '../blocks/dropped.ts';
import {
  importDocuments,
  type DocumentImportOptions,
  type DocumentImportReport,
  type RefusedSource,
} from '../blocks/import-documents.ts';
import type { WrittenRecord } from '../documents/rows.ts';
import { openService } from '../service.ts';
import { readSettings, type Flags } from '../settings.ts';
import { StopError } from '../stop.ts';
import { withDatabase } from './settings-options.ts';

interface ImportFlags extends Flags {
  dryRun?: boolean;
  base?: string;
  organ?: string;
  level?: PolicyLevel;
  attribute?: '主动公开' | '依申请公开' | '不予公开';
}

const attributes = { 主动公开: 'open', 依申请公开: 'onRequest', 不予公开: 'closed' } as const;

/**
 * `open-info import documents FOLDER|FEED|FILE`. Exit code 0: everything went in; 2: some documents
 * were refused and the others went in; 1: nothing could be done.
 */
export function importDocumentsCommand(): Command {
  const documents = new Command('documents')
    .argument(
      '<source>',
      '文件夹、.html、.docx、JSON，或订阅源的文件或网址 · a folder, .html, .docx, JSON, or a feed as file or address',
    )
    .description('导入政策文件 · import policy documents')
    .option('--dry-run', '只显示将有的变化，不写入 · show what would change, write nothing')
    .option('--base <url>', '网页的原网址，用来还原相对链接 · address the pages were exported from')
    .option('--organ <name>', '网页未写明时的发文机关 · issuing organ where a page names none')
    .addOption(
      new Option('--level <level>', '政策层级，默认 district · level of the policies').choices([
        ...policyLevels,
      ]),
    )
    .addOption(
      new Option(
        '--attribute <words>',
        '网页和附注都未写明时的公开属性 · attribute where neither page nor stamp states one',
      ).choices(Object.keys(attributes)),
    )
    .action(run);
  return withDatabase(documents);
}

async function run(source: string, flags: ImportFlags): Promise<void> {
  const settings = { ...readSettings(flags), readIndex: 'off' as const };
  const { service, close } = await openService(settings);
  try {
    const report = await importDocuments(service, source, optionsOf(flags));
    process.stdout.write(`${describe(source, report, flags.dryRun === true)}\n`);
    if (report.refused.length === 0) return;
    const { added, changed, unchanged } = report.written;
    if (added.length + changed.length + unchanged === 0) throw nothingTaken(source);
    process.exitCode = 2;
  } finally {
    await close();
  }
}

function optionsOf({ dryRun, base, organ, level, attribute }: ImportFlags): DocumentImportOptions {
  if (base !== undefined && !/^https?:\/\/[^/]/i.test(base)) throw wrongBase(base);
  return {
    dryRun,
    base,
    organ,
    level,
    attribute: attribute === undefined ? undefined : attributes[attribute],
  };
}

function wrongBase(base: string): StopError {
  return new StopError({
    zh: `“${base}”不是网页的地址：应以 http:// 或 https:// 开头。`,
    en: `"${base}" is no address of a page: it begins with http:// or https://.`,
  });
}

function nothingTaken(source: string): StopError {
  return new StopError({
    zh: `${source} 中没有一份文件可以导入，请按上面的提示补全。`,
    en: `No document of ${source} could be taken; complete them as told above.`,
  });
}

/** Fields as portals head them. */
const fieldWords: Readonly<Record<string, string>> = {
  indexNumber: '索引号',
  title: '标题',
  documentNumber: '文号',
  kind: '公文种类',
  level: '政策层级',
  issuers: '发文机关',
  issuedOn: '成文日期',
  publishedAt: '发布时间',
  effectiveOn: '施行日期',
  expiresOn: '有效期至',
  topics: '主题分类',
  attribute: '公开属性',
  reason: '不公开的理由',
  ground: '不公开的依据',
  ended: '失效、废止或修改',
  source: '来源',
  body: '正文',
};

const undecidedWords = '没有写明公开属性，也没有附注；导入后不对外公开，可用 --attribute 写明';

const mostShown = 200;

function describe(source: string, report: DocumentImportReport, isDry: boolean): string {
  const { found, refused, dropped, undecided, written } = report;
  const { added, changed, unchanged, notes } = written;
  const counts = `新增 ${String(added.length)}，调整 ${String(changed.length)}，不变 ${String(unchanged)}`;
  return [
    `${source}：读到文件 ${String(found)} 份，拒绝 ${String(refused.length)} 份`,
    ...shown(refused.flatMap(describeRefusal)),
    isDry ? `试运行，未写入。将会：${counts}` : `已导入：${counts}`,
    ...shown(added.map((record) => describeRecord('新增', record))),
    ...shown(changed.map((record) => describeRecord('调整', record))),
    ...shown(undecided.map((origin) => `注意：${origin}：${undecidedWords}`)),
    ...shown(dropped.flatMap((one) => describeDropped(one.origin, one.dropped))),
    ...shown(notes.map(({ title, words }) => `注意：${title}：${words.zh}`)),
  ].join('\n');
}

function shown(lines: string[]): string[] {
  const more = lines.length - mostShown;
  return more > 0 ? [...lines.slice(0, mostShown), `…… 另有 ${String(more)} 条`] : lines;
}

const describeRecord = (what: string, { id, title }: WrittenRecord) => `  ${what} ${id} ${title}`;

function describeRefusal({ origin, title, faults }: RefusedSource): string[] {
  const named = title === '' ? '' : `（${title}）`;
  return faults.map(({ field, words }) => {
    const [first = ''] = field.split(/[.[]/);
    const label = fieldWords[first];
    const shownField = label === undefined ? field : `${label} ${field}`;
    return `拒绝：${origin}${named}：${shownField}：${words.zh}`;
  });
}

function describeDropped(origin: string, dropped: readonly Dropped[]): string[] {
  return dropped.map(({ kind, count, examples }) => {
    const such = examples.length === 0 ? '' : `，如 ${examples.join('、')}`;
    return `略去：${origin}：${droppedWords[kind].zh} ${String(count)} 处${such}`;
  });
}
