import {
  getChallenge as challengeEndpoint,
  type Challenge,
  type ChallengeSolution,
} from '@open-info/contract/challenge';
import type { Client, RequestOptions } from './client.ts';
import { call, type Call } from './core/call.ts';
import { subtle } from './core/runtime.ts';
import { AbortedError, UsageError } from './errors.ts';

export interface SolveOptions {
  signal?: AbortSignal | undefined;
  /** @param tried numbers tried, of at most `most` */
  onProgress?: ((tried: number, most: number) => void) | undefined;
}

/** A new proof of work, and whether one is needed now. `submitRequest` asks by itself. */
export function getChallenge(client: Client, options?: RequestOptions): Call<Challenge> {
  return call(client, challengeEndpoint, {}, options);
}

/** Numbers tried before the page has its turn: some ten milliseconds. */
const chunk = 500;

const bytesOf = (hexadecimal: string): number[] =>
  (hexadecimal.match(/../g) ?? []).map((pair) => parseInt(pair, 16));

/** The page's turn: a promise alone would not let it draw. */
const pageTurn = () => new Promise((resolve) => setTimeout(resolve));

async function find(
  { challenge, salt, maxnumber }: Challenge,
  { signal, onProgress }: SolveOptions,
): Promise<number | undefined> {
  const crypto = subtle();
  const wanted = bytesOf(challenge);
  const text = new TextEncoder();
  const isFound = async (number: number) => {
    const given = new Uint8Array(await crypto.digest('SHA-256', text.encode(`${salt}${number}`)));
    return given.length === wanted.length && wanted.every((byte, at) => byte === given[at]);
  };
  for (let from = 0; from <= maxnumber; from += chunk) {
    if (signal?.aborted) throw new AbortedError(signal.reason);
    const count = Math.min(chunk, maxnumber - from + 1);
    const found = await Promise.all(Array.from({ length: count }, (_, at) => isFound(from + at)));
    const at = found.indexOf(true);
    if (at >= 0) return from + at;
    onProgress?.(Math.min(from + count, maxnumber), maxnumber);
    await pageTurn();
  }
  return undefined;
}

/**
 * Does a proof of work, in pieces between which the page goes on. The result, the base64 of a
 * `ChallengeSolution`, stands in `submission.challenge`.
 *
 * @throws UsageError when it cannot be solved here, AbortedError
 */
export async function solveChallenge(
  challenge: Challenge,
  options: SolveOptions = {},
): Promise<string> {
  if (challenge.algorithm !== 'SHA-256') {
    throw new UsageError('The challenge asks for a digest this version does not know.');
  }
  const number = await find(challenge, options);
  if (number === undefined) throw new UsageError('The challenge has no solution.');
  const { algorithm, challenge: digest, salt, signature } = challenge;
  const solution: ChallengeSolution = { algorithm, challenge: digest, salt, signature, number };
  return btoa(JSON.stringify(solution));
}
