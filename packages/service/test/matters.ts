import type { MatterInput } from '../src/matters/draft.ts';
import { paragraph } from './policies.ts';

/** A matter as the tests import it; what matters to a test is given. */
export function matter(id: string, changes: Partial<MatterInput> = {}): MatterInput {
  return {
    id,
    code: `TEST-${id}`,
    name: `${id}办理`,
    type: '20',
    organ: 'civil-affairs',
    summary: `${id}是什么`,
    audiences: ['1'],
    themes: ['社会救助'],
    fields: ['社会救助'],
    channels: ['1'],
    caseType: '2',
    visits: 1,
    basis: [{ title: '《社会救助暂行办法》' }],
    conditions: [paragraph('住在本区')],
    materials: [],
    steps: [{ id: 'accept', name: '受理' }],
    results: [{ name: '决定书', delivery: ['pickUp'] }],
    version: '1',
    ...changes,
  };
}

/** Of one 一件事. */
export const bundle = (
  id: string,
  parts: string[],
  changes: Partial<MatterInput> = {},
): MatterInput => matter(id, { parts, materials: undefined, type: undefined, ...changes });

/** A material that has to be handed in. */
export const material = (
  id: string,
  changes: Partial<NonNullable<MatterInput['materials']>[number]> = {},
): NonNullable<MatterInput['materials']>[number] => ({
  id,
  name: `材料${id}`,
  source: 'applicant',
  originals: 1,
  copies: 0,
  forms: ['paper'],
  required: true,
  ...changes,
});
