import {
  exportCatalog as exportEndpoint,
  getCatalogItem as getEndpoint,
  listCatalog as listEndpoint,
  listCatalogChanges as changesEndpoint,
  listCatalogVersions as versionsEndpoint,
  suggestCatalog as suggestEndpoint,
  type CatalogChangePage,
  type CatalogChangeQuery,
  type CatalogExportQuery,
  type CatalogItem,
  type CatalogItemQuery,
  type CatalogListQuery,
  type CatalogPage,
  type CatalogVersion,
  type SuggestionList,
  type SuggestionQuery,
} from '@open-info/contract/catalog';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';
import { list, type Listing } from './core/listing.ts';

/** All editions of the catalog, with the time their list last changed. */
export interface CatalogVersionList {
  items: CatalogVersion[];
  updatedAt: string;
}

/** Searches and filters the catalog (公开事项标准目录); every page carries the counts of all filters. */
export function listCatalog(
  client: Client,
  query: CatalogListQuery = {},
  options?: RequestOptions,
): Listing<CatalogPage> {
  return list(client, listEndpoint, query, options);
}

/**
 * One item with all its elements, as it held on a date.
 * @throws NotFoundError when there is no such item on that date
 */
export function getCatalogItem(
  client: Client,
  id: string,
  query: CatalogItemQuery = {},
  options?: RequestOptions,
): Call<CatalogItem> {
  return call(client, getEndpoint, { params: { id }, query }, options);
}

/** What was added, adjusted or removed (新增、调整、取消), newest first. */
export function listCatalogChanges(
  client: Client,
  query: CatalogChangeQuery = {},
  options?: RequestOptions,
): Listing<CatalogChangePage> {
  return list(client, changesEndpoint, query, options);
}

/** Dated editions of the catalog, newest first. */
export function listCatalogVersions(
  client: Client,
  options?: RequestOptions,
): Call<CatalogVersionList> {
  return call(client, versionsEndpoint, {}, options);
}

/** Names of items that go on from what was typed. Use `latest()` to drop answers that came too late. */
export function suggestCatalog(
  client: Client,
  query: SuggestionQuery,
  options?: RequestOptions,
): Call<SuggestionList> {
  return call(client, suggestEndpoint, { query }, options);
}

/**
 * The address of a download in the official columns, for a link (条例 art. 24). A link also works
 * where a page may not save files, as in WeChat.
 * @throws UsageError when the query is wrong
 */
export function catalogExportUrl(client: Client, query: CatalogExportQuery): string {
  return client.url(exportEndpoint, { query });
}
