import type { MatterPeriod, MatterStep } from '@open-info/contract/matters';
import type { Service } from '../service.ts';
import type { CaseState } from './state.ts';

/** What the guide of a matter adds to a case. */
export interface Guide {
  id: string;
  name: string;
  caseType: string;
  steps: MatterStep[];
  statutory?: MatterPeriod | undefined;
  promised?: MatterPeriod | undefined;
}

/**
 * The guide of the matter a case is about: by its 实施编码, else, where its system sends none, by name
 * among the matters of its organ.
 */
export async function readGuide(
  { db }: Pick<Service, 'db'>,
  { matterCode, matterName, organId }: CaseState,
): Promise<Guide | undefined> {
  if (matterCode === undefined && matterName === undefined) return undefined;
  const row = await db
    .selectFrom('matters')
    .select(['id', 'name', 'content'])
    .where('state', '=', 'inUse')
    .where((eb) =>
      matterCode === undefined
        ? eb.and([eb('name', '=', matterName ?? ''), eb('organ_id', '=', organId)])
        : eb('code', '=', matterCode),
    )
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { caseType, steps, statutory, promised } = row.content;
  return { id: row.id, name: row.name, caseType, steps, statutory, promised };
}
