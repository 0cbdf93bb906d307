import { pageDocument } from './runtime.ts';

/**
 * Waits between two questions. On a hidden page there is no end to it; when the page is seen again
 * it ends at once, though never before `least`. It also ends when the signal fires.
 *
 * @param least time the service asks to be left alone, ms
 */
export function rest(
  milliseconds: number,
  least: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const page = pageDocument();
  const begun = Date.now();
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(timer);
      page?.removeEventListener('visibilitychange', turn);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const wait = (time: number) => {
      clearTimeout(timer);
      if (!page?.hidden) timer = setTimeout(end, time);
    };
    const turn = () => wait(Math.max(0, begun + least - Date.now()));
    page?.addEventListener('visibilitychange', turn);
    signal?.addEventListener('abort', end);
    wait(milliseconds);
    if (signal?.aborted) end();
  });
}
