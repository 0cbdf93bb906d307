import type { ReactiveControllerHost } from 'lit';
import { latestValue, LoadController } from './load.ts';

/** A part of an element that is fetched after its first drawing, or never. */
export class Late<T> {
  private readonly host: ReactiveControllerHost;
  private readonly load: LoadController<T>;
  private readonly fetch: () => Promise<T>;

  constructor(host: ReactiveControllerHost, fetch: () => Promise<T>) {
    this.host = host;
    this.load = new LoadController<T>(host, undefined, false);
    this.fetch = fetch;
  }

  /** The part, once it has come. */
  get value(): T | undefined {
    return latestValue(this.load.current);
  }

  /** Why it could not be fetched. */
  get error(): unknown {
    const { current } = this.load;
    return current.state === 'failed' ? current.error : undefined;
  }

  /** Fetches it again after a failure. */
  retry(): void {
    if (this.load.current.state !== 'failed') return;
    this.load.retry();
    this.host.requestUpdate();
  }

  /** Fetches it, once; again by itself when the network is back. */
  want(): void {
    if (this.load.current.state === 'idle') void this.load.run(this.fetch);
  }

  /** Settles when it has come or failed, or after so many milliseconds. */
  endedWithin(milliseconds: number): Promise<void> {
    return this.load.endedWithin(milliseconds);
  }
}
