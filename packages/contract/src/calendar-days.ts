/** One day a holiday notice names. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  date: string;
  /** The holiday it belongs to: 春节. */
  name: string;
}

/** A notice that sets the days of a year (国务院办公厅关于…部分节假日安排的通知). */
export interface CalendarNotice {
  /** 文号: 国办发明电〔2025〕7号. */
  number: string;
  title?: string | undefined;
  /** Where it can be read. */
  url: string;
}

/** What the notices of one year change: all other weekdays are workdays, all other weekends rest. */
export interface CalendarYear {
  year: number;
  notices: CalendarNotice[];
  /** 放假: Mondays to Fridays that are rest days. A notice may name days of the December before. */
  off: CalendarDay[];
  /** 调休上班: Saturdays and Sundays that are workdays. */
  worked: CalendarDay[];
}

/** 地方另行规定: extra days of this place, which go before those of the national notices. */
export interface LocalDays {
  /** Why, in words a person sees: 湖北省延长2020年春节假期. */
  reason: string;
  /** Where it can be read. */
  url: string;
  off: CalendarDay[];
  worked: CalendarDay[];
}

/** 工作日历: the working days of whole years, without a gap between them. */
export interface Calendar {
  /** First day that is known. */
  coveredFrom: string;
  /** Last day that is known; the notice of the next year has not been loaded. */
  coveredTo: string;
  years: CalendarYear[];
  local?: LocalDays[] | undefined;
}

export type DayReason =
  'weekday' | 'weekend' | 'holiday' | 'makeUpWorkday' | 'statutoryHoliday' | 'uncovered';

/** What a day is. `unknown`: outside the covered years and no statutory holiday. */
export interface DayKind {
  readonly kind: 'workday' | 'rest' | 'unknown';
  readonly reason: DayReason;
  /** The holiday it belongs to. */
  readonly name?: string | undefined;
}

/** A day counted to, and whether days outside the covered years were passed on the way. */
export interface CountedDay {
  date: string;
  /** Counted with the statutory holidays only; the notice of that year may move it. */
  provisional: boolean;
}

const dayLength = 86_400_000;

/**
 * Days since 1970-01-01; dates are computed with as these numbers.
 *
 * @param date `YYYY-MM-DD`
 * @throws RangeError when it is no date
 */
export function dayNumber(date: string): number {
  const number =
    date.length === 10
      ? Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) /
        dayLength
      : NaN;
  // 2026-02-30 would otherwise be read as a day of March.
  if (Number.isNaN(number) || dateOf(number) !== date)
    throw new RangeError(`"${date}" is no date YYYY-MM-DD.`);
  return number;
}

const twoDigits = (value: number) => (value < 10 ? `0${String(value)}` : String(value));

/** The date of a day number, by arithmetic: a `Date` for every day of a trace would take longer. */
export function dateOf(number: number): string {
  // Years are reckoned from 1 March, so that a leap day is the last of its year.
  const days = number + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
  return `${String(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The date so many natural days later (自然日); earlier when `days` is negative. */
export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/** Natural days from one date to another; negative when `to` is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

const weekdayAt = (number: number) => ((((number + 3) % 7) + 7) % 7) + 1;

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(date: string): number {
  return weekdayAt(dayNumber(date));
}

/** First year of the 13 statutory holidays (《全国年节及纪念日放假办法》, revised 2024-11-10). */
export const statutorySince = 2025;

/** For each year the days of 春节 (正月初一), 清明, 端午 and 中秋. */
const movable: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
};

const statutoryOf = new Map<number, ReadonlyMap<number, string>>();

/**
 * 法定节假日 of a year by day number (《全国年节及纪念日放假办法》第二条): 元旦 1, 春节 4 (除夕 to 初三),
 * 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3. After 2035 only those with a fixed date; before 2025 none.
 */
export function statutoryHolidays(year: number): ReadonlyMap<number, string> {
  const known = statutoryOf.get(year);
  if (known) return known;
  const days = new Map<number, string>();
  const add = (name: string, day: string, count: number, before = 0) => {
    const first = dayNumber(`${String(year)}-${day}`) - before;
    for (let number = first; number < first + count; number++) {
      const other = days.get(number);
      days.set(number, other === undefined ? name : `${other}、${name}`);
    }
  };
  if (year >= statutorySince) {
    const moving = movable[year];
    if (moving) {
      add('春节', moving[0], 4, 1);
      add('清明节', moving[1], 1);
      add('端午节', moving[2], 1);
      add('中秋节', moving[3], 1);
    }
    add('元旦', '01-01', 1);
    add('劳动节', '05-01', 2);
    add('国庆节', '10-01', 3);
  }
  statutoryOf.set(year, days);
  return days;
}

const weekday: DayKind = { kind: 'workday', reason: 'weekday' };
const weekend: DayKind = { kind: 'rest', reason: 'weekend' };
const uncovered: DayKind = { kind: 'unknown', reason: 'uncovered' };

/** Answers for each day number what day it is. */
export type DayReader = (number: number) => DayKind;

const readers = new WeakMap<Calendar, DayReader>();

/** Reads the days of a calendar by their numbers; made once for each calendar. */
export function dayReader(calendar: Calendar): DayReader {
  const known = readers.get(calendar);
  if (known) return known;
  const named = new Map<number, DayKind>();
  for (const { off, worked } of [...calendar.years, ...(calendar.local ?? [])]) {
    for (const { date, name } of off) {
      named.set(dayNumber(date), { kind: 'rest', reason: 'holiday', name });
    }
    for (const { date, name } of worked) {
      named.set(dayNumber(date), { kind: 'workday', reason: 'makeUpWorkday', name });
    }
  }
  const first = dayNumber(calendar.coveredFrom);
  const last = dayNumber(calendar.coveredTo);
  const read: DayReader = (number) => {
    const kind = named.get(number);
    if (kind) return kind;
    if (number >= first && number <= last) return weekdayAt(number) > 5 ? weekend : weekday;
    const name = statutoryHolidays(Number(dateOf(number).slice(0, 4))).get(number);
    return name === undefined ? uncovered : { kind: 'rest', reason: 'statutoryHoliday', name };
  };
  readers.set(calendar, read);
  return read;
}

/** What a day is: a workday, a rest day, or unknown because its year's notice is not loaded. */
export function dayKind(calendar: Calendar, date: string): DayKind {
  return dayReader(calendar)(dayNumber(date));
}

/** True for a workday, and for an unknown day that is a Monday to Friday. */
export function isWorkdayAt(read: DayReader, number: number): boolean {
  const { kind } = read(number);
  return kind === 'workday' || (kind === 'unknown' && weekdayAt(number) <= 5);
}

/** The day number of the `count`th workday after a day, which itself is not counted. */
export function workdayAfter(read: DayReader, from: number, count: number): number {
  let number = from;
  for (let left = count; left > 0;) {
    number++;
    if (isWorkdayAt(read, number)) left--;
  }
  return number;
}

/** The `count`th 工作日 after a date, which itself is not counted. */
export function addWorkdays(calendar: Calendar, date: string, count: number): CountedDay {
  const last = dateOf(workdayAfter(dayReader(calendar), dayNumber(date), count));
  return {
    date: last,
    provisional: last > calendar.coveredTo || date < calendar.coveredFrom,
  };
}

/**
 * A calendar of some years.
 *
 * @throws RangeError when there is no year, the same twice, or one between them is missing
 */
export function calendarOf(years: readonly CalendarYear[], local?: readonly LocalDays[]): Calendar {
  const sorted = [...years].sort((a, b) => a.year - b.year);
  const first = sorted[0];
  if (!first) throw new RangeError('A calendar has at least one year.');
  sorted.forEach(({ year }, index) => {
    const expected = first.year + index;
    if (year !== expected) {
      throw new RangeError(`The calendar has ${String(year)} where ${String(expected)} is due.`);
    }
  });
  return {
    coveredFrom: `${String(first.year)}-01-01`,
    coveredTo: `${String(first.year + sorted.length - 1)}-12-31`,
    years: sorted,
    ...(local !== undefined && local.length > 0 && { local: [...local] }),
  };
}
