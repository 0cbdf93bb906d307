import {
  getHealth as healthEndpoint,
  getReadiness as readinessEndpoint,
  type Health,
} from '@open-info/contract/health';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';

/** The process of the service answers. */
export function getHealth(client: Client, options?: RequestOptions): Call<Health> {
  return call(client, healthEndpoint, {}, options);
}

/**
 * The service can answer: its database is there.
 * @throws ServerError (503) while it cannot
 */
export function getReadiness(client: Client, options?: RequestOptions): Call<Health> {
  return call(client, readinessEndpoint, {}, options);
}
