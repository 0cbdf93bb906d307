import { hallViewTerms } from '../hall-view/hall-view.terms.ts';
import { en as loadViewTerms } from '../load-view/load-view.terms.en.ts';
import type { HallBoardTerms } from './hall-board.terms.ts';

/** The same words in English; a missing one does not compile. */
export const en: HallBoardTerms = {
  ...loadViewTerms,
  ...hallViewTerms.en,
  heading: 'Open government',
  carousel: 'carousel',
  slide: 'page',
  labels: {
    interpretation: 'Policy explained',
    document: 'Policy document',
    cleanup: 'Clean-up of documents',
    progress: 'Progress of cases',
    notice: 'Announcement',
  },
  decisions: {
    keep: 'Stays in force',
    amend: 'Amended',
    abolish: 'Abolished',
    expire: 'Expired',
  },
  andOthers: (organ, count) => `${organ} and ${count - 1} more`,
  effective: (date) => `in force from ${date}`,
  decided: (date) => `from ${date}`,
  counted: (pieces) => `${pieces} documents were looked at`,
  today: 'Cases of today',
  scan: 'Scan to read it all',
  scanProgress: 'Scan to ask for your own case',
  qrLabel: (title) => `QR code: ${title}`,
  emptyTitle: 'There is nothing to show at present',
  offline: (moment) => `No network: this is as of ${moment}. It goes on by itself.`,
  silent: (moment) => `The data service is silent: this is as of ${moment}. It goes on by itself.`,
};
