import type { Area } from '@open-info/contract/areas';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** The areas that belong to no other, each with those below it. */
export async function readAreaTree(db: Kysely<Tables>): Promise<Area[]> {
  const rows = await db.selectFrom('areas').selectAll().orderBy('position').execute();
  const areas = new Map<string, Area>();
  for (const row of rows) {
    areas.set(row.code, {
      code: row.code,
      name: row.name,
      level: row.level,
      ...(row.parent !== null && { parent: row.parent }),
      children: [],
    });
  }
  const roots: Area[] = [];
  for (const area of areas.values()) {
    const parent = area.parent === undefined ? undefined : areas.get(area.parent);
    (parent?.children ?? roots).push(area);
  }
  return roots;
}
