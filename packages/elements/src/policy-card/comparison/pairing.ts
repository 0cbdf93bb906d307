/** Sentences so much alike are versions of one another. */
const leastAlike = 0.4;
/** How far a sentence may have moved from where it would stand, at least, in sentences. */
const leastBand = 32;

/** Where a sentence went: `[old, new]`, or one of them `undefined` where it has no counterpart. */
export type Pair = readonly [before: number | undefined, after: number | undefined];

const remove = 1;
const add = 2;
const pair = 3;

/** Pairs of characters, as sorted numbers: how alike two sentences are is how many they share. */
function bigrams(text: string): Uint32Array {
  const found = new Uint32Array(Math.max(1, text.length - 1));
  for (let at = 0; at < found.length; at += 1) {
    found[at] = text.charCodeAt(at) * 65_536 + (text.charCodeAt(at + 1) || 0);
  }
  return found.sort();
}

/** Share of bigrams two sentences have in common: 0 to 1 (Dice). */
function likeness(one: Uint32Array, other: Uint32Array): number {
  // Lengths that differ so much leave no room for enough in common.
  const most = (2 * Math.min(one.length, other.length)) / (one.length + other.length);
  if (most < leastAlike) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const difference = (one[i] ?? 0) - (other[j] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return (2 * shared) / (one.length + other.length);
}

/**
 * Pairs removed sentences with added ones in order, so that the likeness of all pairs together is
 * greatest. It looks only in a band around where a sentence would stand, so the work grows with the
 * length of the texts and not with its square, and rests (`undefined`) after each sentence.
 */
export function* pairSentences(
  removed: readonly string[],
  added: readonly string[],
): Generator<undefined, Pair[]> {
  const rows = removed.length;
  const columns = added.length;
  if (rows === 0 || columns === 0) return unpaired(rows, columns);
  const old = removed.map(bigrams);
  const fresh = added.map(bigrams);
  yield;
  const band = Math.max(leastBand, Math.ceil(columns / rows) + 1);
  const width = 2 * band + 1;
  const start = (row: number): number => Math.round((row * columns) / rows) - band;
  const steps = new Uint8Array((rows + 1) * width);
  let above = new Float32Array(width);
  for (let row = 0; row <= rows; row += 1) {
    const scores = new Float32Array(width).fill(-1);
    const shift = start(row) - start(row - 1);
    for (let cell = 0; cell < width; cell += 1) {
      const column = start(row) + cell;
      if (column < 0 || column > columns) continue;
      const up = row > 0 ? (above[cell + shift] ?? -1) : -1;
      const left = cell > 0 ? (scores[cell - 1] ?? -1) : -1;
      const diagonal = row > 0 && column > 0 ? (above[cell + shift - 1] ?? -1) : -1;
      let best = row === 0 && column === 0 ? 0 : Math.max(up, left);
      let step = up > left ? remove : add;
      const one = old[row - 1];
      const other = fresh[column - 1];
      if (diagonal >= 0 && one && other) {
        const alike = likeness(one, other);
        if (alike >= leastAlike && diagonal + alike > best) {
          best = diagonal + alike;
          step = pair;
        }
      }
      scores[cell] = best;
      steps[row * width + cell] = step;
    }
    above = scores;
    yield;
  }
  return wayBack(rows, columns, (row, column) => steps[row * width + column - start(row)] ?? add);
}

function unpaired(rows: number, columns: number): Pair[] {
  return [
    ...Array.from({ length: rows }, (_, row): Pair => [row, undefined]),
    ...Array.from({ length: columns }, (_, column): Pair => [undefined, column]),
  ];
}

function wayBack(
  rows: number,
  columns: number,
  stepAt: (row: number, column: number) => number,
): Pair[] {
  const pairs: Pair[] = [];
  for (let row = rows, column = columns; row > 0 || column > 0;) {
    const step = row === 0 ? add : column === 0 ? remove : stepAt(row, column);
    if (step !== add) row -= 1;
    if (step !== remove) column -= 1;
    pairs.push([step === add ? undefined : row, step === remove ? undefined : column]);
  }
  return pairs.reverse();
}
