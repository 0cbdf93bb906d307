const shanghaiOffset = 8 * 60 * 60 * 1000;

/**
 * An instant as government pages print it: `YYYY-MM-DD HH:MM` in Asia/Shanghai, which has kept
 * UTC+8 without summer time since 1992. The device's own zone and clock play no part.
 */
export function formatInstant(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  return new Date(time + shanghaiOffset).toISOString().slice(0, 16).replace('T', ' ');
}

/** Whole days from one date of law (`YYYY-MM-DD`) to another; NaN when one cannot be read. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
