import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { loadRecords, openRecord, type KeptRecord } from '../exchange/records.ts';
import type { Service } from '../service.ts';

/** A case as it is kept, opened. */
export interface CaseRecord {
  /** 办件编号. */
  number: string;
  /** Id of the acceptance system it belongs to. */
  system: string;
  organId: string;
  /** Grows with everything that changes its view. */
  revision: number;
  /** Each id once, as it holds. */
  records: KeptRecord[];
  /** 数据截至: when its system was last heard of, ISO 8601. */
  heardAt: string;
}

/** A case by its number; undefined when there is none, or nothing is left of it. */
export async function loadCase(
  service: Pick<Service, 'db' | 'privacy'>,
  number: string,
): Promise<CaseRecord | undefined> {
  const { db } = service;
  const row = await db
    .selectFrom('cases as c')
    .innerJoin('exchange_systems as s', 's.id', 'c.system')
    .select(['c.system', 'c.organ_id', 'c.revision', 's.heard_at'])
    .where('c.number', '=', number)
    .where('c.status', 'is not', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const kept = (await loadRecords(db, row.system, [number])).get(number) ?? [];
  return {
    number,
    system: row.system,
    organId: row.organ_id,
    revision: row.revision,
    records: kept.map((one) => openRecord(service, one)),
    heardAt: row.heard_at ?? '',
  };
}

/** The hash of a case's 查询密码; one look by key, whether there is a case or not. */
export async function readCaseCodeHash(
  db: Kysely<Tables>,
  number: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('cases')
    .select('code_hash')
    .where('number', '=', number)
    .where('status', 'is not', null)
    .executeTakeFirst();
  return row?.code_hash ?? undefined;
}

/** What grows with every change of a case's view; undefined when there is none. What watches it asks this. */
export async function readCaseRevision(
  db: Kysely<Tables>,
  number: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('cases')
    .select('revision')
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.revision;
}
