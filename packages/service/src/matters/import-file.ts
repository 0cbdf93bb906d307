import { readFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Service } from '../service.ts';
import { StopError } from '../stop.ts';
import { kindOf, sampleBytes, uploadRules } from '../uploads/kinds.ts';
import type { MatterInput } from './draft.ts';
import type { MatterFile } from './files.ts';
import { writeMatters, type MatterReport } from './write.ts';

export interface MatterImportOptions {
  /** Only says what would change. */
  dryRun?: boolean | undefined;
}

export interface MatterImportReport extends MatterReport {
  /** How many records the file holds. */
  found: number;
}

/**
 * Takes in the matters of a JSON file: a list of records, bare or under `items`, with the blank forms
 * and samples they name, from the folder of the file.
 *
 * @throws StopError when the file cannot be read or holds no list
 */
export async function importMatters(
  service: Service,
  path: string,
  { dryRun }: MatterImportOptions = {},
): Promise<MatterImportReport> {
  const list = listOf(path, parse(path));
  const records: MatterInput[] = [];
  for (const record of list) {
    records.push(await withFiles(record, dirname(path)));
  }
  return { found: list.length, ...(await writeMatters(service, records, { dryRun })) };
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StopError({
      zh: `不能读取 ${path}：应为 UTF-8 编码的 JSON 文件（${reason}）。`,
      en: `Cannot read ${path}: it has to be a JSON file in UTF-8 (${reason}).`,
    });
  }
}

function listOf(path: string, document: unknown): unknown[] {
  const list: unknown = Array.isArray(document)
    ? document
    : typeof document === 'object' && document !== null && 'items' in document
      ? document.items
      : undefined;
  if (Array.isArray(list)) return list;
  throw new StopError({
    zh: `${path} 中没有事项列表：应为数组，或含 items 数组的对象，格式见 docs/matters.md。`,
    en: `${path} holds no list of matters: give an array, or an object with an items array; see docs/matters.md.`,
  });
}

/** Paths of the files a record names, whatever else is wrong with it. */
function pathsOf(record: unknown): string[] {
  if (typeof record !== 'object' || record === null) return [];
  const { materials, results } = record as Record<string, unknown>;
  const entries = [materials, results].flatMap((list): unknown[] =>
    Array.isArray(list) ? list : [],
  );
  const files = entries.flatMap((entry: unknown): unknown[] => {
    const list = (entry as { files?: unknown } | null)?.files;
    return Array.isArray(list) ? list : [];
  });
  return files.flatMap((file) => {
    const path = (file as { path?: unknown } | null)?.path;
    return typeof path === 'string' ? path : [];
  });
}

async function withFiles(record: unknown, folder: string): Promise<MatterInput> {
  const contents = new Map<string, MatterFile>();
  for (const path of pathsOf(record)) {
    const file = await readWithin(folder, path);
    if (file) contents.set(path, file);
  }
  if (typeof record !== 'object' || record === null) return record as MatterInput;
  return { ...(record as MatterInput), contents };
}

/** A file below the folder; undefined when there is none, it is too large or of no kind that is taken. */
async function readWithin(folder: string, path: string): Promise<MatterFile | undefined> {
  const whole = resolve(folder, path);
  const inside = relative(resolve(folder), whole);
  if (inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
  let handle: FileHandle;
  try {
    handle = await open(whole, 'r');
  } catch {
    return undefined;
  }
  try {
    const { size } = await handle.stat();
    if (size > uploadRules.maxBytes) return undefined;
    const content = await handle.readFile();
    const kind = await kindOf(content.subarray(0, sampleBytes), content.length <= sampleBytes);
    return kind && { type: kind.type, content };
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
}
