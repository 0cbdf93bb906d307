import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createDatabase } from '../../test/database.ts';
import { startMailServer } from '../../test/mail-server.ts';
import { startReceiver, type Received, type Receiver } from '../../test/receiver.ts';
import {
  byToken,
  eventually,
  page,
  publishOne,
  startPushService,
  subscribe,
  testClock,
} from '../../test/subscriptions.ts';
import type { TestService } from '../../test/service.ts';
import { openDatabase } from '../database/open.ts';
import { signatureOf } from '../outbox/webhook.ts';
import { startService } from '../server.ts';
import { startPush } from './sender.ts';

const hour = 3_600_000;
const start = '2026-09-07T10:00:00+08:00';
const noMail = { smtpUrl: 'smtp://127.0.0.1:9' };

interface Confirmation {
  type: string;
  data: { token: string; secret: string; about: string };
}

const isSigned = ({ headers, body }: Received, secret: string): boolean =>
  headers['webhook-signature'] ===
  signatureOf(secret, String(headers['webhook-id']), Number(headers['webhook-timestamp']), body);

/** Follows by webhook, as the program of a follower confirms it. */
async function followByWebhook(
  service: TestService,
  receiver: Receiver,
  path = '',
): Promise<string> {
  const before = receiver.received.length;
  const to = `${receiver.url}${path}`;
  const { status, body } = await subscribe(service.url, { channel: 'webhook', to });
  assert.equal(status, 200, JSON.stringify(body));
  await receiver.until(before + 1);
  const message = receiver.received[before];
  assert.ok(message);
  const { type, data } = JSON.parse(message.body) as Confirmation;
  assert.equal(type, 'subscription.confirm');
  assert.ok(isSigned(message, data.secret));
  assert.equal((await byToken(service.url, 'confirm', data.token)).status, 200);
  return data.secret;
}

const stateOf = async ({ service }: TestService, kind = 'news') => {
  const rows = await service.db
    .selectFrom('subscription_messages')
    .select(['state', 'attempts'])
    .where('kind', '=', kind as 'news')
    .execute();
  return rows.map(({ state, attempts }) => `${state} ${attempts}`).sort();
};

describe('a webhook', () => {
  test('is told signed, by a secret its first message brings, at any hour', async () => {
    const receiver = await startReceiver();
    const clock = testClock('2026-09-07T23:00:00+08:00');
    const service = await startPushService(noMail, { now: clock.now, webhookPrivate: true });
    try {
      const secret = await followByWebhook(service, receiver);
      clock.pass(1_000);
      await publishOne(service, 'at-night');
      await receiver.until(2);
      const [, news] = receiver.received;
      assert.ok(news && isSigned(news, secret));
      const body = JSON.parse(news.body) as { type: string; data: { items: object[] } };
      assert.equal(body.type, 'subscription.news');
      assert.deepEqual(body.data.items, [
        {
          kind: 'document',
          subject: 'at-night',
          event: 'published',
          title: '《关于at-night的通知》',
          what: '新发布',
          link: 'https://www.example.gov.cn/zwgk/at-night.html',
          at: clock.now().toISOString(),
        },
      ]);
      await eventually(async () => (await stateOf(service)).join() === 'sent 1');
    } finally {
      receiver.close();
      await service.close();
    }
  });

  test('that fails is tried again with the same id, given up after three days, and holds up nobody', async () => {
    const good = await startReceiver();
    const bad = await startReceiver((response, nth) =>
      response.writeHead(nth === 1 ? 204 : 503).end(),
    );
    const clock = testClock(start);
    const service = await startPushService(noMail, { now: clock.now, webhookPrivate: true });
    try {
      await followByWebhook(service, bad);
      await followByWebhook(service, good);
      clock.pass(1_000);
      await publishOne(service, 'both');
      await good.until(2);
      await eventually(async () => (await stateOf(service)).join() === 'sent 1,waiting 1');
      clock.pass(13_000);
      await bad.until(3);
      assert.equal(
        new Set(bad.received.slice(1).map(({ headers }) => headers['webhook-id'])).size,
        1,
      );
      assert.equal(
        bad.received[1]?.body.replace(/"timestamp":"[^"]*"/, ''),
        bad.received[2]?.body.replace(/"timestamp":"[^"]*"/, ''),
      );
      await eventually(async () => (await stateOf(service)).join() === 'sent 1,waiting 2');
      clock.pass(73 * hour);
      await eventually(async () => (await stateOf(service)).join() === 'dead 3,sent 1');
      const line = service.lines.find(({ event }) => event === 'push given up');
      assert.equal(line?.reason, 'HTTP 503');
      assert.ok(!JSON.stringify(service.lines).includes(bad.url));
    } finally {
      good.close();
      bad.close();
      await service.close();
    }
  });
});

test('a gateway sends text messages: what is posted names a template, and is signed', async () => {
  const receiver = await startReceiver();
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const gateway = { url: receiver.url, secret, channels: ['sms'] as const };
  const service = await startPushService(noMail, { push: { page, gateway } });
  try {
    const { body } = await subscribe(service.url, { channel: 'sms', to: '+86 138 0000 1111' });
    assert.equal(body.to, '138****1111');
    await receiver.until(1);
    const [message] = receiver.received;
    assert.ok(message && isSigned(message, secret));
    const posted = JSON.parse(message.body) as Record<string, unknown> & {
      params: Record<string, string>;
    };
    assert.equal(posted.to, '13800001111');
    assert.equal(posted.channel, 'sms');
    assert.equal(posted.template, 'subscription.confirm');
    assert.match(posted.params.link ?? '', /#confirm=/);
  } finally {
    receiver.close();
    await service.close();
  }
});

test('a mail server that is not there holds a message back; one that refuses the address ends it', async () => {
  const mail = await startMailServer((to, nth) => {
    if (to.startsWith('none')) return 550;
    return nth === 1 ? 451 : undefined;
  });
  const clock = testClock(start);
  const service = await startPushService(mail, { now: clock.now });
  try {
    await subscribe(service.url, { to: 'slow@example.cn' });
    await eventually(async () => (await stateOf(service, 'confirm')).join() === 'waiting 1');
    await eventually(() => service.lines.some(({ event }) => event === 'push failed'));
    clock.pass(13_000);
    await mail.until(1);
    await eventually(async () => (await stateOf(service, 'confirm')).join() === 'sent 2');
    await subscribe(service.url, { to: 'none@example.cn' });
    await eventually(async () => (await stateOf(service, 'confirm')).join() === 'dead 1,sent 2');
    assert.ok(!JSON.stringify(service.lines).includes('@example.cn'));
  } finally {
    mail.close();
    await service.close();
  }
});

test('ten thousand followers are noted in batches, and each is noted once', async () => {
  const clock = testClock('2026-09-07T23:00:00+08:00');
  const service = await startPushService(noMail, { now: clock.now });
  try {
    const { db, privacy } = service.service;
    const at = clock.now().toISOString();
    const address = privacy.sealJson('a@example.cn', 'any');
    const rows = Array.from({ length: 10_000 }, (_, i) => ({
      id: `s${String(i).padStart(6, '0')}`,
      kind: 'topic',
      // Some follow it twice.
      follows: i < 9_000 ? 'topic:养老服务' : 'organ:civil-affairs',
      channel: 'email',
      address,
      receiver: `r${i % 9_000}`,
      language: 'zh-CN',
      quiet_from: '22:00',
      quiet_to: '08:00',
      state: 'active' as const,
      consent: '2026-11',
      consented_at: at,
      confirmed_at: at,
    }));
    for (let from = 0; from < rows.length; from += 1_000) {
      await db
        .insertInto('subscriptions')
        .values(rows.slice(from, from + 1_000))
        .execute();
    }
    clock.pass(1_000);
    const steps = new Set<string>();
    await publishOne(service, 'for-all');
    await eventually(async () => {
      const change = await db
        .selectFrom('outbox_changes')
        .select(['followed', 'followed_to'])
        .where('subject', '=', 'for-all')
        .executeTakeFirstOrThrow();
      if (change.followed_to !== null) steps.add(change.followed_to);
      return change.followed;
    });
    const { count } = await db
      .selectFrom('subscription_notices')
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow();
    assert.equal(Number(count), 9_000);
    assert.ok([...steps].every((step) => /^s00\d999$/.test(step)));
  } finally {
    await service.close();
  }
});

test('each is told once when two services share a database', async (t) => {
  if (!process.env.TEST_DATABASE_URL) {
    t.skip('the embedded database has one process');
    return;
  }
  const receiver = await startReceiver();
  const clock = testClock(start);
  const service = await startPushService(noMail, { now: clock.now, webhookPrivate: true });
  const second = startPush(service.service);
  try {
    for (let i = 0; i < 15; i += 1) await followByWebhook(service, receiver, `?n=${i}`);
    clock.pass(1_000);
    for (let i = 0; i < 5; i += 1) await publishOne(service, `shared-${i}`);
    await eventually(async () => {
      const rows = await service.service.db
        .selectFrom('subscription_notices as n')
        .leftJoin('subscription_messages as m', 'm.id', 'n.message_id')
        .select('m.state')
        .execute();
      return rows.length === 75 && rows.every(({ state }) => state === 'sent');
    });
    const told = receiver.received.slice(15).flatMap(({ body, headers }) => {
      const { data } = JSON.parse(body) as { data: { items: { subject: string }[] } };
      return data.items.map(({ subject }) => `${subject} ${String(headers['webhook-id'])}`);
    });
    assert.equal(told.length, 75);
    assert.equal(new Set(told).size, 75);
  } finally {
    await second.close();
    receiver.close();
    await service.close();
  }
});

/** A database that outlives a process: a folder, or a database of its own on TEST_DATABASE_URL. */
async function openDurable() {
  const server = process.env.TEST_DATABASE_URL;
  const data = mkdtempSync(join(tmpdir(), 'open-info-push-'));
  const own = server ? await createDatabase(server) : undefined;
  const drop = async () => {
    await own?.drop();
    rmSync(data, { recursive: true, force: true });
  };
  return { settings: { data, databaseUrl: own?.databaseUrl }, drop };
}

const serve = `
  const { run } = await import(${JSON.stringify(import.meta.resolve('../cli.ts'))});
  await run(['node', 'open-info', 'serve']);
`;

test('a process killed between sending and marking leads to one more message with the same id', async () => {
  const own = await openDurable();
  let child: ChildProcess | undefined;
  const receiver = await startReceiver((response, nth) => {
    // The message has arrived; the process dies before it hears so.
    if (nth === 1) child?.kill('SIGKILL');
    else response.writeHead(204).end();
  });
  try {
    child = spawn(
      process.execPath,
      ['--conditions=source', '--input-type=module', '--eval', serve],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: 120_000,
        env: {
          ...process.env,
          PORT: '0',
          OPEN_INFO_DATA: own.settings.data,
          DATABASE_URL: own.settings.databaseUrl ?? '',
          OPEN_INFO_SUBSCRIPTION_URL: page,
          OPEN_INFO_WEBHOOK_PRIVATE: 'on',
        },
      },
    );
    const exit = once(child, 'exit');
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const address = () => /open-info (http:\S+)/.exec(said)?.[1];
    await eventually(() => address() !== undefined);
    const { status } = await subscribe(address() ?? '', { channel: 'webhook', to: receiver.url });
    assert.equal(status, 200);
    await Promise.all([receiver.until(1), exit]);
    // Later than what the killed process had in hand is held for it.
    const again = await startService(
      {
        port: 0,
        host: '127.0.0.1',
        logLevel: 'silent',
        readIndex: 'off',
        ...own.settings,
        webhookPrivate: true,
        push: { page },
      },
      { now: () => new Date(Date.now() + 60_000) },
    );
    await receiver.until(2);
    await again.close();
    const [first, second] = receiver.received;
    assert.equal(first?.headers['webhook-id'], second?.headers['webhook-id']);
    const after = await openDatabase(own.settings);
    const rows = await after.db.selectFrom('subscription_messages').select('state').execute();
    await after.close();
    assert.deepEqual(rows, [{ state: 'sent' }]);
  } finally {
    child?.kill('SIGKILL');
    receiver.close();
    await own.drop();
  }
});
