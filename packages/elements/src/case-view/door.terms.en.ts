import type { CommonDoorTerms } from './door.terms.ts';

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The same words in English; a missing one does not compile. */
export const en: CommonDoorTerms = {
  show: 'Show progress',
  looking: 'Looking it up…',
  slow: 'Still looking, please wait…',
  savedOpen: 'opens at once',
  forget: (name) => `Forget ${name}`,
  forgetAll: 'Forget all',
  otherNumber: 'Another number',
  mismatchTitle: 'Nothing was found',
  lockedTitle: 'Looking up is paused',
  lockedText: (until, minutes) =>
    until === undefined
      ? 'Too many wrong tries. To protect the applicant please try again in a while.'
      : `Too many wrong tries. To protect the applicant please try again after ${until} (in about ${plural(minutes, 'minute')}).`,
  lockedOver: 'You may try again now. Please compare with the notice or the receipt first.',
  offlineTitle: 'No network',
  failedTitle: 'It cannot be looked up now',
  failedText: {
    offline:
      'Your device is not connected. Please try again once it is; what you filled in is still here.',
    unreachable:
      'The data service cannot be reached; the network may be unsteady. Please try again later.',
    timeout: 'The data service took too long to answer. Please try again later.',
    busy: 'Too many people are asking at once. Please try again in a while.',
    fault: 'The data service has a fault. Please try again later.',
    refused: 'The data service did not accept this. Please check it and try again.',
    gone: 'Nothing was found. Please check it and try again.',
    unreadable:
      'The answer cannot be read; the service may be being upgraded. Please try again later.',
  },
  requestId: (id) => `Problem number: ${id} (tell it to the staff)`,
  retry: 'Try again',
  noServiceTitle: 'No data service is connected here',
  noServiceText: 'Please tell the staff of this site.',
  wiped: 'Closed. Nothing is kept here.',
  idleTitle: 'Are you still there?',
  idleText: (seconds) =>
    `In ${plural(seconds, 'second')} this closes by itself, and what you typed and read is wiped.`,
  stay: 'Go on',
};
