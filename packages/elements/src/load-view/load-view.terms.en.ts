import type { LoadViewTerms } from './load-view.terms.ts';

/** The same words in English; a missing one does not compile. */
export const en: LoadViewTerms = {
  loading: 'Reading, please wait…',
  offlineTitle: 'No network',
  failedTitle: 'It cannot be read now',
  goneTitle: 'Nothing was found',
  failedText: {
    offline: 'Your device is not connected. This is read again by itself once it is.',
    unreachable:
      'The data service cannot be reached; the network may be unsteady. Please try again later.',
    timeout: 'The data service took too long to answer. Please try again later.',
    busy: 'Too many people are asking at once. Please try again in a while.',
    fault: 'The data service has a fault. Please try again later.',
    refused: 'The data service did not accept this question. Try other conditions.',
    gone: 'It may not be public, or the address is wrong.',
    unreadable:
      'The answer cannot be read; the service may be being upgraded. Please try again later.',
  },
  kept: 'What was read before is shown below.',
  retry: 'Try again',
  requestId: (id) => `Problem number: ${id} (tell it to the staff)`,
  noServiceTitle: 'No data service is connected here',
  noServiceText: 'Please tell the staff of this site.',
};
