import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Challenge } from '@open-info/contract/challenge';
import { failure } from '../test/server.ts';
import { solveChallenge } from './challenges.ts';
import { AbortedError, isOpenInfoError } from './errors.ts';

const salt = '0f8a?expires=4102444800&';

function challengeFor(number: number): Challenge {
  const challenge = createHash('sha256').update(`${salt}${number}`).digest('hex');
  const expiresAt = '2100-01-01T00:00:00Z';
  return {
    algorithm: 'SHA-256',
    challenge,
    salt,
    maxnumber: 1200,
    signature: 's',
    expiresAt,
    required: true,
  };
}

test('finds every number there may be, and says how far it is', async () => {
  for (const number of [0, 1, 499, 500, 1199, 1200]) {
    const tried: number[] = [];
    const onProgress = (count: number, most: number) => tried.push(count / most);
    const text = atob(await solveChallenge(challengeFor(number), { onProgress }));
    const { challenge } = challengeFor(number);
    const solution: unknown = JSON.parse(text);
    assert.deepEqual(solution, { algorithm: 'SHA-256', challenge, salt, signature: 's', number });
    assert.equal(tried.length, Math.floor(number / 500));
    assert.ok(tried.every((part) => part <= 1));
  }
});

test('what cannot be solved is said', async () => {
  const none = await failure(solveChallenge(challengeFor(1201)));
  assert.ok(isOpenInfoError(none, 'usage'));
  const unknown = await failure(solveChallenge({ ...challengeFor(1), algorithm: 'SHA-512' }));
  assert.ok(isOpenInfoError(unknown, 'usage'));
});

test('stops when its signal fires', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const onProgress = () => controller.abort();
  const work = solveChallenge({ ...challengeFor(1201), maxnumber: 1e9 }, { signal, onProgress });
  assert.ok((await failure(work)) instanceof AbortedError);
});
