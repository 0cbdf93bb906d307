import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { createDatabase } from '../test/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-info-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const main = `
  const { run } = await import(${JSON.stringify(import.meta.resolve('./cli.ts'))});
  await run(['node', 'open-info', ...process.argv.slice(1)]);`;

/** The command line as a process of its own, run from source. */
function start(args: string[], env: NodeJS.ProcessEnv = {}) {
  // As if nothing were set; an empty variable is as good as none.
  const own = { ...process.env, PORT: '', DATABASE_URL: '' };
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--input-type=module', '--eval', main, '--', ...args],
    { env: { ...own, ...env }, cwd: folder, timeout: 90_000 },
  );
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const exited = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, said, exited };
}

/** Waits for the line that says where the service answers. */
async function address({ child, said, exited }: ReturnType<typeof start>): Promise<string> {
  const ended = exited.then(({ err }) => assert.fail(`ended early: ${err}`));
  for (;;) {
    const url = /^open-info (http:\S+)$/m.exec(said.out)?.[1];
    if (url) return url;
    await Promise.race([once(child.stdout, 'data'), ended]);
  }
}

describe('what keeps it from starting is told in one sentence, with exit code 1', () => {
  const refused = async (args: string[], env: NodeJS.ProcessEnv, sentence: RegExp) => {
    const { code, out, err } = await start(args, env).exited;
    assert.equal(code, 1, `${out}${err}`);
    assert.match(err, sentence);
    assert.equal(err.trimEnd().split('\n').length, 1, err);
    assert.doesNotMatch(err, /\bat .+:\d+|Error:/);
  };

  test('a setting that is wrong', async () => {
    await refused(['serve', '--port', 'x'], {}, /--port/);
    await refused(['serve'], { PORT: '99999' }, /PORT/);
  });

  test('a folder that cannot be written', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await refused(['serve', '--port', '0'], { OPEN_INFO_DATA: file }, /不可写/);
    await refused(['serve', '--port', '0'], { OPEN_INFO_DATA: join(file, 'below') }, /不可写/);
  });

  test('a folder that no one can make', { skip: process.platform !== 'linux' }, async () => {
    await refused(['serve', '--port', '0'], { OPEN_INFO_DATA: '/proc/open-info' }, /不可写/);
  });

  test('a database that is damaged', async () => {
    const data = join(folder, 'damaged');
    mkdirSync(join(data, 'pglite'), { recursive: true });
    writeFileSync(join(data, 'pglite', 'PG_VERSION'), '99');
    await refused(['serve', '--port', '0', '--data', data], {}, /已损坏/);
  });

  test('a database server that does not answer', async () => {
    const env = { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/catalog' };
    await refused(['serve', '--port', '0'], env, /127\.0\.0\.1:1\/catalog/);
  });

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const args = ['serve', '--port', String(port), '--data', 'memory'];
    await refused(args, {}, new RegExp(`端口 ${port} 已被占用`));
    other.close();
  });
});

test('the first start fills the database, says where it is, and ends cleanly when told to', async () => {
  const data = join(folder, 'data');
  const args = ['serve', '--port', '0', '--data', data, '--read-index', 'off'];
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const service = start(args);
    const url = await address(service);
    const items = await fetch(`${url}/api/v1/catalog/items?limit=1`);
    const { total } = (await items.json()) as { total: number };
    assert.ok(total > 100);
    // A second process must not open the same folder.
    const second = await start(args).exited;
    assert.equal(second.code, 1);
    assert.match(second.err, new RegExp(`进程号 ${service.child.pid}`));
    service.child.kill(signal);
    const { code, err } = await service.exited;
    assert.equal(code, 0, err);
    assert.equal(err, '');
  }
});

test('the log is one JSON object per line', async () => {
  const service = start(['serve', '--port', '0', '--data', 'memory', '--read-index', 'off']);
  const url = await address(service);
  await (await fetch(`${url}/api/v1/health`)).text();
  service.child.kill('SIGTERM');
  const { out } = await service.exited;
  const lines = out.split('\n').filter((line) => line !== '' && !line.startsWith('open-info http'));
  const events = lines.map((line) => (JSON.parse(line) as { event: string }).event);
  assert.ok(events.includes('request'));
});

test(
  'several processes that start at once on one empty server fill it once',
  { skip: !process.env.TEST_DATABASE_URL },
  async () => {
    const own = await createDatabase(process.env.TEST_DATABASE_URL ?? '');
    const env = { DATABASE_URL: own.databaseUrl };
    const services = [1, 2, 3].map(() => start(['serve', '--port', '0'], env));
    const urls = await Promise.all(services.map(address));
    const totals = await Promise.all(
      urls.map(async (url) => {
        const answer = await fetch(`${url}/api/v1/catalog/versions`);
        return ((await answer.json()) as { items: unknown[] }).items.length;
      }),
    );
    assert.deepEqual(totals, [1, 1, 1]);
    for (const { child } of services) child.kill('SIGTERM');
    const codes = await Promise.all(services.map(async ({ exited }) => (await exited).code));
    assert.deepEqual(codes, [0, 0, 0]);
    await own.drop();
  },
);
