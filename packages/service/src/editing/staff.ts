import { editingSteps, type EditingStaff, type EditingStep } from '@open-info/contract/editing';
import type { Kysely } from 'kysely';
import type { Officer } from '../access/officer.ts';
import type { Tables } from '../database/tables.ts';
import { ProblemError } from '../http/problem.ts';
import { findOrgan } from '../organs/store.ts';
import type { Service } from '../service.ts';
import { law } from './law.ts';
import { notHere } from './scope.ts';
import { writeOnce } from './write.ts';

/** Who of an organ takes which steps. */
export async function staffOf(db: Kysely<Tables>, organId: string): Promise<EditingStaff> {
  const rows = await db
    .selectFrom('editing_staff')
    .select(['officer_id', 'steps'])
    .where('organ_id', '=', organId)
    .orderBy('officer_id')
    .execute();
  return { organId, officers: rows.map(({ officer_id: id, steps }) => ({ id, steps })) };
}

/** A step nobody is named for is open to every officer of the organ. */
export function mayTake({ officers }: EditingStaff, step: EditingStep, officer: Officer): boolean {
  const named = officers.filter(({ steps }) => steps.includes(step));
  return named.length === 0 || named.some(({ id }) => id === officer.id);
}

/** @throws ProblemError `not-found` for an organ of somebody else */
export async function readStaff(
  service: Service,
  officer: Officer,
  organId: string,
): Promise<EditingStaff> {
  if (officer.role !== 'coordinator' && officer.organId !== organId) throw notHere();
  if (!(await findOrgan(service.db, organId))) throw notHere();
  return staffOf(service.db, organId);
}

/**
 * Names who of an organ takes which steps. A coordinator does, so that nobody names himself.
 *
 * @throws ProblemError `forbidden`, `not-found`, `bad-body`
 */
export async function nameStaff(
  service: Service,
  officer: Officer,
  organId: string,
  { officers }: Pick<EditingStaff, 'officers'>,
  key: string | undefined,
): Promise<EditingStaff> {
  if (officer.role !== 'coordinator') {
    throw new ProblemError('forbidden', {
      detail: {
        zh: `审核、签发人员由协调部门登记，不能自行指定（${law.review}）。`,
        en: `A coordinator names who reviews and signs; officers do not name themselves (${law.review}).`,
      },
      article: law.review,
    });
  }
  await readStaff(service, officer, organId);
  checkSteps(officers);
  const asked = { officer, action: 'drafts.setStaff', id: organId, key, body: officers };
  await writeOnce(service, asked, async ({ trx }) => {
    await trx.deleteFrom('editing_staff').where('organ_id', '=', organId).execute();
    const rows = officers.map(({ id, steps }) => ({ organ_id: organId, officer_id: id, steps }));
    if (rows.length > 0) await trx.insertInto('editing_staff').values(rows).execute();
    return { of: organId, officers: officers.length };
  });
  return staffOf(service.db, organId);
}

function checkSteps(officers: EditingStaff['officers']): void {
  const ids = officers.map(({ id }) => id);
  const errors = officers.flatMap(({ id, steps }, index) => {
    const field = `officers.${String(index)}`;
    if (ids.indexOf(id) !== index) {
      return [
        {
          field: `${field}.id`,
          message: { zh: '重复', en: 'stands there twice' },
          expected: { zh: '每人一行', en: 'one entry for each officer' },
        },
      ];
    }
    if (steps.every((step) => editingSteps.some((one) => one === step))) return [];
    const list = editingSteps.join('、');
    return [
      {
        field: `${field}.steps`,
        message: { zh: '没有这个环节', en: 'has a step there is not' },
        expected: { zh: `可用的值：${list}`, en: `some of ${editingSteps.join(', ')}` },
      },
    ];
  });
  if (errors.length > 0) throw new ProblemError('bad-body', { errors, article: law.review });
}
