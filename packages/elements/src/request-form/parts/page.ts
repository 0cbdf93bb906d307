import { html, nothing, type TemplateResult } from 'lit';
import { renderTextField, type TextField } from '../../base/field.ts';
import type { Language } from '../../controllers/terms.ts';
import { longest, type Entry, type EntryField } from '../entry.ts';
import type { FirstTerms } from '../request-form.terms.ts';

/** What every step of the form draws from. */
export interface FormPage<Terms extends FirstTerms = FirstTerms> {
  words: Terms;
  language: Language;
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

/** A part of a step under its own small title. */
export function section(title: string, content: unknown, lead?: string): TemplateResult {
  return html`<section class="section">
    <p class="section-title">${title}</p>
    ${lead === undefined ? nothing : html`<p class="field-hint">${lead}</p>`}${content}
  </section>`;
}
