/** The place of the last entry that is meant; -1 when there is none (ES2023 has it on arrays). */
export function findLastIndex<T>(list: readonly T[], isMeant: (one: T) => boolean): number {
  for (let index = list.length - 1; index >= 0; index--) {
    if (isMeant(list[index] as T)) return index;
  }
  return -1;
}

/** The last entry that is meant. */
export function findLast<T>(list: readonly T[], isMeant: (one: T) => boolean): T | undefined {
  return list[findLastIndex(list, isMeant)];
}
