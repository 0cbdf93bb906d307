import type { DeskEvent, DeskRequest, DeskRequestSummary } from '@open-info/contract/desk';
import type { OrganRef } from '@open-info/contract/organs';
import type { Sought } from '@open-info/contract/requests';
import type { Officer } from '../access/officer.ts';
import { movesFor } from '../requests/life.ts';
import { clockOf, contextOf, readRulebook, type Rulebook } from '../requests/rulebook.ts';
import { stateOf, type LoggedEvent } from '../requests/state.ts';
import { countInMonth, type RequestRecord } from '../requests/store.ts';
import { shownName } from '../requests/view.ts';
import type { Service } from '../service.ts';
import { listAttachments } from '../uploads/store.ts';
import { deadlineOf, type Deadline } from './deadlines.ts';

const shownLength = 60;

/** What is sought, in one line. */
export function soughtLine({ name, documentNumber, description }: Sought): string {
  const [first = ''] = [name, documentNumber, description].filter((text) => text?.trim());
  const characters = [...first.trim()];
  if (characters.length <= shownLength) return first.trim();
  return `${characters.slice(0, shownLength).join('')}…`;
}

export function organOf({ organs }: Rulebook, id: string): OrganRef {
  return { id, name: organs.get(id)?.name ?? id };
}

/** A line of the work list. */
export function summaryOf(
  request: RequestRecord,
  book: Rulebook,
  deadline: Deadline,
): DeskRequestSummary {
  const { number, kind, channel, category, submittedAt, particulars, events } = request;
  const { status, end } = stateOf(events);
  const { provisional, paused, ...days } = deadline;
  return {
    number,
    kind,
    status,
    organ: organOf(book, request.organId),
    channel,
    applicantName: shownName(request),
    applicantCategory: category,
    sought: particulars ? soughtLine(particulars.sought) : '',
    submittedAt,
    ...days,
    ...(provisional && { provisional }),
    ...(paused && { paused }),
    outcome: end?.outcome,
  };
}

function toDeskEvent({ opinion: _opinion, ...event }: LoggedEvent): DeskEvent {
  return event;
}

/** 办件: a request with its particulars. Whoever gives it out notes who has seen it. */
export async function deskRequestOf(
  service: Service,
  request: RequestRecord,
  officer: Officer,
): Promise<DeskRequest> {
  const { number, particulars, delivery, dictated, events } = request;
  const [book, month, attachments, replyAttachments] = await Promise.all([
    readRulebook(service),
    countInMonth(service.db, request),
    listAttachments(service, number, 'applicant'),
    listAttachments(service, number, 'reply'),
  ]);
  return {
    ...summaryOf(request, book, deadlineOf(clockOf(events, book))),
    particulars,
    delivery,
    dictated,
    events: events.map(toDeskEvent),
    policy: { ...book.policy },
    attachments,
    replyAttachments,
    moves: movesFor(stateOf(events), contextOf(request, book, officer, month.before)),
    requestsThisMonth: month.all,
  };
}
