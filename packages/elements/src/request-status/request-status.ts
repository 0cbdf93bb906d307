import { readQueryCode, readReceiptNumber } from '@open-info/contract/receipt-number';
import type { ApplicantMove, RequestKey, RequestView } from '@open-info/contract/requests';
import type { Client } from '@open-info/sdk/client';
import { isOpenInfoError } from '@open-info/sdk/errors';
import { trackRequest } from '@open-info/sdk/requests';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { idleNotice, renderIdle } from '../base/idle-notice.ts';
import { version } from '../base/version.ts';
import { renderDoorFailure, type FailedTry } from '../case-view/door-failure.ts';
import { doorStyles } from '../case-view/door.styles.ts';
import type { DoorTerms } from '../case-view/door.terms.ts';
import { Door } from '../case-view/door.ts';
import { ServiceTime } from '../clock-view/service-time.ts';
import { ClientController } from '../controllers/client.ts';
import { IdleController } from '../controllers/idle.ts';
import { LoadController, type Load } from '../controllers/load.ts';
import { NearestAttribute } from '../controllers/nearest-attribute.ts';
import { TermsController } from '../controllers/terms.ts';
import { unplugged } from '../load-view/vignettes.ts';
import { controls } from '../themes/controls.styles.ts';
import { fields } from '../themes/fields.styles.ts';
import { tokens } from '../themes/tokens.styles.ts';
import { numberInAddress } from './parts/number-in-address.ts';
import type { OpenCase } from './parts/open-case.ts';
import {
  RequestStatusClosedEvent,
  RequestStatusMovedEvent,
  RequestStatusOpenedEvent,
} from './request-status.events.ts';
import { doorTerms, type RequestStatusTerms } from './request-status.terms.ts';

/**
 * 办理进度: a disclosure request by number and code. What is expected from the applicant and by when,
 * the clock, what has happened, the reply with its files and remedies; supplement, reasons, undo and
 * withdrawal in place. The code stays in memory: it is in no address, event, attribute or storage.
 *
 * @summary Follows a disclosure request by its number and query code.
 * @status stable
 * @since 0.2.0
 * @slot - A plain link for browsers without script; shown again when no service is connected.
 * @fires {RequestStatusOpenedEvent} oi-request-status-opened - Number and code were right.
 * @fires {RequestStatusMovedEvent} oi-request-status-moved - The service took a move of the person.
 * @fires {RequestStatusClosedEvent} oi-request-status-closed - The request was closed and wiped.
 * @csspart door - Number and code.
 * @csspart saved - Numbers this device remembers.
 * @csspart status - How the request stands.
 * @csspart expected - What is expected from the applicant.
 * @csspart reply - The reply.
 * @csspart letter - Its letter.
 * @csspart remedies - Where to turn against it.
 * @csspart clock - The deadline.
 * @csspart timeline - What has happened.
 * @csspart facts - What was asked for.
 */
export class RequestStatus extends LitElement {
  static readonly tag: string = 'oi-request-status';
  static readonly version: string = version;
  static override styles = [tokens, controls, fields, idleNotice, doorStyles];

  /** A client made by the page; goes before provider, meta and `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ heading: '查询进度' }`. */
  @property({ attribute: false }) terms?: Partial<RequestStatusTerms> | undefined;
  /** Address of the data service, when no provider or `<meta>` names one. */
  @property() service?: string | undefined;
  /** Fills the number in; `#oi-request=…` in the page's address, as in a receipt's QR code, does too. */
  @property() number?: string | undefined;
  /** Title above the fields. */
  @property() heading?: string | undefined;
  /** Level of the title in the outline of the page, 1 to 4. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** Seconds without a touch until a hall screen (`kiosk`) begins to count down and wipes itself. */
  @property({ attribute: 'idle-seconds', type: Number }) idleSeconds = 60;

  private readonly connection = new ClientController(this);
  private readonly words = new TermsController<DoorTerms>(this, doorTerms);
  private readonly mode = new NearestAttribute(this, 'data-oi-mode');
  private readonly time = new ServiceTime(this);
  private readonly load = new LoadController<RequestView>(this, (load) => this.onLoad(load));
  private readonly door = new Door(this, {
    savedAs: 'open-info/request-numbers',
    most: 5,
    readers: { number: readReceiptNumber, code: readQueryCode },
    isNumeric: true,
    enter: (key) => this.enter(key),
  });
  private readonly idle = new IdleController(this, {
    active: () => this.kiosk && (this.isOpen || this.door.holdsText),
    quietSeconds: () => this.idleSeconds,
    expired: () => this.close('idle'),
  });
  private case: OpenCase | undefined;
  private key: RequestKey | undefined;
  private failed: FailedTry | undefined;
  private closed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.door.prefill(numberInAddress());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('number')) this.door.prefill(readReceiptNumber(this.number ?? ''));
  }

  /** Closes the open request and wipes all that was typed and read. */
  close(cause: 'person' | 'idle' = 'person'): void {
    const wasOpen = this.isOpen;
    this.load.clear();
    this.case?.wipe();
    this.door.wipe();
    this.key = undefined;
    this.failed = undefined;
    this.closed = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.door.focus());
    if (wasOpen) this.dispatchEvent(new RequestStatusClosedEvent(cause));
  }

  protected override render(): TemplateResult {
    const words = this.words.current;
    if (!words) return html`<slot></slot>`;
    return html`<div
      class="frame"
      data-mode=${this.mode.value || 'standard'}
      lang=${this.words.language}
    >
      ${this.renderCase() ?? this.renderDoor(words)}
      ${this.idle.left === undefined ? nothing : renderIdle(words, this.idle.left, () => this.idle.touch())}
    </div>`;
  }

  private renderCase(): TemplateResult | undefined {
    const open = this.isOpen ? this.case : undefined;
    const words = open && this.words.withPart(open.terms);
    if (!words) return undefined;
    return open.render({
      words,
      language: this.words.language,
      kiosk: this.kiosk,
      headingLevel: this.headingLevel,
    });
  }

  private renderDoor(words: DoorTerms): TemplateResult {
    if (!this.connection.current && !this.connection.waiting) {
      return html`<div class="message">
          ${unplugged}
          <p class="message-title">${words.noServiceTitle}</p>
          <p>${words.noServiceText}</p>
        </div>
        <slot></slot>`;
    }
    const { current } = this.load;
    const slow = current.state === 'loading' && current.slow;
    return html`<p class="title" role="heading" aria-level=${this.headingLevel}>
        ${this.heading ?? words.heading}
      </p>
      <p class="soft intro">${words.intro}</p>
      <p class="visually-hidden" role="status">
        ${slow ? words.slow : this.closed ? words.wiped : ''}
      </p>
      ${this.door.render({
        words,
        mode: this.mode.value || 'standard',
        busy: current.state === 'loading',
        slow,
        failure: this.failed && renderDoorFailure(this.failed, this.time.now, words),
      })}`;
  }

  private get kiosk(): boolean {
    return this.mode.value === 'kiosk';
  }

  private get isOpen(): boolean {
    return this.case?.view !== undefined;
  }

  private needClient(): Client {
    const client = this.connection.current;
    if (!client) throw new Error('No service is connected.');
    return client;
  }

  private enter(key: RequestKey): void {
    if (this.load.current.state === 'loading') return;
    this.failed = undefined;
    this.closed = false;
    this.key = key;
    void this.load.run(async (signal) => {
      const [view, { OpenCase }, { styleCase }] = await Promise.all([
        trackRequest(this.needClient(), key, { signal }),
        import('./parts/open-case.ts'),
        import('./parts/case-page.ts'),
      ]);
      styleCase(this.renderRoot as ShadowRoot);
      this.case ??= new OpenCase(this, {
        client: () => this.needClient(),
        time: this.time,
        moved: (move: ApplicantMove) => this.dispatchEvent(new RequestStatusMovedEvent(move)),
        leave: () => this.close('person'),
      });
      return view;
    });
  }

  private onLoad(load: Load<RequestView>): void {
    // Nothing is asked again by itself: each wrong try counts.
    this.load.clear();
    if (load.state === 'failed') this.fail(load.error);
    if (load.state !== 'ready' || !this.key) return;
    this.case?.show(this.key, load.value);
    this.door.entered({ number: this.key.number }, !this.kiosk);
    this.key = undefined;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('#case-title')?.focus(),
    );
    this.dispatchEvent(new RequestStatusOpenedEvent());
  }
  private fail(error: unknown): void {
    if (isOpenInfoError(error, 'http')) this.time.tell(error.headers.get('date'));
    this.failed = { error, since: this.time.now };
    this.requestUpdate();
  }
}
