import type { CaseBoard } from '@open-info/contract/cases';
import { getCaseBoard } from '@open-info/sdk/cases';
import type { Client } from '@open-info/sdk/client';
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { formatInstant } from '../../base/moment.ts';
import type { ServiceTime } from '../../clock-view/service-time.ts';
import { latestValue, LoadController } from '../../controllers/load.ts';
import type { Language } from '../../controllers/terms.ts';
import {
  countsOf,
  renderBoardTable,
  renderCounts,
  renderHallHead,
  renderTurner,
  type HallFrame,
} from '../../hall-view/hall-parts.ts';
import { Turning } from '../../hall-view/turning.ts';
import { renderFailure, renderSkeleton } from '../../load-view/load-view.ts';
import { loadViewTerms } from '../../load-view/load-view.terms.ts';
import { en as loadViewEnglish } from '../../load-view/load-view.terms.en.ts';
import { hallTerms, type HallTerms } from './hall.terms.ts';

export { loadView } from '../../load-view/load-view.styles.ts';
export { hallView } from '../../hall-view/hall-view.styles.ts';
export { hallStyles } from './hall.styles.ts';

export interface BoardOptions {
  client: () => Client | undefined;
  time: ServiceTime;
  /** Id of the organ whose cases are shown; all when absent. */
  organ: () => string | undefined;
  /** How long a page is shown, seconds. */
  pageSeconds: () => number;
  /** The mode is `kiosk`. */
  isKiosk: () => boolean;
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
  private readonly turning: Turning;
  private asked: string | undefined;
  private sinceRead = 0;
  private rows = 10;

  constructor(host: LitElement, options: BoardOptions) {
    this.host = host;
    this.options = options;
    this.load = new LoadController(host);
    this.turning = new Turning(host, {
      pages: () => this.pages,
      seconds: options.pageSeconds,
      isKiosk: options.isKiosk,
      beat: () => this.beat(),
    });
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('resize', this.measure);
  }

  hostDisconnected(): void {
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
    const { language } = frame;
    const parts = { words, language, time: this.options.time };
    return html`<section class="hall" part="hall" aria-labelledby="hall-title">
      ${renderHallHead(parts, frame.heading ?? words.heading, frame.headingLevel)}
      ${board ? this.renderBoard(board, words, parts) : this.renderWithout(frame)}
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

  private beat(): void {
    this.sinceRead += 1;
    if (this.sinceRead >= readSeconds && this.load.current.state !== 'loading') this.read();
  }

  private get pages(): number {
    const { length = 0 } = latestValue(this.load.current)?.items ?? {};
    return Math.max(1, Math.ceil(length / this.rows));
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
    this.turning.page = 0;
    this.host.requestUpdate();
  };

  private renderWithout({ language }: BoardFrame): TemplateResult {
    const words = language === 'en' ? loadViewEnglish : loadViewTerms;
    const { current } = this.load;
    if (current.state === 'failed') {
      return renderFailure(current.error, words, () => this.read());
    }
    return renderSkeleton(current, words, 4);
  }

  private renderBoard(board: CaseBoard, words: HallTerms, parts: HallFrame): TemplateResult {
    const { pages } = this;
    const page = Math.min(this.turning.page, pages - 1);
    const rows = board.items.slice(page * this.rows, (page + 1) * this.rows);
    const place = html`<p class="hall-page">${words.page(page + 1, pages)}</p>`;
    return html`${renderCounts(countsOf(board, words))}
      ${
        rows.length === 0
          ? html`<p class="hall-empty">${words.empty}</p>`
          : renderBoardTable(parts, rows, page)
      }
      <div class="hall-foot">
        ${pages > 1 ? renderTurner(parts, this.turning, place) : nothing}
        <p class="hall-origin">
          <span>${words.privacy}</span>
          <span>${words.updatedAt(formatInstant(board.updatedAt))}</span>
          <b role="status" class="hall-stale"
            >${this.load.current.state === 'failed' ? words.stale : nothing}</b
          >
        </p>
      </div>`;
  }
}
