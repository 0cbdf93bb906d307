import type { Block } from '@open-info/contract/blocks';
import { disclosureAttributes } from '@open-info/contract/disclosure-attribute';
import {
  documentKinds,
  policyLevels,
  type DocumentSource,
  type PolicyLevel,
} from '@open-info/contract/documents';
import { LegalDate, openEnum, shape, type Open } from '@open-info/contract/shape';
import * as z from 'zod/mini';
import { Blocks, Id, Instant, Line } from './checks.ts';

/** How a document ended, as its record states it. */
export interface StatedEnd {
  validity: 'abolished' | 'expired' | 'amended';
  /** The day from which. */
  on: string;
  /** The document or the clean-up that ended it. */
  by?: string | undefined;
}

/** 发文机关 as a record names it: by its id among our organs, by its name, or both. */
export interface RecordIssuer {
  organId?: string | undefined;
  name?: string | undefined;
  lead?: boolean | undefined;
}

/** 政策文件 as it comes in: from a file, a content management system or an officer's draft. */
export interface DocumentRecord {
  /** Made from the 索引号 when absent. */
  id?: string | undefined;
  /** 索引号: by it the same document is known again. */
  indexNumber: string;
  title: string;
  documentNumber?: string | undefined;
  kind: Open<(typeof documentKinds)[number]>;
  level: PolicyLevel;
  issuers: RecordIssuer[];
  issuedOn: string;
  /** 发布时间, ISO 8601 with offset; before it nothing of the document is public. */
  publishedAt: string;
  effectiveOn?: string | undefined;
  expiresOn?: string | undefined;
  topics: string[];
  /** Absent: not decided, and so not public. */
  attribute?: 'open' | 'onRequest' | 'closed' | undefined;
  /** Why it is not open. */
  reason?: string | undefined;
  ground?: string | undefined;
  ended?: StatedEnd | undefined;
  /** Ids, 索引号 or 文号 of what it replaces; absent and `undefined`: what is known already stays. */
  predecessors?: string[] | undefined;
  /** The same of the 征求意见稿 it came from. */
  consultations?: string[] | undefined;
  /** Ids or names of catalog items. */
  catalogItems?: string[] | undefined;
  source?: DocumentSource | undefined;
  body: Block[];
}

export const DocumentRecordSchema = shape<DocumentRecord>()(
  z.strictObject({
    id: z.optional(Id),
    indexNumber: Line,
    title: Line,
    documentNumber: z.optional(Line),
    kind: openEnum(documentKinds),
    level: openEnum(policyLevels),
    issuers: z
      .array(
        z.strictObject({
          organId: z.optional(z.string()),
          name: z.optional(Line),
          lead: z.optional(z.boolean()),
        }),
      )
      .check(z.minLength(1)),
    issuedOn: LegalDate,
    publishedAt: Instant,
    effectiveOn: z.optional(LegalDate),
    expiresOn: z.optional(LegalDate),
    topics: z.array(Line),
    attribute: z.optional(z.enum(disclosureAttributes)),
    reason: z.optional(z.string()),
    ground: z.optional(z.string()),
    ended: z.optional(
      z.strictObject({
        validity: z.enum(['abolished', 'expired', 'amended']),
        on: LegalDate,
        by: z.optional(z.string()),
      }),
    ),
    predecessors: z.optional(z.array(Line)),
    consultations: z.optional(z.array(Line)),
    catalogItems: z.optional(z.array(Line)),
    source: z.optional(
      z.strictObject({ name: Line, url: z.optional(z.url({ protocol: /^https?$/ })) }),
    ),
    body: Blocks,
  }),
);

/** 回应关切 as it comes in. */
export interface ResponseRecord {
  id: string;
  document: string;
  title: string;
  /** Id of the organ, or its name where it is none of ours. */
  organId?: string | undefined;
  organ?: string | undefined;
  publishedAt: string;
  body: Block[];
}

export const ResponseRecordSchema = shape<ResponseRecord>()(
  z.strictObject({
    id: Id,
    document: Line,
    title: Line,
    organId: z.optional(z.string()),
    organ: z.optional(Line),
    publishedAt: Instant,
    body: Blocks,
  }),
);
