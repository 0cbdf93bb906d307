import { calendarChina } from '@open-info/contract/calendar-china';
import {
  calendarOf,
  type Calendar,
  type CalendarYear,
  type LocalDays,
} from '@open-info/contract/calendar';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** An imported year and the extra days of this place in it. */
export interface StoredYear {
  body: CalendarYear;
  local: LocalDays[];
}

/** The years that were imported. */
export async function readStoredYears(db: Kysely<Tables>): Promise<StoredYear[]> {
  return db.selectFrom('calendar_years').select(['body', 'local']).orderBy('year').execute();
}

/** The years the release came with, replaced and continued by the imported ones. */
export function mergeYears(stored: readonly StoredYear[]): Calendar {
  if (stored.length === 0) return calendarChina;
  const years = new Map(calendarChina.years.map((year) => [year.year, year]));
  for (const { body } of stored) years.set(body.year, body);
  return calendarOf(
    [...years.values()],
    stored.flatMap(({ local }) => local),
  );
}

/** 工作日历 as it is known now. */
export async function readCalendar(db: Kysely<Tables>): Promise<Calendar> {
  return mergeYears(await readStoredYears(db));
}

/** Writes a year in the place of what was imported for it before. */
export async function writeYear(trx: Kysely<Tables>, { body, local }: StoredYear): Promise<void> {
  const row = { body: JSON.stringify(body), local: JSON.stringify(local) };
  await trx
    .insertInto('calendar_years')
    .values({ year: body.year, ...row })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(row))
    .execute();
}
