import { createHmac } from 'node:crypto';
import { ProblemError } from '../http/problem.ts';
import type { Counts, LockTimes } from './counts.ts';

/** So many in so long a time. */
export interface Quota {
  most: number;
  perSeconds: number;
}

/** What is left after one was taken. */
export interface Taken {
  allowed: boolean;
  remaining: number;
  /** Seconds until all is there again, or, when refused, until the next one is. */
  resetSeconds: number;
}

/** Whether wrong codes have closed a door. */
export interface Lock {
  locked: boolean;
  /** Seconds until the door opens again; 0 when it is open. */
  seconds: number;
}

/**
 * Counts what is asked how often. A `name` is what is limited (`requests.submit`), a `key` for whom
 * (address, receipt number); both are kept only as one keyed hash.
 */
export interface Limits {
  take(name: string, key: string, quota: Quota): Promise<Taken>;
  /** What `take` would say, without taking. */
  look(name: string, key: string, quota: Quota): Promise<Taken>;
  /**
   * Takes one and tells the caller: `RateLimit` headers on the answer, also on a good one.
   *
   * @throws ProblemError `too-many-requests` with when to try again
   */
  pass(call: { answerHeaders: Headers }, name: string, key: string, quota: Quota): Promise<void>;
  /**
   * Counts a try of a code, before it is compared, so that many at once count too; `clear` it when
   * it was right. The fifth locks for a minute, each further one twice as long, up to a day.
   *
   * @returns locked when this try must not be compared
   */
  fail(name: string, key: string): Promise<Lock>;
  locked(name: string, key: string): Promise<Lock>;
  clear(name: string, key: string): Promise<void>;
  /** @throws ProblemError `too-many-requests` with when to try again, when the lock is closed */
  refuse(lock: Lock): void;
  /**
   * Takes what may be used once.
   *
   * @param use a second time with the same is still the first time, for a repeated request
   * @returns whether it is the first time
   */
  once(name: string, key: string, use: string, until: Date): Promise<boolean>;
}

const lockTimes: LockTimes = { free: 5, firstMs: 60_000, mostMs: 86_400_000 };

const secondsUntil = (time: number, now: number): number =>
  Math.max(0, Math.ceil((time - now) / 1_000));

function inWords(seconds: number): { zh: string; en: string } {
  if (seconds < 120) return { zh: `${seconds} 秒`, en: `${seconds} seconds` };
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return { zh: `${minutes} 分钟`, en: `${minutes} minutes` };
  const hours = Math.ceil(minutes / 60);
  return { zh: `${hours} 小时`, en: `${hours} hours` };
}

/**
 * A bucket is one time: the moment at which it is full again. Taking one moves it by the time one
 * needs to come back; it cannot lie further ahead than the whole quota (GCRA).
 */
function takenOf(mark: number, now: number, allowed: boolean, { most, perSeconds }: Quota): Taken {
  const span = perSeconds * 1_000;
  const step = Math.ceil(span / most);
  if (!allowed) {
    return {
      allowed,
      remaining: 0,
      resetSeconds: Math.max(1, secondsUntil(mark + step - span, now)),
    };
  }
  const remaining = Math.floor((now + span - Math.max(mark, now)) / step);
  return { allowed, remaining, resetSeconds: secondsUntil(mark, now) };
}

/** The limits of a service. */
export function openLimits(counts: Counts, secret: Buffer, now: () => Date): Limits {
  const idOf = (kind: string, name: string, key: string): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify([kind, name, key]))
      .digest('base64url');
  const time = () => now().getTime();
  const lockOf = (until: number, at: number): Lock => ({
    locked: until > at,
    seconds: secondsUntil(until, at),
  });

  const take: Limits['take'] = async (name, key, quota) => {
    const at = time();
    const span = quota.perSeconds * 1_000;
    const step = Math.ceil(span / quota.most);
    const { mark, moved } = await counts.move(idOf('quota', name, key), at, step, span);
    return takenOf(mark, at, moved, quota);
  };
  const refuse: Limits['refuse'] = ({ locked, seconds }) => {
    if (locked) throw tooMany(seconds);
  };

  return {
    take,
    refuse,
    async look(name, key, quota) {
      const at = time();
      const span = quota.perSeconds * 1_000;
      const mark = await counts.mark(idOf('quota', name, key));
      const isLeft = Math.max(mark, at) + Math.ceil(span / quota.most) <= at + span;
      return takenOf(mark, at, isLeft, quota);
    },
    async pass({ answerHeaders }, name, key, quota) {
      const { allowed, remaining, resetSeconds } = await take(name, key, quota);
      const label = JSON.stringify(name);
      answerHeaders.append('RateLimit-Policy', `${label};q=${quota.most};w=${quota.perSeconds}`);
      answerHeaders.append('RateLimit', `${label};r=${remaining};t=${resetSeconds}`);
      refuse({ locked: !allowed, seconds: resetSeconds });
    },
    async fail(name, key) {
      const at = time();
      return lockOf(await counts.fail(idOf('lock', name, key), at, lockTimes), at);
    },
    async locked(name, key) {
      return lockOf(await counts.mark(idOf('lock', name, key)), time());
    },
    clear: (name, key) => counts.forget(idOf('lock', name, key)),
    once: (name, key, use, until) =>
      counts.claim(idOf('once', name, key), idOf('use', name, use), time(), until.getTime()),
  };
}

function tooMany(seconds: number): ProblemError {
  const { zh, en } = inWords(seconds);
  return new ProblemError('too-many-requests', {
    detail: { zh: `请在 ${zh}后再试。`, en: `Try again in ${en}.` },
    headers: { 'Retry-After': String(seconds) },
  });
}
