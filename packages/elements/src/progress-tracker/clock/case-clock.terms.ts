import type { MatterPeriod } from '@open-info/contract/matters';
import { en as clockEn } from '../../clock-view/clock-view.terms.en.ts';
import { clockViewTerms } from '../../clock-view/clock-view.terms.ts';
import type { ReckoningTerms } from '../../clock-view/reckoning.ts';
import type { Words } from '../../controllers/terms.ts';

/** Words of the two periods of a case; in both languages, for they are fetched when they are needed. */
export interface CaseClockTerms extends ReckoningTerms {
  promised: string;
  statutory: string;
  dueOpen: string;
  period: (period: MatterPeriod) => string;
  left: (days: number, unit: string) => string;
  leftAfterPause: (days: number, unit: string) => string;
  used: (days: number, unit: string) => string;
  late: (due: string) => string;
  paused: (why: string, article: string, since: string) => string;
  pausedUntil: { supplement: (date: string) => string; specialProcedure: (date: string) => string };
  notAccepted: (periods: string) => string;
  noPeriod: string;
  onTheSpot: string;
  accepted: (date: string, article: string) => string;
  silence: (date: string, article: string) => string;
  extended: (days: number, article: string) => string;
  coveredTo: (date: string) => string;
  otherDate: (what: string, date: string, article: string) => string;
  howPromised: string;
  howStatutory: string;
  naturalDays: (first: number, last: number) => string;
  naturalCell: (count: number) => string;
  legendNatural: string;
  stop: string;
}

const zhUnits: Readonly<Record<string, string>> = {
  workday: '个工作日',
  day: '日',
  month: '个月',
  year: '年',
};
/** What is left is counted in days also where the period is in months. */
const zhDays = (unit: string): string => (unit === 'workday' ? '个工作日' : '天');

const units: Readonly<Record<string, string>> = {
  workday: 'working day',
  day: 'day',
  month: 'month',
  year: 'year',
};
const many = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;
const enDays = (count: number, unit: string): string =>
  many(count, unit === 'workday' ? 'working day' : 'day');

const zhBase = clockViewTerms['zh-CN'];

export const caseClockTerms: Words<CaseClockTerms> = {
  'zh-CN': {
    ...zhBase,
    promised: '承诺办结',
    statutory: '法定办结',
    dueOpen: '暂停计时',
    period: ({ amount, unit }) => `${amount} ${zhUnits[unit] ?? unit}`,
    left: (days, unit) =>
      days > 0
        ? `还有 ${days} ${zhDays(unit)}`
        : days === 0
          ? '今天到期'
          : `已超期 ${-days} ${zhDays(unit)}`,
    leftAfterPause: (days, unit) => `恢复计时后还有 ${days} ${zhDays(unit)}`,
    used: (days, unit) => `用了 ${days} ${zhDays(unit)}`,
    late: (due) => `晚于 ${due}`,
    paused: (why, article, since) => `自 ${since} 起计时暂停：${why}（${article}）。`,
    pausedUntil: {
      supplement: (date) => `最迟 ${date} 补正。`,
      specialProcedure: (date) => `预计 ${date} 结束，之后继续计时。`,
    },
    notAccepted: (periods) => `受理后开始计时，从受理的次日起：${periods}。`,
    noPeriod: '办理单位没有告知这件事的办理时限。',
    onTheSpot: '即办件，材料齐全的当场办结。',
    accepted: (date, article) => `${date} 受理（${article}）`,
    silence: (date, article) => `逾期没有告知补正，自收到材料之日 ${date} 起即为受理（${article}）`,
    extended: (days, article) => `已延长 ${days} 个工作日（${article}）`,
    coveredTo: (date) => `已公布的放假安排到 ${date} 为止，之后的日期是暂定的。`,
    otherDate: (what, date, article) => `${what}：最迟 ${date}（${article}）`,
    howPromised: '承诺时限是怎么算出来的',
    howStatutory: '法定时限是怎么算出来的',
    cells: {
      accepted: '受理',
      off: '休',
      makeUp: '班',
      paused: '暂停',
      moved: '顺延',
      due: '到期',
      today: '今天',
    },
    legendMarks: {
      accepted: '受理之日，不计',
      off: '休息日，不计',
      makeUp: '调休上班，计入',
      paused: '计时暂停，不计',
      moved: '遇休息日顺延',
      due: '时限届满之日',
      today: '查看的日子',
    },
    naturalDays: (first, last) => (first === last ? `第 ${first} 日` : `第 ${first}–${last} 日`),
    naturalCell: (count) => `第${count}日`,
    legendNatural: '第几日',
  },
  en: {
    ...clockEn,
    promised: 'Promised by',
    statutory: 'By law at the latest',
    dueOpen: 'Clock stands still',
    period: ({ amount, unit }) => many(amount, units[unit] ?? unit),
    left: (days, unit) =>
      days > 0
        ? `${enDays(days, unit)} left`
        : days === 0
          ? 'Due today'
          : `Overdue by ${enDays(-days, unit)}`,
    leftAfterPause: (days, unit) => `${enDays(days, unit)} left once it goes on`,
    used: (days, unit) => `${enDays(days, unit)} used`,
    late: (due) => `later than ${due}`,
    paused: (why, article, since) => `Paused since ${since}: ${why} (${article}).`,
    pausedUntil: {
      supplement: (date) => `Please supplement by ${date}.`,
      specialProcedure: (date) => `It is expected to end on ${date}; then the clock goes on.`,
    },
    notAccepted: (periods) => `Counted from the day after it is accepted: ${periods}.`,
    noPeriod: 'The office has named no period for this matter.',
    onTheSpot: 'Done at once when the papers are complete.',
    accepted: (date, article) => `Accepted on ${date} (${article})`,
    silence: (date, article) =>
      `Nobody asked for a supplement in time: accepted from ${date}, the day the papers came (${article})`,
    extended: (days, article) => `Extended by ${enDays(days, 'workday')} (${article})`,
    coveredTo: (date) =>
      `Holiday notices are published up to ${date}; dates after that are provisional.`,
    otherDate: (what, date, article) => `${what}: ${date} at the latest (${article})`,
    howPromised: 'How the promised date was computed',
    howStatutory: 'How the date by law was computed',
    cells: {
      accepted: 'start',
      off: 'off',
      makeUp: 'work',
      paused: 'pause',
      moved: 'on',
      due: 'due',
      today: 'today',
    },
    legendMarks: {
      accepted: 'day of acceptance, not counted',
      off: 'rest day, not counted',
      makeUp: 'weekend day worked, counted',
      paused: 'the clock stands still, not counted',
      moved: 'runs on past a rest day',
      due: 'last day of the period',
      today: 'the day you are looking',
    },
    naturalDays: (first, last) => (first === last ? `day ${first}` : `days ${first}–${last}`),
    naturalCell: (count) => `day ${count}`,
    legendNatural: 'which day it is',
  },
  plain: () => import('./case-clock.terms.plain.ts'),
};
