import { runCaseClock, type CaseClock } from '@open-info/contract/case-clock';
import type { CaseEvent } from '@open-info/contract/case-events';
import type { CaseAction, CaseRating, CaseResult, CaseView } from '@open-info/contract/cases';
import {
  exchangeDayOf,
  isDelivered,
  orderRecords,
  readExchangeWay,
} from '@open-info/contract/exchange-map';
import { maskName } from '@open-info/contract/masks';
import { litigationUntil, reconsiderationUntil } from '@open-info/contract/review-period';
import type { Calendar } from '@open-info/contract/calendar-days';
import { readCalendar } from '../calendar/store.ts';
import type { KeptRecord } from '../exchange/records.ts';
import { todayOf } from '../http/mount.ts';
import { findOrgans } from '../organs/store.ts';
import type { Service } from '../service.ts';
import { issueTicket } from '../watch/tickets.ts';
import { findLast } from './find-last.ts';
import { readGuide, type Guide } from './guide.ts';
import { stepsOf } from './line.ts';
import { readRating } from './ratings.ts';
import { caseStateOf, type CaseState } from './state.ts';
import type { CaseRecord } from './store.ts';

const lastWith = (
  records: readonly KeptRecord[],
  step: string,
  isMeant: (record: KeptRecord) => boolean = () => true,
) => findLast(records, (record) => record.step === step && isMeant(record));

/** How the result reaches the applicant, as far as it has been said. */
function deliveryOf(records: readonly KeptRecord[]): CaseResult['delivery'] {
  const said = records.filter(({ step }) => step === '4' || step === '9');
  const way = readExchangeWay(findLast(said, (record) => record.way !== undefined)?.way);
  const delivered = lastWith(records, '9', isDelivered);
  if (way === undefined && !delivered) return undefined;
  const place = findLast(said, (record) => record.place !== undefined)?.place;
  const tracking = findLast(said, (record) => record.tracking !== undefined)?.tracking;
  return {
    way: way ?? 'pickUp',
    ...(place !== undefined && { place }),
    ...(tracking !== undefined && { tracking }),
    ...(delivered && { deliveredOn: exchangeDayOf(delivered.at) }),
  };
}

/** 救济途径 against what was refused on a day (行政许可法 art. 38). */
function remediesOf(on: string, calendar: Calendar): CaseResult['remedies'] {
  return [
    {
      kind: 'reconsideration',
      text: `可以自知道之日起六十日内申请行政复议（《行政复议法》第二十条），最晚 ${reconsiderationUntil(calendar, on).date}。`,
    },
    {
      kind: 'litigation',
      text: `也可以自知道或者应当知道之日起六个月内提起行政诉讼（《行政诉讼法》第四十六条），最晚 ${litigationUntil(calendar, on).date}。`,
    },
  ];
}

const refusing = ['denied', 'returned', 'notAccepted'];

function resultOf(
  { events }: CaseState,
  records: readonly KeptRecord[],
  calendar: Calendar,
): CaseResult | undefined {
  const end =
    findLast(events, ({ kind }) => kind === 'completed') ??
    findLast(events, ({ kind }) => kind === 'decided') ??
    findLast(events, ({ kind }) => kind === 'notAccepted');
  if (!end) return undefined;
  const outcome = end.kind === 'notAccepted' ? 'notAccepted' : (end.outcome ?? 'granted');
  const record = findLast(records, ({ certificate }) => certificate !== undefined);
  const delivery = deliveryOf(records);
  return {
    on: end.on,
    outcome,
    ...(end.text !== undefined && { text: end.text }),
    ...(record?.certificate && { certificate: record.certificate }),
    attachments: records.flatMap(({ documents = [] }) => documents),
    ...(delivery && { delivery }),
    remedies: refusing.includes(outcome) ? remediesOf(end.on, calendar) : [],
  };
}

function expectedOf(
  { status, events }: CaseState,
  result: CaseResult | undefined,
): CaseAction | undefined {
  if (status === 'supplementing') {
    const asked = findLast(events, ({ kind }) => kind === 'supplementAsked');
    return {
      action: 'supplement',
      ...(asked?.dueOn !== undefined && { by: asked.dueOn }),
      ...(asked?.text !== undefined && { text: asked.text }),
      ...(asked?.materials && { materials: asked.materials }),
    };
  }
  const { way, place, deliveredOn } = result?.delivery ?? {};
  if (status !== 'completed' || way !== 'pickUp' || deliveredOn !== undefined) return undefined;
  return { action: 'pickUp', ...(place !== undefined && { place }) };
}

/** Who applied, as others may see it: 张*. A name of a company is masked alike, for it may be a person's. */
function shownName(records: readonly KeptRecord[]): string {
  const name = findLast(records, ({ applicant }) => applicant !== undefined)?.applicant;
  return name === undefined ? '*' : maskName(name);
}

/** What of a view its clock says. */
function clockFields(clock: CaseClock) {
  const due = clock.promised ?? clock.statutory;
  return {
    ...(due?.dueOn !== undefined && { dueOn: due.dueOn }),
    ...(due?.daysLeft !== undefined && { daysLeft: due.daysLeft }),
    overdue: due?.overdue ?? false,
    paused: clock.state === 'paused',
    provisional: clock.provisional,
  };
}

/** What can be known of a case without looking anything up. */
export interface Surroundings {
  organs: ReadonlyMap<string, string>;
  calendar: Calendar;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  today: string;
  guide: Guide | undefined;
  rating: CaseRating | undefined;
}

const rateable = ['completed', 'delivered'];

/**
 * A case as its applicant sees it, but for what changes with the moment of asking. Pure: the same
 * records give the same view, in whatever order they came.
 */
export function viewOfRecords(
  number: string,
  records: readonly KeptRecord[],
  { organs, calendar, today, guide, rating }: Surroundings,
): Omit<CaseView, 'watch' | 'asOf' | 'updatedAt'> | undefined {
  const ordered = orderRecords(records);
  const state = caseStateOf(ordered, (id) => organs.get(id));
  if (!state) return undefined;
  const { events, status, matterCode, matterName, organId, caseType } = state;
  const statutory = state.terms.statutory ?? guide?.statutory;
  const promised = state.terms.promised ?? guide?.promised;
  const clock = runCaseClock(events, { statutory, promised }, calendar, today);
  const result = resultOf(state, ordered, calendar);
  const expected = expectedOf(state, result);
  const unnamed = status === 'other' ? findLast(events, ({ kind }) => kind === 'other') : undefined;
  return {
    number,
    status,
    ...(unnamed?.text !== undefined && { statusText: unnamed.text }),
    matter: {
      id: guide?.id ?? matterCode ?? '',
      name: matterName ?? guide?.name ?? matterCode ?? '',
      known: guide !== undefined,
    },
    organ: { id: organId, name: organs.get(organId) ?? organId },
    caseType: caseType ?? guide?.caseType ?? '9',
    applicantName: shownName(ordered),
    submittedAt: state.submittedAt,
    events: shownEvents(events, result),
    steps: stepsOf(events, guide?.steps ?? []),
    ...(statutory && { statutory }),
    ...(promised && { promised }),
    policy: {},
    ...clockFields(clock),
    ...(expected && { expected }),
    ...(result && { result }),
    canRate: rateable.includes(status) && rating === undefined,
    ...(rating && { rating }),
  };
}

/** The words of the result stand once, in the result. */
function shownEvents(events: readonly CaseEvent[], result: CaseResult | undefined): CaseEvent[] {
  if (result?.text === undefined) return [...events];
  const { text } = result;
  return events.map((event) => {
    const isResult = event.kind === 'completed' || event.kind === 'decided';
    return isResult && event.text === text ? { ...event, text: undefined } : event;
  });
}

/** A case as its applicant sees it now. */
export async function viewOf(service: Service, kept: CaseRecord): Promise<CaseView> {
  const { number, records, revision, heardAt } = kept;
  const now = service.now();
  const state = caseStateOf(records);
  const [calendar, organs, rating, guide] = await Promise.all([
    readCalendar(service.db),
    findOrgans(service.db, {}),
    readRating(service, number),
    state && readGuide(service, state),
  ]);
  const view = viewOfRecords(number, records, {
    organs: new Map(organs.map(({ id, name }) => [id, name])),
    calendar,
    today: todayOf(now),
    guide,
    rating,
  });
  if (!view) throw new Error('a case without its records');
  return {
    ...view,
    watch: issueTicket(service, 'cases', number, revision),
    asOf: now.toISOString(),
    updatedAt: heardAt,
  };
}
