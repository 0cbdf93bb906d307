import type { CSSResult } from 'lit';
import type { Language } from '../controllers/terms.ts';

/** How a part that is fetched later speaks and looks. */
export interface Speech {
  language: () => Language;
  /** Its words in the language of the moment: under the plain ones, and those of the page. */
  words: <T extends object>(both: Readonly<Record<Language, T>>) => T;
  style: (sheet: CSSResult) => void;
}
