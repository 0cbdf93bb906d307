import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '../http/problem.ts';
import { decodeCursor, encode, encodeCursor, type Cursor } from './cursor.ts';

const cursor: Cursor = {
  order: 'name',
  asOf: '2026-01-01',
  after: { lead: 'an quan 安全', place: 3, itemId: 'x' },
};

function isRefused(text: string): boolean {
  try {
    decodeCursor(text, 'print');
    return false;
  } catch (error) {
    return error instanceof ProblemError && error.code === 'bad-cursor';
  }
}

test('a cursor comes back as it was', () => {
  assert.deepEqual(decodeCursor(encodeCursor(cursor, 'print'), 'print'), cursor);
});

test('a cursor of another list is refused', () => {
  assert.ok(isRefused(encodeCursor(cursor, 'other')));
});

test('whatever is no cursor is refused, and never reaches the database', () => {
  const good = ['catalog', 'print', '2026-01-01', 0, 1, 'x'];
  assert.ok(!isRefused(encode(good)));
  const wrong: (string | number)[][] = [
    ['sideways', 'print', '2026-01-01', 0, 1, 'x'],
    ['catalog', 'print', '2026-02-30', 0, 1, 'x'],
    ['catalog', 'print', '2026-01-01', 0, 2 ** 40, 'x'],
    ['catalog', 'print', '2026-01-01', 0, 1, 7],
    ['updated', 'print', '2026-01-01', 'soon', 1, 'x'],
    ['name', 'print', '2026-01-01', 5, 1, 'x'],
    good.slice(1),
    [],
  ];
  for (const parts of wrong) assert.ok(isRefused(encode(parts)), JSON.stringify(parts));
  for (const text of ['', 'abc', '%%%', 'null', Buffer.from('{}').toString('base64url')]) {
    assert.ok(isRefused(text), text);
  }
});
