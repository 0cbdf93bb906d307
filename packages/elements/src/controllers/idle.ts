import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearest } from '../base/nearest.ts';

/** An element that is looked after. */
export type IdleHost = ReactiveControllerHost & Element;

export interface IdleOptions {
  /** Whether there is anything to protect; nothing is counted otherwise. */
  active: () => boolean;
  /** Seconds without a touch until the countdown is shown. */
  quietSeconds: () => number;
  /** Nobody came: wipe everything. */
  expired: () => void;
}

/** Seconds a countdown is shown before the screen is wiped. */
export const countdownSeconds = 60;

const signs = ['pointerdown', 'keydown', 'input', 'wheel', 'touchstart'] as const;

/**
 * A hall screen somebody walked away from: after a quiet time a countdown is shown, any touch takes
 * it back, and when it ends the element wipes itself. Within a frame that counts for everything inside
 * it (`data-oi-watched`) an element counts nothing.
 */
export class IdleController implements ReactiveController {
  /** Seconds left of the countdown; undefined while somebody is there. */
  left: number | undefined;
  private readonly host: IdleHost;
  private readonly options: IdleOptions;
  private touchedAt = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: IdleHost, options: IdleOptions) {
    this.host = host;
    this.options = options;
    host.addController(this);
  }

  hostConnected(): void {
    for (const sign of signs) window.addEventListener(sign, this.touch, true);
    this.touchedAt = performance.now();
    this.timer = setInterval(this.look, 1000);
  }

  hostDisconnected(): void {
    for (const sign of signs) window.removeEventListener(sign, this.touch, true);
    clearInterval(this.timer);
    this.left = undefined;
  }

  /** Somebody is there. */
  readonly touch = (): void => {
    this.touchedAt = performance.now();
    this.show(undefined);
  };

  private readonly look = (): void => {
    const watched = nearest(this.host, '[data-oi-watched]') ?? this.host;
    if (watched !== this.host || !this.options.active()) {
      this.touch();
      return;
    }
    const quiet = (performance.now() - this.touchedAt) / 1000 - this.options.quietSeconds();
    if (quiet < 0) return;
    if (quiet < countdownSeconds) {
      this.show(Math.ceil(countdownSeconds - quiet));
      return;
    }
    this.touch();
    this.options.expired();
  };

  private show(left: number | undefined): void {
    if (left === this.left) return;
    this.left = left;
    this.host.requestUpdate();
  }
}
