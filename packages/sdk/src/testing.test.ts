import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarChina } from '@open-info/contract/calendar-china';
import { runCaseClock } from '@open-info/contract/case-clock';
import { catalogFilters } from '@open-info/contract/catalog';
import { readReceiptNumber } from '@open-info/contract/receipt-number';
import { requestStatuses } from '@open-info/contract/request-events';
import { isKnown } from '@open-info/contract/shape';
import { getWatched } from '@open-info/contract/watch';
import { failure, submission } from '../test/server.ts';
import { listAreas } from './areas.ts';
import {
  getCatalogItem,
  listCatalog,
  listCatalogChanges,
  listCatalogVersions,
  suggestCatalog,
} from './catalog.ts';
import { getCalendar } from './calendar.ts';
import { getCard } from './cards.ts';
import { downloadCaseAttachment, getCaseBoard, rateCase, trackCase } from './cases.ts';
import { getChallenge, solveChallenge } from './challenges.ts';
import { getCleanup, listCleanups } from './cleanups.ts';
import { runClock } from './clock.ts';
import { getDeskRequest, getReplyDraft, listDesk, moveAtDesk } from './desk.ts';
import { getDocument, listDocuments } from './documents.ts';
import { ConnectionError, isOpenInfoError, NotFoundError } from './errors.ts';
import { listFields } from './fields.ts';
import { getHealth, getReadiness } from './health.ts';
import {
  getInterpretation,
  interpretationFileUrl,
  listInterpretations,
} from './interpretations.ts';
import { getOrgan, listOrgans } from './organs.ts';
import { claimHandoff, sendHandoff } from './handoffs.ts';
import { checklistOf, getChecklist, getMatter, listMatters } from './matters.ts';
import { listOutcomes } from './outcomes.ts';
import {
  downloadAttachment,
  getRequestRules,
  submitRequest,
  trackRequest,
  undoRequest,
} from './requests.ts';
import {
  createMockClient,
  sampleCaseKeys,
  sampleCaseNames,
  sampleRequestKeys,
  sampleRequestNames,
  sampleToday,
} from './testing.ts';
import { attachFile } from './uploads.ts';

test('every operation is answered as the contract says', async () => {
  const client = createMockClient();
  const all = await listCatalog(client).toArray({ limit: 100 });
  assert.equal(all.length, 34);
  for (const { id } of all) assert.equal((await getCatalogItem(client, id)).id, id);
  const organs = await listOrgans(client);
  assert.equal((await getOrgan(client, organs.items[0]?.id ?? '')).id, organs.items[0]?.id);
  assert.equal((await listCatalogChanges(client)).total, 34);
  assert.equal((await listCatalogVersions(client)).items.length, 2);
  assert.equal((await listAreas(client)).items[0]?.level, 'district');
  assert.ok((await listFields(client)).items.length > 10);
  assert.equal((await getHealth(client)).status, 'ok');
  assert.equal((await getReadiness(client)).status, 'ok');
});

test('a facet counts what choosing its value leaves', async () => {
  const client = createMockClient();
  const { facets } = await listCatalog(client, { q: '政' });
  for (const filter of catalogFilters) {
    for (const { value, count } of facets[filter]) {
      const { total } = await listCatalog(client, { q: '政', [filter]: [value] });
      assert.equal(total, count, `${filter} ${value}`);
    }
  }
});

test('a search tells where it matched', async () => {
  const { items } = await listCatalog(createMockClient(), { q: '政策' });
  assert.ok(items.length > 0);
  for (const { matches } of items) {
    const match = matches?.[0];
    assert.ok(match);
    const [start, end] = match.ranges[0] ?? [0, 0];
    assert.equal(match.text.slice(start, end), '政策');
  }
  const { items: names } = await suggestCatalog(createMockClient(), { q: '政策' });
  assert.ok(names.every(({ text }) => text.includes('政策')));
});

test('a wrong question and a wrong fixture are both refused', async () => {
  const client = createMockClient({ 'health.live': { status: 'ok' } as never });
  assert.ok(isOpenInfoError(await failure(listCatalog(client, { limit: 0 })), 'usage'));
  assert.ok(isOpenInfoError(await failure(getHealth(client)), 'contract'));
  assert.deepEqual(client.asked, [{ operation: 'health.live' }]);
});

test('fixtures are values, errors or functions of the question', async () => {
  const client = createMockClient({
    'catalog.suggest': ({ query }) => ({ items: [{ text: query.q, ranges: [], count: 1 }] }),
    'fields.list': new ConnectionError('offline'),
  });
  assert.equal((await suggestCatalog(client, { q: '预算' })).items[0]?.text, '预算');
  assert.ok(isOpenInfoError(await failure(listFields(client)), 'network'));
});

test('failing, empty and slow clients', async () => {
  const client = createMockClient();
  const error = await failure(listCatalog(client.failing()));
  assert.ok(isOpenInfoError(error, 'http'));
  assert.equal(error.status, 503);
  const empty = client.empty();
  assert.equal((await listCatalog(empty)).total, 0);
  const missing = await failure(getCatalogItem(empty, 'x'));
  assert.equal(isOpenInfoError(missing) && missing.status, 404);
  assert.equal((await listCatalog(client.slow(5))).total, 34);
  const never = listCatalog(client.slow(Infinity), {}, { deadline: 20 });
  assert.ok(isOpenInfoError(await failure(never), 'timeout'));
});

const { disclosed, submitted } = sampleRequestKeys;

test('there is a request in each state, as the contract says and as the clock reckons', async () => {
  const client = createMockClient();
  const calendar = await getCalendar(client);
  const seen = [];
  for (const name of sampleRequestNames) {
    const view = await trackRequest(client, sampleRequestKeys[name]);
    const { dueOn } = runClock(view.events, calendar, sampleToday, view.policy);
    assert.equal(view.dueOn, dueOn, name);
    assert.ok(isKnown(requestStatuses, view.status), name);
    assert.equal((await getDeskRequest(client, view.number)).status, view.status);
    seen.push(view.status);
  }
  assert.equal(new Set(seen).size, 10);
  const { reply } = await trackRequest(client, sampleRequestKeys.refused);
  assert.equal(reply?.remedies[0]?.first, true);
  assert.ok(!reply.text.includes('{'));
  const wrong = await failure(trackRequest(client, { ...disclosed, code: '0000000000' }));
  assert.equal(isOpenInfoError(wrong) && wrong.status, 404);
});

test('what is filed is there for whoever asks next, once for each key', async () => {
  const client = createMockClient();
  const options = { idempotencyKey: 'draft-1' };
  const receipt = await submitRequest(client, submission, options);
  assert.equal(readReceiptNumber(receipt.number), receipt.number);
  assert.deepEqual(await submitRequest(client, submission, options), receipt);
  assert.notEqual((await submitRequest(client, submission)).number, receipt.number);
  assert.equal((await trackRequest(client, receipt)).status, 'submitted');
  assert.equal((await undoRequest(client, receipt)).status, 'undone');
  assert.equal((await trackRequest(client.slow(1), receipt)).status, 'undone');
  assert.equal(isOpenInfoError(await failure(trackRequest(createMockClient(), receipt))), true);
  assert.equal(client.asked[0]?.idempotencyKey, 'draft-1');
});

test('an upload goes its way, a file comes back, a form goes from hand to hand', async () => {
  const client = createMockClient();
  const told: number[] = [];
  const bytes = new Uint8Array(1000);
  const onProgress = (sent: number) => told.push(sent);
  const upload = await attachFile(client.slow(4), { name: '附件.pdf', bytes }, { onProgress });
  assert.equal(upload.name, '附件.pdf');
  assert.deepEqual(told.slice(0, 4), [250, 500, 750, 1000]);
  const [file] = (await trackRequest(client, disclosed)).reply?.attachments ?? [];
  const answer = await downloadAttachment(client, { ...disclosed, id: file?.id ?? '' });
  assert.equal(answer.name, '养老服务补贴发放标准.pdf');
  assert.equal(await answer.blob.text(), '示例文件：养老服务补贴发放标准.pdf');
  const { id, key } = await sendHandoff(client, { name: '张三' });
  assert.deepEqual(await claimHandoff(client, id, key), { name: '张三' });
  assert.ok(isOpenInfoError(await failure(claimHandoff(client, id, key)), 'http'));
});

test('the office works, and the watch sees it', async () => {
  const client = createMockClient();
  const { watch } = await trackRequest(client, submitted);
  const ask = () => client.call(getWatched, { params: { ticket: watch.ticket } });
  assert.equal((await ask()).data.tag, watch.tag);
  await moveAtDesk(client, submitted.number, { kind: 'confirm' });
  assert.notEqual((await ask()).data.tag, watch.tag);
  assert.equal((await trackRequest(client, submitted)).status, 'confirmed');
  const illegal = await failure(moveAtDesk(client, disclosed.number, { kind: 'confirm' }));
  assert.equal(isOpenInfoError(illegal, 'http') && illegal.problem?.code, 'illegal-move');
  const page = await listDesk(client, { limit: 3 });
  assert.equal(page.counts.open, page.total);
  assert.equal((await listDesk(client).toArray({ limit: 99 })).length, page.total);
  const letter = await getReplyDraft(client, submitted.number, 'stateSecret');
  assert.ok(letter.open.length > 0 && letter.open.every((place) => letter.text.includes(place)));
  assert.equal((await listOutcomes(client)).items.length, 21);
  assert.ok((await getRequestRules(client)).uploads.maxBytes > 0);
  const challenge = await getChallenge(client);
  const solution = JSON.parse(atob(await solveChallenge(challenge))) as { number: number };
  assert.equal(solution.number, 7);
});

test('there is a case in each state, as the contract says and as the clock reckons', async () => {
  const client = createMockClient();
  for (const name of sampleCaseNames) {
    const view = await trackCase(client, sampleCaseKeys[name]);
    const clock = runCaseClock(view.events, view, calendarChina, sampleToday, view.policy);
    assert.equal(view.dueOn, (clock.promised ?? clock.statutory)?.dueOn, name);
    const { tag } = (await client.call(getWatched, { params: view.watch })).data;
    assert.equal(tag, view.watch.tag);
  }
  const statuses = new Set(
    (await getCaseBoard(client, { limit: 50 })).items.map((one) => one.status),
  );
  assert.ok(statuses.size >= 8);
  const rating = { ...sampleCaseKeys.granted, level: '1', channel: 'web' };
  assert.equal((await rateCase(client, rating)).rating?.level, '1');
  const again = await failure(rateCase(client, rating));
  assert.equal(isOpenInfoError(again) && again.status, 409);
  const file = await downloadCaseAttachment(client, { ...sampleCaseKeys.granted, id: 'c-1' });
  assert.match(await file.blob.text(), /食品经营许可证/);
  const wrong = await failure(trackCase(client, { ...sampleCaseKeys.granted, code: '000000' }));
  assert.equal(isOpenInfoError(wrong) && wrong.status, 404);
});

test('matters are found, narrowed by answers and merged into a bundle', async () => {
  const client = createMockClient();
  const page = await listMatters(client, { q: '食品', facets: 'true' });
  assert.deepEqual(
    page.items.map(({ id }) => id),
    ['open-restaurant', 'food-licence'],
  );
  assert.deepEqual(
    page.facets?.theme?.map(({ value }) => value),
    ['开办企业', '准营准办'],
  );
  const matter = await getMatter(client, 'food-licence');
  const answers = { who: 'self', kitchen: 'no' };
  const checklist = await getChecklist(client, matter.id, answers);
  assert.equal(checklist.complete, true);
  assert.deepEqual(checklist, checklistOf(matter, answers));
  const bundle = await getMatter(client, 'open-restaurant');
  assert.equal(bundle.materials.filter(({ name }) => name === '经营者身份证').length, 1);
  assert.equal((await listMatters(client.empty())).total, 0);
});

test('policies are found, explained, cleaned up and put on one page', async () => {
  const client = createMockClient();
  const page = await listDocuments(client, { topic: ['养老服务'], facets: 'true', limit: 1 });
  assert.deepEqual([page.items.map(({ id }) => id), page.total], [['meals-2026'], 2]);
  assert.deepEqual(
    page.facets?.topic?.map(({ value }) => value),
    ['社会救助', '养老服务', '义务教育'],
  );
  const explained = await listInterpretations(client, { level: ['district'], form: ['audio'] });
  const [{ id } = { id: '' }] = explained.items;
  const { media, files } = await getInterpretation(client, id);
  assert.deepEqual(
    media.map(({ file }) => file).filter(Boolean),
    files.map((file) => file.id),
  );
  assert.match(interpretationFileUrl(client, id, 'picture'), /^data:image/);
  const card = await getCard(client, 'meals-2026');
  assert.ok([card.who, card.what, card.how].every(({ length }) => length > 0));
  await assert.rejects(getCard(client, 'meals-2021'), NotFoundError);
  const { items } = await listCleanups(client);
  const cleanup = await getCleanup(client, items[0]?.id ?? '');
  for (const { document } of cleanup.entries) await getDocument(client, document.id);
  assert.equal((await listCleanups(client.empty())).items.length, 0);
});

test('an empty office has nothing, a failing one fails', async () => {
  const client = createMockClient();
  assert.equal((await listDesk(client.empty())).total, 0);
  assert.equal(isOpenInfoError(await failure(trackRequest(client.empty(), disclosed))), true);
  const error = await failure(submitRequest(client.failing(), submission));
  assert.equal(isOpenInfoError(error, 'http') && error.status, 503);
});
