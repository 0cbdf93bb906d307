import type { CaseKey } from '@open-info/contract/cases';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { renderCheckField, renderTextField } from '../base/field.ts';
import * as icons from '../base/icons.ts';
import type { DoorTerms } from './door.terms.ts';
import { SavedKeys, type SavedKey } from './saved-keys.ts';

export interface DoorOptions {
  /** Name in the storage of what is to be remembered. */
  savedAs: string;
  /** How many are remembered. */
  most: number;
  /** Number and code as they are written; undefined where they are none. */
  readers: Readonly<Record<Field, (typed: string) => string | undefined>>;
  /** The number has digits only: a phone shows their keys. */
  isNumeric?: boolean;
  /** Number and code have the form of a number and a code: look them up. */
  enter: (key: CaseKey) => void;
}

export interface DoorView {
  words: DoorTerms;
  mode: string;
  busy: boolean;
  slow: boolean;
  /** What came of the last try, where it failed. */
  failure: TemplateResult | undefined;
}

type Field = keyof CaseKey;
type Fault = 'missing' | 'wrong';

/**
 * Number and code of a case or a request. What is typed stays in this object, and leaves it only in the body of the
 * question: never in an address, an event or an attribute; in the storage only where asked for.
 */
export class Door {
  private typed: CaseKey = { number: '', code: '' };
  private faults: Partial<Record<Field, Fault | undefined>> = {};
  private remember = false;
  private rememberCode = false;
  /** The number the page has given; only the code is asked for. */
  private given: string | undefined;
  private readonly host: LitElement;
  private readonly options: DoorOptions;
  private readonly saved: SavedKeys;

  constructor(host: LitElement, options: DoorOptions) {
    this.host = host;
    this.options = options;
    const { savedAs, most, readers } = options;
    this.saved = new SavedKeys({ key: savedAs, most, readers });
  }

  /** Takes the number from the page. */
  give(number: string | undefined): void {
    this.given = number;
    this.typed.number = number ?? '';
    this.faults = {};
  }

  /** Fills the number in, unless something is there. */
  prefill(number: string | undefined): void {
    if (number !== undefined && this.typed.number === '') this.typed.number = number;
  }

  wipe(): void {
    this.typed = { number: this.given ?? '', code: '' };
    this.faults = {};
    this.remember = false;
    this.rememberCode = false;
  }

  /** The key was right: keeps what the person asked to keep, and lets go of the code. */
  entered({ code, ...about }: SavedKey, mayKeep: boolean): void {
    if (this.remember && mayKeep) this.saved.save({ ...about, ...(this.rememberCode && { code }) });
    this.typed.code = '';
  }

  /** Somebody has typed something that others may not find. */
  get holdsText(): boolean {
    return this.typed.number !== (this.given ?? '') || this.typed.code !== '';
  }

  /** The first field that is still to be filled in. */
  focus(): void {
    const name = this.typed.number === '' ? 'number' : 'code';
    this.host.renderRoot.querySelector<HTMLElement>(`#${name}`)?.focus();
  }

  render({ words, mode, busy, slow, failure }: DoorView): TemplateResult {
    const keeps = mode !== 'kiosk';
    return html`<form
      class="door"
      part="door"
      novalidate
      aria-label=${words.heading}
      @submit=${this.onSubmit}
    >
      ${keeps && this.given === undefined ? this.renderSaved(words, busy) : nothing}
      ${
        this.given === undefined
          ? this.renderField('number', words.number, words.numberHint, words)
          : this.renderGiven(words)
      }
      ${this.renderField('code', words.code, words.codeHint, words)}
      ${keeps ? this.renderRemember(words, mode) : nothing}
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
      inputmode: name === 'number' && this.options.isNumeric ? 'numeric' : 'text',
      input: (value) => {
        this.typed[name] = value;
        if (this.faults[name] !== undefined) this.judge(name);
      },
    });
  }

  private renderGiven(words: DoorTerms): TemplateResult {
    return html`<div class="field given">
      <p class="field-label">${words.number}</p>
      <p>
        <b class="number">${this.given}</b>
        <button class="link" type="button" @click=${this.otherNumber}>${words.otherNumber}</button>
      </p>
    </div>`;
  }

  /** Fewer choices for elders: the code is not kept. */
  private renderRemember(words: DoorTerms, mode: string): TemplateResult {
    return html`<div class="remember">
      ${renderCheckField({
        name: 'remember',
        label: words.remember,
        checked: this.remember,
        toggle: (checked) => {
          this.remember = checked;
          this.rememberCode &&= checked;
          this.host.requestUpdate();
        },
      })}
      ${
        words.rememberCode !== undefined && this.remember && mode !== 'elder'
          ? html`<div class="remember-code">
              ${renderCheckField({
                name: 'remember-code',
                label: words.rememberCode,
                checked: this.rememberCode,
                toggle: (checked) => (this.rememberCode = checked),
              })}
            </div>`
          : nothing
      }
    </div>`;
  }

  private renderSaved(words: DoorTerms, busy: boolean): TemplateResult | typeof nothing {
    const saved = this.saved.all;
    if (saved.length === 0) return nothing;
    return html`<div class="field saved" part="saved" role="group" aria-label=${words.saved}>
      <p class="field-label" aria-hidden="true">${words.saved}</p>
      <ul>
        ${saved.map(
          (one) =>
            html`<li>
              <button
                class="button saved-case"
                type="button"
                aria-disabled=${busy ? 'true' : nothing}
                @click=${() => this.take(one)}
              >
                ${one.name === undefined ? nothing : html`<span class="saved-name" lang="zh-CN">${one.name}</span>`}
                <span class="saved-number">${one.number}</span>
                ${
                  one.code === undefined
                    ? nothing
                    : html`<span class="saved-open">${words.savedOpen}</span>`
                }</button
              ><button
                class="button icon-only"
                type="button"
                aria-label=${words.forget(one.number)}
                @click=${() => this.forget(() => this.saved.forget(one.number))}
              >
                ${icons.close}
              </button>
            </li>`,
        )}
      </ul>
      ${
        saved.length > 1
          ? html`<button
              class="link"
              type="button"
              @click=${() => this.forget(() => this.saved.forgetAll())}
            >
              ${words.forgetAll}
            </button>`
          : nothing
      }
    </div>`;
  }

  private take({ number, code }: SavedKey): void {
    this.typed.number = number;
    this.faults = {};
    if (code !== undefined) {
      this.options.enter({ number, code });
      return;
    }
    this.refocus();
  }

  private forget(forgetting: () => void): void {
    forgetting();
    this.refocus();
  }

  private readonly otherNumber = (): void => {
    this.give(undefined);
    this.refocus();
  };

  private refocus(): void {
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.focus());
  }

  private judge(name: Field): void {
    this.faults[name] = faultIn(this.typed[name].trim(), this.options.readers[name]);
    this.host.requestUpdate();
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    this.judge('number');
    this.judge('code');
    const { readers, enter } = this.options;
    const number = readers.number(this.typed.number.trim());
    const code = readers.code(this.typed.code.trim());
    if (number !== undefined && code !== undefined) enter({ number, code });
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
