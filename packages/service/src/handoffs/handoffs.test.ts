import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Handoff, HandoffContent } from '@open-info/contract/handoffs';
import { startTestService, type TestService } from '../../test/service.ts';

let service: TestService;
let today = new Date('2026-11-23T09:00:00+08:00');
before(async () => {
  service = await startTestService({ now: () => today });
});
after(() => service.close());

const post = (path: string, body: unknown) =>
  fetch(`${service.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

const sealed = 'c2VhbGVkLWRyYWZ0LW9mLWEtZm9ybQ';

async function send(): Promise<Handoff> {
  const response = await post('/handoffs', { sealed });
  assert.equal(response.status, 200);
  return (await response.json()) as Handoff;
}

describe('hand-off', () => {
  test('goes to one reader', async () => {
    const { id, expiresAt } = await send();
    assert.equal(Date.parse(expiresAt) - today.getTime(), 600_000);
    const first = await post('/handoffs/claim', { id });
    assert.deepEqual((await first.json()) as HandoffContent, { sealed });
    assert.equal((await post('/handoffs/claim', { id })).status, 404);
  });

  test('goes to one of several who ask at once', async () => {
    const { id } = await send();
    const all = await Promise.all([1, 2, 3, 4].map(() => post('/handoffs/claim', { id })));
    assert.deepEqual(all.map(({ status }) => status).sort(), [200, 404, 404, 404]);
  });

  test('ends after ten minutes', async () => {
    const { id } = await send();
    const start = today;
    today = new Date(start.getTime() + 600_001);
    assert.equal((await post('/handoffs/claim', { id })).status, 404);
    today = start;
  });

  test('is neither plain nor endless', async () => {
    assert.equal((await post('/handoffs', { sealed: '姓名：张三' })).status, 400);
    assert.equal((await post('/handoffs', { sealed: 'a'.repeat(64_001) })).status, 400);
  });
});
