import type { Client } from '@open-info/sdk/client';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LateStyles } from '../base/late-styles.ts';
import { version } from '../base/version.ts';
import { Late } from '../controllers/late.ts';
import { Providing } from '../controllers/providing.ts';
import type { KioskTerms } from './kiosk.terms.ts';

/**
 * 大厅触摸屏: the frame of a touch screen in a service hall. What is inside is drawn as on a hall screen
 * (`kiosk`), moved by large buttons, written into by a keyboard on the screen, kept from leading away,
 * and made new when nobody is there.
 *
 * @summary Frames elements for the touch screen of a hall: scroll buttons, keyboard, idle wipe.
 * @status stable
 * @since 0.6.0
 * @slot - What the screen is for; a `<template id="…">` is a view that `<a href="#…">` opens.
 * @slot start - What is shown while nobody is there; links of it open the views.
 * @fires {KioskOpenedEvent} oi-kiosk-opened - A person opened a view from the start.
 * @fires {KioskLeavingEvent} oi-kiosk-leaving - Cancelable: a person touched a link that leads away.
 * @fires {KioskWipingEvent} oi-kiosk-wiping - Cancelable: everything inside is about to be made new.
 * @fires {KioskWipedEvent} oi-kiosk-wiped - The screen is at its start again.
 * @csspart head - Title and time.
 * @csspart stage - What is inside, scrolled.
 * @csspart content - What is inside, with room around it; none while the start is shown.
 * @csspart bar - The buttons of the frame.
 * @csspart keyboard - The keyboard on the screen.
 * @csspart notice - The countdown, and the code in place of a page elsewhere.
 */
export class Kiosk extends LitElement {
  static readonly tag: string = 'oi-kiosk';
  static readonly version: string = version;
  static override styles = css`
    :host {
      display: block;
      height: 100vh;
    }
  `;

  /** A client made by the page; goes before `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ finish: '办完了' }`. */
  @property({ attribute: false }) terms?: Partial<KioskTerms> | undefined;
  /** Address of the data service for everything inside. */
  @property() service?: string | undefined;
  /** Title of the screen. */
  @property() heading?: string | undefined;
  /** Level of the title in the outline of the page, 1 to 5. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** `on`; `off` where the machine brings its own, or handwriting. */
  @property() keyboard: 'on' | 'off' = 'on';
  /** `whole` screen, or `low`: within reach from a wheelchair. */
  @property({ reflect: true }) reach: 'whole' | 'low' = 'whole';
  /** Seconds without a touch until the countdown to the wipe is shown; 0: never. */
  @property({ attribute: 'idle-seconds', type: Number }) idleSeconds = 60;

  private readonly providing = new Providing(this);
  private readonly lateStyles = new LateStyles(this, [Kiosk.styles]);
  private readonly frame = new Late(this, async () => {
    const { Frame, frameStyles } = await import('./frame/frame.ts');
    frameStyles.forEach((sheet) => this.lateStyles.add(sheet));
    return new Frame(this, this.providing);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.dataset.oiMode = 'kiosk';
  }

  /** Ends the visit: everything inside is made new, and the start is shown. */
  wipe(): void {
    this.frame.value?.wipe('person');
  }

  protected override render(): TemplateResult {
    this.frame.want();
    return this.frame.value?.render() ?? html`<slot name="start"></slot><slot></slot>`;
  }
}
