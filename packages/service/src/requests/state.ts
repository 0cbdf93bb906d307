import type { DeskEvent } from '@open-info/contract/desk';
import type {
  ConsultedParty,
  RequestEventKind,
  RequestStatus,
} from '@open-info/contract/request-events';
import type { Open } from '@open-info/contract/shape';

/** 意见: what a party that was consulted said; `none`: its period ended without an answer. */
export type Opinion = Open<'agrees' | 'objects' | 'none'>;

/** An event as it is kept: with what only the office sees. */
export interface LoggedEvent extends DeskEvent {
  /** `consultationAnswered`. */
  opinion?: Opinion | undefined;
}

/** An event before the log gives it its place and its moment. */
export type NewEvent = Omit<LoggedEvent, 'seq' | 'at'>;

/** A consultation and how it stands. */
export interface Consultation {
  /** Place of the question in the log. */
  seq: number;
  consulted: ConsultedParty;
  on: string;
  /** Absent while it is open. */
  opinion?: Opinion | undefined;
}

/** What an applicant was asked for. */
export interface Asked {
  on: string;
  dueOn: string | undefined;
  /** The day it came. */
  givenOn?: string | undefined;
}

/** How a request stands; all of it follows from the log. */
export interface RequestState {
  status: RequestStatus;
  /** When it was filed, ISO 8601. */
  submittedAt: string;
  /** 收到申请之日 (art. 31), as first fixed. */
  receivedOn: string | undefined;
  /** The day of the last event but notes: nothing later may be dated before it. */
  lastOn: string;
  supplement: Asked | undefined;
  justification: Asked | undefined;
  fee: Asked | undefined;
  consultations: Consultation[];
  extended: boolean;
  /** The event that ended it. */
  end: LoggedEvent | undefined;
  archived: boolean;
}

const ends: Partial<Record<RequestEventKind, RequestStatus>> = {
  undone: 'undone',
  replied: 'replied',
  transferAdvised: 'replied',
  corrected: 'corrected',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
};

const isOpen = (asked: Asked | undefined): boolean =>
  asked !== undefined && asked.givenOn === undefined;

function statusOf(state: RequestState): RequestStatus {
  const { end, archived, supplement, justification, fee, receivedOn } = state;
  if (archived) return 'archived';
  if (end) return ends[end.kind] ?? 'replied';
  if (receivedOn === undefined) return 'submitted';
  if (isOpen(supplement)) return 'awaitingSupplement';
  if (isOpen(justification)) return 'awaitingJustification';
  if (isOpen(fee)) return 'awaitingFee';
  const open = state.consultations.filter(({ opinion }) => opinion === undefined);
  if (open.some(({ consulted }) => consulted === 'thirdParty')) return 'consultingThirdParty';
  return open.length > 0 ? 'consultingOrgans' : 'confirmed';
}

/** What each kind of event does; a kind that is not here changes nothing but the last day. */
const effects: Partial<
  Record<RequestEventKind, (state: RequestState, event: LoggedEvent) => void>
> = {
  confirmed: (state, { on }) => (state.receivedOn = on),
  supplementAsked: (state, { on, dueOn }) => (state.supplement = { on, dueOn }),
  supplemented: ({ supplement }, { on }) => supplement && (supplement.givenOn = on),
  justificationAsked: (state, { on, dueOn }) => (state.justification = { on, dueOn }),
  justified: ({ justification }, { on }) => justification && (justification.givenOn = on),
  consultationSent: ({ consultations }, { seq, on, consulted = 'thirdParty' }) =>
    consultations.push({ seq, on, consulted }),
  consultationAnswered: ({ consultations }, { of, opinion = 'none' }) => {
    const asked = consultations.find(({ seq }) => seq === of);
    if (asked) asked.opinion = opinion;
  },
  extended: (state) => (state.extended = true),
  feeNoticed: (state, { on, dueOn }) => (state.fee = { on, dueOn }),
  feePaid: ({ fee }, { on }) => fee && (fee.givenOn = on),
  archived: (state) => (state.archived = true),
};

/** How a request stands after its events, oldest first, `submitted` at the head. */
export function stateOf(events: readonly LoggedEvent[]): RequestState {
  const [first] = events;
  if (first?.kind !== 'submitted') throw new Error('the log does not begin with a filing');
  const state: RequestState = {
    status: 'submitted',
    submittedAt: first.at,
    receivedOn: undefined,
    lastOn: first.on,
    supplement: undefined,
    justification: undefined,
    fee: undefined,
    consultations: [],
    extended: false,
    end: undefined,
    archived: false,
  };
  for (const event of events) {
    effects[event.kind]?.(state, event);
    if (ends[event.kind]) state.end = event;
    if (event.kind !== 'noted') state.lastOn = event.on;
  }
  state.status = statusOf(state);
  return state;
}
