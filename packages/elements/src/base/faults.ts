import type { Words } from '@open-info/contract/words';
import { isOpenInfoError } from '@open-info/sdk/errors';
import { isFormError, type Language } from '@open-info/sdk/form-error';
import type { Language as PageLanguage } from '../controllers/terms.ts';

/** What is wrong with a field, in the languages it is known in: worded when it is shown. */
export interface Fault {
  /** Path into what was given: `contact.phone`. */
  field: string;
  message: Partial<Words>;
  /** What would be right. */
  expected?: Partial<Words> | undefined;
}

/** Words of a fault. */
export interface FaultTerms {
  /** @param message what is wrong @param expected what would be right */
  expected: (message: string, expected: string) => string;
  /** Of what the service has refused in another language than the one on show. */
  refused: string;
}

/** The language of a page, as the contract names it. */
export const shortOf = (language: PageLanguage): Language => (language === 'en' ? 'en' : 'zh');

/** Asks the service to answer in a language. */
export const answerIn = (language: Language): Record<string, string> => ({
  'Accept-Language': language === 'en' ? 'en' : 'zh-CN',
});

/**
 * What a person has to mend: what was found here is known in both languages, what the service says in
 * the one it was asked in.
 */
export function faultsIn(error: unknown, asked: Language): readonly Fault[] {
  if (isFormError(error)) return error.faults;
  if (!isOpenInfoError(error, 'http')) return [];
  return error.fields.map(({ field, message, expected }) => ({
    field,
    message: { [asked]: message },
    expected: expected === undefined ? undefined : { [asked]: expected },
  }));
}

/** A fault in the language on show. */
export function sayFault(fault: Fault, language: Language, words: FaultTerms): string {
  const message = fault.message[language];
  const expected = fault.expected?.[language];
  if (message === undefined) return words.refused;
  return expected === undefined ? message : words.expected(message, expected);
}
