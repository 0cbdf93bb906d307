import { randomBytes } from 'node:crypto';
import type { AttributeProposal, EditingEvent } from '@open-info/contract/editing';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** What an office has in hand. */
export type EditingKind = 'document' | 'interpretation' | 'cleanup' | 'response';

/** What the procedure has decided on a record so far. */
export interface EditingFacts {
  attribute?: AttributeProposal | undefined;
  indexNumber?: string | undefined;
  issuedOn?: string | undefined;
  stamp?: string | undefined;
  exemption?: { reason: string; by: string } | undefined;
}

export interface EditingRecord<C extends object = object> {
  id: string;
  kind: EditingKind;
  organId: string;
  stage: string;
  revision: number;
  content: C;
  facts: EditingFacts;
  position: number;
  updatedAt: string;
  publishedAt: string | undefined;
  log: EditingEvent[];
}

/** An event about to be logged. */
export type NewEvent = Omit<EditingEvent, 'seq' | 'at'>;

/** An id nobody can guess, fit for an address. */
export const newId = (letter: string): string => `${letter}${randomBytes(8).toString('hex')}`;

const columns = [
  'id',
  'kind',
  'organ_id',
  'stage',
  'revision',
  'content',
  'facts',
  'position',
  'updated_at',
  'published_at',
] as const;

type Row = Pick<
  {
    [K in keyof Tables['editing_records']]: unknown;
  },
  (typeof columns)[number]
>;

function toRecord<C extends object>(row: Row, log: EditingEvent[]): EditingRecord<C> {
  return {
    id: row.id as string,
    kind: row.kind as EditingKind,
    organId: row.organ_id as string,
    stage: row.stage as string,
    revision: row.revision as number,
    content: row.content as C,
    facts: row.facts as EditingFacts,
    position: Number(row.position),
    updatedAt: row.updated_at as string,
    publishedAt: (row.published_at as string | null) ?? undefined,
    log,
  };
}

/** The logs of records, by id. */
export async function logsOf(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, EditingEvent[]>> {
  const logs = new Map<string, EditingEvent[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return logs;
  const rows = await db
    .selectFrom('editing_events')
    .select(['record_id', 'seq', 'kind', 'at', 'actor', 'facts'])
    .where('record_id', 'in', [...ids])
    .orderBy('record_id')
    .orderBy('seq')
    .execute();
  for (const { record_id: id, seq, kind, at, actor, facts } of rows) {
    logs.get(id)?.push({ seq, kind, at, by: actor, ...facts });
  }
  return logs;
}

/** Records with their logs. */
async function withLogs<C extends object>(db: Kysely<Tables>, rows: readonly Row[]) {
  const logs = await logsOf(
    db,
    rows.map(({ id }) => id as string),
  );
  return rows.map((row) => toRecord<C>(row, logs.get(row.id as string) ?? []));
}

/** What a list asks for. */
export interface RecordFilter {
  kinds: readonly EditingKind[];
  organId?: string | undefined;
  stages?: readonly string[] | undefined;
}

function filtered(db: Kysely<Tables>, { kinds, organId, stages }: RecordFilter) {
  let query = db.selectFrom('editing_records').where('kind', 'in', [...kinds]);
  if (organId !== undefined) query = query.where('organ_id', '=', organId);
  if (stages && stages.length > 0) query = query.where('stage', 'in', [...stages]);
  return query;
}

/** The latest first, from below a place on. */
export async function listRecords<C extends object>(
  db: Kysely<Tables>,
  filter: RecordFilter,
  limit: number,
  below?: number,
): Promise<EditingRecord<C>[]> {
  let query = filtered(db, filter).select([...columns]);
  if (below !== undefined) query = query.where('position', '<', below);
  return withLogs(db, await query.orderBy('position', 'desc').limit(limit).execute());
}

export async function countRecords(db: Kysely<Tables>, filter: RecordFilter): Promise<number> {
  const { count } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Records by id; those that are not there are left out. */
export async function findRecords<C extends object>(
  db: Kysely<Tables>,
  kinds: readonly EditingKind[],
  ids: readonly string[],
): Promise<EditingRecord<C>[]> {
  if (ids.length === 0) return [];
  const rows = await filtered(db, { kinds })
    .select([...columns])
    .where('id', 'in', [...ids])
    .execute();
  return withLogs(db, rows);
}

/** The same, held until the transaction ends; in the order of their ids, so that none waits in a ring. */
export async function lockRecords<C extends object>(
  trx: Transaction<Tables>,
  kinds: readonly EditingKind[],
  ids: readonly string[],
): Promise<EditingRecord<C>[]> {
  if (ids.length === 0) return [];
  const rows = await filtered(trx, { kinds })
    .select([...columns])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  return withLogs(trx, rows);
}

/** Begins a record and its log. */
export async function insertRecord(
  trx: Transaction<Tables>,
  record: Pick<EditingRecord, 'id' | 'kind' | 'organId' | 'stage' | 'content' | 'facts'>,
  event: NewEvent,
  at: Date,
): Promise<void> {
  const { id, kind, organId, stage, content, facts } = record;
  await trx
    .insertInto('editing_records')
    .values({
      id,
      kind,
      organ_id: organId,
      stage,
      revision: 1,
      content: JSON.stringify(content),
      facts: JSON.stringify(facts),
      updated_at: at.toISOString(),
    })
    .execute();
  await addEvent(trx, id, 1, event, at);
}

/** What a step changes of a record. */
export interface RecordChange {
  stage?: string | undefined;
  content?: object | undefined;
  facts?: EditingFacts | undefined;
  /** It is public from now on. */
  publishes?: boolean | undefined;
  /** What stood there before, kept with the event. */
  former?: object | undefined;
}

/** Changes a record that is held, and tells its log. */
export async function changeRecord(
  trx: Transaction<Tables>,
  { id, revision, stage, content, facts, log }: EditingRecord,
  change: RecordChange,
  event: NewEvent,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('editing_records')
    .set({
      stage: change.stage ?? stage,
      revision: revision + 1,
      content: JSON.stringify(change.content ?? content),
      facts: JSON.stringify(change.facts ?? facts),
      updated_at: at.toISOString(),
      ...(change.publishes === true && { published_at: at.toISOString() }),
    })
    .where('id', '=', id)
    .execute();
  await addEvent(trx, id, log.length + 1, event, at, change.former);
}

async function addEvent(
  trx: Transaction<Tables>,
  id: string,
  seq: number,
  { kind, by, ...facts }: NewEvent,
  at: Date,
  former?: object,
): Promise<void> {
  await trx
    .insertInto('editing_events')
    .values({
      record_id: id,
      seq,
      kind,
      at: at.toISOString(),
      actor: by,
      facts: JSON.stringify(facts),
      former: former ? JSON.stringify(former) : null,
    })
    .execute();
}
