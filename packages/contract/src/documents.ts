import * as z from 'zod/mini';
import { BlockSchema, type Block } from './blocks.ts';
import { disclosureAttributes, type DisclosureAttribute } from './disclosure-attribute.ts';
import { endpoint } from './endpoint.ts';
import { FacetsSchema, type FacetOption } from './facets.ts';
import { openEnum, pageFields, shape, LegalDate, type Open, type Page } from './shape.ts';
import { AttachmentSchema, type Attachment } from './uploads.ts';
import type { Words } from './words.ts';

/**
 * 有效性: `inForce` 有效, `expired` 失效, `abolished` 废止, `amended` 已修改 (what remains is in force),
 * `notYetInForce` 尚未生效.
 */
export const validities = ['inForce', 'expired', 'abolished', 'amended', 'notYetInForce'] as const;
export type Validity = Open<(typeof validities)[number]>;

/** 有效性 in words. */
export const validityWords: Readonly<Record<string, Words>> = {
  inForce: { zh: '有效', en: 'In force' },
  expired: { zh: '失效', en: 'Expired' },
  abolished: { zh: '废止', en: 'Abolished' },
  amended: { zh: '已修改', en: 'Amended' },
  notYetInForce: { zh: '尚未生效', en: 'Not yet in force' },
};

/** 政策层级: 国家, 省, 市, 区. */
export const policyLevels = ['national', 'provincial', 'municipal', 'district'] as const;
export type PolicyLevel = Open<(typeof policyLevels)[number]>;

/** 政策层级 in words. */
export const policyLevelWords: Readonly<Record<string, Words>> = {
  national: { zh: '国家', en: 'National' },
  provincial: { zh: '省', en: 'Province' },
  municipal: { zh: '市', en: 'City' },
  district: { zh: '区', en: 'District' },
};

/** 公文种类 in use; a record may name another. */
export const documentKinds = [
  '决议',
  '决定',
  '命令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
] as const;

/** 发文机关: by its id where it is one of ours, by name in any case. */
export interface Issuer {
  name: string;
  organId?: string | undefined;
  /** 牵头 of a joint document (条例 art. 10). */
  lead?: boolean | undefined;
}

/** A document as others refer to it. */
export interface DocumentRef {
  id: string;
  title: string;
  documentNumber?: string | undefined;
  validity: Validity;
}

/** An interpretation as a document refers to it. */
export interface InterpretationRef {
  id: string;
  title: string;
  form: Open<'text' | 'picture' | 'video'>;
  publishedAt: string;
}

/** 政策文件, as a list shows it. */
export interface PolicyDocumentSummary extends DocumentRef {
  /** 索引号: opaque, every portal writes its own. */
  indexNumber: string;
  /** 公文种类. */
  kind: Open<(typeof documentKinds)[number]>;
  level: PolicyLevel;
  issuers: Issuer[];
  /** 成文日期. */
  issuedOn: string;
  /** 发布时间, ISO 8601. */
  publishedAt: string;
  /** 施行日期. */
  effectiveOn?: string | undefined;
  /** Last day of force, where the document names one. */
  expiresOn?: string | undefined;
  /** 主题分类. */
  topics: string[];
  attribute: DisclosureAttribute;
  /** How many interpretations explain it. */
  interpretations: number;
  /** Parts of the text that match a search, matches between U+0002 and U+0003. */
  excerpt?: string | undefined;
}

/** Where a document was taken over from (转载). */
export interface DocumentSource {
  name: string;
  url?: string | undefined;
}

/** What a clean-up of documents (清理) decided: 继续有效, 修改, 废止, 失效. */
export const cleanupDecisions = ['keep', 'amend', 'abolish', 'expire'] as const;
export type CleanupDecision = Open<(typeof cleanupDecisions)[number]>;

/** 依据: why a document is not simply open. */
export interface DocumentGround {
  code: string;
  label: Words;
  article: string;
}

/** 政策文件. */
export interface PolicyDocument extends PolicyDocumentSummary {
  /** Empty for `onRequest`: its text is disclosed to who asks for it (条例 art. 27). */
  body: Block[];
  /** 附注 as printed on it. */
  stamp: string;
  /** `onRequest`: why its text is not published, where the words of it may be told. */
  reason?: string | undefined;
  /** `onRequest`: the ground it rests on (条例 art. 14 to 16). */
  ground?: DocumentGround | undefined;
  files: Attachment[];
  /** 转载. */
  source?: DocumentSource | undefined;
  /** What it replaced, and what replaced it. */
  predecessors: DocumentRef[];
  successors: DocumentRef[];
  /** 征求意见稿 it came from. */
  consultations?: DocumentRef[] | undefined;
  /** Of a 征求意见稿: what it became. */
  adopted?: DocumentRef[] | undefined;
  interpretationList: InterpretationRef[];
  /** Catalog items it is published under. */
  catalogItems: { id: string; name: string }[];
  /** 回应关切 on it. */
  responses: DocumentResponse[];
  /** The latest clean-up it stood in. */
  cleanup?: { id: string; title: string; on: string; decision: CleanupDecision } | undefined;
  /** 明白卡 can be made of it. */
  hasCard: boolean;
  updatedAt: string;
}

/** 回应关切: an answer to what people say of a policy. */
export interface DocumentResponse {
  id: string;
  title: string;
  body: Block[];
  organ: string;
  publishedAt: string;
}

export const DocumentRefSchema = shape<DocumentRef>()(
  z.object({
    id: z.string(),
    title: z.string(),
    documentNumber: z.optional(z.string()),
    validity: openEnum(validities),
  }),
);

export const InterpretationRefSchema = shape<InterpretationRef>()(
  z.object({
    id: z.string(),
    title: z.string(),
    form: openEnum(['text', 'picture', 'video']),
    publishedAt: z.string(),
  }),
);

const summaryFields = {
  id: z.string(),
  title: z.string(),
  documentNumber: z.optional(z.string()),
  validity: openEnum(validities),
  indexNumber: z.string(),
  kind: openEnum(documentKinds),
  level: openEnum(policyLevels),
  issuers: z.array(
    z.object({
      name: z.string(),
      organId: z.optional(z.string()),
      lead: z.optional(z.boolean()),
    }),
  ),
  issuedOn: z.string(),
  publishedAt: z.string(),
  effectiveOn: z.optional(z.string()),
  expiresOn: z.optional(z.string()),
  topics: z.array(z.string()),
  attribute: openEnum(disclosureAttributes),
  interpretations: z.number(),
  excerpt: z.optional(z.string()),
};

export const PolicyDocumentSummarySchema = shape<PolicyDocumentSummary>()(z.object(summaryFields));

export const PolicyDocumentSchema = shape<PolicyDocument>()(
  z.object({
    ...summaryFields,
    body: z.array(BlockSchema),
    stamp: z.string(),
    reason: z.optional(z.string()),
    ground: z.optional(
      z.object({
        code: z.string(),
        label: z.object({ zh: z.string(), en: z.string() }),
        article: z.string(),
      }),
    ),
    files: z.array(AttachmentSchema),
    source: z.optional(z.object({ name: z.string(), url: z.optional(z.string()) })),
    predecessors: z.array(DocumentRefSchema),
    successors: z.array(DocumentRefSchema),
    consultations: z.optional(z.array(DocumentRefSchema)),
    adopted: z.optional(z.array(DocumentRefSchema)),
    interpretationList: z.array(InterpretationRefSchema),
    catalogItems: z.array(z.object({ id: z.string(), name: z.string() })),
    responses: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        body: z.array(BlockSchema),
        organ: z.string(),
        publishedAt: z.string(),
      }),
    ),
    cleanup: z.optional(
      z.object({
        id: z.string(),
        title: z.string(),
        on: z.string(),
        decision: openEnum(cleanupDecisions),
      }),
    ),
    hasCard: z.boolean(),
    updatedAt: z.string(),
  }),
);

/** Filters of the list; several values of one filter are alternatives. */
export interface DocumentListQuery {
  /** 检索词: title, 文号, 索引号, text. */
  q?: string | undefined;
  organ?: string[] | undefined;
  topic?: string[] | undefined;
  kind?: string[] | undefined;
  level?: string[] | undefined;
  validity?: string[] | undefined;
  /** Issued (成文) not before, not after. */
  from?: string | undefined;
  to?: string | undefined;
  /** Only those with an interpretation. */
  interpreted?: 'true' | undefined;
  sort?: 'issued' | 'published' | 'relevance' | undefined;
  facets?: 'true' | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

/**
 * How many documents each value would leave: `organ`, `topic`, `kind`, `level`, `validity`, each
 * disregarding its own choice, and `year` of issue (成文), which `from` and `to` choose.
 */
export type DocumentFacets = Record<string, FacetOption[]>;

export interface DocumentPage extends Page<PolicyDocumentSummary> {
  facets?: DocumentFacets | undefined;
}

const texts = z.optional(z.array(z.string().check(z.maxLength(100))));

export const listDocuments = endpoint({
  id: 'documents.list',
  method: 'GET',
  path: '/documents',
  summary: 'Published policy documents',
  query: shape<DocumentListQuery>()(
    z.strictObject({
      q: z.optional(z.string().check(z.maxLength(200))),
      organ: texts,
      topic: texts,
      kind: texts,
      level: texts,
      validity: texts,
      from: z.optional(LegalDate),
      to: z.optional(LegalDate),
      interpreted: z.optional(z.enum(['true'])),
      sort: z.optional(z.enum(['issued', 'published', 'relevance'])),
      facets: z.optional(z.enum(['true'])),
      limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
      cursor: z.optional(z.string()),
    }),
  ),
  response: shape<DocumentPage>()(
    z.object({
      ...pageFields,
      items: z.array(PolicyDocumentSummarySchema),
      facets: z.optional(FacetsSchema),
    }),
  ),
  access: 'public',
  caching: 'published',
});

export interface DocumentParams {
  /** Id, or 索引号 percent-encoded. */
  id: string;
}

const DocumentParamsSchema = shape<DocumentParams>()(z.object({ id: z.string() }));

export const getDocument = endpoint({
  id: 'documents.get',
  method: 'GET',
  path: '/documents/{id}',
  summary: 'One policy document, with what explains, replaced and answers it',
  params: DocumentParamsSchema,
  response: PolicyDocumentSchema,
  access: 'public',
  caching: 'published',
});

export const getDocumentFile = endpoint({
  id: 'documents.file',
  method: 'GET',
  path: '/documents/{id}/files/{file}',
  summary: 'A file of a published document',
  params: shape<DocumentParams & { file: string }>()(
    z.object({ id: z.string(), file: z.string() }),
  ),
  files: ['application/octet-stream'],
  access: 'public',
  caching: 'published',
});

/** The dates and decisions validity comes from. */
export interface ValidityFacts {
  effectiveOn?: string | undefined;
  expiresOn?: string | undefined;
  /** 废止 or 修改, and the day from which. */
  ended?: { validity: 'abolished' | 'expired' | 'amended'; on: string } | undefined;
}

/** 有效性 on a day. A decision of a clean-up goes before the dates the document names. */
export function validityOn(
  { effectiveOn, expiresOn, ended }: ValidityFacts,
  day: string,
): Validity {
  if (ended && ended.on <= day && ended.validity !== 'amended') return ended.validity;
  if (expiresOn !== undefined && expiresOn < day) return 'expired';
  if (effectiveOn !== undefined && effectiveOn > day) return 'notYetInForce';
  return ended && ended.on <= day ? 'amended' : 'inForce';
}
