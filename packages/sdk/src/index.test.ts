import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { endpoints } from '@open-info/contract/endpoints';
import { failure, json, serve } from '../test/server.ts';
import { catalogTiers, createOpenInfo, isKnown, isOpenInfoError } from './index.ts';
import { version } from './version.ts';

test('every endpoint of the contract has its call', async (t) => {
  const server = await serve(t, (response) => json(response, {}));
  const asked: string[] = [];
  const api = createOpenInfo({
    baseUrl: server.url,
    middleware: [
      (request, next, { operation }) => {
        asked.push(operation);
        return next(request);
      },
    ],
  });
  const calls = [
    api.catalog.list(),
    api.catalog.get('a'),
    api.catalog.changes(),
    api.catalog.versions(),
    api.catalog.suggest({ q: '预' }),
    api.organs.list(),
    api.organs.get('a'),
    api.areas.list(),
    api.fields.list(),
    api.health.live(),
    api.health.ready(),
  ];
  for (const call of calls) assert.ok(isOpenInfoError(await failure(call), 'contract'));
  const files = endpoints.filter(({ files }) => files).map(({ id }) => id);
  assert.deepEqual([...asked, ...files].sort(), endpoints.map(({ id }) => id).sort());
  assert.equal(
    api.catalog.exportUrl({ format: 'xlsx', q: '预算' }),
    `${server.url}/api/v1/catalog/export?q=%E9%A2%84%E7%AE%97&format=xlsx`,
  );
});

test('open values are narrowed by isKnown', () => {
  assert.ok(isKnown(catalogTiers, 'county'));
  assert.ok(!isKnown(catalogTiers, 'village'));
});

test('the version is that of the package', () => {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  assert.equal(version, (JSON.parse(file) as { version: string }).version);
});

test('api.md names every call', () => {
  const page = readFileSync(new URL('../api.md', import.meta.url), 'utf8');
  const { client, ...rooms } = createOpenInfo({ baseUrl: 'https://host' });
  assert.equal(client.baseUrl, 'https://host');
  for (const [noun, calls] of Object.entries(rooms)) {
    for (const name of Object.keys(calls)) assert.ok(page.includes(`api.${noun}.${name}(`), name);
  }
});
