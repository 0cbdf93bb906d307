import { listAreas as listEndpoint, type AreaTree } from '@open-info/contract/areas';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';

/** The tree of areas: 区、街道、社区. */
export function listAreas(client: Client, options?: RequestOptions): Call<AreaTree> {
  return call(client, listEndpoint, {}, options);
}
