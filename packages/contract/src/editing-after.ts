import * as z from 'zod/mini';
import { BlockSchema, type Block } from './blocks.ts';
import { disclosureAttributes, type DisclosureAttribute } from './disclosure-attribute.ts';
import {
  cleanupDecisions,
  DocumentRefSchema,
  type CleanupDecision,
  type DocumentRef,
} from './documents.ts';
import {
  attributeGrounds,
  draftBodyLimit,
  EditingEventSchema,
  EditingParamsSchema,
  type AttributeGround,
  type EditingEvent,
} from './editing.ts';
import { endpoint } from './endpoint.ts';
import { OrganRefSchema, type OrganRef } from './organs.ts';
import { openEnum, shape, LegalDate, type Open } from './shape.ts';

/** What a review (条例 art. 18) may decide: 维持, 转为主动公开, 失效, 废止, 修改. */
export const reviewDecisions = ['keep', 'open', 'expire', 'abolish', 'amend'] as const;
export type ReviewDecision = Open<(typeof reviewDecisions)[number]>;

/** A decision of a review, as its log keeps it. */
export interface ReviewEntry {
  at: string;
  by: string;
  decision: ReviewDecision;
  reason: string;
  /** When it is looked at again; absent once it is open or has ended. */
  nextOn?: string | undefined;
}

/** 定期评估: a document that is not open, and when it is looked at again. */
export interface Review {
  document: DocumentRef;
  organ: OrganRef;
  attribute: DisclosureAttribute;
  reason?: string | undefined;
  ground?: AttributeGround | undefined;
  /** Absent once it is open or has ended. */
  dueOn?: string | undefined;
  due: boolean;
  log: ReviewEntry[];
}

export interface ReviewQuery {
  /** `due`, the default: those to be decided today; `all`. */
  state?: 'due' | 'all' | undefined;
  /** For a coordinator. */
  organ?: string | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

export interface ReviewPage {
  items: Review[];
  next?: string | undefined;
  total: number;
  /** How many are due, whatever is listed. */
  due: number;
}

export interface ReviewDecisionInput {
  decision: 'keep' | 'open' | 'expire' | 'abolish' | 'amend';
  reason: string;
  /** The day it holds from (`expire`, `abolish`, `amend`); today when absent. */
  on?: string | undefined;
  /** `keep`: when it is looked at again; after the usual interval when absent. */
  nextOn?: string | undefined;
}

const reason = z.string().check(z.regex(/\S/), z.maxLength(2000));
const line = (most: number) => z.string().check(z.regex(/\S/), z.maxLength(most));

export const ReviewSchema = shape<Review>()(
  z.object({
    document: DocumentRefSchema,
    organ: OrganRefSchema,
    attribute: openEnum(disclosureAttributes),
    reason: z.optional(z.string()),
    ground: z.optional(openEnum(attributeGrounds)),
    dueOn: z.optional(z.string()),
    due: z.boolean(),
    log: z.array(
      z.object({
        at: z.string(),
        by: z.string(),
        decision: openEnum(reviewDecisions),
        reason: z.string(),
        nextOn: z.optional(z.string()),
      }),
    ),
  }),
);

export const listReviews = endpoint({
  id: 'reviews.list',
  method: 'GET',
  path: '/desk/reviews',
  summary: 'Documents that are not open, those to be looked at again first',
  query: shape<ReviewQuery>()(
    z.strictObject({
      state: z.optional(z.enum(['due', 'all'])),
      organ: z.optional(z.string()),
      limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
      cursor: z.optional(z.string()),
    }),
  ),
  response: shape<ReviewPage>()(
    z.object({
      items: z.array(ReviewSchema),
      next: z.optional(z.string()),
      total: z.number(),
      due: z.number(),
    }),
  ),
  access: 'officer',
  caching: 'none',
});

export const getReview = endpoint({
  id: 'reviews.get',
  method: 'GET',
  path: '/desk/reviews/{id}',
  summary: 'What was decided on a document that is not open, or was not',
  params: EditingParamsSchema,
  response: ReviewSchema,
  access: 'officer',
  caching: 'none',
});

export const decideReview = endpoint({
  id: 'reviews.decide',
  method: 'POST',
  path: '/desk/reviews/{id}',
  summary: 'Decides on a document that is not open; opening it publishes it',
  params: EditingParamsSchema,
  body: shape<ReviewDecisionInput>()(
    z.strictObject({
      decision: z.enum(reviewDecisions),
      reason,
      on: z.optional(LegalDate),
      nextOn: z.optional(LegalDate),
    }),
  ),
  response: ReviewSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});

/** 清理 in preparation. */
export interface CleanupInput {
  title: string;
  /** The day its decisions hold from. */
  on: string;
  /** 依据. */
  basis: string;
  entries: {
    /** Id, 索引号 or 文号. */
    document: string;
    decision: 'keep' | 'amend' | 'abolish' | 'expire';
    reason?: string | undefined;
  }[];
}

/** 清理 as its office sees it; published, it is a 清理结果 everybody reads. */
export interface DeskCleanup {
  id: string;
  stage: Open<'prepared' | 'published'>;
  organ: OrganRef;
  title: string;
  on: string;
  basis: string;
  /** How many entries each decision has. */
  counts: Record<string, number>;
  entries: { document: DocumentRef; decision: CleanupDecision; reason?: string | undefined }[];
  revision: number;
  updatedAt: string;
  publishedAt?: string | undefined;
  log: EditingEvent[];
}

export interface DeskCleanupList {
  items: DeskCleanup[];
}

export const CleanupInputSchema = shape<CleanupInput>()(
  z.strictObject({
    title: line(500),
    on: LegalDate,
    basis: line(2000),
    entries: z
      .array(
        z.strictObject({
          document: line(200),
          decision: z.enum(cleanupDecisions),
          reason: z.optional(line(2000)),
        }),
      )
      .check(z.minLength(1), z.maxLength(5000)),
  }),
);

export const DeskCleanupSchema = shape<DeskCleanup>()(
  z.object({
    id: z.string(),
    stage: openEnum(['prepared', 'published']),
    organ: OrganRefSchema,
    title: z.string(),
    on: z.string(),
    basis: z.string(),
    counts: z.record(z.string(), z.number()),
    entries: z.array(
      z.object({
        document: DocumentRefSchema,
        decision: openEnum(cleanupDecisions),
        reason: z.optional(z.string()),
      }),
    ),
    revision: z.int(),
    updatedAt: z.string(),
    publishedAt: z.optional(z.string()),
    log: z.array(EditingEventSchema),
  }),
);

export const listDeskCleanups = endpoint({
  id: 'desk.cleanups.list',
  method: 'GET',
  path: '/desk/cleanups',
  summary: 'Clean-ups an officer may see, the latest 200 first',
  response: shape<DeskCleanupList>()(z.object({ items: z.array(DeskCleanupSchema) })),
  access: 'officer',
  caching: 'none',
});

export const getDeskCleanup = endpoint({
  id: 'desk.cleanups.get',
  method: 'GET',
  path: '/desk/cleanups/{id}',
  summary: 'One clean-up as its office sees it',
  params: EditingParamsSchema,
  response: DeskCleanupSchema,
  access: 'officer',
  caching: 'none',
});

export const createCleanup = endpoint({
  id: 'desk.cleanups.create',
  method: 'POST',
  path: '/desk/cleanups',
  summary: 'Prepares a clean-up',
  body: CleanupInputSchema,
  bodyLimit: draftBodyLimit,
  response: DeskCleanupSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});

/** An edit of what is not published yet. */
export interface CleanupEdit {
  revision: number;
  content: CleanupInput;
}

export const editCleanup = endpoint({
  id: 'desk.cleanups.edit',
  method: 'PUT',
  path: '/desk/cleanups/{id}',
  summary: 'Changes a clean-up that is in preparation',
  params: EditingParamsSchema,
  body: shape<CleanupEdit>()(z.strictObject({ revision: z.int(), content: CleanupInputSchema })),
  bodyLimit: draftBodyLimit,
  response: DeskCleanupSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});

export const publishCleanup = endpoint({
  id: 'desk.cleanups.publish',
  method: 'POST',
  path: '/desk/cleanups/{id}/publication',
  summary: 'Publishes a clean-up; its decisions hold from its day',
  params: EditingParamsSchema,
  response: DeskCleanupSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});

/** 回应关切 in the making. */
export interface ResponseInput {
  /** Id, 索引号 or 文号 of the policy it answers on. */
  document: string;
  title: string;
  body: Block[];
}

/** 回应关切 as its office sees it. */
export interface DeskResponse {
  id: string;
  stage: Open<'prepared' | 'published'>;
  organ: OrganRef;
  document: DocumentRef;
  title: string;
  body: Block[];
  revision: number;
  updatedAt: string;
  publishedAt?: string | undefined;
  log: EditingEvent[];
}

export interface DeskResponseList {
  items: DeskResponse[];
}

export const ResponseInputSchema = shape<ResponseInput>()(
  z.strictObject({
    document: line(200),
    title: line(500),
    body: z.array(BlockSchema).check(z.minLength(1)),
  }),
);

export const DeskResponseSchema = shape<DeskResponse>()(
  z.object({
    id: z.string(),
    stage: openEnum(['prepared', 'published']),
    organ: OrganRefSchema,
    document: DocumentRefSchema,
    title: z.string(),
    body: z.array(BlockSchema),
    revision: z.int(),
    updatedAt: z.string(),
    publishedAt: z.optional(z.string()),
    log: z.array(EditingEventSchema),
  }),
);

export const listResponses = endpoint({
  id: 'responses.list',
  method: 'GET',
  path: '/desk/responses',
  summary: 'Responses (回应关切) an officer may see, the latest 200 first',
  response: shape<DeskResponseList>()(z.object({ items: z.array(DeskResponseSchema) })),
  access: 'officer',
  caching: 'none',
});

export const getResponse = endpoint({
  id: 'responses.get',
  method: 'GET',
  path: '/desk/responses/{id}',
  summary: 'One response as its office sees it',
  params: EditingParamsSchema,
  response: DeskResponseSchema,
  access: 'officer',
  caching: 'none',
});

export const createResponse = endpoint({
  id: 'responses.create',
  method: 'POST',
  path: '/desk/responses',
  summary: 'Writes a response to what people say of a policy',
  body: ResponseInputSchema,
  bodyLimit: draftBodyLimit,
  response: DeskResponseSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});

/** An edit; of what is published already, a correction with its reason. */
export interface ResponseEdit {
  revision: number;
  content: ResponseInput;
  reason?: string | undefined;
}

export const editResponse = endpoint({
  id: 'responses.edit',
  method: 'PUT',
  path: '/desk/responses/{id}',
  summary: 'Changes a response; a published one is corrected, with the reason',
  params: EditingParamsSchema,
  body: shape<ResponseEdit>()(
    z.strictObject({
      revision: z.int(),
      content: ResponseInputSchema,
      reason: z.optional(reason),
    }),
  ),
  bodyLimit: draftBodyLimit,
  response: DeskResponseSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});

export const publishResponse = endpoint({
  id: 'responses.publish',
  method: 'POST',
  path: '/desk/responses/{id}/publication',
  summary: 'Publishes a response beside its policy',
  params: EditingParamsSchema,
  response: DeskResponseSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});
