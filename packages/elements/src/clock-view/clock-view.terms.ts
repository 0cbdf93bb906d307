import type { Words } from '../controllers/terms.ts';
import type { ReckoningTerms } from './reckoning.ts';

/** Marks in the cells of the small calendar, so that nothing is said by colour alone. */
export type CellMark =
  'received' | 'restarted' | 'paid' | 'off' | 'makeUp' | 'not' | 'paused' | 'due' | 'today';

/** Words of a deadline beside those of the law, which `clock-words.ts` of the contract has. */
export interface ClockViewTerms extends ReckoningTerms {
  due: string;
  dueAtLatest: string;
  dueOpen: string;
  daysLeft: (days: number) => string;
  used: (used: number, allowed: number) => string;
  paused: (why: string, article: string, since: string, until: string | undefined) => string;
  notReceived: string;
  notReceivedText: (submittedOn: string | undefined, article: string) => string;
  extended: (workdays: number, article: string) => string;
  coveredTo: (date: string) => string;
  /** By the kind of the event that stopped the clock. */
  stopped: Record<string, string | undefined>;
  stoppedOn: (what: string, date: string) => string;
  stoppedLate: (due: string) => string;
  otherDate: (what: string, date: string, article: string) => string;
  received: (date: string, rule: string, article: string) => string;
  cells: Record<CellMark, string>;
  legendMarks: Record<CellMark, string>;
  noCalendar: string;
  stop: string;
}

const zh: ClockViewTerms = {
  due: '答复期限',
  dueAtLatest: '答复期限，最迟',
  dueOpen: '暂不能确定',
  weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  weekdaysShort: ['一', '二', '三', '四', '五', '六', '日'],
  daysLeft: (days) =>
    days > 0 ? `还有 ${days} 个工作日` : days === 0 ? '今天到期' : `已超期 ${-days} 个工作日`,
  used: (used, allowed) => `已用 ${used} 个工作日，共 ${allowed} 个`,
  paused: (why, article, since, until) =>
    `计时暂停：${why}（${article}），自 ${since} 起${until === undefined ? '' : `，最迟到 ${until}`}`,
  notReceived: '尚未确认收到',
  notReceivedText: (submittedOn, article) =>
    `${submittedOn === undefined ? '' : `申请已于 ${submittedOn} 提交。`}答复期限从确认收到申请的次日起计算（${article}）。`,
  extended: (workdays, article) => `已延长 ${workdays} 个工作日（${article}）`,
  coveredTo: (date) => `已公布的放假安排到 ${date} 为止。`,
  stopped: {
    replied: '已答复',
    transferAdvised: '已告知向其他机关提出',
    corrected: '更正申请已处理',
    withdrawn: '申请已撤回',
    undone: '提交已撤销',
    lapsed: '视为放弃申请',
  },
  stoppedOn: (what, date) => `${date} ${what}`,
  stoppedLate: (due) => `晚于答复期限 ${due}`,
  otherDate: (what, date, article) => `${what}：最迟 ${date}（${article}）`,
  received: (date, rule, article) => `收到申请之日 ${date}：${rule}（${article}）`,
  how: '这个日期是怎么算出来的',
  calendar: '逐日',
  list: '逐段',
  month: (year, month) => `${year}年${month}月`,
  day: (month, day, year) => `${year === undefined ? '' : `${year}年`}${month}月${day}日`,
  span: (from, to) => `${from}–${to}`,
  counted: (first, last) =>
    first === last ? `第 ${first} 个工作日` : `第 ${first}–${last} 个工作日`,
  countedCell: (count) => `第${count}个`,
  cells: {
    received: '收到',
    restarted: '补正',
    paid: '缴费',
    off: '休',
    makeUp: '班',
    not: '不计',
    paused: '暂停',
    due: '到期',
    today: '今天',
  },
  legend: '图例',
  legendCounted: '第几个工作日',
  legendMarks: {
    received: '收到申请之日，不计',
    restarted: '收到补正之日，重新计算',
    paid: '缴费之日，重新计算',
    off: '休息日，不计',
    makeUp: '调休上班，计入',
    not: '不计入的日子',
    paused: '计时暂停，不计',
    due: '答复期限届满之日',
    today: '查看的日子',
  },
  named: (reason, name) => `${name}，${reason}`,
  noCalendar: '暂时读不到工作日历，这里是受理机构系统算出的日期。',
  colon: '：',
  stop: '。',
  bracketed: (text) => `（${text}）`,
};

/** English is fetched where a page asks for it. */
export const clockViewTerms: Words<ClockViewTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./clock-view.terms.en.ts')).en,
};
