import { html, nothing, type TemplateResult } from 'lit';
import {
  renderSelectField,
  renderTextField,
  type Choice,
  type TextField,
} from '../../base/field.ts';
import { longest, type Entry, type EntryField } from '../entry.ts';
import type { RequestFormTerms } from '../request-form.terms.ts';

/** What every step of the form draws from. */
export interface FormPage {
  words: RequestFormTerms;
  entry: Entry;
  /** What is wrong, in words, by field. */
  faults: ReadonlyMap<string, string>;
  kind: 'disclosure' | 'correction';
  kiosk: boolean;
  set: (changes: Partial<Entry>) => void;
}

/** A field of text, by its name. */
export function textField(
  page: FormPage,
  name: EntryField,
  own: Partial<TextField> = {},
): TemplateResult {
  const { words, entry, faults, set } = page;
  return renderTextField({
    name,
    label: words.labels[name],
    hint: words.hints[name],
    value: entry[name],
    fault: faults.get(name),
    longest: longest[name],
    tooMany: words.tooMany,
    input: (value) => set({ [name]: value }),
    ...own,
    // A hall screen's browser must not offer what others have typed.
    autocomplete: page.kiosk ? 'off' : own.autocomplete,
  });
}

/** Codes as choices, in their own order. */
export function choicesOf(
  names: Readonly<Record<string, string>>,
  codes?: readonly string[],
): Choice[] {
  return (codes ?? Object.keys(names)).map((value) => ({ value, label: names[value] ?? value }));
}

/** Kind and number of a paper that proves who somebody is. */
export function identityFields(
  page: FormPage,
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

/** A part of a step under its own small title. */
export function section(title: string, content: unknown, lead?: string): TemplateResult {
  return html`<section class="section">
    <p class="section-title">${title}</p>
    ${lead === undefined ? nothing : html`<p class="field-hint">${lead}</p>`}${content}
  </section>`;
}
