import type { Words } from '../controllers/terms.ts';
import { loadViewTerms, type LoadViewTerms } from '../load-view/load-view.terms.ts';

/** Every word of `<oi-stamp>`. A host page may replace any of them by `terms`. */
export interface StampTerms extends LoadViewTerms {
  /** What each attribute means to a reader, with its article. */
  meanings: Record<'open' | 'onRequest' | 'closed', string>;
  reason: (reason: string) => string;
  /** The ground it rests on, with its article. */
  ground: (label: string, article: string) => string;
  request: string;
}

const zh: StampTerms = {
  ...loadViewTerms,
  goneTitle: '没有找到这份文件',
  meanings: {
    open: '主动公开：全文可以查阅（《政府信息公开条例》第十九条）。',
    onRequest: '依申请公开：正文不主动公开，可以依法提出申请（《政府信息公开条例》第二十七条）。',
    closed: '不予公开：不予公开的情形由《政府信息公开条例》第十四条、第十五条、第十六条规定。',
  },
  reason: (reason) => `理由：${reason}`,
  ground: (label, article) => `依据：${label}（${article}）`,
  request: '申请公开',
};

/** English is fetched where a page asks for it. */
export const stampTerms: Words<StampTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./stamp.terms.en.ts')).en,
  plain: () => import('./stamp.terms.plain.ts'),
};
