import {
  getDocument as getEndpoint,
  getDocumentFile as fileEndpoint,
  listDocuments as listEndpoint,
  type DocumentListQuery,
  type DocumentPage,
  type PolicyDocument,
} from '@open-info/contract/documents';
import { getArticle, getLinkedData } from '@open-info/contract/feeds';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';
import { list, type Listing } from './core/listing.ts';

/** Searches and filters policy documents (政策文件). */
export function listDocuments(
  client: Client,
  query: DocumentListQuery = {},
  options?: RequestOptions,
): Listing<DocumentPage> {
  return list(client, listEndpoint, query, options);
}

/**
 * One policy document, with what explains, replaced and answers it.
 * @param id its id, or its 索引号
 * @throws NotFoundError when there is none, or it is not public
 */
export function getDocument(
  client: Client,
  id: string,
  options?: RequestOptions,
): Call<PolicyDocument> {
  return call(client, getEndpoint, { params: { id } }, options);
}

/** The address of a file of a document, for a link or a picture. */
export function documentFileUrl(client: Client, id: string, file: string): string {
  return client.url(fileEndpoint, { params: { id, file } });
}

/** The address of a document as rich text without scripts, to paste into an article of WeChat. */
export function documentArticleUrl(client: Client, id: string): string {
  return client.url(getArticle, { params: { id } });
}

/** The address of a document as schema.org Legislation in JSON-LD. */
export function documentLinkedDataUrl(client: Client, id: string): string {
  return client.url(getLinkedData, { params: { id } });
}
