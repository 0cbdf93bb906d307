import { Command } from 'commander';
import {
  importCalendar,
  type CalendarImportOptions,
  type CalendarImportReport,
} from '../calendar/import-file.ts';
import { openService } from '../service.ts';
import { readSettings, type Flags } from '../settings.ts';
import { withDatabase } from './settings-options.ts';

type ImportFlags = Flags & CalendarImportOptions;

/**
 * `open-info import calendar FILE`. Exit code 0: the notice is in, or was already; 1: nothing was
 * taken, and the fields that are not right are named.
 */
export function importCalendarCommand(): Command {
  const calendar = new Command('calendar')
    .argument('<file>', '放假通知的 JSON 文件 · the notice of a year as JSON')
    .description('导入一年的放假通知 · import the holiday notice of a year')
    .option('--dry-run', '只显示将有的变化，不写入 · show what would change, write nothing')
    .option(
      '--number <numbers...>',
      '通知的文号，文件中没有时 · numbers of the notices, when the file has none',
    )
    .action(run);
  return withDatabase(calendar);
}

async function run(file: string, flags: ImportFlags): Promise<void> {
  const settings = { ...readSettings(flags), readIndex: 'off' as const };
  const { service, close } = await openService(settings);
  try {
    const report = await importCalendar(service, file, flags);
    process.stdout.write(`${describe(report, flags.dryRun === true)}\n`);
  } finally {
    await close();
  }
}

const becomesWords = { off: '放假', worked: '上班', usual: '不再调整' } as const;

function describe(report: CalendarImportReport, isDry: boolean): string {
  const { file, year, off, worked, local, changes, changed, coveredTo } = report;
  const extra = local > 0 ? `，地方另行规定 ${String(local)} 天` : '';
  const result = !changed
    ? '没有变化'
    : isDry
      ? `试运行，未写入。将会调整 ${String(changes.length)} 天`
      : `已导入，调整 ${String(changes.length)} 天。工作日历到 ${coveredTo} 为止`;
  return [
    `${file}：${String(year)} 年，工作日放假 ${String(off)} 天，周末上班 ${String(worked)} 天${extra}`,
    result,
    ...changes.map(({ date, name, becomes }) => `  ${date} ${becomesWords[becomes]}（${name}）`),
  ].join('\n');
}
