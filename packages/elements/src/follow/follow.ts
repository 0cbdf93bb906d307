import type { SubscriptionPending } from '@open-info/contract/subscriptions';
import type { Client } from '@open-info/sdk/client';
import type { SubscriptionFragment } from '@open-info/sdk/subscription-fragment';
import {
  html,
  LitElement,
  nothing,
  type CSSResult,
  type SVGTemplateResult,
  type TemplateResult,
} from 'lit';
import { property } from 'lit/decorators.js';
import { idleNotice, renderIdle } from '../base/idle-notice.ts';
import { LateStyles } from '../base/late-styles.ts';
import { version } from '../base/version.ts';
import { ClientController } from '../controllers/client.ts';
import { IdleController } from '../controllers/idle.ts';
import { LoadController } from '../controllers/load.ts';
import { NearestAttribute } from '../controllers/nearest-attribute.ts';
import { TermsController } from '../controllers/terms.ts';
import { emptyTray, unplugged } from '../load-view/vignettes.ts';
import { controls } from '../themes/controls.styles.ts';
import { tokens } from '../themes/tokens.styles.ts';
import { takeSubscription } from './arrival.ts';
import { FollowChangedEvent, FollowOrderedEvent } from './follow.events.ts';
import { styles } from './follow.styles.ts';
import { firstTerms, type FirstTerms, type FollowTerms } from './follow.terms.ts';
import { renderFailure } from './parts/failure.ts';
import type { Holder } from './parts/holder.ts';
import type { OrderForm } from './parts/order-form.ts';

const sheets = [tokens, controls, idleNotice, styles];

/**
 * 订阅更新 (信息主动推送): a button that opens a small form to be told of a case, a field, a policy topic,
 * an organ or a document. Nothing is sent before the address has confirmed it. On the page that the
 * links of messages lead to (`page`) it confirms, changes and stops.
 *
 * @summary Follows something, confirmed twice, stopped in one step.
 * @status stable
 * @since 0.3.0
 * @slot - A plain link for browsers without script; shown again when no service is connected.
 * @fires {FollowOrderedEvent} oi-follow-ordered - The service took an order.
 * @fires {FollowChangedEvent} oi-follow-changed - A subscription was confirmed, changed or stopped.
 * @csspart button - The button that opens the form.
 * @csspart form - The form.
 * @csspart pending - That an order has still to be confirmed.
 * @csspart holder - A subscription opened by the link of a message.
 */
export class Follow extends LitElement {
  static readonly tag: string = 'oi-follow';
  static readonly version: string = version;
  static override styles = sheets;

  /** A client made by the page; goes before provider, meta and `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ follow: '关注' }`. */
  @property({ attribute: false }) terms?: Partial<FollowTerms> | undefined;
  /** Address of the data service, when no provider or `<meta>` names one. */
  @property() service?: string | undefined;
  /** What is followed: `case`, `field`, `topic`, `organ`, `document`. */
  @property() kind = 'topic';
  /** Its id or name; the number of a case, which a person types when it is absent. */
  @property() subject?: string | undefined;
  /** Name of it as the page says it. */
  @property() label?: string | undefined;
  /**
   * This is the page that links of messages lead to: the element takes `#confirm=…`, `#manage=…` and
   * `#stop=…` out of the page's address at once, and does what they ask for.
   */
  @property({ type: Boolean }) page = false;
  /** Level of the titles in the outline of the page, 1 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** Seconds without a touch until a hall screen (`kiosk`) begins to count down and wipes itself. */
  @property({ attribute: 'idle-seconds', type: Number }) idleSeconds = 60;

  private readonly connection = new ClientController(this);
  private readonly words = new TermsController<FirstTerms>(this, firstTerms);
  private readonly mode = new NearestAttribute(this, 'data-oi-mode');
  private readonly late = new LateStyles(this, sheets);
  private readonly opening = new LoadController<OrderForm | undefined>(this);
  private readonly idle = new IdleController(this, {
    active: () => this.mode.value === 'kiosk' && (this.form !== undefined || this.isAnswered),
    quietSeconds: () => this.idleSeconds,
    expired: () => this.close('idle'),
  });
  private form: OrderForm | undefined;
  private pending: SubscriptionPending | undefined;
  private readonly holding = new LoadController<Holder>(this);
  /** What a link asks for, until a service is connected. */
  private fragment: SubscriptionFragment | undefined;
  private wiped = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.page) return;
    window.addEventListener('hashchange', this.readAddress);
    this.readAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.readAddress);
  }

  /** Closes form and answers, and forgets what was typed. */
  close(cause: 'person' | 'idle' = 'person'): void {
    this.form?.abort();
    this.form = undefined;
    this.pending = undefined;
    this.holding.clear();
    this.opening.clear();
    this.wiped = cause === 'idle';
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[part="button"]')?.focus(),
    );
  }

  protected override willUpdate(): void {
    const { fragment } = this;
    if (!fragment || !this.connection.current) return;
    this.fragment = undefined;
    this.openHolder(fragment);
  }

  protected override render(): TemplateResult {
    const words = this.words.current;
    if (!words) return html`<slot></slot>`;
    return html`<div
      class="frame"
      data-mode=${this.mode.value || 'standard'}
      lang=${this.words.language}
    >
      ${this.renderState(words)}
      ${this.idle.left === undefined ? nothing : renderIdle(words, this.idle.left, () => this.idle.touch())}
      <p class="visually-hidden" role="status">${this.wiped ? words.wiped : ''}</p>
    </div>`;
  }

  private renderState(words: FirstTerms): unknown {
    if (!this.connection.current && !this.connection.waiting) {
      return html`${renderMessage(unplugged, words.noServiceTitle, words.noServiceText)}<slot
        ></slot>`;
    }
    const held = this.holding.current;
    if (held.state === 'ready') return this.renderHolder(held.value);
    if (held.state === 'failed') {
      return renderFailure(held.error, words, { retry: () => this.holding.retry() });
    }
    if (held.state === 'loading') return html`<p class="soft" role="status">${words.looking}</p>`;
    if (this.form) return this.renderForm(this.form);
    if (this.page && this.subject === undefined) {
      return html`${renderMessage(emptyTray, words.pageTitle, words.pageText)}<slot></slot>`;
    }
    return this.renderButton(words);
  }

  private renderHolder(holder: Holder): unknown {
    const words = this.words.withPart(holder.terms);
    const { language } = this.words;
    return words && holder.render({ words, language, headingLevel: this.headingLevel });
  }

  private renderForm(form: OrderForm): unknown {
    const words = this.words.withPart(form.terms);
    if (!words) return nothing;
    const { headingLevel, pending } = this;
    if (pending) {
      return form.renderPending(pending, { words, headingLevel, again: this.again });
    }
    return form.render({
      words,
      language: this.words.language,
      headingLevel,
      kind: this.kind,
      subject: this.subject ?? '',
      label: this.label ?? this.subject,
    });
  }

  private renderButton(words: FirstTerms): TemplateResult {
    const { current } = this.opening;
    const name = this.label ?? this.subject;
    const isNone = current.state === 'ready' && current.value === undefined;
    return html`<p class="no-print">
        <button
          class="button"
          part="button"
          type="button"
          aria-expanded="false"
          aria-label=${name === undefined ? nothing : words.followLabel(name)}
          aria-disabled=${current.state === 'loading' ? 'true' : nothing}
          @click=${this.open}
        >
          ${current.state === 'loading' && current.slow ? words.looking : words.follow}
        </button>
      </p>
      ${isNone ? renderMessage(emptyTray, words.noneTitle, words.noneText) : nothing}
      ${current.state === 'failed' ? renderFailure(current.error, words, { retry: this.open }) : nothing}`;
  }

  private get isAnswered(): boolean {
    return this.pending !== undefined || this.holding.current.state !== 'idle';
  }

  private needClient(): Client {
    const client = this.connection.current;
    if (!client) throw new Error('No service is connected.');
    return client;
  }

  private readonly open = (): void => {
    if (this.opening.current.state === 'loading') return;
    this.wiped = false;
    void this.opening
      .run(async (signal) => {
        const { openOrderForm, sheets: sheetsOfForm } = await import('./parts/order-form.ts');
        const options = {
          client: () => this.needClient(),
          taken: (pending: SubscriptionPending) => this.take(pending),
          cancel: () => this.close(),
        };
        this.dress(sheetsOfForm);
        return openOrderForm(this, options, signal);
      })
      .then(() => {
        const { current } = this.opening;
        if (current.state !== 'ready' || !current.value) return;
        this.form = current.value;
        this.requestUpdate();
        this.focusTitle();
      });
  };

  private dress(late: readonly CSSResult[]): void {
    for (const sheet of late) this.late.add(sheet);
  }

  private take(pending: SubscriptionPending): void {
    this.pending = pending;
    this.requestUpdate();
    this.focusTitle();
    this.dispatchEvent(new FollowOrderedEvent(pending.channel));
  }

  private readonly again = (): void => {
    this.pending = undefined;
    this.requestUpdate();
    this.focusTitle();
  };

  private focusTitle(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('#title')?.focus(),
    );
  }

  /** The token is out of the address, and out of the history, before anything is asked. */
  private readonly readAddress = (): void => {
    this.fragment = takeSubscription() ?? this.fragment;
    this.requestUpdate();
  };

  private openHolder(fragment: SubscriptionFragment): void {
    void this.holding.run(async () => {
      const { Holder: Opened, sheets: sheetsOfHolder } = await import('./parts/holder.ts');
      this.dress(sheetsOfHolder);
      const holder = new Opened(this, fragment, {
        client: () => this.needClient(),
        language: () => this.words.language,
        changed: (change) => this.dispatchEvent(new FollowChangedEvent(change)),
      });
      void holder.open();
      return holder;
    });
  }
}

const renderMessage = (drawing: SVGTemplateResult, title: string, text: string): TemplateResult =>
  html`<div class="message">
    ${drawing}
    <p class="message-title">${title}</p>
    <p>${text}</p>
  </div>`;
