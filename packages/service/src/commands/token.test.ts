import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { decodeJwt } from 'jose';
import { seed } from '../seed.ts';
import { startService, type RunningService } from '../server.ts';
import { openService } from '../service.ts';
import { readSettings } from '../settings.ts';

const main = `
  const { run } = await import(${JSON.stringify(import.meta.resolve('../cli.ts'))});
  await run(['node', 'open-info', ...process.argv.slice(1)]);`;

let folder: string;
let data: string;

/** Runs `open-info token` in a process of its own. */
function print(args: string[], env: NodeJS.ProcessEnv = {}) {
  const flags = ['--conditions=source', '--input-type=module', '--eval', main, '--', 'token'];
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: folder,
    env: { ...process.env, PORT: '', DATABASE_URL: '', OPEN_INFO_DATA: data, ...env },
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-info-token-'));
  data = join(folder, 'data');
  const { service, close } = await openService(readSettings({ data, logLevel: 'silent' }, {}));
  await seed(service);
  await close();
});
after(() => rmSync(folder, { recursive: true, force: true }));

const organ = ['--organ', 'district-government'];

test('a token is printed from the folder of a service that does not run', async () => {
  const { code, out, err } = await print([...organ, '--role', 'coordinator', '--hours', '2']);
  assert.equal(code, 0, err);
  const { sub, role, organ: of, exp = 0, iat = 0 } = decodeJwt(out.trim());
  assert.deepEqual(
    { sub, role, of },
    {
      ...{ sub: 'coordinator@district-government', role: 'coordinator', of: 'district-government' },
    },
  );
  assert.equal(exp - iat, 7_200);
});

describe('what cannot be is told in one sentence', () => {
  const cases: [args: string[], sentence: RegExp, env?: NodeJS.ProcessEnv][] = [
    [['--organ', 'none', '--role', 'officer'], /没有编号为“none”的机关.*There is no organ "none"/],
    [[...organ, '--role', 'king'], /没有“king”这种角色.*officer or coordinator/],
    [[...organ, '--role', 'officer', '--hours', '0'], /--hours.*744/],
    [[...organ, '--role', 'officer', '--hours', 'ten'], /--hours/],
    [[...organ, '--role', 'officer', '--name', 'a\nb'], /--name/],
    [[...organ, '--role', 'officer', '--data', 'memory'], /OPEN_INFO_ACCESS_KEY/],
    [
      [...organ, '--role', 'officer'],
      /https:\/\/id\.example.*签发/,
      { OPEN_INFO_OIDC_ISSUER: 'https://id.example', OPEN_INFO_OIDC_AUDIENCE: 'x' },
    ],
  ];
  for (const [args, sentence, env] of cases) {
    test(args.join(' '), async () => {
      const { code, out, err } = await print(args, env);
      assert.equal(code, 1, out);
      assert.equal(out, '');
      assert.match(err, sentence);
      assert.equal(err.trimEnd().split('\n').length, 1);
    });
  }
});

describe('while the service runs and holds its folder', () => {
  let running: RunningService;
  before(async () => {
    running = await startService(readSettings({ data, port: '0', logLevel: 'silent' }, {}));
  });
  after(() => running.close());

  test('it is asked for the organ, and takes the token', async () => {
    const port = ['--port', new URL(running.url).port];
    const { code, out, err } = await print([
      ...organ,
      '--role',
      'officer',
      '--name',
      'li',
      ...port,
    ]);
    assert.equal(code, 0, err);
    const officer = await running.service.access.officer(`Bearer ${out.trim()}`);
    assert.deepEqual(officer, { id: 'li', organId: 'district-government', role: 'officer' });
    const wrong = await print(['--organ', 'none', '--role', 'officer', ...port]);
    assert.match(wrong.err, /没有编号为“none”的机关/);
  });

  test('on another port it cannot be asked, and that is said', async () => {
    const { code, err } = await print([...organ, '--role', 'officer', '--port', '1']);
    assert.equal(code, 1);
    assert.match(err, /--port/);
    assert.ok(existsSync(join(data, 'access-key.json')));
  });
});
