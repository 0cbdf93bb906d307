import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { openTestDatabase } from '../../test/database.ts';
import type { Database } from '../database/open.ts';
import type { DigestId } from '../privacy/digest.ts';
import { openPrivacy } from '../privacy/privacy.ts';
import { canonicalJson } from './canonical.ts';
import { origin } from './chain.ts';
import { appendAudit, auditHead, verifyAudit } from './store.ts';

test('canonical JSON does not hang on the order in which names were written', () => {
  const one = canonicalJson({ b: [1, { d: null, c: '"' }], a: true });
  assert.equal(one, '{"a":true,"b":[1,{"c":"\\"","d":null}]}');
  assert.equal(canonicalJson({ a: true, b: [1, { c: '"', d: null }] }), one);
});

describe('the audit chain', () => {
  let database: Database;
  before(async () => {
    database = await openTestDatabase();
    for (let count = 1; count <= 5; count += 1) {
      await append(count % 2 ? 'sha256' : 'sm3', String(count));
    }
  });
  after(() => database.close());

  async function append(digest: DigestId, subject: string) {
    const { db } = database;
    const privacy = await openPrivacy(db, {
      data: 'memory',
      dataKey: Buffer.alloc(32, 1).toString('base64'),
      digest,
    });
    const now = () => new Date('2026-11-22T08:00:00.123Z');
    const facts = { 文: 'x', list: [1, 2.5, null], deep: { b: false, a: 1e21 } };
    return db
      .transaction()
      .execute((trx) =>
        appendAudit({ now, privacy }, trx, { actor: 'system', action: 'test', subject, facts }),
      );
  }

  /** Changes rows behind the database's back, and puts them right again. */
  async function tampered<T>(statements: string[], look: () => Promise<T>): Promise<T> {
    const { db } = database;
    const stop = new Error('undo');
    let seen: T | undefined;
    await db
      .transaction()
      .execute(async (trx) => {
        await sql`alter table audit disable trigger user`.execute(trx);
        for (const statement of statements) await sql.raw(statement).execute(trx);
        inside = trx;
        seen = await look();
        throw stop;
      })
      .catch((error: unknown) => assert.equal(error, stop))
      .finally(() => (inside = undefined));
    return seen as T;
  }
  let inside: Database['db'] | undefined;
  const verify = (kept?: string) => verifyAudit(inside ?? database.db, kept);

  test('holds across digests, and is found whole', async () => {
    const head = await auditHead(database.db);
    assert.equal(head.seq, 5);
    assert.deepEqual(await verify(), { whole: true, count: 5, head: head.hash });
    assert.deepEqual(await verify(head.hash), { whole: true, count: 5, head: head.hash });
    assert.deepEqual(await verify(origin.hash), { whole: true, count: 5, head: head.hash });
  });

  test('can be checked with nothing but its rows and a digest', async () => {
    const { rows } = await sql<{ at: string; facts: object; hash: string; digest: string }>`
      select seq, at, actor, action, subject, facts, digest, previous, hash from audit order by seq
    `.execute(database.db);
    for (const { hash, ...row } of rows) {
      const text = canonicalJson(JSON.parse(JSON.stringify(row)) as never);
      assert.equal(createHash(row.digest).update(text).digest('hex'), hash);
    }
  });

  test('shows every tampering, with the first row that does not hold', async () => {
    const cases: [string[], number, string][] = [
      [["update audit set subject = 'x' where seq = 2"], 2, 'changed'],
      [["update audit set at = at + interval '1 ms' where seq = 4"], 4, 'changed'],
      [[`update audit set facts = facts || '{"y":1}' where seq = 3`], 3, 'changed'],
      [["update audit set digest = 'md5' where seq = 1"], 1, 'changed'],
      [['delete from audit where seq = 3'], 3, 'missing'],
      [['delete from audit where seq = 1'], 1, 'missing'],
      [['delete from audit where seq = 5'], 5, 'tail'],
      [['delete from audit'], 1, 'tail'],
      [
        [
          'update audit set seq = -2 where seq = 2',
          'update audit set seq = 2 where seq = 3',
          'update audit set seq = 3 where seq = -2',
        ],
        2,
        'order',
      ],
      [
        [
          "insert into audit select 6, at, actor, action, subject, facts, digest, hash, repeat('a', 64) from audit where seq = 5",
        ],
        6,
        'changed',
      ],
    ];
    for (const [statements, seq, fault] of cases) {
      const verdict = await tampered(statements, () => verify());
      assert.deepEqual(verdict, { whole: false, seq, fault }, statements[0]);
    }
    assert.equal((await verify()).whole, true);
  });

  test('cut off together with its head, it is told by a head kept outside', async () => {
    const { hash } = await auditHead(database.db);
    const cut = [
      'delete from audit where seq > 3',
      'update audit_head set seq = 3, hash = (select hash from audit where seq = 3)',
    ];
    assert.equal((await tampered(cut, () => verify())).whole, true);
    assert.deepEqual(await tampered(cut, () => verify(hash)), {
      whole: false,
      seq: 4,
      fault: 'head',
    });
  });

  test('is only added to, and what is undone leaves no gap', async () => {
    const { db } = database;
    await assert.rejects(db.deleteFrom('audit').execute(), /only ever added/);
    await assert.rejects(sql`truncate audit`.execute(db), /only ever added/);
    await assert.rejects(sql`update audit set subject = ''`.execute(db), /only ever added/);
    await Promise.all(['6', '7', '8'].map((subject) => append('sha256', subject)));
    const verdict = await verify();
    assert.equal(verdict.whole && verdict.count, 8);
  });
});
