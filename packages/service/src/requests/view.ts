import { maskName } from '@open-info/contract/masks';
import { findOutcome } from '@open-info/contract/outcomes-table';
import type { Organ } from '@open-info/contract/organs';
import type { CorrectionDecision } from '@open-info/contract/request-events';
import type {
  ExpectedAction,
  Remedy,
  RequestReply,
  RequestView,
} from '@open-info/contract/requests';
import { litigationUntil, reconsiderationUntil } from '@open-info/contract/review-period';
import { findOrgan } from '../organs/store.ts';
import type { Service } from '../service.ts';
import { listAttachments } from '../uploads/store.ts';
import { issueTicket } from '../watch/tickets.ts';
import { isOpen } from './gates.ts';
import { law } from './law.ts';
import { movesFor } from './life.ts';
import { publicEvents } from './public-events.ts';
import { clockOf, contextOf, readRulebook, type Rulebook } from './rulebook.ts';
import { stateOf, type LoggedEvent, type RequestState } from './state.ts';
import type { RequestRecord } from './store.ts';

/** 张*; the name of an organisation is public. */
export function shownName({ category, particulars }: RequestRecord): string {
  if (!particulars) return '*';
  const { name } = particulars.applicant;
  return category === 'person' ? maskName(name) : name;
}

/** What the applicant has to do next, in the words of the office. */
function expectedOf(
  state: RequestState,
  events: readonly LoggedEvent[],
): ExpectedAction | undefined {
  if (state.end) return undefined;
  // Each is asked once only.
  const askedBy = (kind: string) => events.find((event) => event.kind === kind);
  if (isOpen(state.supplement)) {
    const asked = askedBy('supplementAsked');
    return { action: 'supplement', by: asked?.dueOn, text: asked?.text };
  }
  if (isOpen(state.justification)) {
    const asked = askedBy('justificationAsked');
    return { action: 'justify', by: asked?.dueOn, text: asked?.text };
  }
  if (isOpen(state.fee)) {
    const asked = askedBy('feeNoticed');
    return { action: 'pay', by: asked?.dueOn, amount: asked?.amount };
  }
  return undefined;
}

/** What a decision on a correction is called (art. 41). */
const decisions: Record<string, string> = {
  corrected: '予以更正',
  transferred: '转送有权更正的行政机关处理',
  referred: '告知向有权更正的行政机关提出',
  refused: '不予更正',
} satisfies Record<Exclude<CorrectionDecision, string & Record<never, never>>, string>;

/** 救济途径 against what was decided on a day. */
function remediesOf(on: string, isFirst: boolean, { calendar }: Rulebook): Remedy[] {
  const reconsideration: Remedy = {
    kind: 'reconsideration',
    text: isFirst
      ? `如对本答复不服，应当自收到之日起六十日内先申请行政复议，对复议决定不服再提起行政诉讼（${law.reconsideration}、第二十三条）。`
      : `如对本答复不服，可以自收到之日起六十日内申请行政复议（${law.reconsideration}）。`,
    until: reconsiderationUntil(calendar, on).date,
    ...(isFirst && { first: true }),
  };
  const litigation: Remedy = isFirst
    ? {
        kind: 'litigation',
        text: '对行政复议决定不服的，可以自收到复议决定书之日起十五日内提起行政诉讼（《行政诉讼法》第四十五条）。',
      }
    : {
        kind: 'litigation',
        text: '也可以自知道或者应当知道之日起六个月内直接提起行政诉讼（《行政诉讼法》第四十六条）。',
        until: litigationUntil(calendar, on).date,
      };
  const complaint: Remedy = {
    kind: 'complaint',
    text: `认为机关未按要求公开的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报（${law.review}）。`,
  };
  return [reconsideration, litigation, complaint];
}

async function replyOf(
  service: Service,
  { number }: RequestRecord,
  end: LoggedEvent | undefined,
  book: Rulebook,
): Promise<RequestReply | undefined> {
  if (!end || !['replied', 'transferAdvised', 'corrected'].includes(end.kind)) return undefined;
  const outcome = findOutcome(end.outcome ?? '');
  const code = end.outcome ?? end.decision ?? '';
  return {
    on: end.on,
    outcome: code,
    label: outcome?.label.zh ?? decisions[code] ?? code,
    articles: outcome?.articles ?? [law.correction],
    text: end.text ?? '',
    attachments: await listAttachments(service, number, 'reply'),
    remedies: remediesOf(end.on, outcome?.reviewFirst ?? false, book),
  };
}

/** A request as its applicant sees it. */
export async function viewOf(service: Service, request: RequestRecord): Promise<RequestView> {
  const { number, organId, particulars, delivery, revision } = request;
  const book = await readRulebook(service);
  const organ: Organ | undefined = await findOrgan(service.db, organId);
  if (!organ) throw new Error('a request without its organ');
  const state = stateOf(request.events);
  const events = publicEvents(request.events);
  const clock = clockOf(request.events, book);
  // A letter stands once, in the reply.
  const reply = await replyOf(service, request, state.end, book);
  const shown = events.map((event) =>
    reply && event.seq === state.end?.seq ? { ...event, text: undefined } : event,
  );
  return {
    number,
    kind: request.kind,
    status: state.status,
    organ,
    submittedAt: request.submittedAt,
    undoUntil: request.undoUntil,
    applicantName: shownName(request),
    applicantCategory: request.category,
    sought: particulars?.sought ?? {},
    delivery,
    attachments: await listAttachments(service, number, 'applicant'),
    events: shown,
    policy: { ...book.policy },
    dueOn: clock.dueOn,
    daysLeft: clock.daysLeft,
    ...(clock.provisional && { provisional: true }),
    ...(clock.state === 'paused' && { paused: true }),
    expected: expectedOf(state, request.events),
    moves: movesFor(state, contextOf(request, book, 'applicant', 0)),
    reply,
    watch: issueTicket(service, 'requests', number, revision),
    asOf: book.now.toISOString(),
  };
}
