import type { ElderTerms } from '../controllers/elder-terms.ts';
import type { Words } from '../controllers/terms.ts';
import { loadViewTerms, type LoadViewTerms } from '../load-view/load-view.terms.ts';
import type { PageTerms } from './page.terms.ts';

/** Parts of a guide that unfold, in the order they are shown. */
export const guideSections = [
  'steps',
  'fees',
  'results',
  'basis',
  'questions',
  'policies',
] as const;
export type GuideSection = (typeof guideSections)[number];

/** Words that are shown before anything has come. */
export interface FirstTerms extends LoadViewTerms, ElderTerms {
  back: string;
  withdrawnTitle: string;
  withdrawnText: string;
  toSearch: string;

  idleTitle: string;
  idleText: (seconds: number) => string;
  stay: string;

  heading: string;
}

/** Every word of `<oi-service-guide>`. A host page may replace any of them by `terms`. */
export interface ServiceGuideTerms extends FirstTerms, PageTerms {}

const zh: FirstTerms = {
  ...loadViewTerms,
  goneTitle: '没有找到这个事项',
  back: '返回',
  withdrawnTitle: '这个事项已经取消',
  withdrawnText: '它不再办理了，以前的办事指南不能再用。可以查找别的事项，或者打 12345 询问。',
  toSearch: '查找别的事项',

  idleTitle: '还在看吗？',
  idleText: (seconds) => `${seconds} 秒后回到开头，您的选择会清除。`,
  stay: '继续看',

  heading: '办事指南',
};

/** English is fetched where a page asks for it. */
export const firstTerms: Words<FirstTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./service-guide.terms.en.ts')).en,
  plain: () => import('./service-guide.terms.plain.ts'),
};
