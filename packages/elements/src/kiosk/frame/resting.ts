import type { LitElement, ReactiveController } from 'lit';
import { IdleController } from '../../controllers/idle.ts';

export interface RestingOptions {
  /** Seconds without a touch until the countdown; 0: nothing is counted. */
  quietSeconds: () => number;
  expired: () => void;
}

const signs = ['pointerdown', 'keydown'] as const;
/** Milliseconds in which the click of a touch comes. */
const clickTime = 400;

/**
 * Counts for everything inside: the elements leave it to the frame as long as it counts. The notice
 * stays until the touch that answers it is over, or the click would go to what lies beneath.
 */
export class Resting implements ReactiveController {
  private readonly host: LitElement;
  private readonly options: RestingOptions;
  private readonly idle: IdleController;
  private isUsed = false;
  private released: ReturnType<typeof setTimeout> | undefined;
  private last = 0;

  constructor(host: LitElement, options: RestingOptions) {
    this.host = host;
    this.options = options;
    // Before the one that counts hears of a touch.
    host.addController(this);
    this.idle = new IdleController(host, {
      active: () => this.isUsed && options.quietSeconds() > 0,
      quietSeconds: options.quietSeconds,
      expired: () => {
        this.forget();
        options.expired();
      },
    });
  }

  hostConnected(): void {
    for (const sign of signs) window.addEventListener(sign, this.onSign, true);
  }

  hostDisconnected(): void {
    for (const sign of signs) window.removeEventListener(sign, this.onSign, true);
    clearTimeout(this.released);
    this.released = undefined;
    delete this.host.dataset.oiWatched;
  }

  hostUpdate(): void {
    this.host.toggleAttribute('data-oi-watched', this.options.quietSeconds() > 0);
  }

  /** Seconds left; undefined while somebody is there. */
  get left(): number | undefined {
    return this.idle.left ?? (this.released === undefined ? undefined : this.last);
  }

  /** Nobody has been here. */
  forget(): void {
    this.isUsed = false;
  }

  private readonly onSign = (event: Event): void => {
    this.isUsed = true;
    const { left } = this.idle;
    if (left === undefined || event.type === 'keydown') return;
    this.last = left;
    clearTimeout(this.released);
    this.released = setTimeout(() => {
      this.released = undefined;
      this.host.requestUpdate();
    }, clickTime);
  };
}
