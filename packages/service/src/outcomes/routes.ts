import { listOutcomes } from '@open-info/contract/outcomes';
import { outcomes, reportFormat } from '@open-info/contract/outcomes-table';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';

/** 办理结果: how a request can end. */
export function outcomesRoutes(service: Service): Route[] {
  return [
    route(listOutcomes, () =>
      Promise.resolve({
        items: [...outcomes],
        reportFormat,
        updatedAt: service.published.updatedAt,
      }),
    ),
  ];
}
