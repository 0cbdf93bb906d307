import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { restampBody } from '../editing/stamp.ts';
import { todayOf } from '../http/mount.ts';
import type { Words } from '../http/words.ts';
import type { DocumentRow, WriteReport } from './rows.ts';

/** A document as the reviews of it (条例 art. 18) have left it. */
interface Decided {
  last: { decision: string; at: string };
  attribute: string | null;
  reason: string | null;
  ground: string | null;
  /** Set by a review that opened it. */
  openedAt: string | undefined;
  /** Set by a review that ended or amended it. */
  ended: DocumentRow['ended'];
  body: DocumentRow['body'];
}

const ending = ['expire', 'abolish', 'amend'];

async function readDecided(
  db: Kysely<Tables>,
  indexNumbers: readonly string[],
): Promise<Map<string, Decided>> {
  const rows = await db
    .selectFrom('documents as d')
    .innerJoin('editing_reviews as r', 'r.document_id', 'd.id')
    .where(sql<boolean>`d.index_number = any(${[...indexNumbers]}::text[])`)
    .select(['d.index_number', 'd.attribute', 'd.reason', 'd.ground', 'd.released_at'])
    .select(['d.stated_end', 'd.body', 'r.decision', 'r.at'])
    .orderBy('r.document_id')
    .orderBy('r.seq')
    .execute();
  const decided = new Map<string, Decided>();
  for (const row of rows) {
    const { decision, at, attribute, reason, ground, body } = row;
    const key = row.index_number ?? '';
    const before = decided.get(key);
    const opens = decision === 'open' && attribute === 'open';
    decided.set(key, {
      last: { decision, at },
      attribute,
      reason,
      ground,
      body,
      openedAt: opens ? (row.released_at ?? undefined) : before?.openedAt,
      ended: ending.includes(decision) ? (row.stated_end ?? undefined) : before?.ended,
    });
  }
  return decided;
}

const decisionWords: Readonly<Record<string, Words>> = {
  keep: { zh: '维持原公开属性', en: 'to keep it as it was' },
  open: { zh: '转为主动公开', en: 'to open it' },
  expire: { zh: '失效', en: 'that it has expired' },
  abolish: { zh: '废止', en: 'to abolish it' },
  amend: { zh: '修改', en: 'to amend it' },
};

const fieldWords = {
  attribute: { zh: '公开属性', en: 'attribute' },
  publishedAt: { zh: '发布时间', en: 'time of publication' },
  ended: { zh: '有效性', en: 'validity' },
} as const;

/** What an import said otherwise, and that it was not taken. */
function noteOf({ last: { decision, at } }: Decided, kept: (keyof typeof fieldWords)[]): Words {
  const day = todayOf(new Date(at));
  const what = decisionWords[decision] ?? { zh: decision, en: decision };
  const list = (language: keyof Words, comma: string) =>
    kept.map((field) => fieldWords[field][language]).join(comma);
  return {
    zh: `${day} 评估决定“${what.zh}”，${list('zh', '、')}照旧，没有按导入的内容改（《政府信息公开条例》第十八条）；请在来源中改正`,
    en: `a review decided ${what.en} on ${day}: its ${list('en', ', ')} stay, whatever the import says; correct the source`,
  };
}

const isSameInstant = (a: string, b: string): boolean => Date.parse(a) === Date.parse(b);

/** Text for the attribute that stands; where its stamp cannot be corrected, the text that was there. */
function stampedAs(row: DocumentRow, { attribute, body }: Decided): DocumentRow['body'] {
  if (attribute === null) return row.body;
  const stamped = restampBody(row.body, attribute);
  return 'body' in stamped ? stamped.body : body;
}

/** An amendment does not keep a source from telling that the document has ended since. */
const goesFurther = (row: DocumentRow, { ended }: Decided): boolean =>
  ended?.validity === 'amended' && row.ended !== undefined && row.ended.validity !== 'amended';

function withDecided(
  row: DocumentRow,
  decided: Decided,
  { notes }: Pick<WriteReport, 'notes'>,
): DocumentRow {
  const { attribute, reason, ground, openedAt } = decided;
  const isOther = (row.attribute ?? null) !== attribute;
  const publishedAt = openedAt ?? row.publishedAt;
  const ended = goesFurther(row, decided) ? row.ended : (decided.ended ?? row.ended);
  const kept = [
    ...(isOther ? (['attribute'] as const) : []),
    ...(isSameInstant(publishedAt, row.publishedAt) ? [] : (['publishedAt'] as const)),
    ...(ended?.validity !== row.ended?.validity || ended?.on !== row.ended?.on
      ? (['ended'] as const)
      : []),
  ];
  if (kept.length > 0) notes.push({ title: row.title, words: noteOf(decided, kept) });
  return {
    ...row,
    attribute: (attribute ?? undefined) as DocumentRow['attribute'],
    reason: reason ?? undefined,
    ground: ground ?? undefined,
    publishedAt,
    ended,
    ...(isOther && { body: stampedAs(row, decided) }),
  };
}

/**
 * The documents of an import with what reviews have decided on them since (动态调整, 条例 art. 18): a
 * source that does not know of it cannot undo it. What was kept stands in the notes of the report.
 */
export async function keepDecided(
  trx: Kysely<Tables>,
  documents: readonly DocumentRow[],
  report: Pick<WriteReport, 'notes'>,
): Promise<DocumentRow[]> {
  const decided = await readDecided(
    trx,
    documents.map(({ indexNumber }) => indexNumber),
  );
  return documents.map((row) => {
    const found = decided.get(row.indexNumber);
    return found ? withDecided(row, found, report) : row;
  });
}
