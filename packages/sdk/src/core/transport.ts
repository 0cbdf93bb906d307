import { isOpenInfoError, TimeoutError, type OpenInfoError } from '../errors.ts';

/** A request that its transport must bring to an answer. */
export interface Exchange {
  url: string;
  init: RequestInit;
  /** Longest time for one attempt, body included, ms. */
  timeout: number;
  /** Attempts after the first. */
  retries: number;
  /** Fires when the caller gave up or the deadline passed. */
  signal: AbortSignal;
  /**
   * Sends once, through the middleware, and reads the whole answer.
   * @throws OpenInfoError for everything but a good answer
   */
  send: (request: Request) => Promise<Response>;
  /**
   * How long to wait before the next attempt, ms; undefined when there must be none.
   * @param attempt how many have failed, from 1
   */
  wait: (error: OpenInfoError, attempt: number) => number | undefined;
}

/**
 * Brings an exchange to an answer: limits each attempt in time, repeats where `wait` says so, and
 * stops when `signal` fires. `fetchTransport` is the small one; `kyTransport` stands on ky.
 */
export type Transport = (exchange: Exchange) => Promise<Response>;

/** Waits; ends early, without failing, when the signal fires. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/** One attempt within its time, under a signal of its own so that its end cancels the request. */
async function attempt({ url, init, timeout, signal, send }: Exchange): Promise<Response> {
  const controller = new AbortController();
  const request = new Request(url, { ...init, signal: controller.signal });
  const stop = () => controller.abort();
  signal.addEventListener('abort', stop);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimeoutError('attempt', timeout));
      stop();
    }, timeout);
  });
  try {
    return await Promise.race([send(request), tooLong]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** The transport of widgets: fetch, a timer and a loop. */
export const fetchTransport: Transport = async (exchange) => {
  for (let failed = 1; ; failed++) {
    try {
      return await attempt(exchange);
    } catch (error) {
      const given = isOpenInfoError(error) && !exchange.signal.aborted;
      const pause = given ? exchange.wait(error, failed) : undefined;
      if (pause === undefined || failed > exchange.retries) throw error;
      await sleep(pause, exchange.signal);
      if (exchange.signal.aborted) throw error;
    }
  }
};
