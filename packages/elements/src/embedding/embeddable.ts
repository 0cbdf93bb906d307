/** Chinese and English. */
export interface Said {
  zh: string;
  en: string;
}

/**
 * What an attribute holds. `text` and `url` are shown or led to as they are written, so an address
 * made by a stranger may not set them: they are for tags, not for frames.
 */
export type AttributeKind =
  'organ' | 'policy' | 'word' | 'date' | 'number' | 'flag' | 'choice' | 'text' | 'url';

/** An attribute a department may set without script. Secrets are in no attribute of ours. */
export interface EmbeddableAttribute extends Said {
  name: string;
  kind: AttributeKind;
  /** Of a `choice`; the first is what holds when the attribute is absent. */
  values?: readonly string[];
  /** Nothing useful is shown without it. */
  needed?: boolean;
}

/** An element as it is offered to departments. */
export interface Embeddable extends Said {
  /** Its tag without `oi-`: `catalog-browser`. */
  name: string;
  attributes: readonly EmbeddableAttribute[];
  /** What stands inside the tag until the element does. */
  fallback: string;
}

const organ: EmbeddableAttribute = { name: 'organ', kind: 'organ', zh: '机关', en: 'Organ' };
const policy: EmbeddableAttribute = {
  name: 'policy-id',
  kind: 'policy',
  zh: '政策文件',
  en: 'Policy document',
  needed: true,
};
const compact: EmbeddableAttribute = { name: 'compact', kind: 'flag', zh: '简版', en: 'Compact' };
const heading: EmbeddableAttribute = { name: 'heading', kind: 'text', zh: '标题', en: 'Heading' };
const pageSize: EmbeddableAttribute = {
  name: 'page-size',
  kind: 'number',
  zh: '每页条数',
  en: 'Rows on a page',
};

/**
 * Every element of ours but the provider, which shows nothing itself, and the frame of a touch screen,
 * which is a page of its own; a test says which is missing.
 */
export const embeddables: readonly Embeddable[] = [
  {
    name: 'catalog-browser',
    zh: '政务公开事项标准目录',
    en: 'Catalog of disclosure items',
    attributes: [
      organ,
      heading,
      { name: 'field', kind: 'word', zh: '领域编号', en: 'Id of the field' },
      { name: 'area', kind: 'word', zh: '区划代码', en: 'Division code of the area' },
      { name: 'as-of', kind: 'date', zh: '截至日期', en: 'As it held on' },
      pageSize,
    ],
    fallback: '<a href="{service}/catalog">政务公开事项标准目录</a>',
  },
  {
    name: 'request-form',
    zh: '依申请公开',
    en: 'Disclosure request',
    attributes: [
      organ,
      heading,
      {
        name: 'kind',
        kind: 'choice',
        values: ['disclosure', 'correction'],
        zh: '种类',
        en: 'Kind',
      },
      { name: 'status-url', kind: 'url', zh: '进度查询页地址', en: 'Page where progress is shown' },
    ],
    fallback: '<p>也可以当面或者写信向政府信息公开工作机构提出申请。</p>',
  },
  {
    name: 'request-status',
    zh: '申请进度',
    en: 'Progress of a request',
    attributes: [
      heading,
      { name: 'number', kind: 'word', zh: '申请编号', en: 'Number of the request' },
    ],
    fallback: '<p>也可以打电话向政府信息公开工作机构查询申请的办理情况。</p>',
  },
  {
    name: 'progress-tracker',
    zh: '办件查询',
    en: 'Progress of a case',
    attributes: [
      heading,
      { name: 'case-no', kind: 'word', zh: '办件编号', en: 'Number of the case' },
      {
        name: 'presentation',
        kind: 'choice',
        values: ['', 'hall'],
        zh: '大厅公示屏',
        en: 'Board of a hall',
      },
      organ,
      {
        name: 'guide-url',
        kind: 'url',
        zh: '办事指南页地址，含 {id}',
        en: 'Page of a guide, with {id}',
      },
      {
        name: 'status-url',
        kind: 'url',
        zh: '申请进度页地址',
        en: 'Page where requests are shown',
      },
    ],
    fallback: '<p>也可以打电话向受理窗口查询办件的进度。</p>',
  },
  {
    name: 'hall-board',
    zh: '大厅轮播屏',
    en: 'Rotating screen of a hall',
    attributes: [
      heading,
      {
        name: 'show',
        kind: 'choice',
        values: [
          'policies cleanups progress notices',
          'policies notices',
          'policies cleanups notices',
          'policies',
          'cleanups',
          'progress',
          'notices',
        ],
        zh: '内容和顺序',
        en: 'What is shown, in this order',
      },
      organ,
      { name: 'page-seconds', kind: 'number', zh: '每页秒数', en: 'Seconds a page is shown' },
      {
        name: 'policy-url',
        kind: 'url',
        zh: '政策页地址，含 {id}',
        en: 'Page of a policy, with {id}',
      },
      {
        name: 'progress-url',
        kind: 'url',
        zh: '办件查询页地址',
        en: 'Page where a case is asked for',
      },
    ],
    fallback: '<p>政策文件、清理结果和办事进度请到窗口询问。</p>',
  },
  {
    name: 'follow',
    zh: '订阅更新',
    en: 'Follow',
    attributes: [
      {
        name: 'kind',
        kind: 'choice',
        values: ['topic', 'field', 'organ', 'document', 'case'],
        zh: '种类',
        en: 'Kind',
      },
      { name: 'subject', kind: 'word', zh: '主题、编号或名称', en: 'Topic, id or name' },
      { name: 'label', kind: 'text', zh: '显示的名称', en: 'Name as shown' },
      { name: 'page', kind: 'flag', zh: '这是链接打开的页面', en: 'The page links lead to' },
    ],
    fallback: '<p>也可以定期到本页查看更新。</p>',
  },
  {
    name: 'deadline-clock',
    zh: '答复期限',
    en: 'When the reply is due',
    attributes: [
      { name: 'received-on', kind: 'date', zh: '收到申请之日', en: 'Received on', needed: true },
      {
        name: 'channel',
        kind: 'choice',
        values: ['online', 'counter', 'registeredPost', 'ordinaryPost', 'fax'],
        zh: '提交方式',
        en: 'How it came in',
      },
      compact,
      heading,
    ],
    fallback: '<p>自收到申请之日起 20 个工作日内答复。</p>',
  },
  {
    name: 'policy-list',
    zh: '政策解读、政策文件',
    en: 'Policies and interpretations',
    attributes: [
      {
        name: 'show',
        kind: 'choice',
        values: ['interpretations', 'documents'],
        zh: '内容',
        en: 'Shows',
      },
      organ,
      { name: 'topic', kind: 'word', zh: '主题', en: 'Topic' },
      {
        name: 'level',
        kind: 'choice',
        values: ['', 'national', 'provincial', 'municipal', 'district'],
        zh: '层级',
        en: 'Level',
      },
      pageSize,
      heading,
      {
        name: 'card-url',
        kind: 'url',
        zh: '政策页地址，含 {id}',
        en: 'Page of a policy, with {id}',
      },
    ],
    fallback: '<a href="{service}/policies">政策文件和解读</a>',
  },
  {
    name: 'policy-card',
    zh: '政策明白看',
    en: 'A policy that explains itself',
    attributes: [
      policy,
      compact,
      { name: 'share-url', kind: 'url', zh: '二维码所指地址', en: 'Page the QR code leads to' },
      {
        name: 'matter-url',
        kind: 'url',
        zh: '事项页地址，含 {id}',
        en: 'Page of a matter, with {id}',
      },
    ],
    fallback: '<a href="{service}/policies">政策文件和解读</a>',
  },
  {
    name: 'plain-card',
    zh: '明白卡',
    en: 'Plain card',
    attributes: [
      policy,
      { name: 'format', kind: 'choice', values: ['a5', 'a4'], zh: '纸张', en: 'Paper' },
      { name: 'policy-url', kind: 'url', zh: '二维码所指地址', en: 'Page the QR code leads to' },
    ],
    fallback: '<p>政策文件和解读见政府信息公开专栏。</p>',
  },
  {
    name: 'service-guide',
    zh: '办事指南',
    en: 'Service guide',
    attributes: [
      { name: 'matter', kind: 'word', zh: '事项编号', en: 'Id of the matter' },
      organ,
      { name: 'theme', kind: 'word', zh: '服务主题', en: 'Topic' },
      { name: 'audience', kind: 'word', zh: '服务对象代码', en: 'Code of whom it is for' },
      compact,
      heading,
      pageSize,
      {
        name: 'guide-url',
        kind: 'url',
        zh: '事项页地址，含 {id}',
        en: 'Page of a matter, with {id}',
      },
      {
        name: 'policy-url',
        kind: 'url',
        zh: '政策页地址，含 {id}',
        en: 'Page of a policy, with {id}',
      },
      {
        name: 'share-url',
        kind: 'url',
        zh: '二维码所指地址，含 {id}',
        en: 'Page the QR code leads to, with {id}',
      },
    ],
    fallback: '<a href="{service}/matters">办事指南</a>',
  },
  {
    name: 'stamp',
    zh: '公开属性',
    en: 'Disclosure attribute',
    attributes: [
      {
        name: 'attribute',
        kind: 'choice',
        values: ['', 'open', 'onRequest', 'closed'],
        zh: '公开属性',
        en: 'Attribute',
      },
      { name: 'document-id', kind: 'policy', zh: '政策文件', en: 'Policy document' },
      { name: 'reason', kind: 'text', zh: '理由', en: 'Reason' },
      { name: 'request-url', kind: 'url', zh: '申请页地址', en: 'Page where it is asked for' },
      compact,
    ],
    fallback: '<p>此件公开发布</p>',
  },
];

/** What an address may say of an element in a frame. */
export const isForFrames = ({ kind }: EmbeddableAttribute): boolean =>
  kind !== 'text' && kind !== 'url';

export { modeNames as modes } from '../themes/modes.ts';
export const languages = ['zh-CN', 'en'] as const;
/** Light or dark, or as the visitor has set it. */
export const schemes = ['light', 'dark', 'auto'] as const;
