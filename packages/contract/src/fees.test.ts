import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { feeByPages, feeByRequests, processingFee } from './fees.ts';

const yuan = (amount: number) => amount * 100;

test('by requests, at every edge of the ladder', () => {
  const vectors: [count: number, yuan: number][] = [
    [0, 0],
    [1, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [40, 4000],
    [41, 4300],
    [45, 5500],
    [50, 7000],
    [51, 7400],
    [60, 11000],
    [61, 11500],
  ];
  for (const [count, fee] of vectors) assert.equal(feeByRequests(0, count), yuan(fee), `${count}`);
});

test('requests earlier in the month are counted, not charged again', () => {
  assert.equal(feeByRequests(9, 1), 0);
  assert.equal(feeByRequests(10, 1), yuan(100));
  assert.equal(feeByRequests(29, 2), yuan(300));
  assert.equal(feeByRequests(40, 1), yuan(300));
});

test('by pages, at every edge of the ladder', () => {
  const vectors: [pages: number, yuan: number][] = [
    [0, 0],
    [30, 0],
    [31, 10],
    [68, 380],
    [100, 700],
    [101, 720],
    [150, 1700],
    [200, 2700],
    [201, 2740],
    [250, 4700],
  ];
  for (const [pages, fee] of vectors) assert.equal(feeByPages(pages), yuan(fee), `${pages}`);
});

test('the fee of several is the sum of the fees of each by its own rate', () => {
  const rate = (nth: number) =>
    nth <= 10 ? 0 : nth <= 30 ? 100 : 200 + 100 * Math.floor((nth - 31) / 10);
  fc.assert(
    fc.property(fc.nat(300), fc.nat(100), (before, count) => {
      let sum = 0;
      for (let nth = before + 1; nth <= before + count; nth++) sum += yuan(rate(nth));
      assert.equal(feeByRequests(before, count), sum);
    }),
  );
});

test('one method for a request', () => {
  assert.equal(processingFee({ method: 'byPages', pages: 68 }), 38_000);
  assert.equal(processingFee({ method: 'byRequests', countBefore: 0, requests: 45 }), 550_000);
});

test('refuses what is no count, by its name', () => {
  assert.throws(() => feeByPages(-1), /pages is -1/);
  assert.throws(() => feeByRequests(1.5, 1), /countBefore is 1\.5/);
  assert.throws(() => feeByRequests(0, NaN), /requests is NaN/);
});
