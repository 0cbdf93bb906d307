import type { CaseEvent, CaseStatus } from '@open-info/contract/case-events';
import type { CaseTerms } from '@open-info/contract/case-clock';
import { eventsOf, orderRecords } from '@open-info/contract/exchange-map';
import type { KeptRecord } from '../exchange/records.ts';

/** How a case stands; all of it follows from its records. */
export interface CaseState {
  /** Oldest first. */
  events: CaseEvent[];
  status: CaseStatus;
  /** When it was reached, ISO 8601. */
  statusAt: string;
  submittedAt: string;
  acceptedOn: string | undefined;
  /** 办结. */
  completedOn: string | undefined;
  /** 办结 or 不予受理: nothing is to be expected of the office any more. */
  endedOn: string | undefined;
  lastOn: string;
  matterCode: string | undefined;
  matterName: string | undefined;
  organId: string;
  /** 办件类型 code. */
  caseType: string | undefined;
  terms: CaseTerms;
}

type Statuses = Partial<Record<string, (passed: Passed) => CaseStatus>>;

/** What was passed on the way, as far as the next status depends on it. */
interface Passed {
  accepted: boolean;
  reviewed: boolean;
}

const goOn = ({ accepted, reviewed }: Passed): CaseStatus =>
  reviewed ? 'reviewing' : accepted ? 'accepted' : 'supplemented';

/** Which status each kind of event leads to; a kind that is not here leads to none. */
const statuses: Statuses = {
  submitted: () => 'submitted',
  received: () => 'received',
  preReviewed: () => 'preReview',
  supplementAsked: () => 'supplementing',
  supplemented: goOn,
  accepted: () => 'accepted',
  notAccepted: () => 'notAccepted',
  stepStarted: () => 'reviewing',
  stepEnded: () => 'reviewing',
  suspended: () => 'suspended',
  resumed: () => 'reviewing',
  decided: () => 'decided',
  completed: () => 'completed',
  delivered: () => 'delivered',
};

/** What still changes a status once it has been reached. */
const afterwards: Partial<Record<string, readonly string[]>> = {
  notAccepted: [],
  decided: ['completed', 'delivered'],
  completed: ['delivered'],
  delivered: [],
};

function statusOf(events: readonly CaseEvent[]): { status: CaseStatus; at: string } {
  let status: CaseStatus = 'other';
  let at = events[0]?.at ?? '';
  const passed: Passed = { accepted: false, reviewed: false };
  for (const event of events) {
    const next = statuses[event.kind]?.(passed);
    if (event.kind === 'accepted') passed.accepted = true;
    if (event.kind.startsWith('step')) passed.reviewed = true;
    const rest = afterwards[status];
    if (next === undefined || (rest && !rest.includes(event.kind))) continue;
    if (next === status) continue;
    status = next;
    at = event.at;
  }
  return { status, at };
}

const lastOf = <T>(records: readonly KeptRecord[], read: (record: KeptRecord) => T | undefined) => {
  for (const record of [...records].reverse()) {
    const value = read(record);
    if (value !== undefined) return value;
  }
  return undefined;
};

/**
 * How a case stands after its records, each id once, in any order.
 *
 * @param organName names of organs by id, for the events
 * @returns undefined when there are no records
 */
export function caseStateOf(
  records: readonly KeptRecord[],
  organName: (id: string) => string | undefined = () => undefined,
): CaseState | undefined {
  const ordered = orderRecords(records);
  const [first] = ordered;
  if (!first) return undefined;
  const events = eventsOf(
    ordered.map((record) => ({ ...record, organ: organName(record.organId) })),
  );
  const dayOf = (kind: string) => events.find((event) => event.kind === kind)?.on;
  const { status, at } = statusOf(events);
  const completedOn = dayOf('completed') ?? dayOf('delivered');
  return {
    events,
    status,
    statusAt: at,
    submittedAt: events.find(({ kind }) => kind === 'submitted')?.at ?? events[0]?.at ?? '',
    acceptedOn: dayOf('accepted'),
    completedOn,
    endedOn: completedOn ?? (status === 'notAccepted' ? dayOf('notAccepted') : undefined),
    lastOn: events.at(-1)?.on ?? '',
    matterCode: lastOf(ordered, ({ matterCode }) => matterCode),
    matterName: lastOf(ordered, ({ matterName }) => matterName),
    // The first to speak is the one it was handed in to; others may take part later.
    organId: first.organId,
    caseType: lastOf(ordered, ({ caseType }) => caseType),
    terms: {
      statutory: lastOf(ordered, ({ statutory }) => statutory),
      promised: lastOf(ordered, ({ promised }) => promised),
    },
  };
}
