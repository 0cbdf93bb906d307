import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { calendarChina } from '@open-info/contract/calendar-china';
import {
  deskMoveKinds,
  type DeskFiling,
  type DeskMove,
  type DeskMoveKind,
  type DeskRequest,
} from '@open-info/contract/desk';
import { outcomes } from '@open-info/contract/outcomes-table';
import type { RequestReceipt, RequestSubmission, RequestView } from '@open-info/contract/requests';
import type { Upload } from '@open-info/contract/uploads';
import { signIn, type TestDesk } from '../../test/desk.ts';
import { post, residentId, submission, type Answered } from '../../test/requests.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { writeYear } from '../calendar/store.ts';
import { todayOf } from '../http/mount.ts';

let service: TestService;
let time = 0;
/** Sets the clock of the service: ten in the morning of a day in Shanghai. */
const setDay = (day: string) => (time = Date.parse(`${day}T10:00:00+08:00`));

let desk: TestDesk;
let coordinator: TestDesk;
before(async () => {
  setDay('2026-09-07');
  service = await startTestService({
    seeded: true,
    now: () => new Date(time),
    challengeAfter: 100_000,
    challengeOverall: 100_000,
    submitLimit: 100_000,
    trustProxy: 1,
  });
  desk = await signIn(service);
  coordinator = await signIn(service, {
    id: '吴协调',
    organId: 'administrative-approval',
    role: 'coordinator',
  });
});
after(() => service.close());
beforeEach(() => setDay('2026-09-07'));

let applicants = 100;
/** Each applicant is another one, so that no fee comes of what other tests filed. */
const own = (differs: Partial<RequestSubmission> = {}): RequestSubmission => {
  applicants += 1;
  const identity = { kind: 'residentId', number: residentId(applicants) };
  return submission({ applicant: { category: 'person', name: '赵小满', identity }, ...differs });
};
/** Each test is of an address of its own: the limits outlast its day. */
let tests = 0;
beforeEach(() => (tests += 1));
const ask = <T>(path: string, body: unknown) =>
  post<T>(service.url, path, body, { 'X-Forwarded-For': `10.1.0.${tests}` });
async function fileHere(differs: Partial<RequestSubmission> = {}): Promise<RequestReceipt> {
  const { status, body } = await ask<RequestReceipt>('/requests', own(differs));
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

/** Takes a step that has to be possible. */
async function take(number: string, move: DeskMove, by = desk): Promise<DeskRequest> {
  const { status, body } = await by.move(number, move);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

const filing = (differs: Partial<DeskFiling> = {}): DeskFiling => ({
  ...own(),
  channel: 'counter',
  arrivedOn: todayOf(new Date(time)),
  ...differs,
});

async function fileAtDesk(differs: Partial<DeskFiling> = {}, by = desk): Promise<string> {
  const { status, body } = await by.file(filing(differs));
  assert.equal(status, 200, JSON.stringify(body));
  return body.number;
}

const track = ({ number, code }: RequestReceipt) =>
  ask<RequestView>('/requests/track', { number, code });

const auditOf = (subject: string) =>
  service.service.db
    .selectFrom('audit')
    .select(['actor', 'action', 'facts'])
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute();

const review = '如不服，请先向江汉区人民政府申请行政复议。';
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1');

async function upload(name: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([pdf]), name);
  const answer = await fetch(`${service.url}/api/v1/uploads`, { method: 'POST', body: form });
  return ((await answer.json()) as Upload).token;
}

describe('who sees what', () => {
  test('without a token nothing is told', async () => {
    const { number } = await fileHere();
    for (const path of ['', `/${number}`, `/${number}/templates/disclosed`]) {
      const answer = await fetch(`${service.url}/api/v1/desk/requests${path}`);
      assert.equal(answer.status, 401, path);
    }
  });

  test('another organ’s request looks on every path like one that does not exist', async () => {
    const other = await signIn(service, { id: '王工', organId: 'civil-affairs' });
    const { number } = await fileHere({ attachments: [await upload('证明.pdf')] });
    const { attachments } = (await desk.get(number)).body;
    const before = await auditOf(number);
    const nothing = '2026-9999999-8';
    const paths = (of: string) => [
      [`/${of}`, 'GET', undefined],
      [`/${of}/templates/disclosed`, 'GET', undefined],
      [`/${of}/attachments/${attachments[0]?.id}`, 'GET', undefined],
      ...deskMoveKinds.map((kind) => [`/${of}/moves`, 'POST', moveOf(kind)] as const),
    ];
    for (const [i, [path, method, body]] of paths(number).entries()) {
      const answers = await Promise.all(
        [path, paths(nothing)[i]?.[0]].map((one) =>
          other.fetch(String(one), { method: String(method), body }),
        ),
      );
      const told = await Promise.all(
        answers.map(async (answer) => {
          const problem = (await answer.json()) as Record<string, unknown>;
          return { status: answer.status, problem: { ...problem, requestId: '' } };
        }),
      );
      assert.equal(told[0]?.status, 404, `${String(method)} ${String(path)}`);
      assert.deepEqual(told[0], told[1]);
    }
    assert.deepEqual(await auditOf(number), before);
    const list = await other.list('?state=all&limit=100');
    assert.ok(list.body.items.every(({ organ }) => organ.id === 'civil-affairs'));
    const refused = await other.list('?organ=education');
    assert.equal(refused.status, 403);
    assert.match(String(refused.body.detail), /本机关/);
  });

  test('a coordinator sees all and notes, and takes no other step', async () => {
    const { number } = await fileHere();
    const elsewhere = await fileHere({ organId: 'civil-affairs' });
    const { body } = await coordinator.list('?limit=100');
    const organs = new Set(body.items.map(({ organ }) => organ.id));
    assert.ok(organs.has('education') && organs.has('civil-affairs'));
    const one = await coordinator.list('?organ=civil-affairs&limit=100');
    assert.ok(one.body.items.some((item) => item.number === elsewhere.number));
    assert.ok(one.body.items.every(({ organ }) => organ.id === 'civil-affairs'));

    const seen = await coordinator.get(number);
    assert.deepEqual(seen.body.moves, ['note']);
    for (const kind of deskMoveKinds.filter((kind) => kind !== 'note')) {
      const { status, body: problem } = await coordinator.move(number, moveOf(kind));
      assert.equal(status, 403, kind);
      assert.match(String(problem.detail), /不能代替承办机关/);
      assert.match(String(problem.article), /《政府信息公开条例》/);
    }
    const filed = await coordinator.file(filing());
    assert.equal(filed.status, 403);

    await take(number, { kind: 'note', text: '请抓紧办理' }, coordinator);
    const { events } = (await desk.get(number)).body;
    const noted = events.at(-1);
    assert.deepEqual(
      [noted?.kind, noted?.actor, noted?.internal],
      ['noted', '吴协调', '请抓紧办理'],
    );
  });

  test('every look at personal data is in the audit: who, at what, when', async () => {
    const receipt = await fileHere({ attachments: [await upload('证明.pdf')] });
    const { number } = receipt;
    const { body } = await desk.get(number);
    assert.equal(body.particulars?.applicant.name, '赵小满');
    assert.equal(body.particulars.contact.phone, '13800001111');
    assert.equal(body.applicantName, '赵**');
    await coordinator.get(number);
    const [file] = body.attachments;
    const download = await desk.fetch(`/${number}/attachments/${file?.id}`);
    assert.equal(download.status, 200);
    assert.match(String(download.headers.get('content-disposition')), /^attachment;/);
    assert.deepEqual(Buffer.from(await download.arrayBuffer()), pdf);
    await desk.template(number, 'disclosed');
    const rows = await auditOf(number);
    assert.deepEqual(
      rows.slice(1).map(({ actor, action }) => `${actor} ${action}`),
      [
        '李工 request.viewed',
        '吴协调 request.viewed',
        '李工 request.fileViewed',
        '李工 request.letterBegun',
      ],
    );
    assert.ok(!JSON.stringify(rows).includes('赵小满'));
    // A list shows masked names only, and is no such look.
    const list = await desk.list('?limit=100');
    assert.ok(!JSON.stringify(list.body).includes('赵小满'));
    assert.ok(!JSON.stringify(list.body).includes('13800001111'));
    assert.equal((await auditOf(number)).length, rows.length);
  });
});

/** A step of each kind with nothing wrong in it but perhaps its moment. */
function moveOf(kind: DeskMoveKind): DeskMove {
  const text = `${review}请向江汉区民政局提出。`;
  const moves: { [K in DeskMoveKind]: Extract<DeskMove, { kind: K }> } = {
    confirm: { kind: 'confirm' },
    askSupplement: { kind: 'askSupplement', text: '请写明年份', dueOn: '2026-12-31' },
    supplement: { kind: 'supplement', text: '2025年' },
    askJustification: { kind: 'askJustification', text: '请说明理由', dueOn: '2026-12-31' },
    justify: { kind: 'justify', text: '需要比较各年的方案' },
    consult: { kind: 'consult', consulted: 'thirdParty', party: '某公司' },
    recordOpinion: { kind: 'recordOpinion', of: 1, opinion: 'agrees' },
    extend: { kind: 'extend', workdays: 20, text: '材料较多', approvedBy: '周局长' },
    noticeFee: { kind: 'noticeFee', method: 'pages', pages: 68 },
    recordPayment: { kind: 'recordPayment' },
    reply: { kind: 'reply', outcome: 'disclosed', text },
    adviseTransfer: { kind: 'adviseTransfer', text },
    correct: { kind: 'correct', decision: 'corrected', text },
    withdraw: { kind: 'withdraw' },
    lapse: { kind: 'lapse' },
    recordReview: { kind: 'recordReview', review: 'reconsideration' },
    archive: { kind: 'archive' },
    note: { kind: 'note', text: '已电话联系' },
  };
  return moves[kind];
}

describe('steps', () => {
  test('each can be taken, from receipt to the archive', async () => {
    const taken = new Set<string>();
    const go = async (number: string, move: DeskMove, day?: string) => {
      if (day !== undefined) setDay(day);
      taken.add(move.kind);
      return take(number, move);
    };
    const { number } = await fileHere();
    await go(number, moveOf('confirm'));
    await go(number, { ...moveOf('askSupplement'), dueOn: '2026-09-18' } as DeskMove, '2026-09-08');
    await go(number, moveOf('supplement'), '2026-09-09');
    await go(number, moveOf('askJustification'));
    await go(number, moveOf('justify'), '2026-09-10');
    const asked = await go(number, moveOf('consult'));
    assert.equal(asked.status, 'consultingThirdParty');
    const of = asked.events.at(-1)?.seq ?? 0;
    await go(number, { kind: 'recordOpinion', of, opinion: 'agrees' }, '2026-09-11');
    await go(number, moveOf('extend'));
    const charged = await go(number, moveOf('noticeFee'), '2026-09-14');
    assert.equal(charged.events.at(-1)?.amount, 38_000);
    assert.equal(charged.status, 'awaitingFee');
    await go(number, moveOf('recordPayment'), '2026-09-15');
    const replied = await go(number, moveOf('reply'), '2026-09-16');
    assert.deepEqual([replied.status, replied.outcome], ['replied', 'disclosed']);
    await go(number, moveOf('recordReview'), '2026-09-21');
    const archived = await go(number, moveOf('archive'));
    assert.equal(archived.status, 'archived');
    const noted = await go(number, moveOf('note'));
    assert.deepEqual(noted.moves, ['recordReview', 'note']);
    assert.ok(noted.events.every(({ at }) => at !== ''));

    const transferred = await fileAtDesk();
    assert.equal((await go(transferred, moveOf('adviseTransfer'))).outcome, 'notHeld');
    const correction = await fileAtDesk({
      kind: 'correction',
      correction: { wrong: '姓名写错', right: '见身份证' },
    });
    assert.equal((await go(correction, moveOf('correct'))).status, 'corrected');
    assert.equal((await desk.template(correction, 'disclosed')).status, 409);
    assert.equal((await go(await fileAtDesk(), moveOf('withdraw'))).status, 'withdrawn');
    const lapsed = await fileAtDesk();
    await go(lapsed, { ...moveOf('askSupplement'), dueOn: '2026-09-28' } as DeskMove);
    assert.equal((await go(lapsed, moveOf('lapse'), '2026-09-29')).outcome, 'supplementLapsed');
    assert.deepEqual([...taken].sort(), [...deskMoveKinds].sort());
  });

  const articles: Partial<Record<DeskMoveKind, string>> = {
    askSupplement: '第三十一条',
    supplement: '第三十条',
    askJustification: '第三十一条',
    justify: '第三十五条',
    consult: '第三十一条',
    recordOpinion: '第三十二条',
    extend: '第三十一条',
    noticeFee: '第三十一条',
    recordPayment: '第四十二条',
    reply: '第三十一条',
    adviseTransfer: '第三十一条',
    correct: '第四十一条',
    lapse: '第三十条',
    recordReview: '第五十一条',
    archive: '第四十五条',
  };

  test('what is not possible now is refused with its article, and offered by no view', async () => {
    const { number } = await fileHere();
    const { body } = await desk.get(number);
    assert.deepEqual(body.moves, ['confirm', 'withdraw', 'note']);
    for (const kind of deskMoveKinds) {
      const article = articles[kind];
      if (article === undefined) continue;
      const { status, body: problem } = await desk.move(number, moveOf(kind));
      assert.equal(status, 409, kind);
      assert.equal(problem.code, 'illegal-move');
      assert.ok(problem.article?.includes(article), `${kind}: ${problem.article}`);
      assert.ok(problem.detail?.includes(article), `${kind}: ${problem.detail}`);
    }
    await take(number, moveOf('confirm'));
    const again = await desk.move(number, moveOf('confirm'));
    assert.match(String(again.body.article), /第三十一条/);
    await take(number, moveOf('withdraw'));
    const ended = await desk.move(number, moveOf('withdraw'));
    assert.match(String(ended.body.article), /第三十六条/);
    assert.equal((await desk.get(number)).body.events.length, 3);
  });

  test('a repeated step is taken once; the same key for another is refused', async () => {
    const { number } = await fileHere();
    const first = await desk.move(number, moveOf('confirm'), 'key-of-the-step');
    const second = await desk.move(number, moveOf('confirm'), 'key-of-the-step');
    assert.deepEqual([first.status, second.status], [200, 200]);
    assert.equal(second.body.events.length, 2);
    const reused = await desk.move(number, moveOf('withdraw'), 'key-of-the-step');
    assert.equal(reused.status, 422);
  });

  test('of two steps at once that exclude each other one is taken', async () => {
    const number = await fileAtDesk();
    const answers = await Promise.all([
      desk.move(number, moveOf('reply')),
      desk.move(number, moveOf('withdraw')),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    const { events } = (await desk.get(number)).body;
    assert.equal(events.length, 3);
  });

  test('what is for the office only does not reach the applicant', async () => {
    const receipt = await fileHere();
    await take(receipt.number, moveOf('confirm'));
    await take(receipt.number, moveOf('consult'));
    await take(receipt.number, moveOf('extend'));
    await take(receipt.number, moveOf('note'));
    const { body } = await track(receipt);
    const said = JSON.stringify(body);
    for (const hidden of ['某公司', '周局长', '已电话联系', '李工'])
      assert.ok(!said.includes(hidden));
    assert.ok(said.includes('材料较多'));
  });
});

describe('outcomes', () => {
  /** What has to have happened before some outcomes. */
  const preparations: Record<string, (number: string) => Promise<void>> = {
    thirdPartyRights: async (number) => {
      const { events } = await take(number, moveOf('consult'));
      const of = events.at(-1)?.seq ?? 0;
      await take(number, { kind: 'recordOpinion', of, opinion: 'objects', text: '商业秘密' });
    },
    stillUnclear: async (number) => {
      await take(number, moveOf('askSupplement'));
      await take(number, moveOf('supplement'));
    },
    unreasonableRepetition: async (number) => {
      await take(number, moveOf('askJustification'));
      await take(number, moveOf('justify'));
    },
    supplementLapsed: async (number) => {
      await take(number, { ...moveOf('askSupplement'), dueOn: '2026-09-18' } as DeskMove);
      setDay('2026-09-21');
    },
    feeLapsed: async (number) => {
      await take(number, moveOf('noticeFee'));
      setDay('2026-10-20');
    },
  };

  for (const { code, label, reviewFirst } of outcomes) {
    test(`${label.zh} is reached with its letter`, async () => {
      const receipt = await fileHere();
      const { number } = receipt;
      await take(number, moveOf('confirm'));
      await preparations[code]?.(number);
      const { status, body: draft } = await desk.template(number, code);
      assert.equal(status, 200);
      for (const known of ['赵小满', '江汉区教育局', number, '2026年9月7日', '2025年义务教育']) {
        assert.ok(draft.text.includes(known), known);
      }
      assert.deepEqual(
        draft.open,
        [...new Set(draft.text.match(/〔\D+?〕/g))],
        'every open place is listed, and no other',
      );
      assert.ok(draft.open.length > 0);
      assert.ok(!/[{}]/.test(draft.text));
      const reconsideration = draft.text.indexOf('行政复议');
      const litigation = draft.text.indexOf('诉讼');
      assert.ok(reconsideration >= 0 && reconsideration < litigation);
      if (reviewFirst) assert.match(draft.text, /请先申请行政复议/);

      const unfilled = await desk.move(number, { kind: 'reply', outcome: code, text: draft.text });
      assert.deepEqual(
        [unfilled.status, unfilled.body.errors?.map(({ field }) => field)],
        [400, ['text']],
      );
      const text = draft.open.reduce((all, place) => all.replaceAll(place, '见附件'), draft.text);
      const move: DeskMove = code.endsWith('Lapsed')
        ? { kind: 'lapse' }
        : { kind: 'reply', outcome: code, text };
      const ended = await take(number, move);
      assert.equal(ended.outcome, code);
      assert.equal((await track(receipt)).body.status, ended.status);
    });
  }

  test('a letter that refuses and says nothing of 行政复议 is not sent', async () => {
    const number = await fileAtDesk();
    const { status, body } = await desk.move(number, {
      kind: 'reply',
      outcome: 'stateSecret',
      text: '不予公开。',
    });
    assert.equal(status, 409);
    assert.match(String(body.article), /《行政复议法》/);
  });

  test('an outcome that is none has no letter', async () => {
    const number = await fileAtDesk();
    assert.equal((await desk.template(number, 'valueOf')).status, 404);
    const refused = await desk.move(number, { kind: 'reply', outcome: 'valueOf', text: review });
    assert.equal(refused.status, 409);
  });

  test('files go with the reply, to the applicant too', async () => {
    const receipt = await fileHere();
    await take(receipt.number, moveOf('confirm'));
    const attachments = [await upload('答复附件.pdf')];
    const text = `现予公开，见附件。${review}`;
    const ended = await take(receipt.number, {
      kind: 'reply',
      outcome: 'partlyDisclosed',
      text,
      attachments,
    });
    assert.equal(ended.replyAttachments[0]?.name, '答复附件.pdf');
    const { reply } = (await track(receipt)).body;
    assert.deepEqual(reply?.attachments, ended.replyAttachments);
    assert.equal(reply.text, text);
  });
});

describe('the desk', () => {
  test('writes down what somebody says, and the day of receipt follows from the way it came', async () => {
    const receipt = await desk.file(filing({ dictated: true }), 'key-of-the-counter');
    assert.equal(receipt.status, 200);
    const again = (body: DeskFiling) => desk.file(body, 'key-of-the-counter');
    assert.equal((await again(filing())).status, 422);
    const { number } = receipt.body;
    const { body } = await desk.get(number);
    assert.deepEqual(
      [body.dictated, body.channel, body.receivedOn],
      [true, 'counter', '2026-09-07'],
    );
    assert.deepEqual(
      body.events.map(({ kind, on, actor }) => [kind, on, actor]),
      [
        ['submitted', '2026-09-07', '李工'],
        ['confirmed', '2026-09-07', '李工'],
      ],
    );
    assert.equal((await auditOf(number))[0]?.actor, '李工');
    assert.equal((await track(receipt.body)).status, 200);

    setDay('2026-09-09');
    const signedFor = await fileAtDesk({ channel: 'registeredPost', arrivedOn: '2026-09-08' });
    assert.equal((await desk.get(signedFor)).body.receivedOn, '2026-09-08');
    for (const channel of ['ordinaryPost', 'fax'] as const) {
      const letter = await fileAtDesk({ channel, arrivedOn: '2026-09-08' });
      assert.equal((await desk.get(letter)).body.receivedOn, undefined);
      const confirmed = await take(letter, moveOf('confirm'));
      assert.equal(confirmed.receivedOn, '2026-09-09');
    }
  });

  test('files the same once under one key', async () => {
    const body = filing();
    const [first, second] = await Promise.all([
      desk.file(body, 'one-key-for-two'),
      desk.file(body, 'one-key-for-two'),
    ]);
    assert.deepEqual([first.status, second.status], [200, 200]);
    assert.deepEqual(first.body, second.body);
  });

  test('says what is wrong with a filing, field by field', async () => {
    const fields = ({ body }: Answered<unknown>) => body.errors?.map(({ field }) => field);
    const late = await desk.file(filing({ arrivedOn: '2026-09-08', channel: 'online' }));
    assert.equal(late.status, 400);
    assert.deepEqual(fields(late), ['channel', 'arrivedOn']);
    const nameless = await desk.file(filing({ sought: {}, contact: {} }));
    assert.deepEqual(fields(nameless), ['sought.name', 'contact.phone']);
    const others = await desk.file(filing({ organId: 'civil-affairs' }));
    assert.equal(others.status, 403);
  });

  test('charges by the requests of the month, or by pages', async () => {
    const identity = { kind: 'passport', number: 'E12345678' };
    const applicant = { category: 'person', name: '钱大满', identity };
    const numbers: string[] = [];
    for (let i = 0; i < 11; i += 1) numbers.push(await fileAtDesk({ applicant }));
    const [first = '', , , , , , , , , , last = ''] = numbers;
    const free = await desk.move(first, { kind: 'noticeFee', method: 'requests' });
    assert.equal(free.status, 409);
    assert.match(String(free.body.article), /国办函〔2020〕109号/);
    const { body } = await desk.get(last);
    assert.equal(body.requestsThisMonth, 11);
    const charged = await take(last, { kind: 'noticeFee', method: 'requests' });
    const notice = charged.events.at(-1);
    assert.deepEqual([notice?.amount, notice?.dueOn], [10_000, '2026-10-10']);
    // Requests of another month begin anew.
    setDay('2026-10-08');
    const next = await fileAtDesk({ applicant, arrivedOn: '2026-10-08' });
    assert.equal((await desk.get(next)).body.requestsThisMonth, 1);
  });
});

test('time for a third party does not count: received 9 July, asked and answered over 国庆', async () => {
  const { number } = await fileHere();
  const confirmed = await take(number, moveOf('confirm'));
  assert.equal(confirmed.dueOn, '2026-10-10');
  setDay('2026-09-14');
  const asked = await take(number, moveOf('consult'));
  assert.equal(asked.paused, true);
  setDay('2026-10-12');
  const of = asked.events.at(-1)?.seq ?? 0;
  const answered = await take(number, { kind: 'recordOpinion', of, opinion: 'agrees' });
  assert.deepEqual(
    [answered.dueOn, answered.paused, answered.overdue],
    ['2026-11-02', undefined, false],
  );
  setDay('2026-11-03');
  const late = (await desk.get(number)).body;
  assert.deepEqual([late.overdue, late.daysLeft], [true, -1]);
});

describe('the work list', () => {
  let clerk: TestDesk;
  const numbersOf = async (query: string) => {
    const { status, body } = await clerk.list(query);
    assert.equal(status, 200, JSON.stringify(body));
    return body.items.map(({ number }) => number);
  };
  const at = (organId: string, differs: Partial<DeskFiling>) =>
    fileAtDesk({ organId, ...differs }, clerk);

  test('shows what is due first, around 国庆', async () => {
    const organId = 'finance';
    clerk = await signIn(service, { id: '孙工', organId });
    setDay('2026-10-09');
    const paused = await at(organId, { arrivedOn: '2026-09-07' });
    await take(paused, moveOf('consult'), clerk);
    const soon = await at(organId, { arrivedOn: '2026-09-07' });
    const later = await at(organId, { arrivedOn: '2026-09-24' });
    assert.deepEqual(await numbersOf('?due=soon'), [soon]);
    const near = (await clerk.get(soon)).body;
    assert.deepEqual([near.dueOn, near.daysLeft, near.dueSoon], ['2026-10-10', 1, true]);

    setDay('2026-10-12');
    const last = await at(organId, { arrivedOn: '2026-10-10' });
    const fax = await at(organId, { channel: 'fax', arrivedOn: '2026-10-11' });
    const online = (await fileHere({ organId })).number;
    const letter = await at(organId, { channel: 'ordinaryPost', arrivedOn: '2026-10-09' });
    const done = await at(organId, { arrivedOn: '2026-10-12' });
    await take(done, moveOf('reply'), clerk);

    const { body } = await clerk.list();
    assert.deepEqual(
      body.items.map(({ number, dueOn }) => [number, dueOn]),
      [
        [soon, '2026-10-10'],
        [later, '2026-10-29'],
        [last, '2026-11-06'],
        [letter, undefined],
        [fax, undefined],
        [online, undefined],
        [paused, (await clerk.get(paused)).body.dueOn],
      ],
    );
    assert.deepEqual(body.counts, { open: 7, dueSoon: 0, overdue: 1, paused: 1, unconfirmed: 3 });
    assert.equal(body.total, 7);
    assert.equal(body.asOf, '2026-10-12');
    assert.deepEqual(await numbersOf('?due=overdue'), [soon]);
    assert.deepEqual(await numbersOf('?status=submitted'), [letter, fax, online]);
    assert.deepEqual(await numbersOf('?state=closed'), [done]);
    assert.deepEqual(await numbersOf('?status=replied'), [done]);
    assert.equal((await numbersOf('?state=all')).length, 8);
  });

  test('is one list in pages, unfinished then finished', async () => {
    const organId = 'civil-affairs';
    clerk = await signIn(service, { id: '王工', organId });
    const numbers: string[] = [];
    for (let i = 0; i < 7; i += 1) numbers.push(await at(organId, {}));
    for (const number of numbers.slice(0, 4)) await take(number, moveOf('withdraw'), clerk);
    const whole = await numbersOf('?state=all&limit=100');
    for (const limit of [1, 2, 3, 5]) {
      const paged: string[] = [];
      let cursor = '';
      do {
        const { body } = await clerk.list(`?state=all&limit=${limit}${cursor}`);
        assert.ok(body.items.length <= limit);
        assert.equal(body.total, whole.length);
        paged.push(...body.items.map(({ number }) => number));
        cursor = body.next === undefined ? '' : `&cursor=${body.next}`;
      } while (cursor !== '');
      assert.deepEqual(paged, whole);
    }
    const first = await clerk.list('?state=all&limit=1');
    const foreign = await clerk.list(`?state=open&limit=1&cursor=${first.body.next}`);
    assert.equal(foreign.status, 400);
    assert.equal(foreign.body.code, 'bad-cursor');
    const last = await clerk.list('?state=closed&limit=1');
    const parts = JSON.parse(
      Buffer.from(String(last.body.next), 'base64url').toString(),
    ) as string[];
    const forged = ['9999-99-99 1', '2026-10-01', '2026-10-01 1\0', ''].map((after) =>
      Buffer.from(JSON.stringify([parts[0], 'closed', after])).toString('base64url'),
    );
    for (const cursor of forged) {
      assert.equal((await clerk.list(`?state=closed&limit=1&cursor=${cursor}`)).status, 400);
    }
    for (const cursor of ['x', 'W10', Buffer.from('["a","closed","z"]').toString('base64url')]) {
      assert.equal((await clerk.list(`?cursor=${cursor}`)).status, 400, cursor);
    }
  });

  test('follows a new day, a new event and a changed calendar at once', async () => {
    const organId = 'health';
    clerk = await signIn(service, { id: '郑工', organId });
    const number = await at(organId, {});
    const line = async () => (await clerk.list()).body.items[0];
    assert.deepEqual([(await line())?.dueOn, (await line())?.daysLeft], ['2026-10-10', 20]);
    setDay('2026-09-08');
    assert.equal((await line())?.daysLeft, 19);
    await take(number, moveOf('extend'), clerk);
    assert.deepEqual([(await line())?.dueOn, (await line())?.daysLeft], ['2026-11-06', 39]);
    const body = calendarChina.years.find(({ year }) => year === 2026);
    assert.ok(body);
    const off = [{ date: '2026-09-10', name: '测试' }];
    const local = [{ reason: '测试', url: 'https://example.gov.cn/', off, worked: [] }];
    await service.service.db.transaction().execute((trx) => writeYear(trx, { body, local }));
    try {
      assert.equal((await line())?.daysLeft, 39);
      assert.equal((await line())?.dueOn, '2026-11-09');
    } finally {
      await service.service.db.deleteFrom('calendar_years').execute();
    }
  });

  test('is not what was undone', async () => {
    const organId = 'housing';
    clerk = await signIn(service, { id: '冯工', organId });
    // Later than any day before: limits do not count backwards.
    setDay('2026-10-21');
    const { number, code } = await fileHere({ organId });
    assert.deepEqual(await numbersOf(''), [number]);
    assert.equal((await ask('/requests/undo', { number, code })).status, 200);
    assert.deepEqual(await numbersOf('?state=all'), []);
  });
});

test('no log line holds what belongs to a person', () => {
  const lines = JSON.stringify(service.lines);
  for (const private_ of ['赵小满', '钱大满', '13800001111', 'E12345678', residentId(101)]) {
    assert.ok(!lines.includes(private_), private_);
  }
});
