import type { Block } from '@open-info/contract/blocks';
import type { CleanupRecord } from '../src/cleanups/record.ts';
import type { DocumentRow, InterpretationRow } from '../src/documents/rows.ts';

/** A paragraph. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [{ text }] });

/** A document of the district as the tests import it; what matters to a test is given. */
export function policy(id: string, changes: Partial<DocumentRow> = {}): DocumentRow {
  return {
    id,
    indexNumber: `TEST/2026-${id}`,
    title: `关于${id}的通知`,
    kind: '通知',
    level: 'district',
    issuers: [{ organId: 'civil-affairs' }],
    issuedOn: '2026-01-05',
    publishedAt: '2026-01-08T09:00:00+08:00',
    topics: ['社会救助'],
    attribute: 'open',
    body: [paragraph(`第一条　${id}的正文。`)],
    ...changes,
  };
}

/** An interpretation of which a plain card can be made. */
export function interpretation(
  id: string,
  policies: string[],
  changes: Partial<InterpretationRow> = {},
): InterpretationRow {
  return {
    id,
    title: `${id}解读`,
    policies,
    form: 'text',
    level: 'district',
    organId: 'civil-affairs',
    publishedAt: '2026-01-08T09:00:00+08:00',
    summary: `${id}说了什么`,
    eligibility: [paragraph('住在本区的老年人')],
    benefits: [paragraph('每月一百元')],
    steps: [paragraph('到街道申请')],
    ...changes,
  };
}

export function cleanup(id: string, changes: Partial<CleanupRecord> = {}): CleanupRecord {
  return {
    id,
    title: `${id}清理结果`,
    on: '2026-06-01',
    publishedAt: '2026-05-20T09:00:00+08:00',
    organId: 'district-government',
    basis: '依据',
    entries: [],
    ...changes,
  };
}
