import type { PlainWords } from '../controllers/terms.ts';
import type { PolicyListTerms } from './policy-list.terms.ts';

/** 大白话 of the list of policies. */
export const plain: PlainWords<PolicyListTerms> = {
  'zh-CN': {
    moreFilters: '更多筛选',
    headings: { interpretations: '政策讲明白（政策解读）' },
    levels: '哪一级的政策',
    searchLabel: '想看什么政策',
    topic: '哪方面的',
    allTopics: '都看',
    validity: '现在还管用吗',
    allValidities: '都看',
    validities: {
      inForce: '管用（有效）',
      expired: '过期了（失效）',
      abolished: '作废了（废止）',
      amended: '改过（已修改）',
      notYetInForce: '还没开始用（尚未生效）',
    },
    attributes: { onRequest: '想看要申请（依申请公开）', closed: '不公开（不予公开）' },
    forms: {
      text: '文字讲解',
      picture: '看图明白',
      official: '负责人讲解',
      expert: '专家讲解',
      media: '媒体讲解',
    },
    explains: '讲的是哪份文件：',
    issued: (date) => `${date} 写成`,
    interpreted: (count) => `有 ${count} 篇讲解`,
    emptyFiltered: '这些条件放在一起，没有找到',
    emptyAdvice: '换一个短一点、常用的词，或者少选几个条件再试。',
    startOver: '看全部',
  },
  en: {
    moreFilters: 'More filters',
    headings: { interpretations: 'Policies in plain words' },
    levels: 'Whose policies',
    topic: 'About',
    validity: 'Does it still hold?',
    validities: {
      inForce: 'Holds (in force)',
      expired: 'No longer holds (expired)',
      abolished: 'No longer holds (abolished)',
      amended: 'Changed (amended)',
      notYetInForce: 'Does not hold yet',
    },
    attributes: { open: 'Open to everyone', onRequest: 'You have to ask for it' },
    explains: 'Explains: ',
  },
};
