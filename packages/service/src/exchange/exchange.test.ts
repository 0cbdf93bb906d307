import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CaseView } from '@open-info/contract/cases';
import { caseCode, hall, lifeOf, push } from '../../test/exchange.ts';
import { post } from '../../test/requests.ts';
import { startTestService, type TestService } from '../../test/service.ts';

let service: TestService;
const now = new Date('2026-11-23T09:00:00+08:00');
before(async () => {
  service = await startTestService({ seeded: true, now: () => now, exchange: [hall] });
});
after(() => service.close());

const track = (number: string, code = caseCode) =>
  post<CaseView>(service.url, '/cases/track', { number, code });

describe('a push', () => {
  test('becomes a case that its applicant can follow', async () => {
    const report = await push(service.url, lifeOf('JH2026-000001'), { at: now });
    assert.deepEqual(report, { status: 200, body: { accepted: 6, repeated: 0, refused: [] } });
    const { status, body } = await track('jh2026-000001');
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.status, 'completed');
    assert.equal(body.applicantName, '钱**');
    assert.equal(body.promised?.amount, 5);
  });
  test('without the right signature is refused', async () => {
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const wrong = await push(service.url, lifeOf('JH2026-000002'), { at: now, secret });
    assert.equal(wrong.status, 401);
    assert.equal(wrong.body.code, 'bad-signature');
  });
});
