import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { openTestDatabase } from '../../test/database.ts';
import type { Database } from '../database/open.ts';
import { ProblemError } from '../http/problem.ts';
import { countsInDatabase, countsInMemory, type Counts } from './counts.ts';
import { openLimits, type Limits } from './limits.ts';

let database: Database;
before(async () => {
  database = await openTestDatabase();
});
after(() => database.close());

const stores: [name: string, make: () => Counts][] = [
  ['in memory', countsInMemory],
  ['in the database', () => countsInDatabase(database.db)],
];
const quota = { most: 3, perSeconds: 60 };

for (const [name, makeCounts] of stores) {
  describe(`limits ${name}`, () => {
    let clock = Date.parse('2026-05-06T09:00:00+08:00');
    const later = (seconds: number) => (clock += seconds * 1_000);
    const openNew = (counts = makeCounts()): Limits =>
      openLimits(counts, randomBytes(32), () => new Date(clock));

    test('so many, then none until time has passed, then one by one', async () => {
      const limits = openNew();
      const take = () => limits.take('submit', 'a', quota);
      assert.deepEqual(await take(), { allowed: true, remaining: 2, resetSeconds: 20 });
      assert.deepEqual(await take(), { allowed: true, remaining: 1, resetSeconds: 40 });
      assert.deepEqual(await take(), { allowed: true, remaining: 0, resetSeconds: 60 });
      assert.deepEqual(await take(), { allowed: false, remaining: 0, resetSeconds: 20 });
      later(19);
      assert.deepEqual(await take(), { allowed: false, remaining: 0, resetSeconds: 1 });
      later(1);
      assert.equal((await take()).allowed, true);
      assert.equal((await take()).allowed, false);
      later(3_600);
      assert.equal((await take()).remaining, 2);
    });

    test('one key does not take from another, nor one name from another', async () => {
      const limits = openNew();
      for (let i = 0; i < 4; i++) await limits.take('submit', 'a', quota);
      assert.equal((await limits.take('submit', 'b', quota)).allowed, true);
      assert.equal((await limits.take('track', 'a', quota)).allowed, true);
    });

    test('of fifty at once exactly as many as there are', async () => {
      const limits = openNew();
      const all = await Promise.all(
        Array.from({ length: 50 }, () => limits.take('submit', 'a', quota)),
      );
      assert.equal(all.filter(({ allowed }) => allowed).length, 3);
    });

    test('a quota smaller than one at a time takes none', async () => {
      const limits = openNew();
      assert.equal((await limits.take('x', 'a', { most: 0.5, perSeconds: 1 })).allowed, false);
    });

    test('looking takes nothing', async () => {
      const limits = openNew();
      for (let i = 0; i < 5; i++) {
        assert.deepEqual(await limits.look('submit', 'a', quota), {
          ...{ allowed: true, remaining: 3, resetSeconds: 0 },
        });
      }
      for (let i = 0; i < 3; i++) await limits.take('submit', 'a', quota);
      assert.deepEqual(await limits.look('submit', 'a', quota), {
        ...{ allowed: false, remaining: 0, resetSeconds: 20 },
      });
    });

    test('passing tells what is left, and when to try again', async () => {
      const limits = openNew();
      const pass = async () => {
        const answerHeaders = new Headers();
        await limits.pass({ answerHeaders }, 'submit', 'a', quota);
        return answerHeaders;
      };
      const headers = await pass();
      assert.equal(headers.get('ratelimit-policy'), '"submit";q=3;w=60');
      assert.equal(headers.get('ratelimit'), '"submit";r=2;t=20');
      await pass();
      await pass();
      await assert.rejects(pass, (error) => {
        assert.ok(error instanceof ProblemError);
        assert.equal(error.status, 429);
        assert.deepEqual(error.facts.headers, { 'Retry-After': '20' });
        assert.match(error.facts.detail?.zh ?? '', /20 秒后/);
        return true;
      });
    });

    test('the sixth wrong code finds the door locked, each time for longer', async () => {
      const limits = openNew();
      const fail = () => limits.fail('code', '2026-0000123-4');
      for (let i = 0; i < 5; i++) assert.deepEqual(await fail(), { locked: false, seconds: 0 });
      assert.deepEqual(await fail(), { locked: true, seconds: 60 });
      assert.deepEqual(await limits.locked('code', '2026-0000123-4'), {
        ...{ locked: true, seconds: 60 },
      });
      assert.throws(() => limits.refuse({ locked: true, seconds: 60 }), /Try again in 60 seconds/);
      later(60);
      assert.equal((await limits.locked('code', '2026-0000123-4')).locked, false);
      assert.equal((await fail()).locked, false);
      assert.deepEqual(await fail(), { locked: true, seconds: 120 });
      for (let i = 0; i < 30; i++) {
        later(86_400);
        await fail();
      }
      assert.equal((await fail()).seconds, 86_400);
      assert.equal((await limits.fail('code', 'other')).locked, false);
    });

    test('of many tries at once five are compared', async () => {
      const limits = openNew();
      const tries = Array.from({ length: 40 }, () => limits.fail('code', 'a'));
      assert.equal((await Promise.all(tries)).filter(({ locked }) => !locked).length, 5);
    });

    test('a right code clears, and a day without a try forgets', async () => {
      const limits = openNew();
      for (let i = 0; i < 4; i++) await limits.fail('code', 'a');
      await limits.clear('code', 'a');
      for (let i = 0; i < 4; i++) assert.equal((await limits.fail('code', 'a')).locked, false);
      later(86_401);
      for (let i = 0; i < 5; i++) assert.equal((await limits.fail('code', 'a')).locked, false);
      assert.equal((await limits.fail('code', 'a')).locked, true);
    });

    test('what may be used once is used once, or again by the same use', async () => {
      const limits = openNew();
      const until = new Date(clock + 60_000);
      const once = (use: string) => limits.once('solution', 's', use, until);
      assert.equal(await once('first'), true);
      assert.equal(await once('first'), true);
      assert.equal(await once('second'), false);
      later(61);
      assert.equal(await limits.once('solution', 's', 'second', new Date(clock + 1_000)), true);
    });

    test('what has passed is thrown away', async () => {
      const counts = makeCounts();
      const limits = openNew(counts);
      for (let i = 0; i < 20; i++) await limits.take('submit', String(i), quota);
      later(86_400);
      await limits.take('submit', 'last', quota);
      if (name === 'in memory') return;
      const rows = await database.db.selectFrom('limits').select('id').execute();
      assert.equal(rows.length, 1);
    });
  });
}

test('no address and no number stands in the table', async () => {
  const limits = openLimits(countsInDatabase(database.db), randomBytes(32), () => new Date());
  await limits.take('submit', '203.0.113.77', quota);
  await limits.fail('code', '2026-0000777-7');
  await limits.once('solution', 'signature', 'a-key-of-somebody', new Date(Date.now() + 1_000));
  const rows = JSON.stringify(await database.db.selectFrom('limits').selectAll().execute());
  assert.ok(rows.length > 100);
  for (const word of ['203.0', '0000777', 'submit', 'somebody']) assert.ok(!rows.includes(word));
});

test('two processes on one database count together', async () => {
  const secret = randomBytes(32);
  const now = () => new Date('2026-05-06T09:00:00+08:00');
  const [one, other] = [0, 0].map(() => openLimits(countsInDatabase(database.db), secret, now));
  assert.ok(one && other);
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : other).take('shared', 'a', quota)),
  );
  assert.equal(all.filter(({ allowed }) => allowed).length, 3);
});
