import { readQueryCode, readReceiptNumber } from '@open-info/contract/receipt-number';
import type { RequestKey } from '@open-info/contract/requests';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { renderCheckField, renderTextField } from '../../base/field.ts';
import * as icons from '../../base/icons.ts';
import type { DoorTerms } from '../request-status.terms.ts';
import { forgetNumber, saveNumber, savedNumbers } from './saved-numbers.ts';

export interface DoorOptions {
  /** Number and code have the form of a number and a code: look them up. */
  enter: (key: RequestKey) => void;
}

export interface DoorView {
  words: DoorTerms;
  kiosk: boolean;
  busy: boolean;
  slow: boolean;
  /** What came of the last try, where it failed. */
  failure: TemplateResult | undefined;
}

type Field = 'number' | 'code';
type Fault = 'missing' | 'wrong';

const readers = { number: readReceiptNumber, code: readQueryCode };

/**
 * Number and code of a request. What is typed stays in this object, and leaves it only in the body
 * of the question: never in an address, an event, an attribute or the storage.
 */
export class Door {
  private typed: Record<Field, string> = { number: '', code: '' };
  private faults: Partial<Record<Field, Fault | undefined>> = {};
  private remember = false;
  private readonly host: LitElement;
  private readonly options: DoorOptions;

  constructor(host: LitElement, options: DoorOptions) {
    this.host = host;
    this.options = options;
  }

  /** Fills the number in, unless something is there. */
  prefill(number: string | undefined): void {
    if (number !== undefined && this.typed.number === '') this.typed.number = number;
  }

  wipe(): void {
    this.typed = { number: '', code: '' };
    this.faults = {};
    this.remember = false;
  }

  /** The key was right: keeps the number where the person asked for it, and lets go of the code. */
  entered(number: string, mayKeep: boolean): void {
    if (this.remember && mayKeep) saveNumber(number);
    this.typed.code = '';
  }

  /** Somebody has typed something that others may not find. */
  get holdsText(): boolean {
    return this.typed.number !== '' || this.typed.code !== '';
  }

  /** The first field that is still to be filled in. */
  focus(): void {
    const name = this.typed.number === '' ? 'number' : 'code';
    this.host.renderRoot.querySelector<HTMLElement>(`#${name}`)?.focus();
  }

  render({ words, kiosk, busy, slow, failure }: DoorView): TemplateResult {
    return html`<form class="door" novalidate aria-label=${words.heading} @submit=${this.onSubmit}>
      ${kiosk ? nothing : this.renderSaved(words)}
      ${this.renderField('number', words.number, words.numberHint, words)}
      ${this.renderField('code', words.code, words.codeHint, words)}
      ${
        kiosk
          ? nothing
          : renderCheckField({
              name: 'remember',
              label: words.remember,
              checked: this.remember,
              toggle: (checked) => (this.remember = checked),
            })
      }
      <p>
        <button class="button primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
          ${icons.search}${busy ? words.looking : words.show}
        </button>
        ${slow ? html`<span class="soft" aria-hidden="true">${words.slow}</span>` : nothing}
      </p>
      <div role="alert">${failure ?? nothing}</div>
      <p class="soft door-foot">${words.codeLost}</p>
    </form>`;
  }

  private renderField(name: Field, label: string, hint: string, words: DoorTerms): TemplateResult {
    const fault = this.faults[name];
    return renderTextField({
      name,
      label,
      hint,
      fault: fault && faultWords(words)[name][fault],
      value: this.typed[name],
      width: 'middle',
      inputmode: name === 'number' ? 'numeric' : 'text',
      input: (value) => {
        this.typed[name] = value;
        if (this.faults[name] !== undefined) this.judge(name);
      },
    });
  }

  private renderSaved(words: DoorTerms): TemplateResult | typeof nothing {
    const numbers = savedNumbers();
    if (numbers.length === 0) return nothing;
    return html`<div class="field saved" role="group" aria-label=${words.remembered}>
      <p class="field-label" aria-hidden="true">${words.remembered}</p>
      <ul>
        ${numbers.map(
          (number) =>
            html`<li>
              <button class="button" type="button" @click=${() => this.take(number)}>
                ${number}</button
              ><button
                class="button icon-only"
                type="button"
                aria-label=${words.forget(number)}
                @click=${() => this.forget(number)}
              >
                ${icons.close}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private take(number: string): void {
    this.typed.number = number;
    this.faults.number = undefined;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.focus());
  }

  private forget(number: string): void {
    forgetNumber(number);
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.focus());
  }

  private judge(name: Field): void {
    this.faults[name] = faultIn(this.typed[name].trim(), readers[name]);
    this.host.requestUpdate();
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    this.judge('number');
    this.judge('code');
    const number = readReceiptNumber(this.typed.number);
    const code = readQueryCode(this.typed.code);
    if (number !== undefined && code !== undefined) this.options.enter({ number, code });
    else void this.host.updateComplete.then(() => this.focusOnFault());
  };

  private focusOnFault(): void {
    this.host.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}

function faultIn(typed: string, read: (typed: string) => string | undefined): Fault | undefined {
  if (typed === '') return 'missing';
  return read(typed) === undefined ? 'wrong' : undefined;
}

function faultWords(words: DoorTerms): Record<Field, Record<Fault, string>> {
  return {
    number: { missing: words.numberMissing, wrong: words.numberWrong },
    code: { missing: words.codeMissing, wrong: words.codeWrong },
  };
}
