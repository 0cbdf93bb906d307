import { html, nothing, type CSSResult, type LitElement, type TemplateResult } from 'lit';
import { copyText } from '../../base/copy.ts';
import { folded } from '../../base/folded.ts';
import * as icons from '../../base/icons.ts';
import { printAlone } from '../../base/print-alone.ts';
import { renderQr } from '../../base/qr.ts';
import { ReadAloud, renderReadAloud } from '../../base/read-aloud.ts';
import type { Policy } from '../policy.ts';
import type { CardFrame } from './card-frame.ts';
import { cardText, copiedText } from './card-text.ts';
import type { Section } from './sections.ts';

/** What the tools work on: the card as it is shown. */
export interface Shown {
  policy: Policy;
  sections: readonly Section[];
  frame: CardFrame;
  /** Where the QR code leads. */
  address: string;
}

/** Reading aloud, printing, sharing and copying. Fetched once a card is on show. */
export class Tools {
  private readonly host: LitElement;
  private readonly voice: ReadAloud;
  private readonly styles: readonly CSSResult[];
  private sharing = false;
  private copied: 'copied' | 'copyFailed' | undefined;

  constructor(host: LitElement, styles: readonly CSSResult[]) {
    this.host = host;
    this.styles = styles;
    this.voice = new ReadAloud(host);
  }

  /** Another policy is shown. */
  reset(): void {
    this.voice.stop();
    this.sharing = false;
    this.copied = undefined;
  }

  render(shown: Shown): TemplateResult {
    const { words } = shown.frame;
    const { copied, sharing } = this;
    return html`<div class="tools no-print" part="tools">
        ${renderReadAloud(this.voice, words, () => this.textOf(shown))}
        <button class="button" type="button" @click=${() => this.print()}>
          ${icons.print}${words.print}
        </button>
        ${folded(words.otherTools, this.renderOthers(shown))}
      </div>
      <p class="tool-status no-print" role="status">
        ${copied === undefined ? '' : words[copied]}${this.voice.state === 'reading' ? words.reading : ''}
      </p>
      ${sharing ? this.renderShare(shown) : nothing}`;
  }

  private renderOthers(shown: Shown): TemplateResult {
    const { words, kiosk } = shown.frame;
    const { sharing } = this;
    return html`<button
        class="button"
        type="button"
        aria-expanded=${sharing ? 'true' : 'false'}
        @click=${() => this.share()}
      >
        ${icons.qr}${sharing ? words.shareClose : words.share}
      </button>
      ${
        kiosk
          ? nothing
          : html`<button class="button" type="button" @click=${() => void this.copy(shown)}>
              ${icons.copy}${words.copy}
            </button>`
      }`;
  }

  private textOf({ policy, sections, frame }: Shown): string {
    return cardText(policy, sections, frame).join('\n');
  }

  private renderShare({ address, frame }: Shown): TemplateResult {
    return html`<div class="share no-print" part="share">
      <div class="qr-place">${renderQr(address, frame.words.scan)}</div>
      <div>
        <p>${frame.words.scan}</p>
        ${frame.kiosk ? nothing : html`<p class="small soft address">${address}</p>`}
      </div>
    </div>`;
  }

  private print(): void {
    const card = this.root.querySelector('.card');
    if (card) printAlone(card, this.root, this.styles);
  }

  private share(): void {
    this.sharing = !this.sharing;
    this.host.requestUpdate();
  }

  private async copy({ policy, sections, frame }: Shown): Promise<void> {
    const done = await copyText(copiedText(policy, sections, frame), this.root);
    this.copied = done ? 'copied' : 'copyFailed';
    this.host.requestUpdate();
  }

  private get root(): ShadowRoot {
    return this.host.renderRoot as ShadowRoot;
  }
}
