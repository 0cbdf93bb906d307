import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { DeskRating } from '@open-info/contract/case-ratings';
import type { CaseBoard, CaseView } from '@open-info/contract/cases';
import type { Page } from '@open-info/contract/shape';
import type { Problem } from '@open-info/contract/problem';
import type { Watched } from '@open-info/contract/watch';
import { caseCode, hall, lifeOf, push } from '../../test/exchange.ts';
import { startReceiver, type Receiver } from '../../test/receiver.ts';
import { post } from '../../test/requests.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import type { Officer } from '../access/officer.ts';
import { runRetention } from '../retention/run.ts';
import { resolve } from '../subscriptions/subjects.ts';
import { seedDemoCases } from './demo.ts';
import { eraseDueCases } from './erase.ts';

let service: TestService;
let receiver: Receiver;
let now = new Date('2026-11-23T09:00:00+08:00');
const start = now.getTime();
const dayMs = 86_400_000;

before(async () => {
  receiver = await startReceiver();
  service = await startTestService({
    seeded: true,
    now: () => now,
    exchange: [hall],
    trustProxy: 1,
    retentionDays: 30,
    webhookPrivate: true,
    webhooks: [{ url: receiver.url, secret: hall.secrets[0] ?? '' }],
  });
});
after(async () => {
  await service.close();
  receiver.close();
});

const send = (records: unknown) => push(service.url, records, { at: now });
let asker = 0;
const ask = <T = CaseView>(path: string, body: object, headers: Record<string, string> = {}) =>
  post<T>(service.url, path, body, {
    'X-Forwarded-For': `10.2.${Math.floor(asker / 250)}.${(asker++ % 250) + 1}`,
    ...headers,
  });
const track = async (number: string) => {
  const { status, body } = await ask('/cases/track', { number, code: caseCode });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
const look = (ticket: string, etag?: string) =>
  fetch(`${service.url}/api/v1/watch/${ticket}`, {
    headers: etag === undefined ? {} : { 'If-None-Match': etag },
  });

describe('tracking', () => {
  test('answers a wrong code and an unknown number alike, and closes after a few', async () => {
    await send(lifeOf('TRACK-0001'));
    const address = { 'X-Forwarded-For': '10.9.9.9' };
    const plain = ({ requestId: _id, ...body }: Partial<Problem>) => body;
    const wrong = await ask('/cases/track', { number: 'TRACK-0001', code: 'WRONG123' }, address);
    const unknown = await ask('/cases/track', { number: 'TRACK-9999', code: 'WRONG123' }, address);
    assert.equal(wrong.status, 404);
    assert.deepEqual(plain(wrong.body), plain(unknown.body));
    for (let i = 0; i < 4; i++) {
      await ask('/cases/track', { number: 'TRACK-0001', code: 'WRONG123' }, address);
    }
    const key = { number: 'TRACK-0001', code: caseCode };
    const closed = await ask('/cases/track', key, address);
    assert.equal(closed.status, 429);
    assert.ok(Number(closed.headers.get('retry-after')) > 0);
    // To everybody else it is open.
    assert.equal((await ask('/cases/track', key)).status, 200);
  });

  test('says what cannot be a key without looking anything up', async () => {
    const wrong = await ask('/cases/track', { number: '〔2026〕1号', code: caseCode });
    assert.equal(wrong.status, 400);
    assert.equal(wrong.body.errors?.[0]?.field, 'number');
    const short = await ask('/cases/track', { number: 'TRACK-0001', code: '1' });
    assert.equal(short.body.errors?.[0]?.field, 'code');
    assert.equal((await ask('/cases/track', { number: 'TRACK-0001' })).status, 400);
  });
});

describe('watching', () => {
  test('costs a body only when the view would change', async () => {
    const life = lifeOf('WATCH-0001');
    await send(life.slice(0, 3));
    const { watch } = await track('WATCH-0001');
    const first = await look(watch.ticket);
    const etag = first.headers.get('etag') ?? '';
    assert.deepEqual((await first.json()) as Watched, { tag: watch.tag });
    await send(life.slice(0, 3));
    // Another case, and a version that is older than what holds: nothing to see.
    await send(lifeOf('WATCH-0002'));
    assert.equal((await look(watch.ticket, etag)).status, 304);
    await send([{ ...life[2], revision: 2, promised: { amount: 9, unit: 'workday' } }]);
    const second = await look(watch.ticket, etag);
    assert.equal(second.status, 200);
    const { tag } = (await second.json()) as Watched;
    const seen = await track('WATCH-0001');
    assert.equal(seen.watch.tag, tag);
    assert.equal(seen.promised?.amount, 9);
    await send([{ ...life[2], revision: 1 }]);
    assert.equal((await look(watch.ticket, second.headers.get('etag') ?? '')).status, 304);
    assert.ok(!watch.ticket.includes('WATCH'));
  });
});

describe('the board', () => {
  const board = async (query = '') =>
    (await (await fetch(`${service.url}/api/v1/cases/board${query}`)).json()) as CaseBoard;

  test('shows what happened last, masked, and counts today', async () => {
    const before = await board();
    const life = lifeOf('BOARD-778899');
    const today = '20261123T083000';
    await send([
      ...life.slice(0, 2),
      { ...life[2], at: today },
      { ...lifeOf('BOARD-778800')[0], organ: 'market-regulation' },
    ]);
    const after = await board();
    assert.deepEqual(after.items[0], {
      number: '…8899',
      matter: '食品经营许可（新办）',
      status: 'accepted',
      at: '2026-11-23T00:30:00.000Z',
    });
    assert.deepEqual(after.today, {
      accepted: before.today.accepted + 1,
      completed: before.today.completed,
      open: before.today.open + 2,
    });
    const text = JSON.stringify(after);
    assert.ok(!text.includes('BOARD') && !text.includes('钱'));
    const own = await board('?organ=market-regulation&limit=1');
    assert.deepEqual(
      own.items.map(({ number }) => number),
      ['…8800'],
    );
    assert.equal(own.today.accepted, 0);
    assert.equal((await fetch(`${service.url}/api/v1/cases/board?limit=51`)).status, 400);
  });

  test('is ready until something changes', async () => {
    const first = await fetch(`${service.url}/api/v1/cases/board`);
    const etag = first.headers.get('etag') ?? '';
    const again = () =>
      fetch(`${service.url}/api/v1/cases/board`, { headers: { 'If-None-Match': etag } });
    assert.equal((await again()).status, 304);
    await send([{ ...lifeOf('BOARD-778899')[5], at: '20261123T084500' }]);
    assert.equal((await again()).status, 200);
    assert.equal((await board()).items[0]?.status, 'completed');
  });
});

const officer: Officer = { id: 'li', organId: 'administrative-approval', role: 'officer' };

describe('好差评', () => {
  const rating = { level: '1', channel: 'web' };
  const rate = (number: string, differs: object = {}, headers: Record<string, string> = {}) =>
    ask('/cases/rate', { number, code: caseCode, ...rating, ...differs }, headers);

  test('is given once, after the end, by whoever has number and code', async () => {
    const life = lifeOf('RATE-0001');
    await send(life.slice(0, 5));
    const early = await rate('RATE-0001');
    assert.equal(early.status, 409);
    assert.match(early.body.detail ?? '', /办结之后/);
    await send(life);
    const before = await track('RATE-0001');
    assert.equal(before.canRate, true);
    const { ticket } = before.watch;
    const etag = (await look(ticket)).headers.get('etag') ?? '';
    assert.equal((await rate('RATE-0001', { code: 'WRONG123' })).status, 404);
    const key = { 'Idempotency-Key': 'rating-of-0001' };
    const given = await rate('RATE-0001', { level: '2' }, key);
    assert.equal(given.status, 200, JSON.stringify(given.body));
    assert.deepEqual(given.body.rating, { level: '2', at: now.toISOString() });
    assert.equal(given.body.canRate, false);
    assert.equal((await look(ticket, etag)).status, 200);
    assert.equal((await rate('RATE-0001', { level: '2' }, key)).status, 200);
    const twice = await rate('RATE-0001');
    assert.equal(twice.status, 409);
    assert.match(twice.body.detail ?? '', /2026-11-23/);
    assert.match(twice.body.article ?? '', /51号/);
  });

  test('takes what the standard knows and nothing else', async () => {
    await send(lifeOf('RATE-0002'));
    const wrong = await rate('RATE-0002', { level: '6', channel: 'fax', reasons: ['slow', 'x'] });
    assert.equal(wrong.status, 400);
    assert.deepEqual(
      wrong.body.errors?.map(({ field }) => field),
      ['level', 'channel', 'reasons.1'],
    );
  });

  test('of five at once one is kept', async () => {
    await send(lifeOf('RATE-0003'));
    const answers = await Promise.all(
      ['1', '2', '3', '4', '5'].map((level) => rate('RATE-0003', { level })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409, 409]);
  });

  test('a bad one reaches the office without its words, and is answered once', async () => {
    const { access } = service.service;
    await send(lifeOf('RATE-0004'));
    const before = receiver.received.length;
    const bad = await rate('RATE-0004', { level: '5', reasons: ['slow'], text: '密差评内容' });
    assert.equal(bad.status, 200);
    await receiver.until(before + 1);
    const told = JSON.parse(receiver.received.at(-1)?.body ?? '{}') as {
      type: string;
      data: object;
    };
    assert.equal(told.type, 'case.changed');
    assert.deepEqual(told.data, {
      number: 'RATE-0004',
      organ: 'administrative-approval',
      event: 'ratedBadly',
      at: now.toISOString(),
    });
    assert.ok(!JSON.stringify(service.lines).includes('密差评内容'));

    const desk = async <T>(path: string, who: Officer, body?: object, key?: string) => {
      const answer = await fetch(`${service.url}/api/v1/desk/ratings${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          Authorization: `Bearer ${await access.token(who, 24)}`,
          ...(body && { 'Content-Type': 'application/json' }),
          ...(key !== undefined && { 'Idempotency-Key': key }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as T & Partial<Problem> };
    };
    const open = await desk<Page<DeskRating>>('?state=open', officer);
    const found = open.body.items.find(({ number }) => number === 'RATE-0004');
    assert.equal(found?.text, '密差评内容');
    // 11-24–27→4 30→5 12-01–04→9 07–11→14 14→15
    assert.equal(found.answerBy, '2026-12-14');
    const stranger: Officer = { ...officer, organId: 'education' };
    assert.equal((await desk<Page<DeskRating>>('', stranger)).body.total, 0);
    const answer = { number: 'RATE-0004', text: '已核实，已向您致歉并整改。' };
    assert.equal((await desk('/answers', stranger, answer)).status, 404);
    const given = await desk<DeskRating>('/answers', officer, answer, 'answer-0004');
    assert.deepEqual(given.body.answer, { text: answer.text, on: '2026-11-23' });
    assert.equal((await desk('/answers', officer, answer, 'answer-0004')).status, 200);
    assert.equal((await desk('/answers', officer, answer)).status, 409);
    assert.deepEqual((await track('RATE-0004')).rating?.answer, {
      text: answer.text,
      on: '2026-11-23',
    });
    const all = await desk<Page<DeskRating>>('?limit=1', officer);
    assert.equal(all.body.items.length, 1);
    const next = await desk<Page<DeskRating>>(`?limit=1&cursor=${all.body.next ?? ''}`, officer);
    assert.notEqual(next.body.items[0]?.number, all.body.items[0]?.number);
    const left = await desk<Page<DeskRating>>('?state=open', officer);
    assert.ok(!left.body.items.some(({ number }) => number === 'RATE-0004'));
  });
});

test('what is personal is erased when its time has passed; steps, outcome and satisfaction stay', async () => {
  const life = lifeOf('ERASE-0001');
  const files = [{ name: '决定书.txt', content: Buffer.from('内容').toString('base64') }];
  await send([...life.slice(0, 5), { ...life[5], files }]);
  await send(lifeOf('ERASE-0002').slice(0, 5));
  // Moved by a correction: the former version is nobody's any more.
  await send([{ ...life[1], id: 'moved', caseNumber: 'ERASE-0003' }]);
  await send([{ ...life[1], id: 'moved', revision: 1 }]);
  await ask('/cases/rate', {
    number: 'ERASE-0001',
    code: caseCode,
    level: '3',
    channel: 'web',
    text: '一般',
  });
  now = new Date(start + 20 * dayMs);
  assert.equal((await runRetention(service.service))?.cases, 1);
  now = new Date(start + 40 * dayMs);
  const before = await track('ERASE-0001');
  assert.ok(((await runRetention(service.service))?.cases ?? 0) > 1);
  assert.equal(await eraseDueCases(service.service), 0);
  const erased = await track('ERASE-0001');
  assert.equal(erased.applicantName, '*');
  assert.equal(erased.result?.outcome, 'granted');
  assert.deepEqual([erased.result.attachments, erased.result.certificate], [[], undefined]);
  assert.equal(erased.rating?.level, '3');
  const bare = ({ events }: CaseView) => events.map(({ text: _text, ...event }) => event);
  assert.deepEqual(bare(erased), bare(before));
  assert.notEqual(erased.watch.tag, before.watch.tag);
  const { db } = service.service;
  const words = await db
    .selectFrom('exchange_records')
    .select('id')
    .where((eb) => eb.or([eb('number', '=', 'ERASE-0001'), eb('id', '=', 'moved')]))
    .where('words', 'is not', null)
    .execute();
  assert.deepEqual(words, []);
  const audited = await db
    .selectFrom('audit')
    .select(['facts'])
    .where('action', '=', 'case.erased')
    .where('subject', '=', 'ERASE-0001')
    .execute();
  assert.deepEqual(audited, [{ facts: { files: 1 } }]);
  // What is still at hand is kept, and what is sent again does not come back.
  assert.equal((await track('ERASE-0002')).applicantName, '钱**');
  await send([...life.slice(0, 5), { ...life[5], files }]);
  assert.equal((await track('ERASE-0001')).applicantName, '*');
});

test('a case is followed by number and code, by nothing less', async () => {
  await send(lifeOf('FOLLOW-0001'));
  const asker = { address: '10.8.8.8', answerHeaders: new Headers() };
  const follow = (id: string, code?: string) =>
    resolve(service.service, asker, { kind: 'case', id, code });
  assert.equal(await follow('follow-0001', caseCode), 'case:FOLLOW-0001');
  await assert.rejects(follow('FOLLOW-0001', 'WRONG123'), { code: 'not-found' });
  await assert.rejects(follow('FOLLOW-0001'), { code: 'bad-body' });
});

test('cases to try it with come with the first start, unless there are systems', async () => {
  assert.equal(await seedDemoCases(service.service), false);
  const demo = await startTestService({ seeded: true, now: () => now });
  try {
    assert.equal(await seedDemoCases(demo.service), true);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        post<CaseView>(demo.url, '/cases/track', {
          number: `JH-DEMO-000${i + 1}`,
          code: 'DEMO-2026',
        }),
      ),
    );
    assert.deepEqual(
      answers.map(({ body }) => body.status),
      [
        'reviewing',
        'completed',
        'supplementing',
        'suspended',
        'delivered',
        'reviewing',
        'notAccepted',
        'delivered',
      ],
    );
    assert.deepEqual(
      answers.map(({ body }) => [body.overdue, body.paused].join()),
      [
        'false,false',
        'false,false',
        'false,true',
        'false,true',
        'false,false',
        'true,false',
        'false,false',
        'false,false',
      ],
    );
    assert.deepEqual(demo.service.settings.exchange, undefined);
  } finally {
    await demo.close();
  }
});
