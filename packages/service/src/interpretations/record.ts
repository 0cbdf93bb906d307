import { policyLevels } from '@open-info/contract/documents';
import type { InterpretationText } from '@open-info/contract/editing';
import { interpretationForms, type Interpretation } from '@open-info/contract/interpretations';
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

/** 政策解读 as it comes in: what a drafter writes, and what is known once it is out. */
export interface InterpretationRecord extends InterpretationText {
  id: string;
  /** Id of the organ, or its name where it is none of ours. */
  organId?: string | undefined;
  organ?: string | undefined;
  publishedAt: string;
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
