import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogFilters } from '@open-info/contract/catalog';
import { failure } from '../test/server.ts';
import { listAreas } from './areas.ts';
import {
  getCatalogItem,
  listCatalog,
  listCatalogChanges,
  listCatalogVersions,
  suggestCatalog,
} from './catalog.ts';
import { ConnectionError, isOpenInfoError } from './errors.ts';
import { listFields } from './fields.ts';
import { getHealth, getReadiness } from './health.ts';
import { getOrgan, listOrgans } from './organs.ts';
import { createMockClient } from './testing.ts';

test('every operation is answered as the contract says', async () => {
  const client = createMockClient();
  const all = await listCatalog(client).toArray({ limit: 100 });
  assert.equal(all.length, 34);
  for (const { id } of all) assert.equal((await getCatalogItem(client, id)).id, id);
  const organs = await listOrgans(client);
  assert.equal((await getOrgan(client, organs.items[0]?.id ?? '')).id, organs.items[0]?.id);
  assert.equal((await listCatalogChanges(client)).total, 34);
  assert.equal((await listCatalogVersions(client)).items.length, 2);
  assert.equal((await listAreas(client)).items[0]?.level, 'district');
  assert.ok((await listFields(client)).items.length > 10);
  assert.equal((await getHealth(client)).status, 'ok');
  assert.equal((await getReadiness(client)).status, 'ok');
});

test('a facet counts what choosing its value leaves', async () => {
  const client = createMockClient();
  const { facets } = await listCatalog(client, { q: '政' });
  for (const filter of catalogFilters) {
    for (const { value, count } of facets[filter]) {
      const { total } = await listCatalog(client, { q: '政', [filter]: [value] });
      assert.equal(total, count, `${filter} ${value}`);
    }
  }
});

test('a search tells where it matched', async () => {
  const { items } = await listCatalog(createMockClient(), { q: '政策' });
  assert.ok(items.length > 0);
  for (const { matches } of items) {
    const match = matches?.[0];
    assert.ok(match);
    const [start, end] = match.ranges[0] ?? [0, 0];
    assert.equal(match.text.slice(start, end), '政策');
  }
  const { items: names } = await suggestCatalog(createMockClient(), { q: '政策' });
  assert.ok(names.every(({ text }) => text.includes('政策')));
});

test('a wrong question and a wrong fixture are both refused', async () => {
  const client = createMockClient({ 'health.live': { status: 'ok' } as never });
  assert.ok(isOpenInfoError(await failure(listCatalog(client, { limit: 0 })), 'usage'));
  assert.ok(isOpenInfoError(await failure(getHealth(client)), 'contract'));
  assert.deepEqual(client.asked, [{ operation: 'health.live' }]);
});

test('fixtures are values, errors or functions of the question', async () => {
  const client = createMockClient({
    'catalog.suggest': ({ query }) => ({ items: [{ text: query.q, ranges: [], count: 1 }] }),
    'fields.list': new ConnectionError('offline'),
  });
  assert.equal((await suggestCatalog(client, { q: '预算' })).items[0]?.text, '预算');
  assert.ok(isOpenInfoError(await failure(listFields(client)), 'network'));
});

test('failing, empty and slow clients', async () => {
  const client = createMockClient();
  const error = await failure(listCatalog(client.failing()));
  assert.ok(isOpenInfoError(error, 'http'));
  assert.equal(error.status, 503);
  const empty = client.empty();
  assert.equal((await listCatalog(empty)).total, 0);
  const missing = await failure(getCatalogItem(empty, 'x'));
  assert.equal(isOpenInfoError(missing) && missing.status, 404);
  assert.equal((await listCatalog(client.slow(5))).total, 34);
  const never = listCatalog(client.slow(Infinity), {}, { deadline: 20 });
  assert.ok(isOpenInfoError(await failure(never), 'timeout'));
});
