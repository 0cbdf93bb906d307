import { ProblemError } from '../http/problem.ts';
import type { Words } from '../http/words.ts';

/** 《政府信息公开条例》 (国务院令第711号), by article, in the words of the reader. */
const regulation = (article: string) => `《政府信息公开条例》第${article}条`;

/** What the life cycle rests on. */
export const law = {
  organ: regulation('十'),
  officeOf: regulation('四'),
  application: regulation('二十九'),
  supplement: regulation('三十'),
  receipt: regulation('三十一'),
  thirdParty: regulation('三十二'),
  term: regulation('三十三'),
  organs: regulation('三十四'),
  justification: regulation('三十五'),
  answer: regulation('三十六'),
  correction: regulation('四十一'),
  fee: regulation('四十二'),
  register: regulation('四十五'),
  review: regulation('五十一'),
  enterprise: regulation('五十五'),
  feeRules: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  reconsiderationFirst: '《行政复议法》第二十三条',
  reconsideration: '《行政复议法》第二十条',
  undo: '《互联网网站适老化通用设计规范》（工信厅信管函〔2021〕67号附件1）',
} as const;

/** Why a step is not possible now. */
export interface Refusal {
  detail: Words;
  /** As 《政府信息公开条例》第三十条. */
  article: string;
}

export function refusal(article: string, zh: string, en: string): Refusal {
  return { detail: { zh: `${zh}（${article}）。`, en: `${en} (${article}).` }, article };
}

/** A refusal as it is answered. */
export function illegalMove({ detail, article }: Refusal): ProblemError {
  return new ProblemError('illegal-move', { detail, article });
}
