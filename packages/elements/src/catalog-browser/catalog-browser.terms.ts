import type { ElderTerms } from '../controllers/elder-terms.ts';
import type { Words } from '../controllers/terms.ts';
import { loadViewTerms, type LoadViewTerms } from '../load-view/load-view.terms.ts';
import type { PageTerms } from './parts/page.terms.ts';

/** Words of the search box, and of what is still being read or could not be. */
export interface FirstTerms extends LoadViewTerms, ElderTerms {
  heading: string;
  searchLabel: string;
  searchHint: string;
  search: string;
  clearSearch: string;
  suggestions: string;
  back: string;
}

/** Every word of `<oi-catalog-browser>`. A host page may replace any of them by `terms`. */
export interface CatalogBrowserTerms extends FirstTerms, PageTerms {}

const zh: FirstTerms = {
  ...loadViewTerms,
  loading: '正在读取目录…',
  failedTitle: '暂时读取不到目录',
  goneTitle: '没有找到这个事项',
  failedText: {
    ...loadViewTerms.failedText,
    refused: '数据服务不接受这次查询，请清除筛选条件后再试。',
    gone: '它可能已经取消或调整。',
  },
  heading: '政务公开事项标准目录',
  searchLabel: '查找公开事项（可以输入拼音首字母）',
  searchHint: '事项名称、内容或文号',
  search: '搜索',
  clearSearch: '清空',
  suggestions: '搜索建议',
  back: '返回列表',
};

/** English is fetched where a page asks for it; most visitors never do. */
export const firstTerms: Words<FirstTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./catalog-browser.terms.en.ts')).en,
  plain: () => import('./catalog-browser.terms.plain.ts'),
};
