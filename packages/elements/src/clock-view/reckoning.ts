import { html, nothing, type TemplateResult } from 'lit';
import { renderMonths } from './reckoning-months.ts';
import { renderRuns } from './reckoning-runs.ts';

/** Words of a reckoning day by day, whatever law it follows. */
export interface ReckoningTerms {
  weekdays: readonly string[];
  weekdaysShort: readonly string[];
  how: string;
  calendar: string;
  list: string;
  month: (year: number, month: number) => string;
  day: (month: number, day: number, year: number | undefined) => string;
  span: (from: string, to: string) => string;
  counted: (first: number, last: number) => string;
  countedCell: (count: number) => string;
  /** What stands in a cell, by mark; `due` and `today` besides those of the days. */
  cells: Readonly<Record<string, string>>;
  legend: string;
  legendCounted: string;
  legendMarks: Readonly<Record<string, string>>;
  named: (reason: string, name: string) => string;
  colon: string;
  bracketed: (text: string) => string;
}

/** One day, ready to be drawn. */
export interface ReckonedDay {
  date: string;
  counted: boolean;
  /** Which one it is, from 1. */
  count?: number | undefined;
  /** One of `cells`, so that nothing is said by colour alone; a plain counted day has none. */
  mark?: string | undefined;
  why: string;
  /** The holiday it belongs to. */
  name?: string | undefined;
  article: string;
}

/** How a date came about: the days of a period, and why each counts or not. */
export interface Reckoning {
  days: readonly ReckonedDay[];
  dueOn?: string | undefined;
  today: string;
  words: ReckoningTerms;
  /** Where the period starts, and by which rule. */
  rule?: string | undefined;
  /** Level of the headings inside, in the outline of the page. */
  headingLevel: number;
}

/**
 * The reckoning for whoever wants to check it: day by day as a small calendar, and step by step as
 * text, which is also what a printed page bears.
 */
export function renderReckoning(reckoning: Reckoning): TemplateResult | typeof nothing {
  const { days, words, headingLevel } = reckoning;
  if (days.length === 0) return nothing;
  const heading = (text: string): TemplateResult =>
    html`<p class="trace-title" role="heading" aria-level=${headingLevel}>${text}</p>`;
  return html`<details class="trace" part="trace">
      <summary>${words.how}</summary>
      ${heading(words.calendar)} ${renderMonths(reckoning)} ${heading(words.list)}
      ${renderRuns(reckoning)}
    </details>
    <div class="print-only">
      <p class="trace-title">${words.how}</p>
      ${renderRuns(reckoning)}
    </div>`;
}
