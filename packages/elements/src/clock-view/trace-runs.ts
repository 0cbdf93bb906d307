import type { ClockDay } from '@open-info/contract/clock';
import { reasonWords, receiptWords } from '@open-info/contract/clock-words';
import { html, nothing, type TemplateResult } from 'lit';
import { articleOf, datedWeekday, say, type ClockFigure } from './figure.ts';

/** Days that follow one another for one reason. */
interface Run {
  first: ClockDay;
  last: ClockDay;
}

/** The trace in runs, each of which is one line. */
export function runsOf(trace: readonly ClockDay[]): Run[] {
  const runs: Run[] = [];
  for (const day of trace) {
    const run = runs[runs.length - 1];
    const goesOn =
      run?.last.reason === day.reason &&
      run.last.name === day.name &&
      run.last.article === day.article;
    if (run && goesOn) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}

/** The trace as text: which days, what they are to the clock, by which rule. */
export function renderRuns(figure: ClockFigure): TemplateResult {
  const { clock, words, language } = figure;
  const { receivedOn, receivedBy } = clock;
  return html`
    ${
      receivedOn !== undefined && receivedBy
        ? html`<p class="run-rule">
            ${words.received(
              datedWeekday(receivedOn, words),
              say(receiptWords[receivedBy.rule], language),
              articleOf(receivedBy.article, figure),
            )}
          </p>`
        : nothing
    }
    <ol class="runs" part="runs">
      ${runsOf(clock.trace).map((run) => renderRun(run, figure))}
    </ol>
  `;
}

function renderRun({ first, last }: Run, figure: ClockFigure): TemplateResult {
  const { words } = figure;
  return html`<li class="run" ?data-counted=${first.counted}>
    <span class="run-days">${daysOf(first, last, figure)}</span>
    <span class="run-what"
      >${
        first.count !== undefined && last.count !== undefined
          ? html`<b>${words.counted(first.count, last.count)}</b>${words.colon}`
          : nothing
      }${whyOf(first, figure)}<span class="soft run-article"
        >${words.bracketed(articleOf(first.article, figure))}</span
      ></span
    >
  </li>`;
}

function whyOf({ reason, name }: ClockDay, { words, language }: ClockFigure): string {
  const why = say(reasonWords[reason], language);
  return name === undefined ? why : words.named(why, name);
}

/** The year is said where it is another one than that of the receipt. */
function daysOf(first: ClockDay, last: ClockDay, { clock, words }: ClockFigure): string {
  const told = ({ date }: ClockDay, known: string | undefined): string => {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    return words.day(month, day, date.slice(0, 4) === known ? undefined : year);
  };
  const from = told(first, clock.trace[0]?.date.slice(0, 4));
  return first === last ? from : words.span(from, told(last, first.date.slice(0, 4)));
}
