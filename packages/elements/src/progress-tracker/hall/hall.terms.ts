import type { Language } from '../../controllers/terms.ts';
import { hallViewTerms, type HallViewTerms } from '../../hall-view/hall-view.terms.ts';

/** Words of the board of a hall; in both languages, for they are fetched when they are needed. */
export interface HallTerms extends HallViewTerms {
  heading: string;
  empty: string;
  stale: string;
}

export const hallTerms: Readonly<Record<Language, HallTerms>> = {
  'zh-CN': {
    ...hallViewTerms['zh-CN'],
    heading: '办事进度',
    empty: '目前没有可以显示的办件。',
    stale: '网络中断，显示的是上次读到的内容，恢复后自动更新。',
  },
  en: {
    ...hallViewTerms.en,
    heading: 'Progress of cases',
    empty: 'There is no case to be shown at present.',
    stale: 'No network: this is what was read last. It goes on by itself.',
  },
};
