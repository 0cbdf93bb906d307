/** Chances that are the same every time for the same seed. */
export interface Chances {
  /** A whole number from 0, below `most`. */
  below: (most: number) => number;
  /** True so often of a hundred times. */
  percent: (often: number) => boolean;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

/** mulberry32: small, and good enough to shuffle with. */
export function chancesOf(seed: number): Chances {
  let state = seed | 0;
  const below = (most: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
  return {
    below,
    percent: (often) => below(100) < often,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    shuffled: (list) => {
      const left = [...list];
      return list.map(() => left.splice(below(left.length), 1)[0] as (typeof list)[number]);
    },
  };
}
