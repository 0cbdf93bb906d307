import { pageOf } from '../pages/addresses.ts';
import type { Settings } from '../settings.ts';

/** Where a person reads a guide: the configured page, or this service's own, as a path. */
export function pageOfMatter(settings: Pick<Settings, 'matterUrl'>, id: string): string {
  return pageOf(settings, 'matters', id);
}
