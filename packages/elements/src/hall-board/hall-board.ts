import type { Client } from '@open-info/sdk/client';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LateStyles } from '../base/late-styles.ts';
import { version } from '../base/version.ts';
import { ClientController } from '../controllers/client.ts';
import { Late } from '../controllers/late.ts';
import { tokens } from '../themes/tokens.styles.ts';
import type { HallBoardTerms } from './hall-board.terms.ts';

/**
 * 大厅轮播屏: policies, results of clean-ups, progress and notices, one at a time, to be read from five
 * metres. Pages turn by themselves until somebody stops them; without network the last good content
 * stays, with its time.
 *
 * @summary Rotates what a hall should show: policies, clean-ups, progress, notices.
 * @status stable
 * @since 0.5.0
 * @slot - A plain link for browsers without script; shown again when no service is connected.
 * @fires {HallBoardTurnedEvent} oi-hall-board-turned - Another page is shown.
 * @csspart hall - The whole screen.
 * @csspart slide - The page on show.
 * @csspart qr - Its QR code.
 * @csspart counts - Figures of a page.
 * @csspart board - The table of cases.
 * @csspart pause - The button that stops and goes on.
 */
export class HallBoard extends LitElement {
  static readonly tag: string = 'oi-hall-board';
  static readonly version: string = version;
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        height: 100vh;
      }
    `,
  ];

  /** A client made by the page; goes before provider, meta and `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ heading: '便民信息' }`. */
  @property({ attribute: false }) terms?: Partial<HallBoardTerms> | undefined;
  /** Address of the data service, when no provider or `<meta>` names one. */
  @property() service?: string | undefined;
  /** What is shown, in this order: `policies`, `cleanups`, `progress`, `notices`. */
  @property() show = 'policies cleanups progress notices';
  /** Only what is of this organ, by id. */
  @property() organ?: string | undefined;
  /** Seconds a page is shown. */
  @property({ attribute: 'page-seconds', type: Number }) pageSeconds = 12;
  /** Page of a policy, with `{id}`, for its QR code; the service's own when absent. */
  @property({ attribute: 'policy-url' }) policyUrl?: string | undefined;
  /** Page where people ask for their own case, for the QR code beside progress; none when absent. */
  @property({ attribute: 'progress-url' }) progressUrl?: string | undefined;
  /** Title of the screen. */
  @property() heading?: string | undefined;
  /** Level of the title in the outline of the page, 1 to 5. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;

  private readonly connection = new ClientController(this);
  private readonly lateStyles = new LateStyles(this, HallBoard.styles);
  private readonly screen = new Late(this, async () => {
    const { Screen, screenStyles } = await import('./screen/screen.ts');
    screenStyles.forEach((sheet) => this.lateStyles.add(sheet));
    return new Screen(this, this.connection);
  });

  /** Reads everything again now. */
  retry(): void {
    this.screen.value?.retry();
  }

  protected override render(): TemplateResult {
    this.screen.want();
    return this.screen.value?.render() ?? html`<slot></slot>`;
  }
}
