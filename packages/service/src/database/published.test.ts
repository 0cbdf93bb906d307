import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestDatabase } from '../../test/database.ts';
import type { Database } from './open.ts';
import { publish, watchPublished, type PublishedState } from './published.ts';

let database: Database;
before(async () => {
  database = await openTestDatabase();
});
after(() => database.close());

const at = new Date('2026-03-01T02:03:04.000Z');

test('each committed write raises the version once; one that is undone does not', async () => {
  const { db } = database;
  const published = await watchPublished(db, 0);
  const before = published.dataVersion;
  const seen: PublishedState[] = [];
  const stop = published.onChange((state) => seen.push(state));

  await db.transaction().execute((trx) => publish(trx, at));
  assert.equal(published.dataVersion, before);
  await published.refresh();
  assert.equal(published.dataVersion, before + 1);
  assert.equal(published.updatedAt, at.toISOString());

  const undone = db.transaction().execute(async (trx) => {
    await publish(trx, new Date());
    throw new Error('undo');
  });
  await assert.rejects(undone);
  await published.refresh();
  assert.equal(published.dataVersion, before + 1);
  assert.deepEqual(
    seen.map((state) => state.dataVersion),
    [before + 1],
  );

  stop();
  await db.transaction().execute((trx) => publish(trx, at));
  await published.refresh();
  assert.equal(seen.length, 1);
  published.close();
});

test('a write of another process is noticed without being told', async () => {
  const { db } = database;
  const published = await watchPublished(db, 10);
  const noticed = new Promise<PublishedState>((resolve) => published.onChange(resolve));
  const before = published.dataVersion;
  await db.transaction().execute((trx) => publish(trx, at));
  assert.equal((await noticed).dataVersion, before + 1);
  published.close();
});
