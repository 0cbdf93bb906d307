import { cleanupDecisions } from '@open-info/contract/documents';
import { LegalDate, shape } from '@open-info/contract/shape';
import * as z from 'zod/mini';
import { Id, Instant, Line } from '../documents/checks.ts';

/** 清理结果 as it comes in. */
export interface CleanupRecord {
  id: string;
  title: string;
  /** The day its decisions hold from. */
  on: string;
  publishedAt: string;
  /** Id of the organ, or its name where it is none of ours. */
  organId?: string | undefined;
  organ?: string | undefined;
  basis: string;
  entries: {
    /** Id, 索引号 or 文号. */
    document: string;
    decision: (typeof cleanupDecisions)[number];
    reason?: string | undefined;
  }[];
}

export const CleanupRecordSchema = shape<CleanupRecord>()(
  z.strictObject({
    id: Id,
    title: Line,
    on: LegalDate,
    publishedAt: Instant,
    organId: z.optional(z.string()),
    organ: z.optional(Line),
    basis: z.string(),
    entries: z.array(
      z.strictObject({
        document: Line,
        decision: z.enum(cleanupDecisions),
        reason: z.optional(z.string()),
      }),
    ),
  }),
);
