import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where a request stands. `previous` is the last good answer, kept while and after it is replaced. */
export type Load<T> =
  | { state: 'idle'; previous?: T | undefined }
  | { state: 'loading'; slow: boolean; previous?: T | undefined }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown; previous?: T | undefined };

export type Request<T> = (signal: AbortSignal) => Promise<T>;

/** A load is called slow, and may be shown, after this many milliseconds. */
export const slowAfter = 200;

/** The last good answer of a load, whatever it is doing now. */
export function latestValue<T>(load: Load<T>): T | undefined {
  return load.state === 'ready' ? load.value : load.previous;
}

/**
 * The one load state: the newest request wins, it is aborted when the element is removed and asked
 * again when it is put back, and asked again by itself when the network returns. A failure is never
 * kept: `retry()` always asks anew.
 */
export class LoadController<T> implements ReactiveController {
  current: Load<T> = { state: 'idle' };
  private readonly host: ReactiveControllerHost;
  private readonly settled: ((load: Load<T>) => void) | undefined;
  private readonly isWaitShown: boolean;
  private request: Request<T> | undefined;
  private running: AbortController | undefined;
  private ending: Promise<void> | undefined;

  /**
   * @param settled called once for each request that ends as the newest one
   * @param isWaitShown false where the host draws nothing while it is on its way
   */
  constructor(host: ReactiveControllerHost, settled?: (load: Load<T>) => void, isWaitShown = true) {
    this.host = host;
    this.settled = settled;
    this.isWaitShown = isWaitShown;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.onOnline);
    if (this.current.state === 'loading' && this.request) void this.run(this.request);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.onOnline);
    this.running?.abort();
  }

  /** Asks, and abandons whatever was asked before. */
  run(request: Request<T>): Promise<void> {
    this.ending = this.perform(request);
    return this.ending;
  }

  /** Settles when the newest request has ended, or after so many milliseconds. */
  async endedWithin(milliseconds: number): Promise<void> {
    if (this.current.state !== 'loading') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)));
    await Promise.race([this.ending, patience]);
    clearTimeout(timer);
  }

  /** Asks the last question again. */
  retry(): void {
    if (this.request) void this.run(this.request);
  }

  /** Forgets question and answer. */
  clear(): void {
    this.running?.abort();
    this.request = undefined;
    this.current = { state: 'idle' };
    this.host.requestUpdate();
  }

  private async perform(request: Request<T>): Promise<void> {
    this.running?.abort();
    this.running = new AbortController();
    this.request = request;
    const { signal } = this.running;
    const previous = latestValue(this.current);
    const become = (load: Load<T>): void => {
      if (signal.aborted) return;
      this.current = load;
      const isWaiting = load.state === 'loading';
      if (this.isWaitShown || !isWaiting) this.host.requestUpdate();
      if (!isWaiting) this.settled?.(load);
    };
    become({ state: 'loading', slow: false, previous });
    const slowTimer = setTimeout(
      () => become({ state: 'loading', slow: true, previous }),
      slowAfter,
    );
    try {
      become({ state: 'ready', value: await request(signal) });
    } catch (error) {
      become({ state: 'failed', error, previous });
    } finally {
      clearTimeout(slowTimer);
    }
  }

  private readonly onOnline = (): void => {
    if (this.current.state === 'failed') this.retry();
  };
}
