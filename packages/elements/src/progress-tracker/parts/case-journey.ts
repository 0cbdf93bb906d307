import type { CaseEvent } from '@open-info/contract/case-events';
import type { CaseAction, CaseStep, CaseView } from '@open-info/contract/cases';
import { html, type TemplateResult } from 'lit';
import { formatInstant } from '../../base/moment.ts';
import type { ProgressTrackerTerms } from '../progress-tracker.terms.ts';
import type { Files, Frame, Journey, Phase, Stop, Todo } from './journey.ts';
import type { Names, Standing } from './page.terms.ts';
import { renderRatingGiven, renderResult } from './result.ts';

/** What the page around may offer. */
export interface CaseOffers {
  files: Files;
  /** Asks for a rating; undefined until its code has come. */
  rating: () => unknown;
  /** The guide of the matter, where the page has one. */
  guide?: TemplateResult | undefined;
}

/** 办件状态 in words; what nobody here knows in the words it came with: 「其他：原文」. */
export function caseStatusName(
  { status, statusText }: Pick<CaseView, 'status' | 'statusText'>,
  words: ProgressTrackerTerms,
): string {
  return words.statuses[status] ?? words.other(statusText ?? status);
}

/** Steps of the line that are part of applying, or of the result, by the names guides give them. */
const beforeSteps = /申请|申报|申办|提交|收件|接件|预审|受理/;
const afterSteps = /^(作出)?(决定|办结|批准|准予|发放)|(送达|领取|发证|颁证|制证|取件|寄送)$/;

const afterKinds: readonly string[] = ['decided', 'completed', 'delivered', 'rated'];
/** Told by the steps themselves. */
const stepKinds: readonly string[] = ['stepStarted', 'stepEnded'];

/** A case as three phases. */
export function caseJourney(view: CaseView, frame: Frame, offers: CaseOffers): Journey {
  const { words } = frame;
  const { matter, status, submittedAt } = view;
  const names = words.factNames;
  return {
    title: matter.name,
    titleTold: true,
    number: view.number,
    state: status,
    status: caseStatusName(view, words),
    explained: words.statusText[status],
    overdue: view.overdue && view.result === undefined,
    todo: todoOf(view.expected, words),
    phases: phasesOf(view, frame, offers),
    told: view,
    isOver: isOver(view),
    facts: [
      [names.number, view.number],
      [names.organ, told(view.organ.name)],
      [names.applicant, told(view.applicantName)],
      [names.submitted, formatInstant(submittedAt)],
      [names.caseType, words.caseTypes[view.caseType]],
    ],
    asOf: view.asOf,
    updatedAt: view.updatedAt,
  };
}

const told = (text: string): TemplateResult => html`<span lang="zh-CN">${text}</span>`;

const isOver = ({ status, result }: CaseView): boolean =>
  result !== undefined || ['notAccepted', 'completed', 'delivered'].includes(status);

function todoOf(expected: CaseAction | undefined, words: ProgressTrackerTerms): Todo | undefined {
  if (!expected) return undefined;
  const { action, by, place, materials, text } = expected;
  const known: Record<string, Pick<Todo, 'title' | 'note'>> = {
    supplement: { title: words.supplement, note: words.supplementText },
    pickUp: { title: words.pickUp },
  };
  return { title: words.other(action), ...known[action], by, place, materials, text };
}

function phasesOf(view: CaseView, frame: Frame, offers: CaseOffers): Phase[] {
  const { words } = frame;
  const { events, steps } = view;
  const onOf = (kind: string) => events.find((event) => event.kind === kind)?.on;
  const acceptedOn = onOf('accepted');
  const over = isOver(view) || onOf('decided') !== undefined;
  const wasAccepted =
    acceptedOn !== undefined || steps.some(({ name, state }) => isDuring(name) && state === 'done');
  const refused = view.status === 'notAccepted';
  const begun = wasAccepted || (over && !refused);
  const [before, during, after] = sortEvents(view, acceptedOn);
  const stops = (log: readonly CaseEvent[]) => log.map((event) => eventStop(event, view, words));
  return [
    {
      name: 'before',
      standing: begun || refused ? 'done' : 'current',
      ...((begun || refused) && {
        summary: words.beforeSummary(formatInstant(view.submittedAt).slice(0, 10), acceptedOn),
      }),
      stops: [
        ...stops(before),
        ...(begun || refused || before.some(({ kind }) => kind === 'accepted')
          ? []
          : [{ name: words.events.accepted ?? '', standing: 'coming' as const }]),
      ],
      more: offers.guide,
    },
    {
      name: 'during',
      standing: refused ? 'skipped' : over ? 'done' : begun ? 'current' : 'coming',
      summary: duringSummary(view, begun, refused, words),
      stops: refused
        ? []
        : merge(
            steps
              .filter(({ name, state }) => isDuring(name) && !(over && state === 'coming'))
              .map((step) => stepStop(step, over ? 'done' : 'current')),
            stops(during),
          ),
    },
    {
      name: 'after',
      standing: over ? (isSettled(view) ? 'done' : 'current') : 'coming',
      summary: over ? undefined : words.afterComing,
      first: view.result && renderResult(view.result, frame, offers.files),
      stops: [
        ...stops(after),
        ...steps
          .filter(({ name, state }) => !refused && afterSteps.test(name) && state !== 'done')
          .map((step) => stepStop(step, over ? 'current' : 'coming')),
      ],
      ...(over && { more: renderAfter(view, frame, offers) }),
    },
  ];
}

const isDuring = (name: string): boolean => !beforeSteps.test(name) && !afterSteps.test(name);

/** Nothing is left to be done: a rating is voluntary. */
function isSettled({ status, expected, result }: CaseView): boolean {
  if (expected) return false;
  if (status !== 'completed') return ['delivered', 'notAccepted'].includes(status);
  return result?.delivery === undefined || result.delivery.deliveredOn !== undefined;
}

function duringSummary(
  { result, events }: CaseView,
  begun: boolean,
  refused: boolean,
  words: ProgressTrackerTerms,
): string | undefined {
  if (refused) return words.duringSkipped;
  if (!begun) return words.duringComing;
  const ended = events.find(({ kind }) => ['decided', 'completed'].includes(kind));
  if (!result || !ended) return undefined;
  return `${ended.on} ${words.events[ended.kind] ?? ''}`;
}

/** The log by phases; without an acceptance everything that is not an end came before it. */
function sortEvents(
  { events }: CaseView,
  acceptedOn: string | undefined,
): [CaseEvent[], CaseEvent[], CaseEvent[]] {
  const sorted: [CaseEvent[], CaseEvent[], CaseEvent[]] = [[], [], []];
  let phase = 0;
  for (const event of events) {
    if (stepKinds.includes(event.kind)) phase = Math.max(phase, 1);
    else if (afterKinds.includes(event.kind)) sorted[2].push(event);
    else sorted[phase === 0 ? 0 : 1].push(event);
    if (event.kind === 'accepted') phase = 1;
    if (acceptedOn !== undefined && event.on > acceptedOn) phase = 1;
  }
  return sorted;
}

/** An entry of the log that still waits for its answer. */
function waits({ kind, seq }: CaseEvent, { events, status }: CaseView): boolean {
  const answers: Names = { supplementAsked: 'supplementing', suspended: 'suspended' };
  if (answers[kind] !== status) return false;
  return !events.some((later) => later.seq > seq && later.kind === kind);
}

function eventStop(event: CaseEvent, view: CaseView, words: ProgressTrackerTerms): Stop {
  const { kind, on, organ, text, dueOn } = event;
  const known = words.events[kind];
  const name = known ?? words.other(text ?? kind);
  const details = [
    event.procedure,
    event.workdays === undefined ? undefined : words.workdays(event.workdays),
    event.outcome && (words.outcomes[event.outcome] ?? event.outcome),
    event.way && (words.deliveries[event.way] ?? event.way),
  ].filter((detail) => detail !== undefined);
  return {
    name: details.length > 0 ? words.note(name, details.join(words.separator)) : name,
    standing: waits(event, view) ? 'current' : 'done',
    on,
    dueOn,
    organ,
    ...(known !== undefined && text !== view.result?.text && { text }),
  };
}

/** @param atHand what a step at hand is, where its phase is over or has not begun */
function stepStop(step: CaseStep, atHand: Standing): Stop {
  const { name, organ, state, startedOn, endedOn, expectedOn } = step;
  const standing = state === 'current' ? atHand : state === 'done' ? 'done' : 'coming';
  return {
    name,
    told: true,
    standing,
    on: startedOn ?? endedOn,
    endedOn,
    organ,
    ...(standing !== 'done' && { expectedOn }),
  };
}

/** Steps in their order, and between them what happened meanwhile, by its day. */
function merge(steps: readonly Stop[], log: readonly Stop[]): Stop[] {
  const merged = [...steps];
  for (const entry of log) {
    const place = merged.findIndex(({ on }) => on === undefined || on > (entry.on ?? ''));
    merged.splice(place < 0 ? merged.length : place, 0, entry);
  }
  return merged;
}

function renderAfter(view: CaseView, frame: Frame, { rating }: CaseOffers): unknown {
  if (view.rating) return renderRatingGiven(view.rating, frame);
  return view.canRate ? rating() : undefined;
}
