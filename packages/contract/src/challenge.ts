import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { openEnum, shape, type Open } from './shape.ts';

/**
 * 安全验证: a proof of work in the form of ALTCHA v1, done by the machine of who submits, without a
 * picture. Find the whole number `n`, 0 ≤ n ≤ `maxnumber`, for which the SHA-256 digest of the
 * UTF-8 text `salt + n` (n in decimal), in lower-case hexadecimal, equals `challenge`. `salt` ends
 * with `&` and holds when the challenge expires; it is used as it is.
 */
export interface Challenge {
  /** The digest to use. */
  algorithm: Open<'SHA-256'>;
  /** The digest to find, in hexadecimal. */
  challenge: string;
  salt: string;
  /** The number to find is not above. */
  maxnumber: number;
  /** Goes back with the solution unchanged. */
  signature: string;
  /** Until when a solution is taken, ISO 8601 with offset. */
  expiresAt: string;
  /** Whether a submission from here needs a solution at the moment. */
  required: boolean;
}

export const ChallengeSchema = shape<Challenge>()(
  z.object({
    algorithm: openEnum(['SHA-256']),
    challenge: z.string(),
    salt: z.string(),
    maxnumber: z.number(),
    signature: z.string(),
    expiresAt: z.string(),
    required: z.boolean(),
  }),
);

/**
 * A solved challenge: the fields of the challenge and the number found. It is submitted as ALTCHA
 * has it, as the base64 of its JSON text.
 */
export interface ChallengeSolution {
  algorithm: string;
  challenge: string;
  salt: string;
  signature: string;
  /** The number found. */
  number: number;
}

export const ChallengeSolutionSchema = shape<ChallengeSolution>()(
  z.strictObject({
    algorithm: z.string().check(z.minLength(1), z.maxLength(20)),
    challenge: z.string().check(z.minLength(1), z.maxLength(128)),
    salt: z.string().check(z.minLength(1), z.maxLength(200)),
    signature: z.string().check(z.minLength(1), z.maxLength(128)),
    number: z.int().check(z.minimum(0), z.maximum(10_000_000)),
  }),
);

/** A new challenge, and whether one is needed now. */
export const getChallenge = endpoint({
  id: 'challenge.get',
  method: 'GET',
  path: '/challenge',
  summary: 'A proof of work for a submission, and whether one is needed now',
  response: ChallengeSchema,
  access: 'public',
  caching: 'none',
});
