import { calendarDayWords, holidayRulesWords } from './calendar-day-words.ts';
import type { CaseArticle, CaseDate, CasePauseReason, CaseReason } from './case-clock.ts';
import type { Words } from './words.ts';

// Apart from the clock, so that whoever only counts carries no sentences.

/** The rules by name and article. */
export const caseArticleWords: Readonly<Record<CaseArticle, Words>> = {
  licence32: { zh: '《行政许可法》第三十二条', en: 'Administrative Licence Law, article 32' },
  licence42: { zh: '《行政许可法》第四十二条', en: 'Administrative Licence Law, article 42' },
  licence44: { zh: '《行政许可法》第四十四条', en: 'Administrative Licence Law, article 44' },
  licence45: { zh: '《行政许可法》第四十五条', en: 'Administrative Licence Law, article 45' },
  licence82: { zh: '《行政许可法》第八十二条', en: 'Administrative Licence Law, article 82' },
  holidayRules: holidayRulesWords,
  civil203: { zh: '《民法典》第二百零三条', en: 'Civil Code, article 203' },
};

/** Why a day counts or not, as a sentence of its own. */
export const caseReasonWords: Readonly<Record<CaseReason, Words>> = {
  ...calendarDayWords,
  acceptanceDay: {
    zh: '受理之日，不计入，从次日起算',
    en: 'Day of acceptance: not counted, the period starts the day after',
  },
  naturalDay: { zh: '自然日，计入', en: 'Calendar day, counted' },
  movedEnd: {
    zh: '期限届满日是休息日，顺延到下一个工作日',
    en: 'The period ends on a rest day: it runs on to the next workday',
  },
  specialProcedure: {
    zh: '听证、检验、检测、检疫、鉴定、专家评审等特别程序，不计入',
    en: 'Hearing, inspection, test, quarantine, appraisal or expert review, not counted',
  },
};

/** Why the clock stands still. */
export const casePauseWords: Readonly<Record<CasePauseReason, Words>> = {
  supplement: { zh: '等待申请人补正', en: 'waiting for the supplement of the applicant' },
  specialProcedure: {
    zh: '正在进行特别程序，所需时间不计算在办理时限内',
    en: 'a special procedure is going on, its time is not counted',
  },
};

/** What has to be done by the other dates. */
export const caseDateWords: Readonly<Record<CaseDate['kind'], Words>> = {
  askSupplementBy: {
    zh: '材料不齐的，最迟这一天一次告知；逾期不告知，即为受理',
    en: 'If papers are missing, all of it is to be said by this day; else the case counts as accepted',
  },
  supplementBy: { zh: '申请人补正', en: 'The applicant supplements' },
  resumeBy: { zh: '特别程序预计结束', en: 'The special procedure is expected to end' },
  deliverBy: { zh: '送达决定、颁发证件', en: 'Decision or certificate is handed over' },
};
