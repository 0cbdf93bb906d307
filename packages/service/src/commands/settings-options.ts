import type { Command } from 'commander';

/** Adds the flags of the settings; the environment variable of each stands in brackets. */
export function withSettings(command: Command): Command {
  return withDatabase(command)
    .option('--port <number>', '端口，0 为任意空闲端口 · port, 0 for any free one (PORT, 8787)')
    .option('--host <address>', '监听地址 · address to listen on (HOST, 127.0.0.1)')
    .option('--site <folder>', '静态页面文件夹 · folder of static pages (OPEN_INFO_SITE)')
    .option('--embed <folder>', '组件文件夹 · folder of the built widgets (OPEN_INFO_EMBED)')
    .option(
      '--read-index <mode>',
      '内存读索引 on、auto、off · in-process read index (OPEN_INFO_READ_INDEX)',
    );
}

/** Adds the flags of every command that opens the database. */
export function withDatabase(command: Command): Command {
  return command
    .option(
      '--data <folder>',
      '数据文件夹，memory 为只在内存中 · data folder, or memory (OPEN_INFO_DATA, .open-info)',
    )
    .option('--database-url <url>', 'PostgreSQL 地址 · PostgreSQL instead (DATABASE_URL)')
    .option(
      '--item-url <template>',
      '事项官方页面地址，含 {id} · page of an item, with {id} (OPEN_INFO_ITEM_URL)',
    )
    .option('--log-level <level>', '日志 silent、error、info、debug · log level (OPEN_INFO_LOG)');
}
