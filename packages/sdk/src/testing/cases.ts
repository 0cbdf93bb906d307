import { calendarChina } from '@open-info/contract/calendar-china';
import { runCaseClock, type CaseClock } from '@open-info/contract/case-clock';
import type { CaseStatus } from '@open-info/contract/case-events';
import type {
  BoardQuery,
  CaseAction,
  CaseBoard,
  CaseKey,
  CaseStep,
  CaseView,
  RatingSubmission,
} from '@open-info/contract/cases';
import { maskName } from '@open-info/contract/masks';
import type { Watched } from '@open-info/contract/watch';
import type { FileAnswer } from '../core/file-answer.ts';
import { problem } from './problem.ts';
import { keptCases, sampleCaseKeys, type KeptCase } from './sample-cases.ts';
import { sampleToday } from './sample-requests.ts';
import { sampleOrgans } from './sample.ts';

/** What the operations around a case are asked and what they answer. */
export interface CaseOperations {
  'cases.track': { body: CaseKey; answer: CaseView };
  'cases.rate': { body: RatingSubmission; answer: CaseView };
  'cases.attachment': { body: CaseKey & { id: string }; answer: FileAnswer };
  'cases.board': { query: BoardQuery; answer: CaseBoard };
}

/** How each operation is answered. */
export type CaseAnswers = {
  [K in keyof CaseOperations]: (
    asked: Omit<CaseOperations[K], 'answer'>,
  ) => CaseOperations[K]['answer'];
} & {
  /** What a ticket of a case watches; undefined for a ticket of something else. */
  watched: (ticket: string) => Watched | undefined;
};

const { code } = sampleCaseKeys.reviewing;
const now = `${sampleToday}T10:15:00+08:00`;
const updatedAt = `${sampleToday}T10:12:30+08:00`;

/** What each event makes of a case; those that are missing leave it as it was. */
const statusAfter: Readonly<Record<string, CaseStatus>> = {
  submitted: 'submitted',
  received: 'received',
  preReviewed: 'preReview',
  supplementAsked: 'supplementing',
  supplemented: 'supplemented',
  accepted: 'accepted',
  notAccepted: 'notAccepted',
  stepStarted: 'reviewing',
  suspended: 'suspended',
  resumed: 'reviewing',
  decided: 'decided',
  completed: 'completed',
  delivered: 'delivered',
  other: 'other',
};

const statusOf = ({ events }: KeptCase): CaseStatus =>
  events.reduce<CaseStatus>((before, { kind }) => statusAfter[kind] ?? before, 'other');

const clockOf = ({ events, statutory, promised }: KeptCase): CaseClock =>
  runCaseClock(events, { statutory, promised }, calendarChina, sampleToday);

function organOf(id: string) {
  const organ = sampleOrgans.find((one) => one.id === id) ?? sampleOrgans[0];
  if (!organ) throw new Error('the sample has no organ');
  return organ;
}

/** The line: each step of the guide, with what the log says of it. */
function stepsOf({ line, events, organId }: KeptCase): CaseStep[] {
  const on = (kind: string, step?: string) =>
    events.find((event) => event.kind === kind && event.step === step)?.on;
  const ended = on('decided') ?? on('completed') ?? on('notAccepted');
  return line.map(({ name, organ = organOf(organId).name }) => {
    const startedOn = name === '受理' ? on('accepted') : on('stepStarted', name);
    const decided = name === '决定' ? (on('decided') ?? on('completed')) : undefined;
    const endedOn = name === '受理' ? startedOn : (on('stepEnded', name) ?? decided);
    const { expectedOn } = events.find(({ step, expectedOn: by }) => step === name && by) ?? {};
    const isDone = endedOn !== undefined || (ended !== undefined && on('completed') !== undefined);
    const state = isDone ? 'done' : startedOn === undefined ? 'coming' : 'current';
    return {
      name,
      organ,
      state,
      ...(startedOn !== undefined && { startedOn }),
      ...(endedOn !== undefined && { endedOn }),
      ...(expectedOn !== undefined && { expectedOn }),
    };
  });
}

function expectedOf(kept: KeptCase): CaseAction | undefined {
  const status = statusOf(kept);
  if (status === 'supplementing') {
    const asked = kept.events.filter(({ kind }) => kind === 'supplementAsked').pop();
    return asked && { action: 'supplement', by: asked.dueOn, ...asked };
  }
  if (status !== 'completed' || !kept.pickUp) return undefined;
  return { action: 'pickUp', ...kept.pickUp };
}

const tagOf = ({ number, revision }: KeptCase) => `${number}.${revision}`;
const ticketOf = ({ number }: KeptCase) => `sample-case-ticket-${number}`;

function viewOf(kept: KeptCase): CaseView {
  const clock = clockOf(kept);
  const due = clock.promised ?? clock.statutory;
  const status = statusOf(kept);
  const action = expectedOf(kept);
  const isOver = ['completed', 'delivered'].includes(status);
  return {
    number: kept.number,
    status,
    ...(status === 'other' && { statusText: kept.statusText }),
    matter: { ...kept.matter, known: true },
    organ: organOf(kept.organId),
    caseType: kept.caseType,
    applicantName: maskName(kept.applicant),
    submittedAt: kept.submittedAt,
    events: kept.events,
    steps: stepsOf(kept),
    statutory: kept.statutory,
    promised: kept.promised,
    policy: {},
    dueOn: due?.dueOn,
    daysLeft: due?.daysLeft,
    overdue: [clock.promised, clock.statutory].some((one) => one?.overdue),
    paused: clock.state === 'paused',
    provisional: clock.provisional,
    expected: action && {
      action: action.action,
      by: action.by,
      text: action.text,
      materials: action.materials,
      place: action.place,
    },
    result: kept.result,
    canRate: isOver && kept.rating === undefined,
    rating: kept.rating,
    watch: { ticket: ticketOf(kept), tag: tagOf(kept), expiresAt: `${sampleToday}T23:59:00+08:00` },
    asOf: now,
    updatedAt,
  };
}

const notFound = () => problem(404, 'not-found', '没有查到：请核对编号和查询密码');

const masked = (number: string) => `…${number.slice(-4)}`;

/** A sample hall: what is rated there is seen by whoever asks next. */
export function openHall(): CaseAnswers {
  const cases = new Map(keptCases().map((kept) => [kept.number, kept]));
  const open = (key: CaseKey): KeptCase => {
    const kept = cases.get(key.number);
    if (!kept || key.code !== code) throw notFound();
    return kept;
  };
  return {
    'cases.track': ({ body }) => viewOf(open(body)),
    'cases.rate': ({ body }) => {
      const kept = open(body);
      if (kept.rating) throw problem(409, 'illegal-move', '这件事已经评价过了');
      kept.rating = { level: body.level, at: now };
      kept.revision++;
      return viewOf(kept);
    },
    'cases.attachment': ({ body }) => {
      const found = open(body).result?.attachments.find(({ id }) => id === body.id);
      if (!found) throw notFound();
      const { name, type } = found;
      return { blob: new Blob([`示例文件：${name}`], { type }), name, type };
    },
    'cases.board': ({ query: { organ, limit = 20 } }) => {
      const items = [...cases.values()]
        .filter(({ organId }) => !organ || organId === organ)
        .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
        .map((kept) => ({
          number: masked(kept.number),
          matter: kept.matter.name,
          status: statusOf(kept),
          at: kept.changedAt,
        }));
      return {
        items: items.slice(0, limit),
        today: { accepted: 46, completed: 39, open: 128 },
        updatedAt,
      };
    },
    watched: (ticket) => {
      const kept = [...cases.values()].find((one) => ticketOf(one) === ticket);
      return kept && { tag: tagOf(kept) };
    },
  };
}
