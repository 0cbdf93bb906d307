import type { Settings } from '../settings.ts';

/** Where a person reads a guide: the configured page, or, without one, what this service says of it. */
export function pageOfMatter({ matterUrl }: Pick<Settings, 'matterUrl'>, id: string): string {
  const written = encodeURIComponent(id);
  return matterUrl?.replaceAll('{id}', written) ?? `/api/v1/matters/${written}`;
}
