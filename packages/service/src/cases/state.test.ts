import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calendarChina } from '@open-info/contract/calendar-china';
import type { ExchangeRecord } from '@open-info/contract/exchange';
import type { KeptRecord } from '../exchange/records.ts';
import { viewOfRecords } from './view.ts';

const organs = new Map([['urban-management', '江汉区城市管理执法局']]);
const rated = { level: '2', at: '2026-11-20T01:00:00.000Z' };

const view = (records: Partial<ExchangeRecord>[], today = '2026-11-20', extra: object = {}) =>
  viewOfRecords(
    'JH1',
    records.map((record, index): KeptRecord => ({
      id: `r${index}`,
      step: '0',
      caseNumber: 'JH1',
      at: `2026110${index + 2}T090000`,
      organId: 'urban-management',
      ...record,
    })),
    { organs, calendar: calendarChina, today, guide: undefined, rating: undefined, ...extra },
  );
const line = (records: Partial<ExchangeRecord>[], extra: object = {}) =>
  view(records, '2026-11-20', extra)?.steps.map(({ name, state }) => `${name} ${String(state)}`);

describe('the status of a case', () => {
  const steps: [expected: string, records: Partial<ExchangeRecord>[]][] = [
    ['submitted', [{}]],
    ['received', [{}, { step: '1' }]],
    ['preReview', [{}, { step: '1', state: '预审' }]],
    ['supplementing', [{}, { step: '7' }]],
    ['supplemented', [{}, { step: '7' }, { step: '8' }]],
    ['accepted', [{}, { step: '2' }, { step: '7' }, { step: '8' }]],
    ['reviewing', [{}, { step: '2' }, { step: '3' }, { step: '7' }, { step: '8' }]],
    ['notAccepted', [{}, { step: '2', state: '不予受理' }]],
    // What is said of it afterwards does not open it again; a correction of the record would.
    ['notAccepted', [{}, { step: '2', state: '不予受理' }, { step: '3' }]],
    ['suspended', [{ step: '2' }, { step: '5', procedure: '听证' }]],
    ['reviewing', [{ step: '2' }, { step: '5', procedure: '听证' }, { step: '6' }]],
    ['accepted', [{ step: '2' }, { step: '5', procedure: '1' }]],
    ['decided', [{ step: '2' }, { step: '3', outcome: '准予' }, { step: '3', activity: '制证' }]],
    ['completed', [{ step: '4', outcome: '准予' }]],
    ['completed', [{ step: '2' }, { step: '4' }, { step: '9', state: '待领取' }]],
    ['delivered', [{ step: '2' }, { step: '4' }, { step: '9' }]],
    ['delivered', [{ step: '9' }, { step: '4' }]],
    ['other', [{ step: '现场踏勘' }]],
    ['submitted', [{}, { step: '现场踏勘' }]],
  ];
  for (const [expected, records] of steps) {
    test(`${expected}: ${records.map(({ step = '0' }) => step).join(' ')}`, () => {
      assert.equal(view(records)?.status, expected);
    });
  }

  test('that nobody knows is told in its own words', () => {
    assert.equal(view([{ step: '现场踏勘', text: '已踏勘' }])?.statusText, '现场踏勘：已踏勘');
  });
});

describe('the line of a case', () => {
  test('is the usual one where no guide says another', () => {
    assert.deepEqual(line([{}, { step: '2' }]), [
      '申请 done',
      '受理 done',
      '审查 current',
      '办结 coming',
      '送达 coming',
    ]);
  });

  test('names the steps of the office in their place', () => {
    const steps = [
      { step: '2' },
      { step: '3', activity: '资料审查', state: '2' },
      { step: '3', activity: '现场核查', state: '1' },
    ];
    assert.deepEqual(line(steps), [
      '申请 done',
      '受理 done',
      '资料审查 done',
      '现场核查 current',
      '办结 coming',
      '送达 coming',
    ]);
  });

  test('goes on by the guide of its matter', () => {
    const guide = {
      id: 'm',
      name: '户外广告设施设置许可',
      caseType: '2',
      steps: [
        { id: '1', name: '受理' },
        { id: '2', name: '现场勘查', organ: '江汉区城市管理执法局' },
        { id: '3', name: '决定' },
        { id: '4', name: '送达' },
      ],
      promised: { amount: 5, unit: 'workday' },
    };
    const seen = view([{ step: '2' }], '2026-11-03', { guide });
    assert.deepEqual(
      seen?.steps.map(({ name, state }) => `${name} ${String(state)}`),
      ['受理 done', '现场勘查 current', '决定 coming', '送达 coming'],
    );
    // 11-03→1 04 05 06→4 09→5
    assert.equal(seen.dueOn, '2026-11-09');
    assert.deepEqual(seen.matter, { id: 'm', name: '户外广告设施设置许可', known: true });
  });

  test('has nothing at hand while a special procedure holds it up: an end is not worked on', () => {
    const hearing = [
      { step: '2' },
      { step: '3', activity: '资料审查', state: '2' },
      { step: '5', procedure: '听证' },
    ];
    assert.deepEqual(line(hearing), [
      '申请 done',
      '受理 done',
      '资料审查 done',
      '办结 coming',
      '送达 coming',
    ]);
  });

  test('leaves nothing at hand behind a case that was granted, whatever its guide calls it', () => {
    const guide = { id: 'm', name: '登记', caseType: '1', steps: [{ id: '1', name: '形式审查' }] };
    const granted = [{ step: '2' }, { step: '4', outcome: '准予' }];
    assert.deepEqual(line(granted, { guide }), ['形式审查 done', '办结 done']);
  });

  test('ends where the case ends', () => {
    assert.deepEqual(line([{}, { step: '2', state: '不予受理' }]), ['申请 done', '不予受理 done']);
    assert.deepEqual(line([{}, { step: '2' }, { step: '4', outcome: '撤回' }]), [
      '申请 done',
      '受理 done',
      '审查 done',
      '办结 done',
    ]);
  });
});

describe('what a case asks of its applicant', () => {
  test('all that is missing, at once, and by when', () => {
    const seen = view([
      { step: '2' },
      { step: '7', text: '缺两样', materials: ['甲', '乙'], dueOn: '20261120' },
    ]);
    assert.deepEqual(seen?.expected, {
      action: 'supplement',
      by: '2026-11-20',
      text: '缺两样',
      materials: ['甲', '乙'],
    });
    assert.equal(seen.paused, true);
  });

  test('to fetch the result, until it is fetched', () => {
    const ready = [{ step: '4', outcome: '准予', way: '窗口领取', place: '3 号窗口' }];
    assert.deepEqual(view(ready)?.expected, { action: 'pickUp', place: '3 号窗口' });
    assert.equal(view([...ready, { step: '9' }])?.expected, undefined);
  });

  test('nothing but a rating, once, after its end', () => {
    assert.equal(view([{ step: '2' }])?.canRate, false);
    assert.equal(view([{ step: '4' }])?.canRate, true);
    assert.equal(view([{ step: '4' }], '2026-11-20', { rating: rated })?.canRate, false);
    assert.equal(view([{ step: '2', state: '不受理' }])?.canRate, false);
  });
});

test('a refusal names what one can do against it, and until when', () => {
  const seen = view([{ step: '2' }, { step: '4', outcome: '不予', text: '不符合条件' }]);
  assert.equal(seen?.result?.outcome, 'denied');
  assert.deepEqual(
    seen.result.remedies.map(({ kind }) => kind),
    ['reconsideration', 'litigation'],
  );
  assert.match(seen.result.remedies[0]?.text ?? '', /2027-01-0\d/);
  // Its words stand once.
  assert.equal(seen.result.text, '不符合条件');
  assert.equal(seen.events.at(-1)?.text, undefined);
  assert.deepEqual(view([{ step: '4', outcome: '准予' }])?.result?.remedies, []);
});

test('a name is masked, and none is made up', () => {
  assert.equal(view([{ applicant: '欧阳小满' }])?.applicantName, '欧**');
  assert.equal(view([{}])?.applicantName, '*');
});
