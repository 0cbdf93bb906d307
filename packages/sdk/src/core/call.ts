import type { Endpoint } from '@open-info/contract/endpoint';
import type { Client, RequestOptions, Result } from '../client.ts';
import type { Input } from './encode.ts';

/** The data of a call, and on request the HTTP answer it came in. Awaiting twice asks once. */
export interface Call<T> extends Promise<T> {
  withResponse(): Promise<Result<T>>;
}

/** An answer on its way, as a promise of its data. */
export function toCall<R>(result: Promise<Result<R>>): Call<R> {
  const data = result.then((answer) => answer.data);
  const withResponse = () => {
    data.catch(() => undefined);
    return result;
  };
  return Object.assign(data, { withResponse });
}

/** A call as a promise of its data. */
export function call<P, Q, B, R>(
  client: Client,
  endpoint: Endpoint<P, Q, B, R>,
  input: Input & { params?: P; query?: Q; body?: B },
  options?: RequestOptions,
): Call<R> {
  return toCall(client.call(endpoint, input, options));
}
