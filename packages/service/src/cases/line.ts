import type { CaseEvent } from '@open-info/contract/case-events';
import type { CaseStep } from '@open-info/contract/cases';
import type { MatterStep } from '@open-info/contract/matters';
import { findLastIndex } from './find-last.ts';

/** Points every case passes; what lies between is named by the office. */
type Milestone = 'submitted' | 'accepted' | 'review' | 'completed' | 'delivered';

interface Place extends CaseStep {
  milestone?: Milestone | undefined;
}

/** The line where no guide says another one. */
const usualLine: Place[] = [
  { name: '申请', milestone: 'submitted', state: 'coming' },
  { name: '受理', milestone: 'accepted', state: 'coming' },
  { name: '审查', milestone: 'review', state: 'coming' },
  { name: '办结', milestone: 'completed', state: 'coming' },
  { name: '送达', milestone: 'delivered', state: 'coming' },
];

/** What a step of a guide stands for, by how offices call them. */
const names: readonly [Milestone, RegExp][] = [
  ['submitted', /申请|申报|收件|提交/],
  ['accepted', /受理/],
  ['delivered', /送达|领取|发证|颁证|制证|取件|寄送/],
  ['completed', /办结|决定|批准|许可/],
  ['review', /审查|审核|审批|核查|核验|勘查|勘验/],
];

const milestoneOf = (name: string): Milestone | undefined =>
  names.find(([, pattern]) => pattern.test(name))?.[0];

function lineOf(guide: readonly MatterStep[]): Place[] {
  if (guide.length === 0) return usualLine.map((place) => ({ ...place }));
  const taken = new Set<Milestone>();
  const line = guide.map(({ name, organ }): Place => {
    const found = milestoneOf(name);
    // Of several that sound alike the first one is it: 初审, 复审.
    const milestone = found !== undefined && !taken.has(found) ? found : undefined;
    if (milestone !== undefined) taken.add(milestone);
    return { name, organ, milestone, state: 'coming' };
  });
  if (taken.has('completed')) return line;
  const end = line.findIndex(({ milestone }) => milestone === 'delivered');
  line.splice(end < 0 ? line.length : end, 0, {
    name: '办结',
    milestone: 'completed',
    state: 'coming',
  });
  return line;
}

const reached: Partial<Record<string, Milestone>> = {
  submitted: 'submitted',
  received: 'submitted',
  preReviewed: 'submitted',
  accepted: 'accepted',
  decided: 'completed',
  completed: 'completed',
  delivered: 'delivered',
};

/** Where a step the office names goes: at its own name, else before the decision. */
function placeOf(line: Place[], step: string): Place {
  const known = line.find(({ name }) => name === step);
  if (known) return known;
  const place: Place = { name: step, state: 'coming' };
  const general = line.findIndex(
    ({ milestone, name, startedOn, endedOn }) =>
      milestone === 'review' && name === '审查' && startedOn === undefined && endedOn === undefined,
  );
  if (general >= 0) {
    // The office says more precisely what is being done.
    line.splice(general, 1, { ...place, milestone: 'review' });
    return line[general] ?? place;
  }
  const end = line.findIndex(
    ({ milestone }) => milestone === 'completed' || milestone === 'delivered',
  );
  line.splice(end < 0 ? line.length : end, 0, place);
  return place;
}

function takeStep(line: Place[], { kind, step = '审查', organ, on, expectedOn }: CaseEvent): void {
  const place = placeOf(line, step);
  if (organ !== undefined) place.organ = organ;
  if (kind === 'stepStarted') {
    place.startedOn ??= on;
    // Begun again after it had ended.
    delete place.endedOn;
    if (expectedOn !== undefined) place.expectedOn = expectedOn;
    return;
  }
  place.startedOn ??= on;
  place.endedOn = on;
}

/** An end of the line is reached, not worked on: it is not at hand before its event. */
const isPoint = ({ milestone }: Place) => milestone === 'completed' || milestone === 'delivered';

const enders: readonly string[] = ['notAccepted', 'completed', 'decided', 'delivered'];

/**
 * The line of a case: what is done and what is at hand by its log, what is to come by the guide of
 * its matter.
 */
export function stepsOf(events: readonly CaseEvent[], guide: readonly MatterStep[]): CaseStep[] {
  const line = lineOf(guide);
  let end: CaseEvent | undefined;
  for (const event of events) {
    const { kind, on, organ } = event;
    if (kind === 'stepStarted' || kind === 'stepEnded') takeStep(line, event);
    if (enders.includes(kind)) end = event;
    const milestone = reached[kind];
    const place = milestone && line.find((one) => one.milestone === milestone);
    if (!place) continue;
    place.startedOn ??= on;
    place.endedOn ??= on;
    if (organ !== undefined) place.organ ??= organ;
  }
  const isOver = end !== undefined && end.kind !== 'decided';
  const isRefused = end?.kind === 'notAccepted' || (end?.outcome ?? 'granted') !== 'granted';
  const lastDone = findLastIndex(line, ({ endedOn }) => endedOn !== undefined);
  const shown = isOver && isRefused ? line.slice(0, Math.max(lastDone + 1, 1)) : line;
  if (end?.kind === 'notAccepted') {
    shown.push({ name: '不予受理', organ: end.organ, state: 'done', endedOn: end.on });
  }
  const isGranted = isOver && !isRefused;
  let isCurrentFound = false;
  return shown.map((place, index) => {
    const { milestone, ...step } = place;
    const isPassed =
      (index < lastDone && step.startedOn === undefined) ||
      (isGranted && milestone !== 'delivered');
    if (step.endedOn !== undefined || isPassed) return { ...step, state: 'done' };
    const isComing = step.startedOn === undefined && (isCurrentFound || isPoint(place));
    // What has been granted is waiting to be handed over.
    if (isComing && !(isGranted && !isCurrentFound)) return { ...step, state: 'coming' };
    isCurrentFound = true;
    return { ...step, state: 'current' };
  });
}
