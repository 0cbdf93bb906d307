import { getWatched } from '@open-info/contract/watch';
import { readCaseRevision } from '../cases/store.ts';
import { ProblemError } from '../http/problem.ts';
import { route, type Route } from '../http/route.ts';
import { readRevision as readRequestRevision } from '../requests/store.ts';
import type { Service } from '../service.ts';
import { readTicket, tagOf, type WatchedNoun } from './tickets.ts';

/** How each noun tells that something changed: a number that grows. */
const revisions: Record<
  WatchedNoun,
  (db: Service['db'], id: string) => Promise<number | undefined>
> = { requests: readRequestRevision, cases: readCaseRevision };

/** 进度有无变化. */
export function watchRoutes(service: Service): Route[] {
  return [
    route(getWatched, async ({ params }) => {
      const watched = readTicket(service, params.ticket);
      const revision = watched && (await revisions[watched.noun](service.db, watched.id));
      if (revision !== undefined) return { tag: tagOf(service, revision) };
      throw new ProblemError('not-found', {
        detail: {
          zh: '查询凭据已过期，请用编号和查询码重新查询。',
          en: 'The ticket has ended; ask again with number and code.',
        },
      });
    }),
  ];
}
