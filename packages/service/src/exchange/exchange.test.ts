import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { CaseView } from '@open-info/contract/cases';
import type { ExchangeRecord } from '@open-info/contract/exchange';
import fc from 'fast-check';
import { sql } from 'kysely';
import { caseCode, hall, lifeOf, push, pushSecret } from '../../test/exchange.ts';
import { post } from '../../test/requests.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { verifyAudit } from '../audit/store.ts';
import { takeIn } from './take-in.ts';

let service: TestService;
const now = new Date('2026-11-23T09:00:00+08:00');
const other = { ...hall, id: 'other', organs: ['education'] as [string] };
before(async () => {
  service = await startTestService({
    seeded: true,
    now: () => now,
    exchange: [hall, other],
    trustProxy: 1,
  });
});
after(() => service.close());

const send = (records: unknown, options: Parameters<typeof push>[2] = {}) =>
  push(service.url, records, { at: now, ...options });
let asker = 0;
/** Each from another address: limits are not what is tried here. */
const track = (number: string, code = caseCode) =>
  post<CaseView>(
    service.url,
    '/cases/track',
    { number, code },
    { 'X-Forwarded-For': `10.1.${Math.floor(asker / 250)}.${(asker++ % 250) + 1}` },
  );

/** What of a view follows from the records. */
async function facts(number: string, code = caseCode) {
  const { status, body } = await track(number, code);
  assert.equal(status, 200, JSON.stringify(body));
  const { watch, asOf, updatedAt, number: shown, ...rest } = body;
  return rest;
}

describe('a push', () => {
  test('becomes a case that its applicant can follow', async () => {
    const report = await send(lifeOf('JH2026-000001'));
    assert.deepEqual(report, { status: 200, body: { accepted: 6, repeated: 0, refused: [] } });
    // As somebody types it from paper.
    const { status, body } = await track(' jh2026－000001', 'k7m3-q9tx');
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.number, 'JH2026-000001');
    assert.equal(body.status, 'completed');
    assert.equal(body.applicantName, '钱**');
    assert.equal(body.organ.name, '江汉区行政审批局');
    // 11-11→1 12 13→3 16→4 17→5
    assert.equal(body.dueOn, '2026-11-17');
    assert.equal(body.overdue, false);
    assert.deepEqual(body.expected, { action: 'pickUp', place: '区政务服务中心 3 号窗口' });
    assert.equal(body.updatedAt, now.toISOString());
  });

  test('sent again changes nothing', async () => {
    const before = await track('JH2026-000001');
    const again = await send(lifeOf('JH2026-000001'));
    assert.deepEqual(again.body, { accepted: 0, repeated: 6, refused: [] });
    assert.equal((await track('JH2026-000001')).body.watch.tag, before.body.watch.tag);
  });

  test('takes in what can be read and names what cannot', async () => {
    const [good, ...rest] = lifeOf('JH2026-000003');
    assert.ok(good);
    const wrong: [field: string, record: unknown][] = [
      ['record', 'nonsense'],
      ['id', { ...good, id: '' }],
      ['step', { ...good, id: 'w1', step: undefined }],
      ['caseNumber', { ...good, id: 'w2', caseNumber: '〔2026〕1号' }],
      ['at', { ...good, id: 'w3', at: '昨天' }],
      ['at', { ...good, id: 'w4', at: '2027-01-01T00:00:00Z' }],
      ['at', { ...good, id: 'w5', at: '19000101' }],
      ['organ', { ...good, id: 'w6', organ: '江汉区教育局' }],
      ['organ', { ...good, id: 'w7', organ: '不存在的局' }],
      ['queryCode', { ...good, id: 'w8', queryCode: '12' }],
      ['dueOn', { ...good, id: 'w9', dueOn: '下周' }],
      ['statutory', { ...good, id: 'w10', statutory: { amount: 1000, unit: 'year' } }],
      ['text', { ...good, id: 'w11', text: '\u0000' }],
      ['revision', { ...good, id: 'w12', revision: -1 }],
      ['statutory.amount', { ...good, id: 'w13', statutory: { amount: 'zwanzig', unit: 'day' } }],
      ['files.0.content', { ...good, id: 'w14', files: [{ name: 'a.txt', content: '不是' }] }],
    ];
    const given = [...rest, ...wrong.map(([, record]) => record), good];
    const { status, body } = await send(given);
    assert.equal(status, 200);
    assert.equal(body.accepted, 6);
    assert.deepEqual(
      body.refused.map(({ field }) => field),
      wrong.map(([field]) => field),
    );
    assert.equal(body.refused[0]?.id, '#6');
    assert.equal(body.refused[4]?.id, 'w3');
    for (const { message } of body.refused) assert.match(message, /[\u4e00-\u9fff]/);
    const english = await send([wrong[4]?.[1]], { headers: { 'Accept-Language': 'en' } });
    assert.match(english.body.refused[0]?.message ?? '', /^is required, such as/);
    assert.equal((await track('JH2026-000003')).body.status, 'completed');
  });

  test('may name an organ by its name, and fields that are empty or unknown do no harm', async () => {
    const [first] = lifeOf('JH2026-000004');
    const { body } = await send([
      {
        ...first,
        organ: '江汉区市场监督管理局',
        text: '',
        dueOn: '',
        区划: '420103',
        nested: { a: 1 },
      },
    ]);
    assert.equal(body.accepted, 1);
    assert.equal((await facts('JH2026-000004')).organ.id, 'market-regulation');
  });

  test('cannot speak for the cases of another system', async () => {
    const { body } = await send(
      [{ ...lifeOf('JH2026-000001')[5], id: 'theirs', organ: 'education' }],
      { system: 'other' },
    );
    assert.equal(body.accepted, 0);
    assert.deepEqual(
      body.refused.map(({ field }) => field),
      ['caseNumber'],
    );
    // The ids of one system are not those of another.
    const own = await send(
      [{ ...lifeOf('JH2026-900001')[0], id: 'JH2026-000001-0', organ: 'education' }],
      {
        system: 'other',
      },
    );
    assert.equal(own.body.accepted, 1);
    assert.equal((await track('JH2026-000001')).body.status, 'completed');
  });

  test('that is no batch is refused as a whole', async () => {
    assert.equal((await send({ no: 'list' })).status, 400);
    const many = await send(Array.from({ length: 2_001 }, () => ({})));
    assert.equal(many.status, 400);
    assert.equal(many.body.errors?.[0]?.field, 'records');
  });
});

describe('a signature', () => {
  const life = lifeOf('JH2026-000002');

  test('of another secret, of nobody, of a system that is not there: all alike', async () => {
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const answers = [
      await send(life, { secret }),
      await send(life, { system: 'nobody' }),
      await send(life, { headers: { 'webhook-signature': '' } }),
      await send(life, { headers: { 'webhook-signature': 'v1,x v1a,y' } }),
      await send(life, { headers: { 'webhook-timestamp': 'now' } }),
      await send(life, { headers: { 'webhook-id': 'msg_other' } }),
    ];
    for (const { status, body } of answers) {
      assert.equal(status, 401);
      assert.equal(body.code, 'bad-signature');
      assert.equal(body.detail, answers[0]?.body.detail);
    }
    assert.equal((await track('JH2026-000002')).status, 404);
  });

  test('is good for five minutes', async () => {
    const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
    assert.equal((await send(life, { at: ago(301) })).status, 401);
    assert.equal((await send(life, { at: ago(-301) })).status, 401);
    assert.equal((await send(life, { at: ago(299) })).status, 200);
  });

  test('covers every byte, and may be one of several', async () => {
    const body = Buffer.from(JSON.stringify({ records: lifeOf('JH2026-000005') }));
    const key = Buffer.from(pushSecret.slice(6), 'base64');
    const stamp = String(Math.floor(now.getTime() / 1_000));
    const mac = createHmac('sha256', key).update(`m1.${stamp}.`).update(body).digest('base64');
    const post = (sent: Buffer) =>
      fetch(`${service.url}/api/v1/exchange/hall`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'webhook-id': 'm1',
          'webhook-timestamp': stamp,
          'webhook-signature': `v1,AAAA v1,${mac}`,
        },
        body: new Uint8Array(sent),
      });
    const changed = Buffer.from(body.toString().replace('准予', '不予'));
    assert.equal((await post(changed)).status, 401);
    assert.equal((await post(Buffer.concat([body, Buffer.from(' ')]))).status, 401);
    assert.equal((await post(body)).status, 200);
  });
});

describe('a correction', () => {
  test('holds by its revision, whenever it comes', async () => {
    const [first, , ...rest] = lifeOf('JH2026-000010');
    const end = rest.at(-1);
    const corrected = { ...end, revision: 2, outcome: '不予', text: '更正：不符合条件' };
    await send([corrected]);
    await send([first, ...rest, { ...end, revision: 1, outcome: '转报' }]);
    const seen = await facts('JH2026-000010');
    assert.equal(seen.result?.outcome, 'denied');
    assert.equal(seen.result.text, '更正：不符合条件');
    assert.equal(seen.events.length, 5);
  });

  test('of the same revision is settled alike in any order', async () => {
    const [first, , , , , end] = lifeOf('JH2026-000011');
    await send([first]);
    for (const outcome of ['准予', '不予', '退件']) await send([{ ...end, outcome }]);
    const versions = await service.service.db
      .selectFrom('exchange_records')
      .select(['digest', 'facts'])
      .where('id', '=', end?.id ?? '')
      .orderBy('digest', 'desc')
      .execute();
    assert.equal(versions.length, 3);
    const holding = versions[0]?.facts.outcome ?? '';
    const names: Record<string, string> = { 准予: 'granted', 不予: 'denied', 退件: 'returned' };
    assert.equal((await facts('JH2026-000011')).result?.outcome, names[holding]);
  });

  test('moves a record to the case it belongs to', async () => {
    const life = lifeOf('JH2026-000013');
    const stray = { ...life[5], caseNumber: 'JH2026-000014' };
    await send([...life.slice(0, 5), stray]);
    assert.equal((await facts('JH2026-000013')).status, 'reviewing');
    await send([{ ...life[5], revision: 1 }]);
    assert.equal((await facts('JH2026-000013')).status, 'completed');
    // Nothing is left of the other one.
    assert.equal((await track('JH2026-000014')).status, 404);
  });

  test('of the code opens by the new one only', async () => {
    const life = lifeOf('JH2026-000015');
    await send(life);
    await send([{ ...life[0], revision: 1, queryCode: 'NEWCODE1' }]);
    assert.equal((await track('JH2026-000015')).status, 404);
    assert.equal((await track('JH2026-000015', 'NEWCODE1')).status, 200);
  });
});

/** What can happen to a case, with a second notice, a pause, a correction and what nobody knows. */
function eventfulLife(number: string): ExchangeRecord[] {
  const life = lifeOf(number);
  const base = { caseNumber: number, organ: 'administrative-approval' };
  return [
    ...life,
    { ...base, id: 'n1', step: '7', at: '20261109T100000', text: '缺合同', materials: ['合同'] },
    { ...base, id: 'n2', step: '8', at: '20261109T110000' },
    { ...base, id: 'n3', step: '7', at: '20261109T120000', materials: ['任命文件'] },
    { ...base, id: 'n4', step: '8', at: '20261110T090000' },
    { ...base, id: 's1', step: '5', at: '20261111T090000', procedure: '听证' },
    { ...base, id: 's2', step: '6', at: '20261111T170000', procedure: '听证' },
    { ...base, id: 'x1', step: '现场踏勘', at: '20261110T110000', text: '已踏勘' },
    {
      ...life[5],
      id: `${number}-4`,
      step: '4',
      at: '20261113T160000',
      caseNumber: number,
      revision: 1,
      outcome: '准予',
      text: '更正办结时间',
    },
    {
      ...life[5],
      id: `${number}-4`,
      step: '4',
      caseNumber: number,
      at: '20261113T170000',
      revision: 1,
      outcome: '准予',
      text: '再更正',
    },
    { ...base, id: 'd1', step: '9', at: '20261113T160000', way: '窗口领取' },
  ];
}

test('every order, repetition and batching gives the same view', async () => {
  const { db } = service.service;
  const number = 'SHUFFLE-0001';
  const records = eventfulLife(number);
  const size = records.length;
  const plan = fc.record({
    order: fc.shuffledSubarray(
      Array.from({ length: size }, (_, place) => place),
      { minLength: size },
    ),
    repeated: fc.array(fc.nat(size - 1), { maxLength: 8 }),
    cuts: fc.array(fc.nat(size + 8), { maxLength: 5 }),
  });
  const viewAfter = async (batches: ExchangeRecord[][]) => {
    await db.deleteFrom('exchange_records').where('number', '=', number).execute();
    await db.deleteFrom('cases').where('number', '=', number).execute();
    for (const batch of batches) await takeIn(service.service, hall, batch);
    return facts(number);
  };
  const expected = await viewAfter([records]);
  assert.equal(expected.status, 'delivered');
  assert.equal(expected.events.length, 14);
  assert.match(
    expected.events.find(({ round }) => round === 2)?.text ?? '',
    /未说明再次补正的理由/,
  );

  await fc.assert(
    fc.asyncProperty(plan, async ({ order, repeated, cuts }) => {
      const sent = [...order, ...repeated].flatMap((place) => records[place] ?? []);
      const ends = [...new Set([0, ...cuts, sent.length])].sort((a, b) => a - b);
      const batches = ends.slice(1).map((end, index) => sent.slice(ends[index], end));
      assert.deepEqual(await viewAfter(batches), expected);
    }),
    { numRuns: 30 },
  );
});

test('pushes at once, some of them the same, lose and double nothing', async () => {
  const numbers = Array.from({ length: 12 }, (_, i) => `AT-ONCE-${i}`);
  const records = numbers.flatMap((number) => lifeOf(number));
  const batches = Array.from({ length: 6 }, (_, i) =>
    i % 2 === 0 ? records : [...records].reverse().filter((_, place) => place % 3 !== i % 3),
  );
  const reports = await Promise.all(batches.map((batch) => send(batch)));
  const accepted = reports.reduce((sum, { body }) => sum + body.accepted, 0);
  assert.equal(accepted, records.length);
  for (const [index, { body }] of reports.entries()) {
    assert.equal(body.accepted + body.repeated, batches[index]?.length);
  }
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from exchange_records where number like 'AT-ONCE-%'`.execute(
    service.service.db,
  );
  assert.equal(rows[0]?.count, records.length);
  for (const number of numbers) assert.equal((await track(number)).body.status, 'completed');
});

test('files of a result are given to whoever has number and code, as they were', async () => {
  const content = '准予许可决定书';
  const file = { name: '../决定书.txt', content: Buffer.from(content).toString('base64') };
  const life = lifeOf('FILES-0001');
  await send([...life.slice(0, 5), { ...life[5], files: [file] }]);
  const [attachment] = (await facts('FILES-0001')).result?.attachments ?? [];
  assert.equal(attachment?.name, '决定书.txt');
  assert.equal(attachment.type, 'text/plain');
  const get = (body: object) =>
    fetch(`${service.url}/api/v1/cases/attachment`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const key = { number: 'FILES-0001', code: caseCode };
  const answer = await get({ ...key, id: attachment.id });
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), content);
  assert.equal((await get({ ...key, code: 'WRONG123', id: attachment.id })).status, 404);
  assert.equal(
    (await get({ number: 'JH2026-000001', code: caseCode, id: attachment.id })).status,
    404,
  );
  // A version that was corrected is no result any more.
  await send([{ ...life[5], revision: 1, files: [{ ...file, name: '更正.txt' }] }]);
  assert.equal((await get({ ...key, id: attachment.id })).status, 404);
  assert.deepEqual(
    (await facts('FILES-0001')).result?.attachments.map(({ name }) => name),
    ['更正.txt'],
  );
});

test('a second notice without a reason is kept, shown as what it is, and told to the audit', async () => {
  await send(eventfulLife('BREACH-0001').map((record) => ({ ...record, id: `b-${record.id}` })));
  const { db } = service.service;
  const rows = await db
    .selectFrom('audit')
    .select(['actor', 'subject', 'facts'])
    .where('action', '=', 'case.unreasonedNotice')
    .where('subject', '=', 'BREACH-0001')
    .execute();
  assert.deepEqual(rows, [
    {
      actor: 'hall',
      subject: 'BREACH-0001',
      facts: { records: ['b-n3'], article: '《行政许可法》第三十二条' },
    },
  ]);
  assert.equal((await verifyAudit(db)).whole, true);
});

test('nothing of a person comes out where it should not', async () => {
  const planted = {
    applicant: '密甲乙丙',
    text: '密说明文字',
    queryCode: 'MICODE9988',
    place: '密地点',
    tracking: 'MI00112233',
  };
  const life = lifeOf('PRIVATE-0001').map((record) => ({ ...record, id: `p-${record.id}` }));
  const records = life.map((record) => ({
    ...record,
    ...planted,
    materials: ['密材料'],
    certificate: { name: '密证照', number: 'MIZHENG1' },
    files: [{ name: '密文件名.txt', content: Buffer.from('密文件内容').toString('base64') }],
  }));
  await send([...records, { ...records[0], id: 'p-x', at: planted.text }]);
  assert.equal((await track('PRIVATE-0001', planted.queryCode)).status, 200);
  await track('PRIVATE-0001', 'WRONGCODE');
  const marks = [
    ...Object.values(planted),
    '密材料',
    '密证照',
    'MIZHENG1',
    '密文件名',
    '密文件内容',
  ];
  const { db } = service.service;
  const tables = await db.introspection.getTables();
  const dumps = await Promise.all(
    tables.map(({ name }) =>
      sql<{ row: string }>`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(
        db,
      ),
    ),
  );
  const kept = dumps.flatMap(({ rows }) => rows.map(({ row }) => row)).join('\n');
  const told = JSON.stringify(service.lines);
  assert.ok(kept.includes('PRIVATE-0001'));
  for (const mark of marks) {
    assert.ok(!kept.includes(mark), `${mark} is in the database`);
    assert.ok(!told.includes(mark), `${mark} is in the log`);
  }
});

test('every change is told to who follows the case, and to nobody else', async () => {
  const { db } = service.service;
  const rows = await db
    .selectFrom('outbox_changes')
    .select(['kind', 'subject', 'organ_id', 'event', 'addressed'])
    .where('subject', '=', 'JH2026-000013')
    .orderBy('id')
    .execute();
  const same = {
    kind: 'case.changed',
    subject: 'JH2026-000013',
    organ_id: 'administrative-approval',
    addressed: true,
  };
  assert.deepEqual(rows, [
    { ...same, event: 'stepEnded' },
    { ...same, event: 'completed' },
  ]);
  const { rows: deliveries } = await sql`select 1 from outbox_deliveries`.execute(db);
  assert.deepEqual(deliveries, []);
});
