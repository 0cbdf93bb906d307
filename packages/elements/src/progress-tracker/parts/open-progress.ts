import type { PublishedCalendar } from '@open-info/contract/calendar';
import type { CaseKey, CaseView } from '@open-info/contract/cases';
import { getCalendar } from '@open-info/sdk/calendar';
import { downloadCaseAttachment } from '@open-info/sdk/cases';
import type { Client } from '@open-info/sdk/client';
import type { Progress } from '@open-info/sdk/progress';
import { watchProgress } from '@open-info/sdk/progress-watch';
import { downloadAttachment } from '@open-info/sdk/requests';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { LateStyles } from '../../base/late-styles.ts';
import { printAlone } from '../../base/print-alone.ts';
import { renderReading } from '../../base/reading.ts';
import type { DoorTerms } from '../../case-view/door.terms.ts';
import { casePageStyles } from '../../case-view/page.styles.ts';
import { Downloads } from '../../controllers/downloads.ts';
import { Late } from '../../controllers/late.ts';
import { latestValue, LoadController } from '../../controllers/load.ts';
import { TermsController, type Words } from '../../controllers/terms.ts';
import type { ServiceTime } from '../../clock-view/service-time.ts';
import type { CaseClockTerms } from '../clock/case-clock.terms.ts';
import type { Rating } from '../rating/rating.ts';
import type { RequestTerms } from '../request/request.terms.ts';
import { caseJourney, caseStatusName } from './case-journey.ts';
import type { Frame, Journey } from './journey.ts';
import { pageStyles } from './page.styles.ts';
import { pageTerms, type PageTerms } from './page.terms.ts';
import { renderPage } from './page.ts';

export interface OpenProgressOptions {
  client: () => Client;
  time: ServiceTime;
  styles: LateStyles;
  /** Address of the guide of a matter, `{id}` in it. */
  guideUrl: () => string | undefined;
  /** Address of the page where a disclosure request is dealt with. */
  statusUrl: () => string | undefined;
  /** The guide is asked for; false when the page shows it itself. */
  guideOpening: (matterId: string) => boolean;
  rated: () => void;
  leave: () => void;
}

/** What the element around draws with; the page brings words of its own. */
export type DoorFrame = Omit<Frame, 'words'> & { words: DoorTerms };

/** A part that is fetched when it is needed, and its words, which no page replaces. */
interface Worded<P, T extends object> {
  part: P;
  words: TermsController<T>;
}

async function wordsOf<T extends object>(
  host: LitElement,
  words: Words<T>,
): Promise<TermsController<T>> {
  const own = new TermsController<T>(host, words, () => undefined);
  await own.ready();
  return own;
}

/** A part with its words in the language of the page, once both are there. */
function spoken<P, T extends object>(late: Late<Worded<P, T>>): { part: P; terms: T } | undefined {
  const { part, words } = late.value ?? {};
  const terms = words?.current;
  return part && terms && { part, terms };
}

/** How long the clock is waited for before the page is shown without, ms. */
const clockWait = 400;
/** How long the page of a request is waited for, which cannot be shown without its code, ms. */
const pageWait = 8_000;

/** 打开的办件: what is on show after number and code were right. */
export class OpenProgress implements ReactiveController {
  progress: Progress | undefined;
  private readonly host: LitElement;
  private readonly options: OpenProgressOptions;
  private readonly calendar: LoadController<PublishedCalendar>;
  private readonly clock: Late<Worded<typeof import('../clock/case-clock.ts'), CaseClockTerms>>;
  private readonly request: Late<
    Worded<typeof import('../request/request-journey.ts'), RequestTerms>
  >;
  private readonly rating: Late<Rating>;
  private readonly downloads: Downloads;
  private readonly words: TermsController<PageTerms>;
  private readonly unfolded = new Set<string>();
  private news: ((frame: Frame) => string) | undefined;
  private stale = false;
  private key: CaseKey | undefined;
  private watching: AbortController | undefined;

  constructor(host: LitElement, options: OpenProgressOptions) {
    this.host = host;
    this.options = options;
    options.styles.add(casePageStyles);
    options.styles.add(pageStyles);
    this.words = new TermsController<PageTerms>(host, pageTerms);
    this.calendar = new LoadController(host);
    this.clock = new Late(host, async () => {
      const part = await import('../clock/case-clock.ts');
      options.styles.add(part.clockStyles);
      return { part, words: await wordsOf(host, part.caseClockTerms) };
    });
    this.request = new Late(host, async () => {
      const part = await import('../request/request-journey.ts');
      options.styles.add(part.clockStyles);
      return { part, words: await wordsOf(host, part.requestTerms) };
    });
    this.rating = new Late(host, async () => {
      const part = await import('../rating/rating.ts');
      options.styles.add(part.ratingStyles);
      return new part.Rating(host, {
        words: await wordsOf(host, part.ratingTerms),
        client: options.client,
        key: () => this.needKey(),
        rated: (view) => this.takeRated(view),
      });
    });
    this.downloads = new Downloads(host, async (id, signal) => {
      const file = { ...this.needKey(), id };
      const read = this.progress?.kind === 'request' ? downloadAttachment : downloadCaseAttachment;
      return (await read(options.client(), file, { signal })).blob;
    });
    host.addController(this);
  }

  hostConnected(): void {
    if (this.progress && !this.watching) this.watch();
  }

  hostDisconnected(): void {
    this.watching?.abort();
    this.watching = undefined;
  }

  /** Fetches what an open page will need, while number and code are being looked up. */
  prepare(): void {
    const client = this.options.client();
    if (this.calendar.current.state === 'idle') {
      void this.calendar.run((signal) => getCalendar(client, { signal }));
    }
    this.clock.want();
  }

  /** What a number has led to can be drawn: its code is there, and if it comes soon the clock too. */
  async ready({ kind }: Progress): Promise<void> {
    if (kind === 'request') this.request.want();
    await Promise.all([
      this.words.ready(),
      this.calendar.endedWithin(clockWait),
      kind === 'request' ? this.request.endedWithin(pageWait) : this.clock.endedWithin(clockWait),
    ]);
  }

  show(key: CaseKey, progress: Progress): void {
    this.key = key;
    this.unfolded.clear();
    this.news = undefined;
    this.stale = false;
    this.take(progress);
    this.watch();
  }

  /** Forgets everything: the key, what was read, what was typed. */
  wipe(): void {
    this.hostDisconnected();
    this.progress = undefined;
    this.key = undefined;
    this.news = undefined;
    this.stale = false;
    this.downloads.wipe();
    this.rating.value?.wipe();
  }

  render(around: DoorFrame): TemplateResult | undefined {
    const { progress } = this;
    if (!progress) return undefined;
    const words = this.words.current;
    if (!words) return html`<p class="soft" role="status">${around.words.slow}</p>`;
    const frame: Frame = { ...around, words: { ...around.words, ...words } };
    const journey = this.journeyOf(progress, frame);
    if (!journey) return html`<p class="soft" role="status">${frame.words.slow}</p>`;
    return renderPage(journey, frame, {
      today: this.options.time.today,
      news: this.news?.(frame),
      stale: this.stale,
      unfolded: this.unfolded,
      clock: this.renderClock(progress, frame),
      reading: renderReading({
        host: this.host,
        words: frame.words,
        language: frame.language,
        selector: '.page',
      }),
      leave: this.options.leave,
      print: (page) =>
        printAlone(page, this.host.renderRoot as ShadowRoot, this.options.styles.all),
      toggle: (phase) => {
        if (!this.unfolded.delete(phase)) this.unfolded.add(phase);
        this.host.requestUpdate();
      },
    });
  }

  private journeyOf(progress: Progress, frame: Frame): Journey | undefined {
    const { downloads: files, options } = this;
    if (progress.kind === 'request') {
      const request = spoken(this.request);
      const offers = { files, statusUrl: options.statusUrl() };
      return request?.part.requestJourney(progress.view, frame, request.terms, offers);
    }
    const { view } = progress;
    return caseJourney(view, frame, {
      files,
      guide: this.renderGuide(view, frame),
      rating: () => {
        this.rating.want();
        return this.rating.value?.render(frame) ?? nothing;
      },
    });
  }

  private renderGuide(
    { matter: { id, known } }: CaseView,
    { words, mode }: Frame,
  ): TemplateResult | undefined {
    const address = this.options.guideUrl();
    if (!known || address === undefined || mode === 'kiosk') return undefined;
    return html`<a
      class="link no-print"
      href=${address.replace('{id}', encodeURIComponent(id))}
      @click=${(event: Event) => {
        if (!this.options.guideOpening(id)) event.preventDefault();
      }}
      >${words.guide}</a
    >`;
  }

  private renderClock(progress: Progress, frame: Frame): unknown {
    const calendar = latestValue(this.calendar.current);
    if (!calendar) return undefined;
    const { today } = this.options.time;
    if (progress.kind === 'request') {
      const request = spoken(this.request);
      return request?.part.renderRequestClock(progress.view, calendar, today, frame, request.terms);
    }
    const clock = spoken(this.clock);
    return clock?.part.renderCaseClock(progress.view, calendar, today, frame, clock.terms);
  }

  private take(progress: Progress): void {
    this.progress = progress;
    this.options.time.tell(progress.view.asOf);
    this.host.requestUpdate();
  }

  private takeRated(view: CaseView): void {
    this.take({ kind: 'case', view });
    this.watch();
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>('#rated')?.focus(),
    );
    this.options.rated();
  }

  /** Follows it for as long as it is on show; what comes is said, the focus stays. */
  private watch(): void {
    this.watching?.abort();
    const watching = new AbortController();
    this.watching = watching;
    void this.follow(watching.signal);
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const { progress } = this;
    if (!progress) return;
    const onFailure = (error: unknown): void => {
      this.stale = error !== undefined;
      this.host.requestUpdate();
    };
    try {
      const view = { ...progress, watch: progress.view.watch };
      const views = watchProgress(this.options.client(), this.needKey(), {
        signal,
        view,
        onFailure,
      });
      for await (const newer of views) {
        if (signal.aborted) return;
        this.hear(newer);
        this.take(newer);
      }
    } catch {
      if (!signal.aborted) onFailure(true);
    }
  }

  /** What has changed, in one sentence. */
  private hear(newer: Progress): void {
    if (newer.kind === 'request') {
      const { view } = newer;
      this.news = (frame) => {
        const request = spoken(this.request);
        return request?.part.requestStatusName(view, frame, request.terms) ?? view.status;
      };
      return;
    }
    const { view } = newer;
    const before = this.progress?.kind === 'case' ? this.progress.view : undefined;
    const step = view.steps.find(({ state }) => state === 'current')?.name;
    const stepBefore = before?.steps.find(({ state }) => state === 'current')?.name;
    const sameStatus = before?.status === view.status;
    if (sameStatus && view.rating && !before.rating) return;
    this.news = ({ words }) =>
      sameStatus && step !== undefined && step !== stepBefore ? step : caseStatusName(view, words);
  }

  private needKey(): CaseKey {
    if (!this.key) throw new Error('Nothing is open.');
    return this.key;
  }
}
