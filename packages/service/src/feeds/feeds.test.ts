import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { interpretation, paragraph, policy } from '../../test/policies.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { writePolicies } from '../documents/write.ts';
import { seedRegistry } from '../seed.ts';
import { articleOf } from './article.ts';
import { escaped } from './markup.ts';

const evil = `<script>alert("1")</script>&'"]]>`;

let today = '2026-03-10';
let running: TestService;
before(async () => {
  running = await startTestService({
    now: () => new Date(`${today}T10:00:00+08:00`),
    documentUrl: 'https://www.example.gov.cn/zcwj/{id}.html?a=1&b=2',
  });
  await seedRegistry(running.service);
  const { refused } = await writePolicies(running.service, {
    documents: [
      policy('first', {
        title: `标题${evil}`,
        topics: ['养老服务'],
        effectiveOn: '2026-03-05',
        body: [paragraph(evil)],
      }),
      policy('second', {
        topics: ['养老/医疗'],
        issuers: [{ organId: 'health' }],
        publishedAt: '2026-02-08T09:00:00+08:00',
        predecessors: ['first'],
        effectiveOn: '2026-03-09',
      }),
    ],
    interpretations: [
      interpretation('why', ['second'], {
        organId: 'health',
        publishedAt: '2026-02-08T09:00:00+08:00',
      }),
    ],
  });
  assert.deepEqual(refused, []);
});
after(() => running.close());

async function text(path: string): Promise<{ status: number; body: string; headers: Headers }> {
  const answer = await fetch(`${running.url}/api/v1${path}`);
  return { status: answer.status, body: await answer.text(), headers: answer.headers };
}

const all = (body: string, pattern: RegExp) => [...body.matchAll(pattern)].map((match) => match[1]);

test('an Atom feed has documents and interpretations, the latest first, on the page of the setting', async () => {
  const { body, headers } = await text('/feeds/all.atom');
  assert.match(headers.get('content-type') ?? '', /^application\/atom\+xml/);
  assert.match(headers.get('content-disposition') ?? '', /^inline;/);
  assert.deepEqual(all(body, /<id>(urn:open-info:(?:document|interpretation):\w+)<\/id>/g), [
    'urn:open-info:document:second',
    'urn:open-info:interpretation:why',
    'urn:open-info:document:first',
  ]);
  assert.deepEqual(all(body, /rel="alternate" href="([^"]+)"/g), [
    'https://www.example.gov.cn/zcwj/second.html?a=1&amp;b=2',
    'https://www.example.gov.cn/zcwj/second.html?a=1&amp;b=2',
    'https://www.example.gov.cn/zcwj/first.html?a=1&amp;b=2',
  ]);
  assert.ok(!body.includes('<script'));
  assert.ok(body.includes(escaped(`标题${evil}`)));
});

test('an organ and a topic have feeds of their own, as JSON too', async () => {
  const { body, headers } = await text('/feeds/organ-health.json');
  assert.match(headers.get('content-type') ?? '', /^application\/feed\+json/);
  const feed = JSON.parse(body) as {
    title: string;
    items: { id: string; date_published: string }[];
  };
  assert.equal(feed.title, '政策文件与解读：江汉区卫生健康局');
  assert.deepEqual(
    feed.items.map(({ id }) => id),
    ['urn:open-info:document:second', 'urn:open-info:interpretation:why'],
  );
  const topic = await text(`/feeds/${encodeURIComponent('topic-养老/医疗.atom')}`);
  assert.deepEqual(all(topic.body, /<id>urn:open-info:(\w+:\w+)<\/id>/g), [
    'document:second',
    'interpretation:why',
  ]);
  for (const name of ['organ-nobody.atom', 'all.rss', 'x.json', 'all.atom.atom']) {
    assert.equal((await text(`/feeds/${name}`)).status, 404, name);
  }
});

test('a feed is asked for again without its body', async () => {
  const { headers } = await text('/feeds/all.atom');
  const etag = headers.get('etag') ?? '';
  const again = await fetch(`${running.url}/api/v1/feeds/all.atom`, {
    headers: { 'If-None-Match': etag },
  });
  assert.equal(again.status, 304);
});

test('the sitemap tells the last change, and the day a document turned by itself', async () => {
  await writePolicies(running.service, {
    documents: [policy('third', { effectiveOn: '2026-03-12', expiresOn: '2026-03-14' })],
  });
  const changes = async (on: string) => {
    today = on;
    const { body } = await text('/sitemap.xml');
    assert.deepEqual(
      all(body, /<loc>([^<]+)<\/loc>/g),
      ['first', 'second', 'third'].map(
        (id) => `https://www.example.gov.cn/zcwj/${id}.html?a=1&amp;b=2`,
      ),
    );
    return all(body, /<lastmod>([^<]+)<\/lastmod>/g);
  };
  const written = '2026-03-10T02:00:00.000Z';
  assert.deepEqual(await changes('2026-03-11'), [written, written, written]);
  assert.deepEqual(await changes('2026-03-13'), [written, written, '2026-03-11T16:00:00.000Z']);
  assert.deepEqual(await changes('2026-03-15'), [written, written, '2026-03-14T16:00:00.000Z']);
});

test('an article is a page of which nothing runs, with what holds now', async () => {
  const { body, headers } = await text('/documents/first/article');
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/);
  assert.ok(!body.includes('<script'));
  assert.ok(body.includes(`<p>${escaped(evil)}</p>`));
  assert.ok(body.includes('（此件公开发布）'));
  assert.match(body, /废止/);
  assert.match(body, /现行规定见：《关于second的通知》/);
});

test('no body whatever becomes a tag, an attribute or an address that runs', () => {
  const word = fc.oneof(
    fc.constant(evil),
    fc.constant('" onerror="x'),
    fc.string({ unit: 'binary' }),
  );
  const href = fc.oneof(
    fc.constantFrom('javascript:alert(1)', 'data:text/html,x', '//evil', 'https://x/"><b', '/ok'),
    word,
  );
  const run = fc.record({
    text: word,
    href: fc.option(href, { nil: undefined }),
    strong: fc.option(fc.boolean(), { nil: undefined }),
  });
  const block = fc.record({
    kind: fc.constantFrom(
      'heading',
      'paragraph',
      'list',
      'table',
      'figure',
      'attachment',
      'quote',
      '__proto__',
      'iframe',
    ),
    text: fc.array(run, { maxLength: 2 }),
    items: fc.array(fc.array(run, { maxLength: 2 }), { maxLength: 2 }),
    rows: fc.array(
      fc.array(fc.record({ text: fc.array(run, { maxLength: 2 }), columns: fc.double() }), {
        maxLength: 2,
      }),
      { maxLength: 2 },
    ),
    align: word,
    file: word,
    alternative: word,
  });
  const allowed =
    /^(?:!doctype html|\/?(?:html|head|body|article|title|meta|h[1-4]|p|ul|ol|li|table|caption|tbody|tr|th|td|figure|figcaption|img|blockquote|strong|a)(?: (?:lang|charset|name|content|align|border|colspan|rowspan|href|src|alt)="[^"<>]*")*)$/;
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), word, (body, title) => {
      const page = articleOf(
        {
          id: 'x',
          indexNumber: 'x',
          title,
          kind: 'x',
          level: 'district',
          issuers: [{ name: title }],
          issuedOn: '2026-01-01',
          publishedAt: '',
          topics: [],
          attribute: 'open',
          interpretations: 0,
          validity: 'inForce',
          stamp: title,
          files: [],
          predecessors: [],
          successors: [],
          interpretationList: [],
          catalogItems: [],
          responses: [],
          hasCard: false,
          updatedAt: '',
          body,
        },
        { file: (id) => `/files/${encodeURIComponent(id.replace(/\p{Surrogate}/gu, ''))}` },
      );
      for (const [, tag = ''] of page.matchAll(/<([^>]*)>?/g)) assert.match(tag, allowed);
      for (const [, address = ''] of page.matchAll(/href="([^"]*)"/g)) {
        assert.match(address, /^(?:https?:\/\/|\/(?!\/)|#)/i);
      }
    }),
    { numRuns: 500 },
  );
});

test('linked data says what is in force and what it replaced', async () => {
  const { body, headers } = await text('/documents/second/linked-data');
  assert.match(headers.get('content-type') ?? '', /^application\/ld\+json/);
  const data = JSON.parse(body) as Record<string, unknown>;
  assert.equal(data['@type'], 'Legislation');
  assert.equal(data.legislationLegalForce, 'https://schema.org/InForce');
  assert.equal(
    (data.legislationRepeals as { '@id': string })['@id'],
    'https://www.example.gov.cn/zcwj/first.html?a=1&b=2',
  );
  const old = JSON.parse((await text('/documents/first/linked-data')).body) as Record<
    string,
    unknown
  >;
  assert.equal(old.legislationLegalForce, 'https://schema.org/NotInForce');
});
