import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startTestService, type TestService } from '../../test/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-info-pages-'));
const site = join(folder, 'site');
const pages = join(folder, 'render.mjs');
let service: TestService;

/** Draws what it was asked, and what the service tells of the record. */
const renderer = `
let drawn = 0;
export async function renderPage({ fetch, noun, id, query, language, mode, origin, ...rest }) {
  drawn += 1;
  if (id === 'broken') throw new Error('cannot be drawn');
  const path = { catalog: 'catalog/items', policies: 'documents', matters: 'matters' }[noun];
  const address = origin + '/api/v1/' + path + (id === undefined ? '' : '/' + encodeURIComponent(id));
  const answer = await fetch(new Request(address));
  const told = await answer.json();
  const page = { drawn, noun, id, language, mode, query: String(query), told: told.title ?? told.name ?? told.total };
  return { status: answer.status, html: '<!doctype html><p>' + JSON.stringify({ ...page, ...rest }) + '</p>' };
}
`;

before(async () => {
  mkdirSync(join(site, 'matters'), { recursive: true });
  writeFileSync(join(site, 'matters', 'index.html'), 'matters of the site');
  mkdirSync(join(site, 'policies'));
  writeFileSync(join(site, 'policies', 'own.html'), 'a page of the site');
  writeFileSync(pages, renderer);
  service = await startTestService({
    seeded: true,
    site,
    pages,
    siteName: '示例区政务公开',
    siteCode: '4201030001',
  });
});
after(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, init?: RequestInit) => fetch(`${service.url}${path}`, init);
type Seen = Record<string, unknown>;
async function seen(path: string, init?: RequestInit): Promise<Seen> {
  const text = await (await ask(path, init)).text();
  return JSON.parse(/<p>(.*)<\/p>/.exec(text)?.[1] ?? '{}') as Seen;
}

describe('a page', () => {
  test('is drawn from what the service tells anybody, under the strictest policy', async () => {
    const answer = await ask('/policies/disability-subsidies-2027');
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.doesNotMatch(policy, /unsafe/);
    const page = await seen('/policies/disability-subsidies-2027');
    assert.equal(page.told, '关于调整困难残疾人生活补贴和重度残疾人护理补贴的通知');
    assert.equal(page.siteName, '示例区政务公开');
    assert.equal(page.siteCode, '4201030001');
    assert.match(String(page.assets), /^\/embed\/\d+\.\d+\.\d+$/);
    assert.deepEqual(page.addresses, {
      catalog: '/catalog/{id}',
      policies: '/policies/{id}',
      matters: '/matters/{id}',
    });
  });

  test('is kept ready until what is published changes', async () => {
    const first = await ask('/catalog');
    const etag = first.headers.get('etag') ?? '';
    assert.equal(
      first.headers.get('cache-control'),
      'public, max-age=60, stale-while-revalidate=300',
    );
    assert.equal((await ask('/catalog', { headers: { 'If-None-Match': etag } })).status, 304);
    assert.equal((await seen('/catalog')).drawn, (await seen('/catalog?utm_source=x')).drawn);
    const head = await ask('/catalog', { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
  });

  test('speaks Chinese unless it is asked for English', async () => {
    const english = { headers: { 'Accept-Language': 'en-GB,en;q=0.9,zh;q=0.1' } };
    assert.equal((await seen('/catalog')).language, 'zh');
    assert.equal((await seen('/catalog', english)).language, 'en');
    assert.equal((await seen('/catalog?lang=en')).language, 'en');
    assert.equal((await seen('/catalog?lang=zh-CN', english)).language, 'zh');
    assert.equal((await seen('/catalog?mode=elder')).mode, 'elder');
    const answer = await ask('/catalog?lang=en');
    assert.equal(answer.headers.get('content-language'), 'en');
    assert.match(answer.headers.get('vary') ?? '', /Accept-Language/);
  });

  test('that is not public is not there, and is readable', async () => {
    const answer = await ask('/policies/none');
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get('cache-control'), 'no-cache');
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  });

  test('that cannot be drawn says so in words, and what happened is in the log', async () => {
    const answer = await ask('/policies/broken');
    assert.equal(answer.status, 500);
    assert.match(await answer.text(), /暂时无法显示/);
    assert.match(JSON.stringify(service.lines), /cannot be drawn/);
    assert.equal((await ask('/policies/%E4')).status, 400);
  });

  test('of the site goes before it; other methods are refused', async () => {
    assert.equal(await (await ask('/policies/own.html')).text(), 'a page of the site');
    assert.equal(await (await ask('/matters')).text(), 'matters of the site');
    assert.equal((await ask('/policies', { method: 'POST' })).status, 405);
  });
});

describe('search engines', () => {
  const locations = async (path: string) =>
    [...(await (await ask(path)).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, url = '']) => url,
    );

  test('are led from robots.txt to every page', async () => {
    const robots = await (await ask('/robots.txt')).text();
    assert.match(robots, new RegExp(`Sitemap: ${service.url}/sitemap.xml`));
    const parts = await locations('/sitemap.xml');
    assert.deepEqual(
      parts.map((url) => new URL(url).pathname),
      ['/sitemaps/catalog-1.xml', '/sitemaps/policies-1.xml', '/sitemaps/matters-1.xml'],
    );
    const told = await Promise.all(parts.map((url) => locations(new URL(url).pathname)));
    const totals = await Promise.all(
      ['catalog/items', 'documents', 'matters'].map(async (path) => {
        const answer = (await (await ask(`/api/v1/${path}?limit=1`)).json()) as { total: number };
        return answer.total;
      }),
    );
    assert.deepEqual(
      told.map(({ length }) => length),
      totals,
    );
    const all = await locations('/api/v1/sitemap.xml');
    assert.deepEqual([...all].sort(), told.flat().sort());
    const statuses = await Promise.all(
      told.map(([url = '']) => ask(new URL(url).pathname).then(({ status }) => status)),
    );
    assert.deepEqual(statuses, [200, 200, 200]);
    assert.deepEqual(await locations('/sitemaps/catalog-2.xml'), []);
    assert.equal((await ask('/sitemaps/none-1.xml')).status, 404);
  });
});

test('where pages are not built a document has its plain form, and the log says what to build', async () => {
  const plain = await startTestService({ seeded: true, pages: join(folder, 'none.mjs') });
  const answer = await fetch(`${plain.url}/policies/disability-subsidies-2027`);
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /<h1>关于调整困难残疾人生活补贴/);
  assert.equal((await fetch(`${plain.url}/policies/none`)).status, 404);
  const guide = await fetch(`${plain.url}/matters/newborn-insurance`);
  assert.equal(guide.status, 503);
  assert.match(await guide.text(), /npm run build/);
  assert.match(JSON.stringify(plain.lines), /npm run build/);
  assert.ok(!(await (await fetch(`${plain.url}/sitemap.xml`)).text()).includes('matters-1'));
  await plain.close();
});
