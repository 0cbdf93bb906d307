import { listOutcomes as outcomesEndpoint, type OutcomeList } from '@open-info/contract/outcomes';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';

/** 办理结果: how a request can end, with the articles and the letter of each. */
export function listOutcomes(client: Client, options?: RequestOptions): Call<OutcomeList> {
  return call(client, outcomesEndpoint, {}, options);
}
