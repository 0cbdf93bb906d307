import type { PolicyDocumentSummary } from '@open-info/contract/documents';
import { sql } from 'kysely';
import {
  publicInterpretations,
  publicDocuments,
  toRef,
  validitySql,
  type Reading,
} from './public.ts';

/** Public documents with what a list shows of each. */
export function summaries(reading: Reading) {
  const explained = publicInterpretations(reading)
    .innerJoin('document_edges as x', 'x.from_id', 'i.id')
    .where('x.kind', '=', 'explains')
    .where('x.to_id', '=', sql.ref<string>('d.id'))
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'));
  return publicDocuments(reading).select([
    'd.id',
    'd.index_number',
    'd.title',
    'd.document_number',
    'd.kind',
    'd.level',
    'd.issuers',
    'd.issued_on',
    'd.released_at',
    'd.effective_on',
    'd.expires_on',
    'd.topics',
    'd.attribute',
    validitySql(reading.today).as('validity'),
    explained.as('interpretations'),
  ]);
}

export type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number];

export function toSummary(row: SummaryRow): PolicyDocumentSummary {
  return {
    ...toRef(row),
    indexNumber: row.index_number ?? '',
    kind: row.kind,
    level: row.level,
    issuers: row.issuers,
    issuedOn: row.issued_on,
    publishedAt: row.released_at ?? '',
    ...(row.effective_on !== null && { effectiveOn: row.effective_on }),
    ...(row.expires_on !== null && { expiresOn: row.expires_on }),
    topics: row.topics,
    attribute: row.attribute ?? '',
    interpretations: row.interpretations ?? 0,
  };
}
