import { getCleanup, listCleanups } from '@open-info/contract/cleanups';
import { readingOf } from '../documents/public.ts';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { getCleanup as readOne, listCleanups as readAll } from './store.ts';

/** 清理结果: which documents stay, were amended, abolished or have expired. */
export function cleanupsRoutes(service: Service): Route[] {
  return [
    route(listCleanups, async () => ({
      items: await readAll(readingOf(service)),
      updatedAt: service.published.updatedAt,
    })),
    route(getCleanup, ({ params }) => readOne(readingOf(service), params.id)),
  ];
}
