import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { RequestView } from '@open-info/contract/requests';
import type { Watched } from '@open-info/contract/watch';
import { fileOne, post } from '../../test/requests.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { publish } from '../database/published.ts';
import { readTicket } from './tickets.ts';

let service: TestService;
let today = new Date('2026-11-23T09:00:00+08:00');
let view: RequestView;
before(async () => {
  service = await startTestService({ seeded: true, now: () => today });
  const { number, code } = await fileOne(service.url);
  view = (await post<RequestView>(service.url, '/requests/track', { number, code })).body;
});
after(() => service.close());

const look = (ticket: string, etag?: string) =>
  fetch(`${service.url}/api/v1/watch/${ticket}`, {
    headers: etag === undefined ? {} : { 'If-None-Match': etag },
  });

describe('watching', () => {
  test('costs a body only when something has changed', async () => {
    const first = await look(view.watch.ticket);
    assert.deepEqual((await first.json()) as Watched, { tag: view.watch.tag });
    assert.match(first.headers.get('cache-control') ?? '', /no-cache/);
    const etag = first.headers.get('etag') ?? '';
    assert.equal((await look(view.watch.ticket, etag)).status, 304);
    await service.service.db.transaction().execute((trx) => publish(trx, today));
    await service.service.published.refresh();
    const second = await look(view.watch.ticket, etag);
    assert.equal(second.status, 200);
    assert.notEqual(((await second.json()) as Watched).tag, view.watch.tag);
  });

  test('tells of a new day, since days left are part of what is shown', async () => {
    const before = (await (await look(view.watch.ticket)).json()) as Watched;
    today = new Date(today.getTime() + 16 * 3_600_000);
    const after = (await (await look(view.watch.ticket)).json()) as Watched;
    assert.notEqual(after.tag, before.tag);
  });

  test('ends after a day, and never begins with a ticket of somebody’s own making', async () => {
    assert.deepEqual(readTicket(service.service, view.watch.ticket), {
      noun: 'requests',
      id: view.number,
    });
    assert.equal(view.watch.ticket.includes(view.number), false);
    const { ticket } = view.watch;
    // In the middle: the last character of base64url may hold bits that say nothing.
    const forged = `${ticket.slice(0, 40)}${ticket[40] === 'A' ? 'B' : 'A'}${ticket.slice(41)}`;
    for (const wrong of [forged, Buffer.from('["requests"]').toString('base64url').repeat(3)]) {
      assert.equal((await look(wrong)).status, 404);
    }
    today = new Date(today.getTime() + 25 * 3_600_000);
    assert.equal((await look(ticket)).status, 404);
  });
});
