import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PlainCard } from '@open-info/contract/cards';
import { interpretation, paragraph, policy } from '../../test/policies.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { writePolicies } from '../documents/write.ts';
import { seedRegistry } from '../seed.ts';

let running: TestService;
before(async () => {
  running = await startTestService({ now: () => new Date('2026-03-10T10:00:00+08:00') });
  await seedRegistry(running.service);
});
after(() => running.close());

async function card(id: string): Promise<PlainCard> {
  const answer = await fetch(`${running.url}/api/v1/cards/${id}`);
  assert.equal(answer.status, 200);
  return (await answer.json()) as PlainCard;
}

test('a card says who, what, how and whom to ask, in the words of policy and interpretation', async () => {
  await writePolicies(running.service, {
    documents: [
      policy('p', {
        title: '关于印发《养老服务补贴办法》的通知',
        issuers: [{ organId: 'finance' }, { organId: 'civil-affairs', lead: true }],
      }),
      policy('q'),
    ],
    interpretations: [
      interpretation('a', ['p'], { eligibility: [], steps: [] }),
      interpretation('b', ['p'], {
        standards: [
          { kind: 'table', rows: [[{ text: [{ text: '轻度' }] }, { text: [{ text: '300元' }] }]] },
        ],
        interpreter: { organ: '江汉区民政局', organId: 'civil-affairs', phone: '027-00000099' },
      }),
      interpretation('c', ['q', 'p']),
    ],
  });
  const made = await card('p');
  assert.deepEqual(
    [made.title, made.who, made.what, made.how],
    ['养老服务补贴办法', ['住在本区的老年人'], ['轻度，300元'], ['到街道申请']],
  );
  assert.deepEqual(made.ask, {
    organ: '江汉区民政局',
    phone: '027-00000099',
    address: '示例地址：江汉区示例路9号',
  });
  assert.equal(made.complaint, '027-00000009');
  assert.equal(made.url, '/policies/p');
});

test('the version changes with each part a card is made of, and with nothing else', async () => {
  const before = await card('p');
  const { service } = running;
  await writePolicies(service, { documents: [policy('unrelated')] });
  assert.equal((await card('p')).version, before.version);

  const { added, changed } = await writePolicies(service, {
    interpretations: [interpretation('b', ['p'], { steps: [paragraph('在网上申请')] })],
  });
  assert.deepEqual([added.length, changed.length], [0, 1]);
  const after = await card('p');
  assert.deepEqual(after.how, ['在网上申请']);
  assert.notEqual(after.version, before.version);

  await writePolicies(service, {
    documents: [policy('newer', { predecessors: ['p'], effectiveOn: '2026-03-01' })],
  });
  const ended = await card('p');
  assert.equal(ended.policy.validity, 'abolished');
  assert.notEqual(ended.version, after.version);
});

test('the complaint line always stands there: of the district, of the organ, or 12345', async () => {
  const { service } = running;
  const asked = (phone: string) =>
    interpretation('l', ['line'], {
      interpreter: { organ: '江汉区民政局', organId: 'civil-affairs', phone },
    });
  const issuers = [{ organId: 'civil-affairs', lead: true }];
  await writePolicies(service, {
    documents: [
      policy('line', { issuers }),
      policy('elsewhere', { issuers: [{ name: '省民政厅' }] }),
    ],
    // One asks and complains at the same line.
    interpretations: [asked('027-00000009'), interpretation('e', ['elsewhere'])],
  });
  const line = await card('line');
  assert.deepEqual([line.ask.phone, line.complaint], ['027-00000009', '027-00000009']);
  assert.equal((await card('elsewhere')).complaint, '12345');
  service.settings.complaintPhone = '027-00012345';
  try {
    await writePolicies(service, { documents: [policy('published-again')] });
    assert.equal((await card('line')).complaint, '027-00012345');
    assert.notEqual((await card('line')).version, line.version);
  } finally {
    service.settings.complaintPhone = undefined;
  }
});

test('there is no card where nothing says who gets what and how', async () => {
  assert.equal((await fetch(`${running.url}/api/v1/cards/unrelated`)).status, 404);
  assert.equal((await fetch(`${running.url}/api/v1/cards/none`)).status, 404);
});
