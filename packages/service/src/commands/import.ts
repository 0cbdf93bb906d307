import { statSync } from 'node:fs';
import { Command } from 'commander';
import {
  importFile,
  type ImportOptions,
  type ImportReport,
} from '../catalog/import/import-file.ts';
import type { Refusal } from '../catalog/import/rows.ts';
import { openService } from '../service.ts';
import { readSettings, type Flags } from '../settings.ts';
import { StopError } from '../stop.ts';
import { importCalendarCommand } from './import-calendar.ts';
import { importDocumentsCommand } from './import-documents.ts';
import { importMattersCommand } from './import-matters.ts';
import { withDatabase } from './settings-options.ts';

type ImportFlags = Flags & Omit<ImportOptions, 'progress'>;

/**
 * `open-info import catalog FILE` and `open-info import calendar FILE`. For a catalog, exit code 0:
 * everything went in; 2: some rows were refused and the others went in; 1: nothing could be done.
 */
export function importCommand(): Command {
  const catalog = new Command('catalog')
    .argument('<file>', 'JSON、CSV、XLSX 或 XLS 文件 · a JSON, CSV, XLSX or XLS file')
    .description('导入政务公开事项标准目录 · import a catalog of disclosure duties')
    .option('--dry-run', '只显示将有的变化，不写入 · show what would change, write nothing')
    .option('--effective <date>', '生效日期，默认今天 · date from which it holds (today)')
    .option(
      '--title <text>',
      '版本名称，默认取文件中的标题 · title of the edition (that of the file)',
    )
    .option('--organ <id>', '填报单位的编号或名称 · id or name of the organ whose table it is')
    .option('--field <name>', '表中未写明领域时的领域 · field of rows whose table names none')
    .option('--sheet <name>', '只读这个工作表 · only this sheet of a workbook')
    .option(
      '--complete',
      '文件是填报单位的完整目录，未列出的事项取消 · cancel what the file does not list',
    )
    .action(run);
  return new Command('import')
    .description('导入数据 · import')
    .addCommand(withDatabase(catalog))
    .addCommand(importCalendarCommand())
    .addCommand(importDocumentsCommand())
    .addCommand(importMattersCommand());
}

async function run(file: string, flags: ImportFlags): Promise<void> {
  const settings = { ...readSettings(flags), readIndex: 'off' as const };
  const { service, close } = await openService(settings);
  try {
    announce(file);
    const report = await importFile(service, file, { ...flags, progress: progress() });
    process.stdout.write(`${describe(report, flags.dryRun === true)}\n`);
    if (report.read === 0) throw noRows(report);
    if (report.refused.length > 0) process.exitCode = 2;
  } finally {
    await close();
  }
}

function noRows({ file, refused }: ImportReport): StopError {
  return refused.length > 0
    ? new StopError({
        zh: `${file} 中没有一行可以导入，请按上面的提示补全。`,
        en: `No row of ${file} could be taken; complete them as told above.`,
      })
    : new StopError({
        zh: `${file} 的表头下没有事项。`,
        en: `${file} has no item below its heading.`,
      });
}

/** Reading a large file takes a while in which there is nothing yet to count. */
function announce(file: string): void {
  const megabytes = Math.round(
    (statSync(file, { throwIfNoEntry: false })?.size ?? 0) / 1024 / 1024,
  );
  if (megabytes >= 5) process.stderr.write(`正在读取 ${file}（${String(megabytes)} MB）……\n`);
}

/** A line that rewrites itself on a terminal, a line now and then elsewhere. */
function progress(): (done: number, total: number) => void {
  const plainStep = 10_000;
  let next = plainStep;
  return (done, total) => {
    if (total < 2_000) return;
    const line = `已处理 ${String(done)} / ${String(total)} 行`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === total ? '\n' : ''}`);
    else if (done >= next || done === total) {
      process.stderr.write(`${line}\n`);
      next = done + plainStep;
    }
  };
}

const mostRefusals = 200;

/** The report of an import as the terminal shows it. */
export function describe(report: ImportReport, dryRun: boolean): string {
  const { file, read, refused, notes, outcome } = report;
  const { added, adjusted, removed, unchanged, version } = outcome;
  const counts = `新增 ${String(added)}，调整 ${String(adjusted)}，取消 ${String(removed)}，不变 ${String(unchanged)}`;
  const result = dryRun
    ? `试运行，未写入。将会：${counts}`
    : version
      ? `已导入为版本 ${version.id}《${version.title}》，自 ${version.effectiveFrom} 起生效：${counts}`
      : `没有变化：${counts}`;
  return [
    `${file}：完整 ${String(read)} 行，拒绝 ${String(refused.length)} 行`,
    ...notes.map((note) => `注意：${note}`),
    ...refused.slice(0, mostRefusals).map((refusal) => describeRefusal(file, refusal)),
    ...(refused.length > mostRefusals
      ? [`…… 另有 ${String(refused.length - mostRefusals)} 行被拒绝`]
      : []),
    ...(read === 0 ? [] : [result, ...outcome.changes.map(describeChange)]),
    ...listed('新领域', outcome.newFields),
    ...listed('未找到对应机关的公开主体（保留原文）', outcome.unknownSubjects),
  ].join('\n');
}

function describeRefusal(file: string, { origin, name, reason }: Refusal): string {
  const sheet = origin.sheet === undefined ? '' : ` 工作表“${origin.sheet}”`;
  const named = name === '' ? '' : `（${name}）`;
  return `拒绝：${file}${sheet} 第 ${String(origin.row)} 行${named}：${reason}`;
}

const reasonWords = { added: '新增', adjusted: '调整', removed: '取消' } as const;

/** Properties of an item as the table heads them. */
const propertyWords: Readonly<Record<string, string>> = {
  name: '公开事项',
  level1: '一级事项',
  level2: '二级事项',
  level3: '三级事项',
  content: '公开内容',
  basis: '公开依据',
  timeLimit: '公开时限',
  subject: '公开主体',
  channels: '公开渠道和载体',
  audiences: '公开对象',
  methods: '公开方式',
  tiers: '公开层级',
  url: '公开网址',
  reportingUnit: '填报单位',
  extensions: '其他列',
  provenance: '资料来源',
};

function describeChange(change: ImportReport['outcome']['changes'][number]): string {
  const touched = change.changed.map((name) => propertyWords[name] ?? name).join('、');
  const what = touched === '' ? '' : `（${touched}）`;
  const path = [...new Set([change.field, change.level1, change.name])].filter(Boolean).join(' › ');
  return `  ${reasonWords[change.reason]} ${path}${what}`;
}

function listed(heading: string, values: string[]): string[] {
  return values.length === 0 ? [] : [`${heading}：${values.join('、')}`];
}
