import type { Organ, OrganQuery } from '@open-info/contract/organs';
import type { Kysely, Selectable } from 'kysely';
import type { OrgansTable, Tables } from '../database/tables.ts';

function toOrgan(row: Selectable<OrgansTable>): Organ {
  return {
    id: row.id,
    name: row.name,
    ...(row.short_name !== null && { shortName: row.short_name }),
    kind: row.kind,
    areaCode: row.area_code,
    aliases: row.aliases,
    ...(row.office !== null && { office: row.office }),
    ...(row.fictitious && { fictitious: true }),
  };
}

/** Organs in the order of the district's own list. */
export async function findOrgans(db: Kysely<Tables>, query: OrganQuery): Promise<Organ[]> {
  const { kind, area } = query;
  const rows = await db
    .selectFrom('organs')
    .selectAll()
    .$if(kind !== undefined, (q) => q.where('kind', 'in', kind ?? []))
    // A division code begins with the code of the area it lies in.
    .$if(area !== undefined, (q) => q.where('area_code', 'like', `${area}%`))
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toOrgan);
}

export async function findOrgan(db: Kysely<Tables>, id: string): Promise<Organ | undefined> {
  const row = await db.selectFrom('organs').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toOrgan(row);
}
