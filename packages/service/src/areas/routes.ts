import { listAreas } from '@open-info/contract/areas';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { readAreaTree } from './store.ts';

/** 区、街道、社区 as a tree. */
export function areasRoutes(service: Service): Route[] {
  return [
    route(listAreas, async () => ({
      items: await readAreaTree(service.db),
      source: service.published.areaSource,
      updatedAt: service.published.updatedAt,
    })),
  ];
}
