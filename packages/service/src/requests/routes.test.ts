import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Challenge } from '@open-info/contract/challenge';
import {
  readQueryCode,
  readReceiptNumber,
  receiptNumber,
} from '@open-info/contract/receipt-number';
import type {
  RequestReceipt,
  RequestRules,
  RequestSubmission,
  RequestView,
} from '@open-info/contract/requests';
import type { Upload } from '@open-info/contract/uploads';
import type { Watched } from '@open-info/contract/watch';
import { fileOne, post, residentId, submission, type Answered } from '../../test/requests.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import type { Officer } from '../access/officer.ts';
import type { Step } from './life.ts';
import { takeStep } from './steps.ts';
import { loadRequest } from './store.ts';

const officer: Officer = { id: 'li', organId: 'education', role: 'officer' };
/** Goes on and never back: limits remember. The tests that need days stand last. */
let time = Date.parse('2026-09-07T02:00:00.000Z');
let service: TestService;

const relaxed = { challengeAfter: 100_000, challengeOverall: 100_000, submitLimit: 100_000 };

before(async () => {
  service = await startTestService({
    seeded: true,
    now: () => new Date(time),
    trustProxy: 1,
    ...relaxed,
  });
});
after(() => service.close());

const later = (minutes: number) => (time += minutes * 60_000);
const day = 24 * 60;
const from = (address: string) => ({ 'X-Forwarded-For': address });
let lastKey = 0;
const newKey = () => `key-of-this-test-${(lastKey += 1)}`;
const keyed = (key = newKey()) => ({ 'Idempotency-Key': key });

/** Each test is of another address and another applicant: the limits outlast its day. */
let tests = 0;
let home = from('10.0.0.1');
beforeEach(() => {
  tests += 1;
  home = from(`10.1.${tests >> 8}.${tests & 255}`);
});
const own = (differs: Partial<RequestSubmission> = {}): RequestSubmission =>
  submission({
    applicant: {
      category: 'person',
      name: '赵小满',
      identity: { kind: 'residentId', number: residentId(tests) },
    },
    ...differs,
  });

const submit = (body: unknown, headers: Record<string, string> = {}) =>
  post<RequestReceipt>(service.url, '/requests', body, { ...home, ...headers });
const fileHere = async (differs: Partial<RequestSubmission> = {}): Promise<RequestReceipt> => {
  const { status, body } = await submit(own(differs));
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
const keyOf = ({ number, code }: RequestReceipt) => ({ number, code });
const track = (receipt: RequestReceipt, headers: Record<string, string> = {}) =>
  post<RequestView>(service.url, '/requests/track', keyOf(receipt), {
    ...home,
    ...headers,
  });
const act = (
  path: 'supplement' | 'justify' | 'withdraw' | 'undo',
  receipt: RequestReceipt,
  more: object = {},
  headers: Record<string, string> = {},
) =>
  post<RequestView>(
    service.url,
    `/requests/${path}`,
    { ...keyOf(receipt), ...more },
    { ...home, ...headers },
  );

/** A step of the office. */
async function office({ number }: RequestReceipt, ...moves: Step[]): Promise<void> {
  for (const move of moves) {
    const request = await loadRequest(service.service, number);
    assert.ok(request);
    await takeStep(service.service, request, move, officer, undefined);
  }
}

async function viewOf(receipt: RequestReceipt): Promise<RequestView> {
  const { status, body } = await track(receipt);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

function assertRefused({ status, body }: Answered<unknown>, article: RegExp): void {
  assert.equal(status, 409, JSON.stringify(body));
  assert.equal(body.code, 'illegal-move');
  assert.match(body.article ?? '', article);
  assert.ok(body.detail?.includes(body.article ?? '?'));
}

async function upload(content = '附件内容', name = '附件.txt'): Promise<Upload> {
  const form = new FormData();
  form.set('file', new Blob([content]), name);
  const answer = await fetch(`${service.url}/api/v1/uploads`, { method: 'POST', body: form });
  assert.equal(answer.status, 200);
  return (await answer.json()) as Upload;
}

const countFiled = async () =>
  (await service.service.db.selectFrom('requests').select('number').execute()).length;

describe('filing', () => {
  test('gives a receipt that opens the request', async () => {
    const receipt = await fileHere();
    assert.equal(readReceiptNumber(receipt.number), receipt.number);
    assert.equal(readQueryCode(receipt.code), receipt.code);
    assert.equal(receipt.organ.id, 'education');
    assert.equal(receipt.channel, 'online');
    assert.equal(Date.parse(receipt.undoUntil) - Date.parse(receipt.submittedAt), 600_000);
    assert.deepEqual(
      receipt.events.map(({ seq, kind, on, by }) => ({ seq, kind, on, by })),
      [{ seq: 1, kind: 'submitted', on: '2026-09-07', by: 'applicant' }],
    );
    const view = await viewOf(receipt);
    assert.equal(view.status, 'submitted');
    assert.equal(view.applicantName, '赵**');
    assert.equal(view.dueOn, undefined);
    assert.deepEqual(view.moves, ['undo', 'withdraw']);
    assert.deepEqual(view.sought, { name: '2025年义务教育学区划分方案' });
  });

  test('the same key gives the same receipt, another body under it is refused', async () => {
    const headers = keyed();
    const first = await submit(own(), headers);
    const filed = await countFiled();
    later(30);
    const again = await submit(own(), headers);
    assert.deepEqual(again.body, first.body);
    const other = await submit(own({ contact: { phone: '13800002222' } }), headers);
    assert.equal(other.status, 422);
    assert.equal(other.body.code, 'key-reused');
    assert.equal(await countFiled(), filed);
    // What happens to a request meanwhile is not the receipt's matter.
    await office(first.body, { kind: 'confirm' });
    assert.deepEqual((await submit(own(), headers)).body, first.body);
  });

  test('of many at once under one key one is filed, and all get its receipt', async () => {
    const headers = keyed();
    const before = await countFiled();
    const all = await Promise.all(Array.from({ length: 12 }, () => submit(own(), headers)));
    assert.equal(await countFiled(), before + 1);
    for (const one of all) assert.deepEqual(one.body, all[0]?.body);
    const bodies = ['13800000001', '13800000002'].map((phone) =>
      submission({ contact: { phone } }),
    );
    const two = keyed();
    const answers = await Promise.all(bodies.map((body) => submit(body, two)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422]);
    assert.equal(await countFiled(), before + 2);
  });

  test('without a key each is filed once', async () => {
    const before = await countFiled();
    const [one, two] = [await submit(own()), await submit(own())];
    assert.notEqual(one.body.number, two.body.number);
    assert.notEqual(one.body.code, two.body.code);
    assert.equal(await countFiled(), before + 2);
  });

  test('an organisation is named in full, by its kind and with who represents it', async () => {
    const receipt = await fileHere({
      applicant: {
        category: 'business',
        name: '武汉示例科技有限公司',
        identity: { kind: 'creditCode', number: '91350100M000100Y43' },
        representative: '钱大有',
      },
    });
    const view = await viewOf(receipt);
    assert.equal(view.applicantName, '武汉示例科技有限公司');
    assert.equal(view.applicantCategory, 'business');
    assert.ok(!JSON.stringify(view).includes('钱大有'));
  });

  test('papers whose numbers have no form to check are taken as written', async () => {
    for (const kind of ['passport', 'hkMacaoPermit', 'taiwanPermit', 'foreignResident', 'other']) {
      const { status } = await submit(
        submission({
          applicant: { category: 'person', name: 'Ana', identity: { kind, number: 'X-1 ²' } },
        }),
      );
      assert.equal(status, 200, kind);
    }
  });

  test('a program that fills in what nobody sees is refused without being told why', async () => {
    const before = await countFiled();
    const { status, body } = await submit({ ...own(), website: 'https://example.com' });
    assert.equal(status, 400);
    assert.equal(body.code, 'bad-body');
    assert.equal(body.errors, undefined);
    assert.ok(!JSON.stringify(body).includes('website'));
    assert.equal(await countFiled(), before);
  });
});

describe('what a submission lacks is told by field, with what would be right', () => {
  const good = submission();
  const person = good.applicant;
  const longText = '长'.repeat(2_001);
  const cases: [name: string, body: unknown, field: string][] = [
    ['no organ', { ...good, organId: '' }, 'organId'],
    ['an organ that is not there', { ...good, organId: 'moon' }, 'organId'],
    ['an unknown kind', { ...good, kind: 'wish' }, 'kind'],
    ['no applicant', { ...good, applicant: undefined }, 'applicant'],
    [
      'an unknown category',
      { ...good, applicant: { ...person, category: 'martian' } },
      'applicant.category',
    ],
    ['no name', { ...good, applicant: { ...person, name: ' ' } }, 'applicant.name'],
    [
      'a name too long',
      { ...good, applicant: { ...person, name: '赵'.repeat(101) } },
      'applicant.name',
    ],
    [
      'a control character',
      { ...good, applicant: { ...person, name: '赵\u0007满' } },
      'applicant.name',
    ],
    ['half a character', { ...good, applicant: { ...person, name: '赵\ud800' } }, 'applicant.name'],
    ['a name that is a number', { ...good, applicant: { ...person, name: 7 } }, 'applicant.name'],
    [
      'a wrong check character of a person',
      {
        ...good,
        applicant: { ...person, identity: { kind: 'residentId', number: '420103199003070019' } },
      },
      'applicant.identity.number',
    ],
    [
      'a wrong check character of an organisation',
      {
        ...good,
        applicant: {
          category: 'business',
          name: '公司',
          identity: { kind: 'creditCode', number: '91350100M000100Y44' },
          representative: '钱',
        },
      },
      'applicant.identity.number',
    ],
    [
      'an unknown paper',
      { ...good, applicant: { ...person, identity: { kind: 'libraryCard', number: '1' } } },
      'applicant.identity.kind',
    ],
    [
      'a number too long',
      { ...good, applicant: { ...person, identity: { kind: 'other', number: '1'.repeat(41) } } },
      'applicant.identity.number',
    ],
    [
      'no representative of an organisation',
      { ...good, applicant: { ...person, category: 'research' } },
      'applicant.representative',
    ],
    ['no way to be reached', { ...good, contact: {} }, 'contact.phone'],
    ['no telephone number', { ...good, contact: { phone: 'call me' } }, 'contact.phone'],
    ['no e-mail', { ...good, contact: { email: 'x@' } }, 'contact.email'],
    ['an address too long', { ...good, contact: { address: '路'.repeat(201) } }, 'contact.address'],
    [
      'a postcode too long',
      { ...good, contact: { phone: '13800001111', postcode: '4'.repeat(11) } },
      'contact.postcode',
    ],
    [
      'a contact too long',
      { ...good, contact: { phone: '13800001111', person: '人'.repeat(51) } },
      'contact.person',
    ],
    [
      'a reply by e-mail without one',
      { ...good, delivery: { form: 'electronic', way: 'email' } },
      'contact.email',
    ],
    [
      'a reply by post without an address',
      { ...good, delivery: { form: 'paper', way: 'post' } },
      'contact.address',
    ],
    [
      'a reply by fax without a number',
      { ...good, contact: { email: 'a@b.cn' }, delivery: { form: 'paper', way: 'fax' } },
      'contact.phone',
    ],
    ['an unknown form', { ...good, delivery: { form: 'song', way: 'online' } }, 'delivery.form'],
    ['an unknown way', { ...good, delivery: { form: 'paper', way: 'pigeon' } }, 'delivery.way'],
    ['nothing sought', { ...good, sought: {} }, 'sought.name'],
    ['a name of it too long', { ...good, sought: { name: '文'.repeat(201) } }, 'sought.name'],
    [
      'a document number too long',
      { ...good, sought: { documentNumber: '号'.repeat(61) } },
      'sought.documentNumber',
    ],
    [
      'a description too long',
      { ...good, sought: { description: longText } },
      'sought.description',
    ],
    ['a correction of nothing', { ...good, kind: 'correction' }, 'correction.wrong'],
    [
      'a correction too long',
      { ...good, kind: 'correction', correction: { wrong: '错'.repeat(1_001), right: '对' } },
      'correction.wrong',
    ],
    [
      'a correction into nothing',
      { ...good, kind: 'correction', correction: { wrong: '错', right: ' ' } },
      'correction.right',
    ],
    [
      'an agent without a number',
      { ...good, agent: { name: '孙', identity: { kind: 'residentId', number: '1' }, phone: '1' } },
      'agent.identity.number',
    ],
    [
      'an agent without a telephone',
      { ...good, agent: { name: '孙', identity: person.identity, phone: ' ' } },
      'agent.phone',
    ],
    ['an unknown help', { ...good, assistance: { needs: ['song'] } }, 'assistance.needs.0'],
    [
      'a note too long',
      { ...good, assistance: { needs: ['other'], note: '注'.repeat(201) } },
      'assistance.note',
    ],
    ['a purpose, which nobody may ask', { ...good, purpose: '研究' }, 'purpose'],
    [
      'a field of the applicant there is not',
      { ...good, applicant: { ...person, age: 30 } },
      'applicant.age',
    ],
    ['an upload there is not', { ...good, attachments: ['x'.repeat(32)] }, 'attachments'],
    [
      'too many uploads',
      { ...good, attachments: Array.from({ length: 6 }, (_, i) => `token${i}`) },
      'attachments',
    ],
  ];
  for (const [name, body, field] of cases) {
    test(name, async () => {
      const before = await countFiled();
      const answers = [await submit(body), await submit(body, { 'Accept-Language': 'en' })];
      for (const { status, body: problem } of answers) {
        assert.equal(status, 400, JSON.stringify(problem));
        assert.equal(problem.code, 'bad-body');
        const error = problem.errors?.find((one) => one.field === field);
        assert.ok(error, `${field} is not among ${JSON.stringify(problem.errors)}`);
        assert.notEqual(error.message, '');
      }
      assert.equal(await countFiled(), before);
    });
  }
});

describe('organs that take no requests say so, with the article and who to ask', () => {
  const refuse = async (organId: string) => {
    const { status, body } = await submit(own({ organId }));
    assert.equal(status, 400);
    assert.equal(body.errors?.[0]?.field, 'organId');
    return body;
  };
  const organs = async (kind: string) => {
    const answer = await fetch(`${service.url}/api/v1/organs?kind=${kind}`);
    return ((await answer.json()) as { items: { id: string; areaCode: string }[] }).items;
  };

  test('a public enterprise has rules of its own (art. 55)', async () => {
    const [enterprise] = await organs('publicEnterprise');
    if (!enterprise) {
      await service.service.db
        .insertInto('organs')
        .values({
          id: 'water-works',
          name: '江汉区供水公司',
          short_name: null,
          kind: 'publicEnterprise',
          area_code: '420103',
          aliases: [],
          office: JSON.stringify({ name: '客户服务中心', phone: '027-00009999' }),
          fictitious: true,
          position: 9_000,
        })
        .execute();
    }
    const body = await refuse(enterprise?.id ?? 'water-works');
    assert.match(body.article ?? '', /第五十五条/);
    assert.match(body.errors?.[0]?.expected ?? '', /\d{3,}/);
  });

  test('a community belongs to a street office, which is named', async () => {
    const [street] = await organs('street');
    assert.ok(street);
    await service.service.db
      .insertInto('organs')
      .values({
        id: 'a-community',
        name: '某社区居民委员会',
        short_name: null,
        kind: 'community',
        area_code: `${street.areaCode.slice(0, 9)}001`,
        aliases: [],
        office: null,
        fictitious: true,
        position: 9_001,
      })
      .execute();
    const body = await refuse('a-community');
    assert.ok(body.errors?.[0]?.expected?.includes(street.id));
  });

  test('a party department is no administrative organ', async () => {
    const [party] = await organs('party');
    assert.ok(party);
    assert.ok((await refuse(party.id)).article);
  });
});

describe('who may see it', () => {
  test('a wrong code and a number that is not there answer alike', async () => {
    const receipt = await fileHere();
    const other = await fileHere();
    const address = from('192.0.2.1');
    const wrong = await track({ ...receipt, code: other.code }, address);
    const absent = await track({ ...receipt, number: receiptNumber(2031, 1) }, address);
    const plain = ({ status, body }: Answered<object>) => ({
      status,
      body: { ...body, requestId: '' },
    });
    assert.equal(wrong.status, 404);
    assert.deepEqual(plain(wrong), plain(absent));
  });

  test('what cannot be a number or a code is told without looking', async () => {
    const receipt = await fileHere();
    const fieldOf = ({ status, body }: Answered<object>) => [status, body.errors?.[0]?.field];
    assert.deepEqual(fieldOf(await track({ ...receipt, number: '2026-0000123-0' })), [
      400,
      'number',
    ]);
    assert.deepEqual(fieldOf(await track({ ...receipt, code: 'SHORT' })), [400, 'code']);
    // As people write them.
    const typed = { number: receipt.number.replaceAll('-', ' '), code: receipt.code.toLowerCase() };
    assert.equal((await track({ ...receipt, ...typed })).status, 200);
  });

  test('wrong codes close the number to who sent them, for longer each time', async () => {
    const receipt = await fileHere();
    const wrong = { ...receipt, code: '00000-00000' };
    const address = from('192.0.2.2');
    const tries: number[] = [];
    for (let i = 0; i < 7; i++) tries.push((await track(wrong, address)).status);
    assert.equal(tries[0], 404);
    assert.equal(tries.at(-1), 429);
    const closed = await track(receipt, address);
    assert.equal(closed.status, 429);
    assert.equal(closed.body.code, 'too-many-requests');
    const wait = Number(closed.headers.get('retry-after'));
    assert.ok(wait > 0);
    assert.match(closed.body.detail ?? '', /\d/);
    // Whoever else has the code is not locked out with it.
    assert.equal((await track(receipt, from('192.0.2.3'))).status, 200);
    time += (wait + 1) * 1_000;
    assert.equal((await track(receipt, address)).status, 200);
    assert.equal((await track(receipt, address)).status, 200);
  });

  test('one address cannot try number after number', async () => {
    const address = from('192.0.2.4');
    let status = 0;
    for (let i = 1; i < 200 && status !== 429; i++) {
      const guess = { number: receiptNumber(2031, i), code: '99999-99999' };
      ({ status } = await post(service.url, '/requests/track', guess, address));
    }
    assert.equal(status, 429);
  });
});

describe('limits', () => {
  let strict: TestService;
  before(async () => {
    strict = await startTestService({
      seeded: true,
      now: () => new Date(time),
      trustProxy: 1,
      challengeAfter: 100,
      challengeOverall: 100,
      submitLimit: 3,
    });
  });
  after(() => strict.close());

  const file = (applicant: number, address: string, key?: string) =>
    post<RequestReceipt>(
      strict.url,
      '/requests',
      submission({
        applicant: {
          category: 'person',
          name: '赵',
          identity: { kind: 'residentId', number: residentId(applicant) },
        },
      }),
      { ...from(address), ...(key && keyed(key)) },
    );

  test('by address, announced and with the time to try again', async () => {
    const first = await file(10, '198.51.100.1', 'the-first-filing');
    assert.match(first.headers.get('ratelimit') ?? '', /"requests\.submit";r=2/);
    await file(11, '198.51.100.1');
    await file(12, '198.51.100.1');
    const refused = await file(13, '198.51.100.1');
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    // A repeated filing is none.
    const again = await file(10, '198.51.100.1', 'the-first-filing');
    assert.deepEqual(again.body, first.body);
    assert.equal((await file(13, '198.51.100.2')).status, 200);
  });

  test('by applicant, from wherever', async () => {
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push((await file(20, `203.0.113.${i + 1}`)).status);
    assert.deepEqual(answers, [200, 200, 200, 429]);
  });
});

test('numbers follow one another, and begin anew with the year in Shanghai', async () => {
  let at = '2026-12-31T15:59:00.000Z';
  const own = await startTestService({ seeded: true, ...relaxed, now: () => new Date(at) });
  try {
    const numbers = [];
    for (at of [at, at, '2026-12-31T16:00:00.000Z', '2027-01-01T02:00:00.000Z']) {
      numbers.push((await fileOne(own.url)).number.slice(0, 12));
    }
    assert.deepEqual(numbers, ['2026-0000001', '2026-0000002', '2027-0000001', '2027-0000002']);
  } finally {
    await own.close();
  }
});

test('how an office counts is told with the rules and with every request', async () => {
  const clockPolicy = { sendingDayCounts: false };
  const own = await startTestService({ seeded: true, ...relaxed, clockPolicy });
  try {
    const answer = await fetch(`${own.url}/api/v1/requests/rules`);
    assert.deepEqual(((await answer.json()) as RequestRules).policy, clockPolicy);
    const { number, code } = await fileOne(own.url);
    const { body } = await post<RequestView>(own.url, '/requests/track', { number, code });
    assert.deepEqual(body.policy, clockPolicy);
  } finally {
    await own.close();
  }
});

test('a proof of work is asked for, taken once, and again for the same filing', async () => {
  const guarded = await startTestService({ seeded: true, ...relaxed, challengeAfter: 0 });
  try {
    const send = (body: RequestSubmission, key: string) =>
      post<RequestReceipt>(guarded.url, '/requests', body, keyed(key));
    const bare = await send(submission(), 'first-filing');
    assert.equal(bare.status, 403);
    assert.equal(bare.body.code, 'challenge-required');
    const answer = await fetch(`${guarded.url}/api/v1/challenge`);
    const challenge = (await answer.json()) as Challenge;
    const number = Array.from({ length: challenge.maxnumber + 1 }, (_, n) => n).find(
      (n) =>
        createHash('sha256').update(`${challenge.salt}${n}`).digest('hex') === challenge.challenge,
    );
    const { algorithm, challenge: digest, salt, signature } = challenge;
    const solution = Buffer.from(
      JSON.stringify({ algorithm, challenge: digest, salt, signature, number }),
    ).toString('base64');
    const filed = await send(submission({ challenge: solution }), 'first-filing');
    assert.equal(filed.status, 200, JSON.stringify(filed.body));
    const again = await send(submission({ challenge: solution }), 'first-filing');
    assert.deepEqual(again.body, filed.body);
    assert.equal((await send(submission({ challenge: solution }), 'other-filing')).status, 403);
  } finally {
    await guarded.close();
  }
});

describe('what an applicant does', () => {
  test('undoes within ten minutes, and nothing personal is left', async () => {
    const receipt = await fileHere();
    later(9);
    const headers = keyed();
    const undone = await act('undo', receipt, {}, headers);
    assert.equal(undone.status, 200);
    assert.equal(undone.body.status, 'undone');
    assert.equal(undone.body.dueOn, undefined);
    assert.equal((await act('undo', receipt, {}, headers)).body.status, 'undone');
    assertRefused(await act('undo', receipt), /条例》第三十六条/);
    const view = await viewOf(receipt);
    assert.deepEqual([view.applicantName, view.sought, view.moves], ['*', {}, []]);
    const request = await loadRequest(service.service, receipt.number);
    assert.ok(request);
    assert.equal(request.particulars, undefined);
    assert.equal(request.applicant, undefined);
  });

  test('cannot undo after ten minutes or when it was confirmed, and is told to withdraw', async () => {
    const late = await fileHere();
    later(11);
    assert.deepEqual((await viewOf(late)).moves, ['withdraw']);
    assertRefused(await act('undo', late), /67号/);
    const confirmed = await fileHere();
    await office(confirmed, { kind: 'confirm' });
    assertRefused(await act('undo', confirmed), /67号/);
  });

  test('withdraws once, until the answer', async () => {
    const receipt = await fileHere();
    const headers = keyed();
    const { body } = await act('withdraw', receipt, {}, headers);
    assert.equal(body.status, 'withdrawn');
    const again = await act('withdraw', receipt, {}, headers);
    assert.equal(again.body.events.length, 2);
    assertRefused(await act('withdraw', receipt), /第三十六条/);
    const answered = await fileHere();
    await office(
      answered,
      { kind: 'confirm' },
      { kind: 'reply', outcome: 'disclosed', text: '见附件。' },
    );
    assertRefused(await act('withdraw', answered), /第三十六条/);
  });

  test('gives the reasons that were asked for', async () => {
    const receipt = await fileHere();
    assertRefused(await act('justify', receipt, { text: '因为' }), /第三十五条/);
    await office(
      receipt,
      { kind: 'confirm' },
      { kind: 'askJustification', text: '请说明理由', dueOn: '2026-09-20' },
    );
    const { moves, expected } = await viewOf(receipt);
    assert.deepEqual([moves, expected?.action], [['withdraw', 'justify'], 'justify']);
    const { body } = await act('justify', receipt, { text: '课题研究' });
    assert.equal(body.status, 'confirmed');
    assert.equal(body.events.at(-1)?.text, '课题研究');
  });

  test('one of two supplements at once is taken', async () => {
    const receipt = await fileHere();
    await office(
      receipt,
      { kind: 'confirm' },
      { kind: 'askSupplement', text: '请写明年度', dueOn: '2026-09-22' },
    );
    const answers = await Promise.all(
      ['一', '二', '三'].map((text) => act('supplement', receipt, { text })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409]);
    const { events } = await viewOf(receipt);
    assert.equal(events.filter(({ kind }) => kind === 'supplemented').length, 1);
  });

  test('text too long, missing or broken is told by its field', async () => {
    const receipt = await fileHere();
    for (const text of ['', '字'.repeat(2_001), 'a\u0000b', undefined]) {
      for (const path of ['supplement', 'justify'] as const) {
        const { status, body } = await act(path, receipt, { text });
        assert.deepEqual([status, body.errors?.[0]?.field], [400, 'text']);
      }
    }
  });
});

describe('the view', () => {
  test('shows the fee that is awaited', async () => {
    const receipt = await fileHere();
    await office(receipt, { kind: 'confirm' }, { kind: 'noticeFee', method: 'pages', pages: 68 });
    const { status, expected } = await viewOf(receipt);
    assert.equal(status, 'awaitingFee');
    assert.deepEqual(expected, { action: 'pay', by: '2026-10-10', amount: 38_000 });
  });

  test('shows the reply with its files and the remedies, 复议 first where the law says so', async () => {
    const { token } = await upload('原件', '答复附件.txt');
    const refused = await fileHere();
    await office(
      refused,
      { kind: 'confirm' },
      {
        kind: 'reply',
        outcome: 'stateSecret',
        text: '不予公开；如不服，请先申请行政复议。',
        attachments: [token],
      },
    );
    const { status, reply, events, daysLeft } = await viewOf(refused);
    assert.equal(status, 'replied');
    assert.equal(daysLeft, undefined);
    assert.equal(reply?.outcome, 'stateSecret');
    assert.equal(reply.label, '属于国家秘密');
    assert.match(reply.articles.join(), /第十四条/);
    assert.deepEqual(
      reply.remedies.map(({ kind, until, first }) => [kind, until, first]),
      [
        ['reconsideration', '2026-11-06', true],
        ['litigation', undefined, undefined],
        ['complaint', undefined, undefined],
      ],
    );
    assert.equal(events.at(-1)?.text, undefined);
    const given = await fileHere();
    await office(
      given,
      { kind: 'confirm' },
      { kind: 'reply', outcome: 'disclosed', text: '如下。' },
    );
    const open = (await viewOf(given)).reply?.remedies ?? [];
    assert.deepEqual(open.map(({ until, first }) => [until, first]).slice(0, 2), [
      ['2026-11-06', undefined],
      ['2027-03-08', undefined],
    ]);
    const file = reply.attachments[0];
    assert.equal(file?.name, '答复附件.txt');
    const download = await fetch(`${service.url}/api/v1/requests/attachment`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...keyOf(refused), id: file.id }),
    });
    assert.equal(download.status, 200);
    assert.match(download.headers.get('content-disposition') ?? '', /^attachment/);
    assert.equal(await download.text(), '原件');
    // Another request's key does not open it.
    const stranger = await post(service.url, '/requests/attachment', {
      ...keyOf(given),
      id: file.id,
    });
    assert.equal(stranger.status, 404);
  });

  test('advice to ask another organ is an answer, and so is a decision on a correction', async () => {
    const elsewhere = await fileHere();
    await office(
      elsewhere,
      { kind: 'confirm' },
      { kind: 'adviseTransfer', text: '请向江汉区卫生健康局提出。' },
    );
    assert.equal((await viewOf(elsewhere)).reply?.outcome, 'notHeld');
    const correction = await fileHere({
      kind: 'correction',
      correction: { wrong: '登记的面积是 50', right: '应为 60，见产权证' },
    });
    await office(
      correction,
      { kind: 'confirm' },
      { kind: 'correct', decision: 'corrected', text: '已经更正。' },
    );
    const { status, reply } = await viewOf(correction);
    assert.equal(status, 'corrected');
    assert.equal(reply?.label, '予以更正');
    assert.match(reply.articles.join(), /第四十一条/);
  });
});

test('a filing that fails leaves nothing: no number, no upload is used up', async () => {
  const first = await fileHere();
  const good = await upload();
  const mixed = own({ attachments: [good.token, 'y'.repeat(32)] });
  assert.equal((await submit(mixed)).body.errors?.[0]?.field, 'attachments');
  const next = await fileHere({ attachments: [good.token] });
  assert.equal(Number(next.number.slice(5, 12)), Number(first.number.slice(5, 12)) + 1);
  const taken = await submit(own({ attachments: [good.token] }));
  assert.equal(taken.body.errors?.[0]?.field, 'attachments');
});

test('the rules of the form are those the service keeps', async () => {
  const answer = await fetch(`${service.url}/api/v1/requests/rules`);
  const rules = (await answer.json()) as RequestRules;
  assert.equal(rules.undoMinutes, 10);
  assert.equal(rules.retentionDays, 1_095);
  assert.ok(rules.uploads.kinds.some(({ type }) => type === 'application/pdf'));
});

describe('as days go by', () => {
  test('its tag changes when something happens, and with the day', async () => {
    const receipt = await fileHere();
    const { watch } = await viewOf(receipt);
    const tag = async () => {
      const answer = await fetch(`${service.url}/api/v1/watch/${watch.ticket}`);
      return ((await answer.json()) as Watched).tag;
    };
    assert.equal(await tag(), watch.tag);
    await office(receipt, { kind: 'confirm' });
    const confirmed = await tag();
    assert.notEqual(confirmed, watch.tag);
    later(20 * 60);
    assert.notEqual(await tag(), confirmed);
  });

  test('supplements what was asked, and the period begins anew', async () => {
    const receipt = await fileHere();
    assertRefused(await act('supplement', receipt, { text: '补充' }), /第三十条/);
    await office(
      receipt,
      { kind: 'confirm' },
      { kind: 'askSupplement', text: '请写明年度', dueOn: '2026-09-22' },
    );
    const asked = await viewOf(receipt);
    assert.equal(asked.status, 'awaitingSupplement');
    assert.deepEqual(asked.expected, {
      action: 'supplement',
      by: '2026-09-22',
      text: '请写明年度',
    });
    assert.equal(asked.paused, true);
    later(3 * day);
    const { token } = await upload();
    const body = { text: '要2025年的', attachments: [token] };
    const headers = keyed();
    const given = await act('supplement', receipt, body, headers);
    assert.equal(given.body.status, 'confirmed');
    assert.equal(given.body.dueOn, '2026-10-15');
    assert.equal(given.body.expected, undefined);
    assert.deepEqual(
      given.body.attachments.map(({ name }) => name),
      ['附件.txt'],
    );
    const again = await act('supplement', receipt, body, headers);
    assert.equal(again.body.events.length, given.body.events.length);
    const other = await act('supplement', receipt, { text: '别的' }, headers);
    assert.equal(other.body.code, 'key-reused');
    assertRefused(await act('supplement', receipt, { text: '还有' }), /第三十条/);
  });

  test('what lapsed shows why, and when the answer was due', async () => {
    const receipt = await fileHere();
    await office(
      receipt,
      { kind: 'confirm' },
      { kind: 'askSupplement', text: '请写明年度', dueOn: '2026-09-28' },
    );
    later(18 * day);
    await office(receipt, { kind: 'lapse' });
    const { status, events, moves } = await viewOf(receipt);
    assert.deepEqual([status, events.at(-1)?.outcome, moves], ['lapsed', 'supplementLapsed', []]);
  });
});
