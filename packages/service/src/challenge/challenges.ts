import {
  ChallengeSolutionSchema,
  type Challenge,
  type ChallengeSolution,
} from '@open-info/contract/challenge';
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import { ProblemError } from '../http/problem.ts';
import type { Limits, Quota } from '../limits/limits.ts';
import type { Settings } from '../settings.ts';

/** What a submission brings to the check. */
export interface Submission {
  address: string;
  /** A repeated submission brings the solution of the first. */
  idempotencyKey: string | undefined;
}

/** 安全验证: asks for a proof of work when submissions come too thick. */
export interface Challenges {
  /** A new challenge for a caller. */
  create(address: string): Promise<Challenge>;
  /**
   * Counts a submission, and lets it pass when no proof is needed or a good one came with it. A
   * solution, as base64 of its JSON, is taken once, or again with the same `Idempotency-Key`.
   *
   * @throws ProblemError `challenge-required` saying what is wrong with the solution, or that one
   * is needed
   */
  pass(submission: Submission, solution: string | undefined): Promise<void>;
}

const algorithm = 'SHA-256' as const;
const lifeMs = 20 * 60_000;
/** 25,000 digests on average: about a second of a telephone of some years. */
const maxnumber = 50_000;

function needed(zh: string, en: string): ProblemError {
  return new ProblemError('challenge-required', { detail: { zh, en } });
}

const solveAnew = (zh: string, en: string): ProblemError =>
  needed(
    `${zh}请从 /api/v1/challenge 取新的验证，完成后重新提交。`,
    `${en} Take a new challenge from /api/v1/challenge, solve it and submit again.`,
  );

function read(text: string): ChallengeSolution | undefined {
  try {
    const json: unknown = JSON.parse(Buffer.from(text, 'base64').toString());
    return ChallengeSolutionSchema.safeParse(json).data;
  } catch {
    return undefined;
  }
}

/**
 * Proofs of work in the form of ALTCHA.
 *
 * @param secret signs the challenges; the same in every process that counts together
 */
export function openChallenges(
  limits: Limits,
  secret: Buffer,
  { challengeAfter = 3, challengeOverall = 60 }: Settings,
  now: () => Date,
): Challenges {
  const hmacKey = secret.toString('base64url');
  const quotas: [name: string, keyOf: (address: string) => string, quota: Quota][] = [
    ['challenge.address', (address) => address, { most: challengeAfter, perSeconds: 600 }],
    ['challenge.overall', () => '', { most: challengeOverall, perSeconds: 60 }],
  ];
  const open = quotas.filter(([, , { most }]) => most > 0);
  // 0 of either: always.
  const isAlways = open.length < quotas.length;

  const isNeeded = async (step: 'take' | 'look', address: string): Promise<boolean> => {
    if (isAlways) return true;
    for (const [name, keyOf, quota] of open) {
      const { allowed } = await limits[step](name, keyOf(address), quota);
      if (!allowed) return true;
    }
    return false;
  };
  const verify = async (text: string, use: string | undefined) => {
    const found = read(text);
    const solution = found?.algorithm === algorithm ? { ...found, algorithm } : undefined;
    // The time is checked below, by the service's own clock.
    if (!solution || !(await verifySolution(solution, hmacKey, false))) {
      throw solveAnew('安全验证的结果不正确。', 'The solution of the challenge is wrong.');
    }
    const expires = new Date(Number(extractParams(solution).expires) * 1_000);
    if (!(expires > now())) {
      throw solveAnew('安全验证已过期。', 'The challenge has expired.');
    }
    // Without a key of its own a second use is never the first again.
    const own = use ?? crypto.randomUUID();
    if (await limits.once('challenge.solution', solution.signature, own, expires)) return;
    throw solveAnew('这个安全验证已经用过。', 'This solution was used before.');
  };

  return {
    async create(address) {
      const expires = new Date(now().getTime() + lifeMs);
      const { challenge, salt, signature } = await createChallenge({
        algorithm,
        maxnumber,
        hmacKey,
        expires,
      });
      return {
        algorithm,
        challenge,
        salt,
        maxnumber,
        signature,
        expiresAt: expires.toISOString(),
        required: await isNeeded('look', address),
      };
    },
    async pass({ address, idempotencyKey }, solution) {
      if (solution) return verify(solution, idempotencyKey);
      if (!(await isNeeded('take', address))) return;
      throw solveAnew(
        '现在提交较多，需要先完成一次安全验证。',
        'There are many submissions at the moment, so a safety check comes first.',
      );
    },
  };
}
