import type { FeedEntry, FeedScope } from './entries.ts';
import { markup, Markup } from './markup.ts';

/** What a feed says of itself. */
export interface FeedHead {
  /** Its own address. */
  self: string;
  scope: FeedScope;
  updatedAt: string;
  /** The page of an entry. */
  pageOf: (entry: FeedEntry) => string;
}

const xmlHead = new Markup('<?xml version="1.0" encoding="utf-8"?>\n');

/** RFC 4287. */
export function atomOf(
  { self, scope, updatedAt, pageOf }: FeedHead,
  entries: readonly FeedEntry[],
): string {
  const written = entries.map(
    (entry) => markup`
  <entry>
    <id>${entry.id}</id>
    <title>${entry.title}</title>
    <link rel="alternate" href="${pageOf(entry)}"/>
    <author><name>${entry.author}</name></author>
    <published>${entry.publishedAt}</published>
    <updated>${entry.updatedAt}</updated>
    <summary>${entry.summary}</summary>${entry.topics.map(
      (topic) => markup`
    <category term="${topic}"/>`,
    )}
  </entry>`,
  );
  return markup`${xmlHead}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <id>urn:open-info:feed:${scope.kind}:${encodeURIComponent(scope.value)}</id>
  <title>${scope.title}</title>
  <link rel="self" href="${self}"/>
  <updated>${updatedAt}</updated>${written}
</feed>
`.text;
}

/** JSON Feed 1.1. */
export function jsonFeedOf(
  { self, scope, pageOf }: FeedHead,
  entries: readonly FeedEntry[],
): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: scope.title,
    language: 'zh-CN',
    feed_url: self,
    items: entries.map((entry) => ({
      id: entry.id,
      url: pageOf(entry),
      title: entry.title,
      content_text: entry.summary,
      authors: [{ name: entry.author }],
      tags: entry.topics,
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
    })),
  });
}

/** A page in a sitemap and when it last changed. */
export interface SitemapPage {
  url: string;
  changedAt: string;
}

/** A sitemap of sitemaps (sitemaps.org 0.9). */
export function sitemapIndexOf(addresses: readonly string[]): string {
  const parts = addresses.map((address) => markup`<sitemap><loc>${address}</loc></sitemap>\n`);
  return markup`${xmlHead}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${parts}</sitemapindex>
`.text;
}

/** sitemaps.org 0.9, written piece by piece. */
export async function* sitemapOf(pages: AsyncIterable<SitemapPage>): AsyncGenerator<string> {
  yield `${xmlHead.text}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n`;
  for await (const { url, changedAt } of pages) {
    yield markup`<url><loc>${url}</loc><lastmod>${changedAt}</lastmod></url>\n`.text;
  }
  yield '</urlset>\n';
}
