import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ExchangeRecordSchema, type ExchangeRecord } from './exchange.ts';
import { CaseEventSchema } from './case-events.ts';
import {
  eventOf,
  eventsOf,
  missingReason,
  orderRecords,
  readExchangeDay,
  readExchangeTime,
  unreasonedNotices,
} from './exchange-map.ts';

const at = '20261109T090000';
const record = (differs: Partial<ExchangeRecord>): ExchangeRecord => ({
  id: 'a',
  step: '0',
  caseNumber: 'JH2026-1',
  at,
  ...differs,
});
/** What a record says, without when. */
const said = (differs: Partial<ExchangeRecord>) => {
  const { on, at: moment, ...facts } = eventOf(record(differs));
  return facts;
};

describe('moments of acceptance systems', () => {
  test('are read in every form they write', () => {
    const same = '2026-11-09T01:00:00.000Z';
    for (const text of [
      '20261109T090000',
      '20261109090000',
      '2026-11-09 09:00:00',
      '2026-11-09T09:00',
      '2026-11-09T09:00:00+08:00',
      '2026-11-09T01:00:00Z',
      '2026-11-09T01:00:00.000Z',
      '2026-11-08T20:00:00-0500',
    ]) {
      assert.equal(readExchangeTime(text), same, text);
    }
    assert.equal(readExchangeTime('20261109'), '2026-11-08T16:00:00.000Z');
    for (const text of ['', '昨天', '20260230', '2026-13-01', '20261109T250000', '1762650000']) {
      assert.equal(readExchangeTime(text), undefined, text);
    }
  });

  test('count for the day in Shanghai', () => {
    assert.equal(readExchangeDay('2026-11-08T17:00:00Z'), '2026-11-09');
    assert.equal(readExchangeDay('20261109'), '2026-11-09');
    assert.equal(eventOf(record({ at: '2026-11-08T16:00:00Z' })).on, '2026-11-09');
  });
});

describe('the ten steps', () => {
  const cases: [name: string, given: Partial<ExchangeRecord>, expected: object][] = [
    ['0 申办', { step: '0' }, { kind: 'submitted' }],
    ['1 预受理: 收件', { step: '1', state: '收件' }, { kind: 'received' }],
    ['1 without a state', { step: '1' }, { kind: 'received' }],
    ['1 预审通过', { step: '1', state: '预审通过' }, { kind: 'preReviewed' }],
    [
      '1 不予受理',
      { step: '1', state: '不予受理', text: '不属于本机关' },
      { kind: 'notAccepted', text: '不属于本机关' },
    ],
    [
      '1 补正',
      { step: '1', state: '补正', materials: ['租赁合同'] },
      { kind: 'supplementAsked', materials: ['租赁合同'] },
    ],
    ['2 受理', { step: '2', state: '1' }, { kind: 'accepted' }],
    ['2 不予受理', { step: '2', state: '２' }, { kind: 'notAccepted' }],
    [
      '3 待办',
      { step: '3', activity: '现场核查', state: '1', expectedOn: '20261112' },
      { kind: 'stepStarted', step: '现场核查', expectedOn: '2026-11-12' },
    ],
    [
      '3 已办',
      { step: '3', activity: '现场核查', state: '已办' },
      { kind: 'stepEnded', step: '现场核查' },
    ],
    ['3 without a state', { step: '3', activity: '审核' }, { kind: 'stepEnded', step: '审核' }],
    [
      '3 with a decision',
      { step: '3', activity: '决定', outcome: '准予' },
      { kind: 'decided', outcome: 'granted' },
    ],
    ['4 准予', { step: '4', outcome: '准予' }, { kind: 'completed', outcome: 'granted' }],
    [
      '4 不予',
      { step: '4', outcome: '不予许可', text: '不符合条件' },
      { kind: 'completed', outcome: 'denied', text: '不符合条件' },
    ],
    ['4 转报', { step: '4', outcome: '转报' }, { kind: 'completed', outcome: 'forwarded' }],
    ['4 退件', { step: '4', outcome: '退件' }, { kind: 'completed', outcome: 'returned' }],
    ['4 撤回', { step: '4', outcome: '撤回' }, { kind: 'completed', outcome: 'withdrawn' }],
    ['4 作废', { step: '4', outcome: '作废' }, { kind: 'completed', outcome: 'voided' }],
    [
      '4 with a code of its own',
      { step: '4', outcome: '97' },
      { kind: 'completed', outcome: '97' },
    ],
    [
      '5 延长审批',
      { step: '5', procedure: '1', period: { amount: 10, unit: 'workday' } },
      { kind: 'extended', procedure: '延长审批', workdays: 10 },
    ],
    [
      '5 听证',
      { step: '5', procedure: '听证', period: { amount: 7, unit: 'workday' } },
      { kind: 'suspended', procedure: '听证', workdays: 7 },
    ],
    [
      '5 检验 in natural days',
      { step: '5', procedure: '检验', period: { amount: 30, unit: 'day' } },
      { kind: 'suspended', procedure: '检验', dueOn: '2026-12-09' },
    ],
    ['5 其他', { step: '5', procedure: '2' }, { kind: 'suspended', procedure: '其他特别程序' }],
    ['6', { step: '6', procedure: '听证', text: '已听证' }, { kind: 'resumed', text: '已听证' }],
    [
      '7 补交告知',
      { step: '7', materials: ['甲', '乙'], dueOn: '2026-11-20' },
      { kind: 'supplementAsked', materials: ['甲', '乙'], dueOn: '2026-11-20' },
    ],
    ['8 补交受理', { step: '8' }, { kind: 'supplemented' }],
    ['9 领取', { step: '9', way: '窗口领取' }, { kind: 'delivered', way: 'pickUp' }],
    ['9 邮寄', { step: '9', way: 'EMS' }, { kind: 'delivered', way: 'post' }],
    ['9 in a way of its own', { step: '9', way: '智能柜' }, { kind: 'delivered', way: '智能柜' }],
    ['9 that waits', { step: '9', state: '待领取' }, { kind: 'other', text: '待领取' }],
  ];
  for (const [name, given, expected] of cases) {
    test(name, () => assert.deepEqual(said(given), expected));
  }

  test('what nobody knows stays in its own words', () => {
    assert.deepEqual(said({ step: '现场踏勘', text: '已踏勘' }), {
      kind: 'other',
      text: '现场踏勘：已踏勘',
    });
    assert.deepEqual(said({ step: '2', state: '挂起' }), { kind: 'other', text: '挂起' });
    assert.deepEqual(said({ step: '3', activity: '审核', state: '转交' }), {
      kind: 'other',
      text: '审核 转交',
    });
    assert.deepEqual(said({ step: '11' }), { kind: 'other', text: '11' });
  });

  test('of one moment are in the order of a case’s life', () => {
    const steps = ['9', '4', '3', '2', '8', '7', '1', '0'].map((step) =>
      record({ id: step, step }),
    );
    assert.deepEqual(
      orderRecords(steps).map(({ step }) => step),
      ['0', '1', '7', '8', '2', '3', '4', '9'],
    );
  });
});

describe('the log of a case', () => {
  test('counts its notices, and says where the second one has no reason', () => {
    const records = [
      record({ id: 'b', step: '7', at: '20261112T090000' }),
      record({ id: 'a', step: '7', text: '缺租赁合同' }),
      record({ id: 'c', step: '7', at: '20261113T090000', text: '合同缺页' }),
    ];
    const events = eventsOf(records);
    assert.deepEqual(
      events.map(({ seq, round, text }) => [seq, round, text]),
      [
        [1, 1, '缺租赁合同'],
        [2, 2, missingReason],
        [3, 3, '合同缺页'],
      ],
    );
    assert.deepEqual(
      unreasonedNotices(records).map(({ id }) => id),
      ['b'],
    );
  });

  test('an extension that was not granted adds nothing', () => {
    const asked = record({
      id: 'a',
      step: '5',
      procedure: '延长审批',
      period: { amount: 10, unit: 'workday' },
    });
    const refused = record({
      id: 'b',
      step: '6',
      procedure: '延长审批',
      state: '不同意',
      at: '20261110T090000',
    });
    assert.equal(eventsOf([asked])[0]?.workdays, 10);
    assert.deepEqual(
      eventsOf([refused, asked]).map(({ kind, workdays }) => [kind, workdays]),
      [
        ['extended', undefined],
        ['other', undefined],
      ],
    );
  });

  const word = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('1', '2', '通过', '延长', '准予', '待领取', ''),
  );
  const given = fc.record(
    {
      id: fc.string({ minLength: 1, maxLength: 5 }),
      step: fc.oneof(
        fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
        fc.string({ maxLength: 5 }),
      ),
      caseNumber: fc.constant('JH2026-1'),
      at: fc.oneof(
        fc.constantFrom('20261109T090000', '20261110', '2026-11-11T00:00:00Z'),
        fc.string(),
      ),
      state: word,
      activity: word,
      procedure: word,
      outcome: word,
      way: word,
      text: word,
      dueOn: word,
      expectedOn: word,
      materials: fc.array(word),
      period: fc.record({
        amount: fc.nat(100),
        unit: fc.constantFrom('workday', 'day', 'month', 'year', '时辰'),
      }),
    },
    { requiredKeys: ['id', 'step', 'caseNumber', 'at'] },
  );

  test('is made of whatever comes, and never in two ways', () => {
    const list = fc.uniqueArray(given, { selector: ({ id }) => id, maxLength: 12 });
    fc.assert(
      fc.property(
        list.chain((records) =>
          fc.tuple(
            fc.constant(records as ExchangeRecord[]),
            fc.shuffledSubarray(records as ExchangeRecord[], { minLength: records.length }),
          ),
        ),
        ([records, shuffled]) => {
          const events = eventsOf(records);
          assert.deepEqual(eventsOf(shuffled), events);
          for (const event of events) assert.ok(CaseEventSchema.safeParse(event).success);
        },
      ),
    );
  });

  test('what a system adds of its own is passed over', () => {
    const read = ExchangeRecordSchema.parse({ ...record({}), 区划: '420103', extra: { a: 1 } });
    assert.deepEqual(eventOf(read).kind, 'submitted');
  });
});
