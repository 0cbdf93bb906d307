import type {
  AudienceScope,
  CatalogElement,
  CatalogFilter,
  CatalogSort,
  CatalogTier,
  ChangeReason,
  ExportFormat,
  provenanceKinds,
} from '@open-info/contract/catalog';
import type { timeLimitUnits } from '@open-info/contract/time-limit';

export type Unit = (typeof timeLimitUnits)[number];

/** Words for the known codes; an unknown code is shown as it came. */
export type Names<T extends string> = Partial<Record<T, string>>;

/** Words of filters, rows and an item; the Chinese ones come with their code. */
export interface PageTerms {
  filters: string;
  filtersChosen: (count: number) => string;
  removeFilter: (name: string) => string;
  clearFilters: string;
  clear: string;
  startOver: string;
  close: string;
  showResults: (count: string) => string;
  more: (count: number) => string;
  less: string;
  filterNames: Record<CatalogFilter, string>;
  results: string;
  count: (count: string) => string;
  found: (count: string) => string;
  atLeast: (count: string) => string;
  slow: string;
  sort: string;
  sorts: Record<CatalogSort, string>;
  /** The first of several organs, and how many there are. */
  andOthers: (first: string, count: number) => string;
  promise: string;
  matched: (element: string) => string;
  separator: string;
  andThen: string;
  note: (text: string, note: string) => string;
  previous: string;
  next: string;
  pages: string;
  page: (page: string, of: string | undefined) => string;
  emptyTitle: (query: string) => string;
  emptyFiltered: string;
  emptyNone: string;
  trySomething: string;
  tryShorter: string;
  tryPinyin: string;
  tryFilters: string;
  print: string;
  download: string;
  downloadList: string;
  formats: Record<ExportFormat, string>;
  officialPage: string;
  newWindow: string;
  elements: Record<CatalogElement | 'tier' | 'reportingUnit', string>;
  wording: string;
  legend: string;
  required: string;
  optional: string;
  responsible: string;
  provenance: string;
  provenances: Record<(typeof provenanceKinds)[number], string>;
  version: string;
  effective: (date: string) => string;
  changes: string;
  noChanges: string;
  changed: (elements: string) => string;
  changedNames: Record<string, string>;
  notStated: string;
  added: string;
  adjusted: string;
  reasons: Names<ChangeReason>;
  methods: Names<'proactive' | 'onRequest'>;
  tiers: Names<CatalogTier>;
  audiences: Names<AudienceScope>;
  updatedAt: (moment: string) => string;
  asOf: (date: string) => string;
  source: (source: string) => string;
  sourceName: string;
  publishWithin: (after: string, time: string) => string;
  within: (after: string, time: string) => string;
  displayFor: (after: string, time: string, atLeast: boolean) => string;
  periodic: (time: string) => string;
  realtime: string;
  promptly: string;
  longTerm: string;
  scoped: (scope: string, promise: string) => string;
  time: (amount: number, unit: Unit) => string;
  each: (amount: number, unit: Unit) => string;
}

const zhUnits: Record<Unit, string> = {
  workday: '个工作日',
  day: '天',
  week: '周',
  month: '个月',
  quarter: '个季度',
  year: '年',
};

const zhEach: Record<Unit, string> = {
  workday: '个工作日',
  day: '日',
  week: '周',
  month: '月',
  quarter: '季度',
  year: '年',
};

/** The English ones stand with those that are shown first, in one file. */
export const pageTerms: PageTerms = {
  filters: '筛选',
  filtersChosen: (count) => `筛选（已选 ${count} 项）`,
  removeFilter: (name) => `去掉条件：${name}`,
  clearFilters: '清除全部条件',
  clear: '清除',
  startOver: '查看全部事项',
  close: '关闭',
  showResults: (count) => `查看 ${count} 项结果`,
  more: (count) => `显示更多（还有 ${count} 项）`,
  less: '收起',
  filterNames: {
    field: '领域',
    level1: '一级事项',
    organ: '公开主体',
    audience: '公开对象',
    method: '公开方式',
    channel: '公开渠道',
    tier: '公开层级',
  },
  results: '公开事项列表',
  count: (count) => `共 ${count} 项`,
  found: (count) => `找到 ${count} 项`,
  atLeast: (count) => `${count}+`,
  slow: '正在查找，请稍候…',
  sort: '排序',
  sorts: {
    relevance: '最相符在前',
    catalog: '按目录顺序',
    updated: '最近更新在前',
    name: '按名称',
  },
  andOthers: (first, count) => `${first}等 ${count} 个单位`,
  promise: '公开时限',
  matched: (element) => `${element}：`,
  separator: '、',
  andThen: '；',
  note: (text, note) => `${text}（${note}）`,
  previous: '上一页',
  next: '下一页',
  pages: '翻页',
  page: (page, of) => (of === undefined ? `第 ${page} 页` : `第 ${page} 页，共 ${of} 页`),
  emptyTitle: (query) => `没有找到与“${query}”相符的事项`,
  emptyFiltered: '没有同时符合这些条件的事项',
  emptyNone: '这里暂时没有公开事项',
  trySomething: '可以试试：',
  tryShorter: '换一个更短或更常用的词，例如只输入“救助”“低保”',
  tryPinyin: '输入名称的拼音首字母，例如“低保”输入 db',
  tryFilters: '去掉一个筛选条件：',
  print: '打印',
  download: '下载本事项',
  downloadList: '下载这些事项',
  formats: { xlsx: 'Excel 表格', csv: 'CSV', json: 'JSON' },
  officialPage: '查看官方公开页面',
  newWindow: '（在新窗口打开）',
  elements: {
    name: '公开事项',
    content: '公开内容（要素）',
    basis: '公开依据',
    timeLimit: '公开时限',
    subject: '公开主体',
    method: '公开方式',
    channel: '公开渠道和载体',
    audience: '公开对象',
    tier: '公开层级',
    reportingUnit: '填报单位',
  },
  wording: '原文',
  legend: '■ 必选　□ 可选',
  required: '必选',
  optional: '可选',
  responsible: '本区负责单位：',
  provenance: '条目来源',
  provenances: {
    seen: '已公开的政府网页',
    plan: '本区工作方案',
    imported: '本区填报',
    unverified: '通用范本，有待核实',
  },
  version: '目录版本',
  effective: (date) => `${date} 起施行`,
  changes: '变更记录',
  noChanges: '没有变更记录。',
  changed: (elements) => `调整了${elements}`,
  changedNames: {
    name: '名称',
    content: '内容',
    basis: '依据',
    timeLimit: '时限',
    subject: '主体',
    methods: '方式',
    channels: '渠道',
    audiences: '对象',
    tiers: '层级',
    url: '官方页面',
    reportingUnit: '填报单位',
    extensions: '其他栏目',
  },
  notStated: '未注明',
  added: '新',
  adjusted: '调整',
  reasons: { added: '新增', adjusted: '调整', removed: '取消' },
  methods: { proactive: '主动公开', onRequest: '依申请公开' },
  tiers: { county: '县（区）级', township: '乡级（街道）', community: '社区（村）' },
  audiences: { everyone: '全社会', specific: '特定群体' },
  updatedAt: (moment) => `数据截至 ${moment}`,
  asOf: (date) => `显示 ${date} 施行的目录`,
  source: (source) => `来源：${source}`,
  sourceName: '本区政务公开事项标准目录',
  publishWithin: (after, time) => `${after || '形成或变更'}后 ${time}内公开`,
  within: (after, time) => (after ? `${after}后 ${time}内` : `${time}内`),
  displayFor: (after, time, atLeast) =>
    `${after ? `${after}后` : ''}公示${atLeast ? '不少于' : ''} ${time}`,
  periodic: (time) => `每${time}公开一次`,
  realtime: '实时公开',
  promptly: '及时公开',
  longTerm: '长期公开',
  scoped: (scope, promise) => `${scope}：${promise}`,
  time: (amount, unit) => `${amount} ${zhUnits[unit]}`,
  each: (amount, unit) => (amount === 1 ? zhEach[unit] : ` ${amount} ${zhUnits[unit]}`),
};
