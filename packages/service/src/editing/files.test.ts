import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { PolicyDocument } from '@open-info/contract/documents';
import type { Draft, DraftContent, Release } from '@open-info/contract/editing';
import type { Interpretation } from '@open-info/contract/interpretations';
import type { Upload } from '@open-info/contract/uploads';
import {
  documentContent,
  interpretationOf,
  issueDraft,
  openDesks,
  own,
  paragraph,
  refusalText,
  signDraft,
  uploadText,
  type Desk,
  type Desks,
} from '../../test/editing.ts';
import { startTestService, type TestService } from '../../test/service.ts';
import { eraseExpiredUploads } from '../uploads/store.ts';

let service: TestService;
let desks: Desks;
let drafter: Desk;
let office: Desk;
const start = Date.parse('2026-09-07T10:00:00+08:00');
let time = start;

before(async () => {
  service = await startTestService({ seeded: true, now: () => new Date(time) });
  desks = await openDesks(service);
  ({ drafter, office } = desks);
});
after(() => service.close());
beforeEach(() => (time = start));

const upload = (name: string, text = name): Promise<Upload> => uploadText(service, name, text);

/** A document with two files: one its text shows, one it only lists. */
async function withFiles(more: Partial<DraftContent> = {}) {
  const table = await upload('招生计划表.txt', own('计划表的内容'));
  const form = await upload('登记表.txt', own('登记表的内容'));
  const { document, ...content } = documentContent({ content: more });
  assert.ok(document);
  const body = [
    ...document.body,
    { kind: 'attachment' as const, text: [{ text: '附件：登记表' }], file: form.token },
  ];
  return { ...content, document: { ...document, files: [table.token], body } };
}

const publicFile = (id: string, file: string, kind = 'documents') =>
  fetch(`${service.url}/api/v1/${kind}/${id}/files/${file}`);

const readPublic = async <T>(path: string) =>
  (await (await fetch(`${service.url}/api/v1${path}`)).json()) as T;

const namesOf = ({ files }: Pick<Draft, 'files'>) => files.map(({ name }) => name);

const stored = async (id: string) =>
  (await service.service.db
    .selectFrom('uploads')
    .select(['id', 'number'])
    .where('id', '=', id)
    .executeTakeFirst()) ?? 'gone';

describe('the files of a draft', () => {
  test('go with a document through every step and out with its release', async () => {
    const content = await withFiles();
    const created = await drafter.post<Draft>('/drafts', content);
    assert.deepEqual(namesOf(created), ['招生计划表.txt', '登记表.txt']);
    const { document } = created.content;
    const [table = '', form = ''] = document?.files ?? [];
    assert.deepEqual(
      created.files.map(({ id }) => id),
      [table, form],
    );
    assert.equal(document?.body.find(({ kind }) => kind === 'attachment')?.file, form);
    const tokens = [...content.document.files, content.document.body.at(-1)?.file ?? '?'];
    for (const token of tokens) assert.ok(!JSON.stringify(created).includes(token));

    const issued = await issueDraft(desks, created.content).catch(() => undefined);
    assert.equal(issued, undefined, 'files of one draft are not those of another');

    const { id } = created;
    for (const [by, body] of [
      [drafter, { kind: 'propose' }],
      [desks.head, { kind: 'approve' }],
      [office, { kind: 'approve', secrecy: 'clear' }],
      [desks.signer, { kind: 'approve' }],
      [office, { kind: 'issue', indexNumber: own('JH-JY/2026-F') }],
    ] as const) {
      const moved = await by.post<Draft>(`/drafts/${id}/moves`, body);
      assert.deepEqual(moved.files, created.files);
      assert.equal((await publicFile(id, form)).status, 404);
    }
    await office.post<Release>('/releases', { drafts: [id] });

    const shown = await readPublic<PolicyDocument>(`/documents/${id}`);
    assert.deepEqual(shown.files, created.files);
    assert.equal(shown.body.find(({ kind }) => kind === 'attachment')?.file, form);
    const answer = await publicFile(id, form);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /^登记表的内容/);
    assert.deepEqual((await drafter.get<Draft>(`/drafts/${id}`)).files, created.files);
    assert.match(
      await (await desks.head.fetch('GET', `/drafts/${id}/files/${table}`)).text(),
      /计划表/,
    );
  });

  test('are read at the desk by their office alone', async () => {
    const { id, files } = await drafter.post<Draft>('/drafts', await withFiles());
    const path = `/drafts/${id}/files/${files[1]?.id ?? ''}`;
    const answer = await desks.coordinator.fetch('GET', path);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
    assert.match(answer.headers.get('content-disposition') ?? '', /attachment/);
    assert.match(await answer.text(), /^登记表的内容/);
    assert.equal((await desks.other.fetch('GET', path)).status, 404);
    assert.equal((await drafter.fetch('GET', `/drafts/${id}/files/none`)).status, 404);
  });

  test('stay through an edit; one that is named no more is erased like an unused upload', async () => {
    const created = await drafter.post<Draft>('/drafts', await withFiles());
    const [table, form] = created.files;
    const { document } = created.content;
    assert.ok(table && form && document);
    const added = await upload('说明.txt');
    const { files } = await drafter.put<Draft>(`/drafts/${created.id}`, {
      revision: created.revision,
      content: { ...created.content, document: { ...document, files: [added.token] } },
    });
    assert.deepEqual(
      files.map(({ name }) => name),
      ['说明.txt', '登记表.txt'],
    );
    await eraseExpiredUploads(service.service);
    assert.equal(await stored(table.id), 'gone');
    await assert.rejects(service.service.files.read(table.id)[Symbol.asyncIterator]().next());
    // What a draft has does not expire, however long it is in hand.
    time = start + 40 * 86_400_000;
    await eraseExpiredUploads(service.service);
    assert.deepEqual(await stored(form.id), { id: form.id, number: created.id });
  });

  test('are refused at the place that names what is not there', async () => {
    const content = await withFiles();
    const { document } = content;
    const bad = { ...document, files: ['gone', ...document.files] };
    const answer = await drafter.ask('POST', '/drafts', { ...content, document: bad });
    assert.equal(answer.status, 400);
    assert.deepEqual(
      answer.body.errors?.map(({ field }) => field),
      ['document.files.0'],
    );
    // Nothing was taken by what was refused.
    await drafter.post<Draft>('/drafts', content);
    const twice = await drafter.ask('POST', '/drafts', content);
    assert.deepEqual(
      twice.body.errors?.map(({ field }) => field),
      ['document.files.0', 'document.body.1.file'],
    );
    const many = Array.from({ length: 51 }, (_, place) => `token${String(place)}`);
    const tooMany = { ...document, files: many };
    const refused = await drafter.ask('POST', '/drafts', { ...content, document: tooMany });
    assert.equal(refused.status, 400);
  });

  test('are not public with what is closed or on request, and come with a review that opens it', async () => {
    const closed = await issueDraft(desks, await withFiles({ proposal: refusalText }));
    const asked = await issueDraft(
      desks,
      await withFiles({ proposal: { ...refusalText, attribute: 'onRequest' } }),
    );
    await office.post<Release>('/releases', { drafts: [asked.id] });
    for (const { id, files } of [closed, asked]) {
      assert.equal(files.length, 2);
      for (const { id: file } of files) assert.equal((await publicFile(id, file)).status, 404);
      const path = `/drafts/${id}/files/${files[0]?.id ?? ''}`;
      assert.equal((await drafter.fetch('GET', path)).status, 200);
    }
    assert.deepEqual((await readPublic<PolicyDocument>(`/documents/${asked.id}`)).files, []);

    time = Date.parse('2027-09-08T10:00:00+08:00');
    await office.post(`/reviews/${closed.id}`, { decision: 'open', reason: '情况变化' });
    const opened = await readPublic<PolicyDocument>(`/documents/${closed.id}`);
    assert.deepEqual(opened.files, closed.files);
    assert.equal((await publicFile(closed.id, closed.files[0]?.id ?? '')).status, 200);
  });

  test('stand in an interpretation: its media, its text and its answers', async () => {
    const document = await issueDraft(desks, documentContent());
    const [picture, inText, inAnswer] = [
      await upload('图解.txt'),
      await upload('流程.txt'),
      await upload('示例.txt'),
    ];
    const figure = (file: string) => ({ kind: 'figure' as const, file, alternative: '图' });
    const draft = await signDraft(
      desks,
      interpretationOf([document.id], {
        form: 'picture',
        main: [paragraph('主要内容。'), figure(inText.token)],
        questions: [{ question: '怎么办？', answer: [figure(inAnswer.token)] }],
        media: [
          {
            form: 'picture',
            title: '一图读懂',
            file: picture.token,
            alternative: [paragraph('文字')],
          },
          { form: 'video', title: '视频', file: '/media/1.mp4', alternative: [paragraph('文字')] },
        ],
      }),
    );
    assert.equal(draft.files.length, 3);
    const first = draft.files[0]?.id ?? '';
    assert.equal((await publicFile(draft.id, first, 'interpretations')).status, 404);
    await office.post<Release>('/releases', { drafts: [document.id, draft.id] });
    const shown = await readPublic<Interpretation>(`/interpretations/${draft.id}`);
    assert.deepEqual(shown.files, draft.files);
    const names = new Map(shown.files.map(({ id, name }) => [id, name]));
    assert.deepEqual(
      [shown.media[0]?.file, shown.main[1]?.file, shown.questions[0]?.answer[0]?.file].map((id) =>
        names.get(id ?? ''),
      ),
      ['图解.txt', '流程.txt', '示例.txt'],
    );
    assert.equal(shown.media[1]?.file, '/media/1.mp4');
    const answer = await publicFile(draft.id, first, 'interpretations');
    assert.equal(answer.status, 200);
  });
});
