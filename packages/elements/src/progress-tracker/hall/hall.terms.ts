import type { Language } from '../../controllers/terms.ts';

/** Words of the board of a hall; in both languages, for they are fetched when they are needed. */
export interface HallTerms {
  heading: string;
  accepted: string;
  completed: string;
  open: string;
  number: string;
  matter: string;
  status: string;
  time: string;
  table: string;
  page: (page: number, pages: number) => string;
  pause: string;
  goOn: string;
  previous: string;
  next: string;
  empty: string;
  stale: string;
  updatedAt: (moment: string) => string;
  privacy: string;
  weekdays: readonly string[];
}

export const hallTerms: Readonly<Record<Language, HallTerms>> = {
  'zh-CN': {
    heading: '办事进度',
    accepted: '今日受理',
    completed: '今日办结',
    open: '正在办理',
    number: '办件尾号',
    matter: '事项',
    status: '进度',
    time: '时间',
    table: '最近有进展的办件',
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    pause: '暂停翻页',
    goOn: '继续翻页',
    previous: '上一页',
    next: '下一页',
    empty: '目前没有可以显示的办件。',
    stale: '网络中断，显示的是上次读到的内容，恢复后自动更新。',
    updatedAt: (moment) => `数据截至 ${moment}`,
    privacy: '只显示办件编号的后几位。详情请用编号和查询密码查询。',
    weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  },
  en: {
    heading: 'Progress of cases',
    accepted: 'Accepted today',
    completed: 'Completed today',
    open: 'In hand',
    number: 'Number',
    matter: 'Matter',
    status: 'Progress',
    time: 'Time',
    table: 'Cases that moved last',
    page: (page, pages) => `Page ${page} of ${pages}`,
    pause: 'Stop turning pages',
    goOn: 'Turn pages again',
    previous: 'Previous page',
    next: 'Next page',
    empty: 'There is no case to be shown at present.',
    stale: 'No network: this is what was read last. It goes on by itself.',
    updatedAt: (moment) => `Data as of ${moment}`,
    privacy: 'Only the last digits are shown. Use number and query code to see more.',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  },
};
