import type { MatterRef } from '@open-info/contract/matters';
import type { Reading } from '../documents/public.ts';

/**
 * The matters anybody may know of, as `m`: those in use. Every public path reads matters through
 * this; what is suspended or cancelled is as if it were not there.
 */
export const publicMatters = ({ db }: Pick<Reading, 'db'>) =>
  db.selectFrom('matters as m').where('m.state', '=', 'inUse');

/** Matters as others refer to them, by id; those that are not public are left out. */
export async function matterRefs(
  reading: Pick<Reading, 'db'>,
  ids: readonly string[],
): Promise<Map<string, MatterRef>> {
  if (ids.length === 0) return new Map();
  const rows = await publicMatters(reading)
    .select(['m.id', 'm.name'])
    .where('m.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
