import type { LitElement, ReactiveController } from 'lit';

export interface TurningOptions {
  /** How many pages there are now. */
  pages: () => number;
  /** How long each is shown, seconds. */
  seconds: () => number;
  /** A hall machine: nobody else has a keyboard here, and nobody comes back to what they stopped. */
  isKiosk: () => boolean;
  /** Once a second while the screen is seen. */
  beat: () => void;
}

/** Why another page is shown. */
export type TurnedBy = 'time' | 'person';

/** Seconds a page is shown where the page's author gave no number. */
const usualSeconds = 12;
/** Seconds without a sign of somebody until the pages turn again. */
const restSeconds = 20;
/** Seconds without one until a hall machine forgets that somebody stopped it. */
const forgottenSeconds = 120;

const signs = ['pointerdown', 'pointermove', 'keydown', 'focusin'] as const;

/**
 * 翻页: pages that turn by themselves until somebody stops them (WCAG 2.2.2), stand still while somebody
 * touches the screen or is inside with the keyboard, and go on afterwards. Arrow keys step, the
 * space bar stops. Time is counted in beats, so that a machine that slept does not race.
 */
export class Turning implements ReactiveController {
  page = 0;
  isPaused = false;
  private readonly host: LitElement;
  private readonly options: TurningOptions;
  private readonly turned: ((by: TurnedBy) => void) | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;
  private shown = 0;
  private quiet = restSeconds;
  private isByKeyboard = false;

  /** @param turned another page is about to be drawn */
  constructor(host: LitElement, options: TurningOptions, turned?: (by: TurnedBy) => void) {
    this.host = host;
    this.options = options;
    this.turned = turned;
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(this.beat, 1000);
    for (const sign of signs) this.host.addEventListener(sign, this.touch);
    window.addEventListener('keydown', this.onKey);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    for (const sign of signs) this.host.removeEventListener(sign, this.touch);
    window.removeEventListener('keydown', this.onKey);
  }

  /** The pages turn by themselves now. */
  get isRunning(): boolean {
    return !this.isPaused && !this.isHeld && this.options.pages() > 1;
  }

  turn(by: number, cause: TurnedBy = 'person'): void {
    const pages = Math.max(1, this.options.pages());
    const page = (this.page + by + pages) % pages;
    this.shown = 0;
    if (page === this.page) return;
    this.page = page;
    this.turned?.(cause);
    this.host.requestUpdate();
  }

  readonly togglePause = (): void => {
    this.isPaused = !this.isPaused;
    // Who says to go on is not to be waited for.
    if (!this.isPaused) this.quiet = restSeconds;
    this.shown = 0;
    this.host.requestUpdate();
  };

  private get isHeld(): boolean {
    if (this.quiet < restSeconds) return true;
    const isInside = this.host.shadowRoot?.activeElement != null;
    return this.isByKeyboard && isInside && !this.options.isKiosk();
  }

  private readonly beat = (): void => {
    if (document.hidden) return;
    this.options.beat();
    this.become(() => {
      this.quiet += 1;
      if (this.options.isKiosk() && this.quiet >= forgottenSeconds) this.isPaused = false;
    });
    if (!this.isRunning) return;
    this.shown += 1;
    if (this.shown >= Math.max(1, this.options.seconds() || usualSeconds)) this.turn(1, 'time');
  };

  private readonly touch = (event: Event): void => {
    this.become(() => {
      this.quiet = 0;
      this.isByKeyboard =
        event.type === 'keydown' || (this.isByKeyboard && event.type === 'focusin');
    });
  };

  /** Draws anew only where it makes a difference. */
  private become(change: () => void): void {
    const { isRunning, isPaused } = this;
    change();
    if (isRunning !== this.isRunning || isPaused !== this.isPaused) this.host.requestUpdate();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const isInside = event.composedPath().includes(this.host);
    const isNowhere = document.activeElement === document.body && this.options.isKiosk();
    if (!isInside && !isNowhere) return;
    if (!this.answers(event.key)) return;
    event.preventDefault();
    this.touch(event);
  };

  private answers(key: string): boolean {
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      this.turn(key === 'ArrowRight' ? 1 : -1);
      return true;
    }
    // On a button the space bar presses the button.
    if (key !== ' ' || this.host.shadowRoot?.activeElement != null) return false;
    this.togglePause();
    return true;
  }
}
