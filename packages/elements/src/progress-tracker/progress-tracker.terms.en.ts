import { en as common } from '../case-view/door.terms.en.ts';
import type { DoorTerms } from '../case-view/door.terms.ts';

/** The same words in English; a missing one does not compile. */
export const en: DoorTerms = {
  ...common,
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
  remember: 'Remember it in this browser (number and name of the matter)',
  rememberCode:
    'Remember the query code too, so that one press opens it. Only on a device of your own.',
  saved: 'Remembered in this browser',
  codeLost:
    'Lost the code? Please ask at the counter with a proof of identity; to protect you it cannot be found again online.',
  mismatchText:
    'Number and query code do not belong together. Please compare them with the notice or the receipt; after several wrong tries looking up is paused.',
};
