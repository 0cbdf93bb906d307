import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { apiError, ConnectionError, UsageError } from '../errors.ts';
import { retryAfter } from './retry-after.ts';
import { longestWait, pauseBefore } from './retry.ts';

const now = Date.UTC(2026, 10, 20, 8, 0, 0);

test('Retry-After is read in seconds and in the three forms of a date', () => {
  const cases: [string | null, number | undefined][] = [
    ['0', 0],
    ['120', 120_000],
    [' 7 ', 7_000],
    ['Fri, 20 Nov 2026 08:01:00 GMT', 60_000],
    ['Friday, 20-Nov-26 08:01:00 GMT', 60_000],
    ['Fri Nov 20 08:01:00 2026', 60_000],
    ['Sun Nov  1 08:01:00 2026', 0],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
    ['Fri, 20 Nov 2026 07:59:00 GMT', 0],
    ['Fri, 20 Nix 2026 07:59:00 GMT', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['1e9', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [header, expected] of cases) {
    assert.equal(retryAfter(header, now), expected, String(header));
  }
});

test('no header makes the parser fail or answer a negative time', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      const wait = retryAfter(header, now);
      assert.ok(wait === undefined || wait >= 0);
    }),
  );
});

const limited = (retryAfterMs?: number) =>
  apiError({ status: 429, headers: new Headers(), retryAfterMs });

test('a wait asked by the service is kept, capped, or refused', () => {
  assert.equal(pauseBefore(limited(2_000), 1, 30_000), 2_000);
  assert.equal(pauseBefore(limited(20_000), 1, 30_000), longestWait);
  assert.equal(pauseBefore(limited(31_000), 1, 30_000), undefined);
  assert.equal(pauseBefore(limited(0), 1, 0), undefined);
});

test('without one the wait is random below a doubling bound', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (failed) => {
      const pause = pauseBefore(new ConnectionError('gone'), failed, 30_000)!;
      assert.ok(pause >= 0 && pause < Math.min(4_000, 300 * 2 ** (failed - 1)));
    }),
  );
});

test('what will not change is not repeated', () => {
  assert.equal(pauseBefore(new UsageError('wrong'), 1, 30_000), undefined);
  const notFound = apiError({ status: 404, headers: new Headers(), retryAfterMs: 0 });
  assert.equal(pauseBefore(notFound, 1, 30_000), undefined);
});
