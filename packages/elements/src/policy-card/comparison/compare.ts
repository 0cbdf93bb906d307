import { diffArrays } from 'diff/lib/diff/array.js';
import { pairSentences } from './pairing.ts';
import { comparePassage, whole, type ComparedPassage } from './passage.ts';
import { sentencesOf } from '../../base/sentences.ts';

/** Sentences that stayed, or a passage and what became of it. */
export type ComparedRow = { same: string[] } | ComparedPassage;

/** Beyond so many sentences added and removed, all are paired by likeness. */
const mostEdits = 200;
/** How long it works before the browser may do something else, in milliseconds. */
export const slice = 8;
/** Lets the browser do something else. */
export const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
/** Rows are handed over at most so many at a time: drawing them is work as well. */
const mostRows = 24;

/**
 * Compares two texts by sentence, then by character, and hands rows over as they are found. Works in
 * slices of 8 ms, however long and different the texts are, and rests in between.
 */
export async function compareTexts(
  before: string,
  after: string,
  show: (rows: ComparedRow[]) => void,
  signal: AbortSignal,
): Promise<void> {
  let rows: ComparedRow[] = [];
  let began = performance.now();
  for (const row of compared(before, after)) {
    if (row) rows.push(row);
    if (performance.now() - began < slice && rows.length < mostRows) continue;
    if (rows.length > 0) show(rows);
    rows = [];
    await rest();
    if (signal.aborted) return;
    began = performance.now();
  }
  if (rows.length > 0) show(rows);
}

/** The rows in order; `undefined` where it may rest. */
export function* compared(before: string, after: string): Generator<ComparedRow | undefined> {
  const old = sentencesOf(before);
  const fresh = sentencesOf(after);
  yield;
  const changes = diffArrays(old, fresh, { maxEditLength: mostEdits });
  yield;
  if (!changes) {
    yield* comparedGap(old, fresh);
    return;
  }
  let removed: string[] = [];
  let added: string[] = [];
  for (const change of changes) {
    if (change.removed) removed = change.value;
    else if (change.added) added = change.value;
    else {
      yield* comparedGap(removed, added);
      removed = added = [];
      yield { same: change.value };
    }
  }
  yield* comparedGap(removed, added);
}

function* comparedGap(
  removed: readonly string[],
  added: readonly string[],
): Generator<ComparedRow | undefined> {
  for (const [from, to] of yield* pairSentences(removed, added)) {
    const before = from === undefined ? '' : (removed[from] ?? '');
    const after = to === undefined ? '' : (added[to] ?? '');
    if (before === after) yield { same: [after] };
    else if (before && after) yield comparePassage(before, after);
    else yield { before: whole(before), after: whole(after) };
  }
}
