import {
  addDays,
  dateOf,
  dayNumber,
  dayReader,
  isWorkdayAt,
  type Calendar,
  type CountedDay,
} from './calendar-days.ts';

/** How long a remedy is open (《行政复议法》第二十条; 《行政诉讼法》第四十六条). */
export interface ReviewPeriods {
  /** 申请行政复议, in natural days. */
  readonly reconsiderationDays: number;
  /** 直接提起行政诉讼, in months. */
  readonly litigationMonths: number;
}

export const usualReviewPeriods: ReviewPeriods = { reconsiderationDays: 60, litigationMonths: 6 };

/**
 * The day of the same number so many months later; where that month has none, its last day
 * (《民法典》第二百零二条).
 */
export function addMonths(date: string, months: number): string {
  dayNumber(date);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const first = (at: number) =>
    dayNumber(
      `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((((at % 12) + 12) % 12) + 1).padStart(2, '0')}-01`,
    );
  const start = first(index);
  return dateOf(start + Math.min(day, first(index + 1) - start) - 1);
}

/** A last day that is a rest day moves to the first workday after it (《民法典》第二百零三条). */
export function postponeRest(calendar: Calendar, date: string): CountedDay {
  const days = dayReader(calendar);
  let number = dayNumber(date);
  while (!isWorkdayAt(days, number)) number++;
  const last = dateOf(number);
  return {
    date: last,
    provisional: last > calendar.coveredTo || date < calendar.coveredFrom,
  };
}

/**
 * Last day to apply for 行政复议 against a reply.
 *
 * @param deliveredOn the day the applicant got the reply, itself not counted
 */
export function reconsiderationUntil(
  calendar: Calendar,
  deliveredOn: string,
  { reconsiderationDays } = usualReviewPeriods,
): CountedDay {
  return postponeRest(calendar, addDays(deliveredOn, reconsiderationDays));
}

/** Last day to go to court directly, where 行政复议 need not come first. */
export function litigationUntil(
  calendar: Calendar,
  deliveredOn: string,
  { litigationMonths } = usualReviewPeriods,
): CountedDay {
  return postponeRest(calendar, addMonths(deliveredOn, litigationMonths));
}
