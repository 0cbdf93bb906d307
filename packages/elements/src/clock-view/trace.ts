import { html, nothing, type TemplateResult } from 'lit';
import type { ClockFigure } from './figure.ts';
import { renderMonths } from './trace-months.ts';
import { renderRuns } from './trace-runs.ts';

/**
 * How the date came about, for whoever wants to check it: day by day as a small calendar, and step
 * by step as text, which is also what a printed page bears.
 */
export function renderTrace(figure: ClockFigure): TemplateResult | typeof nothing {
  const { clock, words, headingLevel } = figure;
  if (clock.trace.length === 0) return nothing;
  const heading = (text: string): TemplateResult =>
    html`<p class="trace-title" role="heading" aria-level=${headingLevel}>${text}</p>`;
  return html`<details class="trace" part="trace">
      <summary>${words.how}</summary>
      ${heading(words.calendar)} ${renderMonths(figure)} ${heading(words.list)}
      ${renderRuns(figure)}
    </details>
    <div class="print-only">
      <p class="trace-title">${words.how}</p>
      ${renderRuns(figure)}
    </div>`;
}
