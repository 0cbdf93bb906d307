import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { ChallengeSchema, type Challenge } from '@open-info/contract/challenge';
import { startTestService, type TestService } from '../../test/service.ts';
import { ProblemError } from '../http/problem.ts';
import { countsInMemory } from '../limits/counts.ts';
import { openLimits } from '../limits/limits.ts';
import type { Settings } from '../settings.ts';
import { openChallenges } from './challenges.ts';

/** Does what the contract says has to be computed, with nothing but a digest. */
async function solve({ algorithm, challenge, salt, maxnumber }: Challenge): Promise<number> {
  for (let n = 0; n <= maxnumber; n++) {
    const digest = await crypto.subtle.digest(algorithm, Buffer.from(`${salt}${n}`));
    if (Buffer.from(digest).toString('hex') === challenge) return n;
  }
  throw new Error('there is no solution');
}

function encode({ algorithm, challenge, salt, signature }: Challenge, number: number): string {
  return Buffer.from(JSON.stringify({ algorithm, challenge, salt, signature, number })).toString(
    'base64',
  );
}

const solved = async (challenge: Challenge): Promise<string> =>
  encode(challenge, await solve(challenge));

let clock = Date.parse('2026-05-06T09:00:00+08:00');
const now = () => new Date(clock);
const settings: Settings = {
  ...{ port: 0, host: '', data: 'memory', logLevel: 'silent', readIndex: 'off' },
};

function openNew(own: Partial<Settings> = {}) {
  const limits = openLimits(countsInMemory(), randomBytes(32), now);
  return openChallenges(limits, randomBytes(32), { ...settings, ...own }, now);
}
const from = (address: string, idempotencyKey?: string) => ({ address, idempotencyKey });

const refusedWith = (detail: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ProblemError);
  assert.equal(error.code, 'challenge-required');
  assert.match(error.facts.detail?.zh ?? '', detail);
  assert.match(error.facts.detail?.zh ?? '', /\/api\/v1\/challenge/);
  return true;
};

describe('a challenge', () => {
  test('is asked for after the third submission of an address in ten minutes', async () => {
    const challenges = openNew();
    for (let i = 0; i < 3; i++) {
      assert.equal((await challenges.create('a')).required, false);
      await challenges.pass(from('a'), undefined);
    }
    assert.equal((await challenges.create('a')).required, true);
    await assert.rejects(challenges.pass(from('a'), undefined), refusedWith(/提交较多/));
    assert.equal((await challenges.create('b')).required, false);
    await challenges.pass(from('b'), undefined);
    clock += 600_000;
    assert.equal((await challenges.create('a')).required, false);
  });

  test('is asked of all when all together submit too much', async () => {
    const challenges = openNew({ challengeOverall: 5 });
    for (let i = 0; i < 5; i++) await challenges.pass(from(`address ${i}`), undefined);
    assert.equal((await challenges.create('new')).required, true);
    await assert.rejects(challenges.pass(from('new'), undefined), ProblemError);
  });

  test('is always asked for where the setting says so', async () => {
    const challenges = openNew({ challengeAfter: 0 });
    assert.equal((await challenges.create('a')).required, true);
    await assert.rejects(challenges.pass(from('a'), undefined), ProblemError);
  });

  test('solved lets pass once, and again for the same submission only', async () => {
    const challenges = openNew({ challengeAfter: 0 });
    const solution = await solved(await challenges.create('a'));
    await challenges.pass(from('a', 'key-of-one'), solution);
    await challenges.pass(from('a', 'key-of-one'), solution);
    await assert.rejects(challenges.pass(from('a', 'key-of-two'), solution), refusedWith(/用过/));
    const another = await solved(await challenges.create('a'));
    await challenges.pass(from('a'), another);
    await assert.rejects(challenges.pass(from('a'), another), refusedWith(/用过/));
  });

  test('does not take a wrong number, a stranger’s or a changed challenge, or nonsense', async () => {
    const challenges = openNew({ challengeAfter: 0 });
    const challenge = await challenges.create('a');
    const number = await solve(challenge);
    const easy = await openNew().create('a');
    const longer = challenge.salt.replace(/expires=\d+/, 'expires=9999999999');
    const wrong = [
      encode(challenge, number + 1),
      await solved(easy),
      encode({ ...challenge, salt: longer }, number),
      encode({ ...challenge, algorithm: 'SHA-1' }, number),
      encode(challenge, Number.NaN),
      'nonsense',
      '',
    ];
    for (const solution of wrong.slice(0, -1)) {
      await assert.rejects(challenges.pass(from('a'), solution), refusedWith(/不正确/), solution);
    }
    await challenges.pass(from('a'), encode(challenge, number));
  });

  test('cannot be split so that its end lies elsewhere', async () => {
    const challenges = openNew({ challengeAfter: 0 });
    const challenge = await challenges.create('a');
    const digits = String(await solve(challenge));
    for (let at = 1; at < digits.length; at++) {
      const salt = challenge.salt + digits.slice(0, at);
      const spliced = encode({ ...challenge, salt }, Number(digits.slice(at)));
      await assert.rejects(challenges.pass(from('a'), spliced), refusedWith(/不正确/));
    }
  });

  test('holds for twenty minutes', async () => {
    const challenges = openNew({ challengeAfter: 0 });
    const challenge = await challenges.create('a');
    assert.equal(Date.parse(challenge.expiresAt), clock + 20 * 60_000);
    const solution = await solved(challenge);
    clock += 20 * 60_000 + 1_000;
    await assert.rejects(challenges.pass(from('a'), solution), refusedWith(/过期/));
  });
});

describe('GET /challenge', () => {
  let service: TestService;
  before(async () => {
    service = await startTestService({ now });
  });
  after(() => service.close());

  test('is a new one each time, for any page, and never kept', async () => {
    const ask = () => fetch(`${service.url}/api/v1/challenge`);
    const response = await ask();
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    const one = ChallengeSchema.parse(await response.json());
    const other = ChallengeSchema.parse(await (await ask()).json());
    assert.notEqual(one.signature, other.signature);
    assert.ok((await solve(one)) <= one.maxnumber);
    await service.service.challenges.pass(from('a'), await solved(other));
  });
});
