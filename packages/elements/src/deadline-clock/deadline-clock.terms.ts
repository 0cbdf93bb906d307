import type { ClockViewTerms } from '../clock-view/clock-view.terms.ts';
import type { Words } from '../controllers/terms.ts';

/** Words that are shown before there is a calendar to reckon by. */
export interface FirstTerms {
  heading: string;
  nothing: string;
  loading: string;
  failedTitle: string;
  failedText: string;
  retry: string;
  noServiceTitle: string;
  noServiceText: string;
  /** How far the calendar of working days goes. */
  calendarUntil: (date: string) => string;
}

/** Every word of `<oi-deadline-clock>`. A host page may replace any of them by `terms`. */
export interface DeadlineClockTerms extends FirstTerms, ClockViewTerms {}

const zh: FirstTerms = {
  heading: '信息公开申请答复期限',
  nothing: '还没有可以计算期限的申请。',
  loading: '正在读取工作日历…',
  failedTitle: '暂时算不出期限',
  failedText: '读取不到工作日历。请稍后重试。',
  retry: '重试',
  noServiceTitle: '这里还没有接上数据服务',
  noServiceText: '请把这一情况告诉网站工作人员。',
  calendarUntil: (date) => `工作日历截至 ${date}，依据国务院办公厅放假通知。`,
};

/** English is fetched where a page asks for it. */
export const firstTerms: Words<FirstTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./deadline-clock.terms.en.ts')).en,
  plain: () => import('./deadline-clock.terms.plain.ts'),
};
