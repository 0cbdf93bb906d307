import type { Words } from './words.ts';

/** The rules of the calendar by name. */
export const holidayRulesWords: Words = {
  zh: '《全国年节及纪念日放假办法》和国务院办公厅当年放假通知',
  en: 'Measures on public holidays and the yearly notice of the General Office of the State Council',
};

/** Why a day counts or not by what it is in the calendar, whatever the period is. */
export const calendarDayWords = {
  counted: { zh: '工作日，计入', en: 'Workday, counted' },
  makeUpWorkday: {
    zh: '调休上班的工作日，计入',
    en: 'Weekend day worked in exchange for a holiday, counted',
  },
  assumedWorkday: {
    zh: '放假通知尚未公布，暂按工作日计入',
    en: 'Holiday notice not yet published: taken as a workday for now',
  },
  weekend: { zh: '周末，不计入', en: 'Weekend, not counted' },
  holiday: { zh: '放假，不计入', en: 'Public holiday, not counted' },
  statutoryHoliday: { zh: '法定节假日，不计入', en: 'Statutory holiday, not counted' },
  assumedWeekend: {
    zh: '放假通知尚未公布，暂按周末不计入',
    en: 'Holiday notice not yet published: taken as a weekend for now, not counted',
  },
  supplement: {
    zh: '等待申请人补正，不计入',
    en: 'Waiting for the supplement of the applicant, not counted',
  },
} satisfies Record<string, Words>;
