import { maxQueryLength, type Suggestion, type SuggestionList } from '@open-info/contract/catalog';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { latestValue, LoadController } from '../../controllers/load.ts';
import type { FirstTerms } from '../catalog-browser.terms.ts';
import * as icons from '../../base/icons.ts';
import { marked } from './marked.ts';

const restMilliseconds = 60;

export interface SearchBoxOptions {
  suggest: (text: string, signal: AbortSignal) => Promise<SuggestionList>;
  /** The words changed; once for each key, never while an input method composes. */
  changed: (text: string) => void;
}

/**
 * The search box: an ARIA 1.2 combobox whose list box suggests names as one types. While an input
 * method composes (拼音 before the characters are chosen) it stays silent.
 */
export class SearchBox implements ReactiveController {
  private text = '';
  private open = false;
  private active = -1;
  private composing = false;
  private readonly host: LitElement;
  private readonly options: SearchBoxOptions;
  private readonly suggestions: LoadController<SuggestionList>;

  constructor(host: LitElement, options: SearchBoxOptions) {
    this.host = host;
    this.options = options;
    this.suggestions = new LoadController(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.shut();
  }

  /** Shows words that did not come from typing: a deep link, a removed condition. */
  show(text: string): void {
    if (text === this.text.trim()) return;
    this.text = text;
    this.suggestions.clear();
    this.shut();
  }

  focus(): void {
    this.input?.focus();
  }

  /** @param label what is searched, so that several on a page can be told apart */
  render(words: FirstTerms, label: string): TemplateResult {
    const items = this.items;
    const expanded = this.open && items.length > 0;
    return html`
      <form
        class="search"
        role="search"
        aria-label=${label}
        @submit=${this.onSubmit}
        @focusout=${this.onFocusOut}
      >
        <label class="label" for="q">${words.searchLabel}</label>
        <div class="search-row">
          <div class="search-field">
            <input
              id="q"
              class="search-input"
              part="search-input"
              type="text"
              inputmode="search"
              enterkeyhint="search"
              role="combobox"
              aria-label=${words.searchLabel}
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              aria-autocomplete="list"
              aria-controls="suggestions"
              aria-expanded=${expanded ? 'true' : 'false'}
              aria-activedescendant=${
                expanded && this.active >= 0 ? `suggestion-${this.active}` : nothing
              }
              maxlength=${maxQueryLength}
              placeholder=${words.searchHint}
              .value=${this.text}
              @input=${this.onInput}
              @compositionstart=${this.onCompositionStart}
              @compositionend=${this.onCompositionEnd}
              @keydown=${this.onKeyDown}
            />
            <button
              class="search-clear"
              type="button"
              aria-label=${words.clearSearch}
              ?hidden=${this.text === ''}
              @click=${this.onClear}
            >
              ${icons.close}
            </button>
            <ul
              id="suggestions"
              class="suggestions"
              role="listbox"
              aria-label=${words.suggestions}
              ?hidden=${!expanded}
            >
              ${expanded ? items.map((item, index) => this.renderItem(item, index)) : nothing}
            </ul>
          </div>
          <button class="button primary" type="submit">${icons.search}${words.search}</button>
        </div>
      </form>
    `;
  }

  private renderItem({ text, ranges }: Suggestion, index: number): TemplateResult {
    // The keys of an option are those of its combobox.
    // eslint-disable-next-line lit-a11y/click-events-have-key-events
    return html`<li
      id="suggestion-${index}"
      class="suggestion"
      role="option"
      aria-selected=${index === this.active ? 'true' : 'false'}
      @mousedown=${keepFocus}
      @click=${() => this.take(text)}
    >
      <span>${marked(text, ranges)}</span>
    </li>`;
  }

  private get items(): readonly Suggestion[] {
    return latestValue(this.suggestions.current)?.items ?? [];
  }

  private get input(): HTMLInputElement | null {
    return this.host.renderRoot.querySelector('#q');
  }

  private type(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.active = -1;
    const words = text.trim();
    this.open = words !== '';
    this.options.changed(words);
    if (words === '') this.suggestions.clear();
    else void this.suggestions.run((signal) => this.suggest(words, signal));
    this.host.requestUpdate();
  }

  /** Suggestions wait until the hand rests, so that they never hold up the results. */
  private async suggest(words: string, signal: AbortSignal): Promise<SuggestionList> {
    await new Promise((resolve) => setTimeout(resolve, restMilliseconds));
    return this.options.suggest(words, signal);
  }

  private take(text: string): void {
    this.text = text;
    this.suggestions.clear();
    this.shut();
    this.options.changed(text);
  }

  private shut(): void {
    this.open = false;
    this.active = -1;
    this.host.requestUpdate();
  }

  private move(by: number): void {
    const count = this.items.length;
    if (count === 0) return;
    // One place more than there are suggestions: the input itself, with what was typed.
    this.active = this.open ? ((this.active + 1 + by + count + 1) % (count + 1)) - 1 : -1;
    if (!this.open && by < 0) this.active = count - 1;
    if (!this.open && by > 0) this.active = 0;
    this.open = true;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() =>
      this.host.renderRoot
        .querySelector(`#suggestion-${this.active}`)
        ?.scrollIntoView({ block: 'nearest' }),
    );
  }

  private readonly keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: (event) => {
      event.preventDefault();
      this.move(1);
    },
    ArrowUp: (event) => {
      event.preventDefault();
      this.move(-1);
    },
    Escape: (event) => {
      if (!this.open && this.text === '') return;
      event.preventDefault();
      event.stopPropagation();
      if (this.open && this.items.length > 0) this.shut();
      else this.type('');
    },
    Enter: (event) => {
      const item = this.items[this.active];
      if (!this.open || item === undefined) return;
      event.preventDefault();
      this.take(item.text);
    },
  };

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    // Safari ends a composition with an Enter of key code 229 that is not meant for us.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    if (this.composing || event.isComposing || event.keyCode === 229) return;
    this.keys[event.key]?.(event);
  };

  private readonly onInput = (event: Event): void => {
    if (this.composing || (event as InputEvent).isComposing) return;
    this.type((event.target as HTMLInputElement).value);
  };

  private readonly onCompositionStart = (): void => {
    this.composing = true;
  };

  private readonly onCompositionEnd = (event: Event): void => {
    this.composing = false;
    this.type((event.target as HTMLInputElement).value);
  };

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    this.shut();
    // A phone's keyboard would cover the results.
    if (this.host.renderRoot.querySelector('.frame[data-width="narrow"]')) this.input?.blur();
  };

  private readonly onClear = (): void => {
    this.type('');
    this.focus();
  };

  private readonly onFocusOut = (event: FocusEvent): void => {
    const inside =
      event.relatedTarget instanceof Node &&
      (event.currentTarget as HTMLElement).contains(event.relatedTarget);
    if (!inside) this.shut();
  };
}

/** A press on a suggestion must not take the focus out of the input. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
