import type { QuietHours } from '@open-info/contract/subscriptions';

/** 免打扰时段 unless one chooses otherwise. */
export const usualQuiet: QuietHours = { from: '22:00', to: '08:00' };

const minuteMs = 60_000;
const dayMinutes = 1_440;
/** Asia/Shanghai; it has had no summer time since 1991. */
const shanghaiMinutes = 480;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * When something may be told that happens now: at once, or when the quiet hours end.
 *
 * @param quiet may run over midnight; two equal times are none
 */
export function tellableAt(now: Date, quiet: QuietHours | undefined): Date {
  if (!quiet || quiet.from === quiet.to) return now;
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const passed = Math.floor(now.getTime() / minuteMs);
  const minute = (passed + shanghaiMinutes) % dayMinutes;
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isQuiet) return now;
  return new Date((passed + ((to - minute + dayMinutes) % dayMinutes)) * minuteMs);
}
