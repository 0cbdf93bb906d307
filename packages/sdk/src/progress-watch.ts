import type { CaseKey } from '@open-info/contract/cases';
import type { Client } from './client.ts';
import { watchView, type Watchable, type WatchOptions } from './core/watching.ts';
import { trackProgress, type Progress } from './progress.ts';
import type { FormOptions } from './requests.ts';

/** A progress with its ticket, as a watch needs it. */
export type WatchedProgress = Progress & Watchable;

/**
 * Every view of what a number leads to: the one now, then each that differs.
 * @throws OpenInfoError that trying again would not mend, AbortedError
 */
export function watchProgress(
  client: Client,
  key: CaseKey,
  options?: WatchOptions<WatchedProgress>,
): AsyncGenerator<WatchedProgress, never, undefined> {
  const source = async (given: FormOptions): Promise<WatchedProgress> => {
    const progress = await trackProgress(client, key, given);
    return { ...progress, watch: progress.view.watch };
  };
  return watchView(client, source, options);
}
