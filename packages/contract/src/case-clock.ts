import {
  dateOf,
  dayNumber,
  dayReader,
  isWorkdayAt,
  workdayAfter,
  type Calendar,
  type DayReader,
  type DayReason,
} from './calendar-days.ts';
import type { MatterPeriod } from './matters.ts';

/** One entry of a case's log, as far as the clock reads it. A kind it does not know is passed over. */
export interface CaseClockEvent {
  kind: string;
  /** The day it counts for, `YYYY-MM-DD` in Asia/Shanghai. */
  on: string;
  /** `extended`: days in the unit of the period they are added to; `suspended`: workdays announced. */
  workdays?: number | undefined;
  /** `supplementAsked`: last day for the applicant; `suspended`: last day announced. */
  dueOn?: string | undefined;
  /** `decided`, `completed`. */
  outcome?: string | undefined;
}

/** What practice and the kind of matter decide. Every place may set its own; `usualCasePolicy` has the reasons. */
export interface CaseClockPolicy {
  /** 逾期不告知，自收到申请材料之日起即为受理 (行政许可法 art. 32 (四)). */
  readonly silenceAccepts: boolean;
  /** A supplement asked for after acceptance stops the clock. */
  readonly supplementPauses: boolean;
  /** The day a notice goes out is a day used. */
  readonly sendingDayCounts: boolean;
  /** The day the supplement or the result of a special procedure comes in is a day used. */
  readonly answerDayCounts: boolean;
  /** A period in natural days that ends on a rest day ends on the next workday (民法典 art. 203). */
  readonly restDayMovesEnd: boolean;
}

/**
 * Art. 32 names silence for licences; most halls promise the same for everything. Art. 45 leaves out
 * the time a special procedure needs, so the office keeps the day it sends and the day after the answer.
 */
export const usualCasePolicy: CaseClockPolicy = {
  silenceAccepts: true,
  supplementPauses: true,
  sendingDayCounts: true,
  answerDayCounts: false,
  restDayMovesEnd: true,
};

/** The rules a date rests on; `caseArticleWords` of `case-clock-words.ts` has them in words. */
export type CaseArticle =
  'licence32' | 'licence42' | 'licence44' | 'licence45' | 'licence82' | 'holidayRules' | 'civil203';

/** Why the clock of a case stands still. */
export type CasePauseReason = 'supplement' | 'specialProcedure';

/** Why a day is counted or not; `caseReasonWords` of `case-clock-words.ts` has them in words. */
export type CaseReason =
  | 'acceptanceDay'
  | 'counted'
  | 'makeUpWorkday'
  | 'assumedWorkday'
  | 'naturalDay'
  | 'weekend'
  | 'holiday'
  | 'statutoryHoliday'
  | 'assumedWeekend'
  | 'movedEnd'
  | CasePauseReason;

/** One day of the reckoning. */
export interface CaseDay {
  date: string;
  counted: boolean;
  /** Which one it is, from 1. */
  count?: number | undefined;
  reason: CaseReason;
  /** The holiday it belongs to. */
  name?: string | undefined;
  article: CaseArticle;
}

/** One of the two periods of a case. */
export interface CaseDue {
  period: MatterPeriod;
  /** Days of the period, extension included, in its own unit; months and years in natural days. */
  allowed: number;
  /** Of these, used by the end of today, or of the day it stopped. */
  used: number;
  /** Absent while the clock stands still and nobody has announced until when. */
  dueOn?: string | undefined;
  /** What it would be without pause and extension. */
  baseDueOn: string;
  /** Days left after today in the period's unit; negative when overdue; absent when stopped. */
  daysLeft?: number | undefined;
  overdue: boolean;
  /** Every day from acceptance to the due day, or the day it stopped. */
  trace: CaseDay[];
}

/** A date beside the due dates that somebody has to keep. */
export interface CaseDate {
  /** `askSupplementBy` 一次告知 (art. 32) · `supplementBy` 补正 · `resumeBy` 特别程序 as announced · `deliverBy` 送达 (art. 44). */
  kind: 'askSupplementBy' | 'supplementBy' | 'resumeBy' | 'deliverBy';
  on: string;
  article: CaseArticle;
  provisional: boolean;
}

/** Where the clocks of a case stand (办理时限). */
export interface CaseClock {
  /** `notAccepted`: not (yet) accepted · `running` · `paused` · `stopped`: decided or ended. */
  state: 'notAccepted' | 'running' | 'paused' | 'stopped';
  receivedOn?: string | undefined;
  /** 受理之日. */
  acceptedOn?: string | undefined;
  /** `silence`: nobody told the applicant in time that something is missing. */
  acceptedBy?: { rule: 'accepted' | 'silence'; article: CaseArticle } | undefined;
  /** 法定时限. */
  statutory?: CaseDue | undefined;
  /** 承诺时限. */
  promised?: CaseDue | undefined;
  pausedBecause?:
    | { reason: CasePauseReason; since: string; until?: string | undefined; article: CaseArticle }
    | undefined;
  stoppedOn?: string | undefined;
  stoppedBy?: string | undefined;
  otherDates: CaseDate[];
  provisional: boolean;
  provisionalFrom?: string | undefined;
}

/** 一次告知 (行政许可法 art. 32 (四)). */
const noticeDays = 5;
/** 颁发、送达 (art. 44). */
const deliveryDays = 10;

interface Wait {
  reason: CasePauseReason;
  since: number;
  end?: number;
  /** As announced. */
  until?: number;
}

/** The day a wait ends or, while it lasts, is announced to end; an applicant may need less than all of his time. */
function endOf({ reason, end, until }: Wait, asOf: number): number | undefined {
  if (end !== undefined || reason !== 'specialProcedure') return end;
  return until !== undefined && until >= asOf ? until : undefined;
}

interface Reading {
  received?: number;
  accepted?: number;
  silent: boolean;
  decided?: number;
  /** 颁发、送达 is due: it was granted. */
  granted: boolean;
  delivered: boolean;
  stopped?: number;
  stoppedBy?: string;
  extension: number;
  waits: Wait[];
  last: number;
}

const openWait = ({ waits }: Reading, reason: CasePauseReason) =>
  waits.find((wait) => wait.reason === reason && wait.end === undefined);

/** Nobody said anything in five workdays: accepted the day the papers came. */
function fallSilent(log: Reading, on: number, days: DayReader, policy: CaseClockPolicy): void {
  if (!policy.silenceAccepts || log.accepted !== undefined || log.received === undefined) return;
  if (openWait(log, 'supplement') || on <= workdayAfter(days, log.received, noticeDays)) return;
  log.accepted = log.received;
  log.silent = true;
}

type Reader = (log: Reading, on: number, event: CaseClockEvent, days: DayReader) => void;

const stop: Reader = (log, on, { kind }) => {
  log.stopped ??= on;
  log.stoppedBy ??= kind;
};

const decide: Reader = (log, on, event, days) => {
  log.decided ??= on;
  if (event.outcome !== undefined) log.granted = event.outcome === 'granted';
  stop(log, on, event, days);
};

const receive: Reader = (log, on) => {
  log.received ??= on;
};

const readers = new Map<string, Reader>([
  ['received', receive],
  // What is looked at beforehand has been handed in.
  ['preReviewed', receive],
  [
    'supplementAsked',
    (log, on, { dueOn }) => {
      const until = dueOn !== undefined && { until: dayNumber(dueOn) };
      const wait = openWait(log, 'supplement');
      if (wait) Object.assign(wait, until);
      else log.waits.push({ reason: 'supplement', since: on, ...until });
    },
  ],
  [
    'supplemented',
    (log, on) => {
      const wait = openWait(log, 'supplement');
      if (wait) wait.end = on;
      if (log.accepted === undefined) log.received = on;
    },
  ],
  [
    'accepted',
    (log, on) => {
      const wait = openWait(log, 'supplement');
      if (wait) wait.end = on;
      log.received ??= on;
      log.accepted ??= on;
    },
  ],
  [
    'extended',
    (log, _, { workdays = 0 }) => {
      log.extension += Math.max(0, workdays);
    },
  ],
  [
    'suspended',
    (log, on, { workdays, dueOn }, days) => {
      if (openWait(log, 'specialProcedure')) return;
      log.waits.push({
        reason: 'specialProcedure',
        since: on,
        ...(workdays !== undefined && { until: workdayAfter(days, on, workdays) }),
        ...(dueOn !== undefined && { until: dayNumber(dueOn) }),
      });
    },
  ],
  [
    'resumed',
    (log, on) => {
      const wait = openWait(log, 'specialProcedure');
      if (wait) wait.end = on;
    },
  ],
  ['notAccepted', stop],
  ['decided', decide],
  ['completed', decide],
  [
    'delivered',
    (log, on, event, days) => {
      log.delivered = true;
      stop(log, on, event, days);
    },
  ],
]);

/** What may still happen once it has been decided. */
const afterwards: readonly string[] = ['completed', 'delivered'];

function readLog(
  events: readonly CaseClockEvent[],
  today: number,
  days: DayReader,
  policy: CaseClockPolicy,
): Reading {
  const log: Reading = {
    silent: false,
    granted: true,
    delivered: false,
    extension: 0,
    waits: [],
    last: -Infinity,
  };
  const known = events
    .filter(({ kind }) => readers.has(kind))
    .map((event) => ({ event, on: dayNumber(event.on) }))
    .sort((a, b) => a.on - b.on);
  for (const { event, on } of known) {
    if (log.stopped !== undefined && !afterwards.includes(event.kind)) continue;
    if (event.kind !== 'notAccepted') fallSilent(log, on, days, policy);
    readers.get(event.kind)?.(log, on, event, days);
    log.last = on;
  }
  if (log.stopped === undefined) fallSilent(log, today, days, policy);
  return log;
}

const pauseArticles: Record<CasePauseReason, CaseArticle> = {
  supplement: 'licence32',
  specialProcedure: 'licence45',
};

/** What a day is to a period in workdays when nothing else takes it up. */
const dayReasons: Record<DayReason, CaseReason> = {
  weekday: 'counted',
  makeUpWorkday: 'makeUpWorkday',
  uncovered: 'assumedWorkday',
  weekend: 'weekend',
  holiday: 'holiday',
  statutoryHoliday: 'statutoryHoliday',
};

const countedReasons: readonly CaseReason[] = [
  'counted',
  'makeUpWorkday',
  'assumedWorkday',
  'naturalDay',
];

const dayArticles: Partial<Record<CaseReason, CaseArticle>> = {
  acceptanceDay: 'licence42',
  counted: 'licence82',
  assumedWorkday: 'licence82',
  naturalDay: 'licence42',
  movedEnd: 'civil203',
  supplement: 'licence32',
  specialProcedure: 'licence45',
};

function covers(
  wait: Wait,
  day: number,
  asOf: number,
  log: Reading,
  policy: CaseClockPolicy,
): boolean {
  const { reason, since } = wait;
  const end = endOf(wait, asOf);
  if (reason === 'supplement' && !policy.supplementPauses) return false;
  if (log.accepted !== undefined && since < log.accepted && (end ?? Infinity) <= log.accepted) {
    return false;
  }
  if (day < since || (day === since && policy.sendingDayCounts)) return false;
  return end === undefined || day < end || (day === end && !policy.answerDayCounts);
}

/** The day so many months later; the last of the month where there is no such day. */
function monthsLater(day: number, months: number): number {
  const [year = 0, month = 0, date = 0] = dateOf(day).split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Math.round(Date.UTC(year, month - 1 + months, Math.min(date, last)) / 86_400_000);
}

/** How many days a period has: workdays for workdays, else natural days from its start. */
function daysOf({ amount, unit }: MatterPeriod, from: number): number {
  if (unit === 'month') return monthsLater(from, amount) - from;
  if (unit === 'year') return monthsLater(from, amount * 12) - from;
  return amount;
}

/** The first workday from a day on. */
function workdayFrom(days: DayReader, day: number): number {
  return isWorkdayAt(days, day) ? day : workdayAfter(days, day, 1);
}

function baseDue(period: MatterPeriod, from: number, days: DayReader, policy: CaseClockPolicy) {
  if (period.amount === 0) return from;
  if (period.unit === 'workday') return workdayAfter(days, from, period.amount);
  const end = from + daysOf(period, from);
  return policy.restDayMovesEnd ? workdayFrom(days, end) : end;
}

/** The days from acceptance on, until the period is used up or cannot be foreseen. */
function reckon(
  period: MatterPeriod,
  log: Reading,
  accepted: number,
  asOf: number,
  days: DayReader,
  policy: CaseClockPolicy,
): CaseDue & { end: number } {
  const inWorkdays = period.unit === 'workday';
  const allowed = daysOf(period, accepted) + log.extension;
  const stopped = log.stopped ?? Infinity;
  const trace: CaseDay[] = [];
  let count = 0;
  let used = 0;
  let left = 0;

  const judge = (day: number): CaseReason => {
    if (day === accepted) return 'acceptanceDay';
    const wait = log.waits.find((one) => covers(one, day, asOf, log, policy));
    if (!inWorkdays) return wait?.reason ?? (count < allowed ? 'naturalDay' : 'movedEnd');
    const { kind, reason } = days(day);
    if (!isWorkdayAt(days, day)) return kind === 'unknown' ? 'assumedWeekend' : dayReasons[reason];
    return wait?.reason ?? dayReasons[reason];
  };
  // 即办: nothing to count, due the day it was accepted.
  const isEnd = (day: number) =>
    allowed === 0 ||
    (count >= allowed &&
      day > accepted &&
      (inWorkdays || !policy.restDayMovesEnd || isWorkdayAt(days, day)));

  const due: Pick<CaseDue, 'period' | 'allowed' | 'baseDueOn'> = {
    period,
    allowed,
    baseDueOn: dateOf(baseDue(period, accepted, days, policy)),
  };
  for (let day = accepted; ; day++) {
    const reason = judge(day);
    const counted = countedReasons.includes(reason);
    if (counted) {
      count++;
      if (day <= asOf) used = count;
    }
    if (day > asOf && counted) left++;
    if (day <= stopped) {
      const { name } = days(day);
      trace.push({
        date: dateOf(day),
        counted,
        reason,
        article: dayArticles[reason] ?? 'holidayRules',
        ...(counted && { count }),
        ...(name !== undefined && inWorkdays && reason !== 'acceptanceDay' && { name }),
      });
    }
    if (isEnd(day)) {
      const overdue = asOf > day;
      const late = inWorkdays ? workdaysBetween(days, day, asOf) : asOf - day;
      return {
        ...due,
        used,
        dueOn: dateOf(day),
        overdue,
        trace,
        end: day,
        ...(log.stopped === undefined && { daysLeft: overdue ? -late : left }),
      };
    }
    const endless = log.waits.some(
      (wait) =>
        endOf(wait, asOf) === undefined &&
        covers(wait, Math.max(day, wait.since + 1), asOf, log, policy),
    );
    if (endless && day >= asOf) {
      const rest = { used, overdue: false, trace, end: day };
      return { ...due, ...rest, ...(log.stopped === undefined && { daysLeft: allowed - count }) };
    }
  }
}

/** Workdays after `from` up to `to`. */
function workdaysBetween(days: DayReader, from: number, to: number): number {
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (isWorkdayAt(days, day)) count++;
  return count;
}

function otherDates(log: Reading, asOf: number, calendar: Calendar, days: DayReader): CaseDate[] {
  const found: { kind: CaseDate['kind']; day: number; article: CaseArticle }[] = [];
  const { received, accepted, decided, granted, delivered, stopped } = log;
  if (decided !== undefined && granted && !delivered) {
    const day = workdayAfter(days, decided, deliveryDays);
    found.push({ kind: 'deliverBy', day, article: 'licence44' });
  }
  if (stopped === undefined) {
    if (received !== undefined && accepted === undefined && !openWait(log, 'supplement')) {
      const day = workdayAfter(days, received, noticeDays);
      if (day >= asOf) found.push({ kind: 'askSupplementBy', day, article: 'licence32' });
    }
    for (const { reason, until, end } of log.waits) {
      if (until === undefined || end !== undefined) continue;
      const kind = reason === 'supplement' ? 'supplementBy' : 'resumeBy';
      found.push({ kind, day: until, article: pauseArticles[reason] });
    }
  }
  return found
    .sort((a, b) => a.day - b.day)
    .map(({ kind, day, article }) => {
      const on = dateOf(day);
      return { kind, on, article, provisional: on > calendar.coveredTo };
    });
}

/** 法定办结时限 and 承诺办结时限 of a case, as its guide or its acceptance names them. */
export interface CaseTerms {
  statutory?: MatterPeriod | undefined;
  promised?: MatterPeriod | undefined;
}

/**
 * Reckons the periods of a case (《行政许可法》第三十二条、第四十二条、第四十四条、第四十五条、第八十二条) and says
 * for every day whether it counts and why. Pure: service and browser get the same clock.
 *
 * @param events the log, in any order of days; entries of one day in the order they happened
 * @param today `YYYY-MM-DD` in Asia/Shanghai; an earlier day than the last event is taken as that one
 * @param policy what differs from `usualCasePolicy`
 * @throws RangeError when a date is none
 */
export function runCaseClock(
  events: readonly CaseClockEvent[],
  terms: CaseTerms,
  calendar: Calendar,
  today: string,
  policy?: Partial<CaseClockPolicy>,
): CaseClock {
  const days = dayReader(calendar);
  const rules = policy ? { ...usualCasePolicy, ...policy } : usualCasePolicy;
  const log = readLog(events, dayNumber(today), days, rules);
  const { received, accepted, stopped, stoppedBy } = log;
  const asOf = stopped ?? Math.max(dayNumber(today), log.last);
  const clock: CaseClock = {
    state: stopped === undefined ? 'notAccepted' : 'stopped',
    otherDates: otherDates(log, asOf, calendar, days),
    provisional: false,
  };
  if (received !== undefined) clock.receivedOn = dateOf(received);
  if (stopped !== undefined) {
    clock.stoppedOn = dateOf(stopped);
    clock.stoppedBy = stoppedBy;
  }
  const wait = log.waits.find(({ end }) => end === undefined);
  if (wait && stopped === undefined) {
    const { reason, since, until } = wait;
    clock.state = 'paused';
    clock.pausedBecause = {
      reason,
      since: dateOf(since),
      ...(until !== undefined && { until: dateOf(until) }),
      article: pauseArticles[reason],
    };
  }
  if (accepted === undefined) return clock;

  clock.acceptedOn = dateOf(accepted);
  clock.acceptedBy = { rule: log.silent ? 'silence' : 'accepted', article: 'licence32' };
  if (stopped === undefined && !wait) clock.state = 'running';
  let end = accepted;
  for (const name of ['statutory', 'promised'] as const) {
    const period = terms[name];
    if (!period) continue;
    const { end: last, ...due } = reckon(period, log, accepted, asOf, days, rules);
    clock[name] = due;
    end = Math.max(end, last);
  }
  if (dateOf(end) > calendar.coveredTo || clock.acceptedOn < calendar.coveredFrom) {
    clock.provisional = true;
    clock.provisionalFrom = calendar.coveredTo;
  }
  return clock;
}
