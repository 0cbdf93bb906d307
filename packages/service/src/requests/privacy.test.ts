import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { RequestReceipt, RequestView } from '@open-info/contract/requests';
import type { Upload } from '@open-info/contract/uploads';
import { sql } from 'kysely';
import { residentId, submission } from '../../test/requests.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import type { Officer } from '../access/officer.ts';
import type { Step } from './life.ts';
import { takeStep } from './steps.ts';
import { loadRequest } from './store.ts';

// Marked values are planted in everything a person or an officer can write, and searched in
// everything that came out.

let service: TestService;
before(async () => {
  service = await startTestService({
    seeded: true,
    challengeAfter: 1_000,
    challengeOverall: 1_000,
    logLevel: 'debug',
  });
});
after(() => service.close());

const officer: Officer = { id: 'li', organId: 'education', role: 'officer' };

/** Who somebody is and how to reach them: in no answer at all. */
const personal = {
  name: '密甲乙丙',
  number: residentId(77),
  phone: '13999990077',
  email: 'planted-77@example.org',
  address: '密路七十七号',
  contact: '密联系人',
  agent: '密代理人',
  agentPhone: '13999990078',
  helpNote: '密需要协助',
};
/** What was written of a matter: for whoever has the code, and the office. */
const written = {
  sought: '密所求之件',
  description: '密其他特征',
  supplementAsked: '密补正告知',
  supplement: '密补正内容',
  letter: '密答复书，可以申请行政复议',
  fileName: '密文件名',
  file: '密文件内容',
};
/** What only the office may see. */
const internal = {
  party: '密第三方',
  opinion: '密意见',
  note: '密内部记录',
  approvedBy: '密批准人',
};

/** Everything that came out: addresses, headers, bodies. */
interface Heard {
  path: string;
  headers: string;
  body: string;
}
const heard: Heard[] = [];

async function ask(path: string, body?: unknown): Promise<{ status: number; body: string }> {
  const answer = await fetch(`${service.url}/api/v1${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `key-${heard.length}-xx` },
      body: JSON.stringify(body),
    }),
  });
  const text = await answer.text();
  heard.push({ path, headers: JSON.stringify([...answer.headers]), body: text });
  return { status: answer.status, body: text };
}

async function upload(): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([written.file]), `${written.fileName}.txt`);
  const answer = await fetch(`${service.url}/api/v1/uploads`, { method: 'POST', body: form });
  return ((await answer.json()) as Upload).token;
}

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const { db } = service.service;
  const tables = await db.introspection.getTables();
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await sql<{
        row: string;
      }>`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(db);
      return rows.rows.map(({ row }) => row).join('\n');
    }),
  );
  return texts.join('\n');
}

function assertAbsent(text: string, marks: Iterable<string>, where: string): void {
  for (const mark of marks) assert.ok(!text.includes(mark), `${mark} is in ${where}`);
}

test('no name, number, telephone, code or written word comes out where it should not', async () => {
  const filing = {
    ...submission(),
    applicant: {
      category: 'person',
      name: personal.name,
      identity: { kind: 'residentId', number: personal.number },
    },
    contact: {
      person: personal.contact,
      phone: personal.phone,
      email: personal.email,
      address: personal.address,
    },
    agent: {
      name: personal.agent,
      identity: { kind: 'other', number: `P-${personal.number}` },
      phone: personal.agentPhone,
    },
    sought: { name: written.sought, description: written.description },
    assistance: { needs: ['other'], note: personal.helpNote },
    attachments: [await upload()],
  };
  const filed = await ask('/requests', filing);
  assert.equal(filed.status, 200, filed.body);
  const { number, code } = JSON.parse(filed.body) as RequestReceipt;
  const key = { number, code };
  await takeAll(number);
  const seen = await ask('/requests/track', key);
  const { watch, attachments } = JSON.parse(seen.body) as RequestView;
  assert.ok(seen.body.includes(written.sought));
  await ask('/requests/attachment', { ...key, id: attachments[0]?.id });
  await ask(`/watch/${watch.ticket}`);

  // What goes wrong must not repeat what was given either.
  const wrong = { ...filing, kind: personal.name };
  await ask('/requests', { ...wrong, contact: { phone: personal.name } });
  await ask('/requests', { ...filing, purpose: personal.number });
  await ask('/requests', { ...filing, attachments: [personal.number] });
  await ask('/requests', `${JSON.stringify(filing)}!`);
  await ask('/requests/track', { number, code: '00000-00000' });
  await ask('/requests/track', { number: personal.number, code });
  await ask('/requests/undo', key);
  await ask('/requests/supplement', { ...key, text: written.supplement });
  await ask('/requests/withdraw', key);
  for (const path of ['/requests/rules', '/organs', '/outcomes', '/health', '/openapi.json']) {
    await ask(path);
  }
  await ask(`/desk/requests/${number}`);
  await ask('/desk/requests');

  const marks = Object.values(personal);
  const ofMatter = Object.values(written);
  const ofOffice = Object.values(internal);
  const mayHold = ['/requests/track', '/requests/attachment'];
  for (const { path, headers, body } of heard) {
    const isReceipt = path === '/requests' && body.includes('"code":"') && body.includes(code);
    assertAbsent(path, [...marks, ...ofMatter, code], 'an address');
    assertAbsent(headers, [...marks, ...ofMatter, ...ofOffice, code], `the headers of ${path}`);
    assertAbsent(body, [...marks, ...ofOffice], `the answer of ${path}`);
    if (!isReceipt) assertAbsent(body, [code], `the answer of ${path}`);
    if (!mayHold.includes(path)) assertAbsent(body, ofMatter, `the answer of ${path}`);
  }

  const everything = [...marks, ...ofMatter, ...ofOffice, code, code.replace('-', '')];
  assert.ok(service.lines.length > heard.length);
  assertAbsent(JSON.stringify(service.lines), everything, 'the log');
  const rows = await dump();
  assert.ok(rows.includes(number));
  assertAbsent(rows, everything, 'the database');
  const { db } = service.service;
  const told = await db.selectFrom('outbox_changes').selectAll().execute();
  const audited = await db.selectFrom('audit').selectAll().where('subject', '=', number).execute();
  assert.ok(told.length > 4 && audited.length > told.length);
  assertAbsent(JSON.stringify([told, audited]), everything, 'outbox and audit');
});

/** Every step that takes words, up to the reply. */
async function takeAll(number: string): Promise<void> {
  const dueOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const moves: Step[] = [
    { kind: 'confirm' },
    { kind: 'askSupplement', text: written.supplementAsked, dueOn },
    { kind: 'supplement', text: written.supplement },
    { kind: 'consult', consulted: 'thirdParty', party: internal.party },
    { kind: 'recordOpinion', of: 5, opinion: 'objects', text: internal.opinion },
    { kind: 'extend', workdays: 5, text: written.supplementAsked, approvedBy: internal.approvedBy },
    { kind: 'note', text: internal.note },
    {
      kind: 'reply',
      outcome: 'partlyDisclosed',
      text: written.letter,
      attachments: [await upload()],
    },
  ];
  for (const [index, move] of moves.entries()) {
    const request = await loadRequest(service.service, number);
    assert.ok(request);
    await takeStep(service.service, request, move, officer, `move-number-${index}`);
  }
}
