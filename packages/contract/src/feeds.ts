import * as z from 'zod/mini';
import type { DocumentParams } from './documents.ts';
import { endpoint } from './endpoint.ts';
import { shape } from './shape.ts';

export interface FeedParams {
  /**
   * `all`, `organ-` and the id of an organ, or `topic-` and a topic; then `.atom` (RFC 4287) or
   * `.json` (JSON Feed 1.1): `all.atom`, `organ-civil-affairs.json`, `topic-养老服务.atom`.
   */
  feed: string;
}

export const getFeed = endpoint({
  id: 'feeds.get',
  method: 'GET',
  path: '/feeds/{feed}',
  summary: 'The latest documents and interpretations of all, of an organ or on a topic, to follow',
  params: shape<FeedParams>()(z.object({ feed: z.string() })),
  files: ['application/atom+xml', 'application/feed+json'],
  access: 'public',
  caching: 'published',
});

export const getSitemap = endpoint({
  id: 'feeds.sitemap',
  method: 'GET',
  path: '/sitemap.xml',
  summary: 'Addresses of all published documents with their last change, for search engines',
  files: ['application/xml'],
  access: 'public',
  caching: 'published',
});

const DocumentParamsSchema = shape<DocumentParams>()(z.object({ id: z.string() }));

export const getArticle = endpoint({
  id: 'documents.article',
  method: 'GET',
  path: '/documents/{id}/article',
  summary: 'A document as rich text without scripts, to paste into an article of WeChat',
  params: DocumentParamsSchema,
  files: ['text/html'],
  access: 'public',
  caching: 'published',
});

export const getLinkedData = endpoint({
  id: 'documents.linkedData',
  method: 'GET',
  path: '/documents/{id}/linked-data',
  summary: 'A document as schema.org Legislation in JSON-LD',
  params: DocumentParamsSchema,
  files: ['application/ld+json'],
  access: 'public',
  caching: 'published',
});
