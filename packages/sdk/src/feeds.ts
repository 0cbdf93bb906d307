import { getFeed, getSitemap } from '@open-info/contract/feeds';
import type { Client } from './client.ts';

/** What a feed follows: everything, the documents of an organ, or those on a topic. */
export type FeedOf = 'all' | { organ: string } | { topic: string };

function nameOf(of: FeedOf): string {
  if (of === 'all') return of;
  return 'organ' in of ? `organ-${of.organ}` : `topic-${of.topic}`;
}

/** The address of a feed, as Atom (RFC 4287) or JSON Feed 1.1. */
export function feedUrl(
  client: Client,
  of: FeedOf = 'all',
  format: 'atom' | 'json' = 'atom',
): string {
  return client.url(getFeed, { params: { feed: `${nameOf(of)}.${format}` } });
}

/** The address of the list of all published documents, for search engines. */
export function sitemapUrl(client: Client): string {
  return client.url(getSitemap);
}
