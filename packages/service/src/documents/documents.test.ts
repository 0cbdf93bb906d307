import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  PolicyDocumentSchema,
  validityOn,
  type DocumentPage,
  type PolicyDocument,
  type ValidityFacts,
} from '@open-info/contract/documents';
import { endpoints } from '@open-info/contract/endpoints';
import fc from 'fast-check';
import { sql } from 'kysely';
import { cleanup, interpretation, paragraph, policy } from '../../test/policies.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { seedRegistry } from '../seed.ts';
import { validitySql } from './public.ts';
import type { PolicyRows } from './rows.ts';
import { writeDocuments, writePolicies } from './write.ts';

let today = '2026-03-01';
let running: TestService;
before(async () => {
  running = await startTestService({ now: () => new Date(`${today}T10:00:00+08:00`) });
  await seedRegistry(running.service);
});
after(() => running.close());

async function text(path: string): Promise<{ status: number; body: string; headers: Headers }> {
  const answer = await fetch(`${running.url}/api/v1${path}`);
  return { status: answer.status, body: await answer.text(), headers: answer.headers };
}

async function list(query: Record<string, string | string[]> = {}): Promise<DocumentPage> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) search.append(name, one);
  }
  const { status, body } = await text(`/documents?${search.toString()}`);
  assert.equal(status, 200, body);
  return JSON.parse(body) as DocumentPage;
}

async function get(key: string): Promise<PolicyDocument> {
  const { status, body } = await text(`/documents/${encodeURIComponent(key)}`);
  assert.equal(status, 200, body);
  return PolicyDocumentSchema.parse(JSON.parse(body));
}

const idsOf = ({ items }: DocumentPage): string[] => items.map(({ id }) => id);

async function clear(): Promise<void> {
  for (const table of [
    'cleanup_entries',
    'cleanups',
    'document_edges',
    'document_files',
    'document_responses',
    'interpretations',
    'documents',
  ] as const) {
    await running.service.db.deleteFrom(table).execute();
  }
}

async function take(rows: PolicyRows) {
  const report = await writePolicies(running.service, rows);
  assert.deepEqual(report.refused, []);
  return report;
}

describe('finding', () => {
  before(async () => {
    await clear();
    await take({
      documents: [
        policy('elder', {
          title: '关于印发《养老服务补贴办法》的通知',
          documentNumber: '江示民规[2026]第01号',
          issuers: [{ organId: 'civil-affairs', lead: true }, { organId: 'finance' }],
          topics: ['养老服务'],
          issuedOn: '2026-01-20',
          body: [paragraph('经济困难的老年人可以享受居家照护。')],
        }),
        policy('school', {
          kind: '意见',
          issuers: [{ organId: 'education' }, { name: '某联合会' }],
          topics: ['义务教育'],
          issuedOn: '2025-05-11',
          publishedAt: '2026-02-15T09:00:00+08:00',
        }),
        policy('city', {
          level: 'municipal',
          issuers: [{ name: '武汉市医疗保障局' }],
          issuedOn: '2024-08-24',
        }),
        policy('inner', {
          attribute: 'onRequest',
          issuedOn: '2024-08-24',
          effectiveOn: '2026-06-01',
        }),
      ],
      interpretations: [interpretation('elder-text', ['elder'])],
    });
  });

  test('by title, 拼音, 文号 in any brackets, 索引号 and text, the title before the text', async () => {
    for (const q of [
      '养老服务补贴',
      'ylfwbt',
      '江示民规〔2026〕1号',
      '江示民规【２０２６】第1号',
      'TEST/2026-elder',
      '居家 照护',
    ]) {
      assert.deepEqual(idsOf(await list({ q })), ['elder'], q);
    }
    assert.equal((await list({ q: '江示民规〔2026〕11号' })).total, 0);
  });

  test('shows where the text matches, and marks nothing else', async () => {
    const [hit] = (await list({ q: '老年人 照护' })).items;
    assert.equal(hit?.excerpt, '经济困难的\u0002老年人\u0003可以享受居家\u0002照护\u0003。');
    assert.equal((await list({ q: '通知' })).items[0]?.excerpt, undefined);
    assert.ok((await list()).items.every((item) => !('excerpt' in item)));
  });

  test('by organ, topic, kind, level, validity, dates and interpretation', async () => {
    assert.deepEqual(idsOf(await list({ organ: 'finance' })), ['elder']);
    assert.deepEqual(idsOf(await list({ topic: ['养老服务', '义务教育'] })), ['elder', 'school']);
    assert.deepEqual(idsOf(await list({ kind: '意见' })), ['school']);
    assert.deepEqual(idsOf(await list({ level: 'municipal' })), ['city']);
    assert.deepEqual(idsOf(await list({ validity: 'notYetInForce' })), ['inner']);
    assert.deepEqual(idsOf(await list({ from: '2025-01-01', to: '2025-12-31' })), ['school']);
    assert.deepEqual(idsOf(await list({ interpreted: 'true' })), ['elder']);
    assert.equal((await list({ organ: 'education', topic: '养老服务' })).total, 0);
  });

  test('refuses a value no document can have, and names it', async () => {
    const { status, body } = await text('/documents?organ=nobody&validity=valid');
    assert.equal(status, 400);
    const { errors } = JSON.parse(body) as { errors: { field: string }[] };
    assert.deepEqual(
      errors.map(({ field }) => field),
      ['organ', 'validity'],
    );
  });

  test('counts each filter without its own choice', async () => {
    const { facets = {} } = await list({ facets: 'true', level: 'district' });
    const counts = (name: string) =>
      Object.fromEntries((facets[name] ?? []).map(({ value, count }) => [value, count]));
    assert.deepEqual(counts('level'), { district: 3, municipal: 1 });
    assert.deepEqual(counts('kind'), { 通知: 2, 意见: 1 });
    assert.deepEqual(counts('validity'), { inForce: 2, notYetInForce: 1 });
    assert.deepEqual(counts('organ'), { 'civil-affairs': 2, education: 1, finance: 1 });
    assert.deepEqual(
      (facets.year ?? []).map(({ value }) => value),
      ['2026', '2025', '2024'],
    );
    assert.equal(facets.organ?.find(({ value }) => value === 'finance')?.label, '江汉区财政局');
    assert.deepEqual((await list({ facets: 'true', kind: '函' })).facets?.kind?.at(-1), {
      value: '函',
      label: '函',
      count: 0,
    });
  });

  test('sorts, and pages without losing or repeating one', async () => {
    const orders = {
      issued: ['elder', 'school', 'inner', 'city'],
      published: ['school', 'inner', 'elder', 'city'],
    };
    for (const [sort, expected] of Object.entries(orders)) {
      assert.deepEqual(idsOf(await list({ sort })), expected);
      for (const limit of ['1', '2', '3']) {
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await list({ sort, limit, ...(cursor !== undefined && { cursor }) });
          found.push(...idsOf(page));
          cursor = page.next;
        } while (cursor !== undefined);
        assert.deepEqual(found, expected);
      }
    }
    const searched = await list({ q: '通知', limit: '1' });
    assert.equal(searched.total, 4);
    const rest = await list({ q: '通知', limit: '9', cursor: searched.next ?? '' });
    assert.equal(new Set([...idsOf(searched), ...idsOf(rest)]).size, 4);
    const foreign = await text(`/documents?kind=通知&limit=1&cursor=${searched.next ?? ''}`);
    assert.equal(foreign.status, 400);
  });

  test('gives one by its id and by its 索引号', async () => {
    const byId = await get('elder');
    assert.deepEqual(await get('TEST/2026-elder'), byId);
    assert.equal(byId.documentNumber, '江示民规〔2026〕1号');
    assert.equal(byId.stamp, '此件公开发布');
    assert.deepEqual(byId.issuers[0], {
      name: '江汉区民政局',
      organId: 'civil-affairs',
      lead: true,
    });
    assert.deepEqual(
      byId.interpretationList.map(({ id }) => id),
      ['elder-text'],
    );
    assert.equal(byId.hasCard, true);
    const own = JSON.parse((await text('/interpretations/elder-text')).body) as {
      policies: { id: string }[];
      synchronous: boolean;
      topics: string[];
    };
    assert.deepEqual(
      own.policies.map(({ id }) => id),
      ['elder'],
    );
    assert.deepEqual([own.synchronous, own.topics], [true, ['养老服务']]);
  });

  test('one disclosed on request is known, and its text and files are not', async () => {
    const inner = await get('inner');
    assert.deepEqual([inner.body, inner.files, inner.stamp], [[], [], '此件依申请公开']);
    assert.equal((await list({ q: 'inner的正文' })).total, 0);
  });
});

describe('validity', () => {
  before(clear);
  after(() => (today = '2026-03-01'));

  const day = fc.integer({ min: 0, max: 6 }).map((n) => `2026-03-0${String(n + 1)}`);

  test('in SQL is what the contract says, for all dates', async () => {
    const facts = fc.record({
      effectiveOn: fc.option(day, { nil: undefined }),
      expiresOn: fc.option(day, { nil: undefined }),
      amendedOn: fc.option(day, { nil: undefined }),
      endedOn: fc.option(day, { nil: undefined }),
      endedAs: fc.constantFrom('abolished' as const, 'expired' as const),
      on: day,
    });
    await fc.assert(
      fc.asyncProperty(
        facts,
        async ({ effectiveOn, expiresOn, amendedOn, endedOn, endedAs, on }) => {
          const { rows } = await sql<{ validity: string }>`
          select ${validitySql(on)} as validity from (select
            ${effectiveOn ?? null}::date as effective_on, ${expiresOn ?? null}::date as expires_on,
            ${amendedOn ?? null}::date as amended_on, ${endedOn ?? null}::date as ended_on,
            ${endedAs}::text as ended_as) as d`.execute(running.service.db);
          const ended: ValidityFacts['ended'] =
            endedOn !== undefined && endedOn <= on
              ? { validity: endedAs, on: endedOn }
              : amendedOn === undefined
                ? undefined
                : { validity: 'amended', on: amendedOn };
          assert.equal(rows[0]?.validity, validityOn({ effectiveOn, expiresOn, ended }, on));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('follows from dates, successors and clean-ups, and changes with the day', async () => {
    await take({
      documents: [
        policy('old', { indexNumber: 'TEST/old' }),
        policy('new', { predecessors: ['TEST/old'], effectiveOn: '2026-04-01' }),
        policy('short', { expiresOn: '2026-03-31' }),
        policy('stated', { ended: { validity: 'amended', on: '2026-04-01', by: 'new' } }),
        policy('cleaned'),
        policy('kept'),
      ],
      cleanups: [
        cleanup('c', {
          entries: [
            { document: 'cleaned', decision: 'abolish', reason: '不再适用' },
            { document: 'stated', decision: 'expire' },
            { document: 'kept', decision: 'keep' },
          ],
        }),
      ],
    });
    const on = async (date: string) => {
      today = date;
      const { items } = await list({ limit: '100' });
      return Object.fromEntries(items.map(({ id, validity }) => [id, validity]));
    };
    const inForce = {
      old: 'inForce',
      short: 'inForce',
      stated: 'inForce',
      cleaned: 'inForce',
      kept: 'inForce',
    };
    assert.deepEqual(await on('2026-03-31'), { ...inForce, new: 'notYetInForce' });
    const april = {
      ...inForce,
      new: 'inForce',
      old: 'abolished',
      short: 'expired',
      stated: 'amended',
    };
    assert.deepEqual(await on('2026-04-01'), april);
    assert.deepEqual(await on('2026-06-01'), { ...april, stated: 'expired', cleaned: 'abolished' });
    assert.deepEqual((await list({ validity: 'abolished', sort: 'published' })).total, 2);

    const old = await get('old');
    assert.deepEqual(
      old.successors.map(({ id }) => id),
      ['new'],
    );
    assert.deepEqual(
      (await get('new')).predecessors.map(({ id, validity }) => [id, validity]),
      [['old', 'abolished']],
    );
    assert.deepEqual(
      (await get('stated')).successors.map(({ id }) => id),
      ['new'],
    );
    assert.equal((await get('cleaned')).cleanup?.decision, 'abolish');
    const { body } = await text('/cleanups/c');
    const { counts, entries } = JSON.parse(body) as { counts: object; entries: unknown[] };
    assert.deepEqual([counts, entries.length], [{ abolish: 1, expire: 1, keep: 1 }, 3]);
    assert.equal((await text('/cleanups/none')).status, 404);
  });
});

describe('taking in', () => {
  before(clear);

  test('the same again changes nothing, a change changes one, and the address stays', async () => {
    const rows = {
      documents: [policy('a'), policy('b')],
      interpretations: [interpretation('i', ['a', 'b'])],
    };
    assert.equal((await take(rows)).added.length, 3);
    const { dataVersion } = running.service.published;
    const again = await take(rows);
    assert.deepEqual([again.added, again.changed, again.unchanged], [[], [], 3]);
    assert.equal(running.service.published.dataVersion, dataVersion);

    const changed = policy('b', { id: undefined, indexNumber: 'TEST/2026-b', title: '改名的通知' });
    const report = await writeDocuments(running.service, [changed]);
    assert.deepEqual(report.changed, [{ kind: 'document', id: 'b', title: '改名的通知' }]);
    assert.equal(running.service.published.dataVersion, dataVersion + 1);
    assert.equal((await get('b')).title, '改名的通知');
    assert.deepEqual(
      (await get('b')).interpretationList.map(({ id }) => id),
      ['i'],
    );
  });

  test('a trial says the same and writes nothing', async () => {
    const { dataVersion } = running.service.published;
    const rows = [policy('b', { title: '又改名的通知' }), policy('c')];
    const report = await writeDocuments(running.service, rows, { dryRun: true });
    assert.deepEqual([report.added.length, report.changed.length], [1, 1]);
    assert.equal((await get('b')).title, '改名的通知');
    assert.equal((await text('/documents/c')).status, 404);
    assert.equal(running.service.published.dataVersion, dataVersion);
  });

  test('names every field that is not right, and takes the others', async () => {
    const report = await writeDocuments(running.service, [
      policy('good'),
      policy('bad', { issuedOn: '2026-02-30', publishedAt: '昨天', issuers: [] }),
      policy('x', {
        body: [{ kind: 'paragraph', text: [{ text: '点', href: 'javascript:alert(1)' }] }],
      }),
      policy('y', { issuers: [{ organId: 'nobody' }] }),
      policy('good', { indexNumber: 'TEST/other' }),
      { ...policy('z'), tittle: '错字' } as never,
    ]);
    assert.deepEqual(
      report.added.map(({ id }) => id),
      ['good'],
    );
    const faults = report.refused.map(({ place, faults: found }) => [
      place,
      found.map(({ field }) => field),
    ]);
    assert.deepEqual(faults.slice(0, 3), [
      [2, ['issuers', 'issuedOn', 'publishedAt']],
      [3, ['body.0']],
      [6, ['tittle']],
    ]);
    assert.deepEqual(faults.slice(3), [
      [4, ['issuers.0.organId']],
      [5, ['id']],
    ]);
    const title = await writeDocuments(running.service, [policy('line', { title: '两行\n标题' })]);
    assert.match(title.refused[0]?.faults[0]?.expected?.zh ?? '', /^一行文字，不能为空/);
    for (const { faults: found } of report.refused) {
      for (const { expected } of found) assert.ok(expected?.zh && expected.en);
    }
  });

  test('ties a policy to the 征求意见稿 it came from, read from both ends', async () => {
    await take({
      documents: [
        policy('asked-about'),
        policy('made', { consultations: ['TEST/2026-asked-about'] }),
      ],
      interpretations: [],
    });
    assert.deepEqual(
      (await get('made')).consultations?.map(({ id }) => id),
      ['asked-about'],
    );
    assert.deepEqual(
      (await get('asked-about')).adopted?.map(({ id }) => id),
      ['made'],
    );
    assert.deepEqual((await get('made')).predecessors, []);
    await take({ documents: [policy('made', { consultations: [] })] });
    assert.equal((await get('asked-about')).adopted, undefined);
  });

  test('tells what it could not link', async () => {
    const report = await take({
      documents: [policy('d', { predecessors: ['国办发〔1999〕9号'] })],
    });
    assert.match(report.notes[0]?.words.zh ?? '', /国办发〔1999〕9号/);
    assert.deepEqual((await get('d')).predecessors, []);
  });

  test('gives out a part of a file, as players of sound and film ask for it', async () => {
    // Larger than one frame of the store, so that a part lies across two.
    const content = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251));
    const files = [{ id: 'm', name: '解读.mp3', type: 'audio/mpeg', content }];
    await take({ documents: [policy('heard', { files })] });
    const url = `${running.url}/api/v1/documents/heard/files/m`;
    const ask = (headers: Record<string, string>) => fetch(url, { headers });
    const whole = await ask({});
    assert.equal(whole.headers.get('accept-ranges'), 'bytes');
    assert.equal(whole.headers.get('content-length'), '100000');
    assert.ok(content.equals(Buffer.from(await whole.arrayBuffer())));
    for (const [range, from, to] of [
      ['bytes=0-1', 0, 1],
      ['bytes=65530-65545', 65_530, 65_545],
      ['bytes=99990-', 99_990, 99_999],
      ['bytes=99990-200000', 99_990, 99_999],
      ['bytes=-5', 99_995, 99_999],
    ] as const) {
      const part = await ask({ range });
      assert.equal(part.status, 206, range);
      assert.equal(part.headers.get('content-range'), `bytes ${from}-${to}/100000`);
      assert.equal(part.headers.get('content-length'), String(to + 1 - from));
      const bytes = Buffer.from(await part.arrayBuffer());
      assert.ok(content.subarray(from, to + 1).equals(bytes), range);
    }
    const etag = whole.headers.get('etag') ?? '';
    assert.equal((await ask({ range: 'bytes=0-1', 'if-range': etag })).status, 206);
    assert.equal((await ask({ range: 'bytes=0-1', 'if-range': '"other"' })).status, 200);
    assert.equal((await ask({ range: 'bytes=5-1' })).status, 200);
    const behind = await ask({ range: 'bytes=100000-' });
    assert.equal(behind.status, 416);
    assert.equal(behind.headers.get('content-range'), 'bytes */100000');
  });

  test('keeps files beside a document, and gives out only those of an open one', async () => {
    const files = [
      {
        id: 'f1',
        name: '附件1.pdf',
        type: 'application/pdf',
        content: Buffer.from('%PDF-1.7 附件'),
      },
      {
        id: 'f2',
        name: '页面.html',
        type: 'text/html',
        content: Buffer.from('<script>alert(1)</script>'),
      },
    ];
    await take({
      documents: [policy('open', { files }), policy('shut', { attribute: 'onRequest', files })],
    });
    assert.deepEqual((await get('open')).files[0], {
      id: 'f1',
      name: '附件1.pdf',
      type: 'application/pdf',
      size: 15,
    });
    const pdf = await text('/documents/open/files/f1');
    assert.deepEqual([pdf.status, pdf.body], [200, '%PDF-1.7 附件']);
    assert.equal(pdf.headers.get('content-type'), 'application/pdf');
    const page = await text('/documents/open/files/f2');
    assert.equal(page.headers.get('content-type'), 'application/octet-stream');
    assert.match(page.headers.get('content-disposition') ?? '', /^attachment;/);
    assert.equal((await text('/documents/open/files/none')).status, 404);
    assert.equal((await text('/documents/shut/files/f1')).status, 404);
    assert.equal((await take({ documents: [policy('open', { files })] })).unchanged, 1);
    assert.equal((await take({ documents: [policy('open')] })).changed.length, 1);
    assert.equal((await get('open')).files.length, 2);
  });
});

describe('what is not public', () => {
  const marker = '绝密标记';
  const hidden = (id: string, changes: object) =>
    policy(id, {
      title: `${marker}标题${id}`,
      documentNumber: `${marker}〔2026〕7号`,
      indexNumber: `${marker}/${id}`,
      topics: [`${marker}主题`],
      kind: `${marker}种类`,
      issuers: [{ organId: 'justice' }, { name: `${marker}机关` }],
      body: [paragraph(`${marker}正文`)],
      predecessors: ['seen'],
      files: [{ id: 'f', name: `${marker}.txt`, type: 'text/plain', content: Buffer.from(marker) }],
      ...changes,
    });
  const ids = ['closed', 'undecided', 'later'];

  before(async () => {
    today = '2026-03-01';
    await clear();
    const later = '2026-03-01T10:00:01+08:00';
    await take({
      documents: [
        policy('seen', { ended: { validity: 'amended', on: '2026-02-01', by: 'closed' } }),
        policy('asked', {
          attribute: 'onRequest',
          body: [paragraph(`${marker}正文`)],
          files: [
            { id: 'f', name: `${marker}.txt`, type: 'text/plain', content: Buffer.from(marker) },
          ],
        }),
        hidden('closed', { attribute: 'closed' }),
        hidden('undecided', { attribute: undefined }),
        hidden('later', { publishedAt: later }),
      ],
      interpretations: [
        interpretation('of-hidden', ids, { title: `${marker}解读`, summary: marker }),
        interpretation('of-both', ['seen', 'closed']),
        interpretation('later-too', ['seen'], {
          publishedAt: later,
          title: `${marker}解读`,
          summary: marker,
        }),
      ],
      cleanups: [
        cleanup('mixed', {
          publishedAt: '2026-02-01T09:00:00+08:00',
          entries: ['seen', ...ids].map((document) => ({
            document,
            decision: 'keep' as const,
            reason: document === 'seen' ? '继续有效' : marker,
          })),
        }),
        cleanup('later-cleanup', { publishedAt: later, title: marker }),
      ],
      responses: [
        {
          id: 'r1',
          document: 'closed',
          title: marker,
          organId: 'justice',
          publishedAt: '2026-02-01T09:00:00+08:00',
          body: [paragraph(marker)],
        },
        {
          id: 'r2',
          document: 'seen',
          title: marker,
          organId: 'justice',
          publishedAt: later,
          body: [paragraph(marker)],
        },
      ],
    });
  });

  /** Every public address there is, asked for every record. */
  function addresses(): string[] {
    const documents = [...ids, 'seen', 'asked', ...ids.map((id) => `${marker}/${id}`)];
    const values: Record<string, string[]> = {
      '/documents/{id}': documents,
      '/cards/{id}': documents,
      '/interpretations/{id}': ['of-hidden', 'of-both', 'later-too'],
      '/cleanups/{id}': ['mixed', 'later-cleanup'],
      '/feeds/{feed}': [
        'all.atom',
        'all.json',
        'organ-justice.atom',
        'organ-justice.json',
        `topic-${marker}主题.atom`,
      ],
    };
    const queries: Record<string, string[]> = {
      'documents.list': [
        '?facets=true&limit=100',
        `?q=${marker}`,
        '?organ=justice&facets=true',
        '?sort=published&limit=100',
        '?interpreted=true',
      ],
      'interpretations.list': ['?limit=100', `?q=${marker}`, '?policy=closed', '?policy=seen'],
    };
    return endpoints
      .filter(
        ({ access, method, id }) =>
          access === 'public' &&
          method === 'GET' &&
          /^(documents|interpretations|cleanups|cards|feeds)\./.test(id),
      )
      .flatMap(({ id, path }) => {
        const root = /^\/[\w.]+(?:\/\{\w+\})?/.exec(path)?.[0] ?? '';
        const rest = path.slice(root.length).replace('{file}', 'f');
        const own = (values[root] ?? ['']).map(
          (value) => root.replace(/\{\w+\}/, encodeURIComponent(value)) + rest,
        );
        return own.flatMap((one) => (queries[id] ?? ['']).map((query) => one + query));
      });
  }

  test('leaves on no public path: list, search, facets, detail, file, card, feed, sitemap, article', async () => {
    const asked = addresses();
    assert.ok(asked.length > 50);
    const statuses = new Map<string, number>();
    for (const address of asked) {
      const { status, body } = await text(address);
      statuses.set(address, status);
      const told =
        status === 404 || /[?&]q=/.test(address) ? body.replaceAll(/"detail":"[^"]*"/g, '') : body;
      // A feed of a topic says the topic it was asked for.
      const own = address.includes('/feeds/topic-')
        ? told.replaceAll(`${marker}主题`, '').replaceAll(encodeURIComponent(`${marker}主题`), '')
        : told;
      assert.ok(!own.includes(marker), `${address}: ${own.slice(0, 300)}`);
      assert.ok(!own.includes(encodeURIComponent(marker)), address);
    }
    for (const id of ids) {
      for (const rest of ['', '/article', '/linked-data', '/files/f']) {
        assert.equal(statuses.get(`/documents/${id}${rest}`), 404, `${id}${rest}`);
      }
      assert.equal(statuses.get(`/cards/${id}`), 404);
    }
    assert.equal(statuses.get('/documents/seen'), 200);
    assert.equal(statuses.get('/documents/asked/files/f'), 404);
    assert.equal(statuses.get('/interpretations/of-hidden'), 404);
    assert.equal(statuses.get('/interpretations/of-both'), 200);
    assert.equal((await list({ q: marker })).total, 0);
    assert.equal((await list({ organ: 'justice' })).total, 0);
  });

  test('changes nothing that is public', async () => {
    const seen = await get('seen');
    assert.deepEqual(seen.successors, []);
    assert.deepEqual(seen.responses, []);
    assert.deepEqual(
      seen.interpretationList.map(({ id }) => id),
      ['of-both'],
    );
    const { counts } = JSON.parse((await text('/cleanups/mixed')).body) as { counts: object };
    assert.deepEqual(counts, { keep: 1 });
    const { topics } = JSON.parse((await text('/interpretations/of-both')).body) as {
      topics: string[];
    };
    assert.deepEqual(topics, ['社会救助']);
  });

  test('is there once its time has come', async () => {
    today = '2026-03-02';
    assert.equal((await get('later')).title, `${marker}标题later`);
    today = '2026-03-01';
  });
});
