import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseView } from '@open-info/contract/cases';
import type { ExchangeRecord } from '@open-info/contract/exchange';
import { caseCode, hall, lifeOf } from '../../test/exchange.ts';
import { post } from '../../test/requests.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { pollBackOffMs, startPoller } from './poller.ts';

/** A feed that gives so many records a page, and fails as often as it is told. */
class Feed {
  readonly asked: (string | null)[] = [];
  readonly tokens: (string | undefined)[] = [];
  records: unknown[] = [];
  failures = 0;
  failWith: (response: ServerResponse) => void = (response) => response.writeHead(500).end();
  url = '';
  private readonly pageSize: number;
  private readonly server = createServer((asked, response) => {
    this.answer(asked, response);
  });

  constructor(pageSize = 4) {
    this.pageSize = pageSize;
  }

  async open(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const { port } = this.server.address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}/feed?area=420103`;
    return this;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private answer({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const { searchParams } = new URL(url, 'http://feed');
    assert.equal(searchParams.get('area'), '420103');
    const cursor = searchParams.get('cursor');
    this.asked.push(cursor);
    this.tokens.push(headers.authorization);
    if (this.failures > 0) {
      this.failures -= 1;
      this.failWith(response);
      return;
    }
    const from = Number(cursor ?? 0);
    const records = this.records.slice(from, from + this.pageSize);
    const next = String(from + records.length);
    const more = from + records.length < this.records.length;
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ records, next, more }));
  }
}

const polled = (feed: Feed, everySeconds = 3_600) => ({
  ...hall,
  poll: { url: feed.url, token: 'feed-token', everySeconds },
});

async function until<T>(ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found !== undefined && found !== false) return found;
    await pause(20);
  }
}

describe('a poller', () => {
  let feed: Feed;
  let service: TestService;
  let time = Date.parse('2026-11-23T09:00:00+08:00');
  before(async () => {
    feed = await new Feed().open();
    feed.records = [...lifeOf('POLL-0001'), 'nonsense', ...lifeOf('POLL-0002')];
    service = await startTestService({
      seeded: true,
      now: () => new Date(time),
      exchange: [polled(feed)],
      exchangePrivate: true,
    });
  });
  after(async () => {
    await service.close();
    feed.close();
  });

  const state = () =>
    service.service.db
      .selectFrom('exchange_systems')
      .select(['cursor', 'failures', 'next_at'])
      .where('id', '=', 'hall')
      .executeTakeFirst();
  const counted = async () => {
    const rows = await service.service.db.selectFrom('exchange_records').select('id').execute();
    return rows.length;
  };

  test('reads page after page to the end, and names what it cannot take in', async () => {
    // It began before the organs were there, and so had to wait.
    await until(async () => ((await state())?.cursor === '13' ? true : undefined));
    const refused = service.lines.filter(({ event }) => event === 'exchange record refused');
    assert.ok(
      refused.some(({ record }) => record === '#3'),
      JSON.stringify(refused),
    );
    assert.deepEqual(new Set(feed.tokens), new Set(['Bearer feed-token']));
  });

  test('goes on where it was', async () => {
    const before = feed.asked.length;
    feed.records.push(...lifeOf('POLL-0003'));
    time += 3_700_000;
    await until(async () => ((await state())?.cursor === '19' ? true : undefined));
    assert.equal(feed.asked[before], '13');
    const seen = await post<CaseView>(service.url, '/cases/track', {
      number: 'POLL-0003',
      code: caseCode,
    });
    assert.equal(seen.body.status, 'completed');
    assert.equal(await counted(), 18);
  });

  test('waits longer after each failure, whatever it is, and begins anew after it', async () => {
    const wrong: ((response: ServerResponse) => void)[] = [
      (response) => response.writeHead(503).end(),
      (response) => response.writeHead(302, { Location: 'http://169.254.169.254/' }).end(),
      (response) => response.end('<html>'),
      (response) => response.end('{"records":[]}'),
      (response) => response.end('{"records":{},"next":"1"}'),
      (response) => response.destroy(),
      (response) => response.end('{"records":[],"next":"19","more":true}'),
    ];
    for (const [index, failWith] of wrong.entries()) {
      feed.failures = 1;
      feed.failWith = failWith;
      time += 2 * 3_600_000;
      const after = await until(async () => {
        const found = await state();
        return found?.failures === index + 1 ? found : undefined;
      });
      assert.equal(after.cursor, '19');
      assert.ok(Date.parse(after.next_at ?? '') > time);
    }
    time += 2 * 3_600_000;
    await until(async () => ((await state())?.failures === 0 ? true : undefined));
    assert.ok(!JSON.stringify(service.lines).includes('feed-token'));
  });
});

test('the wait doubles, up to an hour', () => {
  assert.equal(pollBackOffMs(60_000, 0), 60_000);
  assert.equal(pollBackOffMs(60_000, 1, 0.5), 120_000);
  assert.equal(pollBackOffMs(60_000, 3, 0.5), 480_000);
  assert.equal(pollBackOffMs(60_000, 50, 0.5), 3_600_000);
  assert.equal(pollBackOffMs(60_000, 1, 0), 90_000);
  assert.equal(pollBackOffMs(86_400_000, 5, 0.5), 86_400_000);
});

test('the private network is not reached unless that is allowed', async () => {
  const feed = await new Feed().open();
  feed.records = lifeOf('PRIVATE-1');
  const service = await startTestService({ seeded: true, exchange: [polled(feed)] });
  try {
    const line = await until(() =>
      service.lines.find(({ event, failures }) => event === 'exchange' && failures === 1),
    );
    assert.equal(line.reason, 'PrivateAddressError');
    assert.deepEqual(feed.asked, []);
  } finally {
    await service.close();
    feed.close();
  }
});

test('of several processes one reads at a time, and none reads anything twice', async () => {
  const feed = await new Feed(5).open();
  const lives = Array.from({ length: 20 }, (_, i) => lifeOf(`MANY-00${i + 10}`));
  feed.records = lives.flat() satisfies ExchangeRecord[];
  const service = await startTestService({ seeded: true });
  const settings = { ...service.service.settings, exchange: [polled(feed)], exchangePrivate: true };
  const pollers = Array.from({ length: 3 }, () => startPoller({ ...service.service, settings }));
  try {
    await until(async () => {
      const row = await service.service.db
        .selectFrom('exchange_systems')
        .select('cursor')
        .where('id', '=', 'hall')
        .executeTakeFirst();
      return row?.cursor === String(feed.records.length) ? true : undefined;
    });
    const pages = feed.asked.map((cursor) => cursor ?? '0');
    assert.deepEqual(pages, [...new Set(pages)]);
    assert.equal(pages.length, feed.records.length / 5);
  } finally {
    for (const poller of pollers) await poller.close();
    await service.close();
    feed.close();
  }
});
