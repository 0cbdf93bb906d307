import {
  dateOf,
  dayNumber,
  dayReader,
  isWorkdayAt,
  weekdayOf,
  type Calendar,
  type DayReader,
} from './calendar-days.ts';
import type { OpenDay, OpeningHours } from './opening-hours.ts';

/** Whether an office is open at a moment, and when that changes. */
export interface OpenNow {
  open: boolean;
  /** Open: until when today, `HH:MM`. */
  until?: string | undefined;
  /** Closed: when it opens next, within two weeks. */
  next?: { date: string; from: string } | undefined;
  /** The day lies outside the published calendar: weekdays are taken for workdays. */
  provisional: boolean;
}

const lookAhead = 14;
const shanghaiMs = 8 * 3_600_000;

/** The moment as people in Asia/Shanghai say it, wherever the device stands. */
function localMoment(at: Date): { day: number; time: string } {
  const text = new Date(at.getTime() + shanghaiMs).toISOString();
  return { day: dayNumber(text.slice(0, 10)), time: text.slice(11, 16) };
}

/**
 * Within the days off of a holiday. Notices name the weekend in it only as part of the stretch, so a
 * weekend day counts when a holiday follows or precedes it with no working day between.
 */
function isHoliday(read: DayReader, day: number): boolean {
  if (isWorkdayAt(read, day)) return false;
  return [1, -1].some((step) => {
    for (let at = day; !isWorkdayAt(read, at); at += step) {
      const { reason } = read(at);
      if (reason === 'holiday' || reason === 'statutoryHoliday') return true;
    }
    return false;
  });
}

/** The hours of one day, earliest first. */
function hoursOn(hours: readonly OpeningHours[], calendar: Calendar, day: number): OpeningHours[] {
  const read = dayReader(calendar);
  const isWorkday = isWorkdayAt(read, day);
  const weekday = String(weekdayOf(dateOf(day)));
  const opens = (one: OpenDay) => {
    if (one === 'workday') return isWorkday;
    if (one === 'restday') return !isWorkday;
    return one === weekday && !isHoliday(read, day);
  };
  return hours
    .filter(({ days }) => days.some(opens))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/**
 * Until when an office that is open at `time` stays open, where stretches that meet are one; absent
 * when it is closed.
 *
 * @param stretches of one day, earliest first
 */
function closesAt(stretches: readonly OpeningHours[], time: string): string | undefined {
  let until: string | undefined;
  for (const { from, to } of stretches) {
    if (from <= (until ?? time) && time < to && to > (until ?? '')) until = to;
  }
  return until;
}

/**
 * Whether an office is open, by the working-day calendar (调休 counted). Pure.
 *
 * @param at the moment, by the clock of the service where there is one
 */
export function openNow(hours: readonly OpeningHours[], calendar: Calendar, at: Date): OpenNow {
  const { day, time } = localMoment(at);
  const today = dateOf(day);
  const provisional = today > calendar.coveredTo || today < calendar.coveredFrom;
  const until = closesAt(hoursOn(hours, calendar, day), time);
  if (until !== undefined) return { open: true, until, provisional };
  for (let ahead = 0; ahead <= lookAhead; ahead++) {
    const next = hoursOn(hours, calendar, day + ahead).find(({ from }) => ahead > 0 || from > time);
    if (next) {
      return { open: false, next: { date: dateOf(day + ahead), from: next.from }, provisional };
    }
  }
  return { open: false, provisional };
}
