import type { ReactiveController, ReactiveControllerHost } from 'lit';

const shanghaiOffset = 8 * 60 * 60 * 1000;

/** How often the time is looked at, in milliseconds. */
const beat = 10_000;

/**
 * The time of the service, carried on from one of its answers: the clock of a hall screen is often
 * wrong (domain 7.4). Until an answer says what time it is, the device has to do. The element is
 * drawn again when a minute has passed.
 */
export class ServiceTime implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private told: { time: number; since: number } | undefined;
  private drawn = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(this.look, beat);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
  }

  /** @param instant what an answer says: ISO 8601, or the form of the header `Date` */
  tell(instant: string | null | undefined): void {
    const time = Date.parse(instant ?? '');
    if (!Number.isNaN(time)) this.told = { time, since: performance.now() };
  }

  /** An answer has said what time it is. */
  get isTold(): boolean {
    return this.told !== undefined;
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.told ? this.told.time + performance.now() - this.told.since : Date.now();
  }

  /** The date in Asia/Shanghai, which has kept UTC+8 since 1992. */
  get today(): string {
    return new Date(this.now + shanghaiOffset).toISOString().slice(0, 10);
  }

  private readonly look = (): void => {
    const minute = Math.floor(this.now / 60_000);
    if (minute === this.drawn) return;
    this.drawn = minute;
    this.host.requestUpdate();
  };
}
