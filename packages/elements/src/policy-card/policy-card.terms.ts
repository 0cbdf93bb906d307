import type { ElderTerms } from '../controllers/elder-terms.ts';
import type { Words } from '../controllers/terms.ts';
import { loadViewTerms, type LoadViewTerms } from '../load-view/load-view.terms.ts';
import type { CardTerms } from './parts/card.terms.ts';

/** Sections of a card, in the order they are shown. */
export type CardSection =
  | 'eligibility'
  | 'steps'
  | 'background'
  | 'basis'
  | 'main'
  | 'changes'
  | 'scope'
  | 'standards'
  | 'benefits'
  | 'cautions'
  | 'terms'
  | 'questions'
  | 'media'
  | 'responses'
  | 'document';

/** Words that are shown before a policy has come. */
export interface FirstTerms extends LoadViewTerms, ElderTerms {
  back: string;
}

/** Every word of `<oi-policy-card>`. A host page may replace any of them by `terms`. */
export interface PolicyCardTerms extends FirstTerms, CardTerms {}

const zh: FirstTerms = {
  ...loadViewTerms,
  goneTitle: '没有找到这份政策',
  back: '返回',
};

/** English is fetched where a page asks for it. */
export const firstTerms: Words<FirstTerms> = {
  'zh-CN': zh,
  en: async () => (await import('./policy-card.terms.en.ts')).en,
  plain: () => import('./policy-card.terms.plain.ts'),
};
