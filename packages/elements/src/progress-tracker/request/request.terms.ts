import { en as clockEn } from '../../clock-view/clock-view.terms.en.ts';
import { clockViewTerms, type ClockViewTerms } from '../../clock-view/clock-view.terms.ts';
import type { Words } from '../../controllers/terms.ts';
import { en as viewEn } from '../../request-view/request-view.terms.en.ts';
import { requestViewTerms, type RequestViewTerms } from '../../request-view/request-view.terms.ts';

/** Words of a disclosure request among the cases; in both languages, for they are fetched when they are needed. */
export interface RequestTerms extends RequestViewTerms {
  amount: (yuan: string) => string;
  goOn: string;
  beforeSummary: (submitted: string, confirmed: string | undefined) => string;
  duringComing: string;
  afterComing: string;
  sought: string;
  replyLetter: string;
  clockView: ClockViewTerms;
}

const en: RequestTerms = {
  ...viewEn,
  amount: (yuan) => `${yuan} yuan to pay`,
  goOn: 'Do it on the page of your request',
  beforeSummary: (submitted, confirmed) =>
    confirmed === undefined
      ? `Filed ${submitted}`
      : `Filed ${submitted}, receipt confirmed ${confirmed}`,
  duringComing: 'Begins once receipt is confirmed; the period starts the day after.',
  afterComing: 'The answer and its files will stand here.',
  sought: 'What was asked for',
  replyLetter: 'The whole answer',
  clockView: clockEn,
};

export const requestTerms: Words<RequestTerms> = {
  'zh-CN': {
    ...requestViewTerms['zh-CN'],
    amount: (yuan) => `应缴 ${yuan} 元`,
    goOn: '到申请进度页办理',
    beforeSummary: (submitted, confirmed) =>
      confirmed === undefined ? `${submitted} 提交` : `${submitted} 提交，${confirmed} 确认收到`,
    duringComing: '确认收到申请后开始办理，答复期限从次日起计算。',
    afterComing: '答复和所附文件在这里告诉您。',
    sought: '申请的信息',
    replyLetter: '答复全文',
    clockView: clockViewTerms['zh-CN'],
  },
  en,
  plain: () => import('./request.terms.plain.ts'),
};
