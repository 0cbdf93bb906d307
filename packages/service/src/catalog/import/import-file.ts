import { basename } from 'node:path';
import type { Service } from '../../service.ts';
import { seedRegistry } from '../../seed.ts';
import { StopError } from '../../stop.ts';
import { isDate } from '../cursor.ts';
import { applyEdition, type EditionOutcome } from '../editions.ts';
import { readFieldNames } from '../field-names.ts';
import { shanghaiDate } from '../selection.ts';
import { readSubjects } from '../subjects.ts';
import { readCatalogFile } from './read-file.ts';
import type { ReadRow, Refusal } from './rows.ts';

export interface ImportOptions {
  dryRun?: boolean | undefined;
  /** `YYYY-MM-DD`; today when absent. */
  effective?: string | undefined;
  title?: string | undefined;
  /** Id or name of the organ whose table it is. */
  organ?: string | undefined;
  complete?: boolean | undefined;
  sheet?: string | undefined;
  /** Field of rows whose table names none. */
  field?: string | undefined;
  /** Called now and then with the rows done and the rows there are. */
  progress?: ((done: number, total: number) => void) | undefined;
}

export interface ImportReport {
  file: string;
  /** Rows that were complete. */
  read: number;
  /** Rows that were not taken, in the order of the file. */
  refused: Refusal[];
  notes: string[];
  outcome: EditionOutcome;
}

/**
 * Reads a file and applies it as an edition of the catalog.
 *
 * @throws StopError when the file cannot be read or nothing in it can be taken
 */
export async function importFile(
  service: Pick<Service, 'db' | 'now'>,
  path: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const effectiveFrom = effectiveDate(options.effective, service.now());
  const file = basename(path);
  await seedRegistry(service);
  const organ = options.organ === undefined ? undefined : await organId(service, options.organ);
  const fields = await readFieldNames(service.db, true);
  const { rows, refused, notes, title } = await readCatalogFile(path, {
    sheet: options.sheet,
    field: options.field,
    knownField: (name) => fields.find(name)?.name,
  });
  if (rows.length === 0) return { file, read: 0, refused, notes, outcome: nothing };

  const complete = options.complete === true && refused.length === 0;
  if (options.complete === true && !complete) {
    notes.push('有行被拒绝，不能确定哪些事项已不在目录中，因此本次不取消任何事项');
  }
  const outcome = await applyEdition(
    service,
    rows.map(({ row }) => row),
    {
      title: options.title ?? title ?? file.replace(/\.[^.]+$/, ''),
      effectiveFrom,
      source: file,
      complete,
      dryRun: options.dryRun,
      organ,
      progress: (done) => options.progress?.(done, rows.length),
    },
  );
  for (const { row, first } of outcome.duplicates) {
    const [second, earlier] = [rows[row], rows[first]];
    if (second && earlier) refused.push(duplicate(second, earlier));
  }
  return { file, read: rows.length, refused: inOrder(refused), notes, outcome };
}

const nothing: EditionOutcome = {
  added: 0,
  adjusted: 0,
  removed: 0,
  unchanged: 0,
  changes: [],
  newFields: [],
  unknownSubjects: [],
  duplicates: [],
};

/** Sheet by sheet, each from top to bottom. */
function inOrder(refused: Refusal[]): Refusal[] {
  const sheets = [...new Set(refused.map(({ origin }) => origin.sheet))];
  return sheets.flatMap((sheet) =>
    refused
      .filter(({ origin }) => origin.sheet === sheet)
      .sort((a, b) => a.origin.row - b.origin.row),
  );
}

function duplicate({ row, origin }: ReadRow, earlier: ReadRow): Refusal {
  const name = row.level3 || row.level2 || row.level1;
  const { sheet, row: number } = earlier.origin;
  const where = sheet === undefined || sheet === origin.sheet ? '' : `工作表“${sheet}”`;
  return {
    origin,
    name,
    reason: `与${where}第 ${String(number)} 行是同一事项（领域、各级事项名称和填报单位都相同）`,
  };
}

function effectiveDate(given: string | undefined, now: Date): string {
  if (given === undefined) return shanghaiDate(now);
  if (isDate(given)) return given;
  throw wrongDate(given);
}

function wrongDate(given: string): StopError {
  return new StopError({
    zh: `生效日期“${given}”不正确：应为日历上的日期，如 2026-01-01。`,
    en: `The effective date "${given}" is not right: give a day of the calendar, such as 2026-01-01.`,
  });
}

async function organId({ db }: Pick<Service, 'db'>, name: string): Promise<string> {
  const id = (await readSubjects(db)).organId(name);
  if (id !== undefined) return id;
  throw new StopError({
    zh: `没有编号或名称为“${name}”的机关。机关列表见 /api/v1/organs，例如 civil-affairs（区民政局）。`,
    en: `There is no organ with the id or name "${name}". See /api/v1/organs, for example civil-affairs.`,
  });
}
