import type { Language } from '../../controllers/terms.ts';
import type { Names } from '../parts/page.terms.ts';

/** Words of a disclosure request on its way; in both languages, for they are fetched when they are needed. */
export interface RequestTerms {
  kinds: Names;
  statuses: Names;
  statusText: Names;
  events: Names;
  consulted: Names;
  opinion: Names;
  todo: Names;
  todoText: Names;
  amount: (yuan: string) => string;
  goOn: string;
  beforeSummary: (submitted: string, confirmed: string | undefined) => string;
  duringComing: string;
  afterComing: string;
  sought: string;
  reply: string;
  replyLetter: string;
  until: (date: string) => string;
  first: string;
}

export const requestTerms: Readonly<Record<Language, RequestTerms>> = {
  'zh-CN': {
    kinds: { disclosure: '政府信息公开申请', correction: '政府信息更正申请' },
    statuses: {
      submitted: '已提交，等待确认收到',
      confirmed: '办理中',
      awaitingSupplement: '等待您补正',
      awaitingJustification: '等待您说明理由',
      awaitingFee: '等待您缴费',
      consultingThirdParty: '正在征求第三方意见',
      consultingOrgans: '正在征求其他机关意见',
      replied: '已答复',
      corrected: '更正申请已处理',
      withdrawn: '您已撤回',
      undone: '您已撤销提交',
      lapsed: '视为放弃，已终止',
      archived: '已办结归档',
    },
    statusText: {
      submitted: '受理机构与您确认收到后，答复期限开始计算。',
      confirmed: '受理机构正在办理，目前不需要您做什么。',
      consultingThirdParty: '征求意见所需时间不计算在答复期限内。',
      consultingOrgans: '征求意见所需时间不计算在答复期限内。',
    },
    events: {
      submitted: '提交申请',
      undone: '撤销提交',
      confirmed: '确认收到申请',
      supplementAsked: '告知补正',
      supplemented: '提交补正',
      justificationAsked: '要求说明理由',
      justified: '说明理由',
      extended: '延长答复期限',
      feeNoticed: '告知缴费',
      feePaid: '缴费',
      replied: '作出答复',
      transferAdvised: '告知向其他机关提出',
      corrected: '更正申请处理完毕',
      withdrawn: '撤回申请',
      lapsed: '视为放弃申请',
      reviewFiled: '提起救济',
      archived: '归档',
    },
    consulted: { thirdParty: '征求第三方意见', organs: '征求其他机关意见' },
    opinion: { thirdParty: '第三方意见征求完毕', organs: '其他机关意见征求完毕' },
    todo: { supplement: '补正申请内容', justify: '说明理由', pay: '缴纳信息处理费' },
    todoText: {
      supplement:
        '补正后，答复期限从收到补正之日起重新计算。没有正当理由逾期不补正的，视为放弃申请。',
      justify: '申请的数量、频次明显超过合理范围的，受理机构可以要求说明理由。',
      pay: '逾期不缴纳的，视为放弃申请。缴费后，答复期限重新计算。',
    },
    amount: (yuan) => `应缴 ${yuan} 元`,
    goOn: '到申请进度页办理',
    beforeSummary: (submitted, confirmed) =>
      confirmed === undefined ? `${submitted} 提交` : `${submitted} 提交，${confirmed} 确认收到`,
    duringComing: '确认收到申请后开始办理，答复期限从次日起计算。',
    afterComing: '答复和所附文件在这里告诉您。',
    sought: '申请的信息',
    reply: '答复',
    replyLetter: '答复全文',
    until: (date) => `最迟 ${date}`,
    first: '须先行复议',
  },
  en: {
    kinds: { disclosure: 'Disclosure request', correction: 'Request for a correction' },
    statuses: {
      submitted: 'Filed, receipt to be confirmed',
      confirmed: 'Being dealt with',
      awaitingSupplement: 'Waiting for your supplement',
      awaitingJustification: 'Waiting for your reasons',
      awaitingFee: 'Waiting for your payment',
      consultingThirdParty: 'A third party is being asked',
      consultingOrgans: 'Other organs are being asked',
      replied: 'Answered',
      corrected: 'Correction decided',
      withdrawn: 'Withdrawn by you',
      undone: 'Filing undone by you',
      lapsed: 'Taken as given up, ended',
      archived: 'Ended and filed',
    },
    statusText: {
      submitted: 'The period begins once the office has confirmed receipt with you.',
      confirmed: 'The office is dealing with it. There is nothing for you to do now.',
      consultingThirdParty: 'The time others are asked is not counted.',
      consultingOrgans: 'The time others are asked is not counted.',
    },
    events: {
      submitted: 'Request filed',
      undone: 'Filing undone',
      confirmed: 'Receipt confirmed',
      supplementAsked: 'Supplement asked for',
      supplemented: 'Supplement handed in',
      justificationAsked: 'Reasons asked for',
      justified: 'Reasons given',
      extended: 'Period extended',
      feeNoticed: 'Fee noticed',
      feePaid: 'Fee paid',
      replied: 'Answered',
      transferAdvised: 'Referred to another organ',
      corrected: 'Correction decided',
      withdrawn: 'Withdrawn',
      lapsed: 'Taken as given up',
      reviewFiled: 'Review filed',
      archived: 'Filed away',
    },
    consulted: { thirdParty: 'Third party asked', organs: 'Other organs asked' },
    opinion: { thirdParty: 'Third party has spoken', organs: 'Other organs have spoken' },
    todo: {
      supplement: 'Supplement your request',
      justify: 'Give your reasons',
      pay: 'Pay the processing fee',
    },
    todoText: {
      supplement:
        'The period begins afresh once it is in. Without a good reason, a supplement that does not come in time counts as giving up.',
      justify:
        'When requests are clearly beyond reason in number, the office may ask for the reasons.',
      pay: 'What is not paid in time counts as given up. The period begins afresh after payment.',
    },
    amount: (yuan) => `${yuan} yuan to pay`,
    goOn: 'Do it on the page of your request',
    beforeSummary: (submitted, confirmed) =>
      confirmed === undefined
        ? `Filed ${submitted}`
        : `Filed ${submitted}, receipt confirmed ${confirmed}`,
    duringComing: 'Begins once receipt is confirmed; the period starts the day after.',
    afterComing: 'The answer and its files will stand here.',
    sought: 'What was asked for',
    reply: 'Answer',
    replyLetter: 'The whole answer',
    until: (date) => `until ${date}`,
    first: 'to be taken first',
  },
};
