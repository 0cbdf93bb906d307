import type { OrganRef } from '@open-info/contract/organs';
import type { Kysely, Transaction } from 'kysely';
import type { Officer } from '../access/officer.ts';
import type { Tables } from '../database/tables.ts';
import { ProblemError } from '../http/problem.ts';
import { illegalMove } from '../requests/law.ts';
import { law, refusal, type Refusal } from './law.ts';
import { findRecords, lockRecords, type EditingKind, type EditingRecord } from './records.ts';

const maySee = ({ role, organId }: Officer, owner: string): boolean =>
  role === 'coordinator' || organId === owner;

/** Another organ's record and one that does not exist look the same. */
export function notHere(): ProblemError {
  return new ProblemError('not-found', {
    detail: {
      zh: '本机关没有这个编号的记录，请核对编号。',
      en: 'Your organ has no record of this id; compare the id.',
    },
  });
}

/**
 * A record an officer may see.
 *
 * @throws ProblemError `not-found`
 */
export async function openRecord<C extends object>(
  db: Kysely<Tables>,
  officer: Officer,
  kinds: readonly EditingKind[],
  id: string,
): Promise<EditingRecord<C>> {
  const [record] = await findRecords<C>(db, kinds, [id]);
  if (record && maySee(officer, record.organId)) return record;
  throw notHere();
}

/** The same, held until the transaction ends. */
export async function holdRecord<C extends object>(
  trx: Transaction<Tables>,
  officer: Officer,
  kinds: readonly EditingKind[],
  id: string,
): Promise<EditingRecord<C>> {
  const [record] = await lockRecords<C>(trx, kinds, [id]);
  if (record && maySee(officer, record.organId)) return record;
  throw notHere();
}

/**
 * The organ a list is limited to; undefined for a coordinator who names none.
 *
 * @throws ProblemError `forbidden` when it is not the officer's
 */
export function listedOrgan(officer: Officer, organ: string | undefined): string | undefined {
  if (officer.role === 'coordinator') return organ;
  if (organ === undefined || organ === officer.organId) return officer.organId;
  throw new ProblemError('forbidden', {
    detail: {
      zh: `只能查看本机关（${officer.organId}）的记录；请去掉 organ（${law.officeOf}）。`,
      en: `An officer sees the records of the own organ (${officer.organId}); leave organ out (${law.officeOf}).`,
    },
    article: law.officeOf,
  });
}

/** Why a coordinator leaves what a department writes as it is. */
export const coordinatorReads: Refusal = refusal(
  law.coordination,
  '协调部门负责指导协调，不代替部门拟稿、审核、签发、发布和评估',
  'A coordinator guides and does not draft, review, sign, publish or decide for a department',
);

/** @throws ProblemError `forbidden` for a coordinator */
export function checkDepartment({ role }: Officer): void {
  if (role === 'officer') return;
  throw new ProblemError('forbidden', coordinatorReads);
}

/** @throws ProblemError `illegal-move` when somebody else has changed the record since it was read */
export function checkRevision(record: EditingRecord, revision: number): void {
  if (record.revision === revision) return;
  throw new ProblemError('illegal-move', {
    detail: {
      zh: `记录在读取之后已有改动（现为第 ${String(record.revision)} 版，提交的是第 ${String(revision)} 版）。请重新读取，再作修改。`,
      en: `The record has changed since it was read (it is at revision ${String(record.revision)}, the edit is of ${String(revision)}). Read it again and edit that.`,
    },
    article: law.review,
  });
}

/** Who acted last may not take the next step alone (条例 art. 17: 明确审查的程序和责任). */
export function checkSecondOfficer({ log }: EditingRecord, officer: Officer, alone: boolean): void {
  if (alone || log[log.length - 1]?.by !== officer.id) return;
  throw illegalMove(
    refusal(
      law.review,
      '发布前应当由另一名工作人员审查，拟稿人不能自行发布',
      'Another officer reviews before it is published; its author may not publish it',
    ),
  );
}

/** Names of organs by id. */
export async function organNames(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<(id: string) => OrganRef> {
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('organs')
          .select(['id', 'name'])
          .where('id', 'in', [...new Set(ids)])
          .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: names.get(id) ?? id });
}
