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

/**
 * One entry of a request's log, as far as the clock reads it. A kind it does not know is passed over.
 *
 * `submitted` (with `channel`) · `confirmed` · `supplementAsked` (`dueOn`), `supplemented` ·
 * `justificationAsked`, `justified` (`dueOn`: the later date agreed, art. 35) · `consultationSent`
 * (`consulted`, `dueOn`), `consultationAnswered` (`of`) · `extended` (`workdays`) · `feeNoticed`
 * (`dueOn`), `feePaid` · and what ends it: `replied`, `transferAdvised`, `corrected`, `withdrawn`,
 * `undone`, `lapsed`.
 */
export interface ClockEvent {
  kind: string;
  /** The day it counts for, `YYYY-MM-DD` in Asia/Shanghai. */
  on: string;
  /** Names the event, so that an answer can say which question it is for. */
  seq?: number | undefined;
  /** `consultationAnswered`: `seq` of the question; without it the earliest open one. */
  of?: number | undefined;
  /** `submitted`: `counter`, `registeredPost`, `ordinaryPost`, `online` or `fax`. */
  channel?: string | undefined;
  /** `consultationSent`: `thirdParty` or `organs`. */
  consulted?: string | undefined;
  /** `extended`: how many workdays, 1 to 20. */
  workdays?: number | undefined;
  /** Last day for the answer to a question; where the law sets one it need not be given. */
  dueOn?: string | undefined;
}

/** What practice disputes. Every office may set its own; `usualPolicy` has the reasons. */
export interface ClockPolicy {
  /** The day a letter goes out (征求意见、补正告知、收费告知) is a day used. */
  readonly sendingDayCounts: boolean;
  /** The day the answer comes in is a day used. */
  readonly answerDayCounts: boolean;
  /** Payment starts the period afresh; otherwise it goes on where it stood. */
  readonly feeRestarts: boolean;
  /** The days until the applicant gives reasons (art. 35) are not counted. */
  readonly justificationSuspends: boolean;
  /** A letter that asks for an opinion arrives the workday after it went out; else the same day. */
  readonly letterTakesADay: boolean;
}

/**
 * How most offices count. The sending day counts, because the office had it to work on (art. 33:
 * only what the third party needs is left out); the answer day does not, because the period goes
 * on with the day after it, as after receipt. 国办函〔2020〕109号 has the period start afresh after
 * payment. Art. 35 is silent about the wait for reasons, in which the office cannot go on. The 15
 * workdays of those consulted run from the day they get the letter (art. 32), which the log does not
 * know unless the event says `dueOn`.
 */
export const usualPolicy: ClockPolicy = {
  sendingDayCounts: true,
  answerDayCounts: false,
  feeRestarts: true,
  justificationSuspends: true,
  letterTakesADay: true,
};

/** The rules a date rests on; `articleWords` of `clock-words.ts` has them in words. */
export type ClockArticle =
  | 'regulation30'
  | 'regulation31'
  | 'regulation32'
  | 'regulation33'
  | 'regulation34'
  | 'regulation35'
  | 'feeRules'
  | 'holidayRules';

/** Why the clock stands still. */
export type PauseReason = 'supplement' | 'justification' | 'thirdParty' | 'organs' | 'fee';

/** Why a day of the trace is counted or not; `reasonWords` of `clock-words.ts` has them in words. */
export type ClockReason =
  | 'receiptDay'
  | 'supplementDay'
  | 'paymentDay'
  | 'counted'
  | 'makeUpWorkday'
  | 'assumedWorkday'
  | 'weekend'
  | 'holiday'
  | 'statutoryHoliday'
  | 'assumedWeekend'
  | 'annulled'
  | 'agreedDelay'
  | PauseReason;

/** One day of the reckoning. */
export interface ClockDay {
  date: string;
  /** It is a day used (or to be used) of the period. */
  counted: boolean;
  /** Which one it is, from 1. */
  count?: number | undefined;
  reason: ClockReason;
  /** The holiday it belongs to. */
  name?: string | undefined;
  article: ClockArticle;
}

/** By which rule of art. 31 the day of receipt was found. */
export type ReceiptRule = 'handedIn' | 'signedFor' | 'confirmed';

/** A date beside the due date that somebody has to keep. */
export interface OtherDate {
  /**
   * `confirmBy`: the office confirms receipt · `askSupplementBy`: the office asks for a supplement
   * · `supplementBy`, `justifyBy`, `payBy`: the applicant acts · `consultationBy`: those consulted answer.
   */
  kind: 'confirmBy' | 'askSupplementBy' | 'supplementBy' | 'justifyBy' | 'payBy' | 'consultationBy';
  on: string;
  article: ClockArticle;
  /** It lies beyond the covered years. */
  provisional: boolean;
}

/** Where the statutory clock of a request stands (答复期限). */
export interface Clock {
  /**
   * `notReceived`: no day of receipt yet · `running` · `paused` · `stopped`: answered or ended.
   */
  state: 'notReceived' | 'running' | 'paused' | 'stopped';
  submittedOn?: string | undefined;
  /** 收到申请之日. */
  receivedOn?: string | undefined;
  receivedBy?: { rule: ReceiptRule; article: ClockArticle } | undefined;
  /** The day the present period runs from, itself not counted: receipt, supplement or payment. */
  startedOn?: string | undefined;
  /** Workdays of the period: 20, or up to 40 with an extension. */
  allowed: number;
  /** Of these, used by the end of today, or of the day it stopped. */
  used: number;
  /** 答复期限届满之日; while somebody is consulted the latest it can be; absent while it cannot be known. */
  dueOn?: string | undefined;
  /** What it would be without pause and extension. */
  baseDueOn?: string | undefined;
  /** Workdays left after today; negative when overdue; absent when stopped. */
  daysLeft?: number | undefined;
  /** Today, or the day it stopped, is later than the due day. */
  overdue: boolean;
  /** The days reach beyond the covered years: counted with the statutory holidays only. */
  provisional: boolean;
  /** Last day of the covered years, when provisional. */
  provisionalFrom?: string | undefined;
  pausedBecause?:
    | { reason: PauseReason; since: string; until?: string | undefined; article: ClockArticle }
    | undefined;
  stoppedOn?: string | undefined;
  /** Kind of the event that stopped it. */
  stoppedBy?: string | undefined;
  /** In the order of their dates. */
  otherDates: OtherDate[];
  /** Every day from receipt to the due day, or the day it stopped. */
  trace: ClockDay[];
}

/** 答复期限, and the most an extension may add (art. 33). */
const period = 20;
/** 征求意见 (art. 32, 34). */
const consultationDays = 15;
/** 补正告知 (art. 30). */
const supplementNoticeDays = 7;
/** 缴费 (国办函〔2020〕109号), from the day after the notice. */
const paymentDays = 20;

/** A question somebody has to answer before the office can go on. */
interface Wait {
  reason: PauseReason;
  since: number;
  /** Last day for the answer. */
  until?: number | undefined;
  /** The day the wait ended or will end by itself; absent while it lasts without an end of its own. */
  end?: number | undefined;
  answered: boolean;
  seq?: number | undefined;
}

/** What the log says, in day numbers. */
interface Reading {
  submitted?: number;
  channel?: string | undefined;
  received?: number;
  /** Day of the last restart. */
  restarted: number;
  restarts: Map<number, ClockReason>;
  waits: Wait[];
  wasSupplementAsked: boolean;
  extension: number;
  agreed: number;
  stopped?: number;
  stoppedBy?: string;
  /** Day of the last event understood. */
  last: number;
}

/** The rule behind each reason; days annulled by a payment rest on the fee rules instead. */
const articles: Record<ClockReason, ClockArticle> = {
  receiptDay: 'regulation31',
  supplementDay: 'regulation30',
  paymentDay: 'feeRules',
  counted: 'regulation33',
  makeUpWorkday: 'holidayRules',
  assumedWorkday: 'regulation33',
  weekend: 'holidayRules',
  holiday: 'holidayRules',
  statutoryHoliday: 'holidayRules',
  assumedWeekend: 'holidayRules',
  annulled: 'regulation30',
  agreedDelay: 'regulation35',
  supplement: 'regulation30',
  justification: 'regulation35',
  thirdParty: 'regulation32',
  organs: 'regulation34',
  fee: 'feeRules',
};

/** What a day is to the clock when nothing else takes it up. */
const dayReasons: Record<DayReason, ClockReason> = {
  weekday: 'counted',
  makeUpWorkday: 'makeUpWorkday',
  uncovered: 'assumedWorkday',
  weekend: 'weekend',
  holiday: 'holiday',
  statutoryHoliday: 'statutoryHoliday',
};

const waitDates: Record<PauseReason, OtherDate['kind']> = {
  supplement: 'supplementBy',
  justification: 'justifyBy',
  thirdParty: 'consultationBy',
  organs: 'consultationBy',
  fee: 'payBy',
};

type Reader = (
  log: Reading,
  on: number,
  event: ClockEvent,
  days: DayReader,
  policy: ClockPolicy,
) => void;

const openWait = (log: Reading, reason: PauseReason) =>
  log.waits.find((wait) => wait.reason === reason && !wait.answered);

const receive: Reader = (log, on) => {
  log.received ??= on;
};

const restart = (log: Reading, on: number, reason: ClockReason) => {
  log.restarted = on;
  log.restarts.set(on, reason);
  log.extension = 0;
  log.agreed = -Infinity;
};

/** A question without a statutory end: the clock stands until it is answered. */
const ask = (log: Reading, reason: PauseReason, since: number, until: number | undefined) => {
  if (!openWait(log, reason)) log.waits.push({ reason, since, until, answered: false });
};

/** @returns whether such a question was open */
const answer = (log: Reading, reason: PauseReason, on: number): boolean => {
  const wait = openWait(log, reason);
  if (!wait) return false;
  wait.end = on;
  wait.answered = true;
  return true;
};

const given = ({ dueOn }: ClockEvent) => (dueOn === undefined ? undefined : dayNumber(dueOn));

const stop: Reader = (log, on, { kind }) => {
  log.stopped = on;
  log.stoppedBy = kind;
};

/** What each kind of event does to the clock. */
const readers = new Map<string, Reader>([
  [
    'submitted',
    (log, on, { channel }) => {
      log.submitted ??= on;
      log.channel ??= channel;
      if (channel === 'counter' || channel === 'registeredPost') log.received ??= on;
    },
  ],
  ['confirmed', receive],
  [
    'supplementAsked',
    (log, on, event) => {
      ask(log, 'supplement', on, given(event));
      log.wasSupplementAsked = true;
    },
  ],
  [
    'supplemented',
    (log, on) => {
      if (answer(log, 'supplement', on)) restart(log, on, 'supplementDay');
    },
  ],
  [
    'justificationAsked',
    (log, on, event, _, policy) => {
      if (policy.justificationSuspends) ask(log, 'justification', on, given(event));
    },
  ],
  [
    'justified',
    (log, on, event) => {
      answer(log, 'justification', on);
      log.agreed = given(event) ?? log.agreed;
    },
  ],
  [
    'consultationSent',
    (log, on, event, days, policy) => {
      // Nobody has to be waited for any longer: the office decides (art. 32), silence is consent (34).
      const count = consultationDays + (policy.letterTakesADay ? 1 : 0);
      const end = given(event) ?? workdayAfter(days, on, count);
      const reason = event.consulted === 'organs' ? 'organs' : 'thirdParty';
      log.waits.push({ reason, since: on, until: end, end, answered: false, seq: event.seq });
    },
  ],
  [
    'consultationAnswered',
    (log, on, { of, consulted }) => {
      const wait = log.waits.find(
        ({ reason, answered, seq }) =>
          !answered &&
          waitDates[reason] === 'consultationBy' &&
          (of === undefined ? consulted === undefined || consulted === reason : of === seq),
      );
      if (wait?.end === undefined || on > wait.end) return;
      wait.end = on;
      wait.answered = true;
    },
  ],
  [
    'extended',
    (log, _, { workdays = period }) => {
      if (log.extension === 0) log.extension = Math.max(0, Math.min(workdays, period));
    },
  ],
  [
    'feeNoticed',
    (log, on, event, days) => {
      ask(log, 'fee', on, given(event) ?? workdayAfter(days, on, paymentDays));
    },
  ],
  [
    'feePaid',
    (log, on, _, __, policy) => {
      if (answer(log, 'fee', on) && policy.feeRestarts) restart(log, on, 'paymentDay');
    },
  ],
  ['replied', stop],
  ['transferAdvised', stop],
  ['corrected', stop],
  ['withdrawn', stop],
  ['undone', stop],
  ['lapsed', stop],
]);

/** Reads the log in the order of the days; of one day, in the order given. */
function readLog(events: readonly ClockEvent[], days: DayReader, policy: ClockPolicy): Reading {
  const log: Reading = {
    restarted: -Infinity,
    restarts: new Map(),
    waits: [],
    wasSupplementAsked: false,
    extension: 0,
    agreed: -Infinity,
    last: -Infinity,
  };
  const known = events
    .filter(({ kind }) => readers.has(kind))
    .map((event) => ({ event, on: dayNumber(event.on) }))
    .sort((a, b) => a.on - b.on);
  for (const { event, on } of known) {
    if (log.stopped !== undefined) break;
    readers.get(event.kind)?.(log, on, event, days, policy);
    log.last = on;
  }
  return log;
}

/** True while a day is taken up by the wait, by the policy for its first and last day. */
function covers(wait: Wait, day: number, policy: ClockPolicy): boolean {
  const { since, end, answered } = wait;
  if (day < since || (day === since && policy.sendingDayCounts)) return false;
  if (end === undefined || day < end) return true;
  return day === end && !(answered && policy.answerDayCounts);
}

/** True while a question is out, whatever the policy says of its first and last day. */
function isOpen({ since, end, answered }: Wait, day: number): boolean {
  return since <= day && (end === undefined || (answered ? day < end : day <= end));
}

/** The days from receipt on, until the period is used up or cannot be foreseen. */
function walk(
  log: Reading,
  received: number,
  asOf: number,
  days: DayReader,
  policy: ClockPolicy,
): Pick<Clock, 'used' | 'trace'> & { due?: number; left: number; end: number } {
  const started = Math.max(received, log.restarted);
  const allowed = period + log.extension;
  const stopped = log.stopped ?? Infinity;
  const trace: ClockDay[] = [];
  let count = 0;
  let used = 0;
  let left = 0;

  const judge = (day: number): ClockReason => {
    if (day === received) return 'receiptDay';
    const again = log.restarts.get(day);
    if (again !== undefined) return again;
    const { kind, reason } = days(day);
    if (!isWorkdayAt(days, day)) return kind === 'unknown' ? 'assumedWeekend' : dayReasons[reason];
    const wait = log.waits.find((one) => covers(one, day, policy));
    if (wait) return wait.reason;
    // Days before a restart had been used; the new period takes nothing over from the old one.
    if (day <= started) return 'annulled';
    return count < allowed ? dayReasons[reason] : 'agreedDelay';
  };
  const describe = (day: number, reason: ClockReason, counted: boolean): ClockDay => {
    const entry: ClockDay = { date: dateOf(day), counted, reason, article: articles[reason] };
    if (counted) entry.count = count;
    const { name } = days(day);
    // Only where the holiday is the reason; not on a day of receipt that happens to be one.
    if (name !== undefined && reason in dayReasons) entry.name = name;
    if (reason === 'annulled' && log.restarts.get(started) === 'paymentDay') {
      entry.article = 'feeRules';
    }
    return entry;
  };

  for (let day = received; ; day++) {
    const reason = judge(day);
    const counted =
      reason === 'counted' || reason === 'makeUpWorkday' || reason === 'assumedWorkday';
    if (counted) {
      count++;
      if (day <= asOf) used = count;
    }
    if (day > asOf && (counted || reason === 'agreedDelay')) left++;
    if (day <= stopped) trace.push(describe(day, reason, counted));
    if (day > started && count >= allowed && day >= log.agreed) {
      return { due: day, used, left, trace, end: day };
    }
    const endless = log.waits.some(({ since, end }) => end === undefined && since <= day);
    if (endless && day >= asOf) return { used, left: allowed - count, trace, end: day };
  }
}

function otherDates(log: Reading, asOf: number, calendar: Calendar, days: DayReader): OtherDate[] {
  if (log.stopped !== undefined) return [];
  const found: { kind: OtherDate['kind']; day: number; article: ClockArticle }[] = [];
  const { submitted, received } = log;
  if (received === undefined) {
    if (submitted !== undefined && log.channel === 'ordinaryPost') {
      found.push({ kind: 'confirmBy', day: submitted, article: 'regulation31' });
    }
  } else if (!log.wasSupplementAsked) {
    const day = workdayAfter(days, received, supplementNoticeDays);
    if (day >= asOf) found.push({ kind: 'askSupplementBy', day, article: 'regulation30' });
  }
  for (const wait of log.waits) {
    if (wait.until === undefined || !isOpen(wait, asOf)) continue;
    found.push({
      kind: waitDates[wait.reason],
      day: wait.until,
      article: articles[wait.reason],
    });
  }
  return found
    .sort((a, b) => a.day - b.day)
    .map(({ kind, day, article }) => {
      const on = dateOf(day);
      return { kind, on, article, provisional: on > calendar.coveredTo };
    });
}

/** The question that will hold the clock longest. */
function longest(waits: readonly Wait[]): Wait | undefined {
  const endOf = ({ end }: Wait) => end ?? Infinity;
  return waits.reduce<Wait | undefined>(
    (last, wait) => (last && endOf(last) >= endOf(wait) ? last : wait),
    undefined,
  );
}

/** Workdays after `from` up to `to`. */
function workdaysBetween(days: DayReader, from: number, to: number): number {
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (isWorkdayAt(days, day)) count++;
  return count;
}

const receiptRules: Readonly<Record<string, ReceiptRule>> = {
  counter: 'handedIn',
  registeredPost: 'signedFor',
};

/**
 * Reckons the answer period of a disclosure request (《政府信息公开条例》第三十条至第三十五条) and says for
 * every day whether it counts and why. Pure: the same log, calendar, day and policy always give the
 * same clock, in the service and in a browser.
 *
 * @param events the log, in any order of days; entries of one day in the order they happened
 * @param today `YYYY-MM-DD` in Asia/Shanghai; an earlier day than the last event is taken as that one
 * @param policy what differs from `usualPolicy`
 * @throws RangeError when a date is none
 */
export function runClock(
  events: readonly ClockEvent[],
  calendar: Calendar,
  today: string,
  policy?: Partial<ClockPolicy>,
): Clock {
  const days = dayReader(calendar);
  const rules = policy ? { ...usualPolicy, ...policy } : usualPolicy;
  const log = readLog(events, days, rules);
  const { submitted, received, stopped, stoppedBy } = log;
  const asOf = stopped ?? Math.max(dayNumber(today), log.last);
  const clock: Clock = {
    state: stopped === undefined ? 'notReceived' : 'stopped',
    allowed: period + log.extension,
    used: 0,
    overdue: false,
    provisional: false,
    otherDates: otherDates(log, asOf, calendar, days),
    trace: [],
  };
  if (submitted !== undefined) clock.submittedOn = dateOf(submitted);
  if (stopped !== undefined) {
    clock.stoppedOn = dateOf(stopped);
    clock.stoppedBy = stoppedBy;
  }
  if (received === undefined) return clock;

  const { due, used, left, trace, end } = walk(log, received, asOf, days, rules);
  const started = Math.max(received, log.restarted);
  clock.receivedOn = dateOf(received);
  clock.receivedBy = {
    rule: receiptRules[log.channel ?? ''] ?? 'confirmed',
    article: 'regulation31',
  };
  clock.startedOn = dateOf(started);
  clock.used = used;
  clock.trace = trace;
  clock.baseDueOn = dateOf(workdayAfter(days, started, period));
  clock.overdue = due !== undefined && asOf > due;
  if (due !== undefined) clock.dueOn = dateOf(due);
  if (dateOf(end) > calendar.coveredTo || clock.receivedOn < calendar.coveredFrom) {
    clock.provisional = true;
    clock.provisionalFrom = calendar.coveredTo;
  }
  if (stopped !== undefined) return clock;

  clock.daysLeft = due !== undefined && asOf > due ? -workdaysBetween(days, due, asOf) : left;
  const wait = clock.overdue ? undefined : longest(log.waits.filter((one) => isOpen(one, asOf)));
  clock.state = wait ? 'paused' : 'running';
  if (wait) {
    clock.pausedBecause = {
      reason: wait.reason,
      since: dateOf(wait.since),
      ...(wait.until !== undefined && { until: dateOf(wait.until) }),
      article: articles[wait.reason],
    };
  }
  return clock;
}
