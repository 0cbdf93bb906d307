import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { textOfBlocks, type Block } from '@open-info/contract/blocks';
import type { Cleanup } from '@open-info/contract/cleanups';
import { stampTexts } from '@open-info/contract/disclosure-attribute';
import { cleanupDecisions, type PolicyDocument } from '@open-info/contract/documents';
import {
  attributeGrounds,
  type AttributeProposal,
  type Draft,
  type DraftContent,
  type DraftMove,
  type DraftPage,
  type EditingStaff,
  type Release,
} from '@open-info/contract/editing';
import type {
  CleanupInput,
  DeskCleanup,
  DeskResponse,
  Review,
  ReviewDecisionInput,
  ReviewPage,
} from '@open-info/contract/editing-after';
import type { Interpretation } from '@open-info/contract/interpretations';
import { endpoints } from '@open-info/contract/endpoints';
import { outcomes } from '@open-info/contract/outcomes-table';
import type { Problem } from '@open-info/contract/problem';
import type { DocumentRow } from '../documents/rows.ts';
import { writeDocuments } from '../documents/write.ts';
import { verifyAudit } from '../audit/store.ts';
import {
  documentContent,
  interpretationOf,
  issueDraft,
  issueMove,
  openDesks,
  own,
  paragraph,
  publishDraft,
  refusalText,
  signDraft,
  signIn,
  type Answered,
  type Desk,
  type Desks,
  type Making,
} from '../../test/editing.ts';
import { startTestService, type TestService } from '../../test/service.ts';

let service: TestService;
let time = 0;
const setDay = (day: string) => (time = Date.parse(`${day}T10:00:00+08:00`));

let desks: Desks;
let drafter: Desk;
let head: Desk;
let office: Desk;
let signer: Desk;
let other: Desk;
let coordinator: Desk;
let second: Desk;

before(async () => {
  setDay('2026-09-07');
  service = await startTestService({ seeded: true, now: () => new Date(time) });
  desks = await openDesks(service);
  ({ drafter, head, office, signer, other, coordinator, second } = desks);
});
after(() => service.close());
beforeEach(() => setDay('2026-09-07'));

const create = (content: DraftContent, by = drafter) => by.post<Draft>('/drafts', content);
const read = (id: string, by = drafter) => by.get<Draft>(`/drafts/${id}`);
const move = (id: string, by: Desk, body: DraftMove) => by.post<Draft>(`/drafts/${id}/moves`, body);
const tryMove = (id: string, by: Desk, body: DraftMove) =>
  by.ask<Draft>('POST', `/drafts/${id}/moves`, body);

const sign = (content: DraftContent) => signDraft(desks, content);
const issue = (content: DraftContent) => issueDraft(desks, content);

const release = (drafts: string[], by = office) => by.post<Release>('/releases', { drafts });

const published = (making?: Making) => publishDraft(desks, making);

function refused<T>(
  { status, body }: Answered<T>,
  expected: number,
  article: RegExp,
  detail?: RegExp,
): void {
  assert.equal(status, expected, JSON.stringify(body));
  assert.match(body.article ?? '', article);
  const told = [body.detail, ...(body.errors ?? []).map(({ message }) => message)].join('\n');
  if (detail) assert.match(told, detail);
}

const row = (id: string) =>
  service.service.db
    .selectFrom('documents')
    .select(['attribute', 'released_at', 'ended_as', 'ended_on', 'body', 'search_text'])
    .where('id', '=', id)
    .executeTakeFirst();

/** What anybody reads. */
async function readPublic<T>(path: string): Promise<Answered<T>> {
  const answer = await fetch(`${service.url}/api/v1${path}`);
  return { status: answer.status, body: (await answer.json()) as T & Partial<Problem> };
}

const auditOf = (subject: string) =>
  service.service.db
    .selectFrom('audit')
    .select(['actor', 'action', 'facts'])
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute();

describe('the proposed attribute', () => {
  test('is required of a document (plan row 16)', async () => {
    const content = { ...documentContent(), proposal: undefined };
    const answer = await drafter.ask('POST', '/drafts', content);
    refused(answer, 400, /公文拟定时同步提出公开属性建议/);
    assert.deepEqual(
      answer.body.errors?.map(({ field }) => field),
      ['proposal'],
    );
    const unknown = documentContent({ proposal: { attribute: 'later' } });
    refused(await drafter.ask('POST', '/drafts', unknown), 400, /同步提出公开属性建议/);
  });

  test('needs reason and ground when it is not open (plan row 17, art. 14 to 16)', async () => {
    for (const attribute of ['onRequest', 'closed']) {
      const bare = await drafter.ask(
        'POST',
        '/drafts',
        documentContent({ proposal: { attribute } }),
      );
      refused(bare, 400, /第十四条.*需说明理由/);
      assert.deepEqual(
        bare.body.errors?.map(({ field }) => field),
        ['proposal.reason', 'proposal.ground'],
      );
      const proposal = { attribute, reason: '  ', ground: 'registryInquiry' };
      const empty = await drafter.ask('POST', '/drafts', documentContent({ proposal }));
      assert.equal(empty.body.errors?.length, 2);
    }
    const { attribute } = await create(documentContent({ proposal: refusalText }));
    assert.deepEqual(attribute, refusalText);
  });

  test('rests on the grounds requests are refused on', () => {
    const refusals = outcomes.filter(
      ({ group, articles }) => group === 'refused' && /第十[四五六]条/.test(articles.join()),
    );
    assert.deepEqual(
      [...attributeGrounds],
      refusals.map(({ code }) => code),
    );
  });

  test('follows the document that is forwarded', async () => {
    const forwards = { title: '市教育局通知', attribute: 'onRequest' };
    const content = documentContent({ content: { forwards } });
    refused(await drafter.ask('POST', '/drafts', content), 409, /第十三条/, /依申请公开.*主动公开/);
    const original = await published();
    const known = { title: '原文', document: original.id, attribute: 'closed' };
    const same = documentContent({ content: { forwards: known } });
    const { id } = await create(same);
    await move(id, drafter, { kind: 'propose' });
    const decision = refusalText;
    refused(await tryMove(id, head, { kind: 'approve', decision }), 409, /第十三条/);
    const nothing = { title: '原文', document: 'nothing', attribute: 'open' };
    const unknown = documentContent({ content: { forwards: nothing } });
    refused(await drafter.ask('POST', '/drafts', unknown), 409, /第十三条/, /待认定/);
  });

  test('of a joint document is decided where its lead is (art. 10)', async () => {
    const joint = (lead: string) => {
      const content = documentContent();
      const issuers = ['education', 'civil-affairs'].map((organId) => ({
        organId,
        ...(organId === lead && { lead: true }),
      }));
      return { ...content, document: { ...content.document, issuers } };
    };
    refused(await drafter.ask('POST', '/drafts', joint('civil-affairs')), 400, /第十条/);
    refused(await drafter.ask('POST', '/drafts', joint('')), 400, /第十条/, /牵头/);
    assert.equal((await drafter.ask('POST', '/drafts', joint('education'))).status, 200);
    refused(await other.ask('POST', '/drafts', documentContent()), 400, /第十条/);
  });

  test('and every other field is checked before anything is kept', async () => {
    const content = documentContent();
    const body: Block[] = [
      { kind: 'paragraph', text: [{ text: 'x', href: 'javascript:alert(1)' }] },
    ];
    const bad = { ...content, document: { ...content.document, body } };
    const answer = await drafter.ask('POST', '/drafts', bad);
    assert.equal(answer.status, 400);
    assert.match(answer.body.errors?.[0]?.field ?? '', /^document\.body/);
    const unsaid = { ...content, needsInterpretation: undefined };
    refused(await drafter.ask('POST', '/drafts', unsaid), 400, /同步起草/);
  });
});

describe('the procedure', () => {
  test('goes from drafter to unit head, office and signer, and its log tells who and why', async () => {
    const { id } = await create(documentContent({ proposal: refusalText }));
    await move(id, drafter, { kind: 'propose' });
    await move(id, head, { kind: 'approve', note: '同意' });
    await move(id, office, { kind: 'approve', secrecy: 'clear' });
    const decision = { attribute: 'open' };
    const signed = await move(id, signer, { kind: 'approve', decision });
    assert.equal(signed.stage, 'signed');
    assert.deepEqual(signed.attribute, decision);
    assert.deepEqual(
      signed.log.map(({ kind, by, step }) => [kind, by, step]),
      [
        ['created', '拟稿人', undefined],
        ['propose', '拟稿人', 'drafting'],
        ['approve', '科长', 'unitHead'],
        ['approve', '办公室', 'office'],
        ['approve', '局长', 'signer'],
      ],
    );
    assert.deepEqual(signed.log[0]?.decision, refusalText);
    assert.equal(signed.log[2]?.reason, '同意');
    assert.equal(signed.log[3]?.secrecy, 'clear');
    assert.deepEqual(signed.log[4]?.decision, decision);
    const audit = await auditOf(id);
    assert.deepEqual(
      audit.map(({ action }) => action),
      ['drafts.create', 'drafts.propose', 'drafts.approve', 'drafts.approve', 'drafts.approve'],
    );
    assert.ok(!JSON.stringify(audit).includes('内部工作流程'));
  });

  test('has no two steps of one person (art. 17)', async () => {
    const { id } = await create(documentContent());
    await move(id, drafter, { kind: 'propose' });
    refused(await tryMove(id, drafter, { kind: 'approve' }), 409, /第十七条/, /连续/);
    await move(id, head, { kind: 'approve' });
    refused(await tryMove(id, head, { kind: 'approve', secrecy: 'clear' }), 409, /第十七条/);
    await move(id, drafter, { kind: 'approve', secrecy: 'clear' });
    await move(id, signer, { kind: 'approve' });
    refused(await tryMove(id, signer, issueMove()), 409, /第十七条/, /连续/);
  });

  test('asks the office for the secrecy review and stops where it is not certain (art. 14, 17)', async () => {
    const { id } = await create(documentContent());
    await move(id, drafter, { kind: 'propose' });
    await move(id, head, { kind: 'approve' });
    refused(await tryMove(id, office, { kind: 'approve' }), 409, /第十七条/, /保密审查/);
    const unsure = { kind: 'approve', secrecy: 'unsure' } as const;
    refused(await tryMove(id, office, unsure), 409, /第十七条/, /主管部门/);
    const secret = { kind: 'approve', secrecy: 'secret' } as const;
    refused(await tryMove(id, office, secret), 409, /第十四条/);
    const decision = { attribute: 'closed', reason: '涉及国家秘密', ground: 'stateSecret' };
    const doubtful = { kind: 'approve', secrecy: 'clear', decision } as const;
    refused(await tryMove(id, office, doubtful), 409, /第十四条/);
    const bare = { kind: 'approve', secrecy: 'secret', decision: { attribute: 'closed' } } as const;
    refused(await tryMove(id, office, bare), 400, /第十四条/);
    const { stage } = await move(id, office, { kind: 'approve', secrecy: 'secret', decision });
    assert.equal(stage, 'signer');
  });

  test('refuses every move out of its turn, and offers those that are possible', async () => {
    const { id, moves, revision } = await create(documentContent());
    assert.deepEqual(moves, ['propose', 'withdraw']);
    const early: DraftMove[] = [
      { kind: 'approve' },
      { kind: 'return', reason: '再改' },
      issueMove(),
      { kind: 'exempt', reason: '紧急' },
    ];
    for (const one of early) refused(await tryMove(id, drafter, one), 409, /第十七条|同步发布/);
    refused(await drafter.ask('POST', '/releases', { drafts: [id] }), 409, /第十七条/, /拟稿/);
    await move(id, drafter, { kind: 'propose' });
    const edit = { revision: revision + 1, content: documentContent() };
    refused(await drafter.ask('PUT', `/drafts/${id}`, edit), 409, /第十七条/, /退回/);
    const returned = await move(id, head, { kind: 'return', reason: '依据不足' });
    assert.equal(returned.stage, 'drafting');
    assert.equal(returned.log[returned.log.length - 1]?.reason, '依据不足');
    refused(await drafter.ask('PUT', `/drafts/${id}`, edit), 409, /第十七条/, /重新读取/);
    const edited = { ...edit, revision: returned.revision };
    assert.equal((await drafter.put<Draft>(`/drafts/${id}`, edited)).log.length, 4);
    const gone = await move(id, drafter, { kind: 'withdraw', reason: '不再需要' });
    assert.deepEqual([gone.stage, gone.moves], ['withdrawn', []]);
    refused(await tryMove(id, drafter, { kind: 'propose' }), 409, /第十七条/);
  });

  test('a repeated write with its key happens once', async () => {
    const content = documentContent();
    const key = own('key-of-a-draft-');
    const first = await drafter.ask<Draft>('POST', '/drafts', content, key);
    const again = await drafter.ask<Draft>('POST', '/drafts', content, key);
    assert.equal(again.body.id, first.body.id);
    const differs = await drafter.ask('POST', '/drafts', documentContent(), key);
    assert.equal(differs.status, 422);
    const path = `/drafts/${first.body.id}/moves`;
    await drafter.ask('POST', path, { kind: 'propose' }, 'key-of-a-move');
    const { status, body } = await drafter.ask<Draft>(
      'POST',
      path,
      { kind: 'propose' },
      'key-of-a-move',
    );
    assert.deepEqual([status, body.log.length], [200, 2]);
  });

  test('of two steps at once one is taken, and the audit chain stays whole', async () => {
    const { id } = await create(documentContent());
    await move(id, drafter, { kind: 'propose' });
    const answers = await Promise.all(
      [head, office, signer].map((by) => tryMove(id, by, { kind: 'return', reason: '再改' })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409]);
    assert.equal((await read(id)).log.length, 3);
    assert.ok((await verifyAudit(service.service.db)).whole);
  });

  test('named officers alone take a step, and a coordinator names them', async () => {
    const path = '/staff/civil-affairs';
    const officers = [{ id: '王工', steps: ['unitHead'] }];
    refused(await other.ask('PUT', path, { officers }), 403, /第十七条/);
    assert.equal((await drafter.ask('GET', path)).status, 404);
    const wrong = { officers: [{ id: '王工', steps: ['king'] }] };
    assert.equal((await coordinator.ask('PUT', path, wrong)).status, 400);
    const named = await coordinator.put<EditingStaff>(path, { officers });
    assert.deepEqual(await other.get<EditingStaff>(path), named);
    const content = documentContent();
    const issuers = [{ organId: 'civil-affairs' }];
    const theirs = { ...content, document: { ...content.document, issuers } } as DraftContent;
    const colleague = await signIn(service, '李四', { organId: 'civil-affairs' });
    const { id } = await create(theirs, colleague);
    await move(id, colleague, { kind: 'propose' });
    const third = await signIn(service, '张三', { organId: 'civil-affairs' });
    refused(await tryMove(id, third, { kind: 'approve' }), 409, /第十七条/, /没有登记/);
    assert.equal((await move(id, other, { kind: 'approve' })).stage, 'office');
  });

  test('an officer sees the own organ’s alone; a coordinator sees all and edits nothing (plan row 72)', async () => {
    const { id } = await create(documentContent());
    for (const path of [`/drafts/${id}`, '/drafts/nothing']) {
      assert.equal((await other.ask('GET', path)).status, 404);
    }
    assert.equal((await tryMove(id, other, { kind: 'propose' })).status, 404);
    refused(await other.ask('GET', '/drafts?organ=education'), 403, /第四条/);
    const listed = await other.get<DraftPage>('/drafts?limit=100');
    assert.ok(listed.items.every(({ organ }) => organ.id === 'civil-affairs'));
    const seen = await read(id, coordinator);
    assert.deepEqual(seen.moves, []);
    for (const kind of ['propose', 'approve'] as const) {
      refused(await tryMove(id, coordinator, { kind }), 403, /指导协调/);
    }
    const edit = { revision: 1, content: documentContent() };
    refused(await coordinator.ask('PUT', `/drafts/${id}`, edit), 403, /指导协调/);
    refused(await coordinator.ask('POST', '/drafts', documentContent()), 403, /指导协调/);
    refused(await coordinator.ask('POST', '/releases', { drafts: [id] }), 403, /指导协调/);
    const pages = await coordinator.get<DraftPage>('/drafts?organ=education&limit=1');
    assert.equal(pages.items.length, 1);
    const following = `/drafts?organ=education&limit=1&cursor=${pages.next ?? ''}`;
    const { items } = await coordinator.get<DraftPage>(following);
    assert.notEqual(items[0]?.id, pages.items[0]?.id);
    assert.equal((await fetch(`${service.url}/api/v1/desk/drafts`)).status, 401);
  });
});

describe('the stamp (plan row 18)', () => {
  test('is put below a text that has none, and kept where it stands', async () => {
    for (const proposal of [{ attribute: 'open' }, { ...refusalText, attribute: 'onRequest' }]) {
      const plain = await issue(documentContent({ proposal }));
      const stamp = stampTexts[proposal.attribute];
      assert.equal(plain.stamp, stamp);
      const body = plain.content.document?.body ?? [];
      assert.deepEqual(body[body.length - 1], paragraph(`（${stamp ?? ''}）`));
      const typed = await issue(
        documentContent({ proposal, body: ['正文。', `( ${stamp ?? ''} )`] }),
      );
      assert.equal(typed.content.document?.body.length, 2);
    }
  });

  test('that differs from the attribute keeps a document from being issued', async () => {
    const body = ['正文。', '（此件不予公开）'];
    const { id } = await sign(documentContent({ body }));
    const answer = await tryMove(id, office, issueMove());
    refused(answer, 409, /第十三条.*此件公开发布/, /此件不予公开.*此件公开发布/);
    assert.equal((await read(id)).stage, 'signed');
    assert.equal(await row(id), undefined);
  });

  test('is found within a longer paragraph too, and the refusal shows its sentence', async () => {
    const within = (stamp: string) => [
      `本通知自印发之日起施行。请照此办理，${stamp}，勿外传。再见。`,
    ];
    const { id } = await sign(documentContent({ body: within('此件不予公开') }));
    const answer = await tryMove(id, office, issueMove());
    refused(answer, 409, /第十三条/, /“请照此办理，此件不予公开，勿外传。”.*“此件公开发布”/);
    const right = await issue(documentContent({ body: within('此件公开发布') }));
    assert.equal(right.content.document?.body.length, 1);
    const spokenOf = await issue(documentContent({ body: ['不得标注“此件不予公开”。'] }));
    assert.equal(spokenOf.content.document?.body.length, 2);
  });

  test('within a paragraph is changed where it stands when a review opens the document', async () => {
    const body = ['请照此办理，此件不予公开，勿外传。', '附注。'];
    const { id } = await issue(documentContent({ body, proposal: refusalText }));
    await office.post(`/reviews/${id}`, { decision: 'open', reason: '情势变化' });
    const { body: shown } = await readPublic<PolicyDocument>(`/documents/${id}`);
    assert.equal(textOfBlocks(shown.body), '请照此办理，此件公开发布，勿外传。\n附注。');
  });

  test('the 索引号 is nobody else’s and the day has come', async () => {
    const first = await issue(documentContent());
    const { id } = await sign(documentContent());
    const indexNumber = first.indexNumber ?? '';
    const taken = await tryMove(id, office, { kind: 'issue', indexNumber, issuedOn: '2026-09-08' });
    refused(taken, 400, /第十三条/);
    assert.deepEqual(
      taken.body.errors?.map(({ field }) => field),
      ['indexNumber', 'issuedOn'],
    );
  });
});

describe('三同步 (plan row 41)', () => {
  const plan = { forms: ['text'], organ: '区教育局', text: '同步解读。' };

  test('refuses a document alone, saying exactly what is missing', async () => {
    const { id } = await issue(documentContent({ content: { needsInterpretation: true } }));
    const alone = await office.ask('POST', '/releases', { drafts: [id] });
    refused(alone, 409, /同步起草、同步审签、同步发布/, /没有解读方案[\s\S]*没有解读材料/);
    assert.deepEqual(
      alone.body.errors?.map(({ field }) => field),
      ['drafts.0.plan', 'drafts.0.interpretation'],
    );
    const drafted = await create(interpretationOf([id]));
    const unsigned = await office.ask('POST', '/releases', { drafts: [id, drafted.id] });
    refused(unsigned, 409, /同步发布|第十七条/, /拟稿/);
    const apart = await office.ask('POST', '/releases', { drafts: [id] });
    refused(apart, 409, /同步发布/, new RegExp(drafted.id));
    assert.equal(await row(id), undefined);
  });

  test('publishes document, plan and interpretation at one moment', async () => {
    const content = { needsInterpretation: true, plan };
    const { id } = await issue(documentContent({ content }));
    const interpretation = await sign(interpretationOf([id]));
    const early = await office.ask('POST', '/releases', { drafts: [interpretation.id] });
    refused(early, 409, /同步发布/, /还没有公开/);
    const { publishedAt, drafts } = await release([id, interpretation.id]);
    assert.equal(drafts.length, 2);
    const { db } = service.service;
    const times = await db
      .selectFrom('interpretations')
      .select('released_at')
      .where('id', '=', interpretation.id)
      .execute();
    assert.equal(times[0]?.released_at, (await row(id))?.released_at);
    assert.equal(Date.parse(publishedAt), time);
    assert.deepEqual(
      [(await read(id)).stage, (await read(interpretation.id)).stage],
      ['released', 'released'],
    );
    const edge = await db
      .selectFrom('document_edges')
      .select('kind')
      .where('from_id', '=', interpretation.id)
      .where('to_id', '=', id)
      .execute();
    assert.equal(edge.length, 1);
    const shown = await readPublic<Interpretation>(`/interpretations/${interpretation.id}`);
    const policy = await readPublic<PolicyDocument>(`/documents/${id}`);
    assert.equal(shown.body.synchronous, true);
    assert.equal(shown.body.publishedAt, policy.body.publishedAt);
    assert.deepEqual(
      policy.body.interpretationList.map((one) => one.id),
      [interpretation.id],
    );
    refused(await office.ask('POST', '/releases', { drafts: [id] }), 409, /第十七条/, /已发布/);
    const { items } = await office.get<{ items: Release[] }>('/releases');
    assert.equal(items[0]?.publishedAt, publishedAt);
  });

  test('or goes out alone for a reason a coordinator records', async () => {
    const { id } = await issue(documentContent({ content: { needsInterpretation: true } }));
    refused(await tryMove(id, office, { kind: 'exempt', reason: '紧急' }), 409, /同步发布/);
    const exempted = await move(id, coordinator, { kind: 'exempt', reason: '防汛紧急' });
    assert.equal(exempted.exempted, true);
    refused(await tryMove(id, coordinator, { kind: 'exempt', reason: '再次' }), 409, /同步发布/);
    const { exemptions } = await release([id]);
    assert.deepEqual(exemptions, [{ draft: id, reason: '防汛紧急', by: '吴协调' }]);
    const audit = await auditOf(id);
    const entry = audit.find(({ action }) => action === 'drafts.exempt');
    assert.equal(entry?.actor, '吴协调');
  });

  test('takes drafts of the own organ alone, and no closed document', async () => {
    const closed = await issue(documentContent({ proposal: refusalText }));
    refused(
      await office.ask('POST', '/releases', { drafts: [closed.id] }),
      409,
      /第十七条/,
      /不予公开/,
    );
    const open = await issue(documentContent());
    refused(await other.ask('POST', '/releases', { drafts: [open.id] }), 400, /第四条/);
    const unknown = interpretationOf(['没有这份文件']);
    refused(await drafter.ask('POST', '/drafts', unknown), 400, /同步发布/);
  });
});

describe('reviews (art. 18)', () => {
  const due = async (by = office) => (await by.get<ReviewPage>('/reviews?limit=100')).items;
  const find = (items: Review[], id: string) => items.find(({ document }) => document.id === id);
  const decide = (id: string, body: ReviewDecisionInput, by = office) =>
    by.post<Review>(`/reviews/${id}`, body);

  test('come up after a year, and each decision is logged with its reason', async () => {
    const { id } = await issue(documentContent({ proposal: refusalText }));
    assert.equal(find(await due(), id), undefined);
    const all = await office.get<ReviewPage>('/reviews?state=all&limit=100');
    assert.equal(find(all.items, id)?.dueOn, '2027-09-07');
    setDay('2027-09-07');
    assert.equal(find(await due(), id)?.due, true);
    assert.equal(find(await due(other), id), undefined);
    assert.ok(find(await due(coordinator), id));
    const keep = { decision: 'keep', reason: '仍属内部事务' } as const;
    assert.equal((await other.ask('POST', `/reviews/${id}`, keep)).status, 404);
    refused(await coordinator.ask('POST', `/reviews/${id}`, keep), 403, /指导协调/);
    refused(
      await office.ask('POST', `/reviews/${id}`, { ...keep, nextOn: '2027-09-07' }),
      400,
      /第十八条/,
    );
    const kept = await decide(id, keep);
    assert.deepEqual([kept.due, kept.dueOn], [false, '2028-09-07']);
    assert.deepEqual(
      kept.log.map(({ by, decision, reason }) => [by, decision, reason]),
      [['办公室', 'keep', '仍属内部事务']],
    );
    assert.equal(find(await due(), id), undefined);
    const without = { decision: 'keep', reason: ' ' };
    assert.equal((await office.ask('POST', `/reviews/${id}`, without)).status, 400);
  });

  test('opening publishes the document with its new stamp, and its text is found from then on', async () => {
    const secret = own('寻找这句话');
    const { id } = await issue(documentContent({ proposal: refusalText, body: [secret] }));
    assert.ok(!(await row(id))?.search_text.includes(secret));
    const opened = await decide(id, { decision: 'open', reason: '情势变化' });
    assert.deepEqual([opened.attribute, opened.dueOn], ['open', undefined]);
    const now = await row(id);
    assert.ok(now);
    assert.equal(Date.parse(now.released_at ?? ''), time);
    assert.ok(now.search_text.includes(secret));
    assert.match(JSON.stringify(now.body), /此件公开发布/);
    assert.doesNotMatch(JSON.stringify(now.body), /此件不予公开/);
    assert.equal((await read(id)).stage, 'released');
    const again = { decision: 'keep', reason: '再次' };
    refused(await office.ask('POST', `/reviews/${id}`, again), 409, /第十八条/);
  });

  test('opening what needs an interpretation waits for it (三同步)', async () => {
    const content = { needsInterpretation: true };
    const { id } = await issue(documentContent({ proposal: refusalText, content }));
    const waiting = await decide(id, { decision: 'open', reason: '可以公开' });
    assert.deepEqual([waiting.attribute, waiting.due], ['closed', true]);
    assert.equal((await row(id))?.released_at, null);
    refused(await office.ask('POST', '/releases', { drafts: [id] }), 409, /同步发布/);
    await move(id, coordinator, { kind: 'exempt', reason: '另行解读' });
    await release([id]);
    assert.equal((await row(id))?.attribute, 'open');
    assert.equal((await office.get<Review>(`/reviews/${id}`)).dueOn, undefined);
  });

  test('an end holds from its day; what was not public stays so', async () => {
    const closed = await issue(documentContent({ proposal: refusalText }));
    const ended = await decide(closed.id, { decision: 'abolish', reason: '不再执行' });
    assert.deepEqual([ended.document.validity, ended.dueOn], ['abolished', undefined]);
    assert.equal((await row(closed.id))?.released_at, null);
    const proposal = { ...refusalText, attribute: 'onRequest' };
    const { id } = await published({ proposal });
    const amended = await decide(id, { decision: 'amend', reason: '修改', on: '2026-09-07' });
    assert.deepEqual([amended.document.validity, amended.dueOn], ['amended', '2027-09-07']);
    const on = { decision: 'open', reason: '公开', on: '2026-09-08' };
    refused(await office.ask('POST', `/reviews/${id}`, on), 400, /第十八条/);
    const expired = await decide(id, { decision: 'expire', reason: '到期' });
    assert.equal(expired.document.validity, 'expired');
  });
});

describe('what a review decided is not undone by an import', () => {
  const day = '2026-09-07';
  const recordOf = (indexNumber: string, differs: Partial<DocumentRow> = {}): DocumentRow => ({
    indexNumber,
    title: '关于内部流程的通知',
    kind: '通知',
    level: 'district',
    issuers: [{ organId: 'education', lead: true }],
    issuedOn: '2025-01-02',
    publishedAt: '2025-01-03T09:00:00+08:00',
    topics: [],
    ...refusalText,
    attribute: 'closed',
    body: [paragraph('流程。'), paragraph('（此件不予公开）')],
    ...differs,
  });
  const take = (row: DocumentRow) => writeDocuments(service.service, [row]);
  const decide = (id: string, body: ReviewDecisionInput) =>
    office.post<Review>(`/reviews/${id}`, body);

  async function imported(differs: Partial<DocumentRow> = {}) {
    const record = recordOf(own('JH-IMP/2025-'), differs);
    const { added } = await take(record);
    return { record, id: added[0]?.id ?? '' };
  }

  test('opened, it stays open, at its time and with its stamp; the text may be corrected', async () => {
    const { record, id } = await imported();
    await decide(id, { decision: 'open', reason: '情势变化' });
    const body = [paragraph('流程，改正了一个字。'), paragraph('（此件不予公开）')];
    const { changed, notes } = await take({ ...record, body });
    assert.equal(changed.length, 1);
    assert.match(
      notes[0]?.words.zh ?? '',
      /2026-09-07 评估决定“转为主动公开”，公开属性、发布时间照旧/,
    );
    const { body: shown } = await readPublic<PolicyDocument>(`/documents/${id}`);
    assert.deepEqual([shown.attribute, shown.stamp], ['open', '此件公开发布']);
    assert.equal(Date.parse(shown.publishedAt), time);
    assert.equal(textOfBlocks(shown.body), '流程，改正了一个字。\n（此件公开发布）');
    assert.equal((await take({ ...record, body })).unchanged, 1);
  });

  test('kept closed, a source that calls it open does not publish it', async () => {
    const { record, id } = await imported();
    await decide(id, { decision: 'keep', reason: '仍属内部事务' });
    const open = { attribute: 'open', reason: undefined, ground: undefined } as const;
    const body = [paragraph('流程。'), paragraph('（此件公开发布）')];
    const dry = await writeDocuments(service.service, [{ ...record, ...open, body }], {
      dryRun: true,
    });
    assert.match(dry.notes[0]?.words.en ?? '', /to keep it as it was on 2026-09-07: its attribute/);
    await take({ ...record, ...open, body });
    assert.equal((await readPublic(`/documents/${id}`)).status, 404);
    const stood = await row(id);
    assert.equal(stood?.attribute, 'closed');
    assert.match(JSON.stringify(stood.body), /此件不予公开/);
  });

  test('ended, it stays so; amended, its source may still say that it has ended since', async () => {
    const onRequest = { attribute: 'onRequest' } as const;
    const body = [paragraph('办法。')];
    const first = await imported({ ...onRequest, body });
    await decide(first.id, { decision: 'abolish', reason: '不再执行', on: day });
    const { notes } = await take({ ...first.record, title: '改了标题' });
    assert.match(notes[0]?.words.zh ?? '', /评估决定“废止”，有效性照旧/);
    const abolished = await readPublic<PolicyDocument>(`/documents/${first.id}`);
    assert.deepEqual([abolished.body.title, abolished.body.validity], ['改了标题', 'abolished']);

    const other = await imported({ ...onRequest, body });
    await decide(other.id, { decision: 'amend', reason: '修改', on: day });
    await take(other.record);
    assert.equal(
      (await readPublic<PolicyDocument>(`/documents/${other.id}`)).body.validity,
      'amended',
    );
    const ended = { validity: 'expired', on: day } as const;
    const said = await take({ ...other.record, ended });
    assert.deepEqual(said.notes, []);
    assert.equal(
      (await readPublic<PolicyDocument>(`/documents/${other.id}`)).body.validity,
      'expired',
    );
  });
});

describe('clean-ups (plan row 39)', () => {
  const input = (entries: CleanupInput['entries']): CleanupInput => ({
    title: own('规范性文件清理结果'),
    on: '2026-09-07',
    basis: '年度清理',
    entries,
  });
  const validityOf = async (id: string) => {
    const found = await row(id);
    return found?.ended_as ?? 'inForce';
  };

  test('drive validity once published, counts are those of the lists, and nothing is deleted', async () => {
    const [kept, gone, late] = [await published(), await published(), await published()];
    const content = input([
      { document: kept.id, decision: 'keep' },
      { document: gone.indexNumber ?? '', decision: 'abolish', reason: '已被代替' },
      { document: late.id, decision: 'expire' },
    ]);
    const { id } = await drafter.post<DeskCleanup>('/cleanups', content);
    assert.equal(await validityOf(gone.id), 'inForce');
    assert.equal((await readPublic(`/cleanups/${id}`)).status, 404);
    refused(await drafter.ask('POST', `/cleanups/${id}/publication`), 409, /第十七条/);
    const out = await office.post<DeskCleanup>(`/cleanups/${id}/publication`);
    assert.deepEqual(out.counts, { keep: 1, amend: 0, abolish: 1, expire: 1 });
    assert.deepEqual(
      out.entries.map(({ document }) => document.validity),
      ['inForce', 'abolished', 'expired'],
    );
    assert.equal(await validityOf(gone.id), 'abolished');
    const seen = (await readPublic<Cleanup>(`/cleanups/${id}`)).body;
    for (const decision of cleanupDecisions) {
      const list = seen.entries.filter((entry) => entry.decision === decision);
      assert.equal(seen.counts[decision] ?? 0, list.length);
    }
    assert.equal(seen.entries.length, 3);
    const document = (await readPublic<PolicyDocument>(`/documents/${gone.id}`)).body;
    assert.deepEqual([document.validity, document.cleanup?.id], ['abolished', id]);
    refused(await office.ask('POST', `/cleanups/${id}/publication`), 409, /清理结果/);
    const edit = { revision: out.revision, content };
    refused(await drafter.ask('PUT', `/cleanups/${id}`, edit), 409, /清理结果/);
    const revived = input([{ document: gone.id, decision: 'keep' }]);
    refused(await drafter.ask('POST', '/cleanups', revived), 400, /清理结果/, /已经废止/);
    const confirmed = input([{ document: gone.id, decision: 'abolish' }]);
    assert.equal((await drafter.ask('POST', '/cleanups', confirmed)).status, 200);
  });

  test('name public documents of the own organ once; a coordinator cleans up the district’s', async () => {
    const mine = await published();
    const closed = await issue(documentContent({ proposal: refusalText }));
    const wrong = input([
      { document: mine.id, decision: 'keep' },
      { document: mine.indexNumber ?? '', decision: 'amend' },
      { document: closed.id, decision: 'keep' },
    ]);
    const answer = await drafter.ask('POST', '/cleanups', wrong);
    refused(answer, 400, /清理结果/, /重复[\s\S]*没有可以清理的公开文件/);
    const one = input([{ document: mine.id, decision: 'expire' }]);
    refused(await other.ask('POST', '/cleanups', one), 400, /清理结果/);
    const theirs = await drafter.post<DeskCleanup>('/cleanups', one);
    assert.equal((await other.ask('GET', `/cleanups/${theirs.id}`)).status, 404);
    refused(await coordinator.ask('POST', `/cleanups/${theirs.id}/publication`), 403, /指导协调/);
    const { id } = await coordinator.post<DeskCleanup>('/cleanups', one);
    const out = await second.post<DeskCleanup>(`/cleanups/${id}/publication`);
    assert.equal(out.stage, 'published');
    assert.equal(await validityOf(mine.id), 'expired');
    const list = await office.get<{ items: DeskCleanup[] }>('/cleanups');
    assert.ok(list.items.every(({ organ }) => organ.id === 'education'));
  });
});

describe('responses (回应关切)', () => {
  test('are written, published by another and corrected with a reason', async () => {
    const policy = await published();
    const content = {
      document: policy.indexNumber,
      title: '关于传言的回应',
      body: [paragraph('不实。')],
    };
    refused(await other.ask('POST', '/responses', content), 400, /回应关切/);
    refused(await coordinator.ask('POST', '/responses', content), 403, /指导协调/);
    const { id, document } = await drafter.post<DeskResponse>('/responses', content);
    assert.equal(document.id, policy.id);
    refused(await drafter.ask('POST', `/responses/${id}/publication`), 409, /第十七条/);
    const out = await office.post<DeskResponse>(`/responses/${id}/publication`);
    refused(await office.ask('POST', `/responses/${id}/publication`), 409, /回应关切/);
    const corrected = { ...content, body: [paragraph('更正后。')] };
    const edit = { revision: out.revision, content: corrected };
    refused(await drafter.ask('PUT', `/responses/${id}`, edit), 400, /回应关切/);
    const done = await drafter.put<DeskResponse>(`/responses/${id}`, { ...edit, reason: '笔误' });
    assert.equal(done.publishedAt, out.publishedAt);
    const { responses } = (await readPublic<PolicyDocument>(`/documents/${policy.id}`)).body;
    assert.deepEqual(
      responses.map((one) => [one.id, textOfBlocks(one.body)]),
      [[id, '更正后。']],
    );
    assert.deepEqual(
      done.log.map(({ kind }) => kind),
      ['created', 'published', 'corrected'],
    );
    const { db } = service.service;
    const kept = await db
      .selectFrom('document_responses')
      .select(['body', 'released_at'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    assert.match(JSON.stringify(kept.body), /更正后/);
    const former = await db
      .selectFrom('editing_events')
      .select('former')
      .where('record_id', '=', id)
      .where('kind', '=', 'corrected')
      .executeTakeFirstOrThrow();
    assert.match(JSON.stringify(former.former), /不实/);
  });
});

describe('why a document is on request', () => {
  const shown = async (proposal: AttributeProposal) => {
    const { id } = await published({ proposal });
    return (await readPublic<PolicyDocument>(`/documents/${id}`)).body;
  };

  test('is told with its ground; words that could give away what it protects are not', async () => {
    for (const ground of attributeGrounds) {
      if (ground === 'stateSecret') continue;
      const { reason, ground: told } = await shown({
        attribute: 'onRequest',
        reason: '办理流程未定',
        ground,
      });
      assert.equal(told?.code, ground);
      assert.ok(told.label.zh && told.label.en);
      assert.match(told.article, /^《政府信息公开条例》第十[四五六]条$/);
      assert.equal(reason, told.article.endsWith('第十六条') ? '办理流程未定' : undefined, ground);
    }
    const open = await shown({ attribute: 'open' });
    assert.deepEqual([open.reason, open.ground], [undefined, undefined]);
  });

  test('is told by no list', async () => {
    const reason = own('不在列表中的理由');
    const { id } = await shown({ ...refusalText, attribute: 'onRequest', reason });
    for (const path of ['/documents', '/feeds/all.json', `/documents/${id}/linked-data`]) {
      const answer = await fetch(`${service.url}/api/v1${path}`);
      assert.ok(!(await answer.text()).includes(reason), path);
    }
  });
});

describe('what is not public', () => {
  test('is on no public path: list, search, facets, get, file, feed, sitemap, card, link', async () => {
    // The latest stand on the first page.
    setDay('2026-09-08');
    const marks = ['draft', 'closed', 'undecided', 'explained', 'onRequestText'].map((name) =>
      own(`Zqx${name}`),
    );
    const [draft = '', closed = '', undecided = '', explained = '', asked = ''] = marks;
    const text = (mark: string) => ({ title: own(`文件${mark}`), body: [`正文${mark}`] });
    const policy = await published();
    const ids = [
      (await create(documentContent(text(draft)))).id,
      (await issue(documentContent({ ...text(closed), proposal: refusalText }))).id,
      (await issue(documentContent(text(undecided)))).id,
      (await sign(interpretationOf([policy.id], { title: explained, summary: explained }))).id,
    ];
    // Undecided, as an import leaves it.
    const imported = documentContent(text(undecided)).document;
    assert.ok(imported);
    const indexNumber = own('JH-UND/2026-');
    const published2026 = { issuedOn: '2026-09-01', publishedAt: '2026-09-01T10:00:00+08:00' };
    const record = { ...imported, files: undefined, indexNumber, ...published2026 };
    await writeDocuments(service.service, [record]);
    const found = await service.service.db
      .selectFrom('documents')
      .select('id')
      .where('index_number', '=', indexNumber)
      .executeTakeFirstOrThrow();
    ids.push(found.id);
    // Its title may be known, its text may not.
    const proposal = { ...refusalText, attribute: 'onRequest' };
    const onRequest = await published({ title: own('依申请文件'), body: [asked], proposal });

    // Only what is asked is left out: an answer that repeats the question tells nothing.
    const queries = ['', ...marks.map((mark) => `q=${mark}`)];
    const searches = queries.flatMap((query) => [`?${query}`, `?${query}&facets=true`]);
    const reads = endpoints.filter(({ method, access }) => method === 'GET' && access === 'public');
    const paths = reads.flatMap(({ path }) => {
      const names = path.match(/\{\w+\}/g) ?? [];
      if (names.length === 0) return searches.map((search) => `/api/v1${path}${search}`);
      const wanted = [...ids, indexNumber, onRequest.id, policy.id, 'education'];
      return wanted.map((id) => `/api/v1${path.replace(/\{\w+\}/g, encodeURIComponent(id))}`);
    });
    assert.ok(paths.length > 20);
    paths.push('/sitemap.xml', '/api/v1/openapi.json');
    // What is public is on these paths, so a mark that were would be seen.
    const shown = new Set<string>();
    for (const path of paths) {
      const answer = await fetch(`${service.url}${path}`);
      const body = (await answer.text()).replaceAll(/"(?:detail|instance)":"[^"]*"/g, '');
      assert.ok(answer.status < 500, path);
      if (body.includes(policy.title)) shown.add(path.replace(/[?].*/, ''));
      for (const mark of marks) assert.ok(!body.includes(mark), `${mark} on ${path}`);
      const isOf = ids.some((id) => path.includes(`/${id}`));
      if (isOf && /documents|interpretations|cards/.test(path)) {
        assert.equal(answer.status, 404, path);
      }
    }
    for (const path of ['/api/v1/documents', `/api/v1/documents/${policy.id}`]) {
      assert.ok(shown.has(path), path);
    }
  });
});
