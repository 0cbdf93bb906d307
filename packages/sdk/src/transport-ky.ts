import ky, { isTimeoutError } from 'ky';
import type { Exchange, Transport } from './core/transport.ts';
import { isOpenInfoError, TimeoutError } from './errors.ts';

/** Why a call to ky failed, in our errors. */
function translate(error: unknown, { timeout }: Exchange): unknown {
  return isTimeoutError(error) ? new TimeoutError('attempt', timeout, error) : error;
}

/**
 * The transport of Node and of whole applications, standing on ky. Waiting times come from the
 * exchange, because ky would sleep out the whole deadline where we refuse at once.
 */
export const kyTransport: Transport = async (exchange) => {
  let pause = 0;
  try {
    return await ky(exchange.url, {
      ...exchange.init,
      signal: exchange.signal,
      timeout: exchange.timeout,
      throwHttpErrors: false,
      fetch: (input) => exchange.send(input as Request),
      retry: {
        limit: exchange.retries,
        methods: [(exchange.init.method ?? 'GET').toLowerCase() as 'get'],
        delay: () => pause,
        shouldRetry: ({ error, retryCount }) => {
          const failure = translate(error, exchange);
          if (!isOpenInfoError(failure) || exchange.signal.aborted) return false;
          const wait = exchange.wait(failure, retryCount);
          pause = wait ?? 0;
          return wait !== undefined;
        },
      },
    });
  } catch (error) {
    throw translate(error, exchange);
  }
};
