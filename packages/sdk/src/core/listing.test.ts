import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, test } from 'node:test';
import type { CatalogChange } from '@open-info/contract/catalog';
import { failure, json, problem, serve, transports } from '../../test/server.ts';
import { listCatalogChanges } from '../catalog.ts';
import { AbortedError, ApiError, isOpenInfoError } from '../errors.ts';

const change = (itemId: string): CatalogChange => ({
  itemId,
  name: '最低生活保障审核',
  field: { id: 'social-assistance', name: '社会救助' },
  reason: 'added',
  effectiveFrom: '2026-01-01',
  versionId: '2026-01',
  versionTitle: '2026年版',
  changed: [],
});

const facts = { total: 5, asOf: '2026-11-20', updatedAt: '2026-11-20T08:30:00+08:00' };

function page(response: ServerResponse, ids: string[], next?: string): void {
  json(response, { items: ids.map(change), ...(next ? { next } : {}), ...facts });
}

const cursorOf = (url: string | undefined) =>
  new URL(url!, 'http://host').searchParams.get('cursor') ?? 'start';

/** Five items on three pages, the middle one empty. */
const pages: Record<string, [string[], string?]> = {
  start: [['a', 'b'], 'two'],
  two: [[], 'three'],
  three: [['c', 'd', 'e']],
};

/** Number of items on the next page; undefined after the last. */
async function sizeOfNext(pages: AsyncIterator<{ items: unknown[] }>): Promise<number | undefined> {
  const step = await pages.next();
  return step.done ? undefined : step.value.items.length;
}

for (const [name, transport] of Object.entries(transports)) {
  describe(`a list over ${name}`, { timeout: 60_000 }, () => {
    const serveList = (t: Parameters<typeof serve>[0]) =>
      serve(t, (response, request) => page(response, ...pages[cursorOf(request.url)]!));

    test('awaited it is one page, with the way on', async (t) => {
      const server = await serveList(t);
      const list = listCatalogChanges(server.client({ transport }), { limit: 2 });
      const first = await list;
      await list;
      assert.equal(server.log.length, 1);
      assert.equal(first.items.length, 2);
      assert.equal(first.total, 5);
      assert.equal(first.hasNext, true);
      assert.equal(first.cursor, 'two');
      assert.equal(first.skipped, 0);
      const second = await first.next();
      const third = await second?.next();
      assert.ok(third);
      assert.equal(third.hasNext, false);
      assert.equal(await third.next(), undefined);
      assert.deepEqual(server.log, [
        'GET /api/v1/catalog/changes?limit=2',
        'GET /api/v1/catalog/changes?cursor=two&limit=2',
        'GET /api/v1/catalog/changes?cursor=three&limit=2',
      ]);
    });

    test('iterated it is every item, past an empty page', async (t) => {
      const server = await serveList(t);
      const ids: string[] = [];
      for await (const { itemId } of listCatalogChanges(server.client({ transport }))) {
        ids.push(itemId);
      }
      assert.deepEqual(ids, ['a', 'b', 'c', 'd', 'e']);
      assert.equal(server.log.length, 3);
    });

    test('pages come one by one, and stop where the loop stops', async (t) => {
      const server = await serveList(t);
      const sizes: number[] = [];
      for await (const { items } of listCatalogChanges(server.client({ transport })).pages()) {
        sizes.push(items.length);
        if (sizes.length === 2) break;
      }
      assert.deepEqual(sizes, [2, 0]);
      assert.equal(server.log.length, 2);
    });

    test('toArray takes no more than its limit, and asks no more than it needs', async (t) => {
      const server = await serveList(t);
      const list = listCatalogChanges(server.client({ transport }));
      assert.equal((await list.toArray({ limit: 2 })).length, 2);
      assert.equal(server.log.length, 1);
      assert.equal((await list.toArray({ limit: 4 })).length, 4);
      const error = await failure(list.toArray({} as { limit: number }));
      assert.ok(isOpenInfoError(error, 'usage'));
    });

    test('a cursor given twice stops the list with an error', async (t) => {
      const server = await serve(t, (response) => page(response, ['a'], 'same'));
      const error = await failure(
        listCatalogChanges(server.client({ transport })).toArray({ limit: 100 }),
      );
      assert.ok(isOpenInfoError(error, 'contract'));
      assert.equal(error.context.operation, 'catalog.changes');
      assert.equal(server.log.length, 2);
    });

    test('a circle of cursors stops the list too', async (t) => {
      const after: Record<string, string> = { start: 'x', x: 'y', y: 'x' };
      const server = await serve(t, (response, request) =>
        page(response, ['a'], after[cursorOf(request.url)]),
      );
      const error = await failure(
        listCatalogChanges(server.client({ transport })).toArray({ limit: 100 }),
      );
      assert.ok(isOpenInfoError(error, 'contract'));
      assert.equal(server.log.length, 3);
    });

    test('a page that failed can be asked for again', async (t) => {
      const server = await serve(t, (response, request, count) => {
        if (count === 2) json(response, problem(404, 'not-found'), 404);
        else page(response, ...pages[cursorOf(request.url)]!);
      });
      const first = await listCatalogChanges(server.client({ transport }));
      assert.ok((await failure(first.next())) instanceof ApiError);
      assert.equal((await first.next())?.items.length, 0);
      assert.equal((await first.next())?.cursor, 'three');
    });

    test('an iteration goes on after a failed page, the first one included', async (t) => {
      const failing = new Set([1, 3]);
      const server = await serve(t, (response, request, count) => {
        if (failing.has(count)) json(response, problem(404, 'not-found'), 404);
        else page(response, ...pages[cursorOf(request.url)]!);
      });
      const iterator = listCatalogChanges(server.client({ transport })).pages();
      await failure(iterator.next());
      assert.equal(await sizeOfNext(iterator), 2);
      await failure(iterator.next());
      assert.equal(await sizeOfNext(iterator), 0);
      assert.equal(await sizeOfNext(iterator), 3);
      assert.equal(await sizeOfNext(iterator), undefined);
    });

    test('the signal holds for every page', async (t) => {
      const server = await serveList(t);
      const controller = new AbortController();
      const { signal } = controller;
      const seen: number[] = [];
      const error = await failure(
        (async () => {
          const list = listCatalogChanges(server.client({ transport }), {}, { signal });
          for await (const { items } of list.pages()) {
            seen.push(items.length);
            if (seen.length === 2) controller.abort();
          }
        })(),
      );
      assert.ok(error instanceof AbortedError);
      assert.deepEqual(seen, [2, 0]);
      assert.equal(server.log.length, 2);
    });

    test('withResponse gives the first page and its answer', async (t) => {
      const server = await serveList(t);
      const list = listCatalogChanges(server.client({ transport }));
      const { data, response } = await list.withResponse();
      assert.equal(data, await list);
      assert.equal(response.status, 200);
    });

    test('a failing list is told once, by whichever method was used', async (t) => {
      const server = await serve(t, (response) => json(response, problem(404, 'not-found'), 404));
      const client = server.client({ transport });
      assert.ok((await failure(listCatalogChanges(client).withResponse())) instanceof ApiError);
      assert.ok(
        (await failure(listCatalogChanges(client).toArray({ limit: 1 }))) instanceof ApiError,
      );
    });

    test('rows that break the contract are skipped and counted', async (t) => {
      const server = await serve(t, (response) =>
        json(response, { items: [change('a'), { itemId: 7 }], ...facts }),
      );
      const first = await listCatalogChanges(server.client({ transport }));
      assert.equal(first.skipped, 1);
      assert.deepEqual(
        first.items.map(({ itemId }) => itemId),
        ['a'],
      );
    });
  });
}
