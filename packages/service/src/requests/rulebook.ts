import { addWorkdays, type Calendar } from '@open-info/contract/calendar-days';

import { runClock, usualPolicy, type Clock, type ClockPolicy } from '@open-info/contract/clock';
import { processingFee } from '@open-info/contract/fees';
import { findOutcome } from '@open-info/contract/outcomes-table';
import type { OrganRef } from '@open-info/contract/organs';
import { readCalendar } from '../calendar/store.ts';
import { todayOf } from '../http/mount.ts';
import { findOrgans } from '../organs/store.ts';
import type { Service } from '../service.ts';
import type { StepContext, Who } from './life.ts';
import type { LoggedEvent } from './state.ts';
import type { RequestRecord } from './store.ts';

/** What a step and a view are judged by, read once for both. */
export interface Rulebook {
  now: Date;
  /** The day of `now` in Asia/Shanghai. */
  today: string;
  calendar: Calendar;
  policy: Partial<ClockPolicy>;
  organs: ReadonlyMap<string, OrganRef>;
}

export async function readRulebook(service: Service): Promise<Rulebook> {
  const { db } = service;
  const [calendar, organs] = await Promise.all([readCalendar(db), findOrgans(db, {})]);
  const now = service.now();
  return {
    now,
    today: todayOf(now),
    calendar,
    policy: service.settings.clockPolicy ?? {},
    organs: new Map(organs.map((one) => [one.id, one])),
  };
}

/** 答复期限 of a log. */
export function clockOf(
  events: readonly LoggedEvent[],
  { calendar, policy, today }: Rulebook,
): Clock {
  return runClock(events, calendar, today, policy);
}

/**
 * @param countBefore requests of the applicant to the organ earlier in the month of this one
 */
export function contextOf(
  request: RequestRecord,
  book: Rulebook,
  who: Who,
  countBefore: number,
): StepContext {
  const { calendar, now, today } = book;
  return {
    who,
    now,
    today,
    kind: request.kind,
    organId: request.organId,
    delivery: request.delivery,
    undoUntil: request.undoUntil,
    dueOn: clockOf(request.events, book).dueOn,
    policy: { ...usualPolicy, ...book.policy },
    addWorkdays: (from, count) => addWorkdays(calendar, from, count).date,
    fee: (method, pages) =>
      method === 'pages'
        ? processingFee({ method: 'byPages', pages })
        : processingFee({ method: 'byRequests', countBefore, requests: 1 }),
    outcome: findOutcome,
    organ: (id) => book.organs.get(id),
  };
}
