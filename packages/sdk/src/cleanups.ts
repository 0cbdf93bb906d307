import {
  getCleanup as getEndpoint,
  listCleanups as listEndpoint,
  type Cleanup,
  type CleanupList,
} from '@open-info/contract/cleanups';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';

/** Results of clean-ups of documents (清理结果), the latest first; all of them in one answer. */
export function listCleanups(client: Client, options?: RequestOptions): Call<CleanupList> {
  return call(client, listEndpoint, {}, options);
}

/**
 * One clean-up with its decisions.
 * @throws NotFoundError when there is none
 */
export function getCleanup(client: Client, id: string, options?: RequestOptions): Call<Cleanup> {
  return call(client, getEndpoint, { params: { id } }, options);
}
