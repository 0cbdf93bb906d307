import { getDocument, getDocumentFile, listDocuments } from '@open-info/contract/documents';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { getDocument as readDocument, getDocumentFile as readFile } from './get.ts';
import { DocumentLists } from './list.ts';
import { readingOf } from './public.ts';

/** 政策文件: found, read and downloaded. */
export function documentsRoutes(service: Service): Route[] {
  const lists = new DocumentLists(service);
  return [
    route(listDocuments, ({ query }) => lists.list(query)),
    route(getDocument, ({ params }) => readDocument(readingOf(service), params.id)),
    route(getDocumentFile, ({ params }) =>
      readFile(service, readingOf(service), params.id, params.file),
    ),
  ];
}
