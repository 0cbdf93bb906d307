import type { Language } from '@open-info/sdk/form-error';
import { sayFault, type Fault } from '../../base/faults.ts';
import type { AttachmentTerms } from '../beside/attachment.terms.ts';
import { stepOf, type Entry, type Filing, type Step } from '../entry.ts';
import type { RequestFormTerms } from '../request-form.terms.ts';
import { tooLong, toSubmission } from '../submission.ts';
import { checkSubmission } from '@open-info/contract/request-check';

/** What keeps the files from going along. */
export type FilesFault = keyof Pick<AttachmentTerms, 'stillUploading' | 'brokenFile'>;

/** What is wrong with a request; worded when it is shown, for the page may change its language. */
export type FormFault =
  | Fault
  /** So many characters are too many. */
  | { field: string; over: number }
  | { field: 'attachments'; files: FilesFault };

/** What is wrong on one step. */
export function faultsAt(
  step: Step,
  entry: Entry,
  filing: Filing,
  files: FilesFault | undefined,
): FormFault[] {
  const faults: FormFault[] = [
    ...checkSubmission(toSubmission(entry, filing)),
    ...tooLong(entry),
    ...(files === undefined ? [] : [{ field: 'attachments' as const, files }]),
  ];
  return faults.filter(({ field }) => stepOf(field) === step);
}

/** A fault in the words of the moment. */
export function sayFormFault(
  fault: FormFault,
  language: Language,
  words: RequestFormTerms,
  ofFiles: Pick<AttachmentTerms, FilesFault> | undefined,
): string {
  if ('over' in fault) return words.tooMany(fault.over);
  if ('files' in fault) return ofFiles?.[fault.files] ?? words.refused;
  return sayFault(fault, language, words);
}
