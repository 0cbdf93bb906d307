import type { MatterSummary } from '@open-info/contract/matters';
import type { Reading } from '../documents/public.ts';
import { publicMatters } from './public.ts';

/** Public matters with all their rows say. */
export const wholeMatters = (reading: Pick<Reading, 'db'>) =>
  publicMatters(reading).select([
    'm.id',
    'm.code',
    'm.name',
    'm.bundle',
    'm.type',
    'm.organ_id',
    'm.organ',
    'm.audiences',
    'm.themes',
    'm.fields',
    'm.channels',
    'm.parts',
    'm.updated_at',
    'm.content',
  ]);

export type MatterRow = Awaited<ReturnType<ReturnType<typeof wholeMatters>['execute']>>[number];

export function toSummary(row: MatterRow): MatterSummary {
  const { summary, caseType, statutory, promised, visits, charged } = row.content;
  return {
    id: row.id,
    name: row.name,
    ...(row.code !== null && { code: row.code }),
    bundle: row.bundle,
    ...(row.type !== null && { type: row.type }),
    organ: { id: row.organ_id, name: row.organ },
    summary,
    audiences: row.audiences,
    themes: row.themes,
    fields: row.fields,
    channels: row.channels,
    caseType,
    ...(statutory && { statutory }),
    ...(promised && { promised }),
    visits,
    charged,
    updatedAt: row.updated_at,
  };
}
