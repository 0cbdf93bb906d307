import { validityWords } from '@open-info/contract/documents';
import { namesIn } from '../../base/names.ts';
import type { CardSection } from '../policy-card.terms.ts';

/** Words of a card; the Chinese ones come with its code. */
export interface CardTerms {
  sections: Record<CardSection, string>;
  forms: Partial<Record<string, string>>;
  policies: string;
  /** Documents are cited between these. */
  cited: (title: string) => string;
  choose: string;
  /** 有效性 by code; an unknown one is shown as it came. */
  validities: Partial<Record<string, string>>;
  /** Of a policy that may not be relied upon as it stands. */
  banners: Partial<Record<string, string>>;
  notYet: (date: string | undefined) => string;
  successors: string;
  stillHolds: string;
  cleanup: (title: string, date: string) => string;
  cleanupDecisions: Partial<Record<string, string>>;
  none: string;
  noneText: string;
  onRequest: string;
  noText: string;
  unfold: string;
  expandAll: string;
  collapseAll: string;
  topic: string;
  before: string;
  after: string;
  newItem: string;
  removed: string;
  removedEnd: string;
  added: string;
  addedEnd: string;
  compare: (title: string) => string;
  compareStop: string;
  comparing: string;
  compared: (rows: number) => string;
  compareFailed: string;
  compareNone: string;
  same: (count: number) => string;
  moreRows: (count: number) => string;
  onlyBefore: string;
  onlyAfter: string;
  legend: string;
  matters: string;
  transcript: string;
  openMedium: string;
  download: string;
  newWindow: string;
  ask: string;
  phone: (number: string) => string;
  /** @param office who explains it · @param person who in particular */
  interpreter: (office: string, person: string | undefined) => string;
  read: string;
  pause: string;
  resume: string;
  stop: string;
  reading: string;
  print: string;
  share: string;
  shareClose: string;
  scan: string;
  copy: string;
  copied: string;
  copyFailed: string;
  files: string;
  issued: string;
  effective: string;
  expires: string;
  consultations: string;
  adopted: string;
  published: string;
  asOf: string;
  source: string;
  reprinted: (name: string) => string;
  separator: string;
  /** A thing and what is said of it. */
  cite: (name: string, text: string) => string;
}

/** The English ones stand with those that are shown first, in one file. */
export const cardTerms: CardTerms = {
  sections: {
    eligibility: '我能享受吗',
    steps: '我该怎么办',
    background: '为什么出台',
    basis: '依据是什么',
    main: '主要内容',
    changes: '和以前比，变了什么',
    scope: '适用范围',
    standards: '标准和数额',
    benefits: '有什么好处',
    cautions: '要注意什么',
    terms: '名词解释',
    questions: '问答',
    media: '图解和音视频',
    responses: '回应关切',
    document: '文件原文',
  },
  forms: {
    text: '文字解读',
    picture: '图解',
    audio: '音频解读',
    video: '视频解读',
    pressConference: '新闻发布会',
    official: '负责人解读',
    expert: '专家解读',
    media: '媒体解读',
    questions: '一问一答',
    h5: 'H5 解读',
  },
  policies: '政策文件',
  cited: (title) => (/[《》]/.test(title) ? title : `《${title}》`),
  choose: '这份政策有多篇解读',
  validities: namesIn(validityWords, 'zh'),
  banners: {
    abolished: '这份文件已经废止，不能再作为办事的依据。',
    expired: '这份文件已经失效，不能再作为办事的依据。',
    amended: '这份文件已经修改，改动的部分以新规定为准。',
  },
  notYet: (date) =>
    date === undefined ? '这份文件还没有施行。' : `这份文件从 ${date} 起施行，现在还不能用。`,
  successors: '现在看这份',
  stillHolds: '施行之前按这份办',
  cleanup: (title, date) => `依据：${title}（${date}）`,
  cleanupDecisions: { keep: '继续有效', amend: '修改', abolish: '废止', expire: '失效' },
  none: '这份政策还没有解读',
  noneText: '下面是文件原文。有看不明白的地方，可以向发文机关询问。',
  onRequest:
    '这份文件依申请公开，这里只列出名称和文号。需要全文的，可以向发文机关提出政府信息公开申请。',
  noText: '这里没有这份文件的正文。',
  unfold: '查看完整解读',
  expandAll: '展开全部',
  collapseAll: '收起全部',
  topic: '事项',
  before: '以前',
  after: '现在',
  newItem: '以前没有这一项',
  removed: '删去：',
  removedEnd: '，删去完。',
  added: '新增：',
  addedEnd: '，新增完。',
  compare: (title) => `逐句对照旧文件：${title}`,
  compareStop: '收起逐句对照',
  comparing: '正在对照…',
  compared: (rows) => (rows === 0 ? '两份文件的文字没有不同。' : `对照完毕，${rows} 处不同。`),
  compareFailed: '读取不到旧文件，暂时不能对照。',
  compareNone: '旧文件没有公开正文，不能对照。',
  same: (count) => `${count} 句没有变化`,
  moreRows: (count) => `接着看后面的 ${count} 行`,
  onlyBefore: '新文件里没有这一句',
  onlyAfter: '旧文件里没有这一句',
  legend: '删除线是删去的文字，下划线是新增的文字。',
  matters: '到哪里办',
  transcript: '文字版',
  openMedium: '打开',
  download: '下载',
  newWindow: '（在新窗口打开）',
  ask: '不明白的，问谁',
  phone: (number) => `咨询电话 ${number}`,
  interpreter: (office, person) => (person === undefined ? office : `${office}　${person}`),
  read: '朗读',
  pause: '暂停朗读',
  resume: '继续朗读',
  stop: '停止朗读',
  reading: '正在朗读。',
  print: '打印',
  share: '分享',
  shareClose: '收起二维码',
  scan: '用手机扫一扫，在手机上看这份政策',
  copy: '复制文字',
  copied: '已经复制。',
  copyFailed: '浏览器不让复制，请选中文字后自己复制。',
  files: '附件',
  issued: '成文日期',
  effective: '施行日期',
  expires: '有效期至',
  consultations: '征求意见稿',
  adopted: '正式文件',
  published: '发布时间',
  asOf: '数据截至',
  source: '来源',
  reprinted: (name) => `转载自${name}`,
  separator: '、',
  cite: (name, text) => `${name}：${text}`,
};
