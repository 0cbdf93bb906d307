import type { PlainWords } from '../controllers/terms.ts';
import type { PolicyCardTerms } from './policy-card.terms.ts';

/** 大白话 of a policy. */
export const plain: PlainWords<PolicyCardTerms> = {
  'zh-CN': {
    otherTools: '更多',
    sections: {
      background: '为什么定这个政策',
      basis: '按什么规定定的',
      main: '主要说了什么',
      scope: '管哪些人、哪些事',
      terms: '词语是什么意思',
      media: '看图、听、看视频',
      responses: '大家关心的问题',
    },
    forms: {
      text: '文字讲解',
      picture: '看图明白',
      audio: '听讲解',
      video: '看视频讲解',
      official: '负责人讲解',
      expert: '专家讲解',
      media: '媒体讲解',
      h5: '网页讲解',
    },
    choose: '这份政策有几篇讲解',
    validities: {
      inForce: '管用（有效）',
      expired: '过期了（失效）',
      abolished: '作废了（废止）',
      amended: '改过（已修改）',
      notYetInForce: '还没开始用（尚未生效）',
    },
    banners: {
      abolished: '这份文件已经作废（废止），不能再按它办事。',
      expired: '这份文件已经过期（失效），不能再按它办事。',
      amended: '这份文件改过了，改动的地方按新规定办。',
    },
    notYet: (date) =>
      date === undefined
        ? '这份文件还没开始用（尚未施行）。'
        : `这份文件从 ${date} 开始用（施行），现在还不能按它办事。`,
    stillHolds: '在那以前按这份办',
    cleanupDecisions: { abolish: '作废（废止）', expire: '过期（失效）' },
    none: '这份政策还没有讲解',
    onRequest:
      '这份文件要申请才能看（依申请公开），这里只有名称和编号。想看全文，可以向发文的部门申请。',
    unfold: '看全部内容',
    compare: (title) => `一句一句和旧文件比：${title}`,
    compareStop: '不比了',
    comparing: '正在比…',
    issued: '哪天写成',
    effective: '哪天开始实行',
    expires: '管用到哪天',
  },
  en: {
    otherTools: 'More',
    sections: {
      background: 'Why there is this policy',
      scope: 'Whom and what it is for',
      responses: 'What people ask about it',
    },
    banners: {
      abolished: 'This document no longer holds (abolished). Do not go by it.',
      expired: 'This document no longer holds (expired). Do not go by it.',
      amended: 'This document was changed (amended). Where it was, go by the new rules.',
    },
    validities: {
      inForce: 'Holds (in force)',
      expired: 'No longer holds (expired)',
      abolished: 'No longer holds (abolished)',
      amended: 'Changed (amended)',
      notYetInForce: 'Does not hold yet',
    },
    notYet: (date) =>
      date === undefined
        ? 'This document does not hold yet. Do not go by it.'
        : `This document holds from ${date} (in force). Do not go by it before then.`,
    stillHolds: 'Until then go by this one',
  },
};
