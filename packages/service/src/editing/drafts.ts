import {
  proposalFaults,
  type AttributeProposal,
  type Draft,
  type DraftContent,
  type DraftEdit,
  type DraftMove,
  type DraftPage,
  type DraftQuery,
  type DraftSummary,
} from '@open-info/contract/editing';
import type { OrganRef } from '@open-info/contract/organs';
import { sql } from 'kysely';
import type { Officer } from '../access/officer.ts';
import { todayOf } from '../http/mount.ts';
import { ProblemError } from '../http/problem.ts';
import { illegalMove } from '../requests/law.ts';
import type { Service } from '../service.ts';
import { checkContent, documentRowOf, forwardRefusal } from './content.ts';
import { filesOfDraft, handFilesOver, keepFiles } from './files.ts';
import { approvalRefusal, movesFor, refusalOf, stageAfter, type Standing } from './flow.ts';
import { law, refusal } from './law.ts';
import { tellStage } from './notices.ts';
import {
  changeRecord,
  countRecords,
  insertRecord,
  listRecords,
  newId,
  type EditingFacts,
  type EditingRecord,
} from './records.ts';
import {
  checkDepartment,
  checkRevision,
  holdRecord,
  listedOrgan,
  openRecord,
  organNames,
} from './scope.ts';
import { staffOf } from './staff.ts';
import { stampBody } from './stamp.ts';
import { hide, writeOnce, writePublic, type AuditFacts, type Writing } from './write.ts';

type DraftRecord = EditingRecord<DraftContent>;

const kinds = ['document', 'interpretation'] as const;

const titleOf = ({ document, interpretation }: DraftContent): string =>
  document?.title ?? interpretation?.title ?? '';

function summaryOf(standing: Standing, organ: OrganRef): DraftSummary {
  const { id, kind, stage, content, facts, revision, updatedAt, publishedAt } = standing.record;
  return {
    id,
    kind,
    stage,
    title: titleOf(content),
    organ,
    needsInterpretation: content.needsInterpretation ?? false,
    exempted: facts.exemption !== undefined,
    revision,
    updatedAt,
    publishedAt,
    moves: movesFor(standing),
  };
}

async function standingOf(
  { db, settings }: Pick<Service, 'settings'> & { db: Service['db'] },
  officer: Officer,
  record: DraftRecord,
): Promise<Standing> {
  const staff = await staffOf(db, record.organId);
  return { record, officer, staff, alone: settings.editingAlone ?? false };
}

async function draftOf(service: Service, officer: Officer, id: string): Promise<Draft> {
  const record = await openRecord<DraftContent>(service.db, officer, kinds, id);
  const organ = (await organNames(service.db, [record.organId]))(record.organId);
  const { content, log, facts } = record;
  const { attribute, indexNumber, issuedOn, stamp } = facts;
  return {
    ...summaryOf(await standingOf(service, officer, record), organ),
    content,
    attribute,
    indexNumber,
    issuedOn,
    stamp,
    files: await filesOfDraft(service, record),
    log,
  };
}

export const readDraft = draftOf;

const cursorOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new ProblemError('bad-cursor');
};

/** Drafts an officer may see, the latest first. */
export async function listDrafts(
  service: Service,
  officer: Officer,
  { kind, stage, organ, limit = 20, cursor }: DraftQuery,
): Promise<DraftPage> {
  const filter = {
    kinds: kind === undefined ? kinds : [kind],
    stages: stage,
    organId: listedOrgan(officer, organ),
  };
  const [records, total] = await Promise.all([
    listRecords<DraftContent>(service.db, filter, limit + 1, cursorOf(cursor)),
    countRecords(service.db, filter),
  ]);
  const shown = records.slice(0, limit);
  const organs = await organNames(
    service.db,
    shown.map(({ organId }) => organId),
  );
  const items = await Promise.all(
    shown.map(async (record) =>
      summaryOf(await standingOf(service, officer, record), organs(record.organId)),
    ),
  );
  const last = shown[shown.length - 1];
  return {
    items,
    total,
    ...(records.length > limit && last && { next: String(last.position) }),
  };
}

/**
 * 拟稿: begins a draft, a document with its proposed attribute (plan rows 16 and 17).
 *
 * @throws ProblemError `forbidden`, `bad-body`, `illegal-move`, `key-reused`
 */
export async function createDraft(
  service: Service,
  officer: Officer,
  content: DraftContent,
  key: string | undefined,
): Promise<Draft> {
  checkDepartment(officer);
  const id = newId(content.kind === 'document' ? 'd' : 'i');
  const asked = { officer, action: 'drafts.create', id, key, body: content };
  const written = await writeOnce(service, asked, async (writing) => {
    await checkContent(writing, officer, content);
    const { kind, proposal } = content;
    const facts = proposal ? { attribute: proposal } : {};
    const { organId } = officer;
    const kept = await keepFiles(writing, id, content);
    await insertRecord(
      writing.trx,
      { id, kind, organId, stage: 'drafting', content: kept, facts },
      { kind: 'created', by: officer.id, decision: proposal },
      writing.at,
    );
    return { kind, ...(proposal && { attribute: proposal.attribute }) };
  });
  return draftOf(service, officer, written);
}

/** Changes a draft that is with its drafter. */
export async function editDraft(
  service: Service,
  officer: Officer,
  id: string,
  { revision, content }: DraftEdit,
  key: string | undefined,
): Promise<Draft> {
  checkDepartment(officer);
  const asked = { officer, action: 'drafts.edit', id, key, body: { revision, content } };
  await writeOnce(service, asked, async (writing) => {
    const record = await holdRecord<DraftContent>(writing.trx, officer, kinds, id);
    checkRevision(record, revision);
    if (record.stage !== 'drafting' || record.kind !== content.kind) throw illegalMove(notDrafting);
    await checkContent(writing, officer, content);
    const { proposal } = content;
    const kept = await keepFiles(writing, id, content);
    await changeRecord(
      writing.trx,
      record,
      { content: kept, facts: proposal ? { attribute: proposal } : {} },
      { kind: 'edited', by: officer.id, decision: proposal },
      writing.at,
    );
    return { kind: content.kind, ...(proposal && { attribute: proposal.attribute }) };
  });
  return draftOf(service, officer, id);
}

const notDrafting = refusal(
  law.review,
  '送审之后不能修改，退回之后才能修改；公文和解读材料不能互换',
  'What was handed in is changed only once it is returned, and a document does not become an interpretation',
);

/**
 * Takes a step of the procedure.
 *
 * @throws ProblemError `illegal-move` with its article, `forbidden`, `bad-body`, `key-reused`
 */
export async function moveDraft(
  service: Service,
  officer: Officer,
  id: string,
  move: DraftMove,
  key: string | undefined,
): Promise<Draft> {
  const registers = move.kind === 'issue';
  const asked = { officer, action: `drafts.${move.kind}`, id, key, body: move, registers };
  await writeOnce(service, asked, async (writing) => {
    const record = await holdRecord<DraftContent>(writing.trx, officer, kinds, id);
    const { settings } = service;
    const standing = await standingOf({ db: writing.trx, settings }, officer, record);
    const refused = refusalOf(move.kind, standing);
    if (refused) {
      const code = officer.role === 'coordinator' && move.kind !== 'exempt';
      throw new ProblemError(code ? 'forbidden' : 'illegal-move', refused);
    }
    const told = await takeMove(service, writing, standing, move);
    // What is closed is issued and goes no further.
    const ends = move.kind === 'issue' && record.facts.attribute?.attribute === 'closed';
    if (!ends) await tellStage(writing, record, stageAfter(record, move.kind));
    return told;
  });
  return draftOf(service, officer, id);
}

async function takeMove(
  service: Service,
  writing: Writing,
  standing: Standing,
  move: DraftMove,
): Promise<AuditFacts> {
  const { record } = standing;
  if (move.kind === 'approve') return approve(writing, standing, move);
  if (move.kind === 'issue') return issue(service, writing, standing, move);
  const { facts } = record;
  const { id: by } = standing.officer;
  const reason = 'reason' in move ? move.reason : undefined;
  const stage = stageAfter(record, move.kind);
  const exemption = move.kind === 'exempt' ? { reason: move.reason, by } : facts.exemption;
  await changeRecord(
    writing.trx,
    record,
    { stage, facts: { ...facts, exemption } },
    {
      kind: move.kind,
      by,
      reason,
      step: record.stage,
      ...(move.kind === 'propose' && { decision: facts.attribute }),
    },
    writing.at,
  );
  return { of: record.organId, from: record.stage, to: stage };
}

/** What a step decides on the attribute: its own decision, or what was decided before it. */
async function decisionOf(
  { trx }: Writing,
  { content, facts, kind }: DraftRecord,
  decision: AttributeProposal | undefined,
): Promise<AttributeProposal | undefined> {
  if (decision === undefined) return facts.attribute;
  if (kind !== 'document') {
    const message = { zh: '解读材料没有公开属性', en: 'an interpretation has no attribute' };
    throw new ProblemError('bad-body', {
      errors: [{ field: 'decision', message }],
      article: law.attribute,
    });
  }
  const errors = proposalFaults(decision, 'decision');
  if (errors.length > 0) {
    throw new ProblemError('bad-body', { errors, article: `${law.grounds}；${law.reasons}` });
  }
  const refused = await forwardRefusal(trx, content.forwards, decision);
  if (refused) throw illegalMove(refused);
  return decision;
}

async function approve(
  writing: Writing,
  standing: Standing,
  move: Extract<DraftMove, { kind: 'approve' }>,
): Promise<AuditFacts> {
  const { record, officer } = standing;
  const attribute = await decisionOf(writing, record, move.decision);
  const refused = approvalRefusal(standing, move, attribute);
  if (refused) throw illegalMove(refused);
  const stage = stageAfter(record, 'approve');
  await changeRecord(
    writing.trx,
    record,
    { stage, facts: { ...record.facts, attribute } },
    {
      kind: 'approve',
      by: officer.id,
      step: record.stage,
      reason: move.note,
      decision: attribute,
      ...(record.stage === 'office' && { secrecy: move.secrecy }),
    },
    writing.at,
  );
  return {
    from: record.stage,
    to: stage,
    ...(attribute && { attribute: attribute.attribute }),
  };
}

/** 印发: the stamp is printed or compared, and what is closed is registered for its reviews. */
async function issue(
  service: Service,
  writing: Writing,
  { record, officer }: Standing,
  { indexNumber, documentNumber, issuedOn }: Extract<DraftMove, { kind: 'issue' }>,
): Promise<AuditFacts> {
  const { trx, at } = writing;
  const { document } = record.content;
  const { attribute } = record.facts;
  if (!document || !attribute) throw new Error('a signed document has a text and an attribute');
  const today = todayOf(at);
  await checkNumbers(writing, record, indexNumber, issuedOn ?? today, today);
  const stamped = stampBody(document.body, attribute.attribute);
  if ('refusal' in stamped) throw illegalMove(stamped.refusal);
  const text = {
    ...document,
    body: stamped.body,
    documentNumber: documentNumber ?? document.documentNumber,
  };
  const facts: EditingFacts = {
    ...record.facts,
    indexNumber,
    issuedOn: issuedOn ?? today,
    stamp: stamped.stamp,
  };
  const content = { ...record.content, document: text };
  const issued = { ...record, facts };
  const row = documentRowOf(issued, text, at);
  const isClosed = attribute.attribute === 'closed';
  await writePublic(writing, { documents: [row] }, 'document', !isClosed);
  if (isClosed) {
    await hide(writing, record.id);
    await handFilesOver(service, writing, record);
  }
  const event = { kind: 'issue' as const, by: officer.id, step: record.stage, decision: attribute };
  await changeRecord(trx, record, { stage: 'issued', content, facts }, event, at);
  return { attribute: attribute.attribute };
}

/** The 索引号 is nobody else's, and the day has come. */
async function checkNumbers(
  { trx }: Writing,
  { id }: DraftRecord,
  indexNumber: string,
  issuedOn: string,
  today: string,
): Promise<void> {
  const published = trx
    .selectFrom('documents')
    .select('id')
    .where('index_number', '=', indexNumber);
  const drafted = trx
    .selectFrom('editing_records')
    .select('id')
    .where(sql<string>`facts ->> 'indexNumber'`, '=', indexNumber);
  const taken = await published.union(drafted).execute();
  const errors = [
    ...(taken.some((one) => one.id !== id)
      ? [
          {
            field: 'indexNumber',
            message: { zh: '已是另一个文件的索引号', en: 'is the 索引号 of another document' },
            expected: { zh: '没有用过的索引号', en: 'one that is not used yet' },
          },
        ]
      : []),
    ...(issuedOn > today
      ? [
          {
            field: 'issuedOn',
            message: { zh: '成文日期不能晚于今天', en: 'cannot be later than today' },
            expected: { zh: `${today} 或者更早`, en: `${today} or earlier` },
          },
        ]
      : []),
  ];
  if (errors.length > 0) throw new ProblemError('bad-body', { errors, article: law.stamp });
}
