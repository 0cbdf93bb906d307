import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { startTestService, type TestService } from '../../test/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-info-site-'));
const site = join(folder, 'site');
const embed = join(folder, 'embed');
const page = `<!doctype html><title>页面</title>${'<p>公开</p>'.repeat(200)}`;
let service: TestService;

before(async () => {
  mkdirSync(join(site, '栏目'), { recursive: true });
  mkdirSync(join(site, '.git'));
  mkdirSync(join(embed, 'chunks'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(site, 'index.html'), page);
  writeFileSync(join(site, '栏目', 'index.html'), page);
  writeFileSync(join(site, 'page.test.ts'), 'secret');
  writeFileSync(join(site, '.git', 'config.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
  writeFileSync(join(embed, 'all.js'), `/* ${'x'.repeat(2000)} */`);
  writeFileSync(join(embed, 'chunks', 'a.js'), 'export {};');
  writeFileSync(join(embed, 'integrity.json'), '{"all.js":"sha384-x"}');
  service = await startTestService({ site, embed });
});
after(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends a path exactly as it stands; `fetch` would tidy it up first. */
async function askExactly(path: string): Promise<{ status: number; text: string }> {
  const { port, hostname } = new URL(service.url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return { status: Number(text.slice(9, 12)), text };
}

describe('static pages', () => {
  test('come with the strictest policy, an ETag and compression', async () => {
    const answer = await fetch(`${service.url}/`, { headers: { 'accept-encoding': 'identity' } });
    assert.equal(answer.status, 200);
    assert.equal(await answer.text(), page);
    assert.equal(
      answer.headers.get('content-security-policy'),
      "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'",
    );
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
    const etag = answer.headers.get('etag') ?? '';
    const again = await fetch(`${service.url}/`, { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
    const gzip = await fetch(`${service.url}/index.html`, {
      headers: { 'accept-encoding': 'gzip' },
    });
    assert.equal(gzip.headers.get('content-encoding'), 'gzip');
    assert.equal(await gzip.text(), page);
  });

  test('a changed file is shown at once', async () => {
    const file = join(site, 'changing.txt');
    writeFileSync(file, 'one');
    assert.equal(await (await fetch(`${service.url}/changing.txt`)).text(), 'one');
    writeFileSync(file, 'two, longer');
    assert.equal(await (await fetch(`${service.url}/changing.txt`)).text(), 'two, longer');
  });

  test('HEAD has no body', async () => {
    const answer = await fetch(`${service.url}/`, { method: 'HEAD' });
    assert.equal(answer.status, 200);
    assert.equal(await answer.text(), '');
  });

  test('a folder is its index page, and its links work', async () => {
    const path = encodeURI('/栏目');
    const moved = await fetch(`${service.url}${path}?a=1`, { redirect: 'manual' });
    assert.equal(moved.status, 308);
    assert.equal(moved.headers.get('location'), `${path}/?a=1`);
    assert.equal(await (await fetch(`${service.url}${path}/`)).text(), page);
  });

  test('nothing outside the folder, nothing hidden, nothing that is no page', async () => {
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
      '/%2e%2e%2fsecret.txt',
      '/x/../../secret.txt',
      '//../secret.txt',
      '/link.txt',
      '/.git/config.txt',
      '/page.test.ts',
      '/index.html/',
      '/embed/../site/index.html%00',
      '/embed/..%2fsecret.txt',
      '/embed/%2e%2e/%2e%2e/secret.txt',
      '/embed//../secret.txt',
    ]) {
      const { status, text } = await askExactly(path);
      assert.ok(status === 404 || status === 400, `${path} answered ${status}`);
      assert.ok(!text.includes('secret\n') && !text.endsWith('secret'), path);
    }
  });

  test('a path is never led to another host', async () => {
    for (const path of ['//example.com', '//example.com/..', `/${encodeURI('/栏目')}`]) {
      const { status, text } = await askExactly(path);
      assert.ok(!/^location: \/\//im.test(text), `${path} answered ${status}`);
    }
  });

  test('only reading is for pages', async () => {
    const answer = await fetch(`${service.url}/`, { method: 'POST', body: 'x' });
    assert.equal(answer.status, 404);
  });
});

describe('widget files', () => {
  test('of a version are kept for good, those of today for minutes; from every origin', async () => {
    const versioned = await fetch(`${service.url}/embed/0.1.0/all.js`);
    assert.equal(versioned.status, 200);
    assert.equal(versioned.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(versioned.headers.get('access-control-allow-origin'), '*');
    assert.equal(versioned.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(versioned.headers.get('content-type'), 'text/javascript; charset=utf-8');
    const today = await fetch(`${service.url}/embed/all.js`);
    assert.match(today.headers.get('cache-control') ?? '', /^public, max-age=300,/);
    assert.equal(await today.text(), "export * from './0.1.0/all.js';\n");
    assert.equal((await fetch(`${service.url}/embed/0.1.0/chunks/a.js`)).status, 200);
  });

  test('the integrity list is JSON', async () => {
    const answer = await fetch(`${service.url}/embed/integrity.json`);
    assert.deepEqual(await answer.json(), { 'all.js': 'sha384-x' });
  });

  test('are compressed', async () => {
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      'GET /embed/0.1.0/all.js HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n',
    );
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    const answer = Buffer.concat(chunks);
    const start = answer.indexOf('\r\n\r\n') + 4;
    assert.match(answer.subarray(0, start).toString(), /content-encoding: gzip/i);
    assert.match(gunzipSync(answer.subarray(start)).toString(), /^\/\* x+ \*\/$/);
  });

  test('another version is not there, and which is, is said', async () => {
    const answer = await fetch(`${service.url}/embed/9.9.9/all.js`);
    assert.equal(answer.status, 404);
    const { detail } = (await answer.json()) as { detail: string };
    assert.match(detail, /0\.1\.0/);
  });
});
