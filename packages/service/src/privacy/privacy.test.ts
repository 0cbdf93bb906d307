import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openTestDatabase } from '../../test/database.ts';
import type { Database } from '../database/open.ts';
import { StopError } from '../stop.ts';
import { cipherIds, createCipher, toDataKey, UnsealError } from './cipher.ts';
import { openPrivacy } from './privacy.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-info-privacy-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const plain = Buffer.from('张三 110101199003070732');

for (const id of cipherIds) {
  describe(id, () => {
    const old = toDataKey(randomBytes(32));
    const key = toDataKey(randomBytes(32));
    const cipher = createCipher(id, [key, old]);
    const sealed = Buffer.from(cipher.seal(plain, 'requests/1'));

    test('opens what it sealed, and gives nothing of it away', () => {
      assert.deepEqual(Buffer.from(cipher.open(sealed, 'requests/1')), plain);
      assert.ok(!sealed.includes(plain.subarray(0, 6)));
      assert.notDeepEqual(Buffer.from(cipher.seal(plain, 'requests/1')), sealed);
      assert.deepEqual(Buffer.from(cipher.open(cipher.seal(Buffer.alloc(0), 'x'), 'x')).length, 0);
    });

    test('opens in no other place, with no other key, and not when any byte is changed or missing', () => {
      assert.throws(() => cipher.open(sealed, 'requests/2'), UnsealError);
      const other = createCipher(id, [toDataKey(randomBytes(32))]);
      assert.throws(() => other.open(sealed, 'requests/1'), UnsealError);
      for (const index of sealed.keys()) {
        const changed = Buffer.from(sealed);
        changed[index] = (changed[index] ?? 0) ^ 1;
        assert.throws(() => cipher.open(changed, 'requests/1'), UnsealError, String(index));
        assert.throws(() => cipher.open(sealed.subarray(0, index), 'requests/1'), UnsealError);
      }
    });

    test('opens what an older key or another cipher sealed', () => {
      for (const other of cipherIds) {
        const before = createCipher(other, [old]).seal(plain, 'x');
        assert.deepEqual(Buffer.from(cipher.open(before, 'x')), plain);
      }
    });
  });
}

describe('the privacy of a database', () => {
  let database: Database;
  before(async () => {
    database = await openTestDatabase();
  });
  after(() => database.close());

  const first = randomBytes(32).toString('base64');
  const second = randomBytes(32).toString('hex');
  const open = (dataKeys: string) => openPrivacy(database.db, { data: 'memory', dataKeys });
  const told = (sentence: RegExp) => (error: unknown) => {
    assert.ok(error instanceof StopError, String(error));
    assert.match(error.sentence, sentence);
    assert.ok(!error.sentence.includes(first) && !error.sentence.includes(second));
    return true;
  };

  test('keeps its keyed hashes and opens all when keys are rotated; refuses a key that does not fit', async () => {
    const before = await open(first);
    const sealed = before.sealJson({ name: '张三' }, 'x');
    const blind = before.blind('fees', '110101199003070732');
    const code = await before.hashCode('ABCD-EFGH');
    await assert.rejects(open(second), told(/打不开这个数据库/));

    const rotated = await open(`${second},${first}`);
    assert.deepEqual(rotated.openJson(sealed, 'x'), { name: '张三' });
    assert.equal(rotated.blind('fees', '110101199003070732'), blind);
    assert.notEqual(rotated.blind('limits', '110101199003070732'), blind);
    assert.ok(await rotated.verifyCode('ABCD-EFGH', code));
    // The secret was sealed anew: the old key is needed for older data only.
    const after = await open(second);
    assert.equal(after.blind('fees', '110101199003070732'), blind);
    assert.throws(() => after.openJson(sealed, 'x'), UnsealError);
  });

  test('keeps codes so that equal ones differ and wrong ones do not pass', async () => {
    const privacy = await open(second);
    const kept = await privacy.hashCode('ABCD-EFGH');
    assert.ok(!kept.includes('ABCD'));
    assert.notEqual(await privacy.hashCode('ABCD-EFGH'), kept);
    assert.ok(await privacy.verifyCode('ABCD-EFGH', kept));
    assert.ok(!(await privacy.verifyCode('ABCD-EFGJ', kept)));
    assert.ok(!(await privacy.verifyCode('', kept)));
    assert.ok(!(await privacy.verifyCode('ABCD-EFGH', '')));
  });

  test('makes a key file for its owner only, and refuses one that others can read', async () => {
    const own = await openTestDatabase();
    const file = join(folder, 'data-key');
    try {
      const made = await openPrivacy(own.db, { data: folder });
      assert.equal(made.keyOrigin, file);
      assert.equal(statSync(file).mode & 0o777, 0o600);
      assert.equal(made.exportKeys(), readFileSync(file, 'utf8').trim());
      const again = await openPrivacy(own.db, { data: folder });
      assert.equal(again.blind('a', 'b'), made.blind('a', 'b'));
      chmodSync(file, 0o640);
      await assert.rejects(
        openPrivacy(own.db, { data: folder }),
        told(/可被其他用户读取.*chmod 600/),
      );
      chmodSync(file, 0o600);
      writeFileSync(file, 'short');
      await assert.rejects(openPrivacy(own.db, { data: folder }), told(/没有正确的数据密钥/));
    } finally {
      await own.close();
    }
  });

  test('says which setting holds no key, or that there is no place for one', async () => {
    const nowhere = { data: 'memory', databaseUrl: 'postgres://host/name' };
    await assert.rejects(openPrivacy(database.db, nowhere), told(/没有地方保存数据密钥/));
    const at = (dataKey: string) => openPrivacy(database.db, { data: 'memory', dataKey });
    await assert.rejects(at('abc'), told(/OPEN_INFO_DATA_KEY 中没有/));
    await assert.rejects(open(' , '), told(/OPEN_INFO_DATA_KEYS 中没有/));
  });
});
