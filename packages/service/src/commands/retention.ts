import { Command } from 'commander';
import { runRetention } from '../retention/run.ts';
import { openService } from '../service.ts';
import { readSettings, type Flags } from '../settings.ts';
import { withDatabase } from './settings-options.ts';

async function run(flags: Flags): Promise<void> {
  const { service, close } = await openService(readSettings(flags));
  try {
    const erased = await runRetention(service);
    process.stdout.write(
      erased
        ? `已清除：申请 ${erased.requests} 件，办件 ${erased.cases} 件，过期上传 ${erased.uploads} 个 · erased: ${erased.requests} requests, ${erased.cases} cases, ${erased.uploads} uploads\n`
        : '另一个进程正在清除 · another process is erasing at the moment\n',
    );
  } finally {
    await close();
  }
}

/** `open-info retention run`: erases what is personal and whose time has passed. */
export function retentionCommand(): Command {
  const runOnce = withDatabase(new Command('run'))
    .description('立即清除到期的个人信息 · erase now what is due')
    .option(
      '--retention-days <number>',
      '办结后保存个人信息的天数 · days personal data are kept after the end (OPEN_INFO_RETENTION_DAYS, 1095)',
    )
    .action(run);
  return new Command('retention')
    .description('个人信息保存期限 · how long personal data are kept')
    .addCommand(runOnce);
}
