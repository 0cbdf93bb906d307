import { Command } from 'commander';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { restoreCommand } from './commands/restore.ts';
import { retentionCommand } from './commands/retention.ts';
import { serveCommand } from './commands/serve.ts';
import { tokenCommand } from './commands/token.ts';
import { StopError } from './stop.ts';
import { version } from './version.ts';

/** One sentence that says what to do next, or at least what to tell those who can help. */
function explain(error: unknown): string {
  if (error instanceof StopError) return error.sentence;
  const reason = error instanceof Error ? error.message : String(error);
  return `open-info 因内部错误停止：${reason} open-info stopped on an internal error: ${reason}`;
}

/** Runs the command line; ends the process with exit code 1 when it cannot do what was asked. */
export async function run(argv: string[]): Promise<void> {
  const program = new Command('open-info')
    .description('基层政务公开数据服务 · data service of grassroots government disclosure')
    .version(version)
    .addCommand(serveCommand())
    .addCommand(importCommand())
    .addCommand(exportCommand())
    .addCommand(retentionCommand())
    .addCommand(backupCommand())
    .addCommand(restoreCommand())
    .addCommand(auditCommand())
    .addCommand(tokenCommand());
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}
