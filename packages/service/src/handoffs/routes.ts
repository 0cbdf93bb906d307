import { createHash, randomBytes } from 'node:crypto';
import { claimHandoff, createHandoff } from '@open-info/contract/handoffs';
import { ProblemError } from '../http/problem.ts';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';

/** Long enough to take out a phone and scan; too short for a photograph to be of use later. */
const lifeMs = 10 * 60_000;
const creations = { most: 20, perSeconds: 600 };
const claims = { most: 60, perSeconds: 600 };

const hashOf = (id: string) => createHash('sha256').update(id).digest('hex');

/** Throws away what was not fetched in time. */
export async function eraseExpiredHandoffs({
  db,
  now,
}: Pick<Service, 'db' | 'now'>): Promise<void> {
  await db.deleteFrom('handoffs').where('expires_at', '<=', now().toISOString()).execute();
}

/** 扫码续填. */
export function handoffsRoutes(service: Service): Route[] {
  const { db, now, limits } = service;
  return [
    route(createHandoff, async (call) => {
      await limits.pass(call, 'handoffs.create', call.address, creations);
      await eraseExpiredHandoffs(service);
      const id = randomBytes(18).toString('base64url');
      const expiresAt = new Date(now().getTime() + lifeMs).toISOString();
      await db
        .insertInto('handoffs')
        .values({ id_hash: hashOf(id), sealed: call.body.sealed, expires_at: expiresAt })
        .execute();
      return { id, expiresAt };
    }),
    route(claimHandoff, async (call) => {
      await limits.pass(call, 'handoffs.claim', call.address, claims);
      const row = await db
        .deleteFrom('handoffs')
        .where('id_hash', '=', hashOf(call.body.id))
        .returning(['sealed', 'expires_at'])
        .executeTakeFirst();
      if (row && Date.parse(row.expires_at) > now().getTime()) return { sealed: row.sealed };
      throw new ProblemError('not-found', {
        detail: {
          zh: '二维码已经用过或者已过期，请在大厅屏幕上重新生成。',
          en: 'The code was used already or has expired; make a new one on the hall screen.',
        },
      });
    }),
  ];
}
