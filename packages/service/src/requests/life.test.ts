import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addDays, addWorkdays } from '@open-info/contract/calendar-days';
import { calendarChina } from '@open-info/contract/calendar-china';
import { runClock, usualPolicy } from '@open-info/contract/clock';
import { deskMoveKinds, type DeskMove } from '@open-info/contract/desk';
import { processingFee } from '@open-info/contract/fees';
import { findOutcome, outcomes } from '@open-info/contract/outcomes-table';
import {
  requestEventKinds,
  requestStatuses,
  type RequestChannel,
} from '@open-info/contract/request-events';
import { applicantMoves, type Delivery, type RequestKind } from '@open-info/contract/requests';
import fc from 'fast-check';
import type { Officer } from '../access/officer.ts';
import { ProblemError } from '../http/problem.ts';
import { movesFor, step, type Step, type StepContext, type StepKind, type Who } from './life.ts';
import { publicEvents } from './public-events.ts';
import { stateOf, type LoggedEvent } from './state.ts';

const officer: Officer = { id: 'li', organId: 'education', role: 'officer' };
const coordinator: Officer = { id: 'wu', organId: 'administrative-approval', role: 'coordinator' };

const review = '如不服，可以依法申请行政复议。';

interface Begun {
  kind?: RequestKind;
  channel?: RequestChannel;
  delivery?: Delivery;
  countBefore?: number;
}

/** A request on paper: its log, and the day it is. */
class Paper {
  today = '2026-09-07';
  events: LoggedEvent[];
  readonly begun: Begun;

  constructor(begun: Begun = {}) {
    this.begun = begun;
    const at = `${this.today}T02:00:00.000Z`;
    const { channel = 'online' } = begun;
    this.events = [{ seq: 1, kind: 'submitted', on: this.today, at, by: 'applicant', channel }];
  }

  context(who: Who, minutes = 0): StepContext {
    const now = new Date(Date.parse(`${this.today}T02:00:00.000Z`) + minutes * 60_000);
    return {
      who,
      now,
      today: this.today,
      kind: this.begun.kind ?? 'disclosure',
      organId: 'education',
      delivery: this.begun.delivery ?? { form: 'electronic', way: 'online' },
      undoUntil: '2026-09-07T02:10:00.000Z',
      dueOn: runClock(this.events, calendarChina, this.today).dueOn,
      policy: usualPolicy,
      addWorkdays: (from, count) => addWorkdays(calendarChina, from, count).date,
      fee: (method, pages) =>
        method === 'pages'
          ? processingFee({ method: 'byPages', pages })
          : processingFee({
              method: 'byRequests',
              countBefore: this.begun.countBefore ?? 0,
              requests: 1,
            }),
      outcome: findOutcome,
      organ: (id) =>
        ({ education: { id, name: '区教育局' }, health: { id, name: '区卫生健康局' } })[id],
    };
  }

  get state() {
    return stateOf(this.events);
  }

  take(move: Step, who: Who = officer, minutes = 0): this {
    const written = step(this.state, move, this.context(who, minutes));
    for (const event of written) {
      const at = `${this.today}T03:00:00.000Z`;
      this.events = [...this.events, { ...event, seq: this.events.length + 1, at }];
    }
    return this;
  }

  /** Goes on to a day, or some days further. */
  on(day: string | number): this {
    this.today = typeof day === 'string' ? day : addDays(this.today, day);
    return this;
  }

  refuses(move: Step, article: RegExp, who: Who = officer, minutes = 0): void {
    assert.throws(
      () => step(this.state, move, this.context(who, minutes)),
      (error: unknown) => {
        assert.ok(error instanceof ProblemError);
        assert.equal(error.code, 'illegal-move');
        assert.match(error.facts.article ?? '', article);
        const { zh = '', en = '' } = error.facts.detail ?? {};
        assert.ok(zh.includes(error.facts.article ?? '?') && en !== '', zh);
        return true;
      },
    );
  }
}

const confirmed = (begun?: Begun) => new Paper(begun).take({ kind: 'confirm' });
const reply = (outcome: string, text = review): DeskMove => ({ kind: 'reply', outcome, text });
const askSupplement: DeskMove = { kind: 'askSupplement', text: '请写明年度', dueOn: '2026-09-22' };
const askReasons: DeskMove = { kind: 'askJustification', text: '请说明', dueOn: '2026-09-22' };
const consult: DeskMove = { kind: 'consult', consulted: 'thirdParty', party: '某公司' };
const consultOrgans: DeskMove = { kind: 'consult', consulted: 'organs', party: '区财政局' };
const extend: DeskMove = { kind: 'extend', workdays: 20, text: '需要检索档案', approvedBy: '王局' };
const byPages: DeskMove = { kind: 'noticeFee', method: 'pages', pages: 68 };

test('every kind of event can be written, and every status reached', () => {
  const papers = [
    new Paper().take({ kind: 'undo' }, 'applicant', 9),
    confirmed().take(askSupplement),
    confirmed().take(askSupplement).on(2).take({ kind: 'supplement', text: '2025年' }, 'applicant'),
    confirmed().take(askSupplement).on('2026-09-23').take({ kind: 'lapse' }),
    confirmed().take(askReasons),
    confirmed().take(askReasons).take({ kind: 'justify', text: '课题需要' }, 'applicant'),
    confirmed().take(consult),
    confirmed().take(consultOrgans),
    confirmed().take(consult).on(3).take({ kind: 'recordOpinion', of: 3, opinion: 'agrees' }),
    confirmed().take(extend).take(reply('disclosed')).take({ kind: 'archive' }),
    confirmed().take(byPages),
    confirmed().take(byPages).take({ kind: 'recordPayment' }),
    confirmed().take({ kind: 'adviseTransfer', text: '请向区卫生健康局提出', toOrganId: 'health' }),
    confirmed({ kind: 'correction' }).take({
      kind: 'correct',
      decision: 'corrected',
      text: '已更正',
    }),
    confirmed().take({ kind: 'withdraw' }, 'applicant'),
    confirmed().take(reply('disclosed')).take({ kind: 'recordReview', review: 'reconsideration' }),
    new Paper().take({ kind: 'note', text: '已电话联系' }, coordinator),
  ];
  const kinds = new Set(papers.flatMap(({ events }) => events.map(({ kind }) => kind)));
  assert.deepEqual(
    [...requestEventKinds].filter((kind) => !kinds.has(kind)),
    [],
  );
  // On the way to their end they pass through others.
  const passed = papers.flatMap(({ events }) => events.map((_, i) => events.slice(0, i + 1)));
  const statuses = new Set(passed.map((events) => stateOf(events).status));
  assert.deepEqual(
    [...requestStatuses].filter((status) => !statuses.has(status)),
    [],
  );
});

test('every outcome can be reached, each by the step it belongs to', () => {
  const ways: Partial<Record<string, () => Paper>> = {
    thirdPartyRights: () =>
      confirmed()
        .take(consult)
        .on(3)
        .take({ kind: 'recordOpinion', of: 3, opinion: 'objects' })
        .take(reply('thirdPartyRights')),
    stillUnclear: () =>
      confirmed()
        .take(askSupplement)
        .take({ kind: 'supplement', text: '都要' }, 'applicant')
        .take(reply('stillUnclear')),
    unreasonableRepetition: () =>
      confirmed().take(askReasons).on('2026-09-23').take(reply('unreasonableRepetition')),
    supplementLapsed: () =>
      confirmed().take(askSupplement).on('2026-09-23').take({ kind: 'lapse' }),
    feeLapsed: () => confirmed().take(byPages).on('2026-11-23').take({ kind: 'lapse' }),
    other: () => confirmed().take({ kind: 'withdraw' }),
  };
  for (const { code } of outcomes) {
    const paper = ways[code]?.() ?? confirmed().take(reply(code));
    assert.equal(paper.state.end?.outcome, code);
  }
});

describe('what the law does not allow is refused with its article', () => {
  const cases: [name: string, paper: () => Paper, move: Step, article: RegExp, who?: Who][] = [
    ['confirm twice', confirmed, { kind: 'confirm' }, /第三十一条/],
    ['anything before receipt', () => new Paper(), extend, /第三十一条/],
    ['a reply before receipt', () => new Paper(), reply('disclosed'), /第三十一条/],
    [
      'a second supplement',
      () =>
        confirmed().take(askSupplement).take({ kind: 'supplement', text: '2025年' }, 'applicant'),
      askSupplement,
      /第三十条/,
    ],
    [
      'a supplement after seven workdays',
      () => confirmed().on('2026-09-17'),
      { ...askSupplement, dueOn: '2026-09-30' },
      /第三十条/,
    ],
    ['no time to supplement', confirmed, { ...askSupplement, dueOn: '2026-09-07' }, /第三十条/],
    [
      'a supplement nobody asked',
      confirmed,
      { kind: 'supplement', text: '我补充' },
      /第三十条/,
      'applicant',
    ],
    [
      'a reply while the supplement is awaited',
      () => confirmed().take(askSupplement),
      reply('disclosed'),
      /第三十条/,
    ],
    [
      'reasons asked twice',
      () => confirmed().take(askReasons).take({ kind: 'justify', text: '因为' }),
      askReasons,
      /第三十五条/,
    ],
    ['no time for reasons', confirmed, { ...askReasons, dueOn: '2026-09-01' }, /第三十五条/],
    [
      'reasons nobody asked',
      confirmed,
      { kind: 'justify', text: '因为' },
      /第三十五条/,
      'applicant',
    ],
    [
      'a reply while reasons are awaited',
      () => confirmed().take(askReasons),
      reply('disclosed'),
      /第三十五条/,
    ],
    ['an unknown party', confirmed, { ...consult, consulted: 'neighbours' }, /第三十二条/],
    [
      'an opinion without a question',
      confirmed,
      { kind: 'recordOpinion', of: 1, opinion: 'agrees' },
      /第三十二条/,
    ],
    [
      'an opinion to another event',
      () => confirmed().take(consult),
      { kind: 'recordOpinion', of: 2, opinion: 'agrees' },
      /第三十二条/,
    ],
    [
      'an unknown opinion',
      () => confirmed().take(consultOrgans),
      { kind: 'recordOpinion', of: 3, opinion: 'maybe' },
      /第三十四条/,
    ],
    [
      'silence before the period of a third party ends',
      () => confirmed().take(consult).on(3),
      { kind: 'recordOpinion', of: 3, opinion: 'none' },
      /第三十二条/,
    ],
    [
      'silence before the period of organs ends',
      () => confirmed().take(consultOrgans).on(3),
      { kind: 'recordOpinion', of: 3, opinion: 'none' },
      /第三十四条/,
    ],
    [
      'a reply while a third party may still speak',
      () => confirmed().take(consult).on(3),
      reply('disclosed'),
      /第三十二条/,
    ],
    [
      'a reply while organs may still speak',
      () => confirmed().take(consultOrgans).on(3),
      reply('disclosed'),
      /第三十四条/,
    ],
    ['a second extension', () => confirmed().take(extend), extend, /第三十三条/],
    ['an extension of 21 workdays', confirmed, { ...extend, workdays: 21 }, /第三十三条/],
    ['an extension of nothing', confirmed, { ...extend, workdays: 0 }, /第三十三条/],
    [
      'an extension after the due day',
      () => confirmed().on('2026-12-01'),
      { ...extend, on: '2026-12-01' },
      /第三十三条/,
    ],
    [
      'a fee of nothing by pages',
      confirmed,
      { kind: 'noticeFee', method: 'pages', pages: 30 },
      /109号/,
    ],
    ['a fee of nothing by requests', confirmed, { kind: 'noticeFee', method: 'requests' }, /109号/],
    ['a fee by pages without pages', confirmed, { kind: 'noticeFee', method: 'pages' }, /109号/],
    ['a fee by an unknown method', confirmed, { kind: 'noticeFee', method: 'weight' }, /109号/],
    [
      'a fee by pages for reading on site',
      () => confirmed({ delivery: { form: 'onSite', way: 'pickUp' } }),
      byPages,
      /109号/,
    ],
    [
      'a second fee',
      () => confirmed().take(byPages).take({ kind: 'recordPayment' }),
      byPages,
      /109号/,
    ],
    [
      'a fee after the due day',
      () => confirmed().on('2026-12-01'),
      { ...byPages, on: '2026-12-01' },
      /109号/,
    ],
    ['a payment nobody asked', confirmed, { kind: 'recordPayment' }, /第四十二条/],
    [
      'a payment after its period',
      () => confirmed().take(byPages).on('2026-11-23'),
      { kind: 'recordPayment' },
      /109号/,
    ],
    [
      'a reply while the fee is awaited',
      () => confirmed().take(byPages),
      reply('disclosed'),
      /109号/,
    ],
    ['an unknown outcome', confirmed, reply('nonsense'), /第三十六条/],
    [
      'a second reply',
      () => confirmed().take(reply('disclosed')),
      reply('disclosed'),
      /第三十六条/,
    ],
    ['“still unclear” without a supplement', confirmed, reply('stillUnclear'), /第三十条/],
    [
      'withholding for a third party that was not asked',
      confirmed,
      reply('thirdPartyRights'),
      /第三十二条/,
    ],
    [
      'withholding for a third party that agrees',
      () => confirmed().take(consult).take({ kind: 'recordOpinion', of: 3, opinion: 'agrees' }),
      reply('thirdPartyRights'),
      /第三十二条/,
    ],
    [
      'refusing for frequency without asking why',
      confirmed,
      reply('unreasonableRepetition'),
      /第三十五条/,
    ],
    ['a reply that lets the supplement lapse', confirmed, reply('supplementLapsed'), /第三十条/],
    ['a reply that lets the fee lapse', confirmed, reply('feeLapsed'), /109号/],
    [
      'a refusal without 行政复议',
      confirmed,
      reply('stateSecret', '不予公开。'),
      /行政复议法》第二十三条/,
    ],
    [
      'a reply to a correction',
      () => confirmed({ kind: 'correction' }),
      reply('disclosed'),
      /第四十一条/,
    ],
    [
      'a correction of a disclosure',
      confirmed,
      { kind: 'correct', decision: 'corrected', text: '已更正' },
      /第四十一条/,
    ],
    [
      'an unknown decision',
      () => confirmed({ kind: 'correction' }),
      { kind: 'correct', decision: 'maybe', text: '。' },
      /第四十一条/,
    ],
    [
      'a correction passed on to nobody',
      () => confirmed({ kind: 'correction' }),
      { kind: 'correct', decision: 'transferred', text: '。' },
      /第四十一条/,
    ],
    [
      'advice to ask oneself',
      confirmed,
      { kind: 'adviseTransfer', text: '区教育局', toOrganId: 'education' },
      /第三十六条/,
    ],
    [
      'advice to ask an organ that is not there',
      confirmed,
      { kind: 'adviseTransfer', text: '某局', toOrganId: 'moon' },
      /第三十六条/,
    ],
    [
      'advice that does not name the organ',
      confirmed,
      { kind: 'adviseTransfer', text: '请另找', toOrganId: 'health' },
      /第三十六条/,
    ],
    [
      'withdrawing what was answered',
      () => confirmed().take(reply('disclosed')),
      { kind: 'withdraw' },
      /第三十六条/,
      'applicant',
    ],
    ['undoing what the office confirmed', confirmed, { kind: 'undo' }, /67号/, 'applicant'],
    ['a lapse of nothing', confirmed, { kind: 'lapse' }, /第三十条/],
    [
      'a lapse before the supplement is due',
      () => confirmed().take(askSupplement).on('2026-09-22'),
      { kind: 'lapse' },
      /第三十条/,
    ],
    [
      'a lapse before the fee is due',
      () => confirmed().take(byPages).on(5),
      { kind: 'lapse' },
      /109号/,
    ],
    [
      'a review of no answer',
      confirmed,
      { kind: 'recordReview', review: 'litigation' },
      /第五十一条/,
    ],
    [
      'an unknown review',
      () => confirmed().take(reply('disclosed')),
      { kind: 'recordReview', review: 'duel' },
      /第五十一条/,
    ],
    ['filing away what is not finished', confirmed, { kind: 'archive' }, /第四十五条/],
    [
      'filing away what was undone',
      () => new Paper().take({ kind: 'undo' }, 'applicant'),
      { kind: 'archive' },
      /第四十五条/,
    ],
    [
      'filing away twice',
      () => confirmed().take(reply('disclosed')).take({ kind: 'archive' }),
      { kind: 'archive' },
      /第四十五条/,
    ],
    ['a day in the future', () => new Paper(), { kind: 'confirm', on: '2026-09-08' }, /第四十五条/],
    [
      'a day before the last event',
      () => new Paper(),
      { kind: 'confirm', on: '2026-09-06' },
      /第四十五条/,
    ],
  ];
  for (const [name, paper, move, article, who] of cases) {
    test(name, () => paper().refuses(move, article, who));
  }

  test('undoing after ten minutes', () => {
    new Paper().take({ kind: 'undo' }, 'applicant', 10);
    new Paper().refuses({ kind: 'undo' }, /67号/, 'applicant', 11);
  });

  test('every step after the end but review, filing away and notes', () => {
    const kinds = deskMoveKinds.filter(
      (kind) => !['recordReview', 'archive', 'note'].includes(kind),
    );
    const ended = confirmed().take({ kind: 'withdraw' });
    for (const kind of kinds) {
      const move = { ...moveOf(kind, ended), on: ended.today } as Step;
      ended.refuses(move, /条例》第/);
    }
  });
});

test('who is not asked cannot act: applicants take their own steps, coordinators only note', () => {
  const forbidden = (move: Step, who: Who) =>
    assert.throws(
      () => step(confirmed().state, move, confirmed().context(who)),
      (error: unknown) => error instanceof ProblemError && error.code === 'forbidden',
    );
  forbidden(reply('disclosed'), 'applicant');
  forbidden({ kind: 'note', text: '。' }, 'applicant');
  forbidden({ kind: 'undo' }, officer);
  for (const kind of deskMoveKinds) {
    if (kind !== 'note') forbidden(moveOf(kind, confirmed()), coordinator);
  }
  assert.deepEqual(movesFor(confirmed().state, confirmed().context(coordinator)), ['note']);
});

test('a reply may be given when a consultation has run out unanswered, also against a third party', () => {
  const paper = confirmed().take(consult).on('2026-10-10');
  assert.ok(movesFor(paper.state, paper.context(officer)).includes('reply'));
  paper.take(reply('thirdPartyRights'));
  assert.equal(paper.state.status, 'replied');
});

test('those consulted have the time the clock gives them', () => {
  for (const asking of [consult, consultOrgans]) {
    const paper = confirmed().take(asking);
    const { otherDates } = runClock(paper.events, calendarChina, paper.today);
    const until = otherDates.find(({ kind }) => kind === 'consultationBy')?.on ?? '';
    const silent: DeskMove = { kind: 'recordOpinion', of: 3, opinion: 'none' };
    paper.on(until).refuses(silent, /第三十[二四]条/);
    paper.on(1).take(silent);
  }
});

test('an overdue request can be reviewed although it was never answered', () => {
  const paper = confirmed().on('2026-12-01').take({ kind: 'recordReview', review: 'litigation' });
  assert.ok(movesFor(paper.state, paper.context(officer)).includes('reply'));
});

test('a step may be entered for an earlier day, when it was still possible', () => {
  const paper = confirmed().on('2026-09-25');
  assert.ok(movesFor(paper.state, paper.context(officer)).includes('askSupplement'));
  paper.refuses({ ...askSupplement, dueOn: '2026-10-30' }, /第三十条/);
  paper.take({ ...askSupplement, on: '2026-09-14', dueOn: '2026-09-30' });
  assert.equal(paper.state.status, 'awaitingSupplement');
});

test('the fee of a request is what its place in the month costs, by one of the methods', () => {
  const amountOf = (begun: Begun, move: DeskMove) => confirmed(begun).take(move).events.at(-1);
  assert.equal(amountOf({}, byPages)?.amount, 38_000);
  const byRequests: DeskMove = { kind: 'noticeFee', method: 'requests' };
  assert.equal(amountOf({ countBefore: 10 }, byRequests)?.amount, 10_000);
  assert.equal(amountOf({ countBefore: 44 }, byRequests)?.amount, 30_000);
  assert.equal(amountOf({}, byPages)?.dueOn, addWorkdays(calendarChina, '2026-09-07', 20).date);
});

test('what is for the office only is not in what the applicant sees', () => {
  const paper = confirmed()
    .take(consult)
    .take({ kind: 'note', text: '内部' })
    .take(extend)
    .take({ kind: 'recordOpinion', of: 3, opinion: 'objects', text: '涉及商业秘密' });
  const seen = JSON.stringify(publicEvents(paper.events));
  for (const word of ['某公司', '内部', '王局', 'objects', '商业秘密', '"li"']) {
    assert.ok(!seen.includes(word), word);
  }
  assert.equal(publicEvents(paper.events).length, paper.events.length - 1);
});

/** Some move of a kind that is well formed. */
function moveOf(kind: StepKind, { today, state }: Paper, dice = 0): Step {
  const later = addDays(today, 5 + dice);
  const code = outcomes[dice % outcomes.length]?.code ?? 'disclosed';
  const open = state.consultations.find(({ opinion }) => opinion === undefined);
  const opinions = ['agrees', 'objects', 'none'] as const;
  const moves: { [K in StepKind]: Extract<Step, { kind: K }> } = {
    confirm: { kind: 'confirm' },
    askSupplement: { kind: 'askSupplement', text: '请补正', dueOn: later },
    supplement: { kind: 'supplement', text: '补正' },
    askJustification: { kind: 'askJustification', text: '请说明', dueOn: later },
    justify: { kind: 'justify', text: '理由' },
    consult: { kind: 'consult', consulted: dice % 2 ? 'organs' : 'thirdParty', party: '甲' },
    recordOpinion: {
      kind: 'recordOpinion',
      of: open?.seq ?? 1,
      opinion: opinions[dice % 3] ?? 'none',
    },
    extend: { kind: 'extend', workdays: 1 + (dice % 20), text: '复杂', approvedBy: '乙' },
    noticeFee: { kind: 'noticeFee', method: 'pages', pages: 20 + dice },
    recordPayment: { kind: 'recordPayment' },
    reply: { kind: 'reply', outcome: code, text: review },
    adviseTransfer: { kind: 'adviseTransfer', text: '区卫生健康局', toOrganId: 'health' },
    correct: { kind: 'correct', decision: 'corrected', text: '已更正' },
    withdraw: { kind: 'withdraw' },
    undo: { kind: 'undo' },
    lapse: { kind: 'lapse' },
    recordReview: { kind: 'recordReview', review: 'litigation' },
    archive: { kind: 'archive' },
    note: { kind: 'note', text: '记' },
  };
  return moves[kind];
}

test('any walk along possible steps keeps log, status and clock whole', () => {
  const everyKind: StepKind[] = [...new Set<StepKind>([...deskMoveKinds, ...applicantMoves])];
  const tries = fc.array(
    fc.record({
      pick: fc.nat(100),
      days: fc.nat(30),
      dice: fc.nat(60),
      isApplicant: fc.boolean(),
    }),
    { minLength: 5, maxLength: 25 },
  );
  const begun = fc.record({
    kind: fc.constantFrom<RequestKind>('disclosure', 'correction'),
    countBefore: fc.nat(40),
  });
  let taken = 0;
  fc.assert(
    fc.property(begun, tries, (how, list) => {
      const paper = new Paper(how);
      for (const { pick, days, dice, isApplicant } of list) {
        // The calendar ends with the year; beyond it the clock is provisional and must not fail.
        paper.on(days);
        const who = isApplicant ? 'applicant' : officer;
        const before = paper.events;
        const { end } = paper.state;
        const offered = movesFor(paper.state, paper.context(who));
        // Mostly along the way, sometimes against a wall.
        const kinds = pick % 3 === 0 || offered.length === 0 ? everyKind : offered;
        const kind = kinds[pick % kinds.length] ?? 'note';
        const isOwn = isApplicant
          ? (applicantMoves as readonly string[]).includes(kind)
          : kind !== 'undo';
        try {
          paper.take(moveOf(kind, paper, dice), who);
          taken++;
          assert.ok(offered.includes(kind), `${kind} was not offered`);
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          assert.equal(error.code, isOwn ? 'illegal-move' : 'forbidden');
          assert.ok(error.facts.article);
        }
        assert.deepEqual(paper.events.slice(0, before.length), before);
        const { status, lastOn } = paper.state;
        assert.ok((requestStatuses as readonly string[]).includes(status));
        assert.ok(lastOn <= paper.today);
        if (end) assert.deepEqual(paper.state.end, end, 'a request ends once');
        const clock = runClock(paper.events, calendarChina, paper.today);
        assert.equal(clock.state === 'stopped', paper.state.end !== undefined);
        const dates = paper.events.filter((one) => one.kind !== 'noted').map(({ on }) => on);
        assert.deepEqual(dates, [...dates].sort());
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(taken > 500, `${taken} steps were taken`);
});
