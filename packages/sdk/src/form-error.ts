import type { FieldProblem } from '@open-info/contract/problem';
import type { FieldFault, Words } from '@open-info/contract/words';
import type { RequestOptions } from './client.ts';
import { isOpenInfoError, UsageError } from './errors.ts';

/** Language of the words a person reads. */
export type Language = keyof Words;

/** Options of a call that a person's words go out with. */
export interface FormOptions extends RequestOptions {
  /** Of `fields` in a `FormError`; `zh` unless given. */
  language?: Language | undefined;
}

/**
 * What a person typed cannot be sent yet; nothing was. `fields` says what to mend in the language
 * asked for, Chinese unless told, `faults` in both. Like every error it holds nothing that was typed.
 */
export class FormError extends UsageError {
  static override readonly title: string = 'FormError';
  readonly faults: readonly FieldFault[];

  constructor(faults: readonly FieldFault[], language: Language = 'zh') {
    const fields: FieldProblem[] = faults.map(({ field, message, expected }) => ({
      field,
      message: message[language],
      expected: expected?.[language],
    }));
    super(`To be mended: ${fields.map(({ field }) => field).join(', ')}.`, { fields });
    this.faults = faults;
  }
}

/** True for a form that a person has to mend, also of a second copy of this SDK on the page. */
export function isFormError(error: unknown): error is FormError {
  return isOpenInfoError(error, 'usage') && 'faults' in error;
}
