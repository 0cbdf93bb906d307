import type { Settings } from '../settings.ts';
import type { Noun } from './renderer.ts';

type Configured = Partial<Pick<Settings, 'itemUrl' | 'documentUrl' | 'matterUrl'>>;

/** Page of a record of each noun with `{id}`: the operator's, else this service's own. */
export function pageAddresses({
  itemUrl,
  documentUrl,
  matterUrl,
}: Configured): Readonly<Record<Noun, string>> {
  return {
    catalog: itemUrl ?? '/catalog/{id}',
    policies: documentUrl ?? '/policies/{id}',
    matters: matterUrl ?? '/matters/{id}',
  };
}

/** Where a person reads a record: whole, or a path of this service. */
export function pageOf(settings: Configured, noun: Noun, id: string): string {
  return pageAddresses(settings)[noun].replaceAll('{id}', encodeURIComponent(id));
}
