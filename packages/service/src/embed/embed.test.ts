import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startTestService, type TestService } from '../../test/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-info-embed-'));
const embed = join(folder, 'embed');
const archive = join(folder, 'archive');
let service: TestService;

function writeVersion(at: string, version: string): void {
  mkdirSync(join(at, 'chunks'), { recursive: true });
  mkdirSync(join(at, 'pages'), { recursive: true });
  mkdirSync(join(at, 'themes'), { recursive: true });
  writeFileSync(join(at, 'themes', 'red.css'), `html{--oi-radius:4px}/* ${version} */`);
  for (const file of ['all.js', 'loader.js', 'loader.classic.js', 'chunks/a.js', 'loader.js.map']) {
    writeFileSync(join(at, file), `{"file":"${file} ${version}"}`);
  }
  writeFileSync(join(at, 'integrity.json'), JSON.stringify({ version }));
  writeFileSync(join(at, 'importmap.json'), JSON.stringify({ integrity: {} }));
  writeFileSync(join(at, 'pages', 'snippet-page.html'), `page ${version}`);
  writeFileSync(join(at, 'pages', 'frame.html'), `frame ${version}`);
  writeFileSync(join(at, 'pages', 'elements.json'), '["policy-card"]');
}

before(async () => {
  writeVersion(embed, '1.2.0');
  for (const version of ['0.9.4', '0.10.0', '1.1.7', '2.0.0-beta.1']) {
    writeVersion(join(archive, version), version);
  }
  mkdirSync(join(archive, 'notes'));
  service = await startTestService({ embed, embedArchive: archive });
});
after(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, init?: RequestInit) => fetch(`${service.url}/embed/${path}`, init);

describe('versions', () => {
  test('the current one and those of the archive are kept for good', async () => {
    for (const version of ['1.2.0', '1.1.7', '0.9.4', '2.0.0-beta.1']) {
      for (const file of ['all.js', 'chunks/a.js', 'loader.classic.js']) {
        const answer = await ask(`${version}/${file}`);
        assert.equal(answer.status, 200, `${version}/${file}`);
        assert.match(await answer.text(), new RegExp(`${file} ${version}`));
        assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
        assert.equal(answer.headers.get('access-control-allow-origin'), '*');
        assert.equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
        assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
      }
    }
  });

  test('have their hashes and their source maps beside them', async () => {
    for (const file of ['integrity.json', 'importmap.json', 'loader.js.map']) {
      const answer = await ask(`1.1.7/${file}`);
      assert.equal(answer.status, 200, file);
      assert.equal(answer.headers.get('content-type'), 'application/json; charset=utf-8');
    }
  });

  test('a version that is put into the archive is there at once', async () => {
    assert.equal((await ask('1.1.8/all.js')).status, 404);
    writeVersion(join(archive, '1.1.8'), '1.1.8');
    assert.equal((await ask('1.1.8/all.js')).status, 200);
  });

  test('one that is not here is refused in words that name those that are', async () => {
    for (const path of [
      '9.9.9/all.js',
      '1.2.0/none.js',
      '3/all.js',
      '1/chunks/a.js',
      '..%2fx.js',
    ]) {
      const answer = await ask(path);
      assert.equal(answer.status, 404, path);
      const { detail } = (await answer.json()) as { detail: string };
      assert.match(detail, /1\.2\.0/);
      assert.match(detail, /0\.9\.4/);
    }
  });
});

describe('a channel', () => {
  const follows = async (path: string) => (await ask(path)).text();

  test('is the newest of its major version, without a redirect', async () => {
    const answer = await ask('1/loader.js', { redirect: 'error' });
    assert.equal(await answer.text(), "export * from '../1.2.0/loader.js';\n");
    assert.match(answer.headers.get('cache-control') ?? '', /^public, max-age=300,/);
    assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  });

  test('counts versions, does not spell them, and passes by what is not released', async () => {
    assert.equal(await follows('0/all.js'), "export * from '../0.10.0/all.js';\n");
    assert.equal((await ask('2/all.js')).status, 404);
  });

  test('has the hashes of the version it stands for, and its classic loader', async () => {
    assert.deepEqual(JSON.parse(await follows('0/integrity.json')), { version: '0.10.0' });
    assert.match(await follows('1/loader.classic.js'), /1\.2\.0/);
    assert.equal((await ask('loader.classic.js')).status, 404);
  });

  test('has the themes of the version it stands for', async () => {
    for (const [at, version] of [
      ['0', '0.10.0'],
      ['1', '1.2.0'],
    ]) {
      const answer = await ask(`${at}/themes/red.css`);
      assert.match(await answer.text(), new RegExp(version ?? ''));
      assert.equal(answer.headers.get('content-type'), 'text/css; charset=utf-8');
      assert.match(answer.headers.get('cache-control') ?? '', /^public, max-age=300,/);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    }
    assert.equal((await ask('1/themes/none.css')).status, 404);
  });

  test('without a number it is the current version', async () => {
    assert.equal(await follows('loader.js'), "export * from './1.2.0/loader.js';\n");
    assert.deepEqual(JSON.parse(await follows('integrity.json')), { version: '1.2.0' });
  });
});

describe('pages', () => {
  test('the page where one chooses has a policy of its own and cannot be framed', async () => {
    const moved = await fetch(`${service.url}/embed`, { redirect: 'manual' });
    assert.deepEqual([moved.status, moved.headers.get('location')], [308, '/embed/']);
    const answer = await ask('');
    assert.equal(await answer.text(), 'page 1.2.0');
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
  });

  test('they are at their own addresses only, where their policy is', async () => {
    assert.equal((await ask('1.2.0/pages/frame.html')).status, 404);
    assert.equal((await ask('1.2.0/')).status, 404);
    assert.equal((await ask('pages/frame.html')).status, 404);
  });

  test('a frame shows an element of ours, sets no cookie, and may be framed by the service alone', async () => {
    const answer = await ask('frame/policy-card?policy-id=x');
    assert.equal(await answer.text(), 'frame 1.2.0');
    assert.match(answer.headers.get('content-security-policy') ?? '', /frame-ancestors 'self'$/);
    assert.equal(answer.headers.get('set-cookie'), null);
    assert.equal((await ask('frame/provider')).status, 404);
    assert.equal((await ask('frame/')).status, 404);
  });

  test('who else may frame it is configured', async () => {
    const origins = ['https://www.example.gov.cn', 'https://m.example.gov.cn'];
    const policies: Record<string, readonly string[]> = {
      "'self' https://www.example.gov.cn https://m.example.gov.cn": origins,
      "'none'": ['none'],
    };
    for (const [expected, frameAncestors] of Object.entries(policies)) {
      const other = await startTestService({ embed, frameAncestors });
      const answer = await fetch(`${other.url}/embed/frame/policy-card`);
      const policy = answer.headers.get('content-security-policy') ?? '';
      assert.ok(policy.endsWith(`frame-ancestors ${expected}`), policy);
      await other.close();
    }
  });

  test('a service without built pages says so', async () => {
    rmSync(join(embed, 'pages', 'snippet-page.html'));
    assert.equal((await ask('')).status, 404);
  });
});
