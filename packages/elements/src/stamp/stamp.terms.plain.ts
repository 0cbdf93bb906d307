import type { PlainWords } from '../controllers/terms.ts';
import type { StampTerms } from './stamp.terms.ts';

/** 大白话 beside the stamp, whose own words are the law's. */
export const plain: PlainWords<StampTerms> = {
  'zh-CN': {
    meanings: {
      open: '全文谁都能看（主动公开，《政府信息公开条例》第十九条）。',
      onRequest: '正文不主动公开，想看可以申请（依申请公开，《政府信息公开条例》第二十七条）。',
      closed:
        '不公开（不予公开）。哪些情形不公开，由《政府信息公开条例》第十四条、第十五条、第十六条规定。',
    },
    reason: (reason) => `为什么：${reason}`,
    request: '我要申请看',
  },
  en: { request: 'Ask to see it' },
};
