import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.ts';
import type { KioskTerms } from '../kiosk.terms.ts';
import {
  clear,
  enter,
  erase,
  fieldOf,
  insert,
  isSearch,
  kindOf,
  type Field,
  type KeyKind,
} from './typing.ts';

export interface KeyboardOptions {
  /** The machine brings none of its own. */
  isWanted: () => boolean;
  /** The keyboard has come, or changed its size. */
  shown: (field: Field) => void;
}

type Action = 'erase' | 'clear' | 'letters' | 'digits' | 'capitals' | 'space' | 'done';

/** Rows of keys; what is longer than a character is an action. */
const boards: Readonly<Record<KeyKind, readonly (readonly string[])[]>> = {
  digits: [
    ['1', '2', '3', 'erase'],
    ['4', '5', '6', 'clear'],
    ['7', '8', '9', 'letters'],
    ['-', '0', '.', 'done'],
  ],
  identity: [
    ['1', '2', '3', 'erase'],
    ['4', '5', '6', 'clear'],
    ['7', '8', '9', 'letters'],
    ['X', '0', '-', 'done'],
  ],
  letters: [
    [...'1234567890'],
    [...'qwertyuiop'],
    [...'asdfghjkl_'],
    [...'zxcvbnm-.@'],
    ['capitals', 'digits', 'space', 'clear', 'erase', 'done'],
  ],
};

/**
 * 屏幕键盘: comes when a field inside has the focus, wherever it lies, and writes as a keyboard does. It
 * never takes the focus. While it is there the field asks for no keyboard of the machine.
 */
export class Keyboard implements ReactiveController {
  /** The field that is written into while the keyboard is there. */
  field: Field | undefined;
  private readonly host: LitElement;
  private readonly options: KeyboardOptions;
  /** The field that has the focus, and what it had asked for. */
  private focused: { field: Field; inputMode: string } | undefined;
  private kind: KeyKind = 'letters';
  private hasCapitals = false;
  private isChanged = false;
  private isHidden = false;
  private isPressed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, options: KeyboardOptions) {
    this.host = host;
    this.options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('focusin', this.onFocus);
    this.host.addEventListener('focusout', this.onBlur);
    this.host.addEventListener('pointerdown', this.onPress);
    for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, this.onRelease);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('focusin', this.onFocus);
    this.host.removeEventListener('focusout', this.onBlur);
    this.host.removeEventListener('pointerdown', this.onPress);
    for (const end of ['pointerup', 'pointercancel']) {
      window.removeEventListener(end, this.onRelease);
    }
    clearTimeout(this.timer);
    this.leave();
    this.field = undefined;
  }

  render(words: KioskTerms): TemplateResult | typeof nothing {
    const { field, focused, kind } = this;
    if (!field || !focused) return nothing;
    return html`<div
      class="frame keyboard"
      part="keyboard"
      data-mode="kiosk"
      data-kind=${kind}
      role="group"
      aria-label=${words.keyboard}
      @mousedown=${keepFocus}
    >
      <p class="keyboard-head">
        <button class="button hide" type="button" tabindex="-1" @click=${this.hide}>
          ${icons.close}${words.hide}
        </button>
      </p>
      ${boards[kind].map(
        (row) => html`<div class="keys">${row.map((key) => this.renderKey(key, words))}</div>`,
      )}
    </div>`;
  }

  /** Puts the keyboard away; the field keeps the focus. */
  readonly hide = (): void => {
    this.tell();
    this.isHidden = true;
    this.settle();
  };

  private renderKey(key: string, words: KioskTerms): TemplateResult {
    if (key.length > 1) return this.renderAction(key as Action, words);
    const character = this.hasCapitals && this.kind === 'letters' ? key.toUpperCase() : key;
    return html`<button
      class="key"
      type="button"
      tabindex="-1"
      @click=${() => this.write((field) => insert(field, character))}
    >
      ${character}
    </button>`;
  }

  private renderAction(action: Action, words: KioskTerms): TemplateResult {
    const isPressed = action === 'capitals' ? String(this.hasCapitals) : nothing;
    const { focused } = this;
    const isSearching = focused !== undefined && isSearch(focused.field, focused.inputMode);
    return html`<button
      class="key action"
      type="button"
      tabindex="-1"
      data-action=${action}
      aria-pressed=${isPressed}
      @click=${this.actions[action]}
    >
      ${action === 'done' && isSearching ? words.search : words[action]}
    </button>`;
  }

  private readonly actions: Readonly<Record<Action, () => void>> = {
    erase: () => this.write(erase),
    clear: () => this.write(clear),
    space: () => this.write((field) => insert(field, ' ')),
    letters: () => this.turn({ kind: 'letters' }),
    digits: () => this.turn({ kind: 'digits' }),
    capitals: () => this.turn({ hasCapitals: !this.hasCapitals }),
    done: () => {
      const { focused } = this;
      this.hide();
      if (focused && isSearch(focused.field, focused.inputMode)) enter(focused.field);
    },
  };

  private write(act: (field: Field) => void): void {
    if (!this.field) return;
    this.isChanged = true;
    act(this.field);
  }

  private turn(to: { kind?: KeyKind; hasCapitals?: boolean }): void {
    Object.assign(this, to);
    this.show();
  }

  private readonly onFocus = (event: FocusEvent): void => {
    const field = fieldOf(event.composedPath()[0]);
    if (!field || !this.options.isWanted()) return;
    this.leave();
    const inputMode = field.getAttribute('inputmode') ?? '';
    this.focused = { field, inputMode };
    this.kind = kindOf(field, inputMode);
    this.hasCapitals = false;
    this.isHidden = false;
    field.setAttribute('inputmode', 'none');
    this.settleSoon();
  };

  private readonly onBlur = (): void => {
    this.leave();
    this.settleSoon();
  };

  /** The field is as it was before it had the focus. */
  private leave(): void {
    const { focused } = this;
    if (!focused) return;
    this.tell();
    this.focused = undefined;
    const { field, inputMode } = focused;
    if (inputMode === '') field.removeAttribute('inputmode');
    else field.setAttribute('inputmode', inputMode);
  }

  /** What a script has written tells no change by itself. */
  private tell(): void {
    if (!this.isChanged) return;
    this.isChanged = false;
    this.focused?.field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  private readonly onPress = (event: PointerEvent): void => {
    this.isPressed = true;
    // Who touches the field again wants the keyboard back.
    if (event.composedPath()[0] === this.focused?.field) this.isHidden = false;
  };

  private readonly onRelease = (): void => {
    this.isPressed = false;
    this.settleSoon();
  };

  /** Not while a finger is down: what it is on would move away beneath it. */
  private settleSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.settle);
  }

  private readonly settle = (): void => {
    const wanted = this.isHidden ? undefined : this.focused?.field;
    if (this.isPressed || wanted === this.field) return;
    this.field = wanted;
    if (wanted) this.show();
    else this.host.requestUpdate();
  };

  private show(): void {
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      if (this.field) this.options.shown(this.field);
    });
  }
}

/** A press on a key must not take the focus out of the field. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
