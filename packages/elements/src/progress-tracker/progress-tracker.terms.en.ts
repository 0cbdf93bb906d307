import type { DoorTerms } from './progress-tracker.terms.ts';

/** The same words in English; a missing one does not compile. */
export const en: DoorTerms = {
  heading: 'Progress of your matter',
  intro:
    'Case number and query code stand on the notice of acceptance or in the text message. For a disclosure request use the number and code of its receipt.',
  number: 'Number',
  numberHint: 'The case number, or the number of a disclosure request',
  numberMissing: 'Please fill in the number.',
  numberWrong:
    'The number is not right: 4 to 50 letters, digits or hyphens. Please compare it with the notice or the receipt.',
  code: 'Query code',
  codeHint: 'Capital or small letters make no difference',
  codeMissing: 'Please fill in the query code.',
  codeWrong:
    'The query code is not right: four or more letters or digits. Please compare it with the notice or the receipt.',
  show: 'Show progress',
  looking: 'Looking it up…',
  slow: 'Still looking, please wait…',
  remember: 'Remember it in this browser (number and name of the matter)',
  rememberCode:
    'Remember the query code too, so that one press opens it. Only on a device of your own.',
  saved: 'Remembered in this browser',
  savedOpen: 'opens at once',
  forget: (name) => `Forget ${name}`,
  forgetAll: 'Forget all',
  otherNumber: 'Another number',
  codeLost:
    'Lost the code? Please ask at the counter with a proof of identity; to protect you it cannot be found again online.',
  mismatchTitle: 'Nothing was found',
  mismatchText:
    'Number and query code do not belong together. Please compare them with the notice or the receipt; after several wrong tries looking up is paused.',
  lockedTitle: 'Looking up is paused',
  lockedText: (until, minutes) =>
    until === undefined
      ? 'Too many wrong tries. To protect the applicant please try again in a while.'
      : `Too many wrong tries. To protect the applicant please try again after ${until} (in about ${minutes} minute${minutes === 1 ? '' : 's'}).`,
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
    `In ${seconds} seconds this closes by itself, and what you typed and read is wiped.`,
  stay: 'Go on',
};
