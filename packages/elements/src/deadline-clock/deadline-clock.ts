import type { Calendar } from '@open-info/contract/calendar-days';
import type { ClockEvent, ClockPolicy } from '@open-info/contract/clock';
import { getCalendar } from '@open-info/sdk/calendar';
import type { Client } from '@open-info/sdk/client';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LateStyles } from '../base/late-styles.ts';
import { version } from '../base/version.ts';
import { warn } from '../base/warn.ts';
import { ServiceTime } from '../clock-view/service-time.ts';
import { ClientController } from '../controllers/client.ts';
import { latestValue, LoadController } from '../controllers/load.ts';
import { NearestAttribute } from '../controllers/nearest-attribute.ts';
import { TermsController } from '../controllers/terms.ts';
import { loadView } from '../load-view/load-view.styles.ts';
import { unplugged } from '../load-view/vignettes.ts';
import { controls } from '../themes/controls.styles.ts';
import { tokens } from '../themes/tokens.styles.ts';
import { styles } from './deadline-clock.styles.ts';
import { firstTerms, type DeadlineClockTerms, type FirstTerms } from './deadline-clock.terms.ts';

/** What a date follows from: the calendar, and the code that reckons by it. */
interface Means {
  calendar: Calendar;
  reckoned: typeof import('./reckoned.ts');
}

/**
 * 答复期限: when the reply to a disclosure request is due, how many workdays are left, and how the date
 * was computed, day by day with the article. Reckoned here by the function the service uses.
 *
 * @summary The due date of a disclosure request, with its reckoning.
 * @status stable
 * @since 0.2.0
 * @slot - A plain sentence for browsers without script; shown again when nothing can be computed.
 * @csspart due - The date and how long it is till then.
 * @csspart days-left - How long it is till then, in words.
 * @csspart notes - Extension, provisional, other dates.
 * @csspart trace - How the date was computed.
 * @csspart runs - The same as a list.
 */
export class DeadlineClock extends LitElement {
  static readonly tag: string = 'oi-deadline-clock';
  static readonly version: string = version;
  static override styles = [tokens, controls, loadView, styles];

  /** A client made by the page; goes before provider, meta and `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ heading: '答复期限' }`. */
  @property({ attribute: false }) terms?: Partial<DeadlineClockTerms> | undefined;
  /** The log of the request; goes before `received-on`. */
  @property({ attribute: false }) events?: readonly ClockEvent[] | undefined;
  /** What this office counts otherwise than usual. */
  @property({ attribute: false }) policy?: Partial<ClockPolicy> | undefined;
  /** The calendar of working days; asked from the service when absent. */
  @property({ attribute: false }) calendar?: Calendar | undefined;
  /** Address of the data service, when no provider or `<meta>` names one. */
  @property() service?: string | undefined;
  /** 收到申请之日, `YYYY-MM-DD`, where there is no log. */
  @property({ attribute: 'received-on' }) receivedOn?: string | undefined;
  /** How it was filed (art. 31): `online`, `counter`, `registeredPost`, `ordinaryPost`, `fax`. */
  @property() channel?: string | undefined;
  /** The day to reckon for, `YYYY-MM-DD`; the present day of the service when absent. */
  @property() today?: string | undefined;
  /** Title above the date; none when empty. */
  @property() heading?: string | undefined;
  /** Level of the title in the outline of the page, 1 to 5. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** Only the date and how long it is till then. */
  @property({ type: Boolean }) compact = false;

  private readonly connection = new ClientController(this);
  private readonly words = new TermsController<FirstTerms>(this, firstTerms);
  private readonly mode = new NearestAttribute(this, 'data-oi-mode');
  private readonly time = new ServiceTime(this);
  private readonly lateStyles = new LateStyles(this, DeadlineClock.styles);
  private readonly load = new LoadController<Means>(this);
  private asked: Client | Calendar | undefined;

  protected override willUpdate(): void {
    const source = this.calendar ?? this.connection.current;
    if (!source || source === this.asked) return;
    this.asked = source;
    void this.load.run(async (signal) => {
      const [calendar, reckoned] = await Promise.all([
        isCalendar(source) ? source : this.readCalendar(source, signal),
        import('./reckoned.ts'),
      ]);
      this.lateStyles.add(reckoned.reckonedStyles);
      return { calendar, reckoned };
    });
  }

  /** Asks again for the calendar. */
  retry(): void {
    this.load.retry();
  }

  private async readCalendar(client: Client, signal: AbortSignal): Promise<Calendar> {
    const { data, response } = await getCalendar(client, { signal }).withResponse();
    this.time.tell(response.headers.get('date'));
    return data;
  }

  protected override render(): TemplateResult {
    const words = this.words.current;
    if (!words) return html`<slot></slot>`;
    return html`<div
      class="frame ${this.compact ? 'compact' : ''}"
      data-mode=${this.mode.value || 'standard'}
      lang=${this.words.language}
    >
      ${this.compact ? nothing : this.renderHeading(words)} ${this.renderBody(words)}
    </div>`;
  }

  private renderHeading(words: FirstTerms): TemplateResult | typeof nothing {
    const heading = this.heading ?? words.heading;
    if (heading === '') return nothing;
    return html`<p class="title" role="heading" aria-level=${this.headingLevel}>${heading}</p>`;
  }

  private renderBody(words: FirstTerms): unknown {
    const log = this.log;
    if (!log) return html`<p class="soft">${words.nothing}</p>`;
    const means = latestValue(this.load.current);
    return means ? this.renderReckoned(log, means) : this.renderWithout(words);
  }

  private get log(): readonly ClockEvent[] | undefined {
    if (this.events) return this.events;
    const { receivedOn: on, channel } = this;
    return on === undefined
      ? undefined
      : [
          { kind: 'submitted', on, channel },
          { kind: 'confirmed', on },
        ];
  }

  private renderReckoned(log: readonly ClockEvent[], { calendar, reckoned }: Means): unknown {
    const words = this.words.withPart(reckoned.clockViewTerms['zh-CN']);
    if (!words) return nothing;
    try {
      return reckoned.renderReckoned({
        log,
        calendar,
        today: this.today ?? this.time.today,
        policy: this.policy,
        words,
        language: this.words.language,
        headingLevel: this.headingLevel + 1,
        compact: this.compact,
      });
    } catch (error) {
      warn('bad-attribute', `<${this.localName}> cannot reckon: ${String(error)}`);
      return html`<slot></slot>`;
    }
  }

  private renderWithout(words: FirstTerms): TemplateResult {
    const { current } = this.load;
    if (current.state === 'failed') {
      return html`<div class="message" role="alert">
          ${unplugged}
          <p class="message-title">${words.failedTitle}</p>
          <p>${words.failedText}</p>
          <p>
            <button class="button" type="button" @click=${() => this.retry()}>
              ${words.retry}
            </button>
          </p>
        </div>
        <slot></slot>`;
    }
    if (current.state === 'idle' && !this.connection.waiting) {
      return html`<div class="message">
          ${unplugged}
          <p class="message-title">${words.noServiceTitle}</p>
          <p>${words.noServiceText}</p>
        </div>
        <slot></slot>`;
    }
    const slow = current.state === 'loading' && current.slow;
    return html`<p class="visually-hidden" role="status">${slow ? words.loading : ''}</p>
      <div class="skeleton" aria-hidden="true" ?data-slow=${slow}><div class="bone"></div></div>`;
  }
}

function isCalendar(source: Client | Calendar): source is Calendar {
  return 'coveredTo' in source;
}
