import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql, type Kysely } from 'kysely';
import { appendAudit, auditHead } from '../audit/store.ts';
import { createDatabase } from '../../test/database.ts';
import type { Tables } from '../database/tables.ts';
import { seed } from '../seed.ts';
import { startService, type RunningService } from '../server.ts';
import { readSettings } from '../settings.ts';
import { listTables } from './tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-info-backup-'));
const data = join(folder, 'data');
const file = join(folder, 'first.backup');
const cli = import.meta.resolve('../cli.ts');
after(() => rmSync(folder, { recursive: true, force: true }));

/** `open-info …` as a process of its own. */
async function openInfo(args: string[], env: NodeJS.ProcessEnv = {}) {
  const script = `const { run } = await import(${JSON.stringify(cli)}); await run(process.argv);`;
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--input-type=module', '-e', script, 'open-info', ...args],
    { cwd: folder, env: { ...process.env, DATABASE_URL: '', ...env } },
  );
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

async function refused(args: string[], sentence: RegExp, env: NodeJS.ProcessEnv = {}) {
  const { code, out, err } = await openInfo(args, env);
  assert.equal(code, 1, `${out}${err}`);
  assert.match(err, sentence);
  assert.equal(err.trimEnd().split('\n').length, 1, err);
}

/** All rows of all tables but those a restore itself writes. */
async function contentOf(db: Kysely<Tables>): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const { name } of await listTables(db)) {
    if (['audit', 'audit_head', 'published'].includes(name)) continue;
    const { rows } = await sql`select t::text from ${sql.table(name)} t order by 1`.execute(db);
    content[name] = rows;
  }
  return content;
}

const settings = (path: string) =>
  readSettings({ data: path, port: '0', logLevel: 'silent', readIndex: 'off' }, {});

/** Two rows that belong together: a backup holds both or neither. */
async function writePair(db: Kysely<Tables>, number: number): Promise<void> {
  const row = (id: string) => ({
    id,
    name: '领域"\\',
    position: 1,
    aliases: ['a,"b', '\\'],
    guideline: null,
  });
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('fields')
      .values(row(`left${number}`))
      .execute();
    await trx
      .insertInto('fields')
      .values(row(`right${number}`))
      .execute();
  });
}

describe('a backup of a service that runs', () => {
  let running: RunningService;
  const attachment = randomBytes(200_000);
  const name = join('ab', 'ab12');
  before(async () => {
    running = await startService(settings(data));
    const { service } = running;
    await seed(service);
    mkdirSync(join(data, 'files', 'ab'), { recursive: true });
    writeFileSync(join(data, 'files', name), attachment);
    await service.db
      .transaction()
      .execute((trx) =>
        appendAudit(service, trx, { actor: 'system', action: 'test', subject: '1' }),
      );
  });
  after(() => running.close());

  test('is whole while others write, restores while the service runs, and tells what it replaced', async () => {
    const { service } = running;
    const { db } = service;
    const writes = { go: true };
    let pairs = 0;
    const writing = (async () => {
      while (writes.go) await writePair(db, ++pairs);
    })();
    const made = await openInfo(['backup', file, '--data', data]);
    writes.go = false;
    await writing;
    assert.equal(made.code, 0, made.err);
    assert.match(made.out, /已备份到 .*first\.backup/);
    assert.match(made.out, new RegExp(`数据密钥不在其中；密钥在 ${join(data, 'data-key')}`));
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.ok(
      !gunzipSync(readFileSync(file)).includes(
        readFileSync(join(data, 'data-key')).subarray(0, 40),
      ),
    );
    assert.ok(pairs > 1);

    const again = join(folder, 'again.backup');
    const before = await contentOf(db);
    assert.equal((await openInfo(['backup', again, '--data', data])).code, 0);
    await refused(['restore', again, '--data', data], /已有数据.*--replace/);

    await db.deleteFrom('catalog_revisions').execute();
    await db.deleteFrom('fields').execute();
    await db.updateTable('organs').set({ name: '' }).execute();
    rmSync(join(data, 'files', name));
    writeFileSync(join(data, 'files', 'ab', 'stray'), '');
    const { hash } = await auditHead(db);
    const seen = service.published.dataVersion;

    const restored = await openInfo(['restore', again, '--replace', '--data', data]);
    assert.equal(restored.code, 0, restored.err);
    assert.match(restored.out, /已恢复 .* 的备份.*，1 个附件/);
    assert.deepEqual(await contentOf(db), before);
    assert.deepEqual(readFileSync(join(data, 'files', name)), attachment);
    assert.ok(!existsSync(join(data, 'files', 'ab', 'stray')));
    assert.ok(service.published.dataVersion > seen, 'caches of before no longer hold');
    const last = await db
      .selectFrom('audit')
      .selectAll()
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    assert.equal(last.action, 'backup.restore');
    assert.equal(last.facts.replacedHead, hash);
    // Identity columns go on where they stood, foreign keys hold again.
    await assert.rejects(
      db
        .insertInto('areas')
        .values({ code: 'x', name: '', level: 'street', parent: 'none', position: 1 })
        .execute(),
      { code: '23503' },
    );
    await assert.rejects(db.deleteFrom('audit').execute(), /only ever added/);
  });

  test('made while others write holds both rows of every pair', async () => {
    const { db } = running.service;
    const restored = await openInfo(['restore', file, '--replace', '--data', data]);
    assert.equal(restored.code, 0, restored.err);
    const { rows } = await sql<{ left: number; right: number }>`
      select count(*) filter (where id like 'left%') as left,
        count(*) filter (where id like 'right%') as right from fields
    `.execute(db);
    assert.equal(rows[0]?.left, rows[0]?.right);
    const seqs = await db.selectFrom('audit').select('seq').orderBy('seq').execute();
    assert.deepEqual(
      seqs.map(({ seq }) => seq),
      seqs.map((_, index) => index + 1),
    );
  });

  test('the audit is verified through the service, and its head can be kept outside', async () => {
    const head = (await openInfo(['audit', 'head', '--data', data])).out.trim();
    assert.match(head, /^[0-9a-f]{64}$/);
    const whole = await openInfo(['audit', 'verify', '--head', head, '--data', data]);
    assert.equal(whole.code, 0, whole.err);
    assert.match(whole.out, new RegExp(`审计链完整：\\d+ 条，链头 ${head}`));
    const strange = 'f'.repeat(64);
    await refused(['audit', 'verify', '--head', strange, '--data', data], /找不到给出的链头/);
    await refused(['audit', 'verify', '--head', 'x', '--data', data], /--head 应为/);
  });

  test('a file that is cut off, changed, or none at all touches nothing', async () => {
    const { db } = running.service;
    const before = await contentOf(db);
    const bytes = readFileSync(file);
    const lines = gunzipSync(bytes).toString('utf8').split('\n');
    const told = lines.map((line) => line.replace('"version":"', '"version":"9'));
    const bad: [string, Buffer | string, RegExp][] = [
      ['cut', bytes.subarray(0, bytes.length - 100), /不是完整的/],
      ['shorter', gzipSync(lines.slice(0, -2).join('\n')), /不是完整的/],
      [
        'changed',
        gzipSync(lines.map((line) => line.replace('领域', '地域')).join('\n')),
        /不是完整的/,
      ],
      ['swapped', gzipSync([lines[1], lines[0], ...lines.slice(2)].join('\n')), /不是完整的/],
      ['none', 'a letter', /不是完整的/],
      ['header', gzipSync(told.join('\n')), /不是完整的/],
      [
        'newer',
        gzipSync(
          lines.map((line) => line.replace('"openInfoBackup":1', '"openInfoBackup":2')).join('\n'),
        ),
        /更新的版本/,
      ],
    ];
    for (const [kind, content, sentence] of bad) {
      const path = join(folder, kind);
      writeFileSync(path, content);
      await refused(['restore', path, '--replace', '--data', data], sentence);
    }
    await refused(
      ['restore', join(folder, 'absent'), '--replace', '--data', data],
      /absent 不存在/,
    );
    assert.deepEqual(await contentOf(db), before);
  });
});

describe('a backup in a new folder', () => {
  test('needs the key it was sealed with, which can be given, or lie in the backup', async () => {
    const key = readFileSync(join(data, 'data-key'), 'utf8').trim();
    const fresh = join(folder, 'fresh');
    await refused(['restore', file, '--data', fresh], /密钥打不开该备份/);
    const env = {
      OPEN_INFO_DATA_KEYS: `${readFileSync(join(fresh, 'data-key'), 'utf8').trim()},${key}`,
    };
    assert.equal((await openInfo(['restore', file, '--data', fresh], env)).code, 0);
    // The newest key has sealed the secret anew, and is enough from now on.
    assert.equal((await openInfo(['audit', 'verify', '--data', fresh])).code, 0);

    const withKeys = join(folder, 'keys.backup');
    const made = await openInfo(['backup', withKeys, '--with-keys', '--data', data]);
    assert.equal(made.code, 0, made.err);
    assert.match(made.out, /备份含数据密钥/);
    const third = join(folder, 'third');
    const restored = await openInfo(['restore', withKeys, '--data', third]);
    assert.equal(restored.code, 0, restored.err);
    assert.equal(readFileSync(join(third, 'data-key'), 'utf8').trim(), key);
    assert.equal(statSync(join(third, 'data-key')).mode & 0o777, 0o600);
  });

  test('of tables that differ is told so', async () => {
    const running = await startService(settings(join(folder, 'third')));
    try {
      await sql`alter table fields add column extra text`.execute(running.service.db);
      copyFileSync(file, join(folder, 'older'));
      await refused(
        ['restore', join(folder, 'older'), '--replace', '--data', join(folder, 'third')],
        /数据表与本版本不同/,
      );
    } finally {
      await running.close();
    }
  });

  test('is made in a folder too deep for a socket, and where a killed service left one', async () => {
    const deep = join(folder, 'd'.repeat(60), 'e'.repeat(60));
    const running = await startService(settings(deep));
    const args = ['backup', join(folder, 'deep.backup'), '--data', deep];
    try {
      const made = await openInfo(args);
      assert.equal(made.code, 0, made.err);
    } finally {
      await running.close();
    }
    assert.ok(!existsSync(join(deep, 'control.sock')));
    const left = join(folder, 'left.sock');
    const leaving = `require('node:net').createServer().listen(${JSON.stringify(left)},
      () => process.kill(process.pid, 'SIGKILL'))`;
    await once(spawn(process.execPath, ['-e', leaving]), 'exit');
    assert.ok(existsSync(left));
    symlinkSync(left, join(deep, 'control.sock'));
    const made = await openInfo(args);
    assert.equal(made.code, 0, made.err);
  });

  test('data in memory is not within reach', async () => {
    await refused(['backup', join(folder, 'x'), '--data', 'memory'], /只在内存中/);
  });
});

const server = process.env.TEST_DATABASE_URL;

describe('on PostgreSQL', { skip: !server }, () => {
  test('a backup taken while others write is restored to another server that runs', async () => {
    const [from, to] = await Promise.all([
      createDatabase(server ?? ''),
      createDatabase(server ?? ''),
    ]);
    const env = { OPEN_INFO_DATA_KEY: randomBytes(32).toString('base64') };
    const start = (databaseUrl: string) =>
      startService(
        readSettings(
          {
            data: join(folder, 'server'),
            databaseUrl,
            port: '0',
            logLevel: 'silent',
            readIndex: 'off',
          },
          env,
        ),
      );
    const running = [await start(from.databaseUrl), await start(to.databaseUrl)] as const;
    try {
      const [{ service }, { service: other }] = running;
      await seed(service);
      const sealed = service.privacy.blind('x', 'y');
      const writes = { go: true, pairs: 0 };
      const writing = (async () => {
        while (writes.go) await writePair(service.db, ++writes.pairs);
      })();
      const path = join(folder, 'server.backup');
      const args = ['--data', join(folder, 'server')];
      const made = await openInfo(
        ['backup', path, ...args, '--database-url', from.databaseUrl],
        env,
      );
      writes.go = false;
      await writing;
      assert.equal(made.code, 0, made.err);

      const restoring = ['restore', path, ...args, '--database-url', to.databaseUrl];
      const changed = new Promise((resolve) => other.published.onChange(resolve));
      const restored = await openInfo(restoring, env);
      assert.equal(restored.code, 0, restored.err);
      const { organs } = await contentOf(service.db);
      const content = await contentOf(other.db);
      assert.deepEqual(content.organs, organs);
      const pairs = (content.fields ?? []).length - (await seededFields(service.db));
      assert.ok(pairs > 0 && pairs % 2 === 0);
      // The service that runs there notices, and takes over the secrets that came along.
      await changed;
      await other.privacy.refresh();
      assert.equal(other.privacy.blind('x', 'y'), sealed);
    } finally {
      await Promise.all(running.map(({ close }) => close()));
      await Promise.all([from.drop(), to.drop()]);
    }
  });
});

async function seededFields(db: Kysely<Tables>): Promise<number> {
  const rows = await db
    .selectFrom('fields')
    .select('id')
    .where('name', 'not like', '领域"%')
    .execute();
  return rows.length;
}
