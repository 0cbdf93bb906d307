import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { DraftContent } from '@open-info/contract/editing';
import type { CleanupInput } from '@open-info/contract/editing-after';
import { endpoints } from '@open-info/contract/endpoints';
import { stopByLink } from '@open-info/contract/subscriptions';
import { pushRecords } from '@open-info/contract/exchange';
import { getWatched } from '@open-info/contract/watch';
import { failure, json, serve, submission } from '../test/server.ts';
import { catalogTiers, createOpenInfo, isKnown, isOpenInfoError } from './index.ts';
import { version } from './version.ts';

const key = { number: '2026-0000123-5', code: 'K7M3Q-9TXWP' };
const caseKey = { number: 'JH-2026-0001', code: 'K7M3Q9TX' };

const draft: DraftContent = {
  kind: 'interpretation',
  interpretation: { title: 'a', form: 'text', level: 'district', summary: 'a', policies: ['a'] },
};
const cleanup: CleanupInput = {
  title: 'a',
  on: '2026-09-07',
  basis: 'a',
  entries: [{ document: 'a', decision: 'keep' }],
};
const order = {
  subject: { kind: 'topic', id: '养老服务' },
  channel: 'email',
  to: 'wang@example.cn',
  language: 'zh-CN',
  consent: '2026-11',
};
const response = {
  document: 'a',
  title: 'a',
  body: [{ kind: 'paragraph', text: [{ text: 'a' }] }],
};

test('every endpoint of the contract has its call', async (t) => {
  const server = await serve(t, (response) => json(response, {}));
  const asked: string[] = [];
  const api = createOpenInfo({
    baseUrl: server.url,
    middleware: [
      (request, next, { operation }) => {
        asked.push(operation);
        return next(request);
      },
    ],
  });
  const calls = [
    api.catalog.list(),
    api.catalog.get('a'),
    api.catalog.changes(),
    api.catalog.versions(),
    api.catalog.suggest({ q: '预' }),
    api.documents.list(),
    api.documents.get('a'),
    api.interpretations.list(),
    api.interpretations.get('a'),
    api.cleanups.list(),
    api.cleanups.get('a'),
    api.cards.get('a'),
    api.organs.list(),
    api.organs.get('a'),
    api.areas.list(),
    api.fields.list(),
    api.health.live(),
    api.health.ready(),
    api.calendar.get(),
    api.outcomes.list(),
    api.requests.rules(),
    api.requests.challenge(),
    api.requests.submit(submission),
    api.requests.attach({ name: 'a.pdf', bytes: new Uint8Array(3) }),
    api.requests.track(key),
    api.requests.supplement({ ...key, text: '2025年' }),
    api.requests.justify({ ...key, text: '理由' }),
    api.requests.withdraw(key),
    api.requests.undo(key),
    api.handoffs.send('a form'),
    api.handoffs.claim('an-id-of-a-handoff', 'k'.repeat(43)),
    api.desk.list(),
    api.desk.get(key.number),
    api.desk.file({ ...submission, channel: 'counter', arrivedOn: '2026-11-20' }),
    api.desk.move(key.number, { kind: 'confirm' }),
    api.desk.template(key.number, 'disclosed'),
    api.desk.drafts.list(),
    api.desk.drafts.get('a'),
    api.desk.drafts.create(draft),
    api.desk.drafts.edit('a', { revision: 1, content: draft }),
    api.desk.drafts.move('a', { kind: 'propose' }),
    api.desk.drafts.staff('a'),
    api.desk.drafts.setStaff('a', { officers: [] }),
    api.desk.releases.create({ drafts: ['a'] }),
    api.desk.releases.list(),
    api.desk.reviews.list(),
    api.desk.reviews.get('a'),
    api.desk.reviews.decide('a', { decision: 'keep', reason: '理由' }),
    api.desk.cleanups.list(),
    api.desk.cleanups.get('a'),
    api.desk.cleanups.create(cleanup),
    api.desk.cleanups.edit('a', { revision: 1, content: cleanup }),
    api.desk.cleanups.publish('a'),
    api.desk.responses.list(),
    api.desk.responses.get('a'),
    api.desk.responses.create(response),
    api.desk.responses.edit('a', { revision: 1, content: response }),
    api.desk.responses.publish('a'),
    api.desk.ratings.list(),
    api.desk.ratings.answer({ number: 'JH-1', text: '已经整改' }),
    api.matters.list(),
    api.matters.get('a'),
    api.matters.checklist('a', { house: 'own' }),
    api.cases.get(caseKey),
    api.cases.rate({ ...caseKey, level: '1', channel: 'web' }),
    api.cases.board(),
    api.subscriptions.rules(),
    api.subscriptions.subscribe(order),
    api.subscriptions.confirm('token'),
    api.subscriptions.view('token'),
    api.subscriptions.stop('token'),
    api.subscriptions.change('token', { language: 'en' }),
    // A mail program stops by link.
    api.client.call(stopByLink, { params: { token: 'token' } }),
    // An acceptance system signs what it pushes; docs/cases.md has how.
    api.client.call(pushRecords, { params: { system: 'hall' }, body: { records: [] } }),
    // The ticket of a view is asked for by watch and wait.
    api.client.call(getWatched, { params: { ticket: 'a-ticket-of-a-request' } }),
  ];
  const errors = await Promise.all(calls.map((call) => failure(call)));
  for (const error of errors) assert.ok(isOpenInfoError(error, 'contract'), error.message);
  await api.requests.download({ ...key, id: 'a-1' });
  await api.cases.download({ ...caseKey, id: 'a-1' });
  await api.desk.attachment({ number: key.number, id: 'a-1' });
  await api.desk.drafts.file({ id: 'a', file: 'a-1' });
  // Public files are for links.
  const all = endpoints
    .filter((one) => !('files' in one && one.method === 'GET' && one.access === 'public'))
    .map(({ id }) => id);
  assert.deepEqual(asked.sort(), all.sort());
  assert.equal(
    api.catalog.exportUrl({ format: 'xlsx', q: '预算' }),
    `${server.url}/api/v1/catalog/export?q=%E9%A2%84%E7%AE%97&format=xlsx`,
  );
  const base = `${server.url}/api/v1`;
  assert.equal(api.documents.fileUrl('a', 'f'), `${base}/documents/a/files/f`);
  assert.equal(api.documents.articleUrl('a'), `${base}/documents/a/article`);
  assert.equal(api.documents.linkedDataUrl('a'), `${base}/documents/a/linked-data`);
  assert.equal(api.interpretations.fileUrl('a', 'f'), `${base}/interpretations/a/files/f`);
  assert.equal(api.matters.fileUrl('a', 'f'), `${base}/matters/a/files/f`);
  assert.equal(api.matters.linkedDataUrl('a'), `${base}/matters/a/linked-data`);
  assert.equal(api.feeds.url(), `${base}/feeds/all.atom`);
  assert.equal(api.feeds.url({ organ: 'education' }, 'json'), `${base}/feeds/organ-education.json`);
  assert.equal(api.feeds.sitemapUrl(), `${base}/sitemap.xml`);
});

test('open values are narrowed by isKnown', () => {
  assert.ok(isKnown(catalogTiers, 'county'));
  assert.ok(!isKnown(catalogTiers, 'village'));
});

test('the version is that of the package', () => {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  assert.equal(version, (JSON.parse(file) as { version: string }).version);
});

/** Every call below a noun, also of the nouns within it. */
const callsOf = (path: string, room: object): string[] =>
  Object.entries(room).flatMap(([name, value]: [string, object]) =>
    typeof value === 'function' ? [`${path}.${name}(`] : callsOf(`${path}.${name}`, value),
  );

test('api.md names every call', () => {
  const page = readFileSync(new URL('../api.md', import.meta.url), 'utf8');
  const { client, ...rooms } = createOpenInfo({ baseUrl: 'https://host' });
  assert.equal(client.baseUrl, 'https://host');
  const calls = callsOf('api', rooms);
  assert.ok(calls.includes('api.desk.drafts.move('));
  for (const call of calls) assert.ok(page.includes(call), call);
});
