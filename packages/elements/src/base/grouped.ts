/**
 * A whole number with its thousands set off: 12,345. By hand, because the first use of the
 * browser's own formatter costs 12 ms, a fifth of the way to the first rows.
 */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
