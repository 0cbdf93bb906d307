import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { failure, json, serve } from '../../test/server.ts';
import { catalogExportUrl, getCatalogItem, listCatalog } from '../catalog.ts';
import { createClient } from '../client.ts';
import { isOpenInfoError, UsageError } from '../errors.ts';
import { encodeQuery, encodeSegment, normalizeBaseUrl } from './encode.ts';

test('/api/v1 is appended to an origin or a prefix, however it is written', () => {
  const url = (baseUrl: string) =>
    catalogExportUrl(createClient({ baseUrl }), { format: 'csv', field: ['社会救助', 'b'] });
  const rest =
    '/api/v1/catalog/export?field=%E7%A4%BE%E4%BC%9A%E6%95%91%E5%8A%A9&field=b&format=csv';
  assert.equal(url('https://host'), `https://host${rest}`);
  assert.equal(url('https://host/'), `https://host${rest}`);
  assert.equal(url('https://host/open-info//'), `https://host/open-info${rest}`);
  assert.equal(url('https://host/api/v1'), `https://host${rest}`);
  assert.equal(url('/open-info'), `/open-info${rest}`);
  assert.equal(url('/'), rest);
  assert.equal(url(''), rest);
});

test('a base URL that is no address is refused when the client is made', () => {
  for (const baseUrl of [
    'host',
    'javascript:alert(1)',
    'ftp://host',
    'https://user:secret@host',
    'https://host?x=1',
    'https://host/#x',
    undefined,
  ]) {
    assert.throws(() => normalizeBaseUrl(baseUrl), UsageError, String(baseUrl));
  }
});

test('what would leave its path segment is refused', async (t) => {
  const server = await serve(t, (response) => json(response, {}));
  for (const id of ['', '.', '..', '%2e', '%2E%2e', '.%2E', '\uD800']) {
    const error = await failure(getCatalogItem(server.client(), id));
    assert.ok(isOpenInfoError(error, 'usage'), id);
    assert.equal(error.fields[0]?.field, 'id');
  }
  for (const id of [undefined, null, {}, ['a']]) {
    const error = await failure(getCatalogItem(server.client(), id as string));
    assert.ok(isOpenInfoError(error, 'usage'));
  }
  assert.equal(server.log.length, 0);
});

test('an id stays one segment on its way to the service', async (t) => {
  const server = await serve(t, (response) => json(response, {}, 404));
  for (const id of ['a/b', 'a/../b c', '事项 1', '../x', '?q=1#h', 'a\\..\\b', '%2e%2e/x']) {
    await failure(getCatalogItem(server.client(), id));
    const path = server.requests.at(-1)!.url!.replace('/api/v1/catalog/items/', '');
    assert.equal(decodeURIComponent(path), id);
    assert.doesNotMatch(path, /[/?#]/);
  }
});

test('no text gets out of its segment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      if (/^(\.|%2e){1,2}$/i.test(text)) return;
      const segment = encodeSegment('id', text);
      const { pathname } = new URL(`http://host/items/${segment}`);
      assert.equal(decodeURIComponent(pathname), `/items/${text}`);
    }),
  );
});

test('a query repeats the key of an array and leaves undefined out', () => {
  assert.equal(encodeQuery({ a: ['x', 'y&z'], b: undefined, c: 0, d: [] }), '?a=x&a=y%26z&c=0');
  assert.equal(encodeQuery({ b: undefined }), '');
});

test('a query is checked before anything is sent, and each wrong name is told', async (t) => {
  const server = await serve(t, (response) => json(response, {}));
  const error = await failure(
    listCatalog(server.client(), {
      q: 'x'.repeat(201),
      limit: 101,
      sort: 'best',
      asOf: '2026-1-1',
      field: 'social-assistance',
      colour: 'red',
    } as never),
  );
  assert.ok(isOpenInfoError(error, 'usage'));
  const told = Object.fromEntries(error.fields.map(({ field, expected }) => [field, expected]));
  assert.deepEqual(Object.keys(told).sort(), ['asOf', 'colour', 'field', 'limit', 'q', 'sort']);
  assert.equal(told.limit, 'at most 100');
  assert.equal(told.q, 'at most 200');
  assert.equal(told.sort, 'relevance | catalog | updated | name');
  assert.equal(told.field, 'array');
  assert.equal(error.context.operation, 'catalog.list');
  assert.equal(server.log.length, 0);
});
