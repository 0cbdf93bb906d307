import type { RequestRules } from '@open-info/contract/requests';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { renderTextField } from '../../base/field.ts';
import type { RequestStatusTerms } from '../request-status.terms.ts';
import { FileRows, type SendFile } from './file-rows.ts';

/** Characters the service takes. */
const longest = 2000;

export interface Addition {
  text: string;
  attachments: string[];
}

export interface AdditionFormOptions {
  sendFile: SendFile;
  send: (action: 'supplement' | 'justify', addition: Addition) => void;
}

export interface AdditionView {
  action: 'supplement' | 'justify';
  words: RequestStatusTerms;
  kiosk: boolean;
  busy: boolean;
  rules: RequestRules['uploads'] | undefined;
}

/** 补正, or 说明理由, in the place where the office asks for it. What is typed stays in here. */
export class AdditionForm {
  private text = '';
  private fault: ((words: RequestStatusTerms) => string) | undefined;
  /** Sent before all files were: said until they are. */
  private hurried = false;
  private readonly host: LitElement;
  private readonly options: AdditionFormOptions;
  private readonly files: FileRows;

  constructor(host: LitElement, options: AdditionFormOptions) {
    this.host = host;
    this.options = options;
    this.files = new FileRows(host, options.sendFile);
  }

  wipe(): void {
    this.text = '';
    this.fault = undefined;
    this.hurried = false;
    this.files.wipe();
  }

  render({ action, words, kiosk, busy, rules }: AdditionView): TemplateResult {
    return html`<form
      class="addition no-print"
      novalidate
      aria-label=${words[action]}
      @submit=${(event: Event) => this.onSubmit(event, action)}
    >
      ${renderTextField({
        name: 'addition',
        label: words.additionLabel[action] ?? words[action],
        hint: words.additionHint,
        fault: this.fault?.(words),
        value: this.text,
        rows: 5,
        longest,
        tooMany: () => words.additionTooLong(longest),
        input: (value) => this.onInput(value),
      })}
      ${kiosk ? html`<p class="soft">${words.kioskFiles}</p>` : this.files.render(words, rules)}
      <div role="alert">
        ${
          this.hurried && this.files.unsettled
            ? html`<p class="field-fault">${words.fileWaiting}</p>`
            : nothing
        }
      </div>
      <p>
        <button class="button primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
          ${busy ? words.sending : words.send}
        </button>
      </p>
    </form>`;
  }

  private onInput(text: string): void {
    this.text = text;
    this.fault = undefined;
    this.host.requestUpdate();
  }

  private onSubmit(event: Event, action: 'supplement' | 'justify'): void {
    event.preventDefault();
    const text = this.text.trim();
    this.fault = faultIn(text);
    this.hurried = this.files.unsettled;
    this.host.requestUpdate();
    if (this.fault === undefined) {
      if (!this.hurried) this.options.send(action, { text, attachments: this.files.tokens });
      return;
    }
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>('#addition')?.focus(),
    );
  }
}

function faultIn(text: string): ((words: RequestStatusTerms) => string) | undefined {
  if (text === '') return (words) => words.additionMissing;
  if ([...text].length > longest) return (words) => words.additionTooLong(longest);
  return undefined;
}
