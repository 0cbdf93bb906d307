import { readCaseCode, readCaseNumber, type CaseKey } from '@open-info/contract/cases';
import { isOpenInfoError } from '@open-info/sdk/errors';
import type { Client } from '@open-info/sdk/client';
import { trackProgress, type Progress } from '@open-info/sdk/progress';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { idleNotice, renderIdle } from '../base/idle-notice.ts';
import { LateStyles } from '../base/late-styles.ts';
import { version } from '../base/version.ts';
import { renderDoorFailure, type FailedTry } from '../case-view/door-failure.ts';
import { doorStyles } from '../case-view/door.styles.ts';
import type { DoorTerms } from '../case-view/door.terms.ts';
import { Door } from '../case-view/door.ts';
import { ServiceTime } from '../clock-view/service-time.ts';
import { ClientController } from '../controllers/client.ts';
import { IdleController } from '../controllers/idle.ts';
import { Late } from '../controllers/late.ts';
import { LoadController, type Load } from '../controllers/load.ts';
import { NearestAttribute } from '../controllers/nearest-attribute.ts';
import { TermsController } from '../controllers/terms.ts';
import { WidthController } from '../controllers/width.ts';
import { unplugged } from '../load-view/vignettes.ts';
import { controls } from '../themes/controls.styles.ts';
import { fields } from '../themes/fields.styles.ts';
import { tokens } from '../themes/tokens.styles.ts';
import type { OpenProgress } from './parts/open-progress.ts';
import {
  ProgressTrackerClosedEvent,
  ProgressTrackerGuideOpeningEvent,
  ProgressTrackerOpenedEvent,
  ProgressTrackerRatedEvent,
} from './progress-tracker.events.ts';
import { doorTerms, type ProgressTrackerTerms } from './progress-tracker.terms.ts';

/**
 * 办事进度: a case (办件) or a disclosure request by number and code: what to do now, the three phases
 * before, during and after, the time left and why it stands still, the result, a rating. Number and
 * code are in no address, event or attribute, and in the storage only where a person asked for it.
 *
 * @summary Follows a case or a disclosure request by its number and query code.
 * @status stable
 * @since 0.4.0
 * @slot - A plain link for browsers without script; shown again when no service is connected.
 * @fires {ProgressTrackerOpenedEvent} oi-progress-tracker-opened - Number and code were right.
 * @fires {ProgressTrackerGuideOpeningEvent} oi-progress-tracker-guide-opening - The guide is asked for; cancelable.
 * @fires {ProgressTrackerRatedEvent} oi-progress-tracker-rated - The service took a rating.
 * @fires {ProgressTrackerClosedEvent} oi-progress-tracker-closed - What was open was closed and wiped.
 * @csspart door - Number and code.
 * @csspart saved - What this browser remembers.
 * @csspart status - How it stands.
 * @csspart todo - What the person must do now.
 * @csspart overview - The three phases at a glance.
 * @csspart phase - A phase; also `before`, `during`, `after`.
 * @csspart line - The steps of a phase.
 * @csspart step - One of them.
 * @csspart clock - The time left.
 * @csspart days-left - How long it is till then, in words.
 * @csspart pause - That the time stands still, and why; of a board the button that stops it.
 * @csspart notes - What else holds for a date.
 * @csspart due - One of its dates.
 * @csspart trace - How it was computed.
 * @csspart result - The result.
 * @csspart remedies - Where to turn against it.
 * @csspart rating - The rating.
 * @csspart facts - About this case.
 * @csspart hall - The board of a hall.
 * @csspart counts - Its counts of today.
 * @csspart board - Its table.
 */
export class ProgressTracker extends LitElement {
  static readonly tag: string = 'oi-progress-tracker';
  static readonly version: string = version;
  static override styles = [tokens, controls, fields, idleNotice, doorStyles];

  /** A client made by the page; goes before provider, meta and `service`. */
  @property({ attribute: false }) client?: Client | undefined;
  /** Replaces single words: `{ heading: '办件查询' }`. */
  @property({ attribute: false }) terms?: Partial<ProgressTrackerTerms> | undefined;
  /** Address of the data service, when no provider or `<meta>` names one. */
  @property() service?: string | undefined;
  /** 办件编号 the page knows; only the code is asked for then. */
  @property({ attribute: 'case-no' }) caseNo?: string | undefined;
  /** `hall`: an anonymous board for the screen of a hall. */
  @property() presentation?: 'hall' | undefined;
  /** On a board: only cases of this organ, by id. */
  @property() organ?: string | undefined;
  /** On a board: seconds a page is shown. */
  @property({ attribute: 'page-seconds', type: Number }) pageSeconds = 12;
  /** Page of the guide of a matter, with `{id}`; without it no guide is offered. */
  @property({ attribute: 'guide-url' }) guideUrl?: string | undefined;
  /** Page where a disclosure request is dealt with, with `<oi-request-status>`. */
  @property({ attribute: 'status-url' }) statusUrl?: string | undefined;
  /** Title above the fields. */
  @property() heading?: string | undefined;
  /** Level of the title in the outline of the page, 1 to 4. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** Seconds without a touch until a hall screen (`kiosk`) begins to count down and wipes itself. */
  @property({ attribute: 'idle-seconds', type: Number }) idleSeconds = 60;

  private readonly connection = new ClientController(this);
  private readonly words = new TermsController<DoorTerms>(this, doorTerms);
  private readonly mode = new NearestAttribute(this, 'data-oi-mode');
  private readonly width = new WidthController(this);
  private readonly time = new ServiceTime(this);
  private readonly lateStyles = new LateStyles(this, ProgressTracker.styles);
  private readonly load = new LoadController<Progress>(this, (load) => this.onLoad(load));
  private readonly door = new Door(this, {
    savedAs: 'open-info/progress',
    most: 8,
    readers: { number: readCaseNumber, code: readCaseCode },
    enter: (key) => this.enter(key),
  });
  private readonly idle = new IdleController(this, {
    active: () => this.kiosk && (this.isOpen || this.door.holdsText),
    quietSeconds: () => this.idleSeconds,
    expired: () => this.close('idle'),
  });
  private readonly board = new Late(this, async () => {
    const { Board, hallStyles, hallView, loadView } = await import('./hall/board.ts');
    this.lateStyles.add(loadView);
    this.lateStyles.add(hallView);
    this.lateStyles.add(hallStyles);
    return new Board(this, {
      client: () => this.connection.current,
      time: this.time,
      organ: () => this.organ,
      pageSeconds: () => this.pageSeconds,
      isKiosk: () => this.kiosk,
    });
  });
  private open: OpenProgress | undefined;
  private key: CaseKey | undefined;
  private failed: FailedTry | undefined;
  private closed = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('caseNo')) this.door.give(readCaseNumber(this.caseNo ?? ''));
  }

  /** Closes what is open and wipes all that was typed and read. */
  close(cause: 'person' | 'idle' = 'person'): void {
    const wasOpen = this.isOpen;
    this.load.clear();
    this.open?.wipe();
    this.door.wipe();
    this.key = undefined;
    this.failed = undefined;
    this.closed = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.door.focus());
    if (wasOpen) this.dispatchEvent(new ProgressTrackerClosedEvent(cause));
  }

  protected override render(): TemplateResult {
    const words = this.words.current;
    if (!words) return html`<slot></slot>`;
    const { language } = this.words;
    return html`<div
      class="frame"
      data-mode=${this.mode.value || 'standard'}
      data-width=${this.width.value}
      lang=${language}
    >
      <div class="ruler"></div>
      ${this.renderContent(words)}
      ${this.idle.left === undefined ? nothing : renderIdle(words, this.idle.left, () => this.idle.touch())}
    </div>`;
  }

  private renderContent(words: DoorTerms): unknown {
    if (!this.connection.current && !this.connection.waiting) {
      return html`<div class="message">
          ${unplugged}
          <p class="message-title">${words.noServiceTitle}</p>
          <p>${words.noServiceText}</p>
        </div>
        <slot></slot>`;
    }
    const { language } = this.words;
    const { headingLevel } = this;
    if (this.presentation === 'hall') {
      this.board.want();
      return this.board.value?.render({ language, heading: this.heading, headingLevel }) ?? nothing;
    }
    const mode = this.mode.value || 'standard';
    const wide = this.width.value === 'wide';
    const page = this.open?.render({ words, language, mode, wide, headingLevel });
    return page ?? this.renderDoor(words, mode);
  }

  private renderDoor(words: DoorTerms, mode: string): TemplateResult {
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
        mode,
        busy: current.state === 'loading',
        slow,
        failure: this.failed && renderDoorFailure(this.failed, this.time.now, words),
      })}`;
  }

  private get kiosk(): boolean {
    return this.mode.value === 'kiosk';
  }

  private get isOpen(): boolean {
    return this.open?.progress !== undefined;
  }

  private needClient(): Client {
    const client = this.connection.current;
    if (!client) throw new Error('No service is connected.');
    return client;
  }

  private enter(key: CaseKey): void {
    if (this.load.current.state === 'loading') return;
    this.failed = undefined;
    this.closed = false;
    this.key = key;
    void this.load.run(async (signal) => {
      const [progress, open] = await Promise.all([
        trackProgress(this.needClient(), key, { signal }),
        this.prepare(),
      ]);
      await open.ready(progress);
      return progress;
    });
  }

  /** Code and calendar of an open page are on their way while number and code are looked up. */
  private async prepare(): Promise<OpenProgress> {
    const { OpenProgress: Opened } = await import('./parts/open-progress.ts');
    this.open ??= new Opened(this, {
      client: () => this.needClient(),
      time: this.time,
      styles: this.lateStyles,
      guideUrl: () => this.guideUrl,
      statusUrl: () => this.statusUrl,
      guideOpening: (matterId) =>
        this.dispatchEvent(new ProgressTrackerGuideOpeningEvent(matterId)),
      rated: () => this.dispatchEvent(new ProgressTrackerRatedEvent()),
      leave: () => this.close('person'),
    });
    this.open.prepare();
    return this.open;
  }

  private onLoad(load: Load<Progress>): void {
    // Nothing is asked again by itself: each wrong try counts.
    this.load.clear();
    if (load.state === 'failed') this.fail(load.error);
    if (load.state !== 'ready' || !this.key) return;
    const { value: progress } = load;
    this.open?.show(this.key, progress);
    this.door.entered(
      { number: progress.view.number, name: nameOf(progress), code: this.key.code },
      !this.kiosk,
    );
    this.key = undefined;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('#page-title')?.focus(),
    );
    this.dispatchEvent(new ProgressTrackerOpenedEvent(progress.kind));
  }

  private fail(error: unknown): void {
    if (isOpenInfoError(error, 'http')) this.time.tell(error.headers.get('date'));
    this.failed = { error, since: this.time.now };
    this.requestUpdate();
  }
}

/** What it is about, in the office's words: that is what is remembered. */
function nameOf(progress: Progress): string {
  if (progress.kind === 'case') return progress.view.matter.name;
  const { kind } = progress.view;
  return kind === 'correction' ? '政府信息更正申请' : '政府信息公开申请';
}
