import type { Noun } from './asked.ts';

/** The words of the pages around the elements. */
export interface PagesTerms {
  skip: string;
  site: (district: string) => string;
  home: string;
  breadcrumb: string;
  places: string;
  nouns: Record<Noun, string>;
  descriptions: Record<Noun, string>;
  other: string;
  elder: string;
  standard: string;
  search: string;
  searchLabel: Record<Noun, string>;
  count: (total: string) => string;
  atLeast: (total: string) => string;
  found: (total: string, q: string) => string;
  none: string;
  all: string;
  narrow: Record<string, string>;
  first: string;
  next: string;
  pages: string;
  page: (number: number) => string;
  asOf: (moment: string) => string;
  data: string;
  feed: string;
  readings: string;
  related: string;
  /** Facts of a row, in front of their value. */
  issued: string;
  published: string;
  untilGone: Record<'404' | '410' | '400' | 'other', { title: string; text: string }>;
  requestId: (id: string) => string;
}

export const pagesTerms: Record<'zh' | 'en', PagesTerms> = {
  zh: {
    skip: '跳到正文',
    site: (district) => `${district}政务公开`,
    home: '首页',
    breadcrumb: '当前位置',
    places: '栏目',
    nouns: { catalog: '政务公开事项目录', policies: '政策文件', matters: '办事指南' },
    descriptions: {
      catalog: '基层政务公开标准目录：应当公开什么、由谁公开、在多长时间内公开、在哪里能看到。',
      policies: '政策文件及其解读：是否仍然有效、谁可以享受、怎么办理、与原政策有什么不同。',
      matters: '办事指南：需要什么材料、跑几次、收不收费、多长时间、到哪里办。',
    },
    other: 'English',
    elder: '大字版',
    standard: '标准版',
    search: '搜索',
    searchLabel: { catalog: '搜索公开事项', policies: '搜索政策文件', matters: '搜索办事指南' },
    count: (total) => `共 ${total} 项`,
    atLeast: (total) => `${total} 以上`,
    found: (total, q) => `“${q}”：找到 ${total} 项`,
    none: '没有符合条件的内容。换一个词，或看全部。',
    all: '全部',
    narrow: {
      field: '按领域',
      organ: '按机关',
      topic: '按主题',
      validity: '按有效性',
      theme: '按主题',
      audience: '按服务对象',
    },
    first: '第一页',
    next: '下一页',
    pages: '翻页',
    page: (number) => `第 ${number} 页`,
    asOf: (moment) => `数据截至 ${moment}`,
    data: '数据接口',
    feed: '订阅更新',
    readings: '这份文件的全部解读',
    related: '公开依据：目录事项',
    issued: '成文',
    published: '发布',
    untilGone: {
      404: { title: '没有这个页面', text: '地址可能写错了，或者内容没有公开。' },
      410: {
        title: '这项内容已经撤下',
        text: '它曾在这里公开，现已不再提供。请从目录或搜索中查找现行的内容。',
      },
      400: { title: '地址中的条件不正确', text: '请从第一页重新开始。' },
      other: { title: '暂时无法显示', text: '请稍后再试。' },
    },
    requestId: (id) => `查询编号：${id}`,
  },
  en: {
    skip: 'Skip to the content',
    site: (district) => `Open government, ${district}`,
    home: 'Home',
    breadcrumb: 'You are here',
    places: 'Sections',
    nouns: {
      catalog: 'Disclosure catalog',
      policies: 'Policy documents',
      matters: 'Service guides',
    },
    descriptions: {
      catalog: 'What must be disclosed, by whom, within what time, and where it can be read.',
      policies:
        'Policy documents and what explains them: whether still in force, who may use them and how.',
      matters: 'What to bring, how many visits, what it costs, how long it takes and where to go.',
    },
    other: '中文',
    elder: 'Large text',
    standard: 'Standard text',
    search: 'Search',
    searchLabel: {
      catalog: 'Search the catalog',
      policies: 'Search policy documents',
      matters: 'Search service guides',
    },
    count: (total) => `${total} in all`,
    atLeast: (total) => `${total} or more`,
    found: (total, q) => `“${q}”: ${total} found`,
    none: 'Nothing matches. Try another word, or see all.',
    all: 'All',
    narrow: {
      field: 'By field',
      organ: 'By organ',
      topic: 'By topic',
      validity: 'By force',
      theme: 'By theme',
      audience: 'By who is served',
    },
    first: 'First page',
    next: 'Next page',
    pages: 'Pages',
    page: (number) => `Page ${number}`,
    asOf: (moment) => `As of ${moment}`,
    data: 'Data interface',
    feed: 'Follow by feed',
    readings: 'All that explains this document',
    related: 'Disclosed under',
    issued: 'Issued',
    published: 'Published',
    untilGone: {
      404: {
        title: 'There is no such page',
        text: 'The address may be wrong, or this is not public.',
      },
      410: {
        title: 'This was taken down',
        text: 'It was published here and is no longer. Look in the catalog or search for what holds now.',
      },
      400: {
        title: 'The address asks for something we do not know',
        text: 'Please begin again at the first page.',
      },
      other: { title: 'This cannot be shown for the moment', text: 'Please try again shortly.' },
    },
    requestId: (id) => `Reference: ${id}`,
  },
};
