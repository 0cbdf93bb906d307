import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import type { SubscriptionOrder } from '@open-info/contract/subscriptions';
import { failure } from '../test/server.ts';
import { startService, type RunningService } from '../test/service.ts';
import { isOpenInfoError } from './errors.ts';
import { FormError } from './form-error.ts';
import { createOpenInfo, type OpenInfo } from './index.ts';
import { readSubscriptionFragment } from './subscriptions.ts';

/** A program of a follower. */
async function startReceiver() {
  const bodies: string[] = [];
  let wake: () => void = () => undefined;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      bodies.push(body);
      response.writeHead(204).end();
      wake();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    async first() {
      while (bodies.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return JSON.parse(bodies[0] ?? '') as { data: { token: string } };
    },
    close: () => server.close(),
  };
}

describe('following through the real service', { timeout: 120_000 }, () => {
  let service: RunningService;
  let api: OpenInfo;
  let order: SubscriptionOrder;

  before(async () => {
    service = await startService([
      ...['--subscription-url', 'https://www.example.gov.cn/follow.html'],
      ...['--webhook-private', 'on', '--challenge-after', '1'],
    ]);
    api = createOpenInfo({ baseUrl: service.url, contract: 'strict' });
    const { consent } = await api.subscriptions.rules();
    order = {
      subject: { kind: 'topic', id: '养老服务' },
      channel: 'webhook',
      to: 'https://example.cn/hook',
      language: 'zh-CN',
      consent: consent.version,
    };
  });
  after(() => service.stop());

  test('is ordered, confirmed by the message, changed and stopped', async () => {
    const receiver = await startReceiver();
    try {
      const pending = await api.subscriptions.subscribe({ ...order, to: receiver.url });
      assert.equal(pending.to, `${new URL(receiver.url).origin}/…`);
      const { token } = (await receiver.first()).data;
      assert.equal((await api.subscriptions.view(token)).state, 'pending');
      assert.equal((await api.subscriptions.confirm(token)).state, 'active');
      const quiet = { from: '12:00', to: '14:00' };
      assert.deepEqual((await api.subscriptions.change(token, { quiet })).quiet, quiet);
      assert.equal((await api.subscriptions.stop(token)).state, 'stopped');
      const gone = await failure(api.subscriptions.view(`${token}x`));
      assert.ok(isOpenInfoError(gone, 'http') && gone.status === 404);
    } finally {
      receiver.close();
    }
  });

  test('does the proof of work the service asks for', async () => {
    const tried: number[] = [];
    const onChallenge = (at: number) => tried.push(at);
    for (const path of ['a', 'b']) {
      const to = `https://example.cn/${path}`;
      await api.subscriptions.subscribe({ ...order, to }, { onChallenge });
    }
    assert.ok(tried.length > 0);
  });

  test('what has to be mended is named before anything is sent', async () => {
    const wrong: SubscriptionOrder = {
      ...order,
      subject: { kind: 'case', id: '' },
      channel: 'email',
      to: 'wang',
      quiet: { from: '22', to: '08:00' },
      consent: '',
    };
    const offline = createOpenInfo({ baseUrl: 'http://127.0.0.1:9', maxRetries: 0 });
    const error = await failure(offline.subscriptions.subscribe(wrong, { language: 'en' }));
    assert.ok(error instanceof FormError);
    assert.deepEqual(
      error.fields.map(({ field }) => field),
      ['subject.id', 'subject.code', 'to', 'quiet.from', 'consent'],
    );
    assert.match(error.fields[2]?.message ?? '', /e-mail address/);
    const channels = ['email'];
    const closed = await failure(offline.subscriptions.subscribe(order, { channels }));
    assert.ok(closed instanceof FormError && closed.fields[0]?.field === 'channel');
    const cut = await failure(offline.subscriptions.stop('a token with blanks'));
    assert.ok(isOpenInfoError(cut, 'usage') && !cut.message.includes('blanks'));
  });
});

test('the fragment of a link is read, and nothing else', () => {
  assert.deepEqual(readSubscriptionFragment('#stop=ab-1.c_2'), {
    action: 'stop',
    token: 'ab-1.c_2',
  });
  for (const hash of ['', '#main', '#stop=', '#stop=a b', '#buy=a']) {
    assert.equal(readSubscriptionFragment(hash), undefined);
  }
});
