import type { FailureCause } from '../base/failure.ts';
import type { ElderTerms } from '../controllers/elder-terms.ts';
import type { Words } from '../controllers/terms.ts';
import type { PanelTerms } from './parts/panel.terms.ts';

/** Words of the button and of what may fail before anything has opened. */
export interface FirstTerms {
  follow: string;
  /** @param label what is followed, as the page names it */
  followLabel: (label: string) => string;
  failedTitle: string;
  offlineTitle: string;
  failedText: Record<FailureCause, string>;
  retry: string;
  requestId: (id: string) => string;
  looking: string;
  pageTitle: string;
  pageText: string;
  noneTitle: string;
  noneText: string;
  noServiceTitle: string;
  noServiceText: string;
  idleTitle: string;
  idleText: (seconds: number) => string;
  stay: string;
  wiped: string;
}

/** Every word of `<oi-follow>`. A host page may replace any of them by `terms`. */
export interface FollowTerms extends FirstTerms, PanelTerms, ElderTerms {}

const chinese: FirstTerms = {
  follow: '订阅更新',
  followLabel: (label) => `订阅更新：${label}`,
  failedTitle: '没有订阅成功',
  offlineTitle: '没有网络',
  failedText: {
    offline: '连上网络后请再试。',
    unreachable: '暂时连不上服务，请稍后再试。',
    timeout: '服务没有及时回应，请再试。',
    busy: '这个地址或者这个网络提交得太多，请过一段时间再试。',
    fault: '服务出了问题，请稍后再试。',
    refused: '服务没有接受这些内容，请核对。',
    gone: '没有找到，请核对。',
    unreadable: '服务的回答看不懂，请稍后再试。',
  },
  retry: '再试一次',
  requestId: (id) => `查询编号 ${id}`,
  looking: '正在查询…',
  pageTitle: '管理订阅',
  pageText: '请从收到的消息里打开链接，就能在这里确认、修改或者停止订阅。',
  noneTitle: '暂时不能订阅',
  noneText: '现在没有可用的接收方式。',
  noServiceTitle: '暂时不能订阅',
  noServiceText: '这个页面没有连接数据服务。',
  idleTitle: '还在吗？',
  idleText: (seconds) => `${seconds} 秒后自动退出，并清除您填写的内容。`,
  stay: '继续',
  wiped: '已退出，您填写的内容已清除。',
};

/** Chinese is at hand, English is fetched by pages that ask for it. */
export const firstTerms: Words<FirstTerms> = {
  'zh-CN': chinese,
  en: async () => (await import('./follow.terms.en.ts')).english,
  plain: () => import('./follow.terms.plain.ts'),
};
