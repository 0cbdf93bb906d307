import { daysBetween, weekdayOf, addDays } from '@open-info/contract/calendar-days';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReckonedDay, Reckoning, ReckoningTerms } from './reckoning.ts';

/** The months of the reckoning as tables, Monday first, each day with what it is. */
export function renderMonths(reckoning: Reckoning): TemplateResult {
  const days = new Map(reckoning.days.map((day) => [day.date, day]));
  const months = [...new Set([...days.keys()].map((date) => date.slice(0, 7)))];
  return html`<div class="months">
      ${months.map((month) => renderMonth(month, days, reckoning))}
    </div>
    ${renderLegend(reckoning)}`;
}

function renderMonth(
  month: string,
  days: ReadonlyMap<string, ReckonedDay>,
  reckoning: Reckoning,
): TemplateResult {
  const { words } = reckoning;
  const [year = 0, number = 0] = month.split('-').map(Number);
  return html`<table class="month">
    <caption>
      ${words.month(year, number)}
    </caption>
    <thead>
      <tr>
        ${words.weekdaysShort.map(
          (short, index) =>
            html`<th scope="col">
              <span aria-hidden="true">${short}</span
              ><span class="visually-hidden">${words.weekdays[index]}</span>
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${weeksOf(month).map(
        (week) =>
          html`<tr>
            ${week.map((date) =>
              date === undefined ? html`<td></td>` : renderDay(date, days.get(date), reckoning),
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The dates of a month by weeks from Monday; undefined where another month is. */
function weeksOf(month: string): (string | undefined)[][] {
  const first = `${month}-01`;
  const next = addDays(`${month}-28`, 4).slice(0, 7);
  const length = daysBetween(first, `${next}-01`);
  const before = weekdayOf(first) - 1;
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, column) => {
      const day = week * 7 + column - before;
      return day < 0 || day >= length ? undefined : addDays(first, day);
    }),
  );
}

function renderDay(
  date: string,
  day: ReckonedDay | undefined,
  reckoning: Reckoning,
): TemplateResult {
  const { dueOn, today, words } = reckoning;
  const number = Number(date.slice(8));
  const isToday = date === today;
  if (!day) {
    return html`<td class="day" data-kind="outside" aria-current=${isToday ? 'date' : nothing}>
      <span class="day-number">${number}</span>
      ${isToday ? html`<span class="day-tag">${words.cells.today}</span>` : nothing}
    </td>`;
  }
  const tags = [
    ...(date === dueOn ? [words.cells.due] : []),
    ...(isToday ? [words.cells.today] : []),
  ];
  return html`<td
    class="day"
    data-kind=${day.counted ? 'counted' : (day.mark ?? 'not')}
    ?data-due=${date === dueOn}
    aria-current=${isToday ? 'date' : nothing}
  >
    <span class="day-number">${number}</span>
    <span class="day-mark" aria-hidden="true">${markOf(day, words)}</span>
    <span class="visually-hidden">${spoken(day, reckoning)}</span>
    ${tags.map((tag) => html`<span class="day-tag">${tag}</span>`)}
  </td>`;
}

/** What stands under the number of the day. */
function markOf({ count, mark, name }: ReckonedDay, words: ReckoningTerms): unknown {
  const text = mark === undefined ? nothing : words.cells[mark];
  if (count === undefined) return name !== undefined && mark === 'off' ? shortName(name) : text;
  return html`${words.countedCell(count)}${mark === undefined ? nothing : html`<br />${text}`}`;
}

/** 国庆节、中秋节 is told once in full below; a cell holds three characters. */
function shortName(name: string): string {
  return name.split(/[、，,（(]/)[0] ?? name;
}

function spoken({ count, why, name }: ReckonedDay, { words }: Reckoning): string {
  const told = name === undefined ? why : words.named(why, name);
  return count === undefined ? told : words.named(told, words.counted(count, count));
}

function renderLegend({ days, dueOn, today, words }: Reckoning): TemplateResult {
  const present = new Set(days.map(({ mark }) => mark));
  const dates = days.map(({ date }) => date);
  if (dueOn !== undefined && dates.includes(dueOn)) present.add('due');
  if (dates.some((date) => date.slice(0, 7) === today.slice(0, 7))) present.add('today');
  const shown = Object.keys(words.cells).filter((mark) => present.has(mark));
  return html`<ul class="legend" aria-label=${words.legend}>
    <li><b>${words.countedCell(5)}</b> ${words.legendCounted}</li>
    ${shown.map((mark) => html`<li><b>${words.cells[mark]}</b> ${words.legendMarks[mark]}</li>`)}
  </ul>`;
}
