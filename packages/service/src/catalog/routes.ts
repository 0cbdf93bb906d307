import {
  exportCatalog as exportCatalogEndpoint,
  getCatalogItem,
  listCatalog,
  listCatalogChanges,
  listCatalogVersions,
  suggestCatalog,
} from '@open-info/contract/catalog';
import { ReadyJson, route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { exportCatalog } from './export.ts';
import { catalogReader, type ListAnswer } from './reader.ts';

/** 政务公开事项标准目录: searched, read, followed and downloaded. */
export function catalogRoutes(service: Service): Route[] {
  const reader = catalogReader(service);
  return [
    route(listCatalog, async ({ query }) => toJson(await reader.list(query))),
    route(getCatalogItem, ({ params, query }) => reader.get(params.id, query.asOf)),
    route(listCatalogChanges, ({ query }) => reader.changes(query)),
    route(listCatalogVersions, () => reader.versions()),
    route(suggestCatalog, ({ query }) => reader.suggest(query)),
    route(exportCatalogEndpoint, ({ query }) => exportCatalog(service, query)),
  ];
}

/** The items are JSON already; only what surrounds them is written here. */
function toJson({ items, ...rest }: ListAnswer): ReadyJson {
  return new ReadyJson(`{"items":[${items.join(',')}],${JSON.stringify(rest).slice(1)}`);
}
