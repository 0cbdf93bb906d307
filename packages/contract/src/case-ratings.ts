import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { OrganRefSchema, type OrganRef } from './organs.ts';
import { pageFields, shape, type Page } from './shape.ts';

/** 差评 has to be looked into and answered within so many workdays. */
export const ratingAnswerWorkdays = 15;

/** 评价 as the office sees it: of a case, of nobody by name. */
export interface DeskRating {
  /** 办件编号. */
  number: string;
  matter: string;
  organ: OrganRef;
  /** 满意度 code, `1` to `5`. */
  level: string;
  /** 评价渠道. */
  channel: string;
  /** Codes of `ratingReasonWords`. */
  reasons: string[];
  /** 文字评价; absent when there is none, or it was erased. */
  text?: string | undefined;
  at: string;
  /** 差评: the last day to answer, `YYYY-MM-DD`. */
  answerBy?: string | undefined;
  answer?: { text: string; on: string } | undefined;
}

export const DeskRatingSchema = shape<DeskRating>()(
  z.object({
    number: z.string(),
    matter: z.string(),
    organ: OrganRefSchema,
    level: z.string(),
    channel: z.string(),
    reasons: z.array(z.string()),
    text: z.optional(z.string()),
    at: z.string(),
    answerBy: z.optional(z.string()),
    answer: z.optional(z.object({ text: z.string(), on: z.string() })),
  }),
);

export interface DeskRatingQuery {
  /** `open`: those that wait for an answer, the oldest first; absent: all, the newest first. */
  state?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

export const listRatings = endpoint({
  id: 'cases.ratings',
  method: 'GET',
  path: '/desk/ratings',
  summary: 'What people say of the cases of an organ, and which of it waits for an answer',
  query: shape<DeskRatingQuery>()(
    z.strictObject({
      state: z.optional(z.string().check(z.regex(/^open$/))),
      cursor: z.optional(z.string().check(z.maxLength(200))),
      limit: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
    }),
  ),
  response: shape<Page<DeskRating>>()(
    z.object({ items: z.array(DeskRatingSchema), ...pageFields }),
  ),
  access: 'officer',
  caching: 'none',
});

export interface RatingAnswer {
  number: string;
  /** What was found and done, as the applicant reads it. */
  text: string;
}

export const answerRating = endpoint({
  id: 'cases.answerRating',
  method: 'POST',
  path: '/desk/ratings/answers',
  summary: 'Answers a rating, once (差评整改)',
  body: shape<RatingAnswer>()(
    z.strictObject({
      number: z.string().check(z.minLength(1), z.maxLength(60)),
      text: z.string().check(z.regex(/\S/), z.maxLength(2000)),
    }),
  ),
  response: DeskRatingSchema,
  access: 'officer',
  caching: 'none',
  idempotent: true,
});
