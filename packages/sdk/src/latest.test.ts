import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure } from '../test/server.ts';
import { suggestCatalog } from './catalog.ts';
import { AbortedError } from './errors.ts';
import { latest } from './latest.ts';
import { createMockClient } from './testing.ts';

test('each call aborts the one before it', async () => {
  const client = createMockClient().slow(20);
  const suggest = latest((options, q: string) => suggestCatalog(client, { q }, options));
  const first = suggest('政');
  const second = suggest('政策');
  assert.ok((await failure(first)) instanceof AbortedError);
  assert.ok((await second).items.length > 0);
});

test('abort ends the newest call', async () => {
  const client = createMockClient().slow(Infinity);
  const suggest = latest((options, q: string) => suggestCatalog(client, { q }, options));
  const call = suggest('政');
  suggest.abort();
  assert.ok((await failure(call)) instanceof AbortedError);
});
