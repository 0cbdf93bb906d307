import type {
  DeskResponse,
  DeskResponseList,
  ResponseEdit,
  ResponseInput,
} from '@open-info/contract/editing-after';
import type { Officer } from '../access/officer.ts';
import { documentRefs, publicDocuments } from '../documents/public.ts';
import type { ResponseRecord } from '../documents/record.ts';
import { todayOf } from '../http/mount.ts';
import { ProblemError } from '../http/problem.ts';
import { illegalMove } from '../requests/law.ts';
import type { Service } from '../service.ts';
import { documentsNamed } from './content.ts';
import { law, refusal } from './law.ts';
import { changeRecord, insertRecord, listRecords, newId, type EditingRecord } from './records.ts';
import {
  checkDepartment,
  checkRevision,
  checkSecondOfficer,
  holdRecord,
  listedOrgan,
  notHere,
  openRecord,
  organNames,
} from './scope.ts';
import { writeOnce, writePublic, type Writing } from './write.ts';

type Kept = EditingRecord<ResponseInput>;

const kinds = ['response'] as const;

/** A response as the record that is published. */
function rowOf(
  { id, organId }: Pick<Kept, 'id' | 'organId'>,
  content: ResponseInput,
  publishedAt: string,
): ResponseRecord {
  return { ...content, id, organId, publishedAt };
}

/**
 * Checks a response: it answers on a public policy the organ has issued, alone or with others.
 *
 * @throws ProblemError `bad-body`
 */
async function checkResponse(
  writing: Writing,
  officer: Officer,
  content: ResponseInput,
): Promise<ResponseInput> {
  const { trx, at } = writing;
  const id = (await documentsNamed(trx, [content.document])).get(content.document);
  const found =
    id === undefined
      ? undefined
      : await publicDocuments({ db: trx, now: at.toISOString() })
          .select('d.organs')
          .where('d.id', '=', id)
          .executeTakeFirst();
  if (id === undefined || !found?.organs.includes(officer.organId)) {
    throw new ProblemError('bad-body', {
      errors: [
        {
          field: 'document',
          message: {
            zh: `本机关没有公开过“${content.document}”`,
            en: `your organ has no public document "${content.document}"`,
          },
          expected: {
            zh: '本机关公开的政策文件的编号、索引号或文号',
            en: 'the id, 索引号 or 文号 of a public document of your organ',
          },
        },
      ],
      article: law.responses,
    });
  }
  // Kept by its id: numbers may change.
  const kept = { ...content, document: id };
  const row = rowOf({ id: 'h0', organId: officer.organId }, kept, at.toISOString());
  await writePublic(writing, { responses: [row] }, 'content', true);
  return kept;
}

async function toResponses(service: Service, records: readonly Kept[]): Promise<DeskResponse[]> {
  const now = service.now();
  const reading = { db: service.db, now: now.toISOString(), today: todayOf(now) };
  const refs = await documentRefs(
    reading,
    records.map(({ content }) => content.document),
  );
  const organs = await organNames(
    service.db,
    records.map(({ organId }) => organId),
  );
  return records.map(({ id, stage, organId, content, revision, updatedAt, publishedAt, log }) => {
    const { document, title, body } = content;
    const ref = refs.get(document) ?? { id: document, title: document, validity: '' };
    const organ = organs(organId);
    return { id, stage, organ, document: ref, title, body, revision, updatedAt, publishedAt, log };
  });
}

export async function readResponse(
  service: Service,
  officer: Officer,
  id: string,
): Promise<DeskResponse> {
  const record = await openRecord<ResponseInput>(service.db, officer, kinds, id);
  const [response] = await toResponses(service, [record]);
  if (!response) throw notHere();
  return response;
}

export async function listResponses(service: Service, officer: Officer): Promise<DeskResponseList> {
  const filter = { kinds, organId: listedOrgan(officer, undefined) };
  const records = await listRecords<ResponseInput>(service.db, filter, 200);
  return { items: await toResponses(service, records) };
}

/** 回应关切: writes a response to what people say of a policy. */
export async function createResponse(
  service: Service,
  officer: Officer,
  content: ResponseInput,
  key: string | undefined,
): Promise<DeskResponse> {
  checkDepartment(officer);
  const id = newId('h');
  const asked = { officer, action: 'responses.create', id, key, body: content };
  const written = await writeOnce(service, asked, async (writing) => {
    const kept = await checkResponse(writing, officer, content);
    const { organId } = officer;
    await insertRecord(
      writing.trx,
      { id, kind: 'response', organId, stage: 'prepared', content: kept, facts: {} },
      { kind: 'created', by: officer.id },
      writing.at,
    );
    return { document: kept.document };
  });
  return readResponse(service, officer, written);
}

const needsReason = (): ProblemError =>
  new ProblemError('bad-body', {
    errors: [
      {
        field: 'reason',
        message: {
          zh: '更正已经公布的回应，应当说明理由',
          en: 'a correction of what is published needs its reason',
        },
        expected: { zh: '更正的理由', en: 'why it is corrected' },
      },
    ],
    article: law.responses,
  });

/** Changes a response; one that is published is corrected, and the log keeps what stood there. */
export async function editResponse(
  service: Service,
  officer: Officer,
  id: string,
  edit: ResponseEdit,
  key: string | undefined,
): Promise<DeskResponse> {
  checkDepartment(officer);
  const asked = { officer, action: 'responses.edit', id, key, body: edit, publishes: true };
  await writeOnce(service, asked, async (writing) => {
    const record = await holdRecord<ResponseInput>(writing.trx, officer, kinds, id);
    checkRevision(record, edit.revision);
    const content = await checkResponse(writing, officer, edit.content);
    const { reason } = edit;
    const { publishedAt } = record;
    const event = { by: officer.id, reason };
    if (publishedAt === undefined) {
      const edited = { ...event, kind: 'edited' as const };
      await changeRecord(writing.trx, record, { content }, edited, writing.at);
      return { corrected: false };
    }
    if (reason === undefined) throw needsReason();
    await writePublic(writing, { responses: [rowOf(record, content, publishedAt)] }, 'content');
    const change = { content, former: record.content };
    const corrected = { ...event, kind: 'corrected' as const };
    await changeRecord(writing.trx, record, change, corrected, writing.at);
    return { corrected: true };
  });
  return readResponse(service, officer, id);
}

/**
 * Publishes a response beside its policy.
 *
 * @throws ProblemError `forbidden`, `not-found`, `illegal-move`, `bad-body`
 */
export async function publishResponse(
  service: Service,
  officer: Officer,
  id: string,
  key: string | undefined,
): Promise<DeskResponse> {
  checkDepartment(officer);
  const asked = { officer, action: 'responses.publish', id, key, body: null, publishes: true };
  await writeOnce(service, asked, async (writing) => {
    const record = await holdRecord<ResponseInput>(writing.trx, officer, kinds, id);
    if (record.publishedAt !== undefined) {
      throw illegalMove(
        refusal(
          law.responses,
          '这份回应已经公布；内容有误的，予以更正',
          'This response is published; what is wrong in it is corrected',
        ),
      );
    }
    checkSecondOfficer(record, officer, service.settings.editingAlone ?? false);
    const content = await checkResponse(writing, officer, record.content);
    const row = rowOf(record, content, writing.at.toISOString());
    await writePublic(writing, { responses: [row] }, 'content');
    const event = { kind: 'published' as const, by: officer.id };
    const change = { stage: 'published', publishes: true };
    await changeRecord(writing.trx, record, change, event, writing.at);
    return { document: content.document };
  });
  return readResponse(service, officer, id);
}
