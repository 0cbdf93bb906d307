import { cleanupDecisions, type DocumentRef } from '@open-info/contract/documents';
import type {
  CleanupEdit,
  CleanupInput,
  DeskCleanup,
  DeskCleanupList,
} from '@open-info/contract/editing-after';
import type { Kysely } from 'kysely';
import type { Officer } from '../access/officer.ts';
import type { Tables } from '../database/tables.ts';
import { publicDocuments, toRef, validitySql } from '../documents/public.ts';
import { todayOf } from '../http/mount.ts';
import { ProblemError, type FieldFault } from '../http/problem.ts';
import { illegalMove } from '../requests/law.ts';
import { enqueue } from '../outbox/change.ts';
import type { Service } from '../service.ts';
import { documentsNamed } from './content.ts';
import { law, refusal } from './law.ts';
import { changeRecord, insertRecord, listRecords, newId, type EditingRecord } from './records.ts';
import {
  checkRevision,
  checkSecondOfficer,
  holdRecord,
  listedOrgan,
  notHere,
  openRecord,
  organNames,
} from './scope.ts';
import { decidingOrgan } from './reviews.ts';
import { writeOnce, writePublic, type Writing } from './write.ts';

type CleanupRecord = EditingRecord<CleanupInput>;

const kinds = ['cleanup'] as const;

const validAfter: Record<string, string> = { abolish: 'abolished', expire: 'expired' };

const endedWords: Record<string, { zh: string; en: string }> = {
  abolished: { zh: '废止', en: 'abolished' },
  expired: { zh: '失效', en: 'expired' },
};

/** Public documents by the names a clean-up gives them, as they hold on its day. */
async function namedIn(db: Kysely<Tables>, names: readonly string[], on: string, now: string) {
  const ids = await documentsNamed(db, names);
  const rows =
    ids.size === 0
      ? []
      : await publicDocuments({ db, now })
          .select(['d.id', 'd.title', 'd.document_number', validitySql(on).as('validity')])
          .select(decidingOrgan.as('organ'))
          .where('d.id', 'in', [...ids.values()])
          .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (name: string) => byId.get(ids.get(name) ?? '');
}

const entryFault = (
  index: number,
  zh: string,
  en: string,
  expected: { zh: string; en: string },
): FieldFault => ({
  field: `entries.${String(index)}.document`,
  message: { zh, en },
  expected,
});

/**
 * Checks the entries: public documents the officer may clean up, each once, and no decision that
 * an end before it forbids, so that the validity of each is what its latest batch says.
 *
 * @throws ProblemError `bad-body` naming every entry
 */
async function checkEntries(
  { trx, at }: Writing,
  officer: Officer,
  { entries, on }: CleanupInput,
): Promise<void> {
  const today = todayOf(at);
  // A decision holds from its day, and not before it is published.
  const day = on > today ? on : today;
  const names = entries.map(({ document }) => document);
  const find = await namedIn(trx, names, day, at.toISOString());
  const seen = new Set<string>();
  const errors = entries.flatMap(({ document, decision }, index): FieldFault[] => {
    const row = find(document);
    if (!row || (officer.role !== 'coordinator' && row.organ !== officer.organId)) {
      return [
        entryFault(
          index,
          `没有可以清理的公开文件“${document}”`,
          `there is no public document "${document}" to clean up`,
          {
            zh: '本机关公开的文件的编号、索引号或文号；不公开的文件按定期评估处理',
            en: 'the id, 索引号 or 文号 of a public document of your organ; what is not public is decided by a review',
          },
        ),
      ];
    }
    if (seen.has(row.id)) {
      return [
        entryFault(index, `“${row.title}”重复`, `"${row.title}" stands there twice`, {
          zh: '每份文件一行',
          en: 'one entry for each document',
        }),
      ];
    }
    seen.add(row.id);
    const ended = endedWords[row.validity];
    if (!ended || validAfter[decision] === row.validity) return [];
    return [
      entryFault(index, `“${row.title}”已经${ended.zh}`, `"${row.title}" is ${ended.en} already`, {
        zh: `不列入，或者与现状一致（${ended.zh}）`,
        en: `not in the list, or as it is (${ended.en})`,
      }),
    ];
  });
  if (errors.length > 0) throw new ProblemError('bad-body', { errors, article: law.cleanup });
}

const published = refusal(
  law.cleanup,
  '清理结果已经公布，不能修改；需要调整的，另行公布新的清理结果',
  'The result is published and stays as it is; what differs is published as a further clean-up',
);

async function toCleanups(
  service: Service,
  records: readonly CleanupRecord[],
): Promise<DeskCleanup[]> {
  const now = service.now();
  const organs = await organNames(
    service.db,
    records.map(({ organId }) => organId),
  );
  return Promise.all(
    records.map(async ({ id, stage, organId, content, revision, updatedAt, publishedAt, log }) => {
      const { title, on, basis } = content;
      const names = content.entries.map(({ document }) => document);
      const find = await namedIn(service.db, names, todayOf(now), now.toISOString());
      const unknown = (name: string): DocumentRef => ({ id: name, title: name, validity: '' });
      const entries = content.entries.map(({ document, decision, reason }) => {
        const row = find(document);
        return { document: row ? toRef(row) : unknown(document), decision, reason };
      });
      const counts = Object.fromEntries(
        cleanupDecisions.map((one) => [
          one,
          entries.filter(({ decision }) => decision === one).length,
        ]),
      );
      return {
        id,
        stage,
        organ: organs(organId),
        title,
        on,
        basis,
        counts,
        entries,
        revision,
        updatedAt,
        publishedAt,
        log,
      };
    }),
  );
}

export async function readCleanup(
  service: Service,
  officer: Officer,
  id: string,
): Promise<DeskCleanup> {
  const record = await openRecord<CleanupInput>(service.db, officer, kinds, id);
  const [cleanup] = await toCleanups(service, [record]);
  if (!cleanup) throw notHere();
  return cleanup;
}

export async function listCleanups(service: Service, officer: Officer): Promise<DeskCleanupList> {
  const filter = { kinds, organId: listedOrgan(officer, undefined) };
  const records = await listRecords<CleanupInput>(service.db, filter, 200);
  return { items: await toCleanups(service, records) };
}

/** 清理: prepares a batch. A coordinator prepares those of the district. */
export async function createCleanup(
  service: Service,
  officer: Officer,
  content: CleanupInput,
  key: string | undefined,
): Promise<DeskCleanup> {
  const id = newId('c');
  const asked = { officer, action: 'cleanups.create', id, key, body: content };
  const written = await writeOnce(service, asked, async (writing) => {
    await checkEntries(writing, officer, content);
    const { organId } = officer;
    await insertRecord(
      writing.trx,
      { id, kind: 'cleanup', organId, stage: 'prepared', content, facts: {} },
      { kind: 'created', by: officer.id },
      writing.at,
    );
    return { entries: content.entries.length };
  });
  return readCleanup(service, officer, written);
}

/** A batch of the officer's own side, held: a coordinator leaves that of a department as it is. */
async function holdOwn(writing: Writing, officer: Officer, id: string): Promise<CleanupRecord> {
  const record = await holdRecord<CleanupInput>(writing.trx, officer, kinds, id);
  if (record.organId === officer.organId) return record;
  throw new ProblemError(
    'forbidden',
    refusal(
      law.coordination,
      '协调部门不代替部门修改、公布部门的清理结果',
      'A coordinator does not change or publish the clean-up of a department',
    ),
  );
}

export async function editCleanup(
  service: Service,
  officer: Officer,
  id: string,
  { revision, content }: CleanupEdit,
  key: string | undefined,
): Promise<DeskCleanup> {
  const asked = { officer, action: 'cleanups.edit', id, key, body: { revision, content } };
  await writeOnce(service, asked, async (writing) => {
    const record = await holdOwn(writing, officer, id);
    if (record.stage === 'published') throw illegalMove(published);
    checkRevision(record, revision);
    await checkEntries(writing, officer, content);
    const event = { kind: 'edited' as const, by: officer.id };
    await changeRecord(writing.trx, record, { content }, event, writing.at);
    return { entries: content.entries.length };
  });
  return readCleanup(service, officer, id);
}

/**
 * 公布清理结果 (plan row 39): the decisions drive validity from here on; nothing is deleted.
 *
 * @throws ProblemError `not-found`, `forbidden`, `illegal-move`, `bad-body`
 */
export async function publishCleanup(
  service: Service,
  officer: Officer,
  id: string,
  key: string | undefined,
): Promise<DeskCleanup> {
  const asked = { officer, action: 'cleanups.publish', id, key, body: null, publishes: true };
  await writeOnce(service, asked, async (writing) => {
    const record = await holdOwn(writing, officer, id);
    if (record.stage === 'published') throw illegalMove(published);
    checkSecondOfficer(record, officer, service.settings.editingAlone ?? false);
    const { content, organId } = record;
    await checkEntries(writing, officer, content);
    const row = { ...content, id, organId, publishedAt: writing.at.toISOString() };
    await writePublic(writing, { cleanups: [row] }, 'cleanup');
    const event = { kind: 'published' as const, by: officer.id };
    const change = { stage: 'published', publishes: true };
    await changeRecord(writing.trx, record, change, event, writing.at);
    const told = { subject: id, organId, event: 'published', at: row.publishedAt } as const;
    await enqueue(writing.trx, { kind: 'cleanup.changed', ...told });
    return { entries: content.entries.length };
  });
  return readCleanup(service, officer, id);
}
