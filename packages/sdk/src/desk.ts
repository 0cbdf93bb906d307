import {
  fileAtDesk as fileEndpoint,
  getDeskAttachment as attachmentEndpoint,
  getDeskRequest as getEndpoint,
  getReplyDraft as templateEndpoint,
  listDesk as listEndpoint,
  moveAtDesk as moveEndpoint,
  type DeskAttachmentParams,
  type DeskFiling,
  type DeskMove,
  type DeskPage,
  type DeskQuery,
  type DeskRequest,
  type ReplyDraft,
} from '@open-info/contract/desk';
import type { Endpoint } from '@open-info/contract/endpoint';
import type { RequestReceipt } from '@open-info/contract/requests';
import type { Client, RequestOptions } from './client.ts';
import { toCall, type Call } from './core/call.ts';
import type { Input } from './core/encode.ts';
import type { FileAnswer } from './core/file-answer.ts';
import { listBy, type Listing } from './core/listing.ts';
import { askPrivately, askForFile } from './core/private-call.ts';
import { UsageError } from './errors.ts';

/** A bearer token, or where to get the one that holds now. */
export type TokenSource = string | (() => string | undefined | Promise<string | undefined>);

export interface DeskOptions extends RequestOptions {
  /**
   * The officer's token. It goes to the service's own address alone, never where an answer
   * redirects to, and stands in no log line and no error.
   */
  token?: TokenSource | undefined;
}

/** A client with the token of its officer, as `createOpenInfo` makes it. */
export interface DeskClient extends Client {
  readonly token?: TokenSource | undefined;
}

const noToken = (message: string) =>
  new UsageError(`The token ${message}.`, {
    fields: [{ field: 'token', message, expected: 'a bearer token' }],
  });

/** Asked anew for each call. Whatever its function fails with may hold a token and is not kept. */
async function tokenOf(source: TokenSource | undefined): Promise<string | undefined> {
  if (typeof source !== 'function') return source;
  try {
    return await source();
  } catch {
    throw noToken('could not be got');
  }
}

/** The options of the call with its token; without one they are left as they are. */
async function signed(
  client: DeskClient,
  { token: source, ...options }: DeskOptions,
): Promise<RequestOptions> {
  const token = await tokenOf(source ?? client.token);
  if (token === undefined) return options;
  if (!/^[\w.~+/-]+=*$/.test(token)) throw noToken('has characters that no token has');
  return { ...options, headers: { Authorization: `Bearer ${token}`, ...options.headers } };
}

/** Asks for an officer, with the token of the client or of the call. */
export async function askAtDesk<R>(
  client: DeskClient,
  endpoint: Endpoint<unknown, unknown, unknown, R>,
  input: Input,
  options: DeskOptions,
) {
  return askPrivately(client, endpoint, input, await signed(client, options));
}

/** 待办: the requests an officer may see, those due first. */
export function listDesk(
  client: DeskClient,
  query: DeskQuery = {},
  options: DeskOptions = {},
): Listing<DeskPage> {
  return listBy(listEndpoint, query, (following) =>
    askAtDesk(client, listEndpoint, { query: following }, options),
  );
}

/** 办件: one request, as the office sees it. */
export function getDeskRequest(
  client: DeskClient,
  number: string,
  options: DeskOptions = {},
): Call<DeskRequest> {
  return toCall(askAtDesk(client, getEndpoint, { params: { number } }, options));
}

/**
 * 收件、代填: files a request that came by another way, or writes one down for somebody (art. 29).
 * The same `idempotencyKey` never files twice.
 */
export function fileAtDesk(
  client: DeskClient,
  filing: DeskFiling,
  options: DeskOptions = {},
): Call<RequestReceipt> {
  return toCall(askAtDesk(client, fileEndpoint, { body: filing }, options));
}

/**
 * Takes a step of the procedure.
 * @throws ConflictError `illegal-move` with the article when the law does not allow it now
 */
export function moveAtDesk(
  client: DeskClient,
  number: string,
  move: DeskMove,
  options: DeskOptions = {},
): Call<DeskRequest> {
  return toCall(askAtDesk(client, moveEndpoint, { params: { number }, body: move }, options));
}

/** The letter for an outcome, with what is known filled in. */
export function getReplyDraft(
  client: DeskClient,
  number: string,
  outcome: string,
  options: DeskOptions = {},
): Call<ReplyDraft> {
  return toCall(askAtDesk(client, templateEndpoint, { params: { number, outcome } }, options));
}

/** Asks for a file for an officer. */
export async function askFileAtDesk(
  client: DeskClient,
  endpoint: Endpoint,
  params: object,
  options: DeskOptions,
) {
  return askForFile(client, endpoint, { params }, await signed(client, options));
}

/** A file of a request. */
export function downloadDeskAttachment(
  client: DeskClient,
  params: DeskAttachmentParams,
  options: DeskOptions = {},
): Call<FileAnswer> {
  return toCall(askFileAtDesk(client, attachmentEndpoint, params, options));
}
