import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { RequestReceipt, RequestView } from '@open-info/contract/requests';
import type { Upload } from '@open-info/contract/uploads';
import { sql } from 'kysely';
import { post, submission } from '../../test/requests.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { verifyAudit } from '../audit/store.ts';
import type { Step } from '../requests/life.ts';
import { takeStep } from '../requests/steps.ts';
import { loadRequest } from '../requests/store.ts';
import { runRetention } from './run.ts';

let time = Date.parse('2026-03-02T02:00:00.000Z');
const dayMs = 86_400_000;
let service: TestService;
before(async () => {
  service = await startTestService({
    seeded: true,
    now: () => new Date(time),
    challengeAfter: 1_000,
    challengeOverall: 1_000,
    retentionDays: 30,
  });
});
after(() => service.close());

const officer = { id: 'li', organId: 'education', role: 'officer' } as const;

async function file(name: string, attachments: string[] = []): Promise<RequestReceipt> {
  const body = submission({ sought: { name }, attachments });
  const answer = await post<RequestReceipt>(service.url, '/requests', body, {
    'Idempotency-Key': randomUUID(),
  });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

async function office({ number }: RequestReceipt, ...moves: Step[]): Promise<void> {
  for (const move of moves) {
    const request = await loadRequest(service.service, number);
    assert.ok(request);
    await takeStep(service.service, request, move, officer, undefined);
  }
}

async function upload(): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob(['附件内容']), '附件.txt');
  const answer = await fetch(`${service.url}/api/v1/uploads`, { method: 'POST', body: form });
  return ((await answer.json()) as Upload).token;
}

const answered: Step[] = [
  { kind: 'confirm' },
  { kind: 'note', text: '内部记录' },
  { kind: 'reply', outcome: 'disclosed', text: '答复内容' },
];

const view = async ({ number, code }: RequestReceipt): Promise<RequestView> =>
  (await post<RequestView>(service.url, '/requests/track', { number, code })).body;

const count = async (table: 'uploads' | 'idempotency_keys') => {
  const row = await service.service.db
    .selectFrom(table)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
};

/** On PostgreSQL also the lock between processes is taken. */
const run = () => {
  const server = process.env.TEST_DATABASE_URL;
  const settings = { ...service.service.settings, ...(server && { databaseUrl: server }) };
  return runRetention({ ...service.service, settings });
};

test('what is personal is erased when its time has passed; log, dates and outcome stay', async () => {
  const ended = await file('已答复', [await upload()]);
  await office(ended, ...answered);
  const open = await file('办理中');
  await office(open, { kind: 'confirm' });
  const sued = await file('诉讼中');
  await office(sued, ...answered);
  await upload();
  assert.equal(await count('uploads'), 2);
  assert.equal(await count('idempotency_keys'), 3);

  time += 30 * dayMs;
  assert.deepEqual(await run(), { requests: 0, cases: 0, uploads: 1, keys: 3 });
  await office(sued, { kind: 'recordReview', review: 'litigation' });

  time += 2 * dayMs;
  const before = await view(ended);
  assert.deepEqual(await run(), { requests: 1, cases: 0, uploads: 0, keys: 0 });
  // The upload nobody took and the keys went with the first run.
  assert.equal(await count('uploads'), 0);
  assert.equal(await count('idempotency_keys'), 0);

  const erased = await view(ended);
  assert.deepEqual([erased.applicantName, erased.sought, erased.attachments], ['*', {}, []]);
  assert.equal(erased.reply?.text, '');
  assert.equal(erased.reply.outcome, 'disclosed');
  assert.equal(erased.applicantCategory, 'person');
  const bare = ({ events }: RequestView) => events.map(({ text: _text, ...event }) => event);
  assert.deepEqual(bare(erased), bare(before));
  const rows = await service.service.db
    .selectFrom('request_events')
    .select(['words'])
    .where('number', '=', ended.number)
    .execute();
  assert.deepEqual(
    rows.map(({ words }) => words),
    [null, null, null, null],
  );

  for (const kept of [open, sued]) assert.equal((await view(kept)).applicantName, '赵**');
  const audited = await service.service.db
    .selectFrom('audit')
    .select(['subject', 'facts'])
    .where('action', '=', 'request.erased')
    .execute();
  assert.deepEqual(audited, [{ subject: ended.number, facts: { files: 1 } }]);
  assert.equal((await verifyAudit(service.service.db)).whole, true);
  assert.equal((await run())?.requests, 0);
});

test(
  'of several processes one erases at a time',
  { skip: !process.env.TEST_DATABASE_URL },
  async () => {
    const runs = await Promise.all([run(), run(), run()]);
    assert.ok(runs.some((one) => one !== undefined));
    assert.ok(await run());
  },
);

test('what is left of an undone filing is erased at the next run', async () => {
  const receipt = await file('撤销的');
  const request = await loadRequest(service.service, receipt.number);
  assert.ok(request);
  // As if the process had ended between undoing and erasing.
  await takeStep(service.service, request, { kind: 'undo' }, 'applicant', undefined);
  assert.equal((await view(receipt)).applicantName, '赵**');
  assert.equal((await run())?.requests, 1);
  assert.equal((await view(receipt)).applicantName, '*');
});
