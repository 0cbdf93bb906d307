/**
 * Keeps only the newest call: each one aborts the one before it, which rejects with an
 * `AbortedError`.
 *
 * @example
 * const search = latest((options, q: string) => suggestCatalog(client, { q }, options));
 * const names = await search('预算');
 */
export function latest<A extends unknown[], R>(
  call: (options: { signal: AbortSignal }, ...args: A) => R,
): ((...args: A) => R) & { abort(): void } {
  let current: AbortController | undefined;
  const abort = () => current?.abort();
  const newest = (...args: A) => {
    abort();
    current = new AbortController();
    return call({ signal: current.signal }, ...args);
  };
  return Object.assign(newest, { abort });
}
