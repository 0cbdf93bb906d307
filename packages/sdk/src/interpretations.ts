import {
  getInterpretation as getEndpoint,
  getInterpretationFile as fileEndpoint,
  listInterpretations as listEndpoint,
  type Interpretation,
  type InterpretationListQuery,
  type InterpretationPage,
} from '@open-info/contract/interpretations';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';
import { list, type Listing } from './core/listing.ts';

/** Interpretations of policies (政策解读), the latest first. */
export function listInterpretations(
  client: Client,
  query: InterpretationListQuery = {},
  options?: RequestOptions,
): Listing<InterpretationPage> {
  return list(client, listEndpoint, query, options);
}

/**
 * One interpretation, whole.
 * @throws NotFoundError when there is none, or it is not released
 */
export function getInterpretation(
  client: Client,
  id: string,
  options?: RequestOptions,
): Call<Interpretation> {
  return call(client, getEndpoint, { params: { id } }, options);
}

/** The address of a file of an interpretation, for a link or a picture. */
export function interpretationFileUrl(client: Client, id: string, file: string): string {
  return client.url(fileEndpoint, { params: { id, file } });
}
