import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { calendarChina } from './calendar-china.ts';
import { addDays, addWorkdays, dayKind, daysBetween, weekdayOf } from './calendar.ts';
import { articleWords, reasonWords } from './clock-words.ts';
import { clockVectors, workdayVectors } from './clock.vectors.ts';
import { runClock, type Clock, type ClockEvent, type ClockPolicy } from './clock.ts';

const run = (events: readonly ClockEvent[], today: string, policy?: Partial<ClockPolicy>) =>
  runClock(events, calendarChina, today, policy);

test('golden vectors of counted workdays', () => {
  for (const [receipt, count, due] of workdayVectors) {
    const expected = { date: due, provisional: false };
    assert.deepEqual(addWorkdays(calendarChina, receipt, count), expected, receipt);
  }
});

describe('golden vectors of the clock', () => {
  for (const { name, events, today, policy, expected } of clockVectors) {
    test(name, () => {
      const clock = run(events, today, policy);
      for (const [key, value] of Object.entries(expected)) {
        assert.deepEqual(clock[key as keyof Clock], value, key);
      }
    });
  }
});

test('the trace says for every day why, by its article', () => {
  const { trace } = run(
    [
      { kind: 'submitted', channel: 'counter', on: '2026-09-07' },
      { kind: 'consultationSent', on: '2026-09-14', seq: 2 },
      { kind: 'consultationAnswered', on: '2026-10-12', of: 2 },
    ],
    '2026-10-12',
  );
  const day = (date: string) => trace.find((one) => one.date === date);
  assert.deepEqual(trace[0], {
    date: '2026-09-07',
    counted: false,
    reason: 'receiptDay',
    article: 'regulation31',
  });
  assert.deepEqual(day('2026-09-08'), {
    date: '2026-09-08',
    counted: true,
    count: 1,
    reason: 'counted',
    article: 'regulation33',
  });
  assert.equal(day('2026-09-12')?.reason, 'weekend');
  assert.equal(day('2026-09-14')?.count, 5);
  assert.deepEqual(day('2026-09-15'), {
    date: '2026-09-15',
    counted: false,
    reason: 'thirdParty',
    article: 'regulation32',
  });
  assert.equal(day('2026-09-25')?.name, '中秋节');
  assert.equal(day('2026-10-12')?.counted, false);
  assert.equal(day('2026-10-13')?.count, 6);
  assert.equal(trace[trace.length - 1]?.date, '2026-11-02');
});

test('a make-up workday is counted and says so', () => {
  const { trace } = run(
    [{ kind: 'submitted', channel: 'counter', on: '2026-09-18' }],
    '2026-09-18',
  );
  assert.deepEqual(trace[2], {
    date: '2026-09-20',
    counted: true,
    count: 1,
    reason: 'makeUpWorkday',
    article: 'holidayRules',
    name: '国庆节',
  });
});

test('days beyond the published years say that they are assumed', () => {
  const { trace } = run(
    [{ kind: 'submitted', channel: 'counter', on: '2026-12-04' }],
    '2026-12-04',
  );
  const reasons = Object.fromEntries(trace.map(({ date, reason }) => [date, reason]));
  assert.equal(reasons['2026-12-31'], 'counted');
  assert.equal(reasons['2027-01-01'], 'statutoryHoliday');
  assert.equal(reasons['2027-01-02'], 'assumedWeekend');
  assert.equal(reasons['2027-01-04'], 'assumedWorkday');
});

test('days used before a supplement no longer count', () => {
  const { trace } = run(
    [
      { kind: 'submitted', channel: 'counter', on: '2026-06-01' },
      { kind: 'supplementAsked', on: '2026-06-03' },
      { kind: 'supplemented', on: '2026-06-05' },
    ],
    '2026-06-05',
  );
  assert.deepEqual(
    trace.slice(0, 6).map(({ reason, counted }) => [reason, counted]),
    [
      ['receiptDay', false],
      ['annulled', false],
      ['annulled', false],
      ['supplement', false],
      ['supplementDay', false],
      ['weekend', false],
    ],
  );
});

test('refuses what is no date', () => {
  const events = [{ kind: 'submitted', channel: 'counter', on: '7 September' }];
  assert.throws(() => run(events, '2026-09-08'), /"7 September" is no date/);
});

test('a device whose clock is years behind still gives the dates', () => {
  const [golden] = clockVectors;
  const late = run(golden!.events, '2001-01-01');
  assert.equal(late.dueOn, golden!.expected.dueOn);
});

// From here on: what holds for any log.

const day = fc.integer({ min: 0, max: 600 }).map((n) => addDays('2025-01-06', n));
const step = fc.integer({ min: 0, max: 25 });

/** A log that may happen: events with a gap of days before each. */
const anyLog: fc.Arbitrary<ClockEvent[]> = fc
  .tuple(
    day,
    fc.constantFrom('counter', 'registeredPost', 'online', 'fax', 'ordinaryPost'),
    fc.array(
      fc.tuple(
        step,
        fc.constantFrom(
          ...['confirmed', 'supplementAsked', 'supplemented', 'justificationAsked', 'justified'],
          ...['consultationSent', 'consultationAnswered', 'extended', 'feeNoticed', 'feePaid'],
          ...['replied', 'withdrawn', 'lapsed', 'noted', 'archived'],
        ),
        fc.constantFrom('thirdParty', 'organs'),
        fc.integer({ min: 1, max: 20 }),
      ),
      { maxLength: 8 },
    ),
  )
  .map(([start, channel, steps]) => {
    let on = start;
    const events: ClockEvent[] = [{ kind: 'submitted', channel, on, seq: 1 }];
    steps.forEach(([gap, kind, consulted, workdays], index) => {
      on = addDays(on, gap);
      events.push({ kind, on, consulted, workdays, seq: index + 2 });
    });
    return events;
  });

const anyPolicy: fc.Arbitrary<ClockPolicy> = fc.record({
  sendingDayCounts: fc.boolean(),
  answerDayCounts: fc.boolean(),
  feeRestarts: fc.boolean(),
  justificationSuspends: fc.boolean(),
  letterTakesADay: fc.boolean(),
});

const lastOf = (events: readonly ClockEvent[]) => events[events.length - 1]!.on;

describe('for any log', () => {
  test('the trace has no gap, counts in order, and its counted days are those used', () => {
    fc.assert(
      fc.property(anyLog, anyPolicy, fc.nat(80), (events, policy, later) => {
        const clock = run(events, addDays(lastOf(events), later), policy);
        const { trace, receivedOn, dueOn, stoppedOn } = clock;
        if (receivedOn === undefined) {
          assert.deepEqual(trace, []);
          return;
        }
        trace.forEach(({ date }, index) => {
          assert.equal(date, addDays(receivedOn, index));
        });
        const counted = trace.filter((one) => one.counted);
        counted.forEach(({ count }, index) => {
          assert.equal(count, index + 1);
        });
        const asOf = stoppedOn ?? addDays(lastOf(events), later);
        assert.equal(counted.filter(({ date }) => date <= asOf).length, clock.used);
        assert.ok(clock.used <= clock.allowed && clock.allowed <= 40);
        if (dueOn === undefined || stoppedOn !== undefined) return;
        assert.equal(counted.length, clock.allowed);
        assert.equal(trace[trace.length - 1]?.date, dueOn);
        if (clock.overdue) assert.ok(dueOn < asOf && (clock.daysLeft ?? 0) <= 0);
        else assert.equal(clock.used + (clock.daysLeft ?? NaN), clock.allowed);
      }),
      { numRuns: 1_000 },
    );
  });

  test('every day is a known day of its calendar, explained in words', () => {
    fc.assert(
      fc.property(anyLog, anyPolicy, (events, policy) => {
        for (const { date, counted, reason, article } of run(events, '2026-06-01', policy).trace) {
          assert.ok(reasonWords[reason].zh !== '' && articleWords[article].en !== '');
          if (counted) assert.notEqual(dayKind(calendarChina, date).kind, 'rest');
        }
      }),
    );
  });

  test('the due day is never a rest day, nor a weekend that is not known to be worked', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 20 }), fc.nat(2_000), (on, workdays, shift) => {
        const events = [
          { kind: 'submitted', channel: 'counter', on: addDays(on, shift) },
          { kind: 'extended', on: addDays(on, shift), workdays },
        ];
        const { dueOn = '', provisional, allowed } = run(events, on);
        assert.equal(allowed, 20 + workdays);
        const { kind } = dayKind(calendarChina, dueOn);
        assert.notEqual(kind, 'rest');
        if (kind === 'unknown') assert.ok(weekdayOf(dueOn) <= 5);
        assert.equal(provisional, dueOn > calendarChina.coveredTo);
      }),
    );
  });

  test('as days go by, days used never fall and days left never rise', () => {
    fc.assert(
      fc.property(anyLog, anyPolicy, (events, policy) => {
        let before: Clock | undefined;
        for (let later = 0; later <= 60; later++) {
          const clock = run(events, addDays(lastOf(events), later), policy);
          if (before) {
            assert.ok(clock.used >= before.used);
            assert.ok((clock.daysLeft ?? 0) <= (before.daysLeft ?? 0));
            assert.equal(clock.dueOn, before.dueOn);
          }
          before = clock;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('unknown kinds change nothing, wherever they stand', () => {
    const stranger = fc.record({
      kind: fc.constantFrom('noted', 'reviewFiled', 'valueOf', '__proto__', 'from the future'),
      on: day,
      seq: fc.nat(20),
    });
    fc.assert(
      fc.property(anyLog, fc.array(fc.tuple(fc.nat(9), stranger)), (events, strangers) => {
        const mixed = [...events];
        for (const [at, one] of strangers) mixed.splice(at, 0, one);
        assert.deepEqual(run(mixed, '2026-12-31'), run(events, '2026-12-31'));
      }),
    );
  });

  test('an event entered late is read on its day', () => {
    fc.assert(
      fc.property(anyLog, (events) => {
        const days = new Set(events.map(({ on }) => on));
        if (days.size < events.length) return;
        assert.deepEqual(run([...events].reverse(), '2026-12-31'), run(events, '2026-12-31'));
      }),
    );
  });

  test('a pause moves the due day by as many counted days as it took', () => {
    fc.assert(
      fc.property(
        day,
        fc.nat(20),
        fc.nat(14),
        anyPolicy,
        (on, sentAfter, answeredAfter, policy) => {
          const filed = { kind: 'submitted', channel: 'counter', on };
          const sent = addDays(on, sentAfter);
          const answered = addDays(sent, answeredAfter);
          const plain = run([filed], on, policy);
          const events = [
            filed,
            { kind: 'consultationSent', on: sent },
            { kind: 'consultationAnswered', on: answered },
          ];
          const { trace, dueOn = '' } = run(events, answered, policy);
          const taken = trace.filter(({ reason }) => reason === 'thirdParty').length;
          const moved = addWorkdays(calendarChina, plain.dueOn!, taken);
          assert.equal(dueOn, moved.date);
          assert.ok(daysBetween(plain.dueOn!, dueOn) >= taken);
        },
      ),
    );
  });

  test('a supplement or a payment starts a whole period afresh', () => {
    fc.assert(
      fc.property(
        day,
        fc.nat(9),
        fc.nat(40),
        fc.constantFrom(['supplementAsked', 'supplemented'], ['feeNoticed', 'feePaid']),
        (on, askedAfter, givenAfter, [asked = '', given = '']) => {
          const back = addDays(on, askedAfter + givenAfter);
          const clock = run(
            [
              { kind: 'submitted', channel: 'counter', on },
              { kind: asked, on: addDays(on, askedAfter) },
              { kind: given, on: back },
            ],
            back,
          );
          assert.equal(clock.startedOn, back);
          assert.equal(clock.used, 0);
          assert.equal(clock.dueOn, addWorkdays(calendarChina, back, 20).date);
        },
      ),
    );
  });
});
