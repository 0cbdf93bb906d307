import { listAreas } from './areas.ts';
import {
  catalogExportUrl,
  getCatalogItem,
  listCatalog,
  listCatalogChanges,
  listCatalogVersions,
  suggestCatalog,
} from './catalog.ts';
import { createClient, type Client, type ClientOptions } from './client.ts';
import { outsideBrowser } from './core/runtime.ts';
import { etagMemory } from './etag-memory.ts';
import { listFields } from './fields.ts';
import { getHealth, getReadiness } from './health.ts';
import { getOrgan, listOrgans } from './organs.ts';
import { kyTransport } from './transport-ky.ts';

export * from './errors.ts';
export { latest } from './latest.ts';
export { isKnown, type Open } from '@open-info/contract/shape';
export {
  audienceScopes,
  catalogElements,
  catalogFilters,
  catalogMethods,
  catalogSorts,
  catalogTiers,
  changeReasons,
  exportFormats,
} from '@open-info/contract/catalog';
export { areaLevels } from '@open-info/contract/areas';
export { organKinds } from '@open-info/contract/organs';
export { problemCodes } from '@open-info/contract/problem';
export { timeLimitKinds, timeLimitUnits } from '@open-info/contract/time-limit';
export type * from '@open-info/contract/areas';
export type * from '@open-info/contract/catalog';
export type * from '@open-info/contract/fields';
export type * from '@open-info/contract/health';
export type * from '@open-info/contract/organs';
export type * from '@open-info/contract/problem';
export type * from '@open-info/contract/time-limit';
export type { CatalogVersionList } from './catalog.ts';
export type * from './client.ts';
export type { Call } from './core/call.ts';
export type { Listing, ListPage } from './core/listing.ts';

/** A function of this package with its client already given. */
function bind<A extends unknown[], R>(
  client: Client,
  ask: (client: Client, ...args: A) => R,
): (...args: A) => R {
  return (...args) => ask(client, ...args);
}

/**
 * Every call of the service by name: `api.catalog.list({ q: '预算' })`. It stands on ky, and in Node
 * remembers answers by their ETag. A widget that needs few calls takes `createClient` and the
 * functions of `@open-info/sdk/catalog` instead.
 *
 * @throws UsageError when `baseUrl` is no address
 */
export function createOpenInfo(options: ClientOptions) {
  const middleware = [...(options.middleware ?? []), ...(outsideBrowser() ? [etagMemory()] : [])];
  const client = createClient({ transport: kyTransport, ...options, middleware });
  return {
    /** For the functions of the subpaths. */
    client,
    /** 公开事项标准目录. */
    catalog: {
      list: bind(client, listCatalog),
      get: bind(client, getCatalogItem),
      changes: bind(client, listCatalogChanges),
      versions: bind(client, listCatalogVersions),
      suggest: bind(client, suggestCatalog),
      exportUrl: bind(client, catalogExportUrl),
    },
    /** 机关. */
    organs: { list: bind(client, listOrgans), get: bind(client, getOrgan) },
    /** 区、街道、社区. */
    areas: { list: bind(client, listAreas) },
    /** 领域. */
    fields: { list: bind(client, listFields) },
    /** 服务状态. */
    health: { live: bind(client, getHealth), ready: bind(client, getReadiness) },
  };
}

export type OpenInfo = ReturnType<typeof createOpenInfo>;
