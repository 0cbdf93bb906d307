import type { Kysely } from 'kysely';
import { pinyin } from 'pinyin-pro';
import type { Tables } from '../database/tables.ts';

interface KnownField {
  id: string;
  name: string;
  /** Place in the district's catalog, from 1. */
  order: number;
}

/** The registry of fields by id, name and former names. */
export interface FieldNames {
  /** The field of this name; one that is not known yet is created at the end of the list. */
  resolve(name: string): Promise<KnownField>;
  /** The field of this id or name, 「领域」 or not at its end. */
  find(name: string): KnownField | undefined;
  /** Names of the fields created, in order. */
  created(): string[];
}

/**
 * Reads the registry of fields.
 *
 * @param dryRun new fields are worked out and not written
 */
export async function readFieldNames(db: Kysely<Tables>, dryRun: boolean): Promise<FieldNames> {
  const rows = await db.selectFrom('fields').selectAll().orderBy('position').execute();
  const known = new Map<string, KnownField>();
  let order = 0;
  for (const row of rows) {
    const field = { id: row.id, name: row.name, order: row.position };
    order = Math.max(order, row.position);
    for (const name of [row.id, row.name, ...row.aliases]) {
      if (!known.has(fold(name))) known.set(fold(name), field);
    }
  }
  const created: string[] = [];

  const create = async (name: string): Promise<KnownField> => {
    order += 1;
    const field = { id: freeId(name, known), name: withoutSuffix(name), order };
    known.set(fold(name), field).set(fold(field.id), field);
    created.push(field.name);
    if (!dryRun) {
      await db
        .insertInto('fields')
        .values({ id: field.id, name: field.name, position: order, aliases: [], guideline: null })
        .execute();
    }
    return field;
  };
  return {
    resolve: async (name) => known.get(fold(name)) ?? (await create(name)),
    find: (name) => known.get(fold(name)),
    created: () => created,
  };
}

function withoutSuffix(name: string): string {
  return name.replace(/(?<=.)领域$/, '');
}

function fold(name: string): string {
  return withoutSuffix(name.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
}

/** 水利 → shui-li; with a number where another field has that id. */
function freeId(name: string, known: Map<string, KnownField>): string {
  const spelled = pinyin(withoutSuffix(name), {
    toneType: 'none',
    type: 'array',
    nonZh: 'removed',
  });
  const id = spelled.join('-') || 'field';
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? id : `${id}-${String(number)}`;
    if (!known.has(fold(candidate))) return candidate;
  }
}
