import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { openUpkeep } from '../backup/control-client.ts';
import { checkBackup } from '../backup/format.ts';
import { syncFolder } from '../database/sync.ts';
import { readSettings, type Flags, type Settings } from '../settings.ts';
import { StopError } from '../stop.ts';
import { withDatabase } from './settings-options.ts';

interface BackupFlags extends Flags {
  withKeys?: boolean;
}

/** `open-info backup FILE`: also while the service runs. The file is written whole or not at all. */
export function backupCommand(): Command {
  return withDatabase(new Command('backup'))
    .argument('<file>', '备份文件 · file to write')
    .description('备份全部数据和附件，服务可照常运行 · back up all data while the service runs')
    .option('--with-keys', '把数据密钥也写入备份，须妥善保管 · also the data keys; guard the file')
    .action(run);
}

async function run(file: string, flags: BackupFlags): Promise<void> {
  const settings = readSettings(flags);
  const path = resolve(file);
  const keys = flags.withKeys === true;
  const upkeep = await openUpkeep(settings);
  try {
    await write(path, async (part) => {
      const bytes = await upkeep.backup({ keys });
      await pipeline(bytes, createWriteStream(part, { mode: 0o600, flags: 'w', flush: true }));
    });
  } finally {
    await upkeep.close();
  }
  process.stdout.write(`已备份到 ${path}\n${aboutKeys(settings, keys)}\n`);
}

async function write(path: string, fill: (part: string) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  try {
    await rm(part, { force: true });
    await fill(part);
    // Read back from the first line to the last: a backup nobody ever read is none.
    await checkBackup(part);
    await rename(part, path);
    syncFolder(dirname(path));
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof StopError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StopError(
      { zh: `备份未完成：${reason}。`, en: `The backup was not finished: ${reason}.` },
      error,
    );
  }
}

function aboutKeys({ data, dataKey, dataKeys }: Settings, keys: boolean): string {
  if (keys) return '备份含数据密钥，任何得到它的人都能读取其中的个人信息，请妥善保管。';
  const where =
    dataKeys !== undefined
      ? '环境变量 OPEN_INFO_DATA_KEYS'
      : dataKey !== undefined
        ? '环境变量 OPEN_INFO_DATA_KEY'
        : join(data, 'data-key');
  return `备份中的个人信息仍是加密的，数据密钥不在其中；密钥在 ${where}，请另行保存，没有它备份无法恢复。`;
}
