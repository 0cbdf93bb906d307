import type { FailureCause } from '../base/failure.ts';
import type { ElderTerms } from '../controllers/elder-terms.ts';
import type { Words } from '../controllers/terms.ts';
import type { CaseTerms } from './parts/case.terms.ts';

/** Words around number and code, which are shown first. */
export interface DoorTerms extends ElderTerms {
  heading: string;
  intro: string;
  number: string;
  numberHint: string;
  numberMissing: string;
  numberWrong: string;
  code: string;
  codeHint: string;
  codeMissing: string;
  codeWrong: string;
  show: string;
  looking: string;
  slow: string;
  remember: string;
  remembered: string;
  forget: (number: string) => string;
  codeLost: string;
  /** Number and code do not belong together; nobody is told which of them is wrong. */
  mismatchTitle: string;
  mismatchText: string;
  lockedTitle: string;
  /** @param minutes absent when the service does not say */
  lockedText: (minutes: number | undefined) => string;
  offlineTitle: string;
  failedTitle: string;
  failedText: Record<FailureCause, string>;
  requestId: (id: string) => string;
  noServiceTitle: string;
  noServiceText: string;
  wiped: string;
  idleTitle: string;
  idleText: (seconds: number) => string;
  stay: string;
}

/** Every word of `<oi-request-status>`. A host page may replace any of them by `terms`. */
export interface RequestStatusTerms extends DoorTerms, CaseTerms {}

const zh: DoorTerms = {
  heading: '查询信息公开申请进度',
  intro: '申请编号和查询码都在提交申请时给您的回执上。',
  number: '申请编号',
  numberHint: '12 位数字，例如 2026-0000123-5',
  numberMissing: '请填写申请编号。',
  numberWrong: '申请编号有误：应为 12 位数字，请对照回执逐位核对。',
  code: '查询码',
  codeHint: '10 位字母和数字，不分大小写',
  codeMissing: '请填写查询码。',
  codeWrong: '查询码有误：应为 10 位字母和数字（不含字母 U），请对照回执逐位核对。',
  show: '查询进度',
  looking: '正在查询…',
  slow: '仍在查询，请稍候…',
  remember: '在这台设备上记住申请编号（不记查询码）',
  remembered: '这台设备上记住的申请编号',
  forget: (number) => `不再记住 ${number}`,
  codeLost: '查询码丢了？请带身份证明到受理申请的机构查询；为保护您的信息，查询码不能在网上找回。',
  mismatchTitle: '没有查到',
  mismatchText: '申请编号和查询码对不上。请对照回执核对后再试；连续多次填错会暂停查询。',
  lockedTitle: '暂停查询',
  lockedText: (minutes) =>
    minutes === undefined
      ? '填错的次数太多，为保护申请人信息，请过一会儿再试。'
      : `填错的次数太多，为保护申请人信息，请在 ${minutes} 分钟后再试。`,
  offlineTitle: '网络已断开',
  failedTitle: '暂时查询不到',
  failedText: {
    offline: '您的设备没有连接网络。连上网络后请重试，已填写的内容还在。',
    unreachable: '连接不上数据服务，可能是网络不稳定。请稍后重试。',
    timeout: '等待时间过长，数据服务没有回应。请稍后重试。',
    busy: '访问的人太多，请过一会儿再试。',
    fault: '数据服务出了故障，请稍后重试。',
    refused: '数据服务没有接受，请核对后再试。',
    gone: '没有找到，请核对后再试。',
    unreadable: '数据服务的回答读不出来，可能正在升级。请稍后重试。',
  },
  requestId: (id) => `问题编号：${id}（联系工作人员时请告诉这个编号）`,
  noServiceTitle: '这里还没有接上数据服务',
  noServiceText: '请把这一情况告诉网站工作人员。',
  wiped: '已退出查询，这里不再保留任何内容。',
  idleTitle: '还在吗？',
  idleText: (seconds) => `${seconds} 秒后自动退出，并清除您填写和查到的内容。`,
  stay: '继续使用',
};

/** English is fetched where a page asks for it. */
export const doorTerms: Words<DoorTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./request-status.terms.en.ts')).en,
  plain: () => import('./request-status.terms.plain.ts'),
};
