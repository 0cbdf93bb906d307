import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { createDatabase, openTestDatabase } from '../../test/database.ts';
import { StopError } from '../stop.ts';
import { openDatabase, type Database } from './open.ts';

const oneSentenceEach = (sentence: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StopError, String(error));
  assert.match(error.sentence, sentence);
  assert.ok(!error.sentence.includes('\n'));
  assert.notEqual(error.words.zh, '');
  assert.notEqual(error.words.en, '');
  return true;
};

describe('an open database', () => {
  let database: Database;
  before(async () => {
    database = await openTestDatabase();
  });
  after(() => database.close());

  test('gives dates of law as they are written, instants as ISO 8601, JSON as values', async () => {
    const { db } = database;
    const { rows } = await sql`
      select date '2026-02-28' as day, timestamptz '2026-02-28 08:00:00+08' as instant,
        ${JSON.stringify({ 名: ['a', 1, null] })}::jsonb as json, null::jsonb as nothing,
        '"text"'::jsonb as text, array['甲', 'b,"c"'] as texts, array[1, 2]::int[] as grams,
        count(*) as n from (values (1), (2)) as v
    `.execute(db);
    assert.deepEqual(rows, [
      {
        day: '2026-02-28',
        instant: '2026-02-28T00:00:00.000Z',
        json: { 名: ['a', 1, null] },
        nothing: null,
        text: 'text',
        texts: ['甲', 'b,"c"'],
        grams: [1, 2],
        n: 2,
      },
    ]);
  });

  test('keeps all of a transaction or nothing', async () => {
    const { db } = database;
    const field = { id: 'x', name: '领域', position: 1, aliases: [], guideline: null };
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto('fields').values(field).execute();
      throw new Error('stop here');
    });
    await assert.rejects(failing, /stop here/);
    assert.deepEqual(await db.selectFrom('fields').selectAll().execute(), []);
    await db.transaction().execute((trx) => trx.insertInto('fields').values(field).execute());
    assert.deepEqual(await db.selectFrom('fields').selectAll().execute(), [field]);
    await db.deleteFrom('fields').execute();
  });

  test('a transaction is not seen from outside, and others are not caught up in it', async () => {
    const { db } = database;
    const row = (id: string) => ({ id, name: id, position: 1, aliases: [], guideline: null });
    const undone = db.transaction().execute(async (trx) => {
      await trx.insertInto('fields').values(row('undone')).execute();
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('undo');
    });
    const kept = db.insertInto('fields').values(row('kept')).execute();
    await assert.rejects(undone, /undo/);
    await kept;
    const ids = await db.selectFrom('fields').select('id').execute();
    assert.deepEqual(ids, [{ id: 'kept' }]);
    await db.deleteFrom('fields').execute();
  });

  test('an error keeps its SQLSTATE and its constraint', async () => {
    const { db } = database;
    const twice = { id: 'd', name: '', level: 'district', parent: null, position: 1 };
    const { id: code, ...rest } = twice;
    const inserting = db
      .insertInto('areas')
      .values([
        { code, ...rest },
        { code, ...rest },
      ])
      .execute();
    await assert.rejects(inserting, { code: '23505', constraint: 'areas_pkey' });
  });

  test('names are sorted byte by byte, whatever the language of the server', async () => {
    const { rows } = await sql<{ collation: string }>`
      select collation_name as collation from information_schema.columns
      where table_name = 'catalog_revisions' and column_name = 'name_sort'
    `.execute(database.db);
    assert.deepEqual(rows, [{ collation: 'C' }]);
  });
});

describe('what cannot be opened is told in one sentence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-info-open-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('a folder where a file stands', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const told = oneSentenceEach(/不可写.*--data.*cannot be written/);
    await assert.rejects(openDatabase({ data: file }), told);
    await assert.rejects(openDatabase({ data: join(file, 'below') }), told);
  });

  test('a folder that holds something else than a database', async () => {
    const data = join(folder, 'broken');
    mkdirSync(join(data, 'pglite'), { recursive: true });
    writeFileSync(join(data, 'pglite', 'PG_VERSION'), 'nonsense');
    await assert.rejects(openDatabase({ data }), oneSentenceEach(/已损坏.*is damaged/));
    // The folder is given back: the next try fails for the same reason, not for a lock.
    await assert.rejects(openDatabase({ data }), oneSentenceEach(/已损坏.*is damaged/));
  });

  test('a server that is not there', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const databaseUrl = `postgres://user:secret@127.0.0.1:${port}/catalog`;
    const told = oneSentenceEach(new RegExp(`127\\.0\\.0\\.1:${port}/catalog.*数据库已启动`));
    await assert.rejects(openDatabase({ data: 'memory', databaseUrl }), (error) => {
      assert.ok(!(error as StopError).sentence.includes('secret'));
      return told(error);
    });
  });

  test('a server that is no PostgreSQL', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    server.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const databaseUrl = `postgres://user@127.0.0.1:${port}/catalog`;
    await assert.rejects(
      openDatabase({ data: 'memory', databaseUrl }),
      oneSentenceEach(/无法使用 PostgreSQL 数据库/),
    );
    server.close();
  });

  test(
    'a database or a password that is not right',
    { skip: !process.env.TEST_DATABASE_URL },
    async () => {
      const url = new URL(process.env.TEST_DATABASE_URL ?? '');
      url.pathname = '/there_is_none';
      await assert.rejects(
        openDatabase({ data: 'memory', databaseUrl: url.href }),
        oneSentenceEach(/该数据库不存在.*createdb/),
      );
      url.password = 'wrong';
      await assert.rejects(
        openDatabase({ data: 'memory', databaseUrl: url.href }),
        oneSentenceEach(/用户名或密码不正确/),
      );
    },
  );
});

describe('a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-info-folder-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('keeps its data from one opening to the next, and belongs to one at a time', async () => {
    const first = await openDatabase({ data: folder });
    const field = { id: 'a', name: '甲', position: 1, aliases: ['乙'], guideline: null };
    await first.db.insertInto('fields').values(field).execute();
    await assert.rejects(
      openDatabase({ data: folder }),
      oneSentenceEach(new RegExp(`正被另一个 open-info 进程（进程号 ${process.pid}）使用`)),
    );
    await first.close();
    const second = await openDatabase({ data: folder });
    assert.deepEqual(await second.db.selectFrom('fields').selectAll().execute(), [field]);
    await second.close();
  });

  test('left locked by a process that was killed, it is taken over with its data', async () => {
    const script = `
      const { openDatabase } = await import(${JSON.stringify(import.meta.resolve('./open.ts'))});
      const { db } = await openDatabase({ data: ${JSON.stringify(folder)} });
      await db.insertInto('fields')
        .values({ id: 'k', name: '', position: 2, aliases: [], guideline: null }).execute();
      process.kill(process.pid, 'SIGKILL');`;
    const { signal } = spawnSync(
      process.execPath,
      ['--conditions=source', '--input-type=module', '--eval', script],
      { timeout: 60_000 },
    );
    assert.equal(signal, 'SIGKILL');
    const database = await openDatabase({ data: folder });
    const ids = await database.db.selectFrom('fields').select('id').orderBy('id').execute();
    assert.deepEqual(ids, [{ id: 'a' }, { id: 'k' }]);
    await database.close();
  });
});

test(
  'several processes may bring the tables of one server up to date at once',
  { skip: !process.env.TEST_DATABASE_URL },
  async () => {
    const own = await createDatabase(process.env.TEST_DATABASE_URL ?? '');
    const settings = { data: 'memory', databaseUrl: own.databaseUrl };
    const all = await Promise.all([1, 2, 3, 4].map(() => openDatabase(settings)));
    for (const { db } of all) {
      const row = await db.selectFrom('published').select('data_version').executeTakeFirst();
      assert.deepEqual(row, { data_version: 1 });
    }
    await Promise.all(all.map((database) => database.close()));
    await own.drop();
  },
);
