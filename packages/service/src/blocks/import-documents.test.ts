import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startTestService, type TestService } from '../../test/service.ts';
import { StopError } from '../stop.ts';
import { extension } from './feed.ts';
import { importDocuments, type DocumentImportOptions } from './import-documents.ts';

const examples = fileURLToPath(new URL('../../../../examples/imports/documents', import.meta.url));

let running: TestService;
let folder: string;
before(async () => {
  running = await startTestService();
  folder = await mkdtemp(join(tmpdir(), 'open-info-documents-'));
});
after(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

const take = (target: string, options: DocumentImportOptions = {}) =>
  importDocuments(running.service, target, options);

const fields = {
  kind: '通知',
  level: 'district',
  issuers: [{ name: '示例区民政局', lead: true }],
  issuedOn: '2025-01-02',
  publishedAt: '2025-01-03T09:00:00+08:00',
  topics: [],
  attribute: 'open',
};

async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

test('a folder: shown first, taken then, known again', async () => {
  const dry = await take(examples, { dryRun: true });
  assert.equal(dry.written.added.length, 2);
  const first = await take(examples);
  assert.deepEqual(
    first.written.added.map(({ title }) => title.slice(0, 8)),
    ['示例区教育局关于', '示例区人民政府办'],
  );
  const [refused] = first.refused;
  assert.equal(refused?.origin, 'quesuoyinhao.html');
  assert.deepEqual(
    refused.faults.map(({ field }) => field),
    ['indexNumber', 'issuers', 'issuedOn'],
  );
  assert.match(refused.faults[0]?.words.zh ?? '', /缺少；.*索引号/);
  assert.deepEqual(
    first.dropped.map(({ origin, dropped }) => [origin, dropped.length]),
    [['zhucan-butie.html', 7]],
  );
  const second = await take(examples);
  assert.deepEqual([second.written.added, second.written.changed], [[], []]);
  assert.equal(second.written.unchanged, 2);
  const stored = await running.service.db.selectFrom('document_files').selectAll().execute();
  assert.deepEqual(
    stored.map(({ name, type }) => [name, type]),
    [['banli-liucheng.png', 'image/png']],
  );
});

test('a stamp that contradicts, an end without a day, one 索引号 twice: refused by name', async () => {
  const page = (index: string, row: string, stamp: string) =>
    `<table><tr><th>索引号</th><td>${index}</td><th>发文机关</th><td>区民政局</td></tr><tr><th>成文日期</th><td>2025-01-02</td><th>发布日期</th><td>2025-01-03</td></tr>${row}</table><article><h1>关于某事的通知</h1><p>这是一份文件的正文，写得足够长，有二十个字以上。</p><p>${stamp}</p></article>`;
  const wrong = await mkdtemp(join(folder, 'wrong-'));
  const stated = '<tr><th>公开属性</th><td>主动公开</td></tr>';
  await writeFile(join(wrong, 'a.html'), page('9/1', stated, '（此件不予公开）'));
  await writeFile(join(wrong, 'b.html'), page('9/2', '<tr><th>有效性</th><td>废止</td></tr>', ''));
  await writeFile(join(wrong, 'c.html'), page('9/3', stated, ''));
  await writeFile(join(wrong, 'd.html'), page('9/3', stated, ''));
  await writeFile(join(wrong, 'e.html'), page('9/4', '', ''));
  const { refused, undecided, written } = await take(wrong, { dryRun: true });
  assert.deepEqual(
    refused.map(({ origin, faults }) => [origin, faults.map(({ field }) => field)]),
    [
      ['a.html', ['attribute']],
      ['b.html', ['ended']],
      ['d.html', ['indexNumber']],
    ],
  );
  assert.deepEqual([undecided, written.added.length], [['e.html'], 2]);
});

test('a page reads beside itself, and never outside its folder', async () => {
  const site = await mkdtemp(join(folder, 'site-'));
  await writeFile(join(folder, 'secret.pdf'), '%PDF-1.4 secret');
  await symlink(join(folder, 'secret.pdf'), join(site, 'link.pdf'));
  await writeFile(join(site, 'own.pdf'), '%PDF-1.4 own');
  await writeFile(join(site, 'page.pdf'), '<script>x</script>');
  const links = ['own.pdf', 'link.pdf', '../secret.pdf', '%2e%2e/secret.pdf', 'page.pdf'];
  const html = links.map((path) => `<p><a href="${path}">${path}</a></p>`).join('');
  await writeFile(join(site, 'p.html'), `<p>正文</p>${html}`);
  await writeFile(
    join(site, 'p.json'),
    JSON.stringify({ ...fields, indexNumber: '8/1', title: '关于附件的通知' }),
  );
  const { written, dropped } = await take(site);
  const id = written.added[0]?.id ?? '';
  const files = running.service.db.selectFrom('document_files').select('name');
  assert.deepEqual(await files.where('owner_id', '=', id).execute(), [{ name: 'own.pdf' }]);
  const kinds = dropped.flatMap((one) => one.dropped.map(({ kind }) => kind));
  assert.deepEqual(kinds, ['unresolvedLink', 'unsupportedFile', 'missingFile']);
});

test('feeds: Atom, RSS and JSON Feed, from a file', async () => {
  const index = (number: string) =>
    `<table><tr><th>索引号</th><td>${number}</td><th>发文机关</th><td>区民政局</td></tr><tr><th>成文日期</th><td>2025-01-02</td><th>公开属性</th><td>主动公开</td></tr></table><p onclick="x()">正文</p>`;
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:oi="urn:x"><title>t</title><entry><title>关于甲的通知</title><link href="http://a.example/1"/><published>2025-01-03T01:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${index('7/1')}</div></content><oi:topics>民政</oi:topics></entry></feed>`;
  const rss = `<rss version="2.0" xmlns:content="urn:c"><channel><item><title>关于乙的通知</title><pubDate>Fri, 03 Jan 2025 09:00:00 +0800</pubDate><content:encoded><![CDATA[${index('7/2')}]]></content:encoded></item></channel></rss>`;
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    items: [
      {
        title: '关于丙的通知',
        content_text: '正文 <b>',
        [extension]: { ...fields, indexNumber: '7/3' },
      },
    ],
  });
  for (const [name, text] of Object.entries({ 'a.xml': atom, 'r.xml': rss, 'f.json': json })) {
    const path = join(folder, name);
    await writeFile(path, text);
    const { refused, written } = await take(path);
    assert.deepEqual([refused, written.added.length], [[], 1], name);
  }
});

test('a feed at an address is asked once, and redirects inwards are not followed', async (t) => {
  const asked: string[] = [];
  const inside = await serve(t, (_request, response) => response.end('{}'));
  const site = await serve(t, (request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/moved') response.writeHead(302, { Location: '/feed.json' }).end();
    else if (request.url === '/inwards') response.writeHead(302, { Location: inside }).end();
    else {
      const item = {
        url: '/doc/1.html',
        content_html: '<p>正文<img src="/a.png"><a href="b.pdf">附件</a></p>',
        [extension]: { ...fields, indexNumber: '6/1', title: '关于丁的通知' },
      };
      response.end(JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [item] }));
    }
  });
  const { written, refused } = await take(`${site}/moved`);
  assert.deepEqual([refused, written.added.length], [[], 1]);
  assert.deepEqual(asked, ['/moved', '/feed.json']);
  await assert.rejects(take(`${site}/inwards`), StopError);
});

test('what is nothing to import is said in words', async () => {
  await assert.rejects(take(join(folder, 'nothing')), StopError);
  await writeFile(join(folder, 'x.txt'), 'x');
  await assert.rejects(take(join(folder, 'x.txt')), StopError);
});
