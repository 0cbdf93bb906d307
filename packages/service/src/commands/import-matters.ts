import { Command } from 'commander';
import {
  importMatters,
  type MatterImportOptions,
  type MatterImportReport,
} from '../matters/import-file.ts';
import { openService } from '../service.ts';
import { readSettings, type Flags } from '../settings.ts';
import { StopError } from '../stop.ts';
import { withDatabase } from './settings-options.ts';

/**
 * `open-info import matters FILE`. Exit code 0: everything went in; 2: some records were refused and
 * the others went in; 1: nothing could be done.
 */
export function importMattersCommand(): Command {
  const matters = new Command('matters')
    .argument(
      '<file>',
      'JSON 文件，空白表格和样表在同一文件夹 · a JSON file with its forms in the same folder',
    )
    .description('导入办事事项和一件事 · import service matters and bundles')
    .option('--dry-run', '只显示将有的变化，不写入 · show what would change, write nothing')
    .action(run);
  return withDatabase(matters);
}

async function run(file: string, flags: Flags & MatterImportOptions): Promise<void> {
  const settings = { ...readSettings(flags), readIndex: 'off' as const };
  const { service, close } = await openService(settings);
  try {
    const report = await importMatters(service, file, flags);
    process.stdout.write(`${describe(file, report, flags.dryRun === true)}\n`);
    if (report.refused.length === 0) return;
    const { added, changed, unchanged } = report;
    if (added.length + changed.length + unchanged === 0) throw nothingTaken(file);
    process.exitCode = 2;
  } finally {
    await close();
  }
}

function nothingTaken(file: string): StopError {
  return new StopError({
    zh: `${file} 中没有一个事项可以导入，请按上面的提示补全。`,
    en: `No matter of ${file} could be taken; complete them as told above.`,
  });
}

/** Fields as a guide heads them. */
const fieldWords: Readonly<Record<string, string>> = {
  id: '编号',
  code: '实施编码',
  name: '事项名称',
  parts: '所含事项',
  type: '事项类型',
  organ: '实施主体',
  summary: '一句话说明',
  audiences: '服务对象',
  themes: '服务主题',
  fields: '领域',
  channels: '办理形式',
  caseType: '办件类型',
  statutory: '法定办结时限',
  promised: '承诺办结时限',
  visits: '到办事现场次数',
  basis: '设定依据',
  conditions: '受理条件',
  questions: '情形',
  materials: '申请材料',
  steps: '办理流程',
  results: '办理结果',
  fees: '收费',
  offices: '办理地点',
  faq: '常见问题',
  version: '事项版本',
};

const mostShown = 200;

function describe(file: string, report: MatterImportReport, isDry: boolean): string {
  const { found, refused, added, changed, unchanged, notes } = report;
  const counts = `新增 ${String(added.length)}，调整 ${String(changed.length)}，不变 ${String(unchanged)}`;
  return [
    `${file}：读到事项 ${String(found)} 个，拒绝 ${String(refused.length)} 个`,
    ...shown(refused.flatMap(describeRefusal)),
    isDry ? `试运行，未写入。将会：${counts}` : `已导入：${counts}`,
    ...shown(added.map(({ id, name }) => `  新增 ${id} ${name}`)),
    ...shown(changed.map(({ id, name }) => `  调整 ${id} ${name}`)),
    ...shown(notes.map(({ name, words }) => `注意：${name}：${words.zh}`)),
  ].join('\n');
}

function shown(lines: string[]): string[] {
  const more = lines.length - mostShown;
  return more > 0 ? [...lines.slice(0, mostShown), `…… 另有 ${String(more)} 条`] : lines;
}

function describeRefusal({ place, name, faults }: MatterImportReport['refused'][number]): string[] {
  const named = name === '' ? '' : `（${name}）`;
  return faults.map(({ field, message, expected }) => {
    const label = fieldWords[field.split('.')[0] ?? ''];
    const where = label === undefined ? field : `${label} ${field}`;
    return `拒绝：第 ${String(place)} 个${named}：${where}：${message.zh}，应为：${expected?.zh ?? ''}`;
  });
}
