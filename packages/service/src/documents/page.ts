import { pageOf } from '../pages/addresses.ts';
import type { Settings } from '../settings.ts';

/** Where a person reads a document: the configured page, or this service's own, as a path. */
export function pageOfDocument(settings: Pick<Settings, 'documentUrl'>, id: string): string {
  return pageOf(settings, 'policies', id);
}
