import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { createCipher, toDataKey } from '../privacy/cipher.ts';
import { openFiles } from './files.ts';

const data = mkdtempSync(join(tmpdir(), 'open-info-files-test-'));
after(() => rmSync(data, { recursive: true }));
const files = openFiles({ data }, createCipher('aes-256-gcm', [toDataKey(randomBytes(32))]));

async function* inChunks(content: Uint8Array, size: number) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function readAll(id: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of files.read(id)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const pathOf = (id: string) => join(data, 'files', id.slice(0, 2), id);

describe('files on the disk', () => {
  for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 300_001]) {
    test(`${size} bytes come back as they went in`, async () => {
      const content = randomBytes(size);
      const written = await files.write(inChunks(content, 10_007));
      assert.equal(written.size, size);
      assert.ok((await readAll(written.id)).equals(content));
    });
  }

  test('nobody reads them without the key', async () => {
    const content = Buffer.from('身份证复印件'.repeat(1_000));
    const { id } = await files.write(inChunks(content, 4_096));
    assert.equal(readFileSync(pathOf(id)).includes('身份证'), false);
  });

  test('a file changed, cut off or of another id is not given out', async () => {
    const { id } = await files.write(inChunks(randomBytes(200_000), 65_536));
    const whole = readFileSync(pathOf(id));
    const changed = Buffer.from(whole);
    changed[70_000] = (changed[70_000] ?? 0) ^ 1;
    writeFileSync(pathOf(id), changed);
    await assert.rejects(readAll(id));
    const firstFrame = 4 + Math.floor(whole.readUInt32BE() / 2);
    writeFileSync(pathOf(id), whole.subarray(0, firstFrame));
    await assert.rejects(readAll(id), /cut off/);
    const other = await files.write(inChunks(randomBytes(10), 10));
    writeFileSync(pathOf(other.id), whole);
    await assert.rejects(readAll(other.id));
  });

  test('nothing remains of one that breaks off', async () => {
    const names = () => readdirSync(join(data, 'files'), { recursive: true });
    const before = names().length;
    async function* broken() {
      yield randomBytes(100_000);
      throw new Error('gone');
    }
    await assert.rejects(files.write(broken()), /gone/);
    assert.equal(names().filter((name) => String(name).endsWith('.part')).length, 0);
    assert.ok(names().length <= before + 1, 'a file is left');
  });
});
