import type { Endpoint } from '@open-info/contract/endpoint';
import type { Client, RequestOptions, Result } from '../client.ts';
import { DecodeError, isOpenInfoError } from '../errors.ts';
import type { Input, Wire } from './encode.ts';
import { readFile, type FileAnswer } from './file-answer.ts';

/**
 * A firewall's notice may repeat what was sent, and so may the reason of a failed parse: neither is
 * kept in an error that a page may log.
 */
function withoutText(error: unknown): unknown {
  if (!isOpenInfoError(error, 'decode')) return error;
  const plain = new DecodeError('The answer is no JSON.', error.contentType, '');
  return Object.assign(plain, { context: error.context });
}

/** Asks with what is private: nothing of it goes where an answer redirects to, or into an error. */
export function askPrivately<R>(
  client: Client,
  endpoint: Endpoint<unknown, unknown, unknown, R>,
  input: Input,
  options?: RequestOptions,
): Promise<Result<R>> {
  const wire: Wire = { ...input.wire, init: { redirect: 'error' } };
  return client.call(endpoint, { ...input, wire }, options).catch((error: unknown) => {
    throw withoutText(error);
  });
}

/** The same for a file. */
export function askForFile(
  client: Client,
  endpoint: Endpoint,
  input: Input,
  options: RequestOptions = {},
): Promise<Result<FileAnswer>> {
  const declared = endpoint as Endpoint<unknown, unknown, unknown, FileAnswer>;
  const headers = { Accept: '*/*', ...options.headers };
  const wire: Wire = { read: readFile };
  return askPrivately<FileAnswer>(client, declared, { ...input, wire }, { ...options, headers });
}
