import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, dateOf, dayNumber } from './calendar-days.ts';
import { calendarChina } from './calendar-china.ts';
import { caseArticleWords, caseReasonWords } from './case-clock-words.ts';
import {
  runCaseClock,
  type CaseClock,
  type CaseClockEvent,
  type CaseClockPolicy,
  type CaseTerms,
} from './case-clock.ts';

const run = (
  events: CaseClockEvent[],
  terms: CaseTerms,
  today: string,
  policy?: Partial<CaseClockPolicy>,
): CaseClock => runCaseClock(events, terms, calendarChina, today, policy);

const workdays = (amount: number) => ({ amount, unit: 'workday' });
const accepted = (on: string): CaseClockEvent => ({ kind: 'accepted', on });

// Every due day below was counted by hand on the calendar of 2026 (国办发明电〔2025〕7号).
describe('the clock of a case', () => {
  test('20 workdays over 中秋 and 国庆, with three weekend days worked for them', () => {
    // 09-20(日,班)1 21–24→5 | 25 中秋 | 28–30→8 | 10-01–07 国庆 | 08,09→10 10(六,班)→11 12–16→16 19–22→20
    const { statutory, state } = run(
      [accepted('2026-09-18')],
      { statutory: workdays(20) },
      '2026-09-30',
    );
    assert.equal(state, 'running');
    assert.equal(statutory?.dueOn, '2026-10-22');
    assert.equal(statutory.baseDueOn, '2026-10-22');
    assert.equal(statutory.used, 8);
    assert.equal(statutory.daysLeft, 12);
    const reasons = new Map(statutory.trace.map(({ date, reason }) => [date, reason]));
    assert.equal(reasons.get('2026-09-18'), 'acceptanceDay');
    assert.equal(reasons.get('2026-09-20'), 'makeUpWorkday');
    assert.equal(reasons.get('2026-09-25'), 'holiday');
    assert.equal(reasons.get('2026-10-10'), 'makeUpWorkday');
    assert.equal(reasons.get('2026-10-11'), 'weekend');
  });

  test('a promise of 5 workdays ends on a Saturday worked for 国庆', () => {
    // 09-29→1 30→2 | 10-08→3 09→4 10(六,班)→5
    const clock = run(
      [accepted('2026-09-28')],
      { statutory: workdays(20), promised: workdays(5) },
      '2026-10-12',
    );
    assert.equal(clock.promised?.dueOn, '2026-10-10');
    assert.equal(clock.promised.overdue, true);
    // 10-12 is the first workday after it.
    assert.equal(clock.promised.daysLeft, -1);
    assert.equal(clock.statutory?.overdue, false);
  });

  test('an extension by 10 workdays (art. 42)', () => {
    // 10-22 is the 20th; 23→21 26–30→26 11-02–05→30
    const { statutory } = run(
      [accepted('2026-09-18'), { kind: 'extended', on: '2026-10-20', workdays: 10 }],
      { statutory: workdays(20) },
      '2026-10-23',
    );
    assert.equal(statutory?.allowed, 30);
    assert.equal(statutory.dueOn, '2026-11-05');
    assert.equal(statutory.baseDueOn, '2026-10-22');
  });

  test('a hearing is not counted (art. 45): neither its days nor the day of its result', () => {
    // 11-03–06→4 09→5 | 10–13,16–18 听证 | 19,20→7 23–27→12 30→13 12-01–04→17 07–09→20
    const events: CaseClockEvent[] = [
      accepted('2026-11-02'),
      { kind: 'suspended', on: '2026-11-09' },
    ];
    const terms = { statutory: workdays(20) };
    const waiting = run(events, terms, '2026-11-12');
    assert.equal(waiting.state, 'paused');
    assert.deepEqual(waiting.pausedBecause, {
      reason: 'specialProcedure',
      since: '2026-11-09',
      article: 'licence45',
    });
    assert.equal(waiting.statutory?.dueOn, undefined);
    assert.equal(waiting.statutory?.used, 5);
    assert.equal(waiting.statutory.daysLeft, 15);
    const gone = [...events, { kind: 'resumed', on: '2026-11-18' }];
    const { statutory, state } = run(gone, terms, '2026-11-19');
    assert.equal(state, 'running');
    assert.equal(statutory?.dueOn, '2026-12-09');
    assert.equal(statutory.baseDueOn, '2026-11-30');
    // The office may count the day of the result, and leave out the day it begins.
    const strict = { sendingDayCounts: false, answerDayCounts: true };
    assert.equal(run(gone, terms, '2026-11-19', strict).statutory?.dueOn, '2026-12-09');
    assert.equal(
      run(gone, terms, '2026-11-19', { answerDayCounts: true }).statutory?.dueOn,
      '2026-12-08',
    );
  });

  test('a procedure announced for 7 workdays foretells the due day, until it takes longer', () => {
    const events: CaseClockEvent[] = [
      accepted('2026-11-02'),
      { kind: 'suspended', on: '2026-11-09', workdays: 7 },
    ];
    const terms = { statutory: workdays(20) };
    const waiting = run(events, terms, '2026-11-12');
    assert.equal(waiting.state, 'paused');
    assert.equal(waiting.pausedBecause?.until, '2026-11-18');
    assert.equal(waiting.statutory?.dueOn, '2026-12-09');
    assert.equal(waiting.statutory.daysLeft, 15);
    assert.deepEqual(waiting.otherDates, [
      { kind: 'resumeBy', on: '2026-11-18', article: 'licence45', provisional: false },
    ]);
    assert.equal(run(events, terms, '2026-11-19').statutory?.dueOn, undefined);
  });

  test('a supplement before acceptance: the period begins with the acceptance', () => {
    // 11-13→1 16–19→5
    const clock = run(
      [
        { kind: 'received', on: '2026-11-02' },
        { kind: 'supplementAsked', on: '2026-11-04', dueOn: '2026-11-18' },
        { kind: 'supplemented', on: '2026-11-11' },
        accepted('2026-11-12'),
      ],
      { promised: workdays(5) },
      '2026-11-12',
    );
    assert.equal(clock.receivedOn, '2026-11-11');
    assert.equal(clock.promised?.dueOn, '2026-11-19');
    assert.equal(clock.promised.daysLeft, 5);
  });

  test('a supplement after acceptance stops the clock', () => {
    // 11-03→1 04→2 | 05,06,09,10 | 11→3 12→4 13→5
    const events: CaseClockEvent[] = [
      accepted('2026-11-02'),
      { kind: 'supplementAsked', on: '2026-11-04', dueOn: '2026-11-10' },
    ];
    const terms = { promised: workdays(5) };
    const waiting = run(events, terms, '2026-11-05');
    assert.equal(waiting.state, 'paused');
    assert.equal(waiting.promised?.dueOn, undefined);
    assert.equal(waiting.pausedBecause?.until, '2026-11-10');
    const gone = [...events, { kind: 'supplemented', on: '2026-11-10' }];
    assert.equal(run(gone, terms, '2026-11-11').promised?.dueOn, '2026-11-13');
    const hard = run(gone, terms, '2026-11-11', { supplementPauses: false });
    assert.equal(hard.promised?.dueOn, '2026-11-09');
  });

  test('who is silent for 5 workdays has accepted the day the papers came (art. 32 (4))', () => {
    // 09-29→1 30→2 10-08→3 09→4 10(六,班)→5
    const events: CaseClockEvent[] = [{ kind: 'received', on: '2026-09-28' }];
    const terms = { statutory: workdays(20) };
    const waiting = run(events, terms, '2026-10-10');
    assert.equal(waiting.state, 'notAccepted');
    assert.equal(waiting.acceptedOn, undefined);
    assert.deepEqual(waiting.otherDates, [
      { kind: 'askSupplementBy', on: '2026-10-10', article: 'licence32', provisional: false },
    ]);
    const silent = run(events, terms, '2026-10-11');
    assert.equal(silent.acceptedOn, '2026-09-28');
    assert.deepEqual(silent.acceptedBy, { rule: 'silence', article: 'licence32' });
    // 10-10 is the 5th; 12–16→10 19–23→15 26–30→20
    assert.equal(silent.statutory?.dueOn, '2026-10-30');
    // A notice that comes later undoes nothing, it only stops the clock.
    const late = run(
      [...events, { kind: 'supplementAsked', on: '2026-10-12' }],
      terms,
      '2026-10-13',
    );
    assert.equal(late.acceptedOn, '2026-09-28');
    assert.equal(late.state, 'paused');
    const never = run(events, terms, '2026-10-11', { silenceAccepts: false });
    assert.equal(never.state, 'notAccepted');
  });

  test('natural days that end on a rest day end on the next workday (民法典 art. 203)', () => {
    const terms = { statutory: { amount: 30, unit: 'day' } };
    // 10-07 is the last day of 国庆.
    const { statutory } = run([accepted('2026-09-07')], terms, '2026-09-08');
    assert.equal(statutory?.dueOn, '2026-10-08');
    const last = statutory.trace.at(-1);
    assert.deepEqual([last?.reason, last?.article], ['movedEnd', 'civil203']);
    const fixed = run([accepted('2026-09-07')], terms, '2026-09-08', { restDayMovesEnd: false });
    assert.equal(fixed.statutory?.dueOn, '2026-10-07');
    // 10-10 is a Saturday that is worked.
    assert.equal(run([accepted('2026-09-10')], terms, '2026-09-11').statutory?.dueOn, '2026-10-10');
  });

  test('a month ends on its own day, or on the last one there is', () => {
    const month = { statutory: { amount: 1, unit: 'month' } };
    // 2026-02-28 is a Saturday worked for 春节.
    assert.equal(run([accepted('2026-01-31')], month, '2026-02-02').statutory?.dueOn, '2026-02-28');
    const year = { statutory: { amount: 1, unit: 'year' } };
    assert.equal(run([accepted('2025-06-30')], year, '2025-07-01').statutory?.dueOn, '2026-06-30');
  });

  test('beyond the years that are known it is provisional, and not on 元旦', () => {
    // 12-07–11→5 14–18→10 21–25→15 28–31→19 | 01-01 元旦 | 01-04→20
    const clock = run([accepted('2026-12-04')], { statutory: workdays(20) }, '2026-12-07');
    assert.equal(clock.statutory?.dueOn, '2027-01-04');
    assert.equal(clock.provisional, true);
    assert.equal(clock.provisionalFrom, '2026-12-31');
  });

  test('即办: no days are due the day it is accepted, also before a weekend', () => {
    const clock = run([accepted('2026-11-06')], { promised: workdays(0) }, '2026-11-09');
    assert.equal(clock.promised?.dueOn, '2026-11-06');
    assert.equal(clock.promised.baseDueOn, '2026-11-06');
    assert.equal(clock.promised.overdue, true);
  });

  test('a decision stops it, and what was granted is delivered within 10 workdays (art. 44)', () => {
    const events: CaseClockEvent[] = [
      accepted('2026-11-02'),
      { kind: 'completed', on: '2026-11-06', outcome: 'granted' },
    ];
    const clock = run(events, { promised: workdays(5) }, '2026-11-20');
    assert.equal(clock.state, 'stopped');
    assert.equal(clock.stoppedOn, '2026-11-06');
    assert.equal(clock.promised?.used, 4);
    assert.equal(clock.promised.overdue, false);
    assert.equal(clock.promised.daysLeft, undefined);
    // 11-09–13→5 16–20→10
    assert.deepEqual(clock.otherDates, [
      { kind: 'deliverBy', on: '2026-11-20', article: 'licence44', provisional: false },
    ]);
    const delivered = run([...events, { kind: 'delivered', on: '2026-11-09' }], {}, '2026-11-20');
    assert.deepEqual(delivered.otherDates, []);
    const refused = [
      accepted('2026-11-02'),
      { kind: 'completed', on: '2026-11-06', outcome: 'denied' },
    ];
    assert.deepEqual(run(refused, {}, '2026-11-09').otherDates, []);
  });

  test('不予受理 leaves no period', () => {
    const clock = run(
      [
        { kind: 'received', on: '2026-11-02' },
        { kind: 'notAccepted', on: '2026-11-04' },
      ],
      { statutory: workdays(20) },
      '2026-11-20',
    );
    assert.equal(clock.state, 'stopped');
    assert.equal(clock.statutory, undefined);
    assert.equal(clock.acceptedOn, undefined);
  });

  test('what it does not know it passes over', () => {
    const clock = run(
      [accepted('2026-11-02'), { kind: '绿色通道', on: '2026-11-03' }],
      { promised: workdays(5) },
      '2026-11-03',
    );
    assert.equal(clock.promised?.dueOn, '2026-11-09');
  });
});

const start = dayNumber('2026-01-05');
/** Days within the years that are known. */
const day = fc.integer({ min: 0, max: 150 }).map((n) => dateOf(start + n));
const span = fc.integer({ min: 0, max: 60 });
const unit = fc.constantFrom('workday', 'day');
const pause = fc.record({ from: fc.integer({ min: 0, max: 40 }), length: span });

/** Waits one after another, counted from the day of acceptance. */
const pauses = fc
  .array(
    fc.tuple(fc.constantFrom(['suspended', 'resumed'], ['supplementAsked', 'supplemented']), pause),
    { maxLength: 3 },
  )
  .map((list) => {
    let at = 0;
    return list.flatMap(([[first, second], { from, length }]) => {
      const begin = at + from + 1;
      at = begin + length;
      return [
        { kind: first, after: begin },
        { kind: second, after: at },
      ];
    });
  });

const logOf = (on: string, waits: { kind: string; after: number }[]): CaseClockEvent[] => [
  accepted(on),
  ...waits.map(({ kind, after }) => ({ kind, on: addDays(on, after) })),
];

describe('whatever happens to a case', () => {
  const far = '2026-12-31';

  test('a pause never makes it due earlier', () => {
    fc.assert(
      fc.property(day, span, unit, pauses, (on, amount, kind, waits) => {
        const terms = { statutory: { amount, unit: kind } };
        const plain = run([accepted(on)], terms, far).statutory;
        const paused = run(logOf(on, waits), terms, far).statutory;
        assert.ok((paused?.dueOn ?? '') >= (plain?.dueOn ?? ''));
        assert.equal(paused?.baseDueOn, plain?.baseDueOn);
      }),
    );
  });

  test('its trace counts as many days as it is allowed, one after another', () => {
    fc.assert(
      fc.property(day, span, unit, pauses, (on, amount, kind, waits) => {
        const { statutory } = run(logOf(on, waits), { statutory: { amount, unit: kind } }, far);
        const counted = statutory?.trace.filter((one) => one.counted) ?? [];
        assert.equal(counted.length, statutory?.allowed);
        assert.deepEqual(
          counted.map(({ count }) => count),
          counted.map((_, index) => index + 1),
        );
        const dates = statutory?.trace.map(({ date }) => date) ?? [];
        assert.deepEqual(dates, [...dates].sort());
        assert.equal(dates.at(-1), statutory?.dueOn);
        for (const one of statutory?.trace ?? []) {
          assert.ok(caseReasonWords[one.reason]);
          assert.ok(caseArticleWords[one.article]);
        }
      }),
    );
  });

  test('the order in which days are told does not matter', () => {
    const inOrder = fc.tuple(day, pauses).chain(([on, waits]) => {
      const log = logOf(on, waits);
      const byDay = new Map(log.map((event) => [event.on, event]));
      const unique = [...byDay.values()];
      return fc.tuple(
        fc.constant(unique),
        fc.shuffledSubarray(unique, { minLength: unique.length, maxLength: unique.length }),
      );
    });
    fc.assert(
      fc.property(inOrder, span, ([log, shuffled], amount) => {
        const terms = { statutory: workdays(amount) };
        assert.deepEqual(run(shuffled, terms, far), run(log, terms, far));
      }),
    );
  });

  test('a promise that is no longer than the law is due no later', () => {
    fc.assert(
      fc.property(day, span, span, unit, pauses, (on, less, more, kind, waits) => {
        const amount = less + more;
        const clock = run(
          logOf(on, waits),
          { statutory: { amount, unit: kind }, promised: { amount: less, unit: kind } },
          far,
        );
        assert.ok((clock.promised?.dueOn ?? '') <= (clock.statutory?.dueOn ?? ''));
      }),
    );
  });

  test('an extension adds as many days as it says, and never takes any', () => {
    fc.assert(
      fc.property(day, span, span, unit, (on, amount, more, kind) => {
        const terms = { statutory: { amount, unit: kind } };
        const longer = { kind: 'extended', on: addDays(on, 1), workdays: more };
        const before = run([accepted(on)], terms, far).statutory;
        const after = run([accepted(on), longer], terms, far).statutory;
        assert.equal(after?.allowed, (before?.allowed ?? 0) + more);
        assert.ok((after.dueOn ?? '') >= (before?.dueOn ?? ''));
      }),
    );
  });

  test('days used and days left are all there are, while it runs', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), unit, span, (on, amount, kind, gone) => {
        const { statutory } = run(
          [accepted(on)],
          { statutory: { amount, unit: kind } },
          addDays(on, gone),
        );
        if (statutory?.overdue === true) return;
        assert.equal((statutory?.used ?? 0) + (statutory?.daysLeft ?? 0), amount);
      }),
    );
  });
});
