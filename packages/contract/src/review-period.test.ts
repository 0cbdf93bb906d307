import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarChina } from './calendar-china.ts';
import { addMonths, litigationUntil, reconsiderationUntil } from './review-period.ts';

test('months end on the day of the same number, or on the last of the month', () => {
  const vectors: [from: string, months: number, to: string][] = [
    ['2026-01-15', 6, '2026-07-15'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', -13, '2024-12-31'],
  ];
  for (const [from, months, to] of vectors) {
    assert.equal(addMonths(from, months), to, `${from} + ${months}`);
  }
  assert.throws(() => addMonths('31 January', 1), RangeError);
});

test('sixty days are natural days, and a rest day at the end moves on', () => {
  // 60 days after 2026-03-02 is 2026-05-01, 劳动节; the first workday after it is Wednesday.
  assert.deepEqual(reconsiderationUntil(calendarChina, '2026-03-02'), {
    date: '2026-05-06',
    provisional: false,
  });
  assert.equal(reconsiderationUntil(calendarChina, '2026-03-09').date, '2026-05-08');
});

test('six months, and what is not yet published is said to be provisional', () => {
  assert.deepEqual(litigationUntil(calendarChina, '2026-04-01'), {
    date: '2026-10-08',
    provisional: false,
  });
  assert.deepEqual(litigationUntil(calendarChina, '2026-07-01'), {
    date: '2027-01-04',
    provisional: true,
  });
});

test('an office may set other periods', () => {
  const periods = { reconsiderationDays: 15, litigationMonths: 3 };
  assert.equal(reconsiderationUntil(calendarChina, '2026-03-02', periods).date, '2026-03-17');
  assert.equal(litigationUntil(calendarChina, '2026-03-02', periods).date, '2026-06-02');
});
