import { html, type TemplateResult } from 'lit';
import { renderSelectField, type Choice } from '../../base/field.ts';
import type { EntryField } from '../entry.ts';
import type { RequestFormTerms } from '../request-form.terms.ts';
import { textField, type FormPage } from './page.ts';

/** What the steps behind the first are drawn from. */
export type FurtherPage = FormPage<RequestFormTerms>;

/** Codes as choices, in their own order. */
export function choicesOf(
  names: Readonly<Record<string, string>>,
  codes?: readonly string[],
): Choice[] {
  return (codes ?? Object.keys(names)).map((value) => ({ value, label: names[value] ?? value }));
}

/** Kind and number of a paper that proves who somebody is. */
export function identityFields(
  page: FurtherPage,
  who: 'applicant' | 'agent',
  kinds: readonly string[],
): TemplateResult {
  const { words, entry, faults, set } = page;
  const kind: EntryField = `${who}.identity.kind`;
  return html`${renderSelectField({
    name: kind,
    label: words.labels[kind],
    hint: words.hints[kind],
    value: entry[kind],
    fault: faults.get(kind),
    choices: choicesOf(words.identityKinds, kinds),
    choose: (value) => set({ [kind]: value }),
  })}${textField(page, `${who}.identity.number`, { width: 'middle', autocomplete: 'off' })}`;
}
