const thousand = 1000;

/** A thousand rows made of a few, each with an id of its own. */
export function thousandOf<T extends { id: string }>(samples: readonly T[]): T[] {
  return Array.from({ length: thousand }, (_, index) => {
    const sample = samples[index % samples.length];
    if (!sample) throw new Error('There is no sample to repeat.');
    return { ...sample, id: `${sample.id}-${index + 1}` };
  });
}

/** What a list call asks for of them; the cursor is the place of the first row. */
export function pageOf<T>(
  rows: readonly T[],
  { cursor, limit = 20 }: { cursor?: string | undefined; limit?: number | undefined },
): { items: T[]; total: number; next?: string } {
  const start = Number(cursor ?? 0);
  const end = start + limit;
  const next = end < rows.length ? { next: String(end) } : {};
  return { items: rows.slice(start, end), total: rows.length, ...next };
}
