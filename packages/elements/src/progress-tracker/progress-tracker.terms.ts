import type { FailureCause } from '../base/failure.ts';
import type { ElderTerms } from '../controllers/elder-terms.ts';
import type { Words } from '../controllers/terms.ts';
import type { PageTerms } from './parts/page.terms.ts';

/** Words of the door: all that is needed before number and code are known. */
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
  rememberCode: string;
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

/** Every word of `<oi-progress-tracker>` a page may replace. */
export interface ProgressTrackerTerms extends DoorTerms, PageTerms {}

const zh: DoorTerms = {
  heading: '办事进度查询',
  intro: '办件编号和查询密码在受理通知书或者短信里。信息公开申请，用回执上的申请编号和查询码。',
  number: '编号',
  numberHint: '办件编号，或者信息公开申请的申请编号',
  numberMissing: '请填写编号。',
  numberWrong: '编号有误：应为 4 至 50 位字母、数字或者连字符，请对照通知书或者回执核对。',
  code: '查询密码',
  codeHint: '查询密码或者查询码，不分大小写',
  codeMissing: '请填写查询密码。',
  codeWrong: '查询密码有误：应为 4 位以上的字母或者数字，请对照通知书或者回执核对。',
  show: '查询进度',
  looking: '正在查询…',
  slow: '仍在查询，请稍候…',
  remember: '在这个浏览器里记住它（编号和事项名称）',
  rememberCode: '连同查询密码一起记住，下次点开就能看。只在自己的设备上选。',
  saved: '这个浏览器里记住的',
  savedOpen: '点开就能看',
  forget: (name) => `不再记住 ${name}`,
  forgetAll: '全部清除',
  otherNumber: '查询其他编号',
  codeLost: '查询密码丢了？请带身份证明到办理窗口查询；为保护您的信息，不能在网上找回。',
  mismatchTitle: '没有查到',
  mismatchText: '编号和查询密码对不上。请对照通知书或者回执核对后再试；连续多次填错会暂停查询。',
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

/** English is fetched where a page asks for it. */
export const doorTerms: Words<DoorTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./progress-tracker.terms.en.ts')).en,
  plain: () => import('./progress-tracker.terms.plain.ts'),
};
