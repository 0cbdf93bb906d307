import type { Client } from '@open-info/sdk/client';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { version } from '../base/version.ts';
import { Providing } from '../controllers/providing.ts';
import type { ModeName } from '../themes/modes.ts';

/** `standard`; `elder` 适老: larger text, targets of 60 px; `kiosk` 大厅: a hall screen, nothing leads away. */
export type Mode = ModeName;

/**
 * Gives one client, one look and one language to every element inside it. Shows nothing itself.
 *
 * @summary One service, mode and language for the elements inside.
 * @slot - The part of the page it is for.
 */
export class Provider extends LitElement {
  static readonly tag: string = 'oi-provider';
  static readonly version: string = version;
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** A client made by the page; goes before `service`. */
  @property({ attribute: false }) client?: Client | undefined;

  /** Address of the data service: `https://open.example.gov.cn`, or `/` for the page's own origin. */
  @property() service?: string | undefined;

  /** How everything inside looks. Absent: as `data-oi-mode` further up says. */
  @property() mode?: Mode | undefined;

  /**
   * The look of everything inside: `blue`, `red`, `contrast`, `host`, or `neutral` inside of another.
   * The page links the style sheet of the theme.
   */
  @property() theme?: string | undefined;

  /** 字号: text at the usual root size, in CSS pixels: 16, 18, 20, 24 or 30. It grows with the root. */
  @property({ type: Number, attribute: 'font-size' }) fontSize?: number | undefined;

  constructor() {
    super();
    new Providing(this);
  }

  override updated(changed: PropertyValues<this>): void {
    for (const name of ['mode', 'theme'] as const) {
      const value = this[name];
      if (!changed.has(name)) continue;
      if (value) this.setAttribute(`data-oi-${name}`, value);
      else this.removeAttribute(`data-oi-${name}`);
    }
    if (!changed.has('fontSize')) return;
    const size = this.fontSize ?? 0;
    // Set by script, which a strict policy allows; as an attribute it would be refused.
    if (size > 0) this.style.setProperty('--oi-font-size', `max(${size / 16}rem, ${size}px)`);
    else this.style.removeProperty('--oi-font-size');
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
