import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** True once an edition of the catalog has been loaded. */
export async function holdsCatalog(db: Kysely<Tables>): Promise<boolean> {
  const row = await db.selectFrom('catalog_versions').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}
