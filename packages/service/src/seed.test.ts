import assert from 'node:assert/strict';
import test from 'node:test';
import { parseTimeLimit } from '@open-info/contract/time-limit-parser';
import { openTestDatabase } from '../test/database.ts';
import { seed } from './seed.ts';

test('fills an empty database once, with where each row comes from', async (t) => {
  const database = await openTestDatabase();
  t.after(() => database.close());
  const service = { db: database.db, now: () => new Date() };

  assert.equal(await seed(service), true);
  const rows = await database.db
    .selectFrom('catalog_revisions')
    .select(['item', 'organs'])
    .execute();
  assert.equal(rows.length, 200);
  const ofKind = (kind: string) => rows.filter(({ item }) => item.provenance.kind === kind).length;
  assert.deepEqual(['seen', 'unverified', 'plan'].map(ofKind), [171, 25, 4]);
  for (const { item } of rows) {
    assert.ok(item.provenance.note, item.name);
    assert.ok(item.timeLimit.rules.length > 0, item.timeLimit.text);
    assert.deepEqual(item.timeLimit, parseTimeLimit(item.timeLimit.text));
  }

  const organs = await database.db.selectFrom('organs').selectAll().execute();
  for (const organ of organs.filter(({ office }) => office !== null)) {
    assert.ok(organ.fictitious, organ.name);
    assert.match(organ.office?.phone ?? '', /^027-00000\d{3}$/);
    assert.match(organ.office?.address ?? '', /示例/);
  }
  const [fields] = await database.db
    .selectFrom('fields')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .execute();
  assert.equal(Number(fields?.count), 28);

  assert.equal(await seed(service), false);
});
