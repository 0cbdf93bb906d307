import type { ClockViewTerms } from './clock-view.terms.ts';

const workdays = (count: number): string => `${count} working day${count === 1 ? '' : 's'}`;
const months = [
  ['January', 'Jan'],
  ['February', 'Feb'],
  ['March', 'Mar'],
  ['April', 'Apr'],
  ['May', 'May'],
  ['June', 'Jun'],
  ['July', 'Jul'],
  ['August', 'Aug'],
  ['September', 'Sep'],
  ['October', 'Oct'],
  ['November', 'Nov'],
  ['December', 'Dec'],
] as const;

/** The same words in English; a missing one does not compile. */
export const en: ClockViewTerms = {
  due: 'Reply due',
  dueAtLatest: 'Reply due, at the latest',
  dueOpen: 'Not known yet',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  weekdaysShort: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  daysLeft: (days) =>
    days > 0
      ? `${workdays(days)} left`
      : days === 0
        ? 'Due today'
        : `Overdue by ${workdays(-days)}`,
  used: (used, allowed) => `${used} of ${workdays(allowed)} used`,
  paused: (why, article, since, until) =>
    `Paused: ${why} (${article}), since ${since}${until === undefined ? '' : `, until ${until} at the latest`}`,
  notReceived: 'Receipt not confirmed yet',
  notReceivedText: (submittedOn, article) =>
    `${submittedOn === undefined ? '' : `Filed on ${submittedOn}. `}The period starts the day after receipt is confirmed (${article}).`,
  extended: (days, article) => `Extended by ${workdays(days)} (${article})`,
  coveredTo: (date) => `Holiday notices are published up to ${date}.`,
  stopped: {
    replied: 'answered',
    transferAdvised: 'referred to another organ',
    corrected: 'correction decided',
    withdrawn: 'withdrawn',
    undone: 'filing undone',
    lapsed: 'taken as given up',
  },
  stoppedOn: (what, date) => `${date}: ${what}`,
  stoppedLate: (due) => `later than the due date ${due}`,
  otherDate: (what, date, article) => `${what}: ${date} at the latest (${article})`,
  received: (date, rule, article) => `Day of receipt ${date}. ${rule} (${article})`,
  how: 'How this date was computed',
  calendar: 'Day by day',
  list: 'Step by step',
  month: (year, month) => `${months[month - 1]?.[0] ?? month} ${year}`,
  day: (month, day, year) =>
    `${day} ${months[month - 1]?.[1] ?? month}${year === undefined ? '' : ` ${year}`}`,
  span: (from, to) => `${from} – ${to}`,
  counted: (first, last) =>
    first === last ? `working day ${first}` : `working days ${first}–${last}`,
  countedCell: (count) => `no. ${count}`,
  cells: {
    received: 'start',
    restarted: 'start',
    paid: 'paid',
    off: 'off',
    makeUp: 'work',
    not: 'no',
    paused: 'pause',
    due: 'due',
    today: 'today',
  },
  legend: 'Legend',
  legendCounted: 'number of the working day',
  legendMarks: {
    received: 'day of receipt, not counted',
    restarted: 'supplement received, the period starts afresh',
    paid: 'day of payment, the period starts afresh',
    off: 'day off, not counted',
    makeUp: 'weekend worked in exchange, counted',
    not: 'not counted',
    paused: 'the clock stands still, not counted',
    due: 'last day of the period',
    today: 'the day it is looked at',
  },
  named: (reason, name) => `${name}. ${reason}`,
  noCalendar:
    "The calendar of working days cannot be read now; this is the date the office's system computed.",
  colon: ': ',
  stop: '. ',
  bracketed: (text) => ` (${text})`,
};
