import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { openUpkeep } from '../backup/control-client.ts';
import { checkBackup } from '../backup/format.ts';
import { installKeys } from '../privacy/keys.ts';
import { readSettings, type Flags, type Settings } from '../settings.ts';
import { withDatabase } from './settings-options.ts';

interface RestoreFlags extends Flags {
  replace?: boolean;
}

/** `open-info restore FILE`: also while the service runs; all data changes at one moment. */
export function restoreCommand(): Command {
  return withDatabase(new Command('restore'))
    .argument('<file>', '备份文件 · a file of open-info backup')
    .description('用备份恢复，服务可照常运行 · restore a backup while the service runs')
    .option('--replace', '取代已有的全部数据 · put it in the place of all data there is')
    .action(run);
}

async function run(file: string, flags: RestoreFlags): Promise<void> {
  const settings = readSettings(flags);
  const path = resolve(file);
  await takeKeys(settings, path);
  const upkeep = await openUpkeep(settings);
  try {
    const { at, version, rows, files } = await upkeep.restore(path, {
      replace: flags.replace === true,
    });
    process.stdout.write(
      `已恢复 ${at} 的备份（版本 ${version}）：${String(rows)} 行，${String(files)} 个附件\n`,
    );
  } finally {
    await upkeep.close();
  }
}

/** A new data folder takes the keys that lie in the backup; where there is a key, it stays. */
async function takeKeys({ data, dataKey, dataKeys }: Settings, path: string): Promise<void> {
  const { keys } = await checkBackup(path);
  const hasKey = dataKey !== undefined || dataKeys !== undefined || data === 'memory';
  if (keys === undefined || hasKey || existsSync(join(data, 'data-key'))) return;
  installKeys(data, keys);
}
