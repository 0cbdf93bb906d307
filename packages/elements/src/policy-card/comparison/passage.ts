import { diffArrays } from 'diff/lib/diff/array.js';
import { wordsOf } from '../../base/sentences.ts';

/** A stretch of one side. What is not changed stands in both texts. */
export interface Stretch {
  text: string;
  changed: boolean;
}

/** Two passages beside each other. A side without stretches has nothing there. */
export interface ComparedPassage {
  before: Stretch[];
  after: Stretch[];
}

/** Beyond so many edits two passages count as different altogether. */
const mostEdits = 240;
/** Marks help a reader only where this share of the longer passage stayed. */
const leastShared = 0.3;

/** What stayed (`before` equals `after`), or what became what. */
interface Step {
  before: string;
  after: string;
}

/**
 * Marks the differences of two passages, by character; numbers and Latin words count as one. Where
 * hardly anything stayed both are wholly changed: single characters in common say nothing.
 */
export function comparePassage(before: string, after: string): ComparedPassage {
  const steps = mended(stepsOf(before, after));
  const shared = steps.reduce((sum, step) => sum + (stayed(step) ? step.after.length : 0), 0);
  if (shared < leastShared * Math.max(before.length, after.length)) {
    return { before: whole(before), after: whole(after) };
  }
  return {
    before: stretches(steps, ({ before: text }) => text),
    after: stretches(steps, ({ after: text }) => text),
  };
}

const stayed = ({ before, after }: Step): boolean => before === after;

export function whole(text: string): Stretch[] {
  return text === '' ? [] : [{ text, changed: true }];
}

function stepsOf(before: string, after: string): Step[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostEdits });
  if (!changes) return [{ before, after }];
  return changes.map(({ value, added, removed }) => {
    const text = value.join('');
    return { before: added ? '' : text, after: removed ? '' : text };
  });
}

/** Joins neighbouring changes, and takes a lone character between two of them into the change. */
function mended(steps: readonly Step[]): Step[] {
  const joined: Step[] = [];
  steps.forEach((step, place) => {
    const last = joined[joined.length - 1];
    const next = steps[place + 1];
    const lone = step.after.length < 2 && last !== undefined && next !== undefined;
    if (last && !stayed(last) && (!stayed(step) || lone)) {
      last.before += step.before;
      last.after += step.after;
    } else {
      joined.push({ ...step });
    }
  });
  return joined;
}

function stretches(steps: readonly Step[], side: (step: Step) => string): Stretch[] {
  return steps
    .map((step) => ({ text: side(step), changed: !stayed(step) }))
    .filter(({ text }) => text !== '');
}
