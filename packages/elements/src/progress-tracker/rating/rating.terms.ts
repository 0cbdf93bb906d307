import { ratingReasonWords } from '@open-info/contract/cases';
import type { Words } from '../../controllers/terms.ts';

/** Words of a rating; in both languages, for they are fetched when they are needed. */
export interface RatingTerms {
  title: string;
  intro: string;
  level: string;
  levelMissing: string;
  reasons: string;
  reasonsHint: string;
  reasonNames: Readonly<Record<string, string>>;
  text: string;
  textHint: string;
  optional: string;
  tooMany: (over: number) => string;
  send: string;
  sending: string;
  failedTitle: string;
  kept: string;
  ratedBefore: string;
}

const reasonNames = (language: 'zh' | 'en'): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(ratingReasonWords).map(([code, words]) => [code, words[language]]),
  );

export const ratingTerms: Words<RatingTerms> = {
  'zh-CN': {
    title: '好差评',
    intro: '评价完全自愿，一件事评一次，提交后不能修改。不评价不影响办事。',
    level: '您对这次办事满意吗？',
    levelMissing: '请选择满意度：五个等级之一。',
    reasons: '哪些地方不满意？',
    reasonsHint: '可以选几项，也可以不选。',
    reasonNames: reasonNames('zh'),
    text: '您想说的话',
    textHint: '最多 500 字。请不要写身份证号、电话等个人信息。',
    optional: '选填',
    tooMany: (over) => `超出 ${over} 字，最多 500 字。`,
    send: '提交评价',
    sending: '正在提交…',
    failedTitle: '评价没有提交成功',
    kept: '您选的和写的都还在，请重试。',
    ratedBefore: '这件事已经评价过了，一件事评一次。',
  },
  en: {
    title: 'Rating',
    intro:
      'Rating is voluntary, once for each case, and cannot be changed. Not rating has no effect on your matter.',
    level: 'Were you satisfied?',
    levelMissing: 'Please choose one of the five levels.',
    reasons: 'What were you dissatisfied with?',
    reasonsHint: 'Choose any, or none.',
    reasonNames: reasonNames('en'),
    text: 'What you want to say',
    textHint: 'At most 500 characters. Please write no identity or telephone numbers.',
    optional: 'optional',
    tooMany: (over) =>
      `${over} character${over === 1 ? '' : 's'} too many; 500 is the most that is taken.`,
    send: 'Send rating',
    sending: 'Sending…',
    failedTitle: 'The rating was not sent',
    kept: 'What you chose and wrote is still here. Please try again.',
    ratedBefore: 'This case was rated before; each is rated once.',
  },
  plain: () => import('./rating.terms.plain.ts'),
};
