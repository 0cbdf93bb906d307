import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportFormats, type CatalogExportQuery } from '@open-info/contract/catalog';
import { isKnown } from '@open-info/contract/shape';
import { Command } from 'commander';
import { exportCatalog } from '../catalog/export.ts';
import { readFieldNames } from '../catalog/field-names.ts';
import { readSubjects } from '../catalog/subjects.ts';
import { ProblemError } from '../http/problem.ts';
import type { FileAnswer } from '../http/route.ts';
import { openService, type Service } from '../service.ts';
import { readSettings, type Flags } from '../settings.ts';
import { StopError } from '../stop.ts';
import { withDatabase } from './settings-options.ts';

interface ExportFlags extends Flags {
  format: string;
  out?: string;
  asOf?: string;
  field?: string[];
  organ?: string[];
}

/** `open-info export catalog`: the file is written whole or not at all. */
export function exportCommand(): Command {
  const catalog = new Command('catalog')
    .description('导出政务公开事项标准目录 · export the catalog in the official columns')
    .option('--format <format>', 'json、csv 或 xlsx · json, csv or xlsx', 'xlsx')
    .option('--out <file>', '文件，- 为标准输出；默认带日期的文件名 · file, - for standard output')
    .option('--as-of <date>', '该日有效的目录，默认今天 · the catalog as of this date (today)')
    .option('--field <name...>', '只导出这些领域（编号或名称） · only these fields (id or name)')
    .option('--organ <name...>', '只导出这些机关（编号或名称） · only these organs (id or name)')
    .action(run);
  return new Command('export').description('导出数据 · export').addCommand(withDatabase(catalog));
}

async function run(flags: ExportFlags): Promise<void> {
  const settings = { ...readSettings(flags), readIndex: 'off' as const };
  const { service, close } = await openService(settings);
  try {
    const answer = await exportCatalog(service, await queryOf(service, flags)).catch(refuse);
    if (flags.out === '-') {
      await pipeline(bytesOf(answer), process.stdout, { end: false });
    } else {
      const path = resolve(flags.out ?? answer.fileName);
      await write(answer, path);
      process.stdout.write(`已导出 ${path}\n`);
    }
  } finally {
    await close();
  }
}

async function queryOf(service: Service, flags: ExportFlags): Promise<CatalogExportQuery> {
  const { format, asOf } = flags;
  if (!isKnown(exportFormats, format)) {
    throw new StopError({
      zh: `没有“${format}”这种格式，可用 json、csv、xlsx。`,
      en: `There is no format "${format}"; use json, csv or xlsx.`,
    });
  }
  const fields = await readFieldNames(service.db, true);
  const subjects = await readSubjects(service.db);
  return {
    format,
    ...(asOf !== undefined && { asOf }),
    ...(flags.field && { field: flags.field.map((name) => fields.find(name)?.id ?? name) }),
    ...(flags.organ && { organ: flags.organ.map((name) => subjects.organId(name) ?? name) }),
  };
}

function refuse(error: unknown): never {
  if (!(error instanceof ProblemError)) throw error;
  const [fault] = error.facts.errors ?? [];
  if (!fault) throw error;
  const { field, message, expected } = fault;
  throw new StopError(
    {
      zh: `选项 ${field} 不正确：${message.zh}${expected ? `（${expected.zh}）` : ''}。`,
      en: `The option ${field} is not right: ${message.en}${expected ? ` (${expected.en})` : ''}.`,
    },
    error,
  );
}

function bytesOf({ body }: FileAnswer): Readable {
  const whole = typeof body === 'string' || body instanceof Uint8Array;
  return Readable.from(whole ? [body] : body, { objectMode: false });
}

async function write(answer: FileAnswer, path: string): Promise<void> {
  const partial = `${path}.part`;
  try {
    await pipeline(bytesOf(answer), createWriteStream(partial));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new StopError(
      { zh: `无法写入 ${path}：${reason}。`, en: `${path} cannot be written: ${reason}.` },
      error,
    );
  }
}
