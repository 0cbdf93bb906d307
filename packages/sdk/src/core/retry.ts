import { isOpenInfoError, type OpenInfoError } from '../errors.ts';

/** Longest wait a service can ask of us, ms. */
export const longestWait = 15_000;
const firstPause = 300;
const longestPause = 4_000;

/**
 * How long to wait before trying again, ms; undefined: give up now. A wait that would end after the
 * deadline is refused at once, because the caller learns the same without waiting.
 *
 * @param failed how many attempts have failed, from 1
 * @param remaining time left for the whole call, ms
 */
export function pauseBefore(
  error: OpenInfoError,
  failed: number,
  remaining: number,
): number | undefined {
  if (!error.retryable) return undefined;
  const asked = isOpenInfoError(error, 'http') ? error.retryAfterMs : undefined;
  if (asked !== undefined) return asked < remaining ? Math.min(asked, longestWait) : undefined;
  const pause = Math.random() * Math.min(longestPause, firstPause * 2 ** (failed - 1));
  return pause < remaining ? pause : undefined;
}
