import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Draft, DraftMove, Release } from '@open-info/contract/editing';
import type { DeskCleanup } from '@open-info/contract/editing-after';
import {
  documentContent,
  issueDraft,
  issueMove,
  openDesks,
  own,
  publishDraft,
  refusalText,
  type Desks,
} from '../../test/editing.ts';
import { startReceiver, type Receiver } from '../../test/receiver.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { letterOf } from '../outbox/mail.ts';
import { tellDueReviews } from './due-reviews.ts';

interface Message {
  type: string;
  timestamp: string;
  data: Record<string, string>;
}

let service: TestService;
let receiver: Receiver;
let desks: Desks;
let time = Date.parse('2026-09-07T10:00:00+08:00');

before(async () => {
  receiver = await startReceiver();
  service = await startTestService({
    seeded: true,
    now: () => new Date(time),
    webhooks: [{ url: receiver.url, secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` }],
    webhookPrivate: true,
    editingUrl: 'https://oa.example.gov.cn/{kind}/{id}',
  });
  desks = await openDesks(service);
});
after(async () => {
  await service.close();
  receiver.close();
});

/** What was told of one record, in the order of its events; waits for so many. */
async function toldOf(id: string, count: number): Promise<Message[]> {
  const read = () =>
    receiver.received
      .map(({ body }) => JSON.parse(body) as Message)
      .filter(({ data }) => data.id === id);
  while (read().length < count) await receiver.until(receiver.received.length + 1);
  return read();
}

const eventsOf = (messages: readonly Message[]) => messages.map(({ data }) => data.event).sort();

test('a draft that waits for a step tells its organ, without a word of it', async () => {
  const { drafter, head, office, signer } = desks;
  const content = documentContent({ title: own('秘密的标题'), body: [own('秘密的正文')] });
  const { id } = await drafter.post<Draft>('/drafts', content);
  const move = (by: typeof drafter, body: DraftMove) => by.post<Draft>(`/drafts/${id}/moves`, body);
  await move(drafter, { kind: 'propose' });
  await move(head, { kind: 'return', reason: '秘密的理由' });
  await move(drafter, { kind: 'propose' });
  await move(head, { kind: 'approve' });
  await move(office, { kind: 'approve', secrecy: 'clear', note: '秘密的意见' });
  await move(signer, { kind: 'approve' });
  await move(office, issueMove());
  const told = await toldOf(id, 7);
  assert.deepEqual(
    eventsOf(told),
    ['unitHead', 'drafting', 'unitHead', 'office', 'signer', 'signed', 'issued'].sort(),
  );
  assert.deepEqual(
    told.find(({ data }) => data.event === 'office'),
    {
      type: 'draft.changed',
      timestamp: new Date(time).toISOString(),
      data: {
        id,
        organ: 'education',
        event: 'office',
        at: new Date(time).toISOString(),
        link: `https://oa.example.gov.cn/draft/${id}`,
      },
    },
  );
  const said = JSON.stringify(receiver.received);
  for (const word of ['秘密', '拟稿人', '科长', '招生']) assert.ok(!said.includes(word), word);
});

test('a release and a published clean-up are told once each', async () => {
  const issued = await issueDraft(desks, documentContent());
  const release = await desks.office.post<Release>('/releases', { drafts: [issued.id] });
  const [told] = await toldOf(release.id, 1);
  assert.deepEqual([told?.type, told?.data.event], ['release.changed', 'published']);
  assert.equal(told?.data.link, `https://oa.example.gov.cn/release/${release.id}`);

  const { id: document } = await publishDraft(desks);
  const cleanup = await desks.office.post<DeskCleanup>('/cleanups', {
    title: own('清理结果'),
    on: '2026-09-07',
    basis: '依据',
    entries: [{ document, decision: 'abolish', reason: '理由' }],
  });
  await desks.head.post(`/cleanups/${cleanup.id}/publication`);
  const [published] = await toldOf(cleanup.id, 1);
  assert.deepEqual([published?.type, published?.data.event], ['cleanup.changed', 'published']);
});

test('a review that is due is told once, and again when the next one is', async () => {
  const { id } = await issueDraft(desks, documentContent({ proposal: refusalText }));
  // One of the seed may be due already.
  await tellDueReviews(service.service);
  time = Date.parse('2027-09-08T10:00:00+08:00');
  assert.ok((await tellDueReviews(service.service)) > 0);
  assert.equal(await tellDueReviews(service.service), 0);
  const [due] = (await toldOf(id, 5)).filter(({ type }) => type === 'review.changed');
  assert.deepEqual(
    [due?.data.event, due?.data.organ, due?.data.link],
    ['due', 'education', `https://oa.example.gov.cn/review/${id}`],
  );
  await desks.office.post(`/reviews/${id}`, { decision: 'keep', reason: '仍属内部事务' });
  assert.equal(await tellDueReviews(service.service), 0);
  time = Date.parse('2028-09-09T10:00:00+08:00');
  assert.ok((await tellDueReviews(service.service)) > 0);
  const again = (await toldOf(id, 6)).filter(({ type }) => type === 'review.changed');
  assert.equal(again.length, 2);
});

test('what is closed is issued and waits for nothing more', async () => {
  const { id } = await issueDraft(desks, documentContent({ proposal: refusalText }));
  const after = await publishDraft(desks);
  const told = await toldOf(after.id, 5);
  assert.equal(told.length, 5);
  assert.ok(!eventsOf(await toldOf(id, 4)).includes('issued'));
});

test('a letter says what happened in words', () => {
  const at = '2026-09-07T01:00:00.000Z';
  const about = { subject: 'd1', organId: 'education', at };
  const link = 'https://oa.example.gov.cn/draft/d1';
  const waits = letterOf({ kind: 'draft.changed', event: 'signer', ...about }, '区教育局', link);
  assert.equal(waits.subject, '公文和解读拟稿 d1：待签发');
  assert.match(
    waits.text,
    /拟稿编号：d1\n承办机关：区教育局\n办理情况：待签发\n时间：2026-09-07 09:00\n办理：https/,
  );
  assert.match(waits.text, /不含文件内容/);
  const due = letterOf({ kind: 'review.changed', event: 'due', ...about }, '区教育局', undefined);
  assert.equal(due.subject, '公开属性定期评估 d1：到期，请评估');
});
