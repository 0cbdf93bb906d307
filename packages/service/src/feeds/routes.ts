import { getArticle, getFeed, getLinkedData, getSitemap } from '@open-info/contract/feeds';
import { getDocument } from '../documents/get.ts';
import { pageOfDocument } from '../documents/page.ts';
import { readingOf } from '../documents/public.ts';
import { pagesToTell } from '../pages/addresses.ts';
import { route, type Call, type Route } from '../http/route.ts';
import type { AnyEndpoint } from '@open-info/contract/endpoint';
import type { Service } from '../service.ts';
import { articleOf } from './article.ts';
import { feedEntries, readFeedName } from './entries.ts';
import { linkedDataOf } from './linked-data.ts';
import { sitemapPages } from './sitemap.ts';
import { atomOf, jsonFeedOf, sitemapOf } from './write.ts';

type Asked = Pick<Call<AnyEndpoint>, 'request'>;

/** Nothing of such a page runs or asks for anything but pictures, wherever it is opened. */
const articlePolicy = "default-src 'none'; img-src 'self'; sandbox allow-popups";

/** Documents for others to take: feeds, the sitemap, articles and linked data. */
export function feedsRoutes(service: Service): Route[] {
  // Feeds and sitemaps are read far from here, so their addresses are whole.
  const addressFor =
    ({ request }: Asked) =>
    (id: string): string =>
      new URL(pageOfDocument(service.settings, id), request.url).href;
  return [
    route(getFeed, async (call) => {
      const reading = readingOf(service);
      const { scope, format } = await readFeedName(reading, call.params.feed);
      const addressOf = addressFor(call);
      const self = new URL(call.request.url);
      self.search = '';
      const head = {
        self: self.href,
        scope,
        updatedAt: service.published.updatedAt,
        pageOf: ({ documentId, id }: { documentId: string | undefined; id: string }) =>
          documentId === undefined
            ? new URL(
                `/api/v1/interpretations/${encodeURIComponent(id.split(':').at(-1) ?? '')}`,
                self,
              ).href
            : addressOf(documentId),
      };
      const entries = await feedEntries(reading, scope);
      return {
        contentType:
          format === 'atom'
            ? 'application/atom+xml; charset=utf-8'
            : 'application/feed+json; charset=utf-8',
        fileName: call.params.feed,
        inline: true,
        body: format === 'atom' ? atomOf(head, entries) : jsonFeedOf(head, entries),
      };
    }),
    route(getSitemap, (call) =>
      Promise.resolve({
        contentType: 'application/xml; charset=utf-8',
        fileName: 'sitemap.xml',
        inline: true,
        body: sitemapOf(
          sitemapPages(readingOf(service), pagesToTell(service.settings, call.request.url)),
        ),
      }),
    ),
    route(getArticle, async ({ params, answerHeaders }) => {
      const document = await getDocument(readingOf(service), params.id);
      answerHeaders.set('Content-Security-Policy', articlePolicy);
      const own = `/api/v1/documents/${encodeURIComponent(document.id)}`;
      return {
        contentType: 'text/html; charset=utf-8',
        fileName: `${document.title}.html`,
        inline: true,
        body: articleOf(document, { file: (id) => `${own}/files/${encodeURIComponent(id)}` }),
      };
    }),
    route(getLinkedData, async (call) => {
      const document = await getDocument(readingOf(service), call.params.id);
      return {
        contentType: 'application/ld+json; charset=utf-8',
        fileName: `${document.id}.jsonld`,
        inline: true,
        body: JSON.stringify(linkedDataOf(document, addressFor(call))),
      };
    }),
  ];
}
