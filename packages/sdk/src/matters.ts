import {
  getChecklist as checklistEndpoint,
  getMatter as getEndpoint,
  getMatterFile as fileEndpoint,
  getMatterLinkedData as linkedDataEndpoint,
  listMatters as listEndpoint,
  type Checklist,
  type Matter,
  type MatterListQuery,
  type MatterPage,
} from '@open-info/contract/matters';
import type { Answers } from '@open-info/contract/matter-checklist';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';
import { list, type Listing } from './core/listing.ts';

export { checklistOf, isExempt, type Answers } from '@open-info/contract/matter-checklist';

/** Searches and filters service matters (政务服务事项) and bundles (一件事). */
export function listMatters(
  client: Client,
  query: MatterListQuery = {},
  options?: RequestOptions,
): Listing<MatterPage> {
  return list(client, listEndpoint, query, options);
}

/**
 * One matter with all a person has to know beforehand (办事指南).
 * @param id its id, or its 实施编码
 * @throws NotFoundError when there is none
 */
export function getMatter(client: Client, id: string, options?: RequestOptions): Call<Matter> {
  return call(client, getEndpoint, { params: { id } }, options);
}

/**
 * 一次性告知: all that has to be brought, at once. `checklistOf` gives the same list from a matter that
 * was read before.
 * @param answers the chosen option of each question answered
 */
export function getChecklist(
  client: Client,
  id: string,
  answers: Answers = {},
  options?: RequestOptions,
): Call<Checklist> {
  const answer = Object.entries(answers).map(([question, option]) => `${question}:${option}`);
  const query = answer.length > 0 ? { answer } : {};
  return call(client, checklistEndpoint, { params: { id }, query }, options);
}

/** The address of a blank form or a sample, for a link. */
export function matterFileUrl(client: Client, id: string, file: string): string {
  return client.url(fileEndpoint, { params: { id, file } });
}

/** The address of a matter as schema.org GovernmentService in JSON-LD. */
export function matterLinkedDataUrl(client: Client, id: string): string {
  return client.url(linkedDataEndpoint, { params: { id } });
}
