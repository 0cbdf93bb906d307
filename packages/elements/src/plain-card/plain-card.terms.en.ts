import { en as loadView } from '../load-view/load-view.terms.en.ts';
import type { PlainCardTerms } from './plain-card.terms.ts';

/** The same words in English; a missing one does not compile. */
export const en: PlainCardTerms = {
  ...loadView,
  goneTitle: 'This card was not found',
  kicker: 'Policy in one page',
  headings: { who: 'Who', what: 'What you get', how: 'How', ask: 'Whom to ask' },
  policy: (title, documentNumber) => (documentNumber ? `${title} (${documentNumber})` : title),
  note: (text, note) => `${text} · ${note}`,
  labelled: (label, text) => `${label}: ${text}`,
  standings: {
    expired: 'Note: this policy has expired; this card holds no longer.',
    abolished: 'Note: this policy was abolished; this card holds no longer.',
    amended: 'Note: this policy was amended; what it says now is what counts.',
    notYetInForce: 'Note: this policy is not yet in force.',
  },
  organ: 'Office',
  phone: 'Telephone',
  address: 'Address',
  complaint: 'Complaints',
  more: (count) => `… ${count} more in the policy itself`,
  scan: 'Scan for the whole policy',
  qrLabel: 'QR code: scan for the whole policy',
  whole: 'The whole policy',
  version: (version) => `Version: ${version}`,
  asOf: (moment) => `As of ${moment}`,
  print: 'Print',
  picture: 'Download picture (PNG)',
  drawing: 'Download picture (SVG)',
  copy: 'Copy text',
  copied: 'The text was copied.',
  copyByHand: 'The browser does not allow copying. Select the text below and copy it:',
  pictureFailed: 'The picture could not be made. Download the SVG or copy the text instead.',
};
