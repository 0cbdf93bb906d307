/** What the clock shows once it has the calendar: fetched beside it, so it costs no time of its own. */
import type { Calendar } from '@open-info/contract/calendar-days';
import { runClock, type ClockEvent, type ClockPolicy } from '@open-info/contract/clock';
import { html, type TemplateResult } from 'lit';
import { renderDue, renderDueNotes } from '../clock-view/due.ts';
import { renderTrace } from '../clock-view/trace.ts';
import type { Language } from '../controllers/terms.ts';
import type { DeadlineClockTerms } from './deadline-clock.terms.ts';

export { clockView as reckonedStyles } from '../clock-view/clock-view.styles.ts';
export { clockViewTerms } from '../clock-view/clock-view.terms.ts';

/** What the date follows from, and how it is shown. */
export interface Reckoning {
  log: readonly ClockEvent[];
  calendar: Calendar;
  today: string;
  policy: Partial<ClockPolicy> | undefined;
  words: DeadlineClockTerms;
  language: Language;
  headingLevel: number;
  compact: boolean;
}

/** @throws RangeError when the log or a date cannot be reckoned with */
export function renderReckoned(reckoning: Reckoning): TemplateResult {
  const { log, calendar, today, policy, compact, words, language, headingLevel } = reckoning;
  const clock = runClock(log, calendar, today, policy);
  const figure = { clock, today, words, language, headingLevel };
  if (compact) return renderDue(figure);
  return html`${renderDue(figure)} ${renderDueNotes(figure)} ${renderTrace(figure)}
    <p class="foot">${words.calendarUntil(calendar.coveredTo)}</p>`;
}
