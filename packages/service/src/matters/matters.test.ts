import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { InterpretationSchema } from '@open-info/contract/interpretations';
import {
  ChecklistSchema,
  MatterSchema,
  type Checklist,
  type Matter,
  type MatterPage,
} from '@open-info/contract/matters';
import { bundle, material, matter } from '../../test/matters.ts';
import { interpretation, paragraph, policy } from '../../test/policies.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { writePolicies } from '../documents/write.ts';
import { seedRegistry } from '../seed.ts';
import type { MatterInput } from './draft.ts';
import { writeMatters } from './write.ts';

let now = '2026-11-23T10:00:00+08:00';
let running: TestService;
before(async () => {
  running = await startTestService({
    now: () => new Date(now),
    matterUrl: 'https://www.example.gov.cn/bszn/{id}.html',
  });
  await seedRegistry(running.service);
});
after(() => running.close());

async function text(path: string): Promise<{ status: number; body: string; headers: Headers }> {
  const answer = await fetch(`${running.url}/api/v1${path}`);
  return { status: answer.status, body: await answer.text(), headers: answer.headers };
}

async function read(path: string): Promise<unknown> {
  const { status, body } = await text(path);
  assert.equal(status, 200, body);
  return JSON.parse(body);
}

async function list(query: Record<string, string | string[]> = {}): Promise<MatterPage> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) search.append(name, one);
  }
  return (await read(`/matters?${search.toString()}`)) as MatterPage;
}

const get = async (key: string): Promise<Matter> =>
  MatterSchema.parse(await read(`/matters/${encodeURIComponent(key)}`));

const checklist = async (key: string, ...answers: string[]): Promise<Checklist> =>
  ChecklistSchema.parse(
    await read(
      `/matters/${key}/checklist?${new URLSearchParams(answers.map((one) => ['answer', one])).toString()}`,
    ),
  );

const idsOf = ({ items }: { items: { id: string }[] }): string[] => items.map(({ id }) => id);

async function clear(): Promise<void> {
  for (const table of ['document_edges', 'document_files', 'matters'] as const) {
    await running.service.db.deleteFrom(table).execute();
  }
  await running.service.db.deleteFrom('interpretations').execute();
  await running.service.db.deleteFrom('documents').execute();
}

async function take(...records: MatterInput[]) {
  const report = await writeMatters(running.service, records);
  assert.deepEqual(report.refused, []);
  return report;
}

const where = {
  id: 'where',
  text: '住在哪里？',
  options: [
    { id: 'here', label: '本区' },
    { id: 'away', label: '外地' },
  ],
};

describe('finding', () => {
  before(async () => {
    await clear();
    await take(
      matter('allowance', {
        name: '最低生活保障申请',
        code: 'SL-0501',
        type: '05',
        aliases: ['吃低保'],
        channels: ['1', '3'],
        conditions: [paragraph('共同生活的家庭成员平均每人每月收入低于标准。')],
        materials: [material('letter', { name: '经济状况核对授权书' })],
        faq: [{ question: '外地户口行不行？', answer: '居住地街道受理。' }],
      }),
      matter('food', {
        name: '食品经营许可',
        code: 'SL-0101',
        type: '01',
        organ: '江汉区市场监督管理局',
        themes: ['准营准办'],
        fields: ['食品药品监管'],
        audiences: ['1', '2'],
      }),
      matter('margin', {
        name: '最低生活保障边缘家庭认定',
        code: 'SL-0701',
        type: '07',
        themes: ['社会救助', '证件办理'],
      }),
      matter('gone', { name: '停办的低保事项', state: 'cancelled' }),
      bundle('restaurant', ['food'], {
        name: '开办餐饮店一件事',
        organ: 'market-regulation',
        themes: ['准营准办'],
        fields: ['食品药品监管'],
        channels: ['2'],
      }),
    );
  });

  test('by name, 拼音, code, plain words and what stands in the guide', async () => {
    const found: [string, string[]][] = [
      ['最低生活保障申请', ['allowance', 'margin']],
      ['低保', ['allowance', 'margin']],
      ['怎么办低保', ['allowance', 'margin']],
      ['我想申请低保', ['allowance', 'margin']],
      ['低保边缘', ['margin']],
      ['吃低保', ['allowance', 'margin']],
      ['zdshbz', ['allowance', 'margin']],
      ['SL-0101', ['food']],
      ['开饭馆', ['restaurant', 'food']],
      ['授权书', ['allowance']],
      ['外地户口', ['allowance']],
      ['经营 许可', ['food', 'restaurant']],
      ['没有的事', []],
    ];
    for (const [q, ids] of found) {
      assert.deepEqual(idsOf(await list({ q })).sort(), [...ids].sort(), q);
    }
  });

  test('the name goes before the text, the own word before another one', async () => {
    assert.equal(idsOf(await list({ q: '最低生活保障申请' }))[0], 'allowance');
    assert.equal(idsOf(await list({ q: '授权书 低保' }))[0], 'allowance');
    assert.equal(idsOf(await list({ q: '开饭馆' }))[0], 'food');
  });

  test('marks what was found in the guide', async () => {
    const [hit] = (await list({ q: '家庭成员' })).items;
    assert.equal(hit?.excerpt, '共同生活的\u0002家庭成员\u0003平均每人每月收入低于标准。');
    assert.ok((await list()).items.every((item) => !('excerpt' in item)));
  });

  test('by organ, theme, field, audience, type, channel and 一件事', async () => {
    assert.deepEqual(idsOf(await list({ organ: 'market-regulation' })), ['restaurant', 'food']);
    assert.deepEqual(idsOf(await list({ theme: '证件办理' })), ['margin']);
    assert.deepEqual(idsOf(await list({ field: 'food-drug-regulation', bundle: 'false' })), [
      'food',
    ]);
    assert.deepEqual(idsOf(await list({ audience: '2' })), ['food']);
    assert.deepEqual(idsOf(await list({ type: ['05', '07'] })), ['margin', 'allowance']);
    assert.deepEqual(idsOf(await list({ channel: '3' })), ['allowance']);
    assert.deepEqual(idsOf(await list({ bundle: 'true' })), ['restaurant']);
    assert.deepEqual(idsOf(await list({ theme: '没有的主题' })), []);
    const { status, body } = await text('/matters?organ=nobody');
    assert.equal(status, 400);
    assert.match(body, /"field":"organ"/);
  });

  test('counts what each value would leave, disregarding its own choice', async () => {
    const { facets, total } = await list({ type: '05', facets: 'true' });
    assert.equal(total, 1);
    assert.deepEqual(facets?.type, [
      { value: '01', label: '行政许可', count: 1 },
      { value: '05', label: '行政给付', count: 1 },
      { value: '07', label: '行政确认', count: 1 },
    ]);
    assert.deepEqual(facets.organ, [{ value: 'civil-affairs', label: '江汉区民政局', count: 1 }]);
    assert.deepEqual(facets.field, [{ value: 'social-assistance', label: '社会救助', count: 1 }]);
    assert.deepEqual(facets.channel, [
      { value: '1', label: '窗口办理', count: 1 },
      { value: '3', label: '手机办理', count: 1 },
    ]);
  });

  test('page after page without a gap, and a cursor serves its own list only', async () => {
    for (const q of [undefined, '低保']) {
      const query: Record<string, string> = { limit: '1', ...(q !== undefined && { q }) };
      const ids: string[] = [];
      let next: string | undefined;
      do {
        const page = await list({ ...query, ...(next !== undefined && { cursor: next }) });
        ids.push(...idsOf(page));
        next = page.next;
      } while (next !== undefined);
      const whole = await list(q === undefined ? {} : { q });
      assert.deepEqual(ids, idsOf(whole));
      assert.equal(ids.length, whole.total);
    }
    const { next = '' } = await list({ limit: '1' });
    assert.equal((await text(`/matters?theme=x&cursor=${next}`)).status, 400);
    assert.equal((await text('/matters?cursor=none')).status, 400);
  });

  test('what is not in use is as if it were not there, on every path', async () => {
    for (const path of ['', '/checklist', '/linked-data', '/files/x']) {
      const gone = await text(`/matters/gone${path}`);
      const never = await text(`/matters/never${path}`);
      assert.equal(gone.status, 404);
      assert.equal(gone.body.replaceAll('gone', 'never').length, never.body.length);
    }
    assert.deepEqual(idsOf(await list({ q: '停办' })), []);
    assert.ok(!(await text('/sitemap.xml')).body.includes('gone'));
  });

  test('answers 304 until a write changes something', async () => {
    const etag = (await text('/matters?q=低保')).headers.get('etag') ?? '';
    const again = () =>
      fetch(`${running.url}/api/v1/matters?q=低保`, { headers: { 'If-None-Match': etag } });
    assert.equal((await again()).status, 304);
    await take(matter('food', { name: '食品经营许可', code: 'SL-0101', version: '2' }));
    assert.equal((await again()).status, 200);
  });
});

describe('a guide and its list', () => {
  before(async () => {
    await clear();
    await take(
      bundle('both', ['first', 'TEST-second']),
      matter('first', {
        questions: [where],
        materials: [
          material('lease', { when: [{ question: 'where', is: ['away'] }] }),
          material('id', { key: 'id-card', exempt: '刷证核验' }),
          material('household', { source: 'government' }),
          material('photo', { key: 'photo', copies: 1, required: false }),
        ],
        type: 'ZZ-未知',
        version: '2026-07',
        onlineUrl: 'https://example.com/x',
      }),
      matter('second', {
        questions: [{ ...where, text: '户口在哪里？' }],
        materials: [
          material('picture', { key: 'photo', copies: 2 }),
          material('proof', { when: [{ question: 'where', is: ['here'] }] }),
        ],
      }),
    );
  });

  test('by id and by code, an unknown code kept, with its version', async () => {
    const byId = await get('first');
    assert.deepEqual(await get('TEST-first'), byId);
    assert.deepEqual([byId.type, byId.version, byId.charged], ['ZZ-未知', '2026-07', false]);
    assert.equal(byId.organ.name, '江汉区民政局');
  });

  test('narrows the list by answers, and never asks for what the government has', async () => {
    const all = await checklist('first');
    assert.deepEqual([all.complete, idsOf({ items: all.open })], [false, ['where']]);
    assert.deepEqual(
      all.items.map(({ id, bring }) => [id, bring]),
      [
        ['lease', true],
        ['id', false],
        ['household', false],
        ['photo', false],
      ],
    );
    const here = await checklist('first', 'where:here', 'gone:yes');
    assert.deepEqual([here.complete, here.open], [true, []]);
    assert.deepEqual(idsOf(here), ['id', 'household', 'photo']);
    assert.deepEqual(here.answers, [{ question: 'where', option: 'here' }]);
  });

  test('refuses two answers to one question and answers that are none', async () => {
    const twice = await text('/matters/first/checklist?answer=where:here&answer=where:away');
    assert.equal(twice.status, 400);
    assert.match(twice.body, /where/);
    assert.equal((await text('/matters/first/checklist?answer=where')).status, 400);
  });

  test('a 一件事 is merged when it is read: each question and each material once', async () => {
    const whole = await get('both');
    assert.deepEqual(whole.parts, [
      { id: 'first', name: 'first办理' },
      { id: 'second', name: 'second办理' },
    ]);
    assert.deepEqual(idsOf({ items: whole.questions }), ['where', 'second.where']);
    const photo = whole.materials.find(({ id }) => id === 'photo');
    assert.deepEqual(
      [photo?.copies, photo?.required, photo?.matters],
      [2, true, ['first', 'second']],
    );
    const mine = await checklist('both', 'where:here', 'second.where:here');
    assert.deepEqual(idsOf(mine), ['id-card', 'first.household', 'photo', 'second.proof']);
    assert.equal(mine.complete, true);
  });

  test('a part that changes makes its 一件事 new, and findable by what it now needs', async () => {
    now = '2026-11-24T10:00:00+08:00';
    await take(matter('second', { materials: [material('fresh', { name: '新增的承诺书' })] }));
    const whole = await get('both');
    assert.equal(whole.updatedAt, '2026-11-24T02:00:00.000Z');
    assert.ok(whole.materials.some(({ id }) => id === 'second.fresh'));
    assert.deepEqual(idsOf(await list({ q: '承诺书' })).sort(), ['both', 'second']);
    const noted = await writeMatters(running.service, [matter('second', { state: 'suspended' })]);
    assert.match(noted.notes.map(({ words }) => words.zh).join(), /second办理.*停办/);
    assert.deepEqual(idsOf({ items: (await get('both')).parts }), ['first']);
  });

  test('linked data is a GovernmentService, and the sitemap leads to the page', async () => {
    const { body, headers } = await text('/matters/first/linked-data');
    assert.match(headers.get('content-type') ?? '', /^application\/ld\+json/);
    const data = JSON.parse(body) as Record<string, unknown>;
    assert.equal(data['@type'], 'GovernmentService');
    assert.equal(data.url, 'https://www.example.gov.cn/bszn/first.html');
    assert.equal(data.isAccessibleForFree, true);
    assert.match(
      (await text('/sitemap.xml')).body,
      /<loc>https:\/\/www\.example\.gov\.cn\/bszn\/both\.html</,
    );
  });
});

describe('policies and matters', () => {
  before(async () => {
    await clear();
    const policies = await writePolicies(running.service, {
      documents: [
        policy('aid', { documentNumber: '江示民规〔2026〕1号' }),
        policy('secret', { attribute: 'closed' }),
      ],
      interpretations: [
        interpretation('aid-text', ['aid'], {
          matters: [
            { name: '按名称对应' },
            { name: '只有名称' },
            { name: '已停办', matterId: 'closed-matter' },
            { name: '写明编号', matterId: 'named' },
          ],
        }),
      ],
    });
    assert.deepEqual(policies.refused, []);
    const report = await writeMatters(running.service, [
      matter('by-name', { name: '按名称对应', documents: ['江示民规[2026]第1号'] }),
      matter('further', {
        name: '还有一项',
        basis: [
          { title: '《办法》', documentId: 'TEST/2026-aid' },
          { title: '《内部规定》', documentId: 'secret' },
        ],
      }),
      matter('named', { name: '另一个名称' }),
      matter('closed-matter', { state: 'cancelled' }),
      matter('lost', { documents: ['没有的文件'] }),
    ]);
    assert.deepEqual(report.refused, []);
    assert.match(report.notes[0]?.words.zh ?? '', /没有找到政策文件“没有的文件”/);
  });

  test('a policy leads to what carries it out, and to nothing that is not in use', async () => {
    const { matters } = InterpretationSchema.parse(await read('/interpretations/aid-text'));
    assert.deepEqual(matters, [
      { name: '按名称对应', matterId: 'by-name' },
      { name: '只有名称' },
      { name: '已停办' },
      { name: '写明编号', matterId: 'named' },
      { name: '还有一项', matterId: 'further' },
    ]);
  });

  test('the same edges lead back, and to nothing that is not public', async () => {
    const titles = async (id: string) => (await get(id)).documents.map((one) => one.id);
    assert.deepEqual(await titles('by-name'), ['aid']);
    assert.deepEqual(await titles('named'), ['aid']);
    assert.deepEqual(await titles('further'), ['aid']);
    assert.deepEqual(await titles('lost'), []);
    assert.deepEqual(
      (await get('further')).basis.map(({ documentId }) => documentId),
      ['aid', undefined],
    );
  });
});

test('documents and interpretations are found in plain words too', async () => {
  await clear();
  await writePolicies(running.service, {
    documents: [policy('allowance', { title: '关于调整最低生活保障标准的通知' })],
    interpretations: [
      interpretation('allowance-text', ['allowance'], { title: '最低生活保障解读' }),
    ],
  });
  for (const path of ['/documents', '/interpretations']) {
    const page = (await read(`${path}?q=低保`)) as { items: { id: string }[] };
    assert.equal(page.items.length, 1, path);
  }
});
