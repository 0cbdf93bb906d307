import type { Clock, ClockEvent, ClockPolicy } from './clock.ts';

/** Golden vectors: the day of receipt, so many workdays, the last of them. */
export const workdayVectors: readonly [receipt: string, workdays: number, due: string][] = [
  ['2025-01-20', 20, '2025-02-21'],
  ['2025-04-28', 7, '2025-05-12'],
  ['2025-09-26', 20, '2025-10-30'],
  ['2026-01-30', 20, '2026-03-05'],
  ['2026-02-13', 7, '2026-03-02'],
  ['2026-02-14', 15, '2026-03-13'],
  ['2026-04-30', 7, '2026-05-13'],
  ['2026-06-18', 20, '2026-07-17'],
  ['2026-09-20', 7, '2026-09-30'],
  ['2026-09-24', 20, '2026-10-29'],
  ['2026-10-10', 20, '2026-11-06'],
  ['2026-11-22', 20, '2026-12-18'],
];

/** A log, the day it is looked at, and what the clock must say by the calendar of 2019 to 2026. */
export interface ClockVector {
  name: string;
  events: readonly ClockEvent[];
  today: string;
  policy?: Partial<ClockPolicy>;
  expected: Partial<Clock>;
}

const received = (on: string): ClockEvent => ({ kind: 'submitted', channel: 'counter', on });

const consulted: readonly ClockEvent[] = [
  received('2026-09-07'),
  { kind: 'consultationSent', consulted: 'thirdParty', on: '2026-09-14', seq: 2 },
  { kind: 'consultationAnswered', consulted: 'thirdParty', on: '2026-10-12', of: 2 },
];

export const clockVectors: readonly ClockVector[] = [
  ...workdayVectors
    .filter(([, workdays]) => workdays === 20)
    .map(([on, , dueOn]) => ({
      name: `received ${on}, nothing in between`,
      events: [received(on)],
      today: on,
      expected: { state: 'running' as const, dueOn, baseDueOn: dueOn, used: 0, daysLeft: 20 },
    })),
  {
    name: 'filed online and not yet confirmed',
    events: [{ kind: 'submitted', channel: 'online', on: '2026-09-05' }],
    today: '2026-09-10',
    expected: { state: 'notReceived', submittedOn: '2026-09-05', used: 0, trace: [] },
  },
  {
    name: 'filed online on a Saturday, confirmed on Monday',
    events: [
      { kind: 'submitted', channel: 'online', on: '2026-09-05' },
      { kind: 'confirmed', on: '2026-09-07' },
    ],
    today: '2026-09-14',
    expected: {
      state: 'running',
      submittedOn: '2026-09-05',
      receivedOn: '2026-09-07',
      receivedBy: { rule: 'confirmed', article: 'regulation31' },
      startedOn: '2026-09-07',
      used: 5,
      daysLeft: 15,
      dueOn: '2026-10-10',
      otherDates: [
        {
          kind: 'askSupplementBy',
          on: '2026-09-16',
          article: 'regulation30',
          provisional: false,
        },
      ],
    },
  },
  {
    name: 'an ordinary letter waits for the confirmation of the same day',
    events: [{ kind: 'submitted', channel: 'ordinaryPost', on: '2026-09-07' }],
    today: '2026-09-07',
    expected: {
      state: 'notReceived',
      otherDates: [
        { kind: 'confirmBy', on: '2026-09-07', article: 'regulation31', provisional: false },
      ],
    },
  },
  {
    name: 'a registered letter is received the day it is signed for, whatever comes after',
    events: [
      { kind: 'submitted', channel: 'registeredPost', on: '2026-09-07' },
      { kind: 'confirmed', on: '2026-09-09' },
    ],
    today: '2026-09-09',
    expected: {
      receivedOn: '2026-09-07',
      receivedBy: { rule: 'signedFor', article: 'regulation31' },
    },
  },
  {
    name: 'a third party is asked, the letter went out today',
    events: consulted.slice(0, 2),
    today: '2026-09-14',
    expected: {
      state: 'paused',
      used: 5,
      daysLeft: 15,
      dueOn: '2026-11-02',
      baseDueOn: '2026-10-10',
      pausedBecause: {
        reason: 'thirdParty',
        since: '2026-09-14',
        until: '2026-10-12',
        article: 'regulation32',
      },
    },
  },
  {
    name: 'the third party has answered',
    events: consulted,
    today: '2026-10-12',
    expected: {
      state: 'running',
      used: 5,
      daysLeft: 15,
      dueOn: '2026-11-02',
      baseDueOn: '2026-10-10',
      overdue: false,
      provisional: false,
    },
  },
  {
    name: 'an office that leaves the sending day out',
    events: consulted,
    today: '2026-10-12',
    policy: { sendingDayCounts: false },
    expected: { used: 4, daysLeft: 16, dueOn: '2026-11-03' },
  },
  {
    name: 'an office that counts the answer day',
    events: consulted,
    today: '2026-10-12',
    policy: { answerDayCounts: true },
    expected: { used: 6, daysLeft: 14, dueOn: '2026-10-30' },
  },
  {
    name: 'a third party that does not answer is waited for 15 workdays, no longer',
    events: consulted.slice(0, 2),
    today: '2026-10-13',
    expected: { state: 'running', used: 6, daysLeft: 14, dueOn: '2026-11-02' },
  },
  {
    name: 'an answer after the 15 workdays changes nothing',
    events: [...consulted.slice(0, 2), { kind: 'consultationAnswered', on: '2026-10-20', of: 2 }],
    today: '2026-10-20',
    expected: { state: 'running', used: 11, dueOn: '2026-11-02' },
  },
  {
    name: 'of two that are asked the last one ends the pause',
    events: [
      received('2026-06-01'),
      { kind: 'consultationSent', consulted: 'thirdParty', on: '2026-06-03', seq: 2 },
      { kind: 'consultationSent', consulted: 'organs', on: '2026-06-04', seq: 3 },
      { kind: 'consultationAnswered', on: '2026-06-08', of: 2 },
      { kind: 'consultationAnswered', on: '2026-06-10', of: 3 },
    ],
    today: '2026-06-10',
    // 4, 5, 8, 9 and 10 June are left out: five workdays.
    expected: { state: 'running', used: 2, baseDueOn: '2026-06-30', dueOn: '2026-07-07' },
  },
  {
    name: 'a supplement is awaited: nobody can say a due day',
    events: [
      received('2026-06-01'),
      { kind: 'supplementAsked', on: '2026-06-05', dueOn: '2026-06-18' },
    ],
    today: '2026-06-09',
    expected: {
      state: 'paused',
      used: 4,
      daysLeft: 16,
      dueOn: undefined,
      pausedBecause: {
        reason: 'supplement',
        since: '2026-06-05',
        until: '2026-06-18',
        article: 'regulation30',
      },
      otherDates: [
        { kind: 'supplementBy', on: '2026-06-18', article: 'regulation30', provisional: false },
      ],
    },
  },
  {
    name: 'a supplement starts the period afresh',
    events: [
      received('2026-06-01'),
      { kind: 'supplementAsked', on: '2026-06-05', dueOn: '2026-06-22' },
      { kind: 'supplemented', on: '2026-06-18' },
    ],
    today: '2026-06-22',
    expected: {
      state: 'running',
      receivedOn: '2026-06-01',
      startedOn: '2026-06-18',
      used: 1,
      daysLeft: 19,
      dueOn: '2026-07-17',
    },
  },
  {
    name: 'an extension adds its workdays, once',
    events: [
      received('2026-06-18'),
      { kind: 'extended', on: '2026-07-10', workdays: 10 },
      { kind: 'extended', on: '2026-07-13', workdays: 20 },
    ],
    today: '2026-07-17',
    expected: { allowed: 30, used: 20, daysLeft: 10, baseDueOn: '2026-07-17', dueOn: '2026-07-31' },
  },
  {
    name: 'a fee is awaited for 20 workdays from the day after the notice',
    events: [received('2026-06-01'), { kind: 'feeNoticed', on: '2026-06-18' }],
    today: '2026-06-18',
    expected: {
      state: 'paused',
      dueOn: undefined,
      pausedBecause: {
        reason: 'fee',
        since: '2026-06-18',
        until: '2026-07-17',
        article: 'feeRules',
      },
      otherDates: [{ kind: 'payBy', on: '2026-07-17', article: 'feeRules', provisional: false }],
    },
  },
  {
    name: 'payment starts the period afresh the day after',
    events: [
      received('2026-06-01'),
      { kind: 'feeNoticed', on: '2026-06-08' },
      { kind: 'feePaid', on: '2026-06-18' },
    ],
    today: '2026-06-18',
    expected: { startedOn: '2026-06-18', used: 0, allowed: 20, dueOn: '2026-07-17' },
  },
  {
    name: 'an office whose period only waits for the payment',
    events: [
      received('2026-06-01'),
      { kind: 'feeNoticed', on: '2026-06-08' },
      { kind: 'feePaid', on: '2026-06-18' },
    ],
    today: '2026-06-18',
    policy: { feeRestarts: false },
    // 9 to 12 and 15 to 18 June are left out: eight workdays.
    expected: { startedOn: '2026-06-01', used: 5, dueOn: '2026-07-10' },
  },
  {
    name: 'the days until reasons are given are left out',
    events: [
      received('2026-06-01'),
      { kind: 'justificationAsked', on: '2026-06-03' },
      { kind: 'justified', on: '2026-06-05' },
    ],
    today: '2026-06-05',
    expected: { used: 2, baseDueOn: '2026-06-30', dueOn: '2026-07-02' },
  },
  {
    name: 'an office that does not wait for reasons',
    events: [received('2026-06-01'), { kind: 'justificationAsked', on: '2026-06-03' }],
    today: '2026-06-05',
    policy: { justificationSuspends: false },
    expected: { state: 'running', used: 4, dueOn: '2026-06-30' },
  },
  {
    name: 'a later date agreed with the applicant',
    events: [
      received('2026-06-01'),
      { kind: 'justificationAsked', on: '2026-06-03' },
      { kind: 'justified', on: '2026-06-03', dueOn: '2026-07-31' },
    ],
    today: '2026-06-30',
    expected: { used: 20, daysLeft: 23, baseDueOn: '2026-06-30', dueOn: '2026-07-31' },
  },
  {
    name: 'answered in time',
    events: [received('2026-09-07'), { kind: 'replied', on: '2026-09-14' }],
    today: '2026-11-01',
    expected: {
      state: 'stopped',
      stoppedOn: '2026-09-14',
      stoppedBy: 'replied',
      used: 5,
      daysLeft: undefined,
      dueOn: '2026-10-10',
      overdue: false,
    },
  },
  {
    name: 'answered too late',
    events: [received('2026-09-07'), { kind: 'replied', on: '2026-10-12' }],
    today: '2026-11-01',
    expected: { state: 'stopped', used: 20, dueOn: '2026-10-10', overdue: true },
  },
  {
    name: 'not answered, and the day has passed',
    events: [received('2026-09-07')],
    today: '2026-10-13',
    expected: { state: 'running', used: 20, daysLeft: -2, overdue: true, dueOn: '2026-10-10' },
  },
  {
    name: 'undone within ten minutes, before anybody received it',
    events: [
      { kind: 'submitted', channel: 'online', on: '2026-09-07' },
      { kind: 'undone', on: '2026-09-07' },
    ],
    today: '2026-09-08',
    expected: { state: 'stopped', stoppedBy: 'undone', receivedOn: undefined, trace: [] },
  },
  {
    name: 'beyond the published years: provisional, and not on 元旦',
    events: [received('2026-12-04')],
    today: '2026-12-04',
    expected: { dueOn: '2027-01-04', provisional: true, provisionalFrom: '2026-12-31' },
  },
];
