import { plain as clock } from '../../clock-view/clock-view.terms.plain.ts';
import type { PlainWords } from '../../controllers/terms.ts';
import { plain as view } from '../../request-view/request-view.terms.plain.ts';
import type { RequestTerms } from './request.terms.ts';

/** 大白话 of a disclosure request among the cases. */
export const plain: PlainWords<RequestTerms> = {
  'zh-CN': {
    ...view['zh-CN'],
    amount: (yuan) => `要交 ${yuan} 元`,
    goOn: '到申请的页面去办',
    beforeSummary: (submitted, confirmed) =>
      confirmed === undefined ? `${submitted} 交` : `${submitted} 交，${confirmed} 确认收到`,
    duringComing: '确认收到以后开始办，答复的时间从第二天开始算。',
    afterComing: '答复和文件办好以后，在这里告诉您。',
    sought: '您要的信息',
    clockView: clock['zh-CN'],
  },
  en: {
    ...view.en,
    goOn: 'Go to the page of your request',
    sought: 'What you asked for',
    clockView: clock.en,
  },
};
