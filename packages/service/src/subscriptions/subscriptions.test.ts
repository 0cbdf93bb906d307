import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { SubscriptionRules } from '@open-info/contract/subscriptions';
import { signIn } from '../../test/desk.ts';
import { caseCode, hall, lifeOf, push } from '../../test/exchange.ts';
import { startMailServer, type MailServer } from '../../test/mail-server.ts';
import { fileOne, post, submission } from '../../test/requests.ts';
import type { TestService } from '../../test/service.ts';
import {
  byToken,
  eventually,
  follow,
  orderOf,
  page,
  publishOne,
  startPushService,
  subscribe,
  testClock,
  tokenIn,
} from '../../test/subscriptions.ts';
import { runRetention } from '../retention/run.ts';
import { consent } from './consent.ts';

const hour = 3_600_000;
const clock = testClock('2026-09-07T10:00:00+08:00');
let mail: MailServer;
let service: TestService;
before(async () => {
  mail = await startMailServer();
  service = await startPushService(mail, {
    now: clock.now,
    exchange: [hall],
    push: {
      page,
      service: 'https://open.example.gov.cn',
      progress: 'https://www.example.gov.cn/progress.html',
    },
  });
});
after(async () => {
  mail.close();
  await service.close();
});

let serial = 0;
/** An address nobody else of these tests has. */
const address = () => `u${(serial += 1)}@example.cn`;
const lettersTo = (to: string) => mail.mails.filter((one) => one.to.includes(to));
const letterTo = async (to: string, nth: number) => {
  await eventually(() => lettersTo(to).length >= nth);
  const letter = lettersTo(to)[nth - 1];
  assert.ok(letter);
  return letter;
};
const consentsOf = async (token: string) => {
  const rows = await service.service.db
    .selectFrom('subscription_consents')
    .selectAll()
    .where('subscription_id', '=', token.split('.')[0] ?? '')
    .orderBy('seq')
    .execute();
  return rows;
};

test('the rules say by which channels and to which text one agrees', async () => {
  const answer = await fetch(`${service.url}/api/v1/subscriptions/rules`);
  const rules = (await answer.json()) as SubscriptionRules;
  assert.deepEqual(rules.channels, ['email', 'webhook']);
  assert.equal(rules.consent.version, consent.version);
  assert.equal(rules.confirmHours, 24);
  assert.deepEqual(rules.quiet, { from: '22:00', to: '08:00' });
});

describe('double opt-in', () => {
  test('nothing is sent before the link of the message was confirmed; consent is logged', async () => {
    const to = address();
    const { status, body } = await subscribe(service.url, { to: ` ${to.toUpperCase()} ` });
    assert.equal(status, 200);
    assert.deepEqual(body, {
      to: 'U***@example.cn',
      channel: 'email',
      confirmBy: '2026-09-08T02:00:00.000Z',
    });
    const asked = await letterTo(to.toUpperCase().replace('EXAMPLE.CN', 'example.cn'), 1);
    assert.equal(asked.subject, '请确认订阅：政策主题“养老服务”');
    assert.match(asked.text, /2026年9月8日 10:00前有效/);
    assert.ok(asked.text.includes(`${page}#confirm=`));
    assert.equal(asked.headers['list-unsubscribe'], undefined);
    assert.equal(asked.headers['auto-submitted'], 'auto-generated');
    const token = tokenIn(asked.text, 'confirm');
    const pending = await byToken(service.url, 'view', token);
    assert.equal(pending.body.state, 'pending');

    await publishOne(service, 'before');
    await eventually(async () => {
      const rows = await service.service.db
        .selectFrom('outbox_changes')
        .select('followed')
        .where('subject', '=', 'before')
        .execute();
      return rows.length === 1 && rows.every(({ followed }) => followed);
    });
    const confirmed = await byToken(service.url, 'confirm', token);
    assert.equal(confirmed.status, 200);
    assert.equal(confirmed.body.state, 'active');
    assert.equal(confirmed.body.subject.label, '政策主题“养老服务”');
    assert.equal(confirmed.body.to, 'U***@example.cn');
    assert.deepEqual(confirmed.body.quiet, { from: '22:00', to: '08:00' });
    // Confirmed again it is what it was.
    assert.deepEqual((await byToken(service.url, 'confirm', token)).body, confirmed.body);
    const log = await consentsOf(token);
    assert.deepEqual(
      log.map(({ event, consent: version }) => `${event} ${version}`),
      [`agreed ${consent.version}`, `confirmed ${consent.version}`],
    );

    clock.pass(1_000);
    await publishOne(service, 'first');
    const news = await letterTo('U1@example.cn', 2);
    assert.equal(news.subject, '新发布：《关于first的通知》');
    assert.ok(news.text.includes('https://www.example.gov.cn/zwgk/first.html'));
    assert.ok(!news.text.includes('before'));
    assert.ok(news.text.includes(`${page}#stop=`));
    assert.ok(news.text.includes(`${page}#manage=${token}`));
  });

  test('what nobody confirmed in a day is erased, with the trace of its consent', async () => {
    const to = address();
    await subscribe(service.url, { to });
    const token = tokenIn((await letterTo(to, 1)).text, 'confirm');
    assert.equal((await consentsOf(token)).length, 1);
    clock.pass(24 * hour);
    assert.equal((await byToken(service.url, 'confirm', token)).status, 404);
    await runRetention(service.service);
    assert.equal((await byToken(service.url, 'view', token)).status, 404);
    assert.deepEqual(await consentsOf(token), []);
  });

  test('the answer is the same whether or not an address follows it, and who does is told', async () => {
    const to = address();
    const { body: first } = await subscribe(service.url, { to });
    const token = tokenIn((await letterTo(to, 1)).text, 'confirm');
    // A second message asks again: the first may have been lost.
    assert.deepEqual((await subscribe(service.url, { to })).body, first);
    assert.equal(tokenIn((await letterTo(to, 2)).text, 'confirm'), token);
    await byToken(service.url, 'confirm', token);
    assert.deepEqual((await subscribe(service.url, { to })).body, first);
    const told = await letterTo(to, 3);
    assert.equal(told.subject, '您已订阅：政策主题“养老服务”');
    assert.equal(tokenIn(told.text, 'manage'), token);
  });

  test('the same order under the same key is one order', async () => {
    const to = address();
    const headers = { 'Idempotency-Key': randomUUID() };
    const [first, second] = await Promise.all([
      subscribe(service.url, { to }, headers),
      subscribe(service.url, { to }, headers),
    ]);
    assert.equal(first.status, 200);
    assert.deepEqual(first.body, second.body);
    const other = await subscribe(service.url, { to: address() }, headers);
    assert.equal(other.body.code, 'key-reused');
    await letterTo(to, 1);
    const rows = await service.service.db
      .selectFrom('subscription_messages')
      .select('id')
      .where('kind', '=', 'confirm')
      .where('state', '=', 'waiting')
      .execute();
    assert.deepEqual(rows, []);
    assert.equal(lettersTo(to).length, 1);
  });
});

describe('stopping', () => {
  test('is one step by the link; the address is erased at once and nothing more is sent', async () => {
    const to = address();
    const token = await follow(service, mail, { to });
    clock.pass(1_000);
    await publishOne(service, 'stop-link');
    const { text, headers } = await letterTo(to, 2);
    assert.match(
      headers['list-unsubscribe'] ?? '',
      /^<https:\/\/open\.example\.gov\.cn\/api\/v1\/subscriptions\/stop\//,
    );
    assert.equal(headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click');
    const stopToken = tokenIn(text, 'stop');
    const { body } = await byToken(service.url, 'stop', stopToken);
    assert.equal(body.state, 'stopped');
    assert.equal(body.to, '***');
    assert.equal((await byToken(service.url, 'stop', stopToken)).body.state, 'stopped');
    const row = await service.service.db
      .selectFrom('subscriptions')
      .select('address')
      .where('id', '=', token.split('.')[0] ?? '')
      .executeTakeFirstOrThrow();
    assert.equal(row.address, null);
    assert.equal((await consentsOf(token)).at(-1)?.event, 'stopped');
    clock.pass(1_000);
    const other = address();
    await follow(service, mail, { to: other });
    clock.pass(1_000);
    await publishOne(service, 'after-stop');
    await letterTo(other, 2);
    assert.equal(lettersTo(to).length, 2);
    // Whoever wants it again orders it again.
    await follow(service, mail, { to });
  });

  test('is one click of a mail program; its token opens nothing else', async () => {
    const to = address();
    const token = await follow(service, mail, { to });
    clock.pass(1_000);
    await publishOne(service, 'one-click');
    const { headers } = await letterTo(to, 2);
    const named = (headers['list-unsubscribe'] ?? '').slice(1, -1);
    const stopToken = named.slice(named.lastIndexOf('/') + 1);
    for (const what of ['view', 'confirm', 'change'] as const) {
      assert.equal((await byToken(service.url, what, stopToken)).status, 404);
    }
    const address2 = named.replace('https://open.example.gov.cn', service.url);
    // Looking at it, as programs do that look for harm, ends nothing.
    const looked = await fetch(address2, { redirect: 'manual' });
    assert.equal(looked.status, 303);
    assert.equal(looked.headers.get('location'), `${page}#stop=${stopToken}`);
    assert.equal((await byToken(service.url, 'view', token)).body.state, 'active');
    const answer = await fetch(address2, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    assert.equal(answer.status, 200);
    assert.deepEqual(await answer.json(), { state: 'stopped' });
    assert.equal((await byToken(service.url, 'view', token)).body.state, 'stopped');
    const wrong = await fetch(`${address2}x`, { method: 'POST' });
    assert.equal(wrong.status, 404);
  });

  test('leaves a trace of consent and withdrawal alone after a month, and nothing after three years', async () => {
    const to = address();
    const token = await follow(service, mail, { to });
    await byToken(service.url, 'stop', token);
    clock.pass(31 * 24 * hour);
    await runRetention(service.service);
    assert.equal((await byToken(service.url, 'view', token)).status, 404);
    assert.equal((await consentsOf(token)).length, 3);
    clock.pass(1_100 * 24 * hour);
    await runRetention(service.service);
    assert.deepEqual(await consentsOf(token), []);
  });
});

test('quiet hours and language are changed by the holder', async () => {
  const token = await follow(service, mail, { to: address() });
  const quiet = { from: '12:00', to: '14:00' };
  const changed = await byToken(service.url, 'change', token, { quiet, language: 'en' });
  assert.deepEqual(changed.body.quiet, quiet);
  assert.equal(changed.body.subject.label, 'the policy topic "养老服务"');
  const none = await byToken(service.url, 'change', token, {
    quiet: { from: '00:00', to: '00:00' },
  });
  assert.equal(none.body.quiet, undefined);
  const wrong = await byToken(service.url, 'change', token, {
    quiet: { from: '25:00', to: '08:00' },
  });
  assert.equal(wrong.status, 400);
});

describe('quiet hours', () => {
  test('run over midnight; what comes meanwhile is told as one when they end', async () => {
    clock.set('2030-03-04T21:00:00+08:00');
    const to = address();
    await follow(service, mail, { to });
    clock.set('2030-03-04T23:30:00+08:00');
    await publishOne(service, 'late-one');
    clock.set('2030-03-05T02:00:00+08:00');
    await publishOne(service, 'late-two');
    await eventually(async () => {
      const rows = await service.service.db
        .selectFrom('subscription_notices as n')
        .innerJoin('outbox_changes as c', 'c.id', 'n.change_id')
        .select('n.due_at')
        .where('c.subject', 'in', ['late-one', 'late-two'])
        .where('n.message_id', 'is', null)
        .execute();
      return (
        rows.length >= 2 &&
        rows.every(({ due_at }) => Date.parse(due_at) === Date.parse('2030-03-05T08:00+08:00'))
      );
    });
    clock.set('2030-03-05T07:59:00+08:00');
    const early = address();
    await follow(service, mail, { to: early, quiet: { from: '01:00', to: '01:00' } });
    clock.pass(1_000);
    await publishOne(service, 'early');
    await letterTo(early, 2);
    assert.equal(lettersTo(to).length, 1);
    clock.set('2030-03-05T08:00:00+08:00');
    const digest = await letterTo(to, 2);
    assert.equal(digest.subject, '政策主题“养老服务”有 3 条更新');
    for (const id of ['late-one', 'late-two', 'early']) assert.ok(digest.text.includes(id), id);
    assert.equal(lettersTo(to).length, 2);
  });
});

describe('a request', () => {
  test('is followed by number and code; the message holds a masked number and no person', async () => {
    clock.set('2030-04-01T10:00:00+08:00');
    const receipt = await fileOne(service.url);
    const to = address();
    const subject = { kind: 'case', id: receipt.number, code: receipt.code };
    await follow(service, mail, { to, subject });
    const wrong = await subscribe(service.url, {
      to: address(),
      subject: { ...subject, code: 'K7M3Q-9TXWP' },
    });
    assert.equal(wrong.status, 404);
    clock.pass(1_000);
    const desk = await signIn(service);
    await desk.move(receipt.number, { kind: 'note', text: '只给机关看' });
    await desk.move(receipt.number, { kind: 'confirm' });
    const { subject: title, text, source } = await letterTo(to, 2);
    assert.match(title, /^机关已确认收到：申请 2030-\*{5}\d\d-\d$/);
    assert.ok(text.includes('https://www.example.gov.cn/progress.html'));
    const { applicant, contact, sought } = submission();
    const said = `${source} ${text} ${title}`;
    const hidden = [applicant.name, applicant.identity.number, contact.phone, sought.name];
    for (const word of [...hidden, receipt.number, receipt.code, '只给机关看']) {
      assert.ok(word !== undefined && !said.includes(word), word);
    }
  });
});

describe('a case', () => {
  test('is followed by number and code, told of without a person, and let go when it is erased', async () => {
    clock.set('2030-05-06T10:00:00+08:00');
    const number = 'JH-2030-000777';
    const [submitted, received, accepted] = lifeOf(number);
    const send = async (...records: unknown[]) => {
      const { status, body } = await push(service.url, records, { at: clock.now() });
      assert.deepEqual([status, body.refused], [200, []]);
    };
    await send({ ...submitted, at: '20300506T090000' });
    const to = address();
    const subject = { kind: 'case', id: number, code: caseCode };
    const token = await follow(service, mail, { to, subject });
    const wrong = { ...subject, code: 'WRONGCODE' };
    assert.equal((await subscribe(service.url, { to: address(), subject: wrong })).status, 404);
    clock.pass(1_000);
    await send({ ...accepted, at: '20300506T093000' });
    const { subject: title, text, source } = await letterTo(to, 2);
    assert.match(title, /：办件 JH-20\*{2}-\*{3}777$/);
    for (const word of ['钱多多', number, caseCode]) {
      assert.ok(!`${source} ${text} ${title}`.includes(word), word);
    }
    // Told once, however often the system says it.
    await send({ ...accepted, at: '20300506T093000' });
    clock.pass(1_000);
    await send({ ...received, at: '20300506T091500' }, ...ended(number));
    await letterTo(to, 3);
    assert.equal(lettersTo(to).length, 3);

    clock.set('2034-05-06T10:00:00+08:00');
    await runRetention(service.service);
    assert.equal((await byToken(service.url, 'view', token)).body.state, 'stopped');
  });

  const ended = (number: string) =>
    lifeOf(number)
      .slice(-1)
      .map((record) => ({ ...record, at: '20300506T110000' }));
});

describe('an order', () => {
  const refused = async (differs: Parameters<typeof orderOf>[0], field: string) => {
    const { status, body } = await subscribe(service.url, differs);
    assert.equal(status, 400, JSON.stringify(body));
    assert.ok(
      body.errors?.some((one) => one.field === field),
      `${field} is not in ${JSON.stringify(body.errors)}`,
    );
    return body;
  };

  test('that is not right is refused by field', async () => {
    await refused({ to: 'wang' }, 'to');
    await refused({ to: '' }, 'to');
    await refused({ channel: 'sms', to: '13800001111' }, 'channel');
    await refused({ channel: 'webhook', to: 'http://example.cn/hook' }, 'to');
    await refused({ channel: 'webhook', to: 'https://10.0.0.1/hook' }, 'to');
    await refused({ channel: 'webhook', to: 'https://user:pass@example.cn/hook' }, 'to');
    await refused(
      { subject: { kind: 'topic', id: '点这里领奖 https://bad.example' } },
      'subject.id',
    );
    await refused({ subject: { kind: 'document', id: 'none' } }, 'subject.id');
    await refused({ subject: { kind: 'weather', id: 'x' } }, 'subject.kind');
    await refused({ subject: { kind: 'case', id: '2026-0000001-8' } }, 'subject.code');
    await refused({ language: 'fr' }, 'language');
    await refused({ quiet: { from: '22:00', to: '8' } }, 'quiet.to');
    const { article } = await refused({ consent: '2020-01' }, 'consent');
    assert.equal(article, '《个人信息保护法》第十四条');
  });

  test('of a program that fills in what nobody sees is refused without saying why', async () => {
    const { status, body } = await subscribe(service.url, { website: 'https://bad.example' });
    assert.equal(status, 400);
    assert.equal(body.errors, undefined);
  });

  test('fills nobody’s mailbox: six in a day for one address, whoever orders', async () => {
    const to = address();
    for (let i = 0; i < 6; i += 1) assert.equal((await subscribe(service.url, { to })).status, 200);
    const { status, headers } = await subscribe(service.url, { to });
    assert.equal(status, 429);
    assert.ok(headers.get('retry-after'));
  });
});

test('no address stands in the log or, readable, in the database', async () => {
  const said = JSON.stringify(service.lines);
  assert.ok(!said.includes('example.cn"') && !/u\d+@example/i.test(said));
  const rows = await service.service.db.selectFrom('subscriptions').selectAll().execute();
  assert.ok(rows.length > 0);
  assert.ok(
    !/u\d+@example/i.test(
      rows.map((row) => Buffer.from(row.address ?? []).toString('latin1')).join(),
    ),
  );
  assert.ok(!/u\d+@example/i.test(JSON.stringify(rows)));
});

test('without a page that confirms nothing can be followed', async () => {
  const plain = await startPushService(mail, { push: undefined, seeded: false });
  try {
    const rules = await fetch(`${plain.url}/api/v1/subscriptions/rules`);
    assert.deepEqual(((await rules.json()) as SubscriptionRules).channels, []);
    const { status } = await post(plain.url, '/subscriptions', orderOf());
    assert.equal(status, 400);
  } finally {
    await plain.close();
  }
});
