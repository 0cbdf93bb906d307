import { randomBytes } from 'node:crypto';
import type { ExchangeReport } from '@open-info/contract/exchange';
import { unreasonedNotices } from '@open-info/contract/exchange-map';
import { sql, type Transaction } from 'kysely';
import { appendAudit } from '../audit/store.ts';
import { canonicalJson, type Json } from '../audit/canonical.ts';
import { caseStateOf, type CaseState } from '../cases/state.ts';
import type { Tables } from '../database/tables.ts';
import type { Words } from '../http/words.ts';
import { findOrgans } from '../organs/store.ts';
import { enqueueAll, type CaseChange } from '../outbox/change.ts';
import type { Service } from '../service.ts';
import { keepDocuments, type KeptDocument } from './documents.ts';
import {
  bareRecord,
  cutRecord,
  goesBefore,
  latestOf,
  loadRecords,
  wordsContext,
  type VersionKey,
} from './records.ts';
import { organNames, readRow, type Row, type RowFault } from './rows.ts';
import type { ExchangeSystem } from './settings.ts';

type Needs = Pick<Service, 'db' | 'privacy' | 'files' | 'now' | 'log'>;

/** What became of a batch, its reasons in both languages. */
export interface TakenIn extends Omit<ExchangeReport, 'refused'> {
  refused: RowFault[];
}

/** A row with what tells it from other versions of its record. */
interface Version extends Row {
  key: VersionKey;
}

const keyOf = ({ id, revision, digest }: Omit<VersionKey, 'system'>): string =>
  `${id}\0${revision}\0${digest}`;

function versionOf({ privacy }: Needs, system: string, row: Row): Version {
  const json = JSON.parse(JSON.stringify(row.record)) as Json;
  const { id, revision = 0 } = row.record;
  // Keyed: the record holds names and a code, which a plain hash would let be guessed.
  const digest = privacy.blind(`exchange/${system}/record`, canonicalJson(json));
  return { ...row, key: { system, id, revision, digest } };
}

const foreign: Words = {
  zh: '这个办件编号属于另一个系统',
  en: 'this case number belongs to another system',
};

async function knownVersions(
  { db }: Pick<Needs, 'db'>,
  system: string,
  versions: readonly Version[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(versions.map(({ key }) => key.id))];
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('exchange_records')
    .select(['id', 'revision', 'digest'])
    .where('system', '=', system)
    .where('id', 'in', ids)
    .execute();
  return new Set(rows.map(keyOf));
}

/** A version with what was made of it outside the transaction, because it takes time. */
interface Ready extends Version {
  codeHash: string | null;
  documents: KeptDocument[];
}

async function makeReady(service: Needs, version: Version): Promise<Ready> {
  const { record, code } = version;
  const [codeHash, documents] = await Promise.all([
    code === undefined ? null : service.privacy.hashCode(code),
    keepDocuments(service, record.files ?? []),
  ]);
  return { ...version, codeHash, documents };
}

/** As many at once as Node stretches codes in threads. */
const together = 4;

async function makeAllReady(service: Needs, versions: readonly Version[]): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (let i = 0; i < versions.length; i += together) {
    const some = versions.slice(i, i + together);
    ready.push(...(await Promise.all(some.map((one) => makeReady(service, one)))));
  }
  return ready;
}

/** The row of a system, locked: batches of one system follow one another. */
export async function lockSystem(trx: Transaction<Tables>, system: string): Promise<void> {
  await trx
    .insertInto('exchange_systems')
    .values({ id: system })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .selectFrom('exchange_systems')
    .select('id')
    .where('id', '=', system)
    .forUpdate()
    .execute();
}

/** Makes the rows of cases not heard of before; of two systems the first has the number. */
async function claimNumbers(
  trx: Transaction<Tables>,
  { id: system, organs }: ExchangeSystem,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  // In one order, so that two batches at once cannot wait for one another.
  const sorted = [...new Set(numbers)].sort();
  await trx
    .insertInto('cases')
    .values(
      sorted.map((number) => ({ number, system, revision: 0, organ_id: organs[0], matter: '' })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const rows = await trx
    .selectFrom('cases')
    .select('number')
    .where('number', 'in', sorted)
    .where('system', '=', system)
    .execute();
  return new Set(rows.map(({ number }) => number));
}

async function insertVersions(
  { privacy, now }: Needs,
  trx: Transaction<Tables>,
  versions: readonly Ready[],
): Promise<Ready[]> {
  if (versions.length === 0) return [];
  const at = now().toISOString();
  const inserted = await trx
    .insertInto('exchange_records')
    .values(
      versions.map(({ key, record, organId, documents, codeHash }) => {
        const shown = documents.map(({ id, name, type, size }) => ({ id, name, type, size }));
        const { facts, words } = cutRecord(record, organId, shown);
        return {
          ...key,
          number: record.caseNumber,
          facts: JSON.stringify(facts),
          words: words ? privacy.sealJson(words, wordsContext(key)) : null,
          code_hash: codeHash,
          received_at: at,
        };
      }),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'revision', 'digest'])
    .execute();
  const keys = new Set(inserted.map(keyOf));
  return versions.filter(({ key }) => keys.has(keyOf(key)));
}

/** 结果文件 of a case stand under this owner: a request may have the same number. */
export const documentsOwner = (number: string) => `case:${number}`;

async function insertDocuments(
  { privacy, now }: Needs,
  trx: Transaction<Tables>,
  versions: readonly Ready[],
): Promise<void> {
  const at = now().toISOString();
  const rows = versions.flatMap(({ documents, record }) =>
    documents.map(({ id, name, type, size, sha256 }) => ({
      id,
      // Nobody holds a token of it: it is reached by number and code only.
      token_hash: randomBytes(32).toString('hex'),
      particulars: privacy.sealJson({ name }, `uploads/${id}/name`),
      type,
      size,
      sha256,
      created_at: at,
      expires_at: at,
      number: documentsOwner(record.caseNumber),
      role: 'result' as const,
      taken_at: at,
    })),
  );
  if (rows.length > 0) await trx.insertInto('uploads').values(rows).execute();
}

/** Cases whose records that hold are others now: of every version that counts, where it is and was. */
async function changedNumbers(
  trx: Transaction<Tables>,
  system: string,
  inserted: readonly Ready[],
): Promise<string[]> {
  if (inserted.length === 0) return [];
  const ids = [...new Set(inserted.map(({ key }) => key.id))];
  const versions = await trx
    .selectFrom('exchange_records')
    .select(['id', 'revision', 'digest', 'number'])
    .where('system', '=', system)
    .where('id', 'in', ids)
    .execute();
  const isNew = new Set(inserted.map(({ key }) => keyOf(key)));
  const holding = latestOf(versions).filter((one) => isNew.has(keyOf(one)));
  const touched = new Set(holding.map(({ id }) => id));
  return [...new Set(versions.filter(({ id }) => touched.has(id)).map(({ number }) => number))];
}

type CaseRow = Awaited<ReturnType<typeof loadRecords>> extends Map<string, infer R> ? R : never;

/** The hash that holds of the codes its records brought: that of the last one. */
function codeHashOf(rows: CaseRow): string | null {
  let last: CaseRow[number] | undefined;
  for (const row of rows) {
    if (row.code_hash === null) continue;
    if (
      !last ||
      row.facts.at > last.facts.at ||
      (row.facts.at === last.facts.at && (row.id > last.id || goesBefore(row, last)))
    ) {
      last = row;
    }
  }
  return last?.code_hash ?? null;
}

async function writeCase(
  trx: Transaction<Tables>,
  number: string,
  rows: CaseRow,
  state: CaseState | undefined,
): Promise<void> {
  await trx
    .updateTable('cases')
    .set({
      revision: sql<number>`nextval('case_revisions')`,
      code_hash: codeHashOf(rows),
      status: state?.status ?? null,
      status_at: state?.statusAt ?? null,
      accepted_on: state?.acceptedOn ?? null,
      completed_on: state?.completedOn ?? null,
      ended_on: state?.endedOn ?? null,
      last_on: state?.lastOn ?? null,
      // What came after an erasure is erased when its own time has come.
      erased_at: null,
      ...(state && {
        organ_id: state.organId,
        matter: state.matterName ?? state.matterCode ?? '',
      }),
    })
    .where('number', '=', number)
    .execute();
}

/** What an audit is told of a case: notices that the law wants a reason for, and have none. */
interface Breach {
  number: string;
  ids: string[];
}

/** Which of some cases anybody follows: of thousands a push brings, few. */
async function followedCases(
  trx: Transaction<Tables>,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set();
  const rows = await trx
    .selectFrom('subscriptions')
    .select('follows')
    .where('state', '=', 'active')
    .where(
      'follows',
      'in',
      numbers.map((number) => `case:${number}`),
    )
    .execute();
  return new Set(rows.map(({ follows }) => follows.slice('case:'.length)));
}

async function settleCases(
  { now }: Needs,
  trx: Transaction<Tables>,
  { id: system }: ExchangeSystem,
  numbers: readonly string[],
  inserted: readonly Ready[],
): Promise<Breach[]> {
  const isNew = new Set(inserted.map(({ key }) => key.id));
  const breaches: Breach[] = [];
  const changes: CaseChange[] = [];
  const at = now().toISOString();
  for (const [number, rows] of await loadRecords(trx, system, numbers)) {
    const records = rows.map(bareRecord);
    const state = caseStateOf(records);
    await writeCase(trx, number, rows, state);
    if (!state) continue;
    const event = state.events.at(-1)?.kind ?? 'other';
    changes.push({ kind: 'case.changed', subject: number, organId: state.organId, event, at });
    const ids = unreasonedNotices(records)
      .map(({ id }) => id)
      .filter((id) => isNew.has(id));
    if (ids.length > 0) breaches.push({ number, ids });
  }
  const followed = await followedCases(trx, numbers);
  await enqueueAll(trx, changes, ({ subject }) => followed.has(subject));
  return breaches;
}

/**
 * Takes in records of a system, in whatever order, repetition and batches they come: those that can
 * be read in one transaction, the others refused by name. What follows from them for their cases,
 * the outbox and the audit are part of it.
 *
 * @param also written in the same transaction, such as how far a feed has been read
 */
export async function takeIn(
  service: Needs,
  system: ExchangeSystem,
  given: readonly unknown[],
  also: (trx: Transaction<Tables>) => Promise<void> = async () => undefined,
): Promise<TakenIn> {
  const organs = organNames(await findOrgans(service.db, {}));
  const context = { system, organs, now: service.now() };
  const read = given.map((row, index) => readRow(row, index, context));
  const refused = read.filter((one): one is RowFault => 'field' in one);
  const versions = new Map<string, Version>();
  const rows = read.filter((one): one is Row => 'record' in one);
  for (const row of rows) {
    const version = versionOf(service, system.id, row);
    versions.set(keyOf(version.key), version);
  }
  const known = await knownVersions(service, system.id, [...versions.values()]);
  const news = [...versions].filter(([key]) => !known.has(key)).map(([, version]) => version);
  const ready = await makeAllReady(service, news);
  const kept: Ready[] = [];
  try {
    await service.db.transaction().execute(async (trx) => {
      await lockSystem(trx, system.id);
      const numbers = await claimNumbers(
        trx,
        system,
        ready.map(({ record }) => record.caseNumber),
      );
      const own = ready.filter(({ record }) => numbers.has(record.caseNumber));
      const inserted = await insertVersions(service, trx, own);
      await insertDocuments(service, trx, inserted);
      const changed = await changedNumbers(trx, system.id, inserted);
      const breaches = await settleCases(service, trx, system, changed, inserted);
      await trx
        .updateTable('exchange_systems')
        .set({ heard_at: service.now().toISOString() })
        .where('id', '=', system.id)
        .execute();
      await also(trx);
      kept.push(...inserted);
      for (const { record } of ready) {
        if (numbers.has(record.caseNumber)) continue;
        refused.push({ id: record.id, field: 'caseNumber', message: foreign });
      }
      for (const { number, ids } of breaches) {
        service.log.info('supplement notice without a reason', { subject: number });
        await appendAudit(service, trx, {
          actor: system.id,
          action: 'case.unreasonedNotice',
          subject: number,
          facts: { records: ids, article: '《行政许可法》第三十二条' },
        });
      }
      if (inserted.length === 0) return;
      await appendAudit(service, trx, {
        actor: system.id,
        action: 'exchange.takenIn',
        subject: system.id,
        facts: { records: inserted.length, cases: changed.length },
      });
    });
  } finally {
    await throwAway(service, ready, kept);
  }
  const accepted = kept.length;
  return { accepted, repeated: given.length - refused.length - accepted, refused };
}

/** Files of records that were not written after all. */
async function throwAway(
  { files }: Pick<Needs, 'files'>,
  ready: readonly Ready[],
  kept: readonly Ready[],
): Promise<void> {
  const isKept = new Set(kept.map(({ key }) => keyOf(key)));
  const left = ready.filter(({ key }) => !isKept.has(keyOf(key)));
  await Promise.all(left.flatMap(({ documents }) => documents.map(({ id }) => files.remove(id))));
}
