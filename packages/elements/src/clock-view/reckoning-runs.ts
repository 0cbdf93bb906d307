import { html, nothing, type TemplateResult } from 'lit';
import type { ReckonedDay, Reckoning } from './reckoning.ts';

/** Days that follow one another for one reason. */
interface Run {
  first: ReckonedDay;
  last: ReckonedDay;
}

/** The days in runs, each of which is one line. */
export function runsOf(days: readonly ReckonedDay[]): Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const run = runs[runs.length - 1];
    const goesOn =
      run?.last.why === day.why && run.last.name === day.name && run.last.article === day.article;
    if (run && goesOn) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}

/** The reckoning as text: which days, what they are to the clock, by which rule. */
export function renderRuns(reckoning: Reckoning): TemplateResult {
  const { days, rule } = reckoning;
  return html`
    ${rule === undefined ? nothing : html`<p class="run-rule">${rule}</p>`}
    <ol class="runs" part="runs">
      ${runsOf(days).map((run) => renderRun(run, reckoning))}
    </ol>
  `;
}

function renderRun({ first, last }: Run, reckoning: Reckoning): TemplateResult {
  const { words } = reckoning;
  return html`<li class="run" ?data-counted=${first.counted}>
    <span class="run-days">${daysOf(first, last, reckoning)}</span>
    <span class="run-what"
      >${
        first.count !== undefined && last.count !== undefined
          ? html`<b>${words.counted(first.count, last.count)}</b>${words.colon}`
          : nothing
      }${whyOf(first, reckoning)}<span class="soft run-article"
        >${words.bracketed(first.article)}</span
      ></span
    >
  </li>`;
}

function whyOf({ why, name }: ReckonedDay, { words }: Reckoning): string {
  return name === undefined ? why : words.named(why, name);
}

/** The year is said where it is another one than that of the first day. */
function daysOf(first: ReckonedDay, last: ReckonedDay, { days, words }: Reckoning): string {
  const told = ({ date }: ReckonedDay, known: string | undefined): string => {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    return words.day(month, day, date.slice(0, 4) === known ? undefined : year);
  };
  const from = told(first, days[0]?.date.slice(0, 4));
  return first === last ? from : words.span(from, told(last, first.date.slice(0, 4)));
}
