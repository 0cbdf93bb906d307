import type { GuideSection } from './service-guide.terms.ts';

/** Words of the search and of a guide; the Chinese ones come with their code. */
export interface PageTerms {
  /** The parts on top, numbered on the page. */
  able: string;
  own: string;
  bring: string;
  where: string;
  sections: Record<GuideSection, string>;

  bundle: string;
  joint: string;
  fictitious: string;
  unfold: string;
  parts: string;
  quota: string;
  range: string;

  /** How long it takes, where nothing shorter than the law is promised. */
  time: string;
  timePromised: string;
  onSpot: string;
  /** @param unit `workday`, `day`, `month`, `year`, or what the record says */
  period: (amount: number, unit: string) => string;
  statutory: (period: string) => string;
  workdays: string;
  timeUnknown: string;
  visits: string;
  visitCount: (count: number) => string;
  fee: string;
  free: string;
  charged: string;
  ways: string;
  /** How a way is called where there is little room. */
  wayNames: Partial<Record<string, string>>;

  ask: string;
  asked: (left: number) => string;
  askedAll: string;
  startAgain: string;

  /** @param count what has to be brought */
  bringCount: (count: number) => string;
  /** The same while answers may still take some away. */
  bringAtMost: (count: number) => string;
  exemptCount: (count: number) => string;
  mayShrink: string;
  isAll: string;
  bringNothing: string;
  readyCount: (ready: number, of: number) => string;
  kept: string;
  forget: string;
  forgotten: string;
  optional: string;
  exempt: string;
  originals: (count: number) => string;
  copies: (count: number) => string;
  electronic: string;
  electronicOnly: string;
  /** Of a material that an open question decides on. */
  depends: string;
  issuer: (name: string) => string;
  serves: (matters: readonly string[]) => string;

  chooseWay: string;
  online: string;
  onlineOpen: string;
  onlinePhone: string;
  onlineNone: string;
  book: string;
  post: string;
  postNote: (matter: string) => string;
  noOffice: string;
  /** Where there are many. */
  chooseOffice: string;
  officeCount: (count: number) => string;
  address: string;
  hours: string;
  phone: string;
  transit: string;
  access: string;
  days: Partial<Record<string, string>>;
  always: string;
  openUntil: (time: string) => string;
  closed: string;
  opensToday: (time: string) => string;
  opensOn: (date: string, time: string) => string;
  notSoon: string;
  provisional: string;

  special: string;
  notCounted: string;
  amount: (yuan: string) => string;
  basisOf: (basis: string) => string;
  validity: (text: string) => string;
  delivery: Partial<Record<string, string>>;
  sample: string;
  consult: string;
  complain: string;
  newWindow: string;
  separator: string;
  /** Between parts of a sentence. */
  comma: string;
  cited: (title: string) => string;

  print: string;
  share: string;
  shareClose: string;
  scan: string;
  scanOnline: string;
  copy: string;
  copied: string;
  copyFailed: string;
  sheetTitle: (matter: string) => string;
  ownCase: string;
  cite: (name: string, text: string) => string;

  code: string;
  version: string;
  asOf: string;
  source: string;
  search: string;
  searchLabel: string;
  searchHint: string;
  themes: string;
  all: string;
  audience: string;
  office: string;
  onlyBundles: string;
  count: (count: string) => string;
  found: (count: string) => string;
  atLeast: (count: string) => string;
  slow: string;
  empty: string;
  emptyFiltered: string;
  emptyAdvice: string;
  startOver: string;
  previous: string;
  next: string;
  pages: string;
  page: (page: string, of: string | undefined) => string;
}

const units: Partial<Record<string, string>> = {
  workday: '个工作日',
  day: '天',
  month: '个月',
  year: '年',
};

/** The English ones stand with those that are shown first, in one file. */
export const pageTerms: PageTerms = {
  able: '我能在这里办吗',
  own: '说说您的情况',
  bring: '要准备的材料',
  where: '怎么办、到哪里办',
  sections: {
    steps: '办理步骤',
    fees: '收费',
    results: '办好以后拿到什么',
    basis: '法律依据',
    questions: '常见问题',
    policies: '相关政策',
  },

  bundle: '一件事',
  joint: '共同办理：',
  fictitious: '演示用，内容是虚构的',
  unfold: '查看完整办事指南',
  parts: '这件事包含',
  quota: '数量限制',
  range: '通办范围',

  time: '多久办好',
  timePromised: '承诺多久办好',
  onSpot: '当场办好',
  period: (amount, unit) => `${amount} ${units[unit] ?? unit}`,
  statutory: (period) => `法定最长 ${period}`,
  workdays: '周末和节假日不算',
  timeUnknown: '请打电话询问',
  visits: '要跑几趟',
  visitCount: (count) => (count === 0 ? '不用跑' : `最多跑 ${count} 趟`),
  fee: '收不收费',
  free: '不收费',
  charged: '收费',
  ways: '办理方式',
  wayNames: { '1': '窗口', '2': '电脑', '3': '手机', '4': '快递', self: '自助机', '9': '其他' },

  ask: '回答下面的问题，只留下您要准备的材料。回答不会保存到服务器，可以随时改。',
  asked: (left) => `还有 ${left} 个问题`,
  askedAll: '问题都答完了。',
  startAgain: '重新回答',

  bringCount: (count) => `您要准备 ${count} 样`,
  bringAtMost: (count) => `最多要准备 ${count} 样`,
  exemptCount: (count) => `${count} 样不用您交`,
  mayShrink: '答完上面的问题，只留下您要的。',
  isAll: '这就是全部，不会再要别的。',
  bringNothing: '您不用准备材料',
  readyCount: (ready, of) => `已备好 ${ready} / ${of}`,
  kept: '打的勾只存在这台设备的浏览器里，30 天后自动清除。',
  forget: '清除打的勾',
  forgotten: '打的勾已经清除。',
  optional: '有就带上，没有也能办',
  exempt: '无需提交，办理部门自己核实',
  originals: (count) => `原件 ${count} 份`,
  copies: (count) => `复印件 ${count} 份`,
  electronic: '也可以交电子件',
  electronicOnly: '电子件',
  depends: '看情况',
  issuer: (name) => `出具：${name}`,
  serves: (matters) => `用于：${matters.join('、')}`,

  chooseWay: '您想怎么办',
  online: '网上办理',
  onlineOpen: '打开网上办理',
  onlinePhone: '用手机扫一扫，在手机上办。',
  onlineNone: '网上办理的入口还没有登记，请打咨询电话。',
  book: '网上预约取号',
  post: '寄到',
  postNote: (matter) => `信封上写明“${matter}”，里面留下您的电话。请用能查到签收的快递。`,
  noOffice: '办理地点还没有登记，请打咨询电话。',
  chooseOffice: '选一处办理地点',
  officeCount: (count) => `共 ${count} 处，请选离您近的`,
  address: '地址',
  hours: '时间',
  phone: '电话',
  transit: '交通',
  access: '无障碍',
  days: {
    workday: '工作日',
    restday: '休息日',
    '1': '星期一',
    '2': '星期二',
    '3': '星期三',
    '4': '星期四',
    '5': '星期五',
    '6': '星期六',
    '7': '星期日',
  },
  always: '每天 24 小时',
  openUntil: (time) => (time === '24:00' ? '现在开放' : `现在开放，到 ${time}`),
  closed: '现在不开放',
  opensToday: (time) => `今天 ${time} 开`,
  opensOn: (date, time) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日 ${time} 开`,
  notSoon: '两周内不开放，请先打电话',
  provisional: '这一天的放假安排还没有公布，去之前请打电话',

  special: '特别程序',
  notCounted: '时间另算，办理部门会书面告诉您',
  amount: (yuan) => `${yuan} 元`,
  basisOf: (basis) => `依据：${basis}`,
  validity: (text) => `有效期：${text}`,
  delivery: { pickUp: '窗口领取', post: '邮寄到家', electronic: '电子证照' },
  sample: '样本',
  consult: '不明白的，问这里',
  complain: '办得不好，投诉这里',
  newWindow: '（在新窗口打开）',
  separator: '、',
  comma: '，',
  cited: (title) => (/[《》]/.test(title) ? title : `《${title}》`),

  print: '打印清单',
  share: '带到手机上',
  shareClose: '收起二维码',
  scan: '用手机扫一扫，带走这份清单和您的选择',
  scanOnline: '用手机扫一扫，打开网上办理',
  copy: '复制清单',
  copied: '已经复制。',
  copyFailed: '浏览器不让复制，请选中文字后自己复制。',
  sheetTitle: (matter) => `${matter} 材料清单`,
  ownCase: '您的情况',
  cite: (name, text) => `${name}：${text}`,

  code: '实施编码',
  version: '版本',
  asOf: '数据截至',
  source: '来源',
  search: '查找',
  searchLabel: '您要办什么事',
  searchHint: '用平常的话说就行，例如：开店、低保、落户',
  themes: '主题',
  all: '全部',
  audience: '谁来办',
  office: '办理部门',
  onlyBundles: '只看“一件事”',
  count: (count) => `共 ${count} 个事项`,
  found: (count) => `找到 ${count} 个事项`,
  atLeast: (count) => `${count}+`,
  slow: '正在查找，请稍候…',
  empty: '这里暂时没有事项',
  emptyFiltered: '没有找到合适的事项',
  emptyAdvice: '换一个更短、更平常的说法，或者放宽条件。也可以打 12345 问。',
  startOver: '查看全部事项',
  previous: '上一页',
  next: '下一页',
  pages: '翻页',
  page: (page, of) => (of === undefined ? `第 ${page} 页` : `第 ${page} 页，共 ${of} 页`),
};
