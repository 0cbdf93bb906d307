import type { RequestChannel } from '@open-info/contract/request-events';
import type { CasePageTerms } from '../../case-view/page.ts';
import { clockViewTerms, type ClockViewTerms } from '../../clock-view/clock-view.terms.ts';
import {
  requestViewTerms,
  type Names,
  type RequestViewTerms,
} from '../../request-view/request-view.terms.ts';

/** Words of an open request; the Chinese ones come with its code. */
export interface CaseTerms extends CasePageTerms, RequestViewTerms {
  refusedTitle: string;
  retry: string;
  asOf: (moment: string) => string;
  yourTurn: string;
  by: (date: string, weekday: string, left: string) => string;
  daysTo: (days: number) => string;
  officeSays: string;
  fee: string;
  yuan: (amount: string) => string;
  feeBasis: string;
  supplement: string;
  justify: string;
  additionLabel: Names<'supplement' | 'justify'>;
  additionHint: string;
  additionMissing: string;
  additionTooLong: (most: number) => string;
  send: string;
  sending: string;
  files: string;
  filesHint: (kinds: string, size: string, count: number) => string;
  chooseFiles: string;
  fileProgress: (percent: number) => string;
  fileDone: string;
  fileFailed: string;
  fileTooBig: (size: string) => string;
  fileKind: (kinds: string) => string;
  fileTooMany: (count: number) => string;
  fileWaiting: string;
  cancelFile: (name: string) => string;
  removeFile: (name: string) => string;
  cancel: string;
  remove: string;
  undo: string;
  undoText: (minutes: number) => string;
  undoAsk: string;
  undoYes: string;
  withdraw: string;
  withdrawText: string;
  withdrawAsk: string;
  withdrawYes: string;
  keep: string;
  done: Names<'undo' | 'withdraw' | 'supplement' | 'justify'>;
  clock: string;
  timeline: string;
  actors: Names<'applicant' | 'organ' | 'service'>;
  channels: Names<RequestChannel>;
  workdays: (count: number) => string;
  lastDay: (date: string) => string;
  decisions: Names<'corrected' | 'transferred' | 'referred' | 'refused'>;
  reviews: Names<'reconsideration' | 'litigation'>;
  note: (text: string, note: string) => string;
  separator: string;
  /** An article of 《政府信息公开条例》 by its number. */
  article: (number: string) => string;
  repliedOn: (date: string) => string;
  replyFiles: string;
  download: (name: string) => string;
  downloading: (name: string) => string;
  downloadFailed: string;
  bases: string;
  remedies: string;
  facts: string;
  factNames: Record<
    | 'organ'
    | 'office'
    | 'applicant'
    | 'name'
    | 'documentNumber'
    | 'description'
    | 'delivery'
    | 'files'
    | 'submitted',
    string
  >;
  deliveryForms: Names<'electronic' | 'paper' | 'onSite'>;
  deliveryWays: Names<'online' | 'email' | 'post' | 'pickUp' | 'fax'>;
  officeContact: (office: string, phone: string | undefined) => string;
  kioskFiles: string;
  clockView: ClockViewTerms;
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 11 to 99 as articles are numbered: 三十一. */
function chinese(number: number): string {
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? (digits[tens] ?? '') : ''}十${digits[number % 10] ?? ''}`;
}

/** The English ones stand with those of the door, in one file. */
export const caseTerms: CaseTerms = {
  ...requestViewTerms['zh-CN'],
  refusedTitle: '没有办成',
  staleWatch: '暂时收不到最新进度，页面会自动再试。',
  retry: '重试',
  leave: '退出查询',
  print: '打印',
  updated: '有新的进展：',
  asOf: (moment) => `查询时间 ${moment}`,
  yourTurn: '需要您办理',
  by: (date, weekday, left) => `最迟 ${date}（${weekday}，${left}）`,
  daysTo: (days) => (days > 0 ? `还有 ${days} 天` : days === 0 ? '今天截止' : `已过 ${-days} 天`),
  officeSays: '受理机构的告知',
  fee: '应缴金额',
  yuan: (amount) => `${amount} 元`,
  feeBasis: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  supplement: '现在补正',
  justify: '现在说明理由',
  additionLabel: { supplement: '补正的内容', justify: '理由' },
  additionHint: '请一次写全，最多 2000 字。',
  additionMissing: '请填写内容。',
  additionTooLong: (most) => `内容太长，最多 ${most} 字。`,
  send: '提交',
  sending: '正在提交…',
  files: '附件（可以不附）',
  filesHint: (kinds, size, count) => `可附 ${kinds}；每个不超过 ${size}，最多 ${count} 个。`,
  chooseFiles: '选择文件',
  fileProgress: (percent) => `已上传 ${percent}%`,
  fileDone: '已上传',
  fileFailed: '没有传上去，请移除后重新选择。',
  fileTooBig: (size) => `文件太大：每个不超过 ${size}。`,
  fileKind: (kinds) => `不能附这种文件：可附 ${kinds}。`,
  fileTooMany: (count) => `最多附 ${count} 个文件。`,
  fileWaiting: '请等文件传完，或者取消上传。',
  cancelFile: (name) => `取消上传 ${name}`,
  removeFile: (name) => `移除 ${name}`,
  cancel: '取消',
  remove: '移除',
  undo: '撤销这次提交',
  undoText: (minutes) => `刚提交的申请可以撤销，还剩 ${minutes} 分钟。`,
  undoAsk: '撤销后，这次提交视为没有发生。确定撤销吗？',
  undoYes: '确定撤销',
  withdraw: '撤回申请',
  withdrawText: '答复之前，您可以撤回申请。',
  withdrawAsk: '撤回后，受理机构不再办理这件申请，也不能恢复。确定撤回吗？',
  withdrawYes: '确定撤回',
  keep: '不，继续办理',
  done: {
    undo: '已撤销这次提交。',
    withdraw: '已撤回申请。',
    supplement: '补正已提交。',
    justify: '理由已提交。',
  },
  clock: '答复期限',
  timeline: '办理经过',
  actors: { applicant: '申请人', organ: '受理机构', service: '系统' },
  channels: {
    online: '互联网',
    counter: '当面',
    registeredPost: '邮寄（签收）',
    ordinaryPost: '平常信函',
    fax: '传真',
  },
  workdays: (count) => `${count} 个工作日`,
  lastDay: (date) => `最迟 ${date}`,
  decisions: {
    corrected: '已更正',
    transferred: '转有权更正的机关',
    referred: '告知向有权更正的机关提出',
    refused: '不予更正',
  },
  reviews: { reconsideration: '申请行政复议', litigation: '提起行政诉讼' },
  note: (text, note) => `${text}（${note}）`,
  separator: '、',
  article: (number) => `《政府信息公开条例》第${chinese(Number(number))}条`,
  repliedOn: (date) => `答复日期 ${date}`,
  replyFiles: '提供的文件',
  download: (name) => `下载 ${name}`,
  downloading: (name) => `正在下载 ${name}…`,
  downloadFailed: '没有下载成功，请重试。',
  bases: '依据',
  remedies: '如果不服这个答复',
  facts: '申请内容',
  factNames: {
    organ: '受理机构',
    office: '联系方式',
    applicant: '申请人',
    name: '信息名称',
    documentNumber: '文号',
    description: '特征描述',
    delivery: '提供形式',
    files: '附件',
    submitted: '提交时间',
  },
  deliveryForms: { electronic: '电子', paper: '纸质', onSite: '当场查阅、抄录' },
  deliveryWays: {
    online: '网上查看',
    email: '电子邮件',
    post: '邮寄',
    pickUp: '自行领取',
    fax: '传真',
  },
  officeContact: (office, phone) => (phone === undefined ? office : `${office}，电话 ${phone}`),
  kioskFiles: '大厅设备上不存取文件。请用自己的手机或电脑查询后办理，或者请工作人员协助。',
  clockView: clockViewTerms['zh-CN'],
};
