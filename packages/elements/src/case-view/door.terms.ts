import type { FailureCause } from '../base/failure.ts';
import type { ElderTerms } from '../controllers/elder-terms.ts';

/** Words around number and code: all that is needed before they are known. */
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
  /** Only where the code may be kept too. */
  rememberCode?: string;
  saved: string;
  savedOpen: string;
  forget: (name: string) => string;
  forgetAll: string;
  /** For a number the page has given. */
  otherNumber: string;
  codeLost: string;
  /** Number and code do not belong together; nobody is told which of them is wrong. */
  mismatchTitle: string;
  mismatchText: string;
  lockedTitle: string;
  /** @param until `HH:MM` in Asia/Shanghai; absent when the service does not say */
  lockedText: (until: string | undefined, minutes: number) => string;
  lockedOver: string;
  offlineTitle: string;
  failedTitle: string;
  failedText: Record<FailureCause, string>;
  requestId: (id: string) => string;
  retry: string;
  noServiceTitle: string;
  noServiceText: string;
  wiped: string;
  idleTitle: string;
  idleText: (seconds: number) => string;
  stay: string;
}

/** What each element says of its own numbers. */
type OwnTerms =
  | 'heading'
  | 'intro'
  | 'number'
  | 'numberHint'
  | 'numberMissing'
  | 'numberWrong'
  | 'code'
  | 'codeHint'
  | 'codeMissing'
  | 'codeWrong'
  | 'remember'
  | 'rememberCode'
  | 'saved'
  | 'codeLost'
  | 'mismatchText';

/** What is said the same everywhere. */
export type CommonDoorTerms = Omit<DoorTerms, OwnTerms>;

export const commonDoorTerms: CommonDoorTerms = {
  show: '查询进度',
  looking: '正在查询…',
  slow: '仍在查询，请稍候…',
  savedOpen: '点开就能看',
  forget: (name) => `不再记住 ${name}`,
  forgetAll: '全部清除',
  otherNumber: '查询其他编号',
  mismatchTitle: '没有查到',
  lockedTitle: '暂停查询',
  lockedText: (until, minutes) =>
    until === undefined
      ? '填错的次数太多，为保护申请人信息，请过一会儿再试。'
      : `填错的次数太多，为保护申请人信息，请在 ${until} 以后再试（约 ${minutes} 分钟后）。`,
  lockedOver: '现在可以再试了。请先对照通知书或者回执核对。',
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
  retry: '重试',
  noServiceTitle: '这里还没有接上数据服务',
  noServiceText: '请把这一情况告诉网站工作人员。',
  wiped: '已退出查询，这里不再保留任何内容。',
  idleTitle: '还在吗？',
  idleText: (seconds) => `${seconds} 秒后自动退出，并清除您填写和查到的内容。`,
  stay: '继续使用',
};
