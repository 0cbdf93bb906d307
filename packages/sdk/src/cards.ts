import { getCard as getEndpoint, type PlainCard } from '@open-info/contract/cards';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';

/**
 * The plain card (明白卡) of a policy.
 * @param id of the document
 * @throws NotFoundError when no card can be made of it
 */
export function getCard(client: Client, id: string, options?: RequestOptions): Call<PlainCard> {
  return call(client, getEndpoint, { params: { id } }, options);
}
