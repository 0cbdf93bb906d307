import { publicDocuments, type Reading } from '../documents/public.ts';
import { publicMatters } from '../matters/public.ts';
import type { SitemapPage } from './write.ts';

/** A sitemap may have no more (sitemaps.org). */
const mostPages = 50_000;
const slice = 1_000;

/** 00:00 in Asia/Shanghai of a day. */
const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Where people read documents and guides. */
export interface PageAddresses {
  document: (id: string) => string;
  /** Absent: no page shows guides. */
  matter?: ((id: string) => string) | undefined;
}

/** Every public document, then every guide in use. */
export async function* sitemapPages(
  reading: Reading,
  pageOf: PageAddresses,
): AsyncGenerator<SitemapPage> {
  let left = mostPages;
  for await (const page of documentPages(reading, pageOf.document)) {
    left -= 1;
    yield page;
  }
  if (left > 0 && pageOf.matter) yield* matterPages(reading, pageOf.matter, left);
}

async function* matterPages(
  reading: Reading,
  pageOf: (id: string) => string,
  most: number,
): AsyncGenerator<SitemapPage> {
  const rows = await publicMatters(reading)
    .select(['m.id', 'm.updated_at'])
    .orderBy('m.id')
    .limit(most)
    .execute();
  for (const row of rows) yield { url: pageOf(row.id), changedAt: row.updated_at };
}

/**
 * Every public document, the latest first. A page also changes by itself: on the day its document
 * takes effect, is amended, ends or expires.
 */
async function* documentPages(
  reading: Reading,
  pageOf: (id: string) => string,
): AsyncGenerator<SitemapPage> {
  let last: string | undefined;
  for (let count = 0; count < mostPages; count += slice) {
    const rows = await publicDocuments(reading)
      .$if(last !== undefined, (query) => query.where('d.id', '>', last ?? ''))
      .select([
        'd.id',
        'd.updated_at',
        'd.effective_on',
        'd.amended_on',
        'd.ended_on',
        'd.expires_on',
      ])
      .orderBy('d.id')
      .limit(slice)
      .execute();
    for (const row of rows) {
      const days = [
        row.effective_on,
        row.amended_on,
        row.ended_on,
        row.expires_on && dayAfter(row.expires_on),
      ];
      const turns = days.filter(
        (day): day is string => day !== null && day !== '' && day <= reading.today,
      );
      const changedAt = [row.updated_at, ...turns.map(startOf)].sort().at(-1) ?? row.updated_at;
      yield { url: pageOf(row.id), changedAt };
    }
    last = rows.at(-1)?.id;
    if (rows.length < slice) return;
  }
}
