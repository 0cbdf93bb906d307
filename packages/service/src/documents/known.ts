import { normalizeDocumentNumber } from '@open-info/contract/document-number';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { DocumentRow, PolicyRows } from './rows.ts';
import { documentIdOf } from './identity.ts';

/** What the records of an import may name. */
export interface Known {
  /** By id, name and alias. */
  organs: ReadonlyMap<string, { id: string; name: string }>;
  /** Ids of catalog items by id and by name, where only one item bears it. */
  items: ReadonlyMap<string, string>;
  /** Ids of documents by id, 索引号 and 文号, those of the import included. */
  documents: Map<string, string>;
  /** Ids of documents by 索引号 alone. */
  byIndexNumber: Map<string, string>;
  /** Ids that are taken. */
  ids: Set<string>;
  /** 主题分类 of documents by id; none of those nobody may know of. */
  topics: Map<string, string[]>;
}

/** A 文号 in its standard form; what is none stays as it is. */
export const standardNumber = (text: string): string =>
  normalizeDocumentNumber(text) ?? text.trim();

const mayBeKnown = (attribute: string | null | undefined): boolean =>
  attribute === 'open' || attribute === 'onRequest';

/** Reads what the records of an import name. */
export async function readKnown(db: Kysely<Tables>, rows: PolicyRows): Promise<Known> {
  const documents = await readDocuments(db, namedDocuments(rows));
  const items = await readItems(db, [
    ...new Set((rows.documents ?? []).flatMap(({ catalogItems = [] }) => catalogItems)),
  ]);
  return { ...documents, items, organs: await readOrgans(db) };
}

/** Adds a document of the import itself, so that what comes after it may name it. */
export function learn(known: Known, row: DocumentRow): void {
  const id = documentIdOf(row, known.byIndexNumber);
  known.byIndexNumber.set(row.indexNumber, id);
  known.ids.add(id);
  known.topics.set(id, mayBeKnown(row.attribute) ? row.topics : []);
  known.documents.set(id, id).set(row.indexNumber, id);
  if (row.documentNumber !== undefined) {
    known.documents.set(standardNumber(row.documentNumber), id);
  }
}

/** The id of the document a record names, by id, 索引号 or 文号. */
export const findNamed = ({ documents }: Known, name: string): string | undefined =>
  documents.get(name) ?? documents.get(standardNumber(name));

function namedDocuments({ documents, interpretations, cleanups, responses }: PolicyRows): string[] {
  const names = [
    ...(documents ?? []).flatMap(({ id, indexNumber, predecessors, consultations }) => [
      ...(id === undefined ? [] : [id]),
      indexNumber,
      ...(predecessors ?? []),
      ...(consultations ?? []),
    ]),
    ...(interpretations ?? []).flatMap(({ policies }) => policies),
    ...(cleanups ?? []).flatMap(({ entries }) => entries.map(({ document }) => document)),
    ...(responses ?? []).map(({ document }) => document),
  ];
  return [...new Set(names.flatMap((name) => [name, standardNumber(name)]))];
}

/** Documents by id, 索引号 and 文号, as far as they are named. */
export async function readDocuments(db: Kysely<Tables>, names: string[]) {
  const named = sql`${names}::text[]`;
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'index_number', 'document_number', 'topics', 'attribute'])
    .where(
      sql<boolean>`(id = any(${named}) or index_number = any(${named}) or document_number = any(${named}))`,
    )
    .execute();
  const documents = new Map<string, string>();
  const byIndexNumber = new Map<string, string>();
  for (const { id, index_number: index, document_number: number } of rows) {
    if (number !== null) documents.set(number, id);
    if (index !== null) {
      documents.set(index, id);
      byIndexNumber.set(index, id);
    }
  }
  for (const { id } of rows) documents.set(id, id);
  return {
    documents,
    byIndexNumber,
    ids: new Set(rows.map(({ id }) => id)),
    topics: new Map(
      rows.map(({ id, topics, attribute }) => [id, mayBeKnown(attribute) ? topics : []]),
    ),
  };
}

async function readItems(db: Kysely<Tables>, names: string[]): Promise<Known['items']> {
  if (names.length === 0) return new Map();
  const named = sql`${names}::text[]`;
  const rows = await db
    .selectFrom('catalog_revisions')
    .select(['item_id', 'name'])
    .distinct()
    .where('reason', '<>', 'removed')
    .where(sql<boolean>`(item_id = any(${named}) or name = any(${named}))`)
    .execute();
  const items = new Map<string, string>();
  const bearers = new Map<string, Set<string>>();
  for (const { item_id: id, name } of rows) {
    bearers.set(name, (bearers.get(name) ?? new Set()).add(id));
  }
  for (const [name, [only, ...others]] of bearers) {
    if (only !== undefined && others.length === 0) items.set(name, only);
  }
  for (const { item_id: id } of rows) items.set(id, id);
  return items;
}

/** Organs by id, name and alias. */
export async function readOrgans(db: Kysely<Tables>): Promise<Known['organs']> {
  const rows = await db.selectFrom('organs').select(['id', 'name', 'aliases']).execute();
  const organs = new Map<string, { id: string; name: string }>();
  for (const { id, name, aliases } of rows) {
    for (const alias of aliases) organs.set(alias, { id, name });
  }
  for (const { id, name } of rows) organs.set(id, { id, name }).set(name, { id, name });
  return organs;
}
