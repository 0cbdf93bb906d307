import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { openDatabase } from './open.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-info-durability-'));
const data = join(folder, 'data');
const copy = join(folder, 'copy');
const answered = join(folder, 'answered');
after(() => rmSync(folder, { recursive: true, force: true }));

/** 200 writes at once, each told when it was answered; killed in the midst of them. */
const script = `
  const { appendFileSync } = await import('node:fs');
  const { openDatabase } = await import(${JSON.stringify(import.meta.resolve('./open.ts'))});
  const { db } = await openDatabase({ data: ${JSON.stringify(data)} });
  let told = 0;
  const write = async (position) => {
    const row = { id: 'f' + position, name: '', position, aliases: [], guideline: null };
    if (position % 2) await db.insertInto('fields').values(row).execute();
    else await db.transaction().execute((trx) => trx.insertInto('fields').values(row).execute());
    appendFileSync(${JSON.stringify(answered)}, row.id + '\\n');
    told += 1;
    if (told === 120) process.kill(process.pid, 'SIGKILL');
  };
  await Promise.all(Array.from({ length: 200 }, (_, position) => write(position)));`;

async function holds(path: string): Promise<string[]> {
  const database = await openDatabase({ data: path });
  try {
    const rows = await database.db.selectFrom('fields').select('id').execute();
    return rows.map(({ id }) => id);
  } finally {
    await database.close();
  }
}

describe('what was answered is there', { skip: process.platform !== 'linux' }, () => {
  test('after kill -9 during 200 writes, and after a power cut that keeps only what was synced', async () => {
    const preload = import.meta.resolve('../../test/power-cut.ts');
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--input-type=module', '--eval', script],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          NODE_OPTIONS: `--import=${preload}`,
          POWER_CUT_DATA: data,
          POWER_CUT_COPY: copy,
        },
      },
    );
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    assert.equal(signal, 'SIGKILL');
    const told = readFileSync(answered, 'utf8').trimEnd().split('\n');
    assert.ok(told.length >= 120);
    assert.ok(existsSync(join(data, 'lock')), 'the lock was left behind');

    for (const path of [data, copy]) {
      const ids = new Set(await holds(path));
      assert.deepEqual(
        told.filter((id) => !ids.has(id)),
        [],
        path,
      );
      assert.ok(ids.size < 200, 'it was killed in the midst');
    }
  });

  test('a first start that was cut short begins anew', async () => {
    const again = join(folder, 'data');
    rmSync(join(again, 'pglite', 'PG_VERSION'));
    writeFileSync(join(again, 'pglite-unfinished'), '');
    assert.deepEqual(await holds(again), []);
    assert.ok(!existsSync(join(again, 'pglite-unfinished')));
  });
});
