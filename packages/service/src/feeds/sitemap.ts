import { publicDocuments, type Reading } from '../documents/public.ts';
import { publicMatters } from '../matters/public.ts';
import type { Noun } from '../pages/renderer.ts';
import type { SitemapPage } from './write.ts';

/** A sitemap may have no more (sitemaps.org). */
const mostPages = 50_000;
const slice = 1_000;

/** 00:00 in Asia/Shanghai of a day. */
const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A record with a page, and when what it shows last changed. */
interface Entry {
  id: string;
  changedAt: string;
}

/** Every public record of a noun by id, a slice after another. */
const walks: Readonly<
  Record<Noun, (reading: Reading, after: string | undefined) => Promise<Entry[]>>
> = { policies: documentsAfter, matters: mattersAfter, catalog: itemsAfter };

/** Those that have pages, in the order they are told of. */
const order: readonly Noun[] = ['policies', 'matters', 'catalog'];

/** Where people read a record; absent: no page shows records of this noun. */
export type PageAddresses = Readonly<Partial<Record<Noun, (id: string) => string>>>;

async function* entries(reading: Reading, noun: Noun): AsyncGenerator<Entry> {
  for (let last: string | undefined; ;) {
    const found = await walks[noun](reading, last);
    yield* found;
    last = found.at(-1)?.id;
    if (found.length < slice) return;
  }
}

/** Every public document, then every guide in use, then every item in force, as far as one sitemap goes. */
export async function* sitemapPages(
  reading: Reading,
  addresses: PageAddresses,
): AsyncGenerator<SitemapPage> {
  let left = mostPages;
  for (const noun of order) {
    const pageOf = addresses[noun];
    if (!pageOf) continue;
    for await (const { id, changedAt } of entries(reading, noun)) {
      if (left === 0) return;
      left -= 1;
      yield { url: pageOf(id), changedAt };
    }
  }
}

/** One part of the pages of a noun. @param part from 1 */
export async function* sitemapPart(
  reading: Reading,
  noun: Noun,
  pageOf: (id: string) => string,
  part: number,
): AsyncGenerator<SitemapPage> {
  let place = 0;
  for await (const { id, changedAt } of entries(reading, noun)) {
    place += 1;
    if (place > part * mostPages) return;
    if (place > (part - 1) * mostPages) yield { url: pageOf(id), changedAt };
  }
}

/** How many parts the pages of a noun take; at least one. */
export async function sitemapParts(reading: Reading, noun: Noun): Promise<number> {
  const counted = {
    policies: publicDocuments(reading),
    matters: publicMatters(reading),
    catalog: itemsInForce(reading),
  }[noun] as ReturnType<typeof publicMatters>;
  const { count } = await counted
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Math.max(1, Math.ceil(Number(count) / mostPages));
}

async function mattersAfter(reading: Reading, after: string | undefined): Promise<Entry[]> {
  const rows = await publicMatters(reading)
    .$if(after !== undefined, (query) => query.where('m.id', '>', after ?? ''))
    .select(['m.id', 'm.updated_at'])
    .orderBy('m.id')
    .limit(slice)
    .execute();
  return rows.map((row) => ({ id: row.id, changedAt: row.updated_at }));
}

const itemsInForce = ({ db, today }: Reading) =>
  db
    .selectFrom('catalog_revisions as r')
    .where('r.valid_from', '<=', today)
    .where((eb) => eb.or([eb('r.valid_to', 'is', null), eb('r.valid_to', '>', today)]))
    .where('r.reason', '!=', 'removed');

/** An item changes on the day its present wording takes effect. */
async function itemsAfter(reading: Reading, after: string | undefined): Promise<Entry[]> {
  const rows = await itemsInForce(reading)
    .$if(after !== undefined, (query) => query.where('r.item_id', '>', after ?? ''))
    .select(['r.item_id', 'r.valid_from'])
    .orderBy('r.item_id')
    .limit(slice)
    .execute();
  return rows.map((row) => ({ id: row.item_id, changedAt: startOf(row.valid_from) }));
}

/**
 * A page of a document also changes by itself: on the day its document takes effect, is amended, ends or
 * expires.
 */
async function documentsAfter(reading: Reading, after: string | undefined): Promise<Entry[]> {
  const rows = await publicDocuments(reading)
    .$if(after !== undefined, (query) => query.where('d.id', '>', after ?? ''))
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
  return rows.map((row) => {
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
    return { id: row.id, changedAt };
  });
}
