import { listAreas } from './areas.ts';
import {
  exportCatalog,
  getCatalogItem,
  listCatalog,
  listCatalogChanges,
  listCatalogVersions,
  suggestCatalog,
} from './catalog.ts';
import { listFields } from './fields.ts';
import { getHealth, getReadiness } from './health.ts';
import { getOrgan, listOrgans } from './organs.ts';

/** Every endpoint there is: what the service must mount and the API description lists. */
export const endpoints = [
  listOrgans,
  getOrgan,
  listAreas,
  listFields,
  listCatalog,
  getCatalogItem,
  listCatalogChanges,
  listCatalogVersions,
  suggestCatalog,
  exportCatalog,
  getHealth,
  getReadiness,
] as const;
