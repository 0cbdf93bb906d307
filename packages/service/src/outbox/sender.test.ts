import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { createDatabase } from '../../test/database.ts';
import { signIn } from '../../test/desk.ts';
import { startReceiver, type Received, type Receiver } from '../../test/receiver.ts';
import { fileOne, submission } from '../../test/requests.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { openDatabase } from '../database/open.ts';
import { startService } from '../server.ts';
import { backOffMs } from './attempts.ts';
import { enqueue, type RequestChange } from './change.ts';
import { startOutbox } from './sender.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const hour = 3_600_000;
const start = Date.parse('2026-09-07T09:00:00+08:00');

const change = (given: Partial<RequestChange> = {}): RequestChange => ({
  kind: 'request.changed',
  subject: '2026-0000001-8',
  organId: 'education',
  event: 'submitted',
  at: new Date(start).toISOString(),
  ...given,
});

/** A clock the test sets. */
function clock() {
  let time = start;
  return { now: () => new Date(time), pass: (ms: number) => (time += ms) };
}

const tell = (service: TestService, given?: Partial<RequestChange>) =>
  service.service.db.transaction().execute((trx) => enqueue(trx, change(given)));

const states = async ({ service }: TestService) => {
  const rows = await service.db
    .selectFrom('outbox_deliveries')
    .select(['state', 'attempts'])
    .execute();
  return rows.map(({ state, attempts }) => `${state} ${attempts}`);
};

/** Waits for what the sender does by itself a moment later. */
async function eventually(isThere: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200 && !(await isThere()); i += 1) await sleep(50);
}

async function settled(service: TestService, expected: string[]): Promise<void> {
  await eventually(async () => (await states(service)).join() === expected.join());
  assert.deepEqual(await states(service), expected);
}

const failures = ({ lines }: TestService) =>
  lines.filter(({ event }) => event === 'delivery failed');

/** Waits until so many attempts have failed and the next one has its time. */
async function failed(service: TestService, attempts: number): Promise<void> {
  await eventually(() => Promise.resolve(failures(service).length >= attempts));
  assert.equal(failures(service).length, attempts);
}

type Verify = (
  secret: string,
  headers: Received['headers'],
  body: string,
  now: number,
) => { id: string } | undefined;

/** The receiver's check as docs/desk.md gives it. */
async function documentedVerify(): Promise<Verify> {
  const text = readFileSync(new URL('../../../../docs/desk.md', import.meta.url), 'utf8');
  const [, code = ''] = /```js\n([^]*?)```/.exec(text) ?? [];
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    verify: Verify;
  };
  return module.verify;
}
const verify = await documentedVerify();
const isGenuine = ({ headers, body }: Received): boolean =>
  verify(secret, headers, body, Number(headers['webhook-timestamp']) * 1000) !== undefined;

async function withReceiver(
  receiver: Receiver,
  options: Parameters<typeof startTestService>[0],
  body: (service: TestService) => Promise<void>,
) {
  const webhooks = [{ url: receiver.url, secret }];
  try {
    const service = await startTestService({ webhooks, webhookPrivate: true, ...options });
    await body(service).finally(() => service.close());
  } finally {
    receiver.close();
  }
}

describe('webhooks', () => {
  test('tell number, organ, event and time, signed, and nothing else', async () => {
    const receiver = await startReceiver();
    const deskUrl = 'https://oa.example.gov.cn/requests/{number}';
    await withReceiver(receiver, { now: clock().now, deskUrl }, async (service) => {
      await tell(service);
      await receiver.until(1);
      const [message] = receiver.received;
      assert.ok(message && isGenuine(message));
      assert.ok(!isGenuine({ ...message, body: message.body.replace('education', 'finance') }));
      assert.equal(verify(secret, message.headers, message.body, start + hour), undefined);
      assert.deepEqual(JSON.parse(message.body), {
        type: 'request.changed',
        timestamp: '2026-09-07T01:00:00.000Z',
        data: {
          number: '2026-0000001-8',
          organ: 'education',
          event: 'submitted',
          at: '2026-09-07T01:00:00.000Z',
          link: 'https://oa.example.gov.cn/requests/2026-0000001-8',
        },
      });
      assert.equal(message.headers['webhook-timestamp'], String(start / 1000));
      await settled(service, ['sent 1']);
    });
  });

  test('are told nothing of what was rolled back, and of other organs', async () => {
    const receiver = await startReceiver();
    const webhooks = [{ url: receiver.url, secret, organs: ['education'] }];
    await withReceiver(receiver, { webhooks }, async (service) => {
      const rolledBack = service.service.db.transaction().execute(async (trx) => {
        await enqueue(trx, change({ event: 'withdrawn' }));
        throw new Error('rolled back');
      });
      await assert.rejects(rolledBack, /rolled back/);
      await tell(service, { organId: 'civil-affairs', event: 'replied' });
      await tell(service);
      await receiver.until(1);
      await settled(service, ['sent 1']);
      assert.equal(receiver.received.length, 1);
      assert.match(String(receiver.received[0]?.body), /"submitted"/);
    });
  });

  test('come again after a failure, later each time, always with the same id', async () => {
    const receiver = await startReceiver((response, nth, asked) => {
      if (nth === 1) return response.writeHead(500).end();
      if (nth === 2) return asked.socket.destroy();
      if (nth === 3) return response.writeHead(302, { Location: '/elsewhere' }).end();
      // Slow, but in time.
      return setTimeout(() => response.writeHead(200).end('ok'), 300);
    });
    const { now, pass } = clock();
    await withReceiver(receiver, { now }, async (service) => {
      await tell(service);
      for (const attempts of [1, 2, 3]) {
        await failed(service, attempts);
        const row = await service.service.db
          .selectFrom('outbox_deliveries')
          .select('next_at')
          .executeTakeFirstOrThrow();
        const wait = Date.parse(row.next_at) - now().getTime();
        assert.ok(wait >= 7_500 * 3 ** (attempts - 1) && wait <= 12_500 * 3 ** (attempts - 1));
        pass(wait);
      }
      await settled(service, ['sent 4']);
      assert.equal(receiver.received.length, 4);
      assert.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1);
      assert.ok(receiver.received.every(isGenuine));
    });
  });

  test('are given up after three days, which is logged by number alone', async () => {
    const receiver = await startReceiver((response) => response.writeHead(503).end('secret words'));
    const { now, pass } = clock();
    await withReceiver(receiver, { now }, async (service) => {
      await tell(service);
      await failed(service, 1);
      pass(72 * hour);
      await settled(service, ['dead 2']);
      const line = service.lines.find(({ event }) => event === 'undelivered');
      assert.ok(line);
      assert.equal(line.level, 'error');
      assert.equal(line.subject, '2026-0000001-8');
      assert.equal(line.reason, 'HTTP 503');
      assert.ok(!JSON.stringify(service.lines).includes('secret words'));
      assert.ok(!JSON.stringify(service.lines).includes(receiver.url));
    });
  });

  test('do not reach the private network unless that is allowed', async () => {
    const receiver = await startReceiver();
    await withReceiver(receiver, { webhookPrivate: false, now: clock().now }, async (service) => {
      await tell(service);
      await failed(service, 1);
      assert.equal(receiver.received.length, 0);
      assert.equal(failures(service)[0]?.reason, 'PrivateAddressError');
    });
  });

  test('arrive once each when two services share a database', async (t) => {
    if (!process.env.TEST_DATABASE_URL) {
      t.skip('the embedded database has one process');
      return;
    }
    const receiver = await startReceiver();
    await withReceiver(receiver, {}, async (service) => {
      const second = startOutbox(service.service);
      try {
        for (let i = 0; i < 100; i += 1) await tell(service);
        await receiver.until(100);
        await settled(
          service,
          Array.from({ length: 100 }, () => 'sent 1'),
        );
      } finally {
        await second.close();
      }
      const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
      assert.equal(ids.length, 100);
      assert.equal(new Set(ids).size, 100);
    });
  });

  test('are kept a month from their delivery, however long ago the change was', async () => {
    const receiver = await startReceiver();
    const webhooks = [{ url: receiver.url, secret, organs: ['education'] }];
    const { now, pass } = clock();
    await withReceiver(receiver, { webhooks, now }, async (service) => {
      const at = new Date(start - 60 * 24 * hour).toISOString();
      await tell(service, { at });
      await settled(service, ['sent 1']);
      // Nobody is to be told of this one: it goes with the next clearing.
      await tell(service, { organId: 'civil-affairs', at });
      const unread = () =>
        service.service.db
          .selectFrom('outbox_changes')
          .select('id')
          .where('addressed', '=', false)
          .execute();
      await eventually(async () => (await unread()).length === 0);
      const organs = async () => {
        const rows = await service.service.db
          .selectFrom('outbox_changes')
          .select('organ_id')
          .execute();
        return rows.map(({ organ_id }) => organ_id).join();
      };
      pass(2 * hour);
      await eventually(async () => (await organs()) !== 'education,civil-affairs');
      assert.equal(await organs(), 'education');
      await settled(service, ['sent 1']);
      pass(31 * 24 * hour);
      await settled(service, []);
    });
  });

  test('are forgotten a month after they were settled', async () => {
    const receiver = await startReceiver();
    const { now, pass } = clock();
    await withReceiver(receiver, { now }, async (service) => {
      await tell(service);
      await settled(service, ['sent 1']);
      pass(31 * 24 * hour);
      await settled(service, []);
    });
  });
});

test('a filing and a step are told without a word of the applicant', async () => {
  const receiver = await startReceiver();
  await withReceiver(receiver, { seeded: true }, async (service) => {
    const receipt = await fileOne(service.url);
    const desk = await signIn(service);
    await desk.move(receipt.number, { kind: 'note', text: '只给机关看' });
    await desk.move(receipt.number, { kind: 'confirm' });
    await receiver.until(2);
    const messages = receiver.received.map(
      ({ body }) => JSON.parse(body) as { data: RequestChange },
    );
    assert.deepEqual(messages.map(({ data }) => data.event).sort(), ['confirmed', 'submitted']);
    const said = JSON.stringify(receiver.received);
    const { applicant, contact, sought } = submission();
    const hidden = [applicant.name, applicant.identity.number, contact.phone, sought.name];
    for (const word of [...hidden, receipt.code, '只给机关看', '李工']) {
      assert.ok(word !== undefined && !said.includes(word), word);
    }
  });
});

interface Mail {
  to: string[];
  source: string;
}

/** A real mail server; refuses the first letter for the moment. */
async function startMailServer() {
  const mails: Mail[] = [];
  let isRefusing = true;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, source: Buffer.concat(chunks).toString() });
        const refused = Object.assign(new Error('try later, dear 张三丰'), { responseCode: 451 });
        done(isRefusing ? refused : undefined);
        isRefusing = false;
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { mails, smtpUrl: `smtp://127.0.0.1:${port}`, close: () => server.close(() => undefined) };
}

test('mail tells the office of the organ, again after a refusal, with one Message-ID', async () => {
  const { mails, smtpUrl, close } = await startMailServer();
  const { now, pass } = clock();
  const mail = { smtpUrl, from: '政务公开 <noreply@example.gov.cn>' };
  const service = await startTestService({ seeded: true, now, mail });
  try {
    await service.service.db
      .updateTable('organs')
      .set({ office: JSON.stringify({ name: '办公室', email: 'office@example.gov.cn' }) })
      .where('id', '=', 'education')
      .execute();
    // An office without an address is not told, and nothing waits for it.
    await tell(service, { organId: 'civil-affairs' });
    await tell(service, { event: 'supplemented' });
    await failed(service, 1);
    pass(13_000);
    await settled(service, ['sent 2']);
    assert.equal(mails.length, 2);
    assert.deepEqual(mails[1]?.to, ['office@example.gov.cn']);
    const ids = mails.map(({ source }) => /^Message-ID: (.*)\r$/m.exec(source)?.[1]);
    assert.match(String(ids[0]), /^<msg_[\w-]+@example\.gov\.cn>$/);
    assert.equal(ids[0], ids[1]);
    const { source } = mails[1];
    const text = Buffer.from(source.slice(source.indexOf('\r\n\r\n')), 'base64').toString();
    assert.match(text, /申请编号：2026-0000001-8/);
    assert.match(text, /办理情况：申请人已补正/);
    assert.match(text, /时间：2026-09-07 09:00/);
    assert.ok(!JSON.stringify(service.lines).includes('张三丰'));
  } finally {
    close();
    await service.close();
  }
});

test('waits three times as long after each failure, up to six hours, never two alike', () => {
  assert.equal(backOffMs(1, 0.5), 10_000);
  assert.equal(backOffMs(2, 0.5), 30_000);
  assert.equal(backOffMs(3, 0), 67_500);
  assert.equal(backOffMs(3, 1), 112_500);
  assert.equal(backOffMs(30, 0.5), 6 * hour);
});

/** A database that outlives a process: a folder, or a database of its own on TEST_DATABASE_URL. */
async function openDurable() {
  const server = process.env.TEST_DATABASE_URL;
  const data = mkdtempSync(join(tmpdir(), 'open-info-outbox-'));
  const own = server ? await createDatabase(server) : undefined;
  const drop = async () => {
    await own?.drop();
    rmSync(data, { recursive: true, force: true });
  };
  return { settings: { data, databaseUrl: own?.databaseUrl }, drop };
}

const serve = `
  const { run } = await import(${JSON.stringify(import.meta.resolve('../cli.ts'))});
  await run(['node', 'open-info', 'serve']);`;

test('a service killed after it sent and before it marked sends again, with the same id', async () => {
  const own = await openDurable();
  let child: ChildProcess | undefined;
  const receiver = await startReceiver((response, nth) => {
    // The message has arrived; who sent it will never know.
    if (nth === 1) child?.kill('SIGKILL');
    else response.writeHead(204).end();
  });
  try {
    const webhooks = [{ url: receiver.url, secret }];
    const { db, close } = await openDatabase(own.settings);
    await db
      .transaction()
      .execute((trx) => enqueue(trx, change({ at: new Date().toISOString() })))
      .finally(close);
    child = spawn(
      process.execPath,
      ['--conditions=source', '--input-type=module', '--eval', serve],
      {
        stdio: 'ignore',
        timeout: 90_000,
        env: {
          ...process.env,
          PORT: '0',
          OPEN_INFO_DATA: own.settings.data,
          DATABASE_URL: own.settings.databaseUrl ?? '',
          OPEN_INFO_WEBHOOKS: JSON.stringify(webhooks),
          OPEN_INFO_WEBHOOK_PRIVATE: 'on',
        },
      },
    );
    await Promise.all([receiver.until(1), once(child, 'exit')]);
    // Later than what the killed process had in hand is held for it.
    const later = () => new Date(Date.now() + 60_000);
    const again = await startService(
      {
        port: 0,
        host: '127.0.0.1',
        logLevel: 'silent',
        readIndex: 'off',
        ...own.settings,
        webhooks,
        webhookPrivate: true,
      },
      { now: later },
    );
    await receiver.until(2);
    await again.close();
    const [first, second] = receiver.received;
    assert.equal(first?.headers['webhook-id'], second?.headers['webhook-id']);
    assert.equal(first?.body, second?.body);
    const after = await openDatabase(own.settings);
    const rows = await after.db.selectFrom('outbox_deliveries').select('state').execute();
    await after.close();
    assert.deepEqual(rows, [{ state: 'sent' }]);
  } finally {
    child?.kill('SIGKILL');
    receiver.close();
    await own.drop();
  }
});
