import { weekdayOf } from '@open-info/contract/calendar-days';
import { getHealth } from '@open-info/sdk/health';
import { html, nothing, type CSSResult, type ReactiveController, type TemplateResult } from 'lit';
import { formatInstant } from '../../base/moment.ts';
import { renderQr } from '../../base/qr.ts';
import { ServiceTime } from '../../clock-view/service-time.ts';
import type { Providing } from '../../controllers/providing.ts';
import { TermsController } from '../../controllers/terms.ts';
import { controls } from '../../themes/controls.styles.ts';
import { tokens } from '../../themes/tokens.styles.ts';
import {
  KioskLeavingEvent,
  KioskOpenedEvent,
  KioskWipedEvent,
  KioskWipingEvent,
  type WipeCause,
} from '../kiosk.events.ts';
import { kioskTerms, type KioskTerms } from '../kiosk.terms.ts';
import type { Kiosk } from '../kiosk.ts';
import { frameLook } from './frame.styles.ts';
import { Keyboard } from './keyboard.ts';
import { linkOf, wayOf } from './leaving.ts';
import { Resting } from './resting.ts';
import { Scrolling } from './scrolling.ts';
import { Views } from './views.ts';

/** Styles to be put into the element once this is here. */
export const frameStyles: readonly CSSResult[] = [tokens, controls, frameLook];

/** Milliseconds until the time is asked for again: after an answer, and after none. */
const asking = { answered: 3_600_000, silent: 30_000 };

/** What `<oi-kiosk>` draws around its content, fetched after its first drawing. */
export class Frame implements ReactiveController {
  private readonly host: Kiosk;
  private readonly providing: Providing;
  private readonly words: TermsController<KioskTerms>;
  private readonly time: ServiceTime;
  private readonly views: Views;
  private readonly scrolling: Scrolling;
  private readonly keyboard: Keyboard;
  private readonly resting: Resting;
  /** The address shown in place of the page that was not opened. */
  private stopped: string | undefined;
  /** What had the focus before a notice took it. */
  private before: Element | null | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private calling: AbortController | undefined;
  private asked: unknown;

  constructor(host: Kiosk, providing: Providing) {
    this.host = host;
    this.providing = providing;
    this.words = new TermsController(host, kioskTerms);
    this.time = new ServiceTime(host);
    this.views = new Views(host);
    this.scrolling = new Scrolling(host);
    this.keyboard = new Keyboard(host, {
      isWanted: () => host.keyboard !== 'off',
      shown: (field) => this.scrolling.show(field),
    });
    this.resting = new Resting(host, {
      quietSeconds: () => host.idleSeconds,
      expired: () => this.wipe('idle'),
    });
    host.addController(this);
    this.catchUp();
  }

  hostConnected(): void {
    this.host.addEventListener('click', this.onClick);
    this.host.addEventListener('auxclick', this.onClick);
    this.host.addEventListener('submit', this.onSubmit);
    this.host.addEventListener('keydown', this.onKey);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.host.removeEventListener('click', this.onClick);
    this.host.removeEventListener('auxclick', this.onClick);
    this.host.removeEventListener('submit', this.onSubmit);
    this.host.removeEventListener('keydown', this.onKey);
    clearTimeout(this.timer);
    this.calling?.abort();
    this.asked = undefined;
  }

  hostUpdate(): void {
    const client = this.providing.current;
    // An element is drawn once more after it was taken away.
    if (client === this.asked || !this.host.isConnected) return;
    this.asked = client;
    void this.askTime();
  }

  /** A notice takes the focus while it is there, and gives it back. */
  hostUpdated(): void {
    const button = this.host.renderRoot.querySelector<HTMLElement>('.notice .button');
    if (button && this.before === undefined) {
      this.before = focusedNow();
      button.focus({ preventScroll: true });
    } else if (!button && this.before !== undefined) {
      const { before } = this;
      this.before = undefined;
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    }
  }

  render(): TemplateResult {
    const words = this.words.current;
    const { isAtStart } = this.views;
    if (!words) return html`<slot name="start"></slot><slot ?hidden=${isAtStart}></slot>`;
    const { canMove, isTall } = this.scrolling;
    const isLow = this.host.reach === 'low' && isTall;
    return html`<div
      class="kiosk"
      lang=${this.words.language}
      data-shape=${isTall ? 'tall' : 'wide'}
      ?data-low=${isLow}
      ?data-start=${isAtStart}
      ?data-keyed=${this.keyboard.field !== undefined}
    >
      ${this.views.isTold && !isLow ? nothing : this.renderHead(words)}
      ${isLow ? html`<p class="frame lift" data-mode="kiosk">${words.lowered}</p>` : nothing}
      <div
        class="stage"
        part="stage"
        tabindex=${canMove ? '0' : '-1'}
        role="group"
        aria-label=${this.heading(words)}
      >
        <div class="end"></div>
        <div class="content" part="content">
          <slot name="start" ?hidden=${!isAtStart} @slotchange=${this.redraw}></slot>
          <slot ?hidden=${isAtStart}></slot>
        </div>
        <div class="end"></div>
      </div>
      ${this.renderBar(words, isLow)} ${this.keyboard.render(words)} ${this.renderNotice(words)}
    </div>`;
  }

  /** Makes everything inside new, unless the page does so itself, and goes back to the start. */
  wipe(cause: WipeCause): void {
    const { host } = this;
    this.keyboard.hide();
    this.stopped = undefined;
    this.before &&= null;
    host.reach = 'whole';
    if (host.dispatchEvent(new KioskWipingEvent(cause))) this.views.renew();
    else this.views.close();
    this.scrolling.toTop();
    this.resting.forget();
    host.requestUpdate();
    void host.updateComplete.then(() => this.focusOn('.stage'));
    host.dispatchEvent(new KioskWipedEvent(cause));
  }

  /** Somebody was quicker than this part of the element: what was touched opens, and the address forgets it. */
  private catchUp(): void {
    if (!this.views.open(location.hash.slice(1))) return;
    // eslint-disable-next-line no-restricted-globals -- takes away only what a link of the start has put there
    history.replaceState(history.state, '', location.pathname + location.search);
    this.host.dispatchEvent(new KioskOpenedEvent(this.views.current));
  }

  private readonly redraw = (): void => this.host.requestUpdate();

  private heading(words: KioskTerms): string {
    return this.host.heading ?? words.heading;
  }

  /** Title, date and time of day: the service's, for the clock of a hall machine is often wrong. */
  private renderHead(words: KioskTerms): TemplateResult {
    const { time } = this;
    const [date = '', clock = ''] = formatInstant(new Date(time.now).toISOString()).split(' ');
    return html`<div class="frame head" part="head" data-mode="kiosk">
      <p class="title" role="heading" aria-level=${this.host.headingLevel}>
        ${this.heading(words)}
      </p>
      ${
        time.isTold
          ? html`<p class="now">
              <span>${date} ${words.weekdays[weekdayOf(date) - 1]}</span> <b>${clock}</b>
            </p>`
          : nothing
      }
    </div>`;
  }

  private renderBar(words: KioskTerms, isLow: boolean): TemplateResult | typeof nothing {
    const { isAtStart, hasStart } = this.views;
    const { canMove, isTall } = this.scrolling;
    if (isAtStart && !canMove && !isTall) return nothing;
    const reach = isLow ? words.raise : words.lower;
    return html`<div
      class="frame bar"
      part="bar"
      data-mode="kiosk"
      role="group"
      aria-label=${words.moves}
      @mousedown=${(event: Event) => event.preventDefault()}
    >
      ${
        isAtStart
          ? nothing
          : html`<button class="button primary" type="button" @click=${() => this.wipe('person')}>
              ${hasStart ? words.home : words.finish}
            </button>`
      }
      ${canMove ? this.renderMoves(words) : nothing}
      ${
        isTall
          ? html`<button
              class="button reach"
              type="button"
              aria-pressed=${String(isLow)}
              @click=${this.turnReach}
            >
              ${reach}
            </button>`
          : nothing
      }
    </div>`;
  }

  private renderMoves({ up, down }: KioskTerms): TemplateResult {
    const { canUp, canDown } = this.scrolling;
    const move = (by: 1 | -1, word: string, can: boolean) =>
      html`<button
        class="button move ${by < 0 ? 'up' : 'down'}"
        type="button"
        aria-disabled=${can ? nothing : 'true'}
        @click=${() => this.scrolling.move(by)}
      >
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d=${by < 0 ? 'M5 15.5 12 8l7 7.5' : 'M5 8.5 12 16l7-7.5'}></path></svg
        ><span class="word">${word}</span>
      </button>`;
    return html`${move(-1, up, canUp)}${move(1, down, canDown)}`;
  }

  private renderNotice(words: KioskTerms): TemplateResult | typeof nothing {
    const { left } = this.resting;
    if (left !== undefined && !this.views.isAtStart) return this.renderIdle(words, left);
    return this.stopped === undefined ? nothing : this.renderStopped(words, this.stopped);
  }

  private renderIdle(words: KioskTerms, left: number): TemplateResult {
    return html`<div
      class="frame notice"
      part="notice"
      data-mode="kiosk"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="notice-title"
      aria-describedby="notice-text"
    >
      <div class="notice-box">
        <p class="notice-title" id="notice-title">${words.idleTitle}</p>
        <p class="notice-left" aria-hidden="true">${left}</p>
        <p id="notice-text">${words.idleText(left)}</p>
        <button class="button primary" type="button">${words.stay}</button>
      </div>
    </div>`;
  }

  private renderStopped(words: KioskTerms, address: string): TemplateResult {
    return html`<div
      class="frame notice"
      part="notice"
      data-mode="kiosk"
      role="dialog"
      aria-modal="true"
      aria-labelledby="notice-title"
      aria-describedby="notice-text"
    >
      <div class="notice-box notice-coded">
        <p class="notice-title" id="notice-title">${words.awayTitle}</p>
        <p id="notice-text">${words.awayText}</p>
        ${renderQr(address, words.awayQr)}
        <p class="notice-address">${address}</p>
        <button class="button primary" type="button" @click=${this.goOn}>${words.awayBack}</button>
      </div>
    </div>`;
  }

  private readonly turnReach = (): void => {
    this.host.reach = this.host.reach === 'low' ? 'whole' : 'low';
  };

  private readonly onClick = (event: Event): void => {
    const link = event.defaultPrevented ? undefined : linkOf(event);
    const way = link && wayOf(link.href);
    if (!way) return;
    if ('away' in way) this.stop(event, way.away);
    else if (this.views.open(way.part)) this.enter(event);
  };

  /** A plain form of the page; those of our elements never leave. */
  private readonly onSubmit = (event: Event): void => {
    if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
    const way = wayOf(event.target.action);
    if (way && 'away' in way) this.stop(event, way.away);
  };

  private enter(event: Event): void {
    event.preventDefault();
    this.scrolling.toTop();
    this.host.requestUpdate();
    this.host.dispatchEvent(new KioskOpenedEvent(this.views.current));
    void this.host.updateComplete.then(() => this.focusOn('.stage'));
  }

  private stop(event: Event, address: string): void {
    if (!this.host.dispatchEvent(new KioskLeavingEvent(address))) return;
    event.preventDefault();
    this.stopped = address;
    this.host.requestUpdate();
  }

  private readonly goOn = (): void => {
    this.stopped = undefined;
    this.host.requestUpdate();
  };

  /** A notice has one button: there is nowhere else to go. */
  private readonly onKey = (event: KeyboardEvent): void => {
    if (this.stopped === undefined) return;
    if (event.key === 'Escape') this.goOn();
    else if (event.key === 'Tab') event.preventDefault();
  };

  private focusOn(selector: string): void {
    this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  private async askTime(): Promise<void> {
    clearTimeout(this.timer);
    this.calling?.abort();
    const client = this.providing.current;
    if (!client) return;
    const calling = new AbortController();
    this.calling = calling;
    const isTold = await getHealth(client, { signal: calling.signal })
      .withResponse()
      .then(({ response }) => {
        this.time.tell(response.headers.get('date'));
        this.host.requestUpdate();
        return true;
      })
      .catch(() => false);
    if (calling.signal.aborted) return;
    this.timer = setTimeout(() => void this.askTime(), isTold ? asking.answered : asking.silent);
  }
}

/** What has the focus, in whatever shadow root it lies. */
function focusedNow(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
