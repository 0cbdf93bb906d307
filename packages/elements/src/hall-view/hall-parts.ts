import { weekdayOf } from '@open-info/contract/calendar-days';
import { caseStatusWords } from '@open-info/contract/case-events';
import type { BoardRow, CaseBoard } from '@open-info/contract/cases';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { grouped } from '../base/grouped.ts';
import * as icons from '../base/icons.ts';
import { formatInstant } from '../base/moment.ts';
import { phrased } from '../base/phrases.ts';
import { say } from '../clock-view/figure.ts';
import type { ServiceTime } from '../clock-view/service-time.ts';
import type { Language } from '../controllers/terms.ts';
import type { HallViewTerms } from './hall-view.terms.ts';
import type { Turning } from './turning.ts';

/** Everything a part of a hall screen needs to be drawn. */
export interface HallFrame {
  words: HallViewTerms;
  language: Language;
  time: ServiceTime;
}

/** A figure with what it counts. */
export type Count = readonly [name: string, count: number];

/** Title, date and time of day: the service's, for the clock of a hall machine is often wrong. */
export function renderHallHead(
  { words, time }: HallFrame,
  heading: string,
  headingLevel: number,
): TemplateResult {
  const [date = '', clock = ''] = formatInstant(new Date(time.now).toISOString()).split(' ');
  return html`<div class="hall-head">
    <p class="hall-title" id="hall-title" role="heading" aria-level=${headingLevel}>${heading}</p>
    ${
      time.isTold
        ? html`<p class="hall-now">
            <span class="hall-date">${date} ${words.weekdays[weekdayOf(date) - 1]}</span>
            <b class="hall-clock">${clock}</b>
          </p>`
        : nothing
    }
  </div>`;
}

/** 今日受理、今日办结、正在办理. */
export function countsOf({ today }: Pick<CaseBoard, 'today'>, words: HallViewTerms): Count[] {
  return [
    [words.accepted, today.accepted],
    [words.completed, today.completed],
    [words.open, today.open],
  ];
}

export function renderCounts(counts: readonly Count[]): TemplateResult {
  return html`<dl class="counts" part="counts">
    ${counts.map(
      ([name, count]) =>
        html`<div class="count">
          <dt>${name}</dt>
          <dd>${grouped(count)}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Cases that moved last, numbers masked; drawn afresh when `page` is another one. */
export function renderBoardTable(
  frame: HallFrame,
  rows: readonly BoardRow[],
  page: unknown,
): TemplateResult {
  const { words } = frame;
  return html`<table class="board" part="board">
    <caption class="visually-hidden">
      ${words.table}
    </caption>
    <thead>
      <tr>
        <th scope="col" class="board-number">${words.number}</th>
        <th scope="col">${words.matter}</th>
        <th scope="col" class="board-status">${words.status}</th>
        <th scope="col" class="board-time">${words.time}</th>
      </tr>
    </thead>
    ${keyed(
      page,
      html`<tbody>
        ${rows.map((row) => renderRow(frame, row))}
      </tbody>`,
    )}
  </table>`;
}

function renderRow({ language, time }: HallFrame, row: BoardRow): TemplateResult {
  const { number, matter, status } = row;
  const known = caseStatusWords[status] ?? caseStatusWords.other;
  // eslint-disable-next-line no-restricted-properties -- the moment of a row, not Array.at
  const [date = '', clock = ''] = formatInstant(row.at).split(' ');
  return html`<tr data-state=${status}>
    <th scope="row" class="board-number">${number}</th>
    <td lang="zh-CN"><span class="board-matter">${phrased(matter)}</span></td>
    <td class="board-status">${known ? say(known, language) : status}</td>
    <td class="board-time">${date === time.today ? clock : date.slice(5)}</td>
  </tr>`;
}

/** Stop, back, on: nothing where there is one page only. */
export function renderTurner(
  { words }: Pick<HallFrame, 'words'>,
  turning: Turning,
  place: unknown,
): TemplateResult {
  const step = (by: 1 | -1, name: string, icon: unknown) =>
    html`<button
      class="button icon-only"
      type="button"
      aria-label=${name}
      @click=${() => turning.turn(by)}
    >
      ${icon}
    </button>`;
  return html`<div class="hall-pager">
    <button class="button" type="button" part="pause" @click=${turning.togglePause}>
      ${turning.isPaused ? html`${icons.play}${words.goOn}` : html`${icons.pause}${words.pause}`}
    </button>
    ${step(-1, words.previous, icons.back)}${step(1, words.next, icons.next)} ${place}
  </div>`;
}
