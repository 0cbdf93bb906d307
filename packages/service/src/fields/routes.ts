import { listFields } from '@open-info/contract/fields';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { readFields } from './store.ts';

/** 领域: the fields of disclosure. */
export function fieldsRoutes(service: Service): Route[] {
  return [
    route(listFields, async () => ({
      items: await readFields(service.db),
      updatedAt: service.published.updatedAt,
    })),
  ];
}
