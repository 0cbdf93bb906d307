import { html, nothing, svg, type CSSResult, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { causeOf } from '../../base/failure.ts';
import { formatInstant } from '../../base/moment.ts';
import { ServiceTime } from '../../clock-view/service-time.ts';
import type { ClientController } from '../../controllers/client.ts';
import { NearestAttribute } from '../../controllers/nearest-attribute.ts';
import { TermsController } from '../../controllers/terms.ts';
import { renderHallHead, renderTurner } from '../../hall-view/hall-parts.ts';
import { hallView } from '../../hall-view/hall-view.styles.ts';
import { Turning } from '../../hall-view/turning.ts';
import { loadView } from '../../load-view/load-view.styles.ts';
import { renderFailure, renderSkeleton, renderUnconnected } from '../../load-view/load-view.ts';
import { emptyTray } from '../../load-view/vignettes.ts';
import { controls } from '../../themes/controls.styles.ts';
import { HallBoardTurnedEvent } from '../hall-board.events.ts';
import type { HallBoard } from '../hall-board.ts';
import { hallBoardTerms, type HallBoardTerms } from '../hall-board.terms.ts';
import { pageAddress } from './address.ts';
import { Fitting } from './fitting.ts';
import { Reading, type Part } from './reading.ts';
import { screenLook } from './screen.styles.ts';
import { renderSlide, type SlideFrame } from './slide-view.ts';
import { kinds, type Kind, type Slide } from './slides.ts';

/** Styles to be put into the element once this is here. */
export const screenStyles: readonly CSSResult[] = [controls, loadView, hallView, screenLook];

/** A page with what stands in its foot. */
interface Shown {
  slide: Slide;
  kind: Kind;
  part: Part;
  /** Why there is nothing newer. */
  error: unknown;
}

/** What `<oi-hall-board>` shows, fetched after its first drawing. */
export class Screen {
  private readonly host: HallBoard;
  private readonly connection: ClientController;
  private readonly words: TermsController<HallBoardTerms>;
  private readonly mode: NearestAttribute;
  private readonly time: ServiceTime;
  private readonly reading: Reading;
  private readonly turning: Turning;
  private shown: readonly Shown[] = [];
  /** What was on show at the last drawing. */
  private key: string | undefined;

  constructor(host: HallBoard, connection: ClientController) {
    this.host = host;
    this.connection = connection;
    this.words = new TermsController(host, hallBoardTerms);
    this.mode = new NearestAttribute(host, 'data-oi-mode');
    this.time = new ServiceTime(host);
    new Fitting(host);
    this.reading = new Reading(host, this.time);
    this.turning = new Turning(
      host,
      {
        pages: () => this.shown.length,
        seconds: () => this.host.pageSeconds,
        isKiosk: () => this.isKiosk,
        beat: () => this.reading.beat(),
      },
      (cause) => this.onTurned(cause),
    );
  }

  render(): TemplateResult {
    const words = this.words.current;
    if (!words) return html`<slot></slot>`;
    const { language } = this.words;
    return html`<div class="frame" data-mode=${this.mode.value || 'standard'} lang=${language}>
      ${this.renderScreen(words)}
    </div>`;
  }

  retry(): void {
    this.reading.retry();
  }

  private renderScreen(words: HallBoardTerms): TemplateResult {
    const client = this.connection.current;
    if (!client) {
      if (this.connection.waiting) return html`<slot></slot>`;
      return html`${renderUnconnected(words)}<slot></slot>`;
    }
    const show = this.kindsShown;
    this.reading.ask({ client, organ: this.host.organ, show }, this.isKiosk);
    this.shown = this.collect(show);
    this.follow();
    const { language } = this.words;
    const { heading = words.heading, headingLevel } = this.host;
    const frame: SlideFrame = {
      words,
      language,
      time: this.time,
      headingLevel,
      policyPage: (id) => pageAddress(this.host.policyUrl ?? `${client.baseUrl}/policies/{id}`, id),
      progressPage: () =>
        this.host.progressUrl === undefined ? undefined : pageAddress(this.host.progressUrl, ''),
    };
    return html`<section
      class="hall"
      part="hall"
      aria-roledescription=${words.carousel}
      aria-labelledby="hall-title"
    >
      ${renderHallHead(frame, heading, headingLevel)} ${this.renderControls(frame)}
      ${this.renderStage(frame)} ${this.renderFoot(frame)}
    </section>`;
  }

  /** Comes before the pages for who hears the screen, and stands below them for who sees it. */
  private renderControls(frame: SlideFrame): TemplateResult | typeof nothing {
    const { length } = this.shown;
    if (length < 2) return nothing;
    const { page } = this.turning;
    const place = html`<p class="hall-page">
      <span aria-hidden="true">${page + 1} / ${length}</span>
      <span class="visually-hidden">${frame.words.page(page + 1, length)}</span>
      <svg class="dots" viewBox="0 0 ${length} 1" preserveAspectRatio="none" aria-hidden="true">
        ${this.shown.map(
          (_, each) =>
            svg`<rect x=${each + 0.07} width="0.86" height="1" ?data-here=${each === page}></rect>`,
        )}
      </svg>
    </p>`;
    return renderTurner(frame, this.turning, place);
  }

  private renderStage(frame: SlideFrame): TemplateResult {
    const { words } = frame;
    const { page, isRunning } = this.turning;
    const now = this.shown[page];
    if (!now) return html`<div class="stage">${this.renderWithout(words)}</div>`;
    return html`<div class="stage" aria-live=${isRunning ? 'off' : 'polite'}>
      ${keyed(
        now.slide.key,
        html`<div
          class="slide"
          part="slide"
          role="group"
          aria-roledescription=${words.slide}
          aria-label=${words.page(page + 1, this.shown.length)}
          data-of=${now.slide.of}
        >
          ${renderSlide(now.slide, frame)}
        </div>`,
      )}
    </div>`;
  }

  private renderFoot({ words }: SlideFrame): TemplateResult | typeof nothing {
    const now = this.shown[this.turning.page];
    if (!now) return nothing;
    return html`<p class="hall-origin">
      <span>${words.updatedAt(formatInstant(now.part.updatedAt))}</span>
      <b role="status" class="hall-stale">${this.staleLine(words, now) ?? nothing}</b>
    </p>`;
  }

  private staleLine(words: HallBoardTerms, { error, part }: Shown): string | undefined {
    if (error === undefined) return undefined;
    const readAt = formatInstant(new Date(part.readAt).toISOString());
    const [day = '', clock = ''] = readAt.split(' ');
    const isAway = ['offline', 'unreachable', 'timeout'].includes(causeOf(error));
    return (isAway ? words.offline : words.silent)(day === this.time.today ? clock : readAt);
  }

  /** Nothing to show: still on its way, not to be had, or not there. */
  private renderWithout(words: HallBoardTerms): TemplateResult {
    const standings = this.kindsShown.map((kind) => this.reading.standing(kind));
    const failed = standings.find(({ error }) => error !== undefined);
    if (failed) return renderFailure(failed.error, words, () => this.retry());
    const [part] = standings.flatMap((standing) => standing.part ?? []);
    if (!part || standings.some(({ isAwaited }) => isAwaited)) {
      return renderSkeleton({ state: 'loading', slow: true }, words, 3);
    }
    return html`<div class="hall-empty">
      ${emptyTray}
      <p>${words.emptyTitle}</p>
      <p><small>${words.updatedAt(formatInstant(part.updatedAt))}</small></p>
    </div>`;
  }

  /** In the order of `show`; what comes behind something still on its way waits for it. */
  private collect(show: readonly Kind[]): Shown[] {
    const shown: Shown[] = [];
    for (const kind of show) {
      const { part, error, isAwaited } = this.reading.standing(kind);
      if (isAwaited) break;
      if (part) shown.push(...part.slides.map((slide) => ({ slide, kind, part, error })));
    }
    return shown;
  }

  /** Stays with what is on show when something is added or gone before it. */
  private follow(): void {
    const { length } = this.shown;
    const same = this.shown.findIndex(({ slide }) => slide.key === this.key);
    this.turning.page = Math.max(0, same < 0 ? Math.min(this.turning.page, length - 1) : same);
    this.key = this.shown[this.turning.page]?.slide.key;
  }

  private onTurned(cause: 'time' | 'person'): void {
    const { page } = this.turning;
    const now = this.shown[page];
    if (!now) return;
    this.key = now.slide.key;
    this.host.dispatchEvent(new HallBoardTurnedEvent(now.kind, page + 1, this.shown.length, cause));
  }

  private get kindsShown(): readonly Kind[] {
    const asked = this.host.show.split(/\s+/);
    const known = asked.filter((name): name is Kind => (kinds as readonly string[]).includes(name));
    return known.length > 0 ? [...new Set(known)] : kinds;
  }

  private get isKiosk(): boolean {
    return this.mode.value === 'kiosk';
  }
}
