import { getChallenge } from '@open-info/contract/challenge';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';

/** 安全验证: a proof of work for who submits. */
export function challengeRoutes({ challenges }: Service): Route[] {
  return [route(getChallenge, ({ address }) => challenges.create(address))];
}
