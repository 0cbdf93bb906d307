import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Calendar, CalendarDay, CalendarYear } from '@open-info/contract/calendar';
import type { Kysely } from 'kysely';
import { publish } from '../database/published.ts';
import type { Tables } from '../database/tables.ts';
import type { Service } from '../service.ts';
import { StopError } from '../stop.ts';
import { readCalendarFile, type CalendarFile } from './read-file.ts';
import { mergeYears, readStoredYears, writeYear, type StoredYear } from './store.ts';

export interface CalendarImportOptions {
  dryRun?: boolean | undefined;
  /** 文号 of the notices, for a file that has only their addresses. */
  number?: string[] | undefined;
}

/** A day the import makes something else of. */
export interface CalendarChange extends CalendarDay {
  /** `off` 放假, `worked` 调休上班, `usual`: no longer named, an ordinary weekday or weekend. */
  becomes: 'off' | 'worked' | 'usual';
}

export interface CalendarImportReport {
  file: string;
  year: number;
  off: number;
  worked: number;
  /** Extra days of this place that now hold. */
  local: number;
  changes: CalendarChange[];
  /** What is known of the year was not what the file says. */
  changed: boolean;
  coveredTo: string;
}

/**
 * Takes the holiday notice of a year in, in one transaction; the same file again changes nothing.
 *
 * @throws StopError when the file is not right, or years before it are missing
 */
export async function importCalendar(
  service: Pick<Service, 'db' | 'now'>,
  path: string,
  options: CalendarImportOptions,
): Promise<CalendarImportReport> {
  const file = await readCalendarFile(path, options.number ?? []);
  return service.db.transaction().execute(async (trx) => {
    const isDry = options.dryRun === true;
    // Two imports at a time would both compare with what was there before them.
    if (!isDry) await trx.selectFrom('published').select('id').forUpdate().execute();
    const stored = await readStoredYears(trx);
    const before = mergeYears(stored);
    refuseGap(file, before);
    const next = nextYear(file, stored);
    const known = before.years.find(({ year }) => year === next.body.year);
    const report = reportOf(path, before, known, next, stored);
    if (report.changed && !isDry) await write(trx, next, service.now());
    return report;
  });
}

async function write(trx: Kysely<Tables>, next: StoredYear, now: Date): Promise<void> {
  await writeYear(trx, next);
  await publish(trx, now);
}

function nextYear({ year, local }: CalendarFile, stored: readonly StoredYear[]): StoredYear {
  const former = stored.find(({ body }) => body.year === year.year);
  return { body: year, local: local ?? former?.local ?? [] };
}

function refuseGap({ year: { year } }: CalendarFile, { years }: Calendar): void {
  const expected = (years[years.length - 1]?.year ?? year) + 1;
  if (year <= expected) return;
  throw new StopError({
    zh: `year：日历现在到 ${String(expected - 1)} 年为止，请先导入 ${String(expected)} 年的放假通知，再导入 ${String(year)} 年。`,
    en: `year: the calendar ends with ${String(expected - 1)}. Import the notice of ${String(expected)} before that of ${String(year)}.`,
  });
}

function reportOf(
  path: string,
  before: Calendar,
  known: CalendarYear | undefined,
  { body, local }: StoredYear,
  stored: readonly StoredYear[],
): CalendarImportReport {
  const formerLocal = stored.find((one) => one.body.year === body.year)?.local ?? [];
  const end = `${String(body.year)}-12-31`;
  return {
    file: basename(path),
    year: body.year,
    off: body.off.length,
    worked: body.worked.length,
    local: local.reduce((sum, { off, worked }) => sum + off.length + worked.length, 0),
    changes: changesOf(known, body),
    changed: !isDeepStrictEqual(known, body) || !isDeepStrictEqual(formerLocal, local),
    coveredTo: end > before.coveredTo ? end : before.coveredTo,
  };
}

/** Days named otherwise than before, in the order of their dates. */
function changesOf(known: CalendarYear | undefined, next: CalendarYear): CalendarChange[] {
  const before = daysOf(known);
  const after = daysOf(next);
  const changes = [...after.values()].filter(
    ({ date, becomes }) => before.get(date)?.becomes !== becomes,
  );
  for (const { date, name } of before.values()) {
    if (!after.has(date)) changes.push({ date, name, becomes: 'usual' });
  }
  return changes.sort((a, b) => (a.date < b.date ? -1 : 1));
}

function daysOf(year: CalendarYear | undefined): Map<string, CalendarChange> {
  const days = new Map<string, CalendarChange>();
  for (const day of year?.off ?? []) days.set(day.date, { ...day, becomes: 'off' });
  for (const day of year?.worked ?? []) days.set(day.date, { ...day, becomes: 'worked' });
  return days;
}
