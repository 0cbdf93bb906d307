import {
  ratingChannels,
  ratingReasonWords,
  ratingWords,
  type CaseView,
  type RatingSubmission,
} from '@open-info/contract/cases';
import { appendAudit } from '../audit/store.ts';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { todayOf } from '../http/mount.ts';
import { ProblemError, type FieldFault } from '../http/problem.ts';
import { enqueue } from '../outbox/change.ts';
import { claimWrite, findWrite, keyedWrite } from '../requests/keys.ts';
import type { Asker } from '../limits/key-door.ts';
import type { Service } from '../service.ts';
import { ratingContext } from './ratings.ts';
import { caseStateOf } from './state.ts';
import { loadCase, type CaseRecord } from './store.ts';
import { openCase } from './track.ts';
import { viewOf } from './view.ts';

/** 差评: 不满意, 非常不满意 (GB/T 39046-2020 表9); the organ looks into it. */
export const isBad = (level: string): boolean => level === '4' || level === '5';

function unknownWords({ level, channel, reasons = [] }: RatingSubmission): FieldFault[] {
  const given: [field: string, value: string, known: readonly string[]][] = [
    ['level', level, Object.keys(ratingWords)],
    ['channel', channel, ratingChannels],
    ...reasons.map((reason, index): [string, string, readonly string[]] => [
      `reasons.${index}`,
      reason,
      Object.keys(ratingReasonWords),
    ]),
  ];
  return given
    .filter(([, value, known]) => !known.includes(value))
    .map(([field, , known]) => ({
      field,
      message: { zh: '不是可用的值', en: 'is not one of the possible values' },
      expected: { zh: `${known.join('、')} 之一`, en: `one of ${known.join(', ')}` },
    }));
}

/** 好差评. */
export const ratingBasis =
  '《国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见》（国办发〔2019〕51号）';

function notYet(): ProblemError {
  return new ProblemError('illegal-move', {
    detail: {
      zh: '办结之后才能评价；现在还在办理。',
      en: 'A case is rated after its end; this one is still at hand.',
    },
    article: ratingBasis,
  });
}

function ratedBefore(at: string): ProblemError {
  const day = todayOf(new Date(at));
  return new ProblemError('illegal-move', {
    detail: {
      zh: `这件事已在 ${day} 评价过；一事一评，不能再改。`,
      en: `This case was rated on ${day}; it is rated once.`,
    },
    article: ratingBasis,
  });
}

async function write(
  service: Service,
  trx: Transaction<Tables>,
  { number, organId }: CaseRecord,
  { level, channel, reasons = [], text }: RatingSubmission,
): Promise<void> {
  const at = service.now().toISOString();
  const written = await trx
    .insertInto('case_ratings')
    .values({
      number,
      organ_id: organId,
      level,
      channel,
      reasons,
      words:
        text === undefined || text === ''
          ? null
          : service.privacy.sealJson({ text }, ratingContext(number)),
      at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst();
  if (!written) {
    const row = await trx
      .selectFrom('case_ratings')
      .select('at')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    throw ratedBefore(row.at);
  }
  await trx
    .updateTable('cases')
    .set({ revision: sql<number>`nextval('case_revisions')` })
    .where('number', '=', number)
    .execute();
  const event = isBad(level) ? 'ratedBadly' : 'rated';
  await enqueue(trx, { kind: 'case.changed', subject: number, organId, event, at });
  await appendAudit(service, trx, {
    actor: 'applicant',
    action: 'case.rated',
    subject: number,
    facts: { level, channel, reasons },
  });
}

/**
 * 好差评: once for a case, after its end, by whoever has number and code.
 *
 * @throws ProblemError as `openCase`; `bad-body`; `illegal-move` before the end and the second time
 */
export async function rate(
  service: Service,
  call: Asker & { idempotencyKey: string | undefined },
  given: RatingSubmission,
): Promise<CaseView> {
  const errors = unknownWords(given);
  if (errors.length > 0) throw new ProblemError('bad-body', { errors });
  const found = await openCase(service, call, given);
  const keyed = keyedWrite(service, 'cases.rate', call.idempotencyKey, given);
  if (await findWrite(service.db, keyed)) return viewOf(service, found);
  if (caseStateOf(found.records)?.completedOn === undefined) throw notYet();
  await service.db.transaction().execute(async (trx) => {
    const known = await claimWrite(trx, keyed, found.number, service.now().toISOString());
    if (!known) await write(service, trx, found, given);
  });
  // Its revision is another one now, and with it the tag that watchers compare.
  return viewOf(service, (await loadCase(service, found.number)) ?? found);
}
