import { en as clockView } from '../clock-view/clock-view.terms.en.ts';
import type { DeadlineClockTerms } from './deadline-clock.terms.ts';

/** The same words in English; a missing one does not compile. */
export const en: DeadlineClockTerms = {
  ...clockView,
  heading: 'When the reply to a disclosure request is due',
  nothing: 'There is no request to reckon a date for.',
  loading: 'Reading the calendar of working days…',
  failedTitle: 'The date cannot be computed now',
  failedText: 'The calendar of working days cannot be read. Please try again later.',
  retry: 'Try again',
  noServiceTitle: 'No data service is connected here',
  noServiceText: 'Please tell the staff of this site.',
  calendarUntil: (date) =>
    `Working days up to ${date}, by the holiday notices of the General Office of the State Council.`,
};
