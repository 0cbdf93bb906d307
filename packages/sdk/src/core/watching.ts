import { getWatched, type WatchTicket } from '@open-info/contract/watch';
import type { Client } from '../client.ts';
import { AbortedError, isOpenInfoError, type OpenInfoError } from '../errors.ts';
import { rest } from './rest.ts';

/** What can be watched: a view that carries a ticket. */
export interface Watchable {
  watch: WatchTicket;
}

export interface WatchOptions<V extends Watchable> {
  /** Ends the watch, which then fails with an AbortedError. */
  signal?: AbortSignal | undefined;
  /** What was tracked a moment ago; then the first view given is the first that differs from it. */
  view?: V | undefined;
  /** Told of every view before it is given. */
  onChange?: ((view: V) => void) | undefined;
  /** Told when asking failed and will be tried again; undefined when it works again. */
  onFailure?: ((error: OpenInfoError | undefined) => void) | undefined;
  /** Shortest time between two questions, ms; 5,000 unless given. */
  interval?: number | undefined;
  /** Longest time between two questions while nothing happens, ms; 60,000 unless given. */
  longest?: number | undefined;
}

/** Asks for the view itself. */
export type ViewSource<V> = (options: {
  signal?: AbortSignal | undefined;
  maxRetries: number;
}) => PromiseLike<V>;

/** Some of a time, so that pages opened together do not ask together. */
const jittered = (milliseconds: number) => milliseconds * (0.75 + Math.random() / 2);

/** A ticket that has ended, by the service's clock: the view brings a new one. */
const isUnknownTicket = (error: unknown) =>
  isOpenInfoError(error, 'http') && [401, 403, 404, 410].includes(error.status);

/** The view, when it is not the one we have; a new ticket alone is taken over without a word. */
class Watch<V extends Watchable> {
  private readonly client: Client;
  private readonly source: ViewSource<V>;
  private readonly signal: AbortSignal | undefined;
  private ticket: WatchTicket | undefined;

  constructor(client: Client, source: ViewSource<V>, { signal, view }: WatchOptions<V>) {
    this.client = client;
    this.source = source;
    this.signal = signal;
    this.ticket = view?.watch;
  }

  async changed(): Promise<V | undefined> {
    const before = this.ticket;
    if (before && !(await this.differs(before))) return undefined;
    const view = await this.source({ signal: this.signal, maxRetries: 0 });
    this.ticket = view.watch;
    return view.watch.tag === before?.tag ? undefined : view;
  }

  /** A public read without headers: in browsers their cache asks with the ETag, without a preflight. */
  private async differs({ ticket, tag }: WatchTicket): Promise<boolean> {
    const { signal } = this;
    const input = { params: { ticket }, wire: { init: { cache: 'no-cache' } } } as const;
    try {
      const { data } = await this.client.call(getWatched, input, { signal, maxRetries: 0 });
      return data.tag !== tag;
    } catch (error) {
      if (isUnknownTicket(error)) return true;
      throw error;
    }
  }
}

/**
 * Every view: the one now, then each that differs, for as long as it is iterated. Asks after
 * 5 seconds, then ever less often to once a minute while nothing happens; not while the page is
 * hidden, and at once when it is seen again. What may pass is tried again, `Retry-After` respected.
 *
 * @throws OpenInfoError that trying again would not mend, AbortedError
 */
export async function* watchView<V extends Watchable>(
  client: Client,
  source: ViewSource<V>,
  options: WatchOptions<V> = {},
): AsyncGenerator<V, never, undefined> {
  const { signal, onChange, onFailure, interval = 5_000, longest = 60_000 } = options;
  const watch = new Watch(client, source, options);
  let pause = interval;
  let isFailing = false;
  if (options.view) await rest(jittered(pause), 0, signal);
  for (;;) {
    if (signal?.aborted) throw new AbortedError(signal.reason);
    let asked = 0;
    try {
      const view = await watch.changed();
      if (isFailing) onFailure?.(undefined);
      isFailing = false;
      pause = view ? interval : Math.min(pause * 1.5, longest);
      if (view) {
        onChange?.(view);
        yield view;
      }
    } catch (error) {
      if (!isOpenInfoError(error) || !error.retryable) throw error;
      isFailing = true;
      onFailure?.(error);
      pause = Math.min(pause * 2, longest);
      asked = (isOpenInfoError(error, 'http') ? error.retryAfterMs : undefined) ?? 0;
    }
    await rest(Math.max(jittered(pause), asked), asked, signal);
  }
}

/**
 * Waits until a view is as wanted.
 * @throws OpenInfoError that trying again would not mend, AbortedError
 */
export async function waitForView<V extends Watchable>(
  client: Client,
  source: ViewSource<V>,
  until: (view: V) => boolean,
  options: WatchOptions<V> = {},
): Promise<V> {
  if (options.view && until(options.view)) return options.view;
  for await (const view of watchView(client, source, options)) if (until(view)) return view;
  throw new AbortedError();
}
