import { html, nothing, type TemplateResult } from 'lit';

/** What every field of a form tells: its name, what helps to fill it in, what is wrong with it. */
export interface FieldFrame {
  /** Path into what is submitted, `applicant.name`; the id of the control, and what a fault names. */
  name: string;
  label: string;
  /** Said in the label: 必填, 选填. */
  note?: string | undefined;
  hint?: string | TemplateResult | undefined;
  /** What is wrong, and what would be right. */
  fault?: string | undefined;
}

/** A field of text. */
export interface TextField extends FieldFrame {
  value: string;
  input: (value: string) => void;
  type?: 'text' | 'tel' | 'email' | 'search' | undefined;
  autocomplete?: AutoFill | undefined;
  inputmode?: 'text' | 'tel' | 'email' | 'numeric' | 'search' | undefined;
  /** More than one: a field of several lines. */
  rows?: number | undefined;
  /** Characters that are taken; more may be typed, is counted and said, and never cut off. */
  longest?: number | undefined;
  /** How many characters are too many, in words. */
  tooMany?: ((over: number) => string) | undefined;
  /** Width in characters where the answer has a known length. */
  width?: 'short' | 'middle' | undefined;
}

export interface Choice {
  value: string;
  label: string;
}

/** One of several. */
export interface ChoiceField extends FieldFrame {
  value: string;
  choices: readonly Choice[];
  choose: (value: string) => void;
}

/** Any of several. */
export interface ManyField extends FieldFrame {
  values: readonly string[];
  choices: readonly Choice[];
  choose: (values: string[]) => void;
}

const describedBy = ({ name, hint, fault }: FieldFrame, extra?: string) =>
  [hint && `${name}-hint`, extra, fault && `${name}-fault`].filter(Boolean).join(' ') || nothing;

const note = (text: string | undefined) =>
  text === undefined ? nothing : html`<span class="field-note">${text}</span>`;

const hintOf = ({ name, hint }: FieldFrame) =>
  hint === undefined ? nothing : html`<p class="field-hint" id="${name}-hint">${hint}</p>`;

/** Said beside its field; the summary at the top of the step announces it. */
const faultOf = ({ name, fault }: FieldFrame) =>
  fault === undefined ? nothing : html`<p class="field-fault" id="${name}-fault">${fault}</p>`;

const valueOf = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;

/** A labelled line, or lines, of text. */
export function renderTextField(field: TextField): TemplateResult {
  const over = field.longest === undefined ? 0 : [...field.value].length - field.longest;
  const counted = over > 0 && field.tooMany ? `${field.name}-count` : undefined;
  const onInput = (event: Event): void => field.input(valueOf(event));
  const autocomplete = field.autocomplete ?? 'off';
  const invalid = field.fault === undefined ? nothing : 'true';
  const control =
    (field.rows ?? 1) > 1
      ? html`<textarea
          id=${field.name}
          class="input"
          rows=${field.rows ?? 3}
          autocomplete=${autocomplete}
          aria-invalid=${invalid}
          aria-describedby=${describedBy(field, counted)}
          .value=${field.value}
          @input=${onInput}
        ></textarea>`
      : html`<input
          id=${field.name}
          class="input"
          data-width=${field.width ?? nothing}
          type=${field.type ?? 'text'}
          inputmode=${field.inputmode ?? nothing}
          autocomplete=${autocomplete}
          autocapitalize="off"
          spellcheck="false"
          aria-invalid=${invalid}
          aria-describedby=${describedBy(field, counted)}
          .value=${field.value}
          @input=${onInput}
        />`;
  return html`<div class="field" ?data-faulty=${field.fault !== undefined}>
    <label class="field-label" for=${field.name}>${field.label}${note(field.note)}</label>
    ${hintOf(field)}${faultOf(field)}${control}
    ${
      counted === undefined
        ? nothing
        : html`<p class="field-count" id=${counted}>${field.tooMany?.(over)}</p>`
    }
  </div>`;
}

/** A labelled list that drops down. */
export function renderSelectField(field: ChoiceField): TemplateResult {
  return html`<div class="field" ?data-faulty=${field.fault !== undefined}>
    <label class="field-label" for=${field.name}>${field.label}${note(field.note)}</label>
    ${hintOf(field)}${faultOf(field)}
    <select
      id=${field.name}
      class="input"
      aria-invalid=${field.fault === undefined ? nothing : 'true'}
      aria-describedby=${describedBy(field)}
      @change=${(event: Event) => field.choose(valueOf(event))}
    >
      ${field.choices.map(
        ({ value, label }) =>
          html`<option value=${value} ?selected=${value === field.value}>${label}</option>`,
      )}
    </select>
  </div>`;
}

function renderGroup(field: FieldFrame, options: unknown): TemplateResult {
  // The group itself carries the id: a summary of faults leads to its first option.
  return html`<fieldset
    class="field group"
    id=${field.name}
    aria-describedby=${describedBy(field)}
    ?data-faulty=${field.fault !== undefined}
  >
    <legend class="field-label">${field.label}${note(field.note)}</legend>
    ${hintOf(field)}${faultOf(field)}
    <div class="group-options">${options}</div>
  </fieldset>`;
}

const option = ({ label }: Choice, input: TemplateResult): TemplateResult =>
  html`<label class="group-option">${input}<span>${label}</span></label>`;

/** One of several, all to be seen. */
export function renderRadioField(field: ChoiceField): TemplateResult {
  return renderGroup(
    field,
    field.choices.map((choice) => {
      const id = `${field.name}-${choice.value}`;
      return option(
        choice,
        html`<input
          type="radio"
          id=${id}
          name=${field.name}
          value=${choice.value}
          .checked=${choice.value === field.value}
          @change=${() => field.choose(choice.value)}
        />`,
      );
    }),
  );
}

/** Any of several, all to be seen. */
export function renderManyField(field: ManyField): TemplateResult {
  const toggle = (value: string): void => {
    const without = field.values.filter((each) => each !== value);
    field.choose(without.length < field.values.length ? without : [...field.values, value]);
  };
  return renderGroup(
    field,
    field.choices.map((choice) =>
      option(
        choice,
        html`<input
          type="checkbox"
          id="${field.name}-${choice.value}"
          name=${field.name}
          value=${choice.value}
          .checked=${field.values.includes(choice.value)}
          @change=${() => toggle(choice.value)}
        />`,
      ),
    ),
  );
}

/** A single yes or no. */
export function renderCheckField(
  field: FieldFrame & { checked: boolean; toggle: (checked: boolean) => void },
): TemplateResult {
  return html`<div class="field">
    <label class="group-option"
      ><input
        type="checkbox"
        id=${field.name}
        aria-describedby=${describedBy(field)}
        .checked=${field.checked}
        @change=${(event: Event) => field.toggle((event.target as HTMLInputElement).checked)}
      /><span>${field.label}</span></label
    >
    ${hintOf(field)}
  </div>`;
}
