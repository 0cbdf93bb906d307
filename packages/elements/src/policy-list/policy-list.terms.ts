import { attributeWords } from '@open-info/contract/disclosure-attribute';
import { validityWords } from '@open-info/contract/documents';
import { namesIn } from '../base/names.ts';
import type { ElderTerms } from '../controllers/elder-terms.ts';
import type { Words } from '../controllers/terms.ts';
import { loadViewTerms, type LoadViewTerms } from '../load-view/load-view.terms.ts';

/** Every word of `<oi-policy-list>`. A host page may replace any of them by `terms`. */
export interface PolicyListTerms extends LoadViewTerms, ElderTerms {
  headings: Record<'interpretations' | 'documents', string>;
  levels: string;
  allLevels: string;
  search: string;
  searchLabel: string;
  topic: string;
  allTopics: string;
  validity: string;
  /** 有效性 by code; an unknown one is shown as it came. */
  validities: Partial<Record<string, string>>;
  /** 公开属性 by code. */
  attributes: Partial<Record<string, string>>;
  allValidities: string;
  slow: string;
  count: (count: string) => string;
  found: (count: string) => string;
  atLeast: (count: string) => string;
  /** 解读形式 by code; an unknown one is shown as it came. */
  forms: Partial<Record<string, string>>;
  explains: string;
  andMore: (title: string, count: number) => string;
  andOthers: (organ: string, count: number) => string;
  published: (date: string) => string;
  issued: (date: string) => string;
  interpreted: (count: number) => string;
  previous: string;
  next: string;
  pages: string;
  page: (page: string, of: string | undefined) => string;
  emptyTitle: string;
  emptyFiltered: string;
  emptyAdvice: string;
  startOver: string;
  feed: string;
  updatedAt: (moment: string) => string;
}

const zh: PolicyListTerms = {
  ...loadViewTerms,
  headings: { interpretations: '政策解读', documents: '政策文件' },
  levels: '政策层级',
  allLevels: '全部',
  search: '搜索',
  searchLabel: '标题、文号或者内容',
  topic: '主题',
  allTopics: '全部主题',
  validity: '有效性',
  validities: namesIn(validityWords, 'zh'),
  attributes: namesIn(attributeWords, 'zh'),
  allValidities: '全部',
  slow: '正在查找，请稍候…',
  count: (count) => `共 ${count} 件`,
  found: (count) => `找到 ${count} 件`,
  atLeast: (count) => `${count}+`,
  forms: {
    text: '文字解读',
    picture: '图解',
    audio: '音频',
    video: '视频',
    pressConference: '新闻发布会',
    official: '负责人解读',
    expert: '专家解读',
    media: '媒体解读',
    questions: '问答',
    h5: 'H5',
  },
  explains: '解读的文件：',
  andMore: (title, count) => `${title} 等 ${count} 件`,
  andOthers: (organ, count) => `${organ}等 ${count} 个单位`,
  published: (date) => `${date} 发布`,
  issued: (date) => `${date} 成文`,
  interpreted: (count) => `有解读 ${count} 篇`,
  previous: '上一页',
  next: '下一页',
  pages: '翻页',
  page: (page, of) => (of === undefined ? `第 ${page} 页` : `第 ${page} 页，共 ${of} 页`),
  emptyTitle: '这里暂时没有内容',
  emptyFiltered: '没有同时符合这些条件的内容',
  emptyAdvice: '换一个更短或者更常用的词，或者放宽条件再试。',
  startOver: '查看全部',
  feed: '订阅更新（Atom）',
  updatedAt: (moment) => `数据截至 ${moment}`,
};

/** English is fetched where a page asks for it. */
export const policyListTerms: Words<PolicyListTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./policy-list.terms.en.ts')).en,
  plain: () => import('./policy-list.terms.plain.ts'),
};
