import { AbortedError, TimeoutError, type OpenInfoError } from '../errors.ts';

/** The one end of a call: its caller's signal or its deadline, whichever comes first. */
export interface Stop {
  signal: AbortSignal;
  /** Rejects with the reason when the call is to end. */
  stopped: Promise<never>;
  /** Ends the call. Browsers of our floor keep no reason on a signal, so it travels here. */
  abort(reason: OpenInfoError): void;
  /** Lets go of the deadline; must run when the call is over. */
  release(): void;
}

export function createStop(deadline: number): Stop {
  const controller = new AbortController();
  let reject: (reason: OpenInfoError) => void;
  const stopped = new Promise<never>((_, no) => (reject = no));
  stopped.catch(() => undefined);
  const abort = (reason: OpenInfoError) => {
    reject(reason);
    controller.abort();
  };
  const timer = setTimeout(() => abort(new TimeoutError('deadline', deadline)), deadline);
  return { signal: controller.signal, stopped, abort, release: () => clearTimeout(timer) };
}

/**
 * The outcome of `work` unless the caller's signal fires before it. The listener is gone as soon
 * as either has happened: a signal that lives as long as a page must not gather listeners.
 */
export function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  onAbort: () => void,
): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const listener = () => {
      reject(new AbortedError(signal.reason));
      onAbort();
    };
    signal.addEventListener('abort', listener, { once: true });
    const release = () => signal.removeEventListener('abort', listener);
    work.finally(release).then(resolve, reject);
  });
}
