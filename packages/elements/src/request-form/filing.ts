import type { RequestReceipt } from '@open-info/contract/requests';
import { isOpenInfoError } from '@open-info/sdk/errors';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where a filing stands. `waiting`: no answer came; it is sent again by itself. */
export type FilingState =
  | { state: 'idle'; cancelled?: boolean }
  | { state: 'sending' | 'verifying' }
  | { state: 'waiting'; offline: boolean }
  | { state: 'failed'; error: unknown }
  | { state: 'filed'; receipt: RequestReceipt; undoing?: boolean; error?: unknown }
  | { state: 'undone'; receipt: RequestReceipt };

export interface Sending {
  signal: AbortSignal;
  /** The machine does a proof of work. */
  onChallenge: () => void;
}

/** One attempt; must file the same request whenever it is called again. */
export type Send = (sending: Sending) => Promise<RequestReceipt>;

const firstWait = 3_000;
const longestWait = 60_000;
const tickMilliseconds = 10_000;

/** How long a filing may be taken back, ms; by the service's clock alone, the device's may be wrong. */
function spanOf({ submittedAt, undoUntil }: RequestReceipt): number {
  return Date.parse(undoUntil) - Date.parse(submittedAt);
}

/** No whole answer came, so nobody knows whether the request was filed. */
export function isUnanswered(error: unknown): boolean {
  return isOpenInfoError(error, 'network') || isOpenInfoError(error, 'timeout');
}

/**
 * Files a request. While no answer comes it waits and sends the same again: when the network
 * returns, after growing pauses, or when a person asks for it.
 */
export class FilingController implements ReactiveController {
  current: FilingState = { state: 'idle' };
  private readonly host: ReactiveControllerHost;
  private readonly settled: (state: FilingState) => void;
  private running: AbortController | undefined;
  /** When the filing can no longer be taken back, by the page's own clock, ms. */
  private undoBy = 0;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private wake: (() => void) | undefined;

  /** @param settled called when a filing ends: filed, or failed for good */
  constructor(host: ReactiveControllerHost, settled: (state: FilingState) => void) {
    this.host = host;
    this.settled = settled;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.tryNow);
    if (this.current.state === 'filed') this.tick();
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.tryNow);
    clearInterval(this.ticking);
    if (this.isUnderWay) this.cancel();
  }

  get isUnderWay(): boolean {
    return ['sending', 'verifying', 'waiting'].includes(this.current.state);
  }

  async submit(send: Send): Promise<void> {
    if (this.isUnderWay) return;
    const running = new AbortController();
    this.running = running;
    const isOver = (): boolean => running.signal.aborted;
    const become = (state: FilingState): void => {
      if (!isOver()) this.become(state);
    };
    for (let wait = firstWait; !isOver(); wait = Math.min(wait * 2, longestWait)) {
      try {
        if (navigator.onLine) {
          become({ state: 'sending' });
          const onChallenge = (): void => become({ state: 'verifying' });
          const receipt = await send({ signal: running.signal, onChallenge });
          if (isOver()) return;
          this.undoBy = performance.now() + spanOf(receipt);
          this.tick();
          this.end({ state: 'filed', receipt });
          return;
        }
      } catch (error) {
        if (isOver()) return;
        if (!isUnanswered(error)) {
          this.end({ state: 'failed', error });
          return;
        }
      }
      become({ state: 'waiting', offline: !navigator.onLine });
      await this.pause(wait);
    }
  }

  /** Sends again without waiting any longer. */
  readonly tryNow = (): void => {
    this.wake?.();
  };

  /** Stops waiting. What was sent may have arrived all the same. */
  cancel(): void {
    this.running?.abort();
    this.wake?.();
    this.become({ state: 'idle', cancelled: true });
  }

  clear(): void {
    clearInterval(this.ticking);
    this.running?.abort();
    this.wake?.();
    this.become({ state: 'idle' });
  }

  /** Minutes left to take the filing back; 0 when it is too late. */
  get undoMinutes(): number {
    return Math.max(0, Math.ceil((this.undoBy - performance.now()) / 60_000));
  }

  /** 撤销: takes the filing back. */
  async undo(ask: (receipt: RequestReceipt) => Promise<unknown>): Promise<boolean> {
    const { current } = this;
    if (current.state !== 'filed' || current.undoing) return false;
    const { receipt } = current;
    this.become({ state: 'filed', receipt, undoing: true });
    try {
      await ask(receipt);
      this.become({ state: 'undone', receipt });
      return true;
    } catch (error) {
      this.become({ state: 'filed', receipt, error });
      return false;
    }
  }

  private tick(): void {
    clearInterval(this.ticking);
    this.ticking = setInterval(() => this.host.requestUpdate(), tickMilliseconds);
  }

  private end(state: FilingState): void {
    this.become(state);
    this.settled(state);
  }

  private become(state: FilingState): void {
    this.current = state;
    this.host.requestUpdate();
  }

  private async pause(milliseconds: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      // Without a network only its return helps.
      if (navigator.onLine) timer = setTimeout(resolve, milliseconds);
    });
    clearTimeout(timer);
    this.wake = undefined;
  }
}
