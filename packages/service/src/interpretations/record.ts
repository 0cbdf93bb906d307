import type { Block } from '@open-info/contract/blocks';
import { policyLevels, type PolicyLevel } from '@open-info/contract/documents';
import {
  interpretationForms,
  type Interpretation,
  type InterpretationForm,
  type Interpreter,
  type PolicyChange,
  type PolicyMatter,
  type PolicyMedium,
  type PolicyQuestion,
  type PolicyTerm,
} from '@open-info/contract/interpretations';
import { openEnum, shape } from '@open-info/contract/shape';
import * as z from 'zod/mini';
import { Blocks, Id, Instant, isSafeHref, Line } from '../documents/checks.ts';

/** The sections of an interpretation that are text. */
export const textSections = [
  'background',
  'basis',
  'main',
  'scope',
  'standards',
  'benefits',
  'cautions',
  'eligibility',
  'steps',
] as const;

/** What an interpretation says, beside its heading. */
export type InterpretationContent = Pick<
  Interpretation,
  | (typeof textSections)[number]
  | 'changes'
  | 'terms'
  | 'questions'
  | 'matters'
  | 'media'
  | 'interpreter'
>;

/** 政策解读 as it comes in; a section that is absent is empty. */
export interface InterpretationRecord {
  id: string;
  title: string;
  /** Ids, 索引号 or 文号 of what it explains; the first is the one it stands for. */
  policies: string[];
  form: InterpretationForm;
  level: PolicyLevel;
  /** Id of the organ, or its name where it is none of ours. */
  organId?: string | undefined;
  organ?: string | undefined;
  /** Those of its policies when absent. */
  topics?: string[] | undefined;
  publishedAt: string;
  summary: string;
  background?: Block[] | undefined;
  basis?: Block[] | undefined;
  main?: Block[] | undefined;
  changes?: PolicyChange[] | undefined;
  scope?: Block[] | undefined;
  standards?: Block[] | undefined;
  benefits?: Block[] | undefined;
  cautions?: Block[] | undefined;
  eligibility?: Block[] | undefined;
  steps?: Block[] | undefined;
  terms?: PolicyTerm[] | undefined;
  questions?: PolicyQuestion[] | undefined;
  matters?: PolicyMatter[] | undefined;
  media?: PolicyMedium[] | undefined;
  interpreter?: Interpreter | undefined;
  /** Follows from the times of publication; what a file says of it is not taken. */
  synchronous?: boolean | undefined;
}

const section = z.optional(Blocks);
const links = { zh: 'http(s) 地址或本站路径', en: 'an http(s) address or a path of the same site' };
const Href = z.string().check(z.refine(isSafeHref, { params: { expected: links } }));

export const InterpretationRecordSchema = shape<InterpretationRecord>()(
  z.strictObject({
    id: Id,
    title: Line,
    policies: z.array(Line),
    form: openEnum(interpretationForms),
    level: openEnum(policyLevels),
    organId: z.optional(z.string()),
    organ: z.optional(Line),
    topics: z.optional(z.array(Line)),
    publishedAt: Instant,
    summary: Line,
    background: section,
    basis: section,
    main: section,
    changes: z.optional(
      z.array(z.strictObject({ topic: Line, before: z.optional(z.string()), after: z.string() })),
    ),
    scope: section,
    standards: section,
    benefits: section,
    cautions: section,
    eligibility: section,
    steps: section,
    terms: z.optional(z.array(z.strictObject({ term: Line, meaning: z.string() }))),
    questions: z.optional(z.array(z.strictObject({ question: Line, answer: Blocks }))),
    matters: z.optional(
      z.array(
        z.strictObject({
          name: Line,
          url: z.optional(Href),
          matterId: z.optional(z.string()),
        }),
      ),
    ),
    media: z.optional(
      z.array(
        z.strictObject({
          form: openEnum(interpretationForms),
          title: Line,
          file: z.optional(z.string()),
          url: z.optional(Href),
          alternative: Blocks.check(z.minLength(1)),
        }),
      ),
    ),
    interpreter: z.optional(
      z.strictObject({
        organ: Line,
        organId: z.optional(z.string()),
        person: z.optional(z.string()),
        phone: z.optional(z.string()),
      }),
    ),
    synchronous: z.optional(z.boolean()),
  }),
);
