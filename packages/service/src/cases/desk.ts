import { addWorkdays, type Calendar } from '@open-info/contract/calendar-days';
import {
  ratingAnswerWorkdays,
  type DeskRating,
  type DeskRatingQuery,
  type RatingAnswer,
} from '@open-info/contract/case-ratings';
import { readCaseNumber } from '@open-info/contract/cases';
import type { Page } from '@open-info/contract/shape';
import { sql, type Kysely } from 'kysely';
import type { Officer } from '../access/officer.ts';
import { appendAudit } from '../audit/store.ts';
import { readCalendar } from '../calendar/store.ts';
import type { Tables } from '../database/tables.ts';
import { scopeOf } from '../desk/scope.ts';
import { todayOf } from '../http/mount.ts';
import { ProblemError } from '../http/problem.ts';
import { enqueue } from '../outbox/change.ts';
import { claimWrite, keyedWrite } from '../requests/keys.ts';
import type { Service } from '../service.ts';
import { isBad, ratingBasis } from './rate.ts';
import { answerContext, ratingContext } from './ratings.ts';

const usualLimit = 20;

const rowsOf = (db: Kysely<Tables>, scope: string | undefined) =>
  db
    .selectFrom('case_ratings as r')
    .innerJoin('cases as c', 'c.number', 'r.number')
    .leftJoin('organs as o', 'o.id', 'r.organ_id')
    .select([
      'r.number',
      'r.organ_id',
      'r.level',
      'r.channel',
      'r.reasons',
      'r.words',
      'r.at',
      'r.answer',
      'r.answered_on',
      'c.matter',
      'o.name as organ_name',
    ])
    .$if(scope !== undefined, (q) => q.where('r.organ_id', '=', scope ?? ''));

type RatingRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

function toRating(
  { privacy }: Pick<Service, 'privacy'>,
  row: RatingRow,
  calendar: Calendar,
): DeskRating {
  const { number, matter, level, channel, reasons, at, words, answer, answered_on: on } = row;
  const text = words && privacy.openJson<{ text: string }>(words, ratingContext(number)).text;
  return {
    number,
    matter,
    organ: { id: row.organ_id, name: row.organ_name ?? row.organ_id },
    level,
    channel,
    reasons,
    ...(text !== null && { text }),
    at,
    ...(isBad(level) && {
      answerBy: addWorkdays(calendar, todayOf(new Date(at)), ratingAnswerWorkdays).date,
    }),
    ...(on !== null && {
      answer: { text: answer ? privacy.openJson<string>(answer, answerContext(number)) : '', on },
    }),
  };
}

function readCursor(cursor: string | undefined): { at: string; number: string } | undefined {
  if (cursor === undefined) return undefined;
  const [at = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!Number.isNaN(Date.parse(at)) && rest.length === 1) return { at, number: rest[0] ?? '' };
  throw new ProblemError('bad-cursor');
}

/** 评价 of the officer's organ; of all for a coordinator. */
export async function listRatings(
  service: Service,
  officer: Officer,
  { state, cursor, limit = usualLimit }: DeskRatingQuery,
): Promise<Page<DeskRating>> {
  const { db, published, now } = service;
  const isOpen = state === 'open';
  const chosen = () =>
    rowsOf(db, scopeOf(officer)).$if(isOpen, (q) =>
      q.where('r.level', 'in', ['4', '5']).where('r.answered_on', 'is', null),
    );
  const after = readCursor(cursor);
  const order = isOpen ? 'asc' : 'desc';
  const rows = await chosen()
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(r.at, r.number) ${sql.raw(isOpen ? '>' : '<')} (${after?.at}::timestamptz, ${after?.number})`,
      ),
    )
    .orderBy('r.at', order)
    .orderBy('r.number', order)
    .limit(limit + 1)
    .execute();
  const { total } = await db
    .selectFrom(chosen().as('chosen'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const calendar = await readCalendar(db);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => toRating(service, row, calendar)),
    ...(last && { next: Buffer.from(`${last.at} ${last.number}`).toString('base64url') }),
    total,
    asOf: todayOf(now()),
    updatedAt: published.updatedAt,
  };
}

const notFound = () =>
  new ProblemError('not-found', {
    detail: {
      zh: '本机关没有这个编号的评价，请核对办件编号。',
      en: 'Your organ has no rating of this number; compare the case number.',
    },
  });

const answeredBefore = (on: string) =>
  new ProblemError('illegal-move', {
    detail: {
      zh: `这条评价已在 ${on} 答复。`,
      en: `This rating was answered on ${on}.`,
    },
    article: ratingBasis,
  });

/**
 * 差评整改: tells whoever rated what was found and done.
 *
 * @throws ProblemError `not-found` for another organ's, `illegal-move` the second time
 */
export async function answerRating(
  service: Service,
  officer: Officer,
  idempotencyKey: string | undefined,
  given: RatingAnswer,
): Promise<DeskRating> {
  const { db, privacy, now } = service;
  const number = readCaseNumber(given.number);
  const find = (from: Kysely<Tables>) =>
    rowsOf(from, scopeOf(officer))
      .where('r.number', '=', number ?? '')
      .executeTakeFirst();
  const keyed = keyedWrite(service, `cases.answerRating ${officer.id}`, idempotencyKey, given);
  await db.transaction().execute(async (trx) => {
    const row = await find(trx);
    if (!row || number === undefined) throw notFound();
    const at = now();
    if (await claimWrite(trx, keyed, number, at.toISOString())) return;
    const { numUpdatedRows } = await trx
      .updateTable('case_ratings')
      .set({
        answer: privacy.sealJson(given.text, answerContext(number)),
        answered_on: todayOf(at),
      })
      .where('number', '=', number)
      .where('answered_on', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw answeredBefore(row.answered_on ?? todayOf(at));
    await trx
      .updateTable('cases')
      .set({ revision: sql<number>`nextval('case_revisions')` })
      .where('number', '=', number)
      .execute();
    await enqueue(trx, {
      kind: 'case.changed',
      subject: number,
      organId: row.organ_id,
      event: 'ratingAnswered',
      at: at.toISOString(),
    });
    await appendAudit(service, trx, {
      actor: officer.id,
      action: 'case.ratingAnswered',
      subject: number,
      facts: { organ: row.organ_id },
    });
  });
  const row = await find(db);
  if (!row) throw notFound();
  return toRating(service, row, await readCalendar(db));
}
