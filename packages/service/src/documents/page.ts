import type { Settings } from '../settings.ts';

/**
 * Where a person reads a document: the configured page, or, without one, the readable form this
 * service has of it, as a path.
 */
export function pageOfDocument({ documentUrl }: Pick<Settings, 'documentUrl'>, id: string): string {
  const written = encodeURIComponent(id);
  return documentUrl?.replaceAll('{id}', written) ?? `/api/v1/documents/${written}/article`;
}
