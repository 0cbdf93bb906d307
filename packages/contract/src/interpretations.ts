import * as z from 'zod/mini';
import { BlockSchema, type Block } from './blocks.ts';
import {
  DocumentRefSchema,
  policyLevels,
  type DocumentRef,
  type PolicyLevel,
} from './documents.ts';
import { endpoint } from './endpoint.ts';
import { openEnum, pageFields, shape, type Open, type Page } from './shape.ts';
import { AttachmentSchema, type Attachment } from './uploads.ts';

/**
 * 解读形式: 文字, 图解, 音频, 视频, 新闻发布会, 负责人解读, 专家解读, 媒体解读, 一问一答, H5.
 */
export const interpretationForms = [
  'text',
  'picture',
  'audio',
  'video',
  'pressConference',
  'official',
  'expert',
  'media',
  'questions',
  'h5',
] as const;
export type InterpretationForm = Open<(typeof interpretationForms)[number]>;

/** 解读内容, in the order a card shows them; the first four are what the plan names (row 43). */
export const interpretationSections = [
  'background',
  'basis',
  'main',
  'changes',
  'scope',
  'standards',
  'benefits',
  'cautions',
  'terms',
  'questions',
] as const;
export type InterpretationSection = (typeof interpretationSections)[number];

/** One row of 新旧政策差异. */
export interface PolicyChange {
  topic: string;
  /** What held before; absent where there was nothing. */
  before?: string | undefined;
  after: string;
}

/** 关键词注释. */
export interface PolicyTerm {
  term: string;
  meaning: string;
}

export interface PolicyQuestion {
  question: string;
  answer: Block[];
}

/** A picture story, a recording, a press conference: always with the same in words. */
export interface PolicyMedium {
  form: InterpretationForm;
  title: string;
  /** Id of a file of this record, or an address of the same site. */
  file?: string | undefined;
  url?: string | undefined;
  /** What it shows or says, in words. */
  alternative: Block[];
}

/** 相关办事: where a policy is claimed. */
export interface PolicyMatter {
  name: string;
  url?: string | undefined;
  matterId?: string | undefined;
}

/** 解读机构、解读人、联系方式. */
export interface Interpreter {
  organ: string;
  organId?: string | undefined;
  person?: string | undefined;
  phone?: string | undefined;
}

/** 解读, as a list shows it. */
export interface InterpretationSummary {
  id: string;
  title: string;
  form: InterpretationForm;
  level: PolicyLevel;
  /** What it explains; the first is the one it stands for. */
  policies: DocumentRef[];
  topics: string[];
  organ: string;
  organId?: string | undefined;
  publishedAt: string;
  /** One sentence: what it is about. */
  summary: string;
  excerpt?: string | undefined;
}

/** 政策解读. */
export interface Interpretation extends InterpretationSummary {
  background: Block[];
  basis: Block[];
  main: Block[];
  changes: PolicyChange[];
  scope: Block[];
  standards: Block[];
  benefits: Block[];
  cautions: Block[];
  terms: PolicyTerm[];
  questions: PolicyQuestion[];
  /** 我能享受吗: who may use it, in plain words. */
  eligibility: Block[];
  /** 我该怎么办: what to do next, in order. */
  steps: Block[];
  matters: PolicyMatter[];
  media: PolicyMedium[];
  files: Attachment[];
  interpreter: Interpreter;
  /** Published in one release with its policy (三同步). */
  synchronous: boolean;
  updatedAt: string;
}

const blocks = z.array(BlockSchema);

const summaryFields = {
  id: z.string(),
  title: z.string(),
  form: openEnum(interpretationForms),
  level: openEnum(policyLevels),
  policies: z.array(DocumentRefSchema),
  topics: z.array(z.string()),
  organ: z.string(),
  organId: z.optional(z.string()),
  publishedAt: z.string(),
  summary: z.string(),
  excerpt: z.optional(z.string()),
};

export const InterpretationSummarySchema = shape<InterpretationSummary>()(z.object(summaryFields));

export const InterpretationSchema = shape<Interpretation>()(
  z.object({
    ...summaryFields,
    background: blocks,
    basis: blocks,
    main: blocks,
    changes: z.array(
      z.object({ topic: z.string(), before: z.optional(z.string()), after: z.string() }),
    ),
    scope: blocks,
    standards: blocks,
    benefits: blocks,
    cautions: blocks,
    terms: z.array(z.object({ term: z.string(), meaning: z.string() })),
    questions: z.array(z.object({ question: z.string(), answer: blocks })),
    eligibility: blocks,
    steps: blocks,
    matters: z.array(
      z.object({
        name: z.string(),
        url: z.optional(z.string()),
        matterId: z.optional(z.string()),
      }),
    ),
    media: z.array(
      z.object({
        form: openEnum(interpretationForms),
        title: z.string(),
        file: z.optional(z.string()),
        url: z.optional(z.string()),
        alternative: blocks,
      }),
    ),
    files: z.array(AttachmentSchema),
    interpreter: z.object({
      organ: z.string(),
      organId: z.optional(z.string()),
      person: z.optional(z.string()),
      phone: z.optional(z.string()),
    }),
    synchronous: z.boolean(),
    updatedAt: z.string(),
  }),
);

export interface InterpretationListQuery {
  q?: string | undefined;
  /** Interpretations of this document. */
  policy?: string | undefined;
  organ?: string[] | undefined;
  topic?: string[] | undefined;
  form?: string[] | undefined;
  level?: string[] | undefined;
  /** Of the policy explained. */
  validity?: string[] | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
}

export type InterpretationPage = Page<InterpretationSummary>;

const texts = z.optional(z.array(z.string().check(z.maxLength(100))));

export const listInterpretations = endpoint({
  id: 'interpretations.list',
  method: 'GET',
  path: '/interpretations',
  summary: 'Interpretations of policies, the latest first',
  query: shape<InterpretationListQuery>()(
    z.strictObject({
      q: z.optional(z.string().check(z.maxLength(200))),
      policy: z.optional(z.string()),
      organ: texts,
      topic: texts,
      form: texts,
      level: texts,
      validity: texts,
      limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
      cursor: z.optional(z.string()),
    }),
  ),
  response: shape<InterpretationPage>()(
    z.object({ ...pageFields, items: z.array(InterpretationSummarySchema) }),
  ),
  access: 'public',
  caching: 'published',
});

export interface InterpretationParams {
  id: string;
}

export const getInterpretation = endpoint({
  id: 'interpretations.get',
  method: 'GET',
  path: '/interpretations/{id}',
  summary: 'One interpretation, whole',
  params: shape<InterpretationParams>()(z.object({ id: z.string() })),
  response: InterpretationSchema,
  access: 'public',
  caching: 'published',
});

export const getInterpretationFile = endpoint({
  id: 'interpretations.file',
  method: 'GET',
  path: '/interpretations/{id}/files/{file}',
  summary: 'A file of a published interpretation',
  params: shape<InterpretationParams & { file: string }>()(
    z.object({ id: z.string(), file: z.string() }),
  ),
  files: ['application/octet-stream'],
  access: 'public',
  caching: 'published',
});
