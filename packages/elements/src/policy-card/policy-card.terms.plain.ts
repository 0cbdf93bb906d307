import type { PlainWords } from '../controllers/terms.ts';
import type { PolicyCardTerms } from './policy-card.terms.ts';

/** 大白话 of a policy. */
export const plain: PlainWords<PolicyCardTerms> = {
  'zh-CN': {
    otherTools: '更多',
    offlineTitle: '没有网',
    failedTitle: '现在看不到',
    failedText: {
      offline: '您的手机或者电脑没有连上网。连上以后会自己再读一次。',
      unreachable: '连不上，可能是网络不好。请过一会儿再试。',
      timeout: '等了很久没有回音。请过一会儿再试。',
      fault: '这里出了毛病，请过一会儿再试。',
      unreadable: '收到的回答读不出来，可能正在升级。请过一会儿再试。',
    },
    retry: '再试一次',
    requestId: (id) => `问题编号：${id}（问工作人员的时候，请告诉这个编号）`,
    noServiceText: '请告诉网站的工作人员。',
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
    noneText: '下面是文件原文。看不明白的地方，可以问发文的部门。',
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
    failedTitle: 'We cannot show this now',
    failedText: {
      offline: 'Your phone or computer is not on the network. We try again when it is back.',
      unreachable: 'We cannot connect; the network may be weak. Please try again later.',
      timeout: 'There was no answer. Please try again later.',
      fault: 'Something is wrong on our side. Please try again later.',
    },
    sections: {
      background: 'Why there is this policy',
      basis: 'Which rules it is based on',
      changes: 'What is different now',
      scope: 'Whom and what it is for',
      standards: 'How much',
      benefits: 'What you get',
      cautions: 'What to watch out for',
      terms: 'What the words mean',
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
        : `This document holds only from ${date} (not yet in force). Do not go by it before then.`,
    stillHolds: 'Until then go by this one',
    successors: 'Go by this one now',
    none: 'Nobody has explained this policy yet',
    noneText:
      'Below is the document itself. If something is not clear, ask the office that issued it.',
    onRequest:
      'You have to ask for this document (disclosed on request). Here are only its name and number. For the text, ask the office that issued it.',
    unfold: 'Read everything',
    compare: (title) => `Compare with the old document, one sentence at a time: ${title}`,
    issued: 'Written on',
    effective: 'Holds from',
    expires: 'Holds until',
  },
};
