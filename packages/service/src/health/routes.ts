import { setTimeout as pause } from 'node:timers/promises';
import { getHealth, getReadiness } from '@open-info/contract/health';
import { ProblemError } from '../http/problem.ts';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { version } from '../version.ts';
import { holdsCatalog } from './store.ts';

const notReady = (zh: string, en: string, cause?: unknown) =>
  new ProblemError('unavailable', { detail: { zh, en }, headers: { 'Retry-After': '5' }, cause });

/** A database that takes longer is as good as none, and who asks does not wait for ever. */
const patienceMs = 3_000;

async function isFilled(service: Service): Promise<boolean> {
  const late = pause(patienceMs, undefined, { ref: false }).then(() => {
    throw new Error(`no answer from the database within ${patienceMs} ms`);
  });
  return Promise.race([holdsCatalog(service.db), late]);
}

/** Whether the process lives, and whether it can answer. */
export function healthRoutes(service: Service): Route[] {
  return [
    route(getHealth, async () => ({ status: 'ok', version })),
    route(getReadiness, async () => {
      const filled = await isFilled(service).catch((cause: unknown) => {
        throw notReady('数据库没有应答。', 'The database does not answer.', cause);
      });
      if (filled) return { status: 'ok', version };
      throw notReady(
        '数据库中还没有目录。请先导入：open-info import catalog 文件。',
        'The database holds no catalog yet. Import one: open-info import catalog FILE.',
      );
    }),
  ];
}
