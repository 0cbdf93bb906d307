import { sql } from 'kysely';
import { publicDocuments, publicInterpretations, type Reading } from '../documents/public.ts';
import { ProblemError } from '../http/problem.ts';

/** What a feed is about. */
export interface FeedScope {
  kind: 'all' | 'organ' | 'topic';
  /** Id of the organ, or the topic. */
  value: string;
  title: string;
}

/** A document or an interpretation in a feed. */
export interface FeedEntry {
  /** Never changes: `urn:open-info:document:…`. */
  id: string;
  /** The document a person opens to read it; absent where an interpretation explains none here. */
  documentId: string | undefined;
  title: string;
  author: string;
  summary: string;
  topics: string[];
  publishedAt: string;
  updatedAt: string;
}

const feedName = /^(all|organ-(.+)|topic-(.+))\.(atom|json)$/su;

/** The scope and the format a feed's name asks for. */
export async function readFeedName(
  { db }: Reading,
  name: string,
): Promise<{ scope: FeedScope; format: 'atom' | 'json' }> {
  const [, , organ, topic, format] = feedName.exec(name) ?? [];
  const known = format === 'atom' || format === 'json' ? format : undefined;
  const scope =
    organ !== undefined
      ? await organScope(db, organ)
      : topic !== undefined
        ? { kind: 'topic' as const, value: topic, title: `政策文件与解读：${topic}` }
        : { kind: 'all' as const, value: '', title: '政策文件与解读' };
  if (scope && known) return { scope, format: known };
  throw new ProblemError('not-found', {
    detail: {
      zh: '没有这个订阅源。可用 all.atom、organ-机关编号.atom、topic-主题.atom，或把 .atom 换成 .json。',
      en: 'There is no such feed. Use all.atom, organ-<id>.atom or topic-<topic>.atom, or .json in place of .atom.',
    },
  });
}

async function organScope(db: Reading['db'], id: string): Promise<FeedScope | undefined> {
  const organ = await db
    .selectFrom('organs')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  return organ && { kind: 'organ', value: id, title: `政策文件与解读：${organ.name}` };
}

const mostEntries = 50;

/** The latest documents and interpretations of a scope, newest first. */
export async function feedEntries(reading: Reading, scope: FeedScope): Promise<FeedEntry[]> {
  const entries = [
    ...(await documentEntries(reading, scope)),
    ...(await interpretationEntries(reading, scope)),
  ];
  return entries
    .sort((a, b) =>
      a.publishedAt === b.publishedAt
        ? a.id < b.id
          ? -1
          : 1
        : a.publishedAt < b.publishedAt
          ? 1
          : -1,
    )
    .slice(0, mostEntries);
}

async function documentEntries(reading: Reading, { kind, value }: FeedScope): Promise<FeedEntry[]> {
  const rows = await publicDocuments(reading)
    .$if(kind === 'organ', (query) => query.where(sql<boolean>`d.organs @> ${[value]}::text[]`))
    .$if(kind === 'topic', (query) => query.where(sql<boolean>`d.topics @> ${[value]}::text[]`))
    .select(['d.id', 'd.title', 'd.document_number', 'd.issuers', 'd.topics', 'd.released_at'])
    .select(['d.updated_at', 'd.issued_on', 'd.kind'])
    .orderBy('d.released_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(mostEntries)
    .execute();
  return rows.map((row) => ({
    id: `urn:open-info:document:${row.id}`,
    documentId: row.id,
    title: row.title,
    author: row.issuers.map(({ name }) => name).join('、'),
    summary: [row.kind, row.document_number ?? '', `成文日期 ${row.issued_on}`]
      .filter((part) => part !== '')
      .join('，'),
    topics: row.topics,
    publishedAt: row.released_at ?? '',
    updatedAt: row.updated_at,
  }));
}

async function interpretationEntries(
  reading: Reading,
  { kind, value }: FeedScope,
): Promise<FeedEntry[]> {
  const policy = publicDocuments(reading)
    .innerJoin('document_edges as x', 'x.to_id', 'd.id')
    .where('x.kind', '=', 'explains')
    .where('x.from_id', '=', sql.ref<string>('i.id'))
    .orderBy('x.place')
    .limit(1)
    .select('d.id');
  const rows = await publicInterpretations(reading)
    .$if(kind === 'organ', (query) => query.where('i.organ_id', '=', value))
    .$if(kind === 'topic', (query) => query.where(sql<boolean>`i.topics @> ${[value]}::text[]`))
    .select(['i.id', 'i.title', 'i.organ', 'i.summary', 'i.topics', 'i.released_at'])
    .select(['i.updated_at', policy.as('document_id')])
    .orderBy('i.released_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(mostEntries)
    .execute();
  return rows.map((row) => ({
    id: `urn:open-info:interpretation:${row.id}`,
    documentId: row.document_id ?? undefined,
    title: row.title,
    author: row.organ,
    summary: row.summary,
    topics: row.topics,
    publishedAt: row.released_at ?? '',
    updatedAt: row.updated_at,
  }));
}
