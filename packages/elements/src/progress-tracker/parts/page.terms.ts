import type { CasePageTerms } from '../../case-view/page.ts';
import type { Words } from '../../controllers/terms.ts';

/** Words for the known codes; an unknown code is shown as 其他：…. */
export type Names = Readonly<Record<string, string | undefined>>;

export type PhaseName = 'before' | 'during' | 'after';
export type Standing = 'done' | 'current' | 'coming' | 'skipped';

/** Words of an open case or request; fetched with its code. */
export interface PageTerms extends CasePageTerms {
  asOf: (moment: string) => string;
  updatedAt: (moment: string) => string;
  statuses: Names;
  statusText: Names;
  other: (text: string) => string;
  overdue: string;
  overdueText: string;
  todo: string;
  supplement: string;
  supplementText: string;
  pickUp: string;
  pickUpPlace: string;
  by: (date: string, weekday: string, left: string) => string;
  daysTo: (days: number) => string;
  materials: (count: number) => string;
  officeSays: string;
  phases: Record<PhaseName, string>;
  phaseParts: Record<PhaseName, string>;
  standings: Record<Standing, string>;
  stepStandings: Record<Standing, string>;
  overview: string;
  unfold: (phase: string) => string;
  beforeSummary: (submitted: string, accepted: string | undefined) => string;
  duringComing: string;
  duringSkipped: string;
  afterComing: string;
  events: Names;
  deliveries: Names;
  note: (text: string, note: string) => string;
  workdays: (count: number) => string;
  expected: (date: string) => string;
  lastDay: (date: string) => string;
  span: (from: string, to: string) => string;
  weekdays: readonly string[];
  guide: string;
  clock: string;
  dueOn: string;
  daysLeft: (days: number) => string;
  noDue: string;
  outcome: string;
  outcomes: Names;
  certificate: string;
  certificateNumber: string;
  validUntil: string;
  files: string;
  download: (name: string) => string;
  downloading: (name: string) => string;
  downloadFailed: string;
  kioskFiles: string;
  delivery: string;
  tracking: string;
  deliveredOn: string;
  remedies: string;
  remedyKinds: Names;
  facts: string;
  factNames: Record<'matter' | 'number' | 'organ' | 'applicant' | 'submitted' | 'caseType', string>;
  caseTypes: Names;
  rating: string;
  rated: (level: string, date: string) => string;
  levels: Names;
  ratingAnswer: (date: string) => string;
  colon: string;
  separator: string;
}

const zh: PageTerms = {
  leave: '退出查询',
  print: '打印',
  updated: '有新的进展：',
  staleWatch: '暂时收不到最新进度，页面会自动再试。',
  asOf: (moment) => `查询时间 ${moment}`,
  updatedAt: (moment) => `数据截至 ${moment}`,
  statuses: {
    submitted: '已申请',
    received: '已收件',
    preReview: '预审中',
    supplementing: '等待您补正',
    supplemented: '已补正',
    accepted: '已受理',
    notAccepted: '不予受理',
    reviewing: '审查中',
    suspended: '特别程序中',
    decided: '已决定',
    completed: '已办结',
    delivered: '已送达',
  },
  statusText: {
    submitted: '申请已经提交，等待窗口收件。',
    received: '材料已经收到，正在核对是否齐全。',
    preReview: '正在预审，通过后正式受理。',
    supplemented: '补正材料已经收到，正在核对。',
    accepted: '已经受理，即将开始审查。',
    reviewing: '正在审查，目前不需要您做什么。',
    suspended: '正在进行特别程序，目前不需要您做什么。',
    decided: '已经作出决定，正在制作文书或者证照。',
  },
  other: (text) => `其他：${text}`,
  overdue: '已超期',
  overdueText: '已经超过时限。您可以向办理单位询问，也可以拨打 12345 反映。',
  todo: '现在需要您做',
  supplement: '补正材料',
  supplementText: '请一次交齐。等待补正的时间不计算在办理时限内；补正后继续办理。',
  pickUp: '领取结果',
  pickUpPlace: '领取地点',
  by: (date, weekday, left) => `最迟 ${date}（${weekday}，${left}）`,
  daysTo: (days) => (days > 0 ? `还有 ${days} 天` : days === 0 ? '今天截止' : `已过 ${-days} 天`),
  materials: (count) => `需要补正的材料，共 ${count} 项`,
  officeSays: '办理单位的说明',
  phases: { before: '事前', during: '事中', after: '事后' },
  phaseParts: { before: '申请和受理', during: '办理', after: '结果' },
  standings: { done: '已完成', current: '进行中', coming: '未到', skipped: '没有进行' },
  stepStandings: { done: '已完成', current: '正在进行', coming: '还没有开始', skipped: '没有进行' },
  overview: '办理阶段',
  unfold: (phase) => `${phase}的经过`,
  beforeSummary: (submitted, accepted) =>
    accepted === undefined ? `${submitted} 提交` : `${submitted} 提交，${accepted} 受理`,
  duringComing: '受理后开始办理，办理时限从受理的次日起计算。',
  duringSkipped: '没有受理，所以没有进入办理。',
  afterComing: '办结后，结果和领取方式在这里告诉您。',
  events: {
    submitted: '提交申请',
    received: '收到材料',
    preReviewed: '预审',
    supplementAsked: '告知补正',
    supplemented: '收到补正',
    accepted: '受理',
    notAccepted: '不予受理',
    extended: '延长办理期限',
    suspended: '特别程序',
    resumed: '特别程序结束，继续办理',
    decided: '作出决定',
    completed: '办结',
    delivered: '送达',
    rated: '评价',
  },
  deliveries: { pickUp: '窗口领取', post: '邮寄', electronic: '电子送达' },
  note: (text, note) => `${text}（${note}）`,
  workdays: (count) => `${count} 个工作日`,
  expected: (date) => `预计 ${date} 前`,
  lastDay: (date) => `最迟 ${date}`,
  span: (from, to) => `${from} 至 ${to}`,
  weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  guide: '查看办事指南',
  clock: '办理时限',
  dueOn: '应当办结',
  daysLeft: (days) =>
    days > 0 ? `还有 ${days} 天` : days === 0 ? '今天到期' : `已超期 ${-days} 天`,
  noDue: '暂不能确定',
  outcome: '办理结果',
  outcomes: {
    granted: '准予',
    denied: '不予',
    forwarded: '转报上级机关',
    returned: '退件',
    notAccepted: '不予受理',
    withdrawn: '已撤回',
    voided: '作废',
  },
  certificate: '证照',
  certificateNumber: '证照编号',
  validUntil: '有效期至',
  files: '结果文件',
  download: (name) => `下载 ${name}`,
  downloading: (name) => `正在下载 ${name}…`,
  downloadFailed: '没有下载成功，请重试。',
  kioskFiles: '大厅设备上不存取文件。请用自己的手机或者电脑查询后下载，或者请工作人员协助。',
  delivery: '送达方式',
  tracking: '快递单号',
  deliveredOn: '送达日期',
  remedies: '如果不服这个决定',
  remedyKinds: { reconsideration: '行政复议', litigation: '行政诉讼', complaint: '投诉、举报' },
  facts: '办件信息',
  factNames: {
    matter: '事项',
    number: '编号',
    organ: '办理单位',
    applicant: '申请人',
    submitted: '提交时间',
    caseType: '办件类型',
  },
  caseTypes: { '1': '即办件', '2': '承诺件' },
  rating: '好差评',
  rated: (level, date) => `您已于 ${date} 评价：${level}`,
  levels: {
    '1': '非常满意',
    '2': '满意',
    '3': '基本满意',
    '4': '不满意',
    '5': '非常不满意',
  },
  ratingAnswer: (date) => `办理单位 ${date} 的答复`,
  colon: '：',
  separator: '、',
};

/** English is fetched where a page asks for it. */
export const pageTerms: Words<PageTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./page.terms.en.ts')).en,
  plain: () => import('../progress-tracker.terms.plain.ts'),
};
