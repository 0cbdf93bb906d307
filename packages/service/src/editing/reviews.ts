import type { DraftContent } from '@open-info/contract/editing';
import type {
  Review,
  ReviewDecisionInput,
  ReviewEntry,
  ReviewPage,
  ReviewQuery,
} from '@open-info/contract/editing-after';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Officer } from '../access/officer.ts';
import type { Tables } from '../database/tables.ts';
import { toRef, validitySql } from '../documents/public.ts';
import type { DocumentRow } from '../documents/rows.ts';
import { todayOf } from '../http/mount.ts';
import { ProblemError, type FieldFault } from '../http/problem.ts';
import { illegalMove } from '../requests/law.ts';
import type { Service } from '../service.ts';
import { law, refusal } from './law.ts';
import { changeRecord, lockRecords } from './records.ts';
import { tellStage } from './notices.ts';
import { checkDepartment, listedOrgan, notHere, organNames } from './scope.ts';
import { restampBody } from './stamp.ts';
import { hide, writeOnce, writePublic, type Writing } from './write.ts';

/** Months after which what is not open is looked at again (条例 art. 18: 定期). */
export const usualReviewMonths = 12;

const monthsOf = ({ settings }: Pick<Service, 'settings'>): number =>
  settings.reviewMonths ?? usualReviewMonths;

/** The organ that decides on `d`: the one that leads, or the first of ours. */
export const decidingOrgan: RawBuilder<string> = sql<string>`coalesce(
  (select i ->> 'organId' from jsonb_array_elements(d.issuers) i where (i ->> 'lead')::boolean limit 1),
  d.organs[1], '')`;

interface Scope {
  db: Kysely<Tables>;
  today: string;
  months: number;
}

/** Documents that are not open, or were not when they were last decided on, as `d`. */
function reviewed({ db, today, months }: Scope) {
  const last = sql<string | null>`(select next_on from editing_reviews r
    where r.document_id = d.id order by seq desc limit 1)`;
  const isDecided = sql<boolean>`exists (select 1 from editing_reviews r where r.document_id = d.id)`;
  // Once it is open or has ended there is nothing to look at again.
  const due = sql<string | null>`case
    when d.attribute not in ('closed', 'onRequest') or d.ended_on <= ${today}::date then null
    when ${isDecided} then ${last}
    else (d.issued_on + make_interval(months => ${months}::integer))::date end`;
  return db
    .selectFrom('documents as d')
    .where(sql<boolean>`(d.attribute in ('closed', 'onRequest') or ${isDecided})`)
    .select([
      'd.id',
      'd.title',
      'd.document_number',
      'd.attribute',
      'd.reason',
      'd.ground',
      validitySql(today).as('validity'),
      decidingOrgan.as('organ'),
      due.as('due_on'),
    ]);
}

type ReviewRow = Awaited<ReturnType<ReturnType<typeof reviewed>['execute']>>[number];

const scopeOf = (service: Service, db: Kysely<Tables> = service.db): Scope => ({
  db,
  today: todayOf(service.now()),
  months: monthsOf(service),
});

async function logsOf(db: Kysely<Tables>, ids: readonly string[]) {
  const logs = new Map<string, ReviewEntry[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return logs;
  const rows = await db
    .selectFrom('editing_reviews')
    .selectAll()
    .where('document_id', 'in', [...ids])
    .orderBy('seq')
    .execute();
  for (const { document_id: id, at, actor, decision, reason, next_on: nextOn } of rows) {
    logs.get(id)?.push({ at, by: actor, decision, reason, ...(nextOn !== null && { nextOn }) });
  }
  return logs;
}

async function toReviews({ db, today }: Scope, rows: readonly ReviewRow[]): Promise<Review[]> {
  const logs = await logsOf(
    db,
    rows.map(({ id }) => id),
  );
  const organs = await organNames(
    db,
    rows.map(({ organ }) => organ),
  );
  return rows.map((row) => ({
    document: toRef(row),
    organ: organs(row.organ),
    attribute: row.attribute ?? '',
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.ground !== null && { ground: row.ground }),
    ...(row.due_on !== null && { dueOn: row.due_on }),
    due: row.due_on !== null && row.due_on <= today,
    log: logs.get(row.id) ?? [],
  }));
}

/** Where a page ends: the day and the id of its last line. */
function placeOf(cursor: string | undefined): { on: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const found = /^(\d{4}-\d\d-\d\d)_([\w.-]+)$/.exec(cursor);
  if (!found) throw new ProblemError('bad-cursor');
  return { on: found[1] ?? '', id: found[2] ?? '' };
}

/** 待评估: what is not open, those to be looked at again first (plan row 37). */
export async function listReviews(
  service: Service,
  officer: Officer,
  { state = 'due', organ, limit = 20, cursor }: ReviewQuery,
): Promise<ReviewPage> {
  const scope = scopeOf(service);
  const owner = listedOrgan(officer, organ);
  const all = service.db
    .selectFrom(reviewed(scope).as('r'))
    .where('r.due_on', 'is not', null)
    .$if(owner !== undefined, (query) => query.where('r.organ', '=', owner ?? ''));
  const isDue = sql<boolean>`r.due_on <= ${scope.today}::date`;
  const counted = await all
    .select([
      sql<number>`count(*)::integer`.as('total'),
      sql<number>`(count(*) filter (where ${isDue}))::integer`.as('due'),
    ])
    .executeTakeFirstOrThrow();
  const place = placeOf(cursor);
  const rows = await all
    .$if(state === 'due', (query) => query.where(isDue))
    .$if(place !== undefined, (query) =>
      query.where(
        sql<boolean>`(r.due_on, r.id) > (${place?.on}::date, ${place?.id}::text collate "C")`,
      ),
    )
    .selectAll('r')
    .orderBy('r.due_on')
    .orderBy('r.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  return {
    items: await toReviews(scope, shown),
    total: state === 'due' ? counted.due : counted.total,
    due: counted.due,
    ...(rows.length > limit && last && { next: `${last.due_on ?? ''}_${last.id}` }),
  };
}

/** What is to be looked at again by today, of every organ, as `r`. */
export function dueReviews(service: Service, db: Kysely<Tables>) {
  const scope = scopeOf(service, db);
  return db
    .selectFrom(reviewed(scope).as('r'))
    .where(sql<boolean>`r.due_on <= ${scope.today}::date`)
    .select(['r.id', 'r.due_on', 'r.organ'])
    .orderBy('r.due_on')
    .orderBy('r.id');
}

async function openReview(scope: Scope, officer: Officer, id: string): Promise<ReviewRow> {
  const row = await reviewed(scope).where('d.id', '=', id).executeTakeFirst();
  if (row && (officer.role === 'coordinator' || row.organ === officer.organId)) return row;
  throw notHere();
}

export async function readReview(service: Service, officer: Officer, id: string): Promise<Review> {
  const scope = scopeOf(service);
  const [review] = await toReviews(scope, [await openReview(scope, officer, id)]);
  if (!review) throw notHere();
  return review;
}

const faultAt = (field: string, zh: string, en: string, expected: FieldFault['expected']) =>
  new ProblemError('bad-body', {
    errors: [{ field, message: { zh, en }, expected }],
    article: law.adjustment,
  });

const ends = { expire: 'expired', abolish: 'abolished', amend: 'amended' } as const;

/** A day so many months later; the last of the month where it has no such day. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const later = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return later.toISOString().slice(0, 10);
}

/** When it is looked at again after a decision; undefined: not any more. */
function nextOf(
  { decision, nextOn }: ReviewDecisionInput,
  today: string,
  months: number,
): string | undefined {
  if (decision === 'keep' || decision === 'amend') return nextOn ?? monthsLater(today, months);
  return undefined;
}

/**
 * 动态调整 (条例 art. 18, plan rows 37 and 38): decides on a document that is not open. What can be
 * opened is published at once, or, where it needs an interpretation, in a release with it.
 *
 * @throws ProblemError `forbidden`, `not-found`, `bad-body`, `illegal-move`, `key-reused`
 */
export async function decideReview(
  service: Service,
  officer: Officer,
  id: string,
  input: ReviewDecisionInput,
  key: string | undefined,
): Promise<Review> {
  checkDepartment(officer);
  const asked = { officer, action: 'reviews.decide', id, key, body: input, publishes: true };
  await writeOnce(service, asked, async (writing) => {
    const scope = scopeOf(service, writing.trx);
    const row = await openReview(scope, officer, id);
    if (row.due_on === null) {
      throw illegalMove(
        refusal(
          law.adjustment,
          '这份文件已经公开，或者已经失效、废止，不再评估',
          'This document is open, or has ended, and is not reviewed any more',
        ),
      );
    }
    checkDays(input, scope.today);
    const { waits } = await carryOut(writing, officer, row, input, scope.today);
    // What waits for its interpretation stays on the list until it is out.
    const next = waits ? scope.today : nextOf(input, scope.today, scope.months);
    await appendReview(writing, officer, id, input, next);
    return { decision: input.decision, attribute: row.attribute };
  });
  return readReview(service, officer, id);
}

function checkDays({ decision, on, nextOn }: ReviewDecisionInput, today: string): void {
  if (nextOn !== undefined && (decision !== 'keep' || nextOn <= today)) {
    throw faultAt(
      'nextOn',
      '只有维持原属性时写下次评估日期，并且在今天之后',
      'stands with keep alone, and is after today',
      { zh: `${today} 之后的日期`, en: `a date after ${today}` },
    );
  }
  if (on !== undefined && (decision === 'keep' || decision === 'open')) {
    throw faultAt('on', '只有失效、废止、修改写生效日期', 'stands with expire, abolish and amend', {
      zh: '不写',
      en: 'nothing',
    });
  }
}

async function appendReview(
  { trx, at }: Writing,
  officer: Officer,
  id: string,
  { decision, reason }: ReviewDecisionInput,
  next: string | undefined,
): Promise<void> {
  const { seq } = await trx
    .selectFrom('editing_reviews')
    .select(sql<number>`coalesce(max(seq), 0)::integer`.as('seq'))
    .where('document_id', '=', id)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('editing_reviews')
    .values({
      document_id: id,
      seq: seq + 1,
      at: at.toISOString(),
      actor: officer.id,
      decision,
      reason,
      next_on: next ?? null,
    })
    .execute();
}

/** The record a document was written from, as its row has it. */
async function recordOf({ trx }: Writing, id: string) {
  const row = await trx
    .selectFrom('documents')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const optional = <T>(value: T | null): T | undefined => value ?? undefined;
  const record: DocumentRow = {
    id,
    indexNumber: row.index_number ?? id,
    title: row.title,
    documentNumber: optional(row.document_number),
    kind: row.kind,
    level: row.level,
    issuers: row.issuers,
    issuedOn: row.issued_on,
    publishedAt: row.released_at ?? row.updated_at,
    effectiveOn: optional(row.effective_on),
    expiresOn: optional(row.expires_on),
    topics: row.topics,
    attribute: row.attribute as DocumentRow['attribute'],
    reason: optional(row.reason),
    ground: optional(row.ground),
    ended: optional(row.stated_end),
    source: optional(row.source),
    body: row.body,
  };
  return { record, isReleased: row.released_at !== null };
}

/** Does what was decided. */
async function carryOut(
  writing: Writing,
  officer: Officer,
  { id }: ReviewRow,
  { decision, on }: ReviewDecisionInput,
  today: string,
): Promise<{ waits: boolean }> {
  if (decision === 'keep') return { waits: false };
  const { record, isReleased } = await recordOf(writing, id);
  if (decision === 'open') return open(writing, officer, record);
  const ended = { validity: ends[decision], on: on ?? today };
  await writePublic(writing, { documents: [{ ...record, ended }] }, 'document');
  if (!isReleased) await hide(writing, id);
  return { waits: false };
}

/** 转为主动公开: published now, or put forward to a release with its interpretation (三同步). */
async function open(
  writing: Writing,
  officer: Officer,
  record: DocumentRow,
): Promise<{ waits: boolean }> {
  const { trx, at } = writing;
  const id = record.id ?? '';
  const stamped = restampBody(record.body, 'open');
  if ('refusal' in stamped) throw illegalMove(stamped.refusal);
  const [draft] = await lockRecords<DraftContent>(trx, ['document'], [id]);
  const waits = draft?.content.needsInterpretation === true && !draft.facts.exemption;
  if (draft) {
    const { document } = draft.content;
    const content = {
      ...draft.content,
      ...(document && { document: { ...document, body: stamped.body } }),
    };
    const decision = { attribute: 'open' as const };
    const facts = { ...draft.facts, attribute: decision, stamp: stamped.stamp };
    const stage = waits ? 'issued' : 'released';
    const event = { kind: waits ? ('edited' as const) : ('released' as const), by: officer.id };
    const change = { stage, content, facts, publishes: !waits };
    await changeRecord(trx, draft, change, { ...event, step: draft.stage, decision }, at);
    if (waits) await tellStage(writing, draft, stage);
  }
  if (waits) return { waits };
  const opened: DocumentRow = {
    ...record,
    attribute: 'open',
    reason: undefined,
    ground: undefined,
    body: stamped.body,
    publishedAt: at.toISOString(),
  };
  await writePublic(writing, { documents: [opened] }, 'document');
  return { waits };
}
