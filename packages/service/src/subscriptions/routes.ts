import { quietFaults } from '@open-info/contract/subscription-check';
import {
  changeSubscription,
  confirmSubscription,
  getSubscriptionRules,
  stopByLink,
  stopSubscription,
  subscribe,
  viewSubscription,
  type Subscription,
} from '@open-info/contract/subscriptions';
import { ProblemError } from '../http/problem.ts';
import { route, type Route } from '../http/route.ts';
import type { Quota } from '../limits/limits.ts';
import type { Asker } from '../requests/track.ts';
import type { Service } from '../service.ts';
import { offeredChannels } from './channels/channel.ts';
import { confirmHours, consent } from './consent.ts';
import { order } from './order.ts';
import { usualQuiet } from './quiet.ts';
import { changeSettings, confirm, findSubscription, stop, viewOf } from './store.ts';
import { readToken, type TokenUse } from './tokens.ts';

/** How often one address may come with a token. */
const tokenQuota: Quota = { most: 120, perSeconds: 600 };

function notFound(): ProblemError {
  return new ProblemError('not-found', {
    detail: {
      zh: '链接已失效：没有确认的订阅已经删除，或者链接不完整。请重新订阅。',
      en: 'This link has ended: what was not confirmed is erased, or part of the link is missing. Ask for it anew.',
    },
  });
}

/** 信息主动推送: following something, and ending it. */
export function subscriptionsRoutes(service: Service): Route[] {
  const { limits, privacy, settings } = service;
  const idOf = async (asker: Asker, token: string, ...uses: TokenUse[]): Promise<string> => {
    await limits.pass(asker, 'subscriptions.token', asker.address, tokenQuota);
    const id = readToken(privacy, token, uses);
    if (id === undefined) throw notFound();
    return id;
  };
  const view = async (id: string): Promise<Subscription> => {
    const row = await findSubscription(service.db, id);
    if (!row) throw notFound();
    return viewOf(service, row);
  };

  return [
    route(getSubscriptionRules, () =>
      Promise.resolve({
        channels: offeredChannels(settings),
        consent,
        confirmHours,
        quiet: usualQuiet,
        updatedAt: service.published.updatedAt,
      }),
    ),
    route(subscribe, (call) => order(service, call, call.body)),
    route(confirmSubscription, async (call) => {
      const id = await idOf(call, call.body.token, 'holder');
      await confirm(service, id);
      const seen = await view(id);
      // It lapsed between two runs of the task that erases.
      if (seen.state === 'pending') throw notFound();
      return seen;
    }),
    route(viewSubscription, async (call) => view(await idOf(call, call.body.token, 'holder'))),
    route(stopSubscription, async (call) => {
      const id = await idOf(call, call.body.token, 'holder', 'stop');
      await stop(service, id);
      return view(id);
    }),
    route(stopByLink, async (call) => {
      const id = await idOf(call, call.params.token, 'stop');
      await stop(service, id);
      return { state: 'stopped' };
    }),
    route(changeSubscription, async (call) => {
      const { token, quiet, language } = call.body;
      const id = await idOf(call, token, 'holder');
      const errors = quietFaults(quiet);
      if (errors.length > 0) throw new ProblemError('bad-body', { errors });
      await changeSettings(service, id, { quiet, language });
      return view(id);
    }),
  ];
}
