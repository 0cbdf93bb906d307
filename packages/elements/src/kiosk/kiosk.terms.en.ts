import type { KioskTerms } from './kiosk.terms.ts';

/** The same words in English; a missing one does not compile. */
export const en: KioskTerms = {
  heading: 'Open government',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  moves: 'This screen',
  home: 'Back to the start',
  finish: 'Finish and clear',
  up: 'Up',
  down: 'Down',
  lower: 'Lower the view',
  raise: 'Whole screen',
  lowered: 'The view is low, within reach of who sits',
  idleTitle: 'Are you still there?',
  idleText: (seconds) =>
    `Nobody touches the screen. In ${seconds} seconds what was written is cleared and the start is shown.`,
  stay: 'Go on',
  awayTitle: 'Open it on your phone',
  awayText: 'This screen opens no other pages. Scan the code to read it on your phone:',
  awayQr: 'QR code: open this address on a phone',
  awayBack: 'Back',
  keyboard: 'Keyboard on the screen',
  hide: 'Hide the keyboard',
  erase: 'Delete',
  clear: 'Clear',
  letters: 'ABC',
  digits: '123',
  capitals: 'Capitals',
  space: 'Space',
  done: 'Done',
  search: 'Search',
};
