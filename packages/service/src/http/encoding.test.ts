import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodingFor } from './encoding.ts';

const cases: [header: string | null, encoding: string][] = [
  [null, 'identity'],
  ['', 'identity'],
  ['identity', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['GZIP;Q=1.0, BR;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0.5, gzip', 'gzip'],
  ['*;q=0', 'identity'],
  ['deflate', 'identity'],
  ['identity;q=1, gzip;q=0.5', 'identity'],
  ['br;q=high', 'identity'],
  ['zstd, br;q=0.9, gzip;q=0.8', 'br'],
];

for (const [header, encoding] of cases) {
  test(`Accept-Encoding: ${header ?? '(none)'} → ${encoding}`, () => {
    assert.equal(encodingFor(header), encoding);
    // The second time it is remembered.
    assert.equal(encodingFor(header), encoding);
  });
}
