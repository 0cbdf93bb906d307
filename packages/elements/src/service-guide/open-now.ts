import type { Calendar } from '@open-info/contract/calendar-days';
import type { MatterOffice } from '@open-info/contract/matters';
import { openNow } from '@open-info/contract/open-now';
import type { ServiceGuideTerms } from './service-guide.terms.ts';

export { getCalendar } from '@open-info/sdk/calendar';

/** Whether an office is open, in words. */
export interface OpenState {
  open: boolean;
  text: string;
}

const shanghaiMs = 8 * 3_600_000;

/**
 * Whether an office is open by the working-day calendar: 调休 counted, holidays not.
 *
 * @param now milliseconds since 1970 by the clock of the service
 */
export function openStateOf(
  office: MatterOffice,
  calendar: Calendar,
  now: number,
  words: ServiceGuideTerms,
): OpenState {
  const { open, until, next, provisional } = openNow(office.hours, calendar, new Date(now));
  if (open) return { open, text: words.openUntil(until ?? '') };
  const today = new Date(now + shanghaiMs).toISOString().slice(0, 10);
  const opens = next
    ? next.date === today
      ? words.opensToday(next.from)
      : words.opensOn(next.date, next.from)
    : words.notSoon;
  const unsure = provisional || (next !== undefined && next.date > calendar.coveredTo);
  return {
    open,
    text: [words.closed, opens, unsure ? words.provisional : ''].filter(Boolean).join(words.comma),
  };
}
