import type { Language } from '../controllers/terms.ts';

/** Words that every screen of a hall says alike. */
export interface HallViewTerms {
  weekdays: readonly string[];
  pause: string;
  goOn: string;
  previous: string;
  next: string;
  page: (page: number, pages: number) => string;
  updatedAt: (moment: string) => string;
  accepted: string;
  completed: string;
  open: string;
  number: string;
  matter: string;
  status: string;
  time: string;
  table: string;
  privacy: string;
}

export const hallViewTerms: Readonly<Record<Language, HallViewTerms>> = {
  'zh-CN': {
    weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
    pause: '暂停翻页',
    goOn: '继续翻页',
    previous: '上一页',
    next: '下一页',
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    updatedAt: (moment) => `数据截至 ${moment}`,
    accepted: '今日受理',
    completed: '今日办结',
    open: '正在办理',
    number: '办件尾号',
    matter: '事项',
    status: '进度',
    time: '时间',
    table: '最近有进展的办件',
    privacy: '只显示办件编号的后几位。详情请用编号和查询密码查询。',
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    pause: 'Stop turning pages',
    goOn: 'Turn pages again',
    previous: 'Previous page',
    next: 'Next page',
    page: (page, pages) => `Page ${page} of ${pages}`,
    updatedAt: (moment) => `Data as of ${moment}`,
    accepted: 'Accepted today',
    completed: 'Completed today',
    open: 'In hand',
    number: 'Number',
    matter: 'Matter',
    status: 'Progress',
    time: 'Time',
    table: 'Cases that moved last',
    privacy: 'Only the last digits are shown. Use number and query code to see more.',
  },
};
