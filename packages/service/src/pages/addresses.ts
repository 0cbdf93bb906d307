import type { Settings } from '../settings.ts';
import { hasRenderer, type Noun } from './renderer.ts';

type Configured = Partial<Pick<Settings, 'itemUrl' | 'documentUrl' | 'matterUrl' | 'pages'>>;

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

/**
 * Whole addresses of the records that have a page, for whoever reads them far from here. Documents have one
 * in any case; guides and items where they are drawn here, or the operator names one.
 */
export function pagesToTell(
  settings: Configured,
  url: string,
): Partial<Record<Noun, (id: string) => string>> {
  const pageFor = (noun: Noun) => (id: string) => new URL(pageOf(settings, noun, id), url).href;
  const isDrawn = hasRenderer(settings);
  return {
    policies: pageFor('policies'),
    ...((isDrawn || settings.matterUrl !== undefined) && { matters: pageFor('matters') }),
    ...((isDrawn || settings.itemUrl !== undefined) && { catalog: pageFor('catalog') }),
  };
}
