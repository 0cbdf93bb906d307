import { getOrgan, listOrgans } from '@open-info/contract/organs';
import { ProblemError } from '../http/problem.ts';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { findOrgan, findOrgans } from './store.ts';

/** 机关: the organs that disclose. */
export function organsRoutes(service: Service): Route[] {
  return [
    route(listOrgans, async ({ query }) => ({
      items: await findOrgans(service.db, query),
      updatedAt: service.published.updatedAt,
    })),
    route(getOrgan, async ({ params }) => {
      const organ = await findOrgan(service.db, params.id);
      if (organ) return organ;
      throw new ProblemError('not-found', {
        detail: {
          zh: `没有编号为“${params.id}”的机关。可从 /api/v1/organs 查看全部机关。`,
          en: `There is no organ "${params.id}". See /api/v1/organs for all of them.`,
        },
      });
    }),
  ];
}
