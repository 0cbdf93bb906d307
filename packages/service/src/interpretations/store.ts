import {
  type Interpretation,
  type InterpretationListQuery,
  type InterpretationPage,
  type InterpretationSummary,
} from '@open-info/contract/interpretations';
import { sql } from 'kysely';
import { badCursor, decode, encode, fingerprint, isDate } from '../catalog/cursor.ts';
import { filesOf } from '../documents/get.ts';
import {
  documentRefs,
  publicDocuments,
  publicInterpretations,
  validitySql,
  type Reading,
} from '../documents/public.ts';
import { wordsOf } from '../documents/selection.ts';
import { ProblemError } from '../http/problem.ts';
import { mattersFor } from '../matters/links.ts';
import { excerptOf } from '../search/excerpt.ts';
import { holdsOneOfEach } from '../search/match.ts';
import { waysToSay } from '../search/synonyms.ts';
import { linesOf } from './content.ts';

const summaryColumns = [
  'i.id',
  'i.title',
  'i.form',
  'i.level',
  'i.organ',
  'i.organ_id',
  'i.topics',
  'i.summary',
  'i.released_at',
] as const;

const summaries = (reading: Reading) => publicInterpretations(reading).select(summaryColumns);

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number];

/** Rows with the public documents each explains, the one it stands for first. */
async function complete<R extends SummaryRow>(reading: Reading, rows: readonly R[]) {
  const edges =
    rows.length === 0
      ? []
      : await reading.db
          .selectFrom('document_edges')
          .select(['from_id', 'to_id'])
          .where('kind', '=', 'explains')
          .where(
            'from_id',
            'in',
            rows.map(({ id }) => id),
          )
          .orderBy('place')
          .execute();
  const refs = await documentRefs(
    reading,
    edges.map(({ to_id: id }) => id),
  );
  return rows.map((row): { row: R; summary: InterpretationSummary } => ({
    row,
    summary: {
      id: row.id,
      title: row.title,
      form: row.form,
      level: row.level,
      policies: edges
        .filter(({ from_id: id }) => id === row.id)
        .flatMap(({ to_id: id }) => refs.get(id) ?? []),
      topics: row.topics,
      organ: row.organ,
      ...(row.organ_id !== null && { organId: row.organ_id }),
      publishedAt: row.released_at ?? '',
      summary: row.summary,
    },
  }));
}

/** The public interpretations a query is about, as `i`. */
function selected(
  reading: Reading,
  query: InterpretationListQuery,
  words: readonly (readonly string[])[],
) {
  const { policy, organ, topic, form, level, validity } = query;
  let found = publicInterpretations(reading);
  if (organ) found = found.where('i.organ_id', 'in', organ);
  if (topic) found = found.where(sql<boolean>`i.topics && ${topic}::text[]`);
  if (form) found = found.where('i.form', 'in', form);
  if (level) found = found.where('i.level', 'in', level);
  if (words.length > 0) found = found.where(holdsOneOfEach('i', words));
  if (policy === undefined && !validity) return found;
  let policies = publicDocuments(reading)
    .innerJoin('document_edges as x', 'x.to_id', 'd.id')
    .where('x.kind', '=', 'explains')
    .where('x.from_id', '=', sql.ref<string>('i.id'))
    .select('d.id');
  if (policy !== undefined) {
    policies = policies.where((eb) =>
      eb.or([eb('d.id', '=', policy), eb('d.index_number', '=', policy)]),
    );
  }
  if (validity) policies = policies.where(validitySql(reading.today), 'in', validity);
  return found.where((eb) => eb.exists(policies));
}

interface Cursor {
  today: string;
  publishedAt: string;
  id: string;
}

function readCursor(text: string, print: string): Cursor {
  const [itsPrint, today, publishedAt, id] = decode(text, 4);
  const isSound =
    itsPrint === print &&
    isDate(today) &&
    typeof publishedAt === 'string' &&
    !Number.isNaN(Date.parse(publishedAt)) &&
    typeof id === 'string';
  if (!isSound) throw badCursor();
  return { today, publishedAt, id };
}

/** 政策解读, the latest first. */
export async function listInterpretations(
  now: Reading,
  query: InterpretationListQuery,
  updatedAt: string,
): Promise<InterpretationPage> {
  const { limit = 20, cursor: given, ...asked } = query;
  const words = wordsOf(asked.q).map((word) => waysToSay(word));
  const print = fingerprint([asked, words]);
  const cursor = given === undefined ? undefined : readCursor(given, print);
  const reading = { ...now, today: cursor?.today ?? now.today };
  const found = selected(reading, asked, words);
  const { total } = await found
    .select(sql<number>`count(*)::int4`.as('total'))
    .executeTakeFirstOrThrow();
  let page = found.select(summaryColumns).select('i.content');
  if (cursor) {
    page = page.where(
      sql<boolean>`(i.released_at, i.id) < (${cursor.publishedAt}::timestamptz, ${cursor.id})`,
    );
  }
  const rows = await page
    .orderBy('i.released_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const items = await complete(reading, rows.slice(0, limit));
  return {
    items: items.map(({ row, summary }) => {
      const excerpt = excerptOf(linesOf(row.content).join('\n'), words.flat());
      return { ...summary, ...(excerpt !== undefined && { excerpt }) };
    }),
    ...(last && { next: encode([print, reading.today, last.released_at ?? '', last.id]) }),
    total,
    asOf: reading.today,
    updatedAt,
  };
}

export function notFound(id: string): ProblemError {
  return new ProblemError('not-found', {
    detail: {
      zh: `没有编号为“${id}”的政策解读。可用 /api/v1/interpretations?q=… 查找。`,
      en: `There is no interpretation "${id}". Look for it with /api/v1/interpretations?q=….`,
    },
  });
}

/** @throws ProblemError `not-found` */
export async function getInterpretation(reading: Reading, id: string): Promise<Interpretation> {
  const found = await summaries(reading)
    .select(['i.content', 'i.updated_at'])
    .where('i.id', '=', id)
    .executeTakeFirst();
  const [whole] = found ? await complete(reading, [found]) : [];
  if (!whole) throw notFound(id);
  const { row, summary } = whole;
  return {
    ...summary,
    ...row.content,
    matters: await mattersFor(
      reading,
      summary.policies.map((policy) => policy.id),
      row.content.matters,
    ),
    files: await filesOf(reading, id),
    synchronous: await isSynchronous(reading, summary),
    updatedAt: row.updated_at,
  };
}

/** Published in one release with the document it stands for (三同步). */
async function isSynchronous(
  reading: Reading,
  { policies: [first], publishedAt }: InterpretationSummary,
): Promise<boolean> {
  if (!first) return false;
  const document = await publicDocuments(reading)
    .select('d.released_at')
    .where('d.id', '=', first.id)
    .executeTakeFirst();
  return document?.released_at === publishedAt;
}
