import { listFields as listEndpoint, type FieldList } from '@open-info/contract/fields';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';

/** Fields of disclosure (领域), in the order of the catalog. */
export function listFields(client: Client, options?: RequestOptions): Call<FieldList> {
  return call(client, listEndpoint, {}, options);
}
