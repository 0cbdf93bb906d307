import type { ExchangeRecord } from '@open-info/contract/exchange';
import type { Attachment } from '@open-info/contract/uploads';
import type { Kysely, Selectable } from 'kysely';
import type { ExchangeRecordsTable, Tables } from '../database/tables.ts';
import type { Service } from '../service.ts';

/** What of a record is sealed, and erased after the retention time: whatever a person is in. */
type WordField = 'applicant' | 'text' | 'materials' | 'certificate' | 'place' | 'tracking';

/** The sealed part of a record. */
export interface RecordWords extends Pick<ExchangeRecord, WordField> {
  /** 结果文件, kept beside the uploads. */
  documents?: Attachment[] | undefined;
}

/** The open part of a record: codes, days and names of steps. */
export interface RecordFacts extends Omit<
  ExchangeRecord,
  WordField | 'queryCode' | 'files' | 'organ'
> {
  organId: string;
  /** A reason stands in the sealed part. */
  said?: true | undefined;
}

/** A record as it is kept; `words` only when it was opened. */
export interface KeptRecord extends Omit<ExchangeRecord, 'queryCode' | 'files'> {
  organId: string;
  documents?: Attachment[] | undefined;
}

/** Cuts a record in what lies open and what is sealed. */
export function cutRecord(
  record: ExchangeRecord,
  organId: string,
  documents: Attachment[],
): { facts: RecordFacts; words: RecordWords | undefined } {
  const { queryCode, files, organ, ...kept } = record;
  const { applicant, text, materials, certificate, place, tracking, ...open } = kept;
  const words: RecordWords = {
    applicant,
    text,
    materials,
    certificate,
    place,
    tracking,
    ...(documents.length > 0 && { documents }),
  };
  const isWordless = Object.values(words).every((word) => word === undefined);
  return {
    facts: { ...open, organId, ...(text !== undefined && { said: true }) },
    words: isWordless ? undefined : words,
  };
}

type RecordRow = Selectable<ExchangeRecordsTable>;

/** What tells one version of a record from all others. */
export type VersionKey = Pick<RecordRow, 'system' | 'id' | 'revision' | 'digest'>;

/** Where the words of a version are sealed; they open nowhere else. */
export const wordsContext = ({ system, id, revision, digest }: VersionKey) =>
  `exchange/${system}/${id}/${revision}/${digest}`;

/**
 * Whether one version goes before another: the higher revision; of two that claim the same one the
 * higher digest, so that the order they came in does not matter.
 */
export function goesBefore(
  a: Pick<RecordRow, 'revision' | 'digest'>,
  b: Pick<RecordRow, 'revision' | 'digest'>,
): boolean {
  return a.revision === b.revision ? a.digest > b.digest : a.revision > b.revision;
}

/** The version of each record that holds. */
export function latestOf<T extends Pick<RecordRow, 'id' | 'revision' | 'digest'>>(
  versions: readonly T[],
): T[] {
  const latest = new Map<string, T>();
  for (const one of versions) {
    const known = latest.get(one.id);
    if (!known || goesBefore(one, known)) latest.set(one.id, one);
  }
  return [...latest.values()];
}

/**
 * The records that hold of some cases of a system, by case. A correction may have moved a record
 * from one case to another, so all versions of every record that ever named one of them are read.
 */
export async function loadRecords(
  db: Kysely<Tables>,
  system: string,
  numbers: readonly string[],
): Promise<Map<string, RecordRow[]>> {
  const found = new Map<string, RecordRow[]>(numbers.map((number) => [number, []]));
  if (numbers.length === 0) return found;
  const versions = await db
    .selectFrom('exchange_records')
    .selectAll()
    .where('system', '=', system)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('exchange_records')
        .select('id')
        .where('system', '=', system)
        .where('number', 'in', [...numbers]),
    )
    .execute();
  for (const row of latestOf(versions)) found.get(row.number)?.push(row);
  return found;
}

/** A record without its sealed part: enough for states and days. */
export function bareRecord({ facts }: RecordRow): KeptRecord {
  const { said, ...rest } = facts;
  // Only whether there is a reason is known here.
  return said === true ? { ...rest, text: '…' } : rest;
}

/** A record with its sealed part, as far as that was not erased. */
export function openRecord({ privacy }: Pick<Service, 'privacy'>, row: RecordRow): KeptRecord {
  const { said, ...rest } = row.facts;
  if (row.words === null) return rest;
  return { ...rest, ...privacy.openJson<RecordWords>(row.words, wordsContext(row)) };
}
