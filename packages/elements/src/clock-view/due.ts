import type { Clock } from '@open-info/contract/clock';
import { otherDateWords, pauseWords, provisionalWords } from '@open-info/contract/clock-words';
import { html, nothing, type TemplateResult } from 'lit';
import { unbroken } from '../base/unbroken.ts';
import { articleOf, datedWeekday, say, weekdayName, type ClockFigure } from './figure.ts';
import type { ClockViewTerms } from './clock-view.terms.ts';

/** Which of the marks of urgency holds; each stands beside words that say the same. */
export type Urgency = 'calm' | 'soon' | 'overdue' | 'paused' | 'waiting' | 'stopped';

/** From so few workdays on a deadline is near, as in the office's work list. */
const soon = 5;

export function urgencyOf({ state, overdue, daysLeft = Infinity }: Clock): Urgency {
  if (state === 'notReceived') return 'waiting';
  if (state === 'stopped') return 'stopped';
  if (overdue) return 'overdue';
  if (state === 'paused') return 'paused';
  return daysLeft <= soon ? 'soon' : 'calm';
}

/** The date, large, and how long it is till then. */
export function renderDue(figure: ClockFigure): TemplateResult {
  const { clock, words } = figure;
  return html`<div class="due" part="due" data-urgency=${urgencyOf(clock)}>
    <p class="due-label">${labelOf(clock, words)}</p>
    ${renderDate(figure)}
    <p class="due-left" part="days-left">${unbroken(leftOf(figure))}</p>
  </div>`;
}

/** What else is to be known: pause, extension, provisional, other dates. */
export function renderDueNotes(figure: ClockFigure): TemplateResult {
  return html`<ul class="due-notes" part="notes">
    ${notesOf(figure).map((note) => html`<li>${unbroken(note)}</li>`)}
  </ul>`;
}

/** What the service has reckoned, where there is no calendar to reckon it again. */
export interface ToldDue {
  dueOn: string;
  daysLeft?: number | undefined;
  provisional?: boolean | undefined;
}

export function renderToldDue(
  { dueOn, daysLeft, provisional = false }: ToldDue,
  { words, language }: Pick<ClockFigure, 'words' | 'language'>,
): TemplateResult {
  const late = daysLeft !== undefined && daysLeft < 0;
  return html`<div class="due" part="due" data-urgency=${late ? 'overdue' : 'calm'}>
      <p class="due-label">${words.due}</p>
      ${dateLine(dueOn, words)}
      ${
        daysLeft === undefined
          ? nothing
          : html`<p class="due-left" part="days-left">${words.daysLeft(daysLeft)}</p>`
      }
    </div>
    <ul class="due-notes" part="notes">
      ${provisional ? html`<li>${say(provisionalWords, language)}</li>` : nothing}
      <li>${words.noCalendar}</li>
    </ul>`;
}

const dateLine = (date: string, words: ClockViewTerms): TemplateResult =>
  html`<p class="due-date">
    <time datetime=${date}>${date}</time>
    <span class="due-weekday">${weekdayName(date, words)}</span>
  </p>`;

function labelOf({ state, dueOn }: Clock, words: ClockViewTerms): string {
  return state === 'paused' && dueOn !== undefined ? words.dueAtLatest : words.due;
}

function renderDate({ clock, words }: ClockFigure): TemplateResult {
  if (clock.dueOn !== undefined) return dateLine(clock.dueOn, words);
  const text = clock.state === 'notReceived' ? words.notReceived : words.dueOpen;
  return html`<p class="due-date">${text}</p>`;
}

function leftOf(figure: ClockFigure): string {
  const { clock, words } = figure;
  const { state, daysLeft, pausedBecause: pause, stoppedBy = '', stoppedOn } = clock;
  if (state === 'notReceived') {
    const article = articleOf('regulation31', figure);
    const { submittedOn } = clock;
    return words.notReceivedText(submittedOn && datedWeekday(submittedOn, words), article);
  }
  if (stoppedOn !== undefined) {
    const stopped = words.stoppedOn(words.stopped[stoppedBy] ?? stoppedBy, stoppedOn);
    const late = clock.overdue && clock.dueOn !== undefined;
    return late ? `${stopped}${words.bracketed(words.stoppedLate(clock.dueOn ?? ''))}` : stopped;
  }
  if (pause) {
    const why = say(pauseWords[pause.reason], figure.language);
    return words.paused(why, articleOf(pause.article, figure), pause.since, pause.until);
  }
  return daysLeft === undefined ? '' : words.daysLeft(daysLeft);
}

/** 20 workdays; what goes beyond is an extension (art. 33). */
const period = 20;

function notesOf(figure: ClockFigure): string[] {
  const { clock, words, language } = figure;
  const notes: string[] = [];
  if (clock.receivedOn !== undefined) notes.push(words.used(clock.used, clock.allowed));
  if (clock.allowed > period) {
    notes.push(words.extended(clock.allowed - period, articleOf('regulation33', figure)));
  }
  if (clock.provisional) {
    const until = clock.provisionalFrom === undefined ? '' : words.coveredTo(clock.provisionalFrom);
    notes.push([say(provisionalWords, language), until].filter(Boolean).join(words.stop));
  }
  for (const { kind, on, article } of clock.otherDates) {
    // Said with the pause itself.
    if (article === clock.pausedBecause?.article && on === clock.pausedBecause.until) continue;
    const what = say(otherDateWords[kind], language);
    notes.push(words.otherDate(what, datedWeekday(on, words), articleOf(article, figure)));
  }
  return notes;
}
