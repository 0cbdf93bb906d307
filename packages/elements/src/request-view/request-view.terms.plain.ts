import type { PlainWords } from '../controllers/terms.ts';
import type { RequestViewTerms } from './request-view.terms.ts';

/** 大白话 of what becomes of a request; the words a counter uses stand once beside the plain ones. */
export const plain: PlainWords<RequestViewTerms> = {
  'zh-CN': {
    statuses: {
      submitted: '已经交上去，等部门确认收到',
      confirmed: '正在办',
      awaitingSupplement: '等您补充清楚（补正）',
      awaitingJustification: '等您说说理由',
      awaitingFee: '等您交费',
      consultingThirdParty: '正在问有关的人（第三方）的意见',
      consultingOrgans: '正在问别的部门的意见',
      replied: '已经答复',
      corrected: '改正的申请已经办完',
      lapsed: '算您放弃了，已经结束',
      archived: '已经办完',
    },
    statusText: {
      submitted: '收申请的部门和您确认收到以后，才开始算答复的时间。',
      confirmed: '部门正在办，现在不用您做什么。',
      consultingThirdParty: '问意见的时间，不算在答复的时间里。',
      consultingOrgans: '问意见的时间，不算在答复的时间里。',
      undone: '这次提交已经撤销，部门不会办。还想要的，可以重新申请。',
      withdrawn: '这个申请已经结束。还想要的，可以重新申请。',
      lapsed: '没有按时补充或者交费，这个申请不再办了。还想要的，可以重新申请。',
    },
    expected: { supplement: '把申请补充清楚（补正）', justify: '说说理由', pay: '交信息处理费' },
    expectedText: {
      supplement:
        '补好以后，答复的时间从收到那天起重新算。没有正当理由、过了时间还不补的，算您放弃。',
      justify: '申请的数量、次数明显超过合理范围的，部门可以请您说说理由。',
      pay: '过了时间还不交的，算您放弃。交了以后，答复的时间重新算。',
    },
    events: {
      supplementAsked: '请您补充（补正）',
      supplemented: '您补充了',
      justificationAsked: '请您说理由',
      justified: '您说了理由',
      consultationSent: '去问意见',
      consultationAnswered: '意见问完了',
      extended: '延长答复的时间',
      feeNoticed: '请您交费',
      feePaid: '交费',
      replied: '答复',
      transferAdvised: '告诉您向别的部门申请',
      corrected: '改正的申请办完了',
      lapsed: '算放弃申请',
      reviewFiled: '申请复议或者起诉',
      archived: '办完存档',
    },
    consulted: { thirdParty: '问有关的人（第三方）的意见', organs: '问别的部门的意见' },
    opinion: { thirdParty: '有关的人（第三方）的意见问完了', organs: '别的部门的意见问完了' },
    first: '要先申请复议',
    remedyKinds: {
      reconsideration: '请政府再审查（行政复议）',
      litigation: '到法院起诉（行政诉讼）',
    },
  },
  en: {
    statuses: {
      submitted: 'Handed in, the office has yet to confirm',
      confirmed: 'The office is working on it',
      awaitingSupplement: 'Waiting for you to add something',
      awaitingJustification: 'Waiting for you to say why',
      lapsed: 'Closed: taken as given up',
      archived: 'Closed',
    },
    statusText: {
      confirmed: 'The office is working on it. You need do nothing now.',
      consultingThirdParty: 'Others are being asked; the days this takes are not counted.',
      consultingOrgans: 'Other offices are being asked; the days this takes are not counted.',
    },
    expected: { supplement: 'Add what is missing', justify: 'Say why', pay: 'Pay the fee' },
    remedyKinds: {
      reconsideration: 'Ask the government to look again (reconsideration)',
      litigation: 'Go to court',
    },
    first: 'ask the government first',
  },
};
