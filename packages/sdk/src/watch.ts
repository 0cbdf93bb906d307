import type { RequestKey, RequestView } from '@open-info/contract/requests';
import type { Client } from './client.ts';
import { waitForView, watchView, type ViewSource, type WatchOptions } from './core/watching.ts';
import { trackRequest } from './requests.ts';

export type { WatchOptions } from './core/watching.ts';

const viewOf =
  (client: Client, key: RequestKey): ViewSource<RequestView> =>
  (options) =>
    trackRequest(client, key, options);

/**
 * Every view of a request: the one now, then each that differs, for as long as it is iterated.
 * Asks after 5 seconds, then ever less often to once a minute while nothing happens; not while the
 * page is hidden, and at once when it is seen again. What may pass is tried again, `Retry-After`
 * respected.
 *
 * @throws OpenInfoError that trying again would not mend, AbortedError
 * @example for await (const view of watchRequest(client, key, { signal })) show(view);
 */
export function watchRequest(
  client: Client,
  key: RequestKey,
  options?: WatchOptions<RequestView>,
): AsyncGenerator<RequestView, never, undefined> {
  return watchView(client, viewOf(client, key), options);
}

/**
 * Waits until a request is as wanted: `waitForRequest(client, key, ({ reply }) => reply !== undefined)`.
 * @throws OpenInfoError that trying again would not mend, AbortedError
 */
export function waitForRequest(
  client: Client,
  key: RequestKey,
  until: (view: RequestView) => boolean,
  options?: WatchOptions<RequestView>,
): Promise<RequestView> {
  return waitForView(client, viewOf(client, key), until, options);
}
