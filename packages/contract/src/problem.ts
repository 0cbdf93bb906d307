import * as z from 'zod/mini';
import { openEnum, shape, type Open } from './shape.ts';

/** Stable codes a client may branch on. */
export const problemCodes = [
  'bad-query',
  'bad-cursor',
  'bad-path',
  'bad-body',
  'unauthenticated',
  'bad-signature',
  'forbidden',
  'challenge-required',
  'unsupported-media-type',
  'not-found',
  'method-not-allowed',
  'not-acceptable',
  'illegal-move',
  'key-reused',
  'too-large',
  'too-many-requests',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = Open<(typeof problemCodes)[number]>;

/** What is wrong with one field of a request. */
export interface FieldProblem {
  /** Name of the query parameter, or path into the body (`applicant.name`). */
  field: string;
  /** What is wrong, in the language of the request. */
  message: string;
  /** What would be right: a range, a pattern, some of the allowed values. */
  expected?: string | undefined;
}

export const FieldProblemSchema = shape<FieldProblem>()(
  z.object({
    field: z.string(),
    message: z.string(),
    expected: z.optional(z.string()),
  }),
);

/** An error answer, `application/problem+json` (RFC 9457). */
export interface Problem {
  /** URI of the kind of problem; `about:blank` is never used. */
  type: string;
  title: string;
  status: number;
  detail?: string | undefined;
  code: ProblemCode;
  requestId: string;
  errors?: FieldProblem[] | undefined;
  /** The article a refusal rests on, as 《条例》第三十条. */
  article?: string | undefined;
}

export const ProblemSchema = shape<Problem>()(
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.optional(z.string()),
    code: openEnum(problemCodes),
    requestId: z.string(),
    errors: z.optional(z.array(FieldProblemSchema)),
    article: z.optional(z.string()),
  }),
);
