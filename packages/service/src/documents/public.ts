import type { DocumentRef, Validity } from '@open-info/contract/documents';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { todayOf } from '../http/mount.ts';
import type { Service } from '../service.ts';

/** What a public read is made for. */
export interface Reading {
  db: Kysely<Tables>;
  /** What was published after it is not there yet, ISO 8601. */
  now: string;
  /** The day (Asia/Shanghai) validity is told for. */
  today: string;
}

export function readingOf({ db, now }: Pick<Service, 'db' | 'now'>): Reading {
  const moment = now();
  return { db, now: moment.toISOString(), today: todayOf(moment) };
}

/**
 * The documents anybody may know of, as `d`: published, and open or disclosed on request (条例 art.
 * 13). Every public path reads documents through this and nothing else; what is closed, undecided,
 * a draft or not released is as if it were not there.
 */
export function publicDocuments({ db, now }: Pick<Reading, 'db' | 'now'>) {
  return db
    .selectFrom('documents as d')
    .where('d.released_at', '<=', now)
    .where('d.attribute', 'in', ['open', 'onRequest']);
}

/**
 * The interpretations anybody may read, as `i`: published, and explaining a public document or none
 * that is recorded here.
 */
export function publicInterpretations(reading: Pick<Reading, 'db' | 'now'>) {
  const { db, now } = reading;
  const explains = db
    .selectFrom('document_edges as e')
    .whereRef('e.from_id', '=', sql.ref<string>('i.id'))
    .where('e.kind', '=', 'explains')
    .select('e.to_id');
  return db
    .selectFrom('interpretations as i')
    .where('i.released_at', '<=', now)
    .where((eb) =>
      eb.or([
        eb.not(eb.exists(explains)),
        eb.exists(publicDocuments(reading).where('d.id', 'in', explains).select('d.id')),
      ]),
    );
}

/** 有效性 of `d` on a day, as `validityOn` of the contract has it. */
export const validitySql = (day: string): RawBuilder<Validity> => sql<Validity>`case
  when d.ended_on <= ${day}::date then d.ended_as
  when d.expires_on < ${day}::date then 'expired'
  when d.effective_on > ${day}::date then 'notYetInForce'
  when d.amended_on <= ${day}::date then 'amended'
  else 'inForce' end`;

/** Documents as others refer to them, by id; those that are not public are left out. */
export async function documentRefs(
  reading: Reading,
  ids: readonly string[],
): Promise<Map<string, DocumentRef>> {
  if (ids.length === 0) return new Map();
  const rows = await publicDocuments(reading)
    .select(['d.id', 'd.title', 'd.document_number', validitySql(reading.today).as('validity')])
    .where('d.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, toRef(row)]));
}

interface RefRow {
  id: string;
  title: string;
  document_number: string | null;
  validity: Validity;
}

export const toRef = ({ id, title, document_number: number, validity }: RefRow): DocumentRef => ({
  id,
  title,
  ...(number !== null && { documentNumber: number }),
  validity,
});
