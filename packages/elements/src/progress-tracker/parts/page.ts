import { weekdayOf } from '@open-info/contract/calendar-days';
import { html, nothing, type TemplateResult } from 'lit';
import { unbroken } from '../../base/unbroken.ts';
import { daysBetween, formatInstant } from '../../base/moment.ts';
import { renderNews, renderPageBar, renderPart } from '../../case-view/page.ts';
import type { Frame, Journey, Phase, Stop, Todo } from './journey.ts';
import type { Standing } from './page.terms.ts';
import { renderFacts } from './result.ts';

/** What a person can do on the page. */
export interface PageMoves {
  leave: () => void;
  print: (page: Element) => void;
  toggle: (phase: string) => void;
}

export interface PageState extends PageMoves {
  today: string;
  /** A sentence that says what has changed since the person looked. */
  news: string | undefined;
  /** News cannot be had at present. */
  stale: boolean;
  /** Phases that are over and were asked for. */
  unfolded: ReadonlySet<string>;
  /** 朗读, where it is offered. */
  reading: unknown;
  /** The clock with its reckoning, once code and calendar have come. */
  clock: unknown;
}

const marks: Record<Standing, string> = { done: '✓', current: '', coming: '', skipped: '–' };

/** Everything about one case or request: what to do first, then the three phases. */
export function renderPage(journey: Journey, frame: Frame, state: PageState): TemplateResult {
  const { words, headingLevel: level } = frame;
  const clock = renderTime(journey, frame, state);
  return html`<article class="page" aria-labelledby="page-title">
    ${renderPageBar({ words, leave: state.leave, reading: state.reading, print: state.print })}
    <p
      class="title"
      id="page-title"
      role="heading"
      aria-level=${level}
      tabindex="-1"
      lang=${journey.titleTold ? 'zh-CN' : nothing}
    >
      ${journey.title}
    </p>
    <p class="standing">
      <b class="status" part="status" data-state=${journey.state}>${journey.status}</b>
      ${journey.overdue ? html`<b class="badge">${words.overdue}</b>` : nothing}
      <span class="soft"
        >${words.factNames.number} <span class="number">${journey.number}</span></span
      >
    </p>
    ${journey.explained && !journey.todo ? html`<p class="explained">${journey.explained}</p>` : nothing}
    ${renderNews(state.news, state.stale, words)}
    ${journey.todo ? renderTodo(journey.todo, frame, state) : nothing}
    ${renderOverview(journey, frame)}
    <div class="columns">
      <div class="phases">
        ${journey.isOver ? nothing : clock}
        ${journey.phases.map((phase) => renderPhase(phase, frame, state))}
      </div>
      <div class="beside">
        ${journey.isOver ? clock : nothing}
        ${renderPart('facts', words.facts, level + 1, renderFacts(journey.facts))}
      </div>
    </div>
    <p class="soft page-foot">
      ${journey.updatedAt === undefined ? nothing : html`<span>${words.updatedAt(formatInstant(journey.updatedAt))}</span>`}
      ${journey.asOf === undefined ? nothing : html`<span>${words.asOf(formatInstant(journey.asOf))}</span>`}
    </p>
  </article>`;
}

function renderTodo(todo: Todo, frame: Frame, { today }: PageState): TemplateResult {
  const { words } = frame;
  const { title, by, place, materials, text, note, link } = todo;
  return renderPart(
    'todo',
    words.todo,
    frame.headingLevel + 1,
    html`<p class="todo-what">${title}</p>
      ${
        by === undefined
          ? nothing
          : html`<p class="todo-by">
              ${unbroken(words.by(by, words.weekdays[weekdayOf(by) - 1] ?? '', words.daysTo(daysBetween(today, by))))}
            </p>`
      }
      ${
        place === undefined
          ? nothing
          : html`<p class="todo-place">
              <span class="soft">${words.pickUpPlace}</span> <b lang="zh-CN">${place}</b>
            </p>`
      }
      ${
        materials && materials.length > 0
          ? html`<p class="todo-count">${words.materials(materials.length)}</p>
              <ol class="materials" lang="zh-CN">
                ${materials.map((material) => html`<li>${material}</li>`)}
              </ol>`
          : nothing
      }
      ${
        text
          ? html`<p class="soft">${words.officeSays}</p>
              <blockquote class="told" lang="zh-CN">${text}</blockquote>`
          : nothing
      }
      ${note === undefined ? nothing : html`<p class="soft">${note}</p>`} ${link ?? nothing}`,
    'urgent',
  );
}

/** The three phases at a glance. */
function renderOverview({ phases }: Journey, { words }: Frame): TemplateResult {
  return html`<ol class="overview" part="overview" aria-label=${words.overview}>
    ${phases.map(
      ({ name, standing }) =>
        html`<li
          class="overview-phase"
          data-standing=${standing}
          aria-current=${standing === 'current' ? 'step' : nothing}
        >
          <span class="overview-mark" aria-hidden="true">${marks[standing]}</span>
          <span class="overview-words">
            <b class="overview-name">${words.phases[name]}</b>
            <span class="overview-part">${words.phaseParts[name]}</span>
            <span class="overview-standing">${words.standings[standing]}</span>
          </span>
        </li>`,
    )}
  </ol>`;
}

/** What is over is one line until it is asked for; on paper it is all there. */
function renderPhase(phase: Phase, frame: Frame, state: PageState): TemplateResult {
  const { words, headingLevel } = frame;
  const { name, standing, summary, first, stops, more } = phase;
  const title = html`${words.phases[name]}<span class="phase-part"
      >${words.phaseParts[name]}</span
    >`;
  const folds = standing === 'done' && name !== 'after' && stops.length > 0;
  const folded = folds && !state.unfolded.has(name);
  return html`<section
    class="phase"
    part="phase ${name}"
    data-standing=${standing}
    aria-labelledby="phase-${name}"
  >
    <div class="phase-head">
      <p class="phase-title" id="phase-${name}" role="heading" aria-level=${headingLevel + 1}>
        ${title}<span class="visually-hidden">${words.colon}${words.standings[standing]}</span>
      </p>
      ${
        folds
          ? html`<button
              class="link unfold no-print"
              type="button"
              aria-expanded=${String(!folded)}
              aria-controls="stops-${name}"
              @click=${() => state.toggle(name)}
            >
              ${words.unfold(words.phases[name])}
            </button>`
          : nothing
      }
    </div>
    ${summary === undefined || (folds && !folded) ? nothing : html`<p class="phase-summary soft">${unbroken(summary)}</p>`}
    <div class="phase-body ${folded ? 'folded' : ''}" id="stops-${name}">
      ${first ?? nothing}
      ${
        stops.length > 0
          ? html`<ol class="line" part="line" aria-labelledby="phase-${name}">
              ${stops.map((stop) => renderStop(stop, frame))}
            </ol>`
          : nothing
      }
      ${more === undefined ? nothing : html`<div class="phase-more">${more}</div>`}
    </div>
  </section>`;
}

function renderStop(stop: Stop, { words }: Frame): TemplateResult {
  const { name, standing, told, on, endedOn, expectedOn, dueOn, organ, text } = stop;
  const dates = on !== undefined && endedOn !== undefined && endedOn !== on;
  return html`<li
    class="stop"
    part="step"
    data-standing=${standing}
    aria-current=${standing === 'current' ? 'step' : nothing}
  >
    <span class="stop-mark" aria-hidden="true">${marks[standing]}</span>
    <p class="stop-head">
      <b class="stop-name" lang=${told ? 'zh-CN' : nothing}>${name}</b>
      <span class=${standing === 'current' ? 'badge calm' : 'visually-hidden'}
        >${words.stepStandings[standing]}</span
      >
    </p>
    <p class="stop-facts soft">
      ${
        on === undefined
          ? nothing
          : html`<time datetime=${on}>${dates ? words.span(on, endedOn) : on}</time>`
      }
      ${organ === undefined ? nothing : html`<span lang="zh-CN">${organ}</span>`}
      ${expectedOn === undefined ? nothing : html`<span>${unbroken(words.expected(expectedOn))}</span>`}
      ${dueOn === undefined ? nothing : html`<span>${unbroken(words.lastDay(dueOn))}</span>`}
    </p>
    ${text ? html`<p class="stop-text" lang="zh-CN">${text}</p>` : nothing}
  </li>`;
}

/** The clock by our own reckoning; until it can be had, what the service has reckoned. */
function renderTime(journey: Journey, frame: Frame, { clock }: PageState): unknown {
  const { words } = frame;
  const { dueOn, daysLeft } = journey.told;
  if (clock === nothing || (clock === undefined && dueOn === undefined)) return nothing;
  const simple = html`<div class="due" part="due">
    <p class="due-label">${words.dueOn}</p>
    <p class="due-date">
      ${dueOn === undefined ? words.noDue : html`<time datetime=${dueOn}>${dueOn}</time>`}
    </p>
    ${daysLeft === undefined ? nothing : html`<p class="due-left">${words.daysLeft(daysLeft)}</p>`}
  </div>`;
  return renderPart(
    'clock',
    words.clock,
    frame.headingLevel + 1,
    html`${journey.overdue ? html`<p class="overdue-text">${words.overdueText}</p>` : nothing}
    ${clock ?? simple}`,
  );
}
