import type { DraftContent, Release, ReleaseInput, ReleaseList } from '@open-info/contract/editing';
import type { Officer } from '../access/officer.ts';
import { publicDocuments } from '../documents/public.ts';
import { standardNumber } from '../documents/known.ts';
import { ProblemError, type FieldFault } from '../http/problem.ts';
import { enqueue } from '../outbox/change.ts';
import type { Service } from '../service.ts';
import { documentRowOf, documentsNamed, interpretationRowOf } from './content.ts';
import { handFilesOver } from './files.ts';
import { shownStage } from './flow.ts';
import { law } from './law.ts';
import { changeRecord, listRecords, lockRecords, newId, type EditingRecord } from './records.ts';
import { checkDepartment, organNames } from './scope.ts';
import { writeOnce, writePublic, type Writing } from './write.ts';

type DraftRecord = EditingRecord<DraftContent>;

const titleOf = ({ content: { document, interpretation } }: DraftRecord): string =>
  document?.title ?? interpretation?.title ?? '';

const policiesOf = ({ content }: DraftRecord): readonly string[] =>
  content.interpretation?.policies ?? [];

/** Whether names of policies name a document, by any of the names it has. */
function nameIt(policies: readonly string[], { id, facts, content }: DraftRecord): boolean {
  const number = content.document?.documentNumber;
  const names = [id, facts.indexNumber, number && standardNumber(number)];
  return policies.some((one) => names.includes(one) || names.includes(standardNumber(one)));
}

/** What keeps a draft back by itself. */
function ownFaults(record: DraftRecord, field: string): FieldFault[] {
  const { kind, stage, facts } = record;
  const expected = kind === 'document' ? 'issued' : 'signed';
  if (stage !== expected) {
    const [now, right] = [shownStage(stage), shownStage(expected)];
    return [
      {
        field,
        message: {
          zh: `“${titleOf(record)}”${now.zh}，还不能发布`,
          en: `"${titleOf(record)}" is ${now.en} and cannot be released`,
        },
        expected: { zh: right.zh, en: right.en },
      },
    ];
  }
  if (kind === 'document' && facts.attribute?.attribute === 'closed') {
    return [
      {
        field,
        message: {
          zh: `“${titleOf(record)}”不予公开，不能发布；情况变化的，按动态调整办理`,
          en: `"${titleOf(record)}" is not disclosed, so it is not released; it is opened by a review`,
        },
      },
    ];
  }
  return [];
}

/** What 三同步 still lacks for a document: its plan, its interpretations, all in this release. */
function synchronousFaults(
  document: DraftRecord,
  field: string,
  released: readonly DraftRecord[],
  others: readonly DraftRecord[],
): FieldFault[] {
  const { content, facts } = document;
  if (content.needsInterpretation !== true || facts.exemption) return [];
  const faults: FieldFault[] = [];
  if (!content.plan) {
    faults.push({
      field: `${field}.plan`,
      message: {
        zh: `“${titleOf(document)}”没有解读方案`,
        en: `"${titleOf(document)}" has no plan of its interpretation`,
      },
      expected: { zh: '解读方案 plan', en: 'a plan with forms, organ and text' },
    });
  }
  if (released.some((one) => nameIt(policiesOf(one), document))) return faults;
  const drafted = others.filter((one) => nameIt(policiesOf(one), document));
  const expected = {
    zh: '已签发的解读材料，列在同一次发布中',
    en: 'a signed interpretation in the same release',
  };
  if (drafted.length === 0) {
    faults.push({
      field: `${field}.interpretation`,
      message: {
        zh: `“${titleOf(document)}”没有解读材料`,
        en: `"${titleOf(document)}" has no interpretation`,
      },
      expected,
    });
  }
  for (const one of drafted) {
    const stage = shownStage(one.stage);
    faults.push({
      field: `${field}.interpretation`,
      message: {
        zh: `解读材料“${titleOf(one)}”（${one.id}）${stage.zh}，没有列在这次发布中`,
        en: `the interpretation "${titleOf(one)}" (${one.id}) is ${stage.en} and not in this release`,
      },
      expected,
    });
  }
  return faults;
}

/** An interpretation goes out with its policies or after them, never before. */
async function earlyFaults(
  { trx, at }: Writing,
  interpretation: DraftRecord,
  field: string,
  documents: readonly DraftRecord[],
): Promise<FieldFault[]> {
  const policies = policiesOf(interpretation);
  const ids = await documentsNamed(trx, policies);
  const known = [...ids.values()];
  const open = known.length
    ? await publicDocuments({ db: trx, now: at.toISOString() })
        .select('d.id')
        .where('d.id', 'in', known)
        .execute()
    : [];
  const isOut = new Set(open.map(({ id }) => id));
  const isHere = (name: string) => documents.some((document) => nameIt([name], document));
  return policies
    .filter((name) => !isHere(name) && !isOut.has(ids.get(name) ?? ''))
    .map((name) => ({
      field,
      message: {
        zh: `解读的政策“${name}”还没有公开，也不在这次发布中`,
        en: `the policy "${name}" it explains is not public and not in this release`,
      },
      expected: { zh: '与政策文件同步发布', en: 'the policy in the same release' },
    }));
}

/**
 * Everything that keeps a release back.
 *
 * @throws ProblemError `illegal-move` with what is missing
 */
async function checkRelease(
  writing: Writing,
  records: readonly DraftRecord[],
  fieldOf: (id: string) => string,
): Promise<void> {
  const { organId } = records[0] ?? { organId: '' };
  const documents = records.filter(({ kind, stage }) => kind === 'document' && stage === 'issued');
  const interpretations = records.filter(({ kind }) => kind === 'interpretation');
  const here = new Set(records.map(({ id }) => id));
  const all = await listRecords<DraftContent>(
    writing.trx,
    {
      kinds: ['interpretation'],
      organId,
      stages: ['drafting', 'unitHead', 'office', 'signer', 'signed'],
    },
    10_000,
  );
  const others = all.filter(({ id }) => !here.has(id));
  const early: FieldFault[] = [];
  for (const one of interpretations) {
    early.push(...(await earlyFaults(writing, one, fieldOf(one.id), documents)));
  }
  const own = records.flatMap((one) => ownFaults(one, fieldOf(one.id)));
  const synchronous = [
    ...documents.flatMap((one) => synchronousFaults(one, fieldOf(one.id), interpretations, others)),
    ...early,
  ];
  const errors = [...own, ...synchronous];
  if (errors.length === 0) return;
  const articles = [
    ...(own.length > 0 ? [law.review, law.decided] : []),
    ...(synchronous.length > 0 ? [law.synchronous] : []),
  ];
  const article = articles.join('；');
  throw new ProblemError('illegal-move', {
    detail: {
      zh: `不能发布：${errors.map(({ message }) => message.zh).join('；')}（${article}）。`,
      en: `This is not released: ${errors.map(({ message }) => message.en).join('; ')} (${article}).`,
    },
    errors,
    article,
  });
}

/**
 * 同步发布: publishes drafts of one organ at one moment.
 *
 * @throws ProblemError `forbidden`, `not-found`, `illegal-move` with everything that is missing
 */
export async function createRelease(
  service: Service,
  officer: Officer,
  { drafts }: ReleaseInput,
  key: string | undefined,
): Promise<Release> {
  checkDepartment(officer);
  const ids = [...new Set(drafts)];
  const fieldOf = (id: string) => `drafts.${String(ids.indexOf(id))}`;
  const id = newId('r');
  const asked = { officer, action: 'releases.create', id, key, body: ids, publishes: true };
  const written = await writeOnce(service, asked, async (writing) => {
    const { trx, at } = writing;
    const found = await lockRecords<DraftContent>(trx, ['document', 'interpretation'], ids);
    const records = found.filter(({ organId }) => organId === officer.organId);
    checkFound(ids, records, fieldOf);
    await checkRelease(writing, records, fieldOf);
    await putOut(service, writing, records);
    for (const record of records) {
      const event = { kind: 'released' as const, by: officer.id, step: record.stage };
      await changeRecord(trx, record, { stage: 'released', publishes: true }, event, at);
    }
    const { organId } = officer;
    const told = { subject: id, organId, event: 'published', at: at.toISOString() } as const;
    await enqueue(trx, { kind: 'release.changed', ...told });
    const content = contentOf(records);
    await trx
      .insertInto('editing_releases')
      .values({
        id,
        organ_id: organId,
        actor: officer.id,
        published_at: at.toISOString(),
        content: JSON.stringify(content),
      })
      .execute();
    return { drafts: ids, exempted: content.exemptions.map(({ draft }) => draft) };
  });
  const [release] = await releasesOf(service, officer, written);
  if (!release) throw new Error('a release is gone');
  return release;
}

function checkFound(
  ids: readonly string[],
  records: readonly DraftRecord[],
  fieldOf: (id: string) => string,
): void {
  const errors = ids
    .filter((id) => !records.some((record) => record.id === id))
    .map((id) => ({
      field: fieldOf(id),
      message: { zh: '本机关没有这份拟稿', en: 'your organ has no such draft' },
      expected: { zh: '本机关拟稿的编号', en: 'the id of a draft of your organ' },
    }));
  if (errors.length > 0) throw new ProblemError('bad-body', { errors, article: law.officeOf });
}

/** Writes all of a release into what is public, with one time of publication. */
async function putOut(
  service: Service,
  writing: Writing,
  records: readonly DraftRecord[],
): Promise<void> {
  const { at } = writing;
  const documents = records.flatMap((record) =>
    record.content.document ? [documentRowOf(record, record.content.document, at)] : [],
  );
  const interpretations = records.flatMap((record) => {
    const { interpretation } = record.content;
    return interpretation ? [interpretationRowOf(record, interpretation, at)] : [];
  });
  await writePublic(writing, { documents, interpretations }, 'drafts');
  for (const record of records) await handFilesOver(service, writing, record);
}

const contentOf = (records: readonly DraftRecord[]): Pick<Release, 'drafts' | 'exemptions'> => ({
  drafts: records.map((record) => ({
    id: record.id,
    kind: record.kind,
    title: titleOf(record),
  })),
  exemptions: records.flatMap(({ id, facts: { exemption } }) =>
    exemption ? [{ draft: id, ...exemption }] : [],
  ),
});

async function releasesOf(service: Service, officer: Officer, id?: string): Promise<Release[]> {
  let query = service.db
    .selectFrom('editing_releases')
    .select(['id', 'organ_id', 'actor', 'published_at', 'content'])
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(200);
  if (officer.role !== 'coordinator') query = query.where('organ_id', '=', officer.organId);
  if (id !== undefined) query = query.where('id', '=', id);
  const rows = await query.execute();
  const organs = await organNames(
    service.db,
    rows.map((row) => row.organ_id),
  );
  return rows.map(({ id: one, organ_id: organ, actor, published_at: publishedAt, content }) => ({
    id: one,
    organ: organs(organ),
    by: actor,
    publishedAt,
    ...content,
  }));
}

/** What was released, the latest first. */
export const listReleases = async (service: Service, officer: Officer): Promise<ReleaseList> => ({
  items: await releasesOf(service, officer),
});
