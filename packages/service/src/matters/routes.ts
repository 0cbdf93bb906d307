import {
  getChecklist,
  getMatter,
  getMatterFile,
  getMatterLinkedData,
  listMatters,
} from '@open-info/contract/matters';
import { readingOf } from '../documents/public.ts';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import {
  getChecklist as readChecklist,
  getMatter as readMatter,
  getMatterFile as readFile,
} from './get.ts';
import { linkedDataOf } from './linked-data.ts';
import { listMatters as readPage } from './list.ts';
import { pageOfMatter } from './page.ts';

/** 办事指南: found, narrowed to one person's list, and taken along. */
export function mattersRoutes(service: Service): Route[] {
  return [
    route(listMatters, ({ query }) =>
      readPage(readingOf(service), query, service.published.updatedAt),
    ),
    route(getMatter, ({ params }) => readMatter(readingOf(service), params.id)),
    route(getChecklist, ({ params, query }) => readChecklist(readingOf(service), params.id, query)),
    route(getMatterFile, ({ params }) =>
      readFile(service, readingOf(service), params.id, params.file),
    ),
    route(getMatterLinkedData, async ({ params, request }) => {
      const matter = await readMatter(readingOf(service), params.id);
      const pageOf = (id: string) => new URL(pageOfMatter(service.settings, id), request.url).href;
      return {
        contentType: 'application/ld+json',
        fileName: `${matter.id}.jsonld`,
        inline: true,
        body: JSON.stringify(linkedDataOf(matter, pageOf)),
      };
    }),
  ];
}
