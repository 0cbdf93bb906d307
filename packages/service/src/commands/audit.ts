import { Command } from 'commander';
import type { AuditFault } from '../audit/store.ts';
import { openUpkeep } from '../backup/control-client.ts';
import { readSettings, type Flags } from '../settings.ts';
import { StopError } from '../stop.ts';
import { withDatabase } from './settings-options.ts';

interface VerifyFlags extends Flags {
  head?: string;
}

/** `open-info audit verify` and `open-info audit head`, also while the service runs. */
export function auditCommand(): Command {
  const verify = new Command('verify')
    .description('核验审计链 · verify the audit chain')
    .option('--head <hash>', '另行保存的链头，应在链中 · a head kept outside, which must be in it')
    .action(runVerify);
  const head = new Command('head')
    .description('显示链头，供另行保存 · show the head, to be kept outside')
    .action(runHead);
  return new Command('audit')
    .description('审计链 · the audit chain')
    .addCommand(withDatabase(verify))
    .addCommand(withDatabase(head));
}

async function verdict(flags: Flags, kept?: string): Promise<{ count: number; head: string }> {
  const upkeep = await openUpkeep(readSettings(flags));
  try {
    const found = await upkeep.verifyAudit(kept);
    if (found.whole) return found;
    throw broken(found.seq, found.fault);
  } finally {
    await upkeep.close();
  }
}

async function runVerify(flags: VerifyFlags): Promise<void> {
  if (flags.head !== undefined && !/^[0-9a-f]{64}$/.test(flags.head)) throw noHash();
  const { count, head } = await verdict(flags, flags.head);
  process.stdout.write(`审计链完整：${String(count)} 条，链头 ${head}\n`);
}

/** A head is only worth keeping of a chain that holds. */
async function runHead(flags: Flags): Promise<void> {
  const { head } = await verdict(flags);
  process.stdout.write(`${head}\n`);
}

const faults: Readonly<Record<AuditFault, { zh: string; en: string }>> = {
  missing: { zh: '缺失', en: 'is missing' },
  order: { zh: '与前一条不相接', en: 'does not hang on the one before' },
  changed: { zh: '被改动', en: 'was changed' },
  tail: { zh: '起的末尾与链头不符', en: 'and what follows do not agree with the head' },
  head: {
    zh: '之前找不到给出的链头，链被截断或重写',
    en: 'and those before do not lead to the given head: the chain was cut or written anew',
  },
};

function broken(seq: number, fault: AuditFault): StopError {
  const { zh, en } = faults[fault];
  return new StopError({
    zh: `审计链不完整：第 ${String(seq)} 条${zh}。`,
    en: `The audit chain is broken: row ${String(seq)} ${en}.`,
  });
}

function noHash(): StopError {
  return new StopError({
    zh: '选项 --head 应为 64 位十六进制的链头（open-info audit head 显示的值）。',
    en: 'The option --head takes a head of 64 hexadecimal digits, as open-info audit head shows it.',
  });
}
