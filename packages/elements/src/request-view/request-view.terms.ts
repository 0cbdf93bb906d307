import type { RequestEventKind, RequestStatus } from '@open-info/contract/request-events';
import type { Words } from '../controllers/terms.ts';

/** Words for the known codes; an unknown code is shown as it came. */
export type Names<T extends string> = Readonly<Partial<Record<T, string>>> &
  Readonly<Record<string, string | undefined>>;

/** Words of what becomes of a disclosure request (依申请公开), wherever it is told. */
export interface RequestViewTerms {
  kinds: Names<'disclosure' | 'correction'>;
  statuses: Names<RequestStatus>;
  statusText: Names<RequestStatus>;
  /** What is expected from the applicant. */
  expected: Names<'supplement' | 'justify' | 'pay'>;
  expectedText: Names<'supplement' | 'justify' | 'pay'>;
  events: Names<RequestEventKind>;
  consulted: Names<'thirdParty' | 'organs'>;
  opinion: Names<'thirdParty' | 'organs'>;
  reply: string;
  remedyKinds: Names<'reconsideration' | 'litigation' | 'complaint'>;
  first: string;
  remedyUntil: (date: string) => string;
}

const zh: RequestViewTerms = {
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
    undone: '这次提交已经撤销，受理机构不会办理。如有需要，可以重新提出申请。',
    withdrawn: '这件申请已经终止。如有需要，可以重新提出申请。',
    lapsed: '没有在期限内补正或者缴费，申请不再处理。如有需要，可以重新提出申请。',
  },
  expected: { supplement: '补正申请内容', justify: '说明理由', pay: '缴纳信息处理费' },
  expectedText: {
    supplement:
      '补正后，答复期限从收到补正之日起重新计算。没有正当理由逾期不补正的，视为放弃申请。',
    justify: '申请的数量、频次明显超过合理范围的，受理机构可以要求说明理由。',
    pay: '逾期不缴纳的，视为放弃申请。缴费后，答复期限重新计算。',
  },
  events: {
    submitted: '提交申请',
    undone: '撤销提交',
    confirmed: '确认收到申请',
    supplementAsked: '告知补正',
    supplemented: '提交补正',
    justificationAsked: '要求说明理由',
    justified: '说明理由',
    consultationSent: '发出征求意见',
    consultationAnswered: '意见征求完毕',
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
    noted: '记录',
  },
  consulted: { thirdParty: '征求第三方意见', organs: '征求其他机关意见' },
  opinion: { thirdParty: '第三方意见征求完毕', organs: '其他机关意见征求完毕' },
  reply: '答复',
  remedyKinds: { reconsideration: '行政复议', litigation: '行政诉讼', complaint: '投诉、举报' },
  first: '须先行复议',
  remedyUntil: (date) => `最迟 ${date}`,
};

/** English is fetched where a page asks for it. */
export const requestViewTerms: Words<RequestViewTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./request-view.terms.en.ts')).en,
  plain: () => import('./request-view.terms.plain.ts'),
};
