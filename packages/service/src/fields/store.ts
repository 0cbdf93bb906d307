import type { Field } from '@open-info/contract/fields';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Fields in the order of the catalog. */
export async function readFields(db: Kysely<Tables>): Promise<Field[]> {
  const rows = await db.selectFrom('fields').selectAll().orderBy('position').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    order: row.position,
    aliases: row.aliases,
    ...(row.guideline !== null && { guideline: row.guideline }),
  }));
}
