import type { FailureCause } from '../base/failure.ts';

/** Words of what is still being read or could not be. */
export interface LoadViewTerms {
  loading: string;
  offlineTitle: string;
  failedTitle: string;
  goneTitle: string;
  failedText: Record<FailureCause, string>;
  /** Something read before is still on show. */
  kept: string;
  retry: string;
  requestId: (id: string) => string;
  noServiceTitle: string;
  noServiceText: string;
}

export const loadViewTerms: LoadViewTerms = {
  loading: '正在读取，请稍候…',
  offlineTitle: '网络已断开',
  failedTitle: '暂时读取不到',
  goneTitle: '没有找到',
  failedText: {
    offline: '您的设备没有连接网络。连上网络后会自动重新读取。',
    unreachable: '连接不上数据服务，可能是网络不稳定。请稍后重试。',
    timeout: '等待时间过长，数据服务没有回应。请稍后重试。',
    busy: '访问的人太多，请过一会儿再试。',
    fault: '数据服务出了故障，请稍后重试。',
    refused: '数据服务不接受这次查询，请换一个条件再试。',
    gone: '它可能没有公开，或者地址有误。',
    unreadable: '数据服务的回答读不出来，可能正在升级。请稍后重试。',
  },
  kept: '下面是上次读到的内容。',
  retry: '重新读取',
  requestId: (id) => `问题编号：${id}（联系工作人员时请告诉这个编号）`,
  noServiceTitle: '这里还没有接上数据服务',
  noServiceText: '请把这一情况告诉网站工作人员。',
};
