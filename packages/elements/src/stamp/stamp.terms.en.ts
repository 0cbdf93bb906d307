import { en as loadView } from '../load-view/load-view.terms.en.ts';
import type { StampTerms } from './stamp.terms.ts';

/** The same words in English; a missing one does not compile. */
export const en: StampTerms = {
  ...loadView,
  goneTitle: 'This document was not found',
  meanings: {
    open: 'Published on its own motion: everyone may read its text (Regulation on Open Government Information, article 19).',
    onRequest:
      'Disclosed on request: its text is not published, but may be asked for (Regulation on Open Government Information, article 27).',
    closed:
      'Not disclosed: when that may be is said by the Regulation on Open Government Information, articles 14, 15 and 16.',
  },
  reason: (reason) => `Reason: ${reason}`,
  ground: (label, article) => `Ground: ${label} (${article})`,
  request: 'Ask for it',
};
