import { weekdayOf } from '@open-info/contract/calendar-days';
import { caseStatusWords } from '@open-info/contract/case-events';
import type { BoardRow, CaseBoard } from '@open-info/contract/cases';
import { getCaseBoard } from '@open-info/sdk/cases';
import type { Client } from '@open-info/sdk/client';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { grouped } from '../../base/grouped.ts';
import * as icons from '../../base/icons.ts';
import { formatInstant } from '../../base/moment.ts';
import type { ServiceTime } from '../../clock-view/service-time.ts';
import { say } from '../../clock-view/figure.ts';
import { latestValue, LoadController } from '../../controllers/load.ts';
import type { Language } from '../../controllers/terms.ts';
import { renderFailure, renderSkeleton } from '../../load-view/load-view.ts';
import { loadViewTerms } from '../../load-view/load-view.terms.ts';
import { en as loadViewEnglish } from '../../load-view/load-view.terms.en.ts';
import { hallTerms, type HallTerms } from './hall.terms.ts';

export { loadView } from '../../load-view/load-view.styles.ts';
export { hallStyles } from './hall.styles.ts';

export interface BoardOptions {
  client: () => Client | undefined;
  time: ServiceTime;
  /** Id of the organ whose cases are shown; all when absent. */
  organ: () => string | undefined;
  /** How long a page is shown, seconds. */
  pageSeconds: () => number;
}

export interface BoardFrame {
  language: Language;
  heading: string | undefined;
  headingLevel: number;
}

/** How often the board is read again, seconds; the service mostly answers that nothing is new. */
const readSeconds = 20;
/** Most the service gives. */
const most = 50;
const fewest = 4;
/** Least height of a row, in characters: two lines of a matter, on a wide screen one. */
const rowHeights = { portrait: 2.8, landscape: 2 };

/**
 * 大厅屏: what moved last, numbers masked, with the counts of today. It turns its pages by itself until
 * somebody stops it, and keeps the last good content when the network is away.
 */
export class Board implements ReactiveController {
  private readonly host: LitElement;
  private readonly options: BoardOptions;
  private readonly load: LoadController<CaseBoard>;
  private timer: ReturnType<typeof setInterval> | undefined;
  private asked: string | undefined;
  private sinceRead = 0;
  private sinceTurn = 0;
  private page = 0;
  private rows = 10;
  private isPaused = false;

  constructor(host: LitElement, options: BoardOptions) {
    this.host = host;
    this.options = options;
    this.load = new LoadController(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(this.beat, 1000);
    window.addEventListener('resize', this.measure);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    window.removeEventListener('resize', this.measure);
  }

  hostUpdated(): void {
    this.measure();
  }

  render(frame: BoardFrame): TemplateResult {
    const words = hallTerms[frame.language];
    const organ = this.options.organ();
    if (this.asked !== (organ ?? '')) {
      this.asked = organ ?? '';
      this.read();
    }
    const { current } = this.load;
    const board = latestValue(current);
    return html`<section class="hall" part="hall" aria-labelledby="hall-title">
      ${this.renderHead(words, frame)}
      ${board ? this.renderBoard(board, words, frame.language) : this.renderWithout(frame)}
    </section>`;
  }

  private read(): void {
    const client = this.options.client();
    if (!client) {
      this.asked = undefined;
      return;
    }
    this.sinceRead = 0;
    const organ = this.options.organ();
    void this.load.run(async (signal) => {
      const { data, response } = await getCaseBoard(
        client,
        { limit: most, ...(organ !== undefined && { organ }) },
        { signal },
      ).withResponse();
      this.options.time.tell(response.headers.get('date'));
      return data;
    });
  }

  private readonly beat = (): void => {
    if (document.hidden) return;
    this.sinceRead += 1;
    this.sinceTurn += 1;
    if (this.sinceRead >= readSeconds && this.load.current.state !== 'loading') this.read();
    if (!this.isPaused && this.sinceTurn >= this.options.pageSeconds()) this.turn(1);
  };

  private turn(by: number): void {
    this.sinceTurn = 0;
    const pages = this.pagesOf(latestValue(this.load.current));
    const page = (this.page + by + pages) % pages;
    if (page === this.page) return;
    this.page = page;
    this.host.requestUpdate();
  }

  private pagesOf(board: CaseBoard | undefined): number {
    return Math.max(1, Math.ceil((board?.items.length ?? 0) / this.rows));
  }

  /** As many rows as the screen holds below the head. */
  private readonly measure = (): void => {
    const root = this.host.renderRoot;
    const hall = root.querySelector<HTMLElement>('.hall');
    const table = root.querySelector('.board tbody');
    const foot = root.querySelector('.hall-foot');
    if (!hall || !table || !foot) return;
    const { top, left } = hall.getBoundingClientRect();
    // As much room below as at the side.
    const height = Math.floor(window.innerHeight - top - window.scrollY - Math.max(0, left));
    // The rows share the whole screen.
    hall.style.minHeight = `${height}px`;
    const used = table.getBoundingClientRect().top - top + foot.getBoundingClientRect().height;
    const isWide = matchMedia('(orientation: landscape)').matches;
    const size = parseFloat(getComputedStyle(table).fontSize);
    const row = size * rowHeights[isWide ? 'landscape' : 'portrait'];
    const rows = Math.max(fewest, Math.floor((height - used) / row));
    if (rows === this.rows) return;
    this.rows = rows;
    this.page = 0;
    this.host.requestUpdate();
  };

  private renderHead(words: HallTerms, { heading, headingLevel }: BoardFrame): TemplateResult {
    const now = formatInstant(new Date(this.options.time.now).toISOString());
    const [date = '', clock = ''] = now.split(' ');
    return html`<div class="hall-head">
      <p class="hall-title" id="hall-title" role="heading" aria-level=${headingLevel}>
        ${heading ?? words.heading}
      </p>
      <p class="hall-now">
        <span class="hall-date">${date} ${words.weekdays[weekdayOf(date) - 1]}</span>
        <b class="hall-clock">${clock}</b>
      </p>
    </div>`;
  }

  private renderWithout({ language }: BoardFrame): TemplateResult {
    const words = language === 'en' ? loadViewEnglish : loadViewTerms;
    const { current } = this.load;
    if (current.state === 'failed') {
      return renderFailure(current.error, words, () => this.read());
    }
    return renderSkeleton(current, words, 4);
  }

  private renderBoard(board: CaseBoard, words: HallTerms, language: Language): TemplateResult {
    const pages = this.pagesOf(board);
    const page = Math.min(this.page, pages - 1);
    const rows = board.items.slice(page * this.rows, (page + 1) * this.rows);
    const counts: [string, number][] = [
      [words.accepted, board.today.accepted],
      [words.completed, board.today.completed],
      [words.open, board.today.open],
    ];
    return html`<dl class="counts" part="counts">
        ${counts.map(
          ([name, count]) =>
            html`<div class="count">
              <dt>${name}</dt>
              <dd>${grouped(count)}</dd>
            </div>`,
        )}
      </dl>
      ${
        rows.length === 0
          ? html`<p class="hall-empty">${words.empty}</p>`
          : this.renderTable(rows, page, words, language)
      }
      <div class="hall-foot">
        ${pages > 1 ? this.renderPager(page, pages, words) : nothing}
        <p class="hall-origin">
          <span>${words.privacy}</span>
          <span>${words.updatedAt(formatInstant(board.updatedAt))}</span>
          <b role="status" class="hall-stale"
            >${this.load.current.state === 'failed' ? words.stale : nothing}</b
          >
        </p>
      </div>`;
  }

  private renderTable(
    rows: readonly BoardRow[],
    page: number,
    words: HallTerms,
    language: Language,
  ): TemplateResult {
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
          ${rows.map((row) => this.renderRow(row, language))}
        </tbody>`,
      )}
    </table>`;
  }

  private renderRow(row: BoardRow, language: Language): TemplateResult {
    const { number, matter, status } = row;
    const known = caseStatusWords[status] ?? caseStatusWords.other;
    // eslint-disable-next-line no-restricted-properties -- the moment of a row, not Array.at
    const [date = '', clock = ''] = formatInstant(row.at).split(' ');
    return html`<tr data-state=${status}>
      <th scope="row" class="board-number">${number}</th>
      <td lang="zh-CN"><span class="board-matter">${matter}</span></td>
      <td class="board-status">${known ? say(known, language) : status}</td>
      <td class="board-time">${date === this.options.time.today ? clock : date.slice(5)}</td>
    </tr>`;
  }

  private renderPager(page: number, pages: number, words: HallTerms): TemplateResult {
    return html`<div class="hall-pager">
      <button class="button" type="button" part="pause" @click=${this.togglePause}>
        ${this.isPaused ? html`${icons.play}${words.goOn}` : html`${icons.pause}${words.pause}`}
      </button>
      ${
        this.isPaused
          ? html`<button
                class="button icon-only"
                type="button"
                aria-label=${words.previous}
                @click=${() => this.turn(-1)}
              >
                ${icons.back}</button
              ><button
                class="button icon-only"
                type="button"
                aria-label=${words.next}
                @click=${() => this.turn(1)}
              >
                ${icons.next}
              </button>`
          : nothing
      }
      <p class="hall-page">${words.page(page + 1, pages)}</p>
    </div>`;
  }

  private readonly togglePause = (): void => {
    this.isPaused = !this.isPaused;
    this.sinceTurn = 0;
    this.host.requestUpdate();
  };
}
