import {
  getOrgan as getEndpoint,
  listOrgans as listEndpoint,
  type Organ,
  type OrganList,
  type OrganQuery,
} from '@open-info/contract/organs';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';

/** Organs that disclose, with their disclosure offices; all of them in one answer. */
export function listOrgans(
  client: Client,
  query: OrganQuery = {},
  options?: RequestOptions,
): Call<OrganList> {
  return call(client, listEndpoint, { query }, options);
}

/**
 * One organ.
 * @throws NotFoundError when there is none of this id
 */
export function getOrgan(client: Client, id: string, options?: RequestOptions): Call<Organ> {
  return call(client, getEndpoint, { params: { id } }, options);
}
