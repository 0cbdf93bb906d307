import { textOfBlocks } from '@open-info/contract/blocks';
import type { DocumentRef, PolicyDocument } from '@open-info/contract/documents';
import { html, nothing, render, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { withChinese } from '../../base/chinese.ts';
import type { PolicyCardTerms } from '../policy-card.terms.ts';
import { compareTexts, rest, slice, type ComparedRow } from './compare.ts';
import type { ComparedPassage } from './passage.ts';
import { addedIn, removedIn, type Told } from './marks.ts';

export { markedChange } from './marks.ts';

/** Unchanged sentences are folded away from this many on. */
const foldedFrom = 3;
/** Pieces shown at first, some 1,500 rows: what comes after is shown when a person asks for it. */
const shownAtOnce = 60;

interface Frame extends Told {
  wide: boolean;
}

/** 逐句对照: a document beside one it replaced, sentence by sentence, shown as it is found. */
export class Comparison implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly read: (id: string, signal: AbortSignal) => Promise<PolicyDocument>;
  private running: AbortController | undefined;
  private older: DocumentRef | undefined;
  private state: 'comparing' | 'compared' | 'failed' | 'none' = 'comparing';
  /** As handed over; a piece once shown is not drawn again. */
  private pieces: ComparedRow[][] = [];
  /** Drawn into on its own: hundreds of pieces must not draw the whole card as often. */
  private readonly place = document.createElement('div');
  private frame: Frame | undefined;
  /** What each piece on show was drawn with. */
  private drawn: Frame[] = [];
  private drawing = false;
  private most = shownAtOnce;

  constructor(
    host: ReactiveControllerHost,
    read: (id: string, signal: AbortSignal) => Promise<PolicyDocument>,
  ) {
    this.host = host;
    this.read = read;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  close(): void {
    if (!this.older) return;
    this.running?.abort();
    this.older = undefined;
    this.pieces = [];
    this.drawn = [];
    this.most = shownAtOnce;
    this.draw();
    this.host.requestUpdate();
  }

  /** Reads the older document and compares. */
  async open(document: PolicyDocument, older: DocumentRef): Promise<void> {
    this.close();
    this.running = new AbortController();
    const { signal } = this.running;
    this.older = older;
    this.state = 'comparing';
    const become = (state: Comparison['state']): void => {
      if (signal.aborted) return;
      this.state = state;
      this.host.requestUpdate();
    };
    try {
      const before = textOfBlocks((await this.read(older.id, signal)).body);
      if (before === '') {
        become('none');
        return;
      }
      await compareTexts(before, textOfBlocks(document.body), (rows) => this.show(rows), signal);
      become('compared');
    } catch {
      become('failed');
    }
  }

  private show(rows: ComparedRow[]): void {
    this.pieces.push(rows);
    void this.drawOn();
  }

  render(document: PolicyDocument, frame: Frame): unknown {
    const { words, language } = frame;
    if (document.body.length === 0) return nothing;
    const last = this.frame;
    if (last?.words !== frame.words || last.wide !== frame.wide) this.frame = frame;
    if (this.older) {
      this.draw();
      void this.drawOn();
    }
    return document.predecessors.map((older) => {
      const open = this.older?.id === older.id;
      const press = (): void => (open ? this.close() : void this.open(document, older));
      return html`<div class="comparison" part="comparison" lang=${language}>
        <button
          class="button no-print"
          type="button"
          aria-expanded=${open ? 'true' : 'false'}
          @click=${press}
        >
          ${withChinese(
            open ? words.compareStop : words.compare(words.cited(older.title)),
            language,
          )}
        </button>
        <p class="small soft" role="status">${open ? this.status(words) : ''}</p>
        ${open ? this.place : nothing}
      </div>`;
    });
  }

  private status(words: PolicyCardTerms): string {
    const differences = this.pieces.reduce(
      (sum, rows) => sum + rows.filter((row) => !('same' in row)).length,
      0,
    );
    return {
      comparing: words.comparing,
      compared: words.compared(differences),
      failed: words.compareFailed,
      none: words.compareNone,
    }[this.state];
  }

  /**
   * Draws what is wanted and not there yet, and anew what was drawn for another width or language, with
   * a rest now and then: thousands of rows in one go would hold the page up.
   */
  private async drawOn(): Promise<void> {
    if (this.drawing) return;
    this.drawing = true;
    let began = performance.now();
    for (let next = this.due(); next !== undefined; next = this.due()) {
      if (this.frame) this.drawn[next] = this.frame;
      this.draw();
      if (performance.now() - began < slice) continue;
      await rest();
      began = performance.now();
    }
    this.drawing = false;
  }

  /** The next piece to draw. */
  private due(): number | undefined {
    const { drawn, frame, pieces, most } = this;
    const stale = drawn.findIndex((each) => each !== frame);
    if (stale >= 0) return stale;
    return frame && drawn.length < Math.min(pieces.length, most) ? drawn.length : undefined;
  }

  private draw(): void {
    const { frame, place } = this;
    if (frame && this.drawn.length > 0)
      render([this.renderRows(frame), this.renderMore(frame)], place);
    else render(nothing, place);
  }

  private renderMore({ words }: Frame): unknown {
    const left = this.pieces.slice(this.most).reduce((sum, rows) => sum + rows.length, 0);
    if (left === 0) return nothing;
    const more = (): void => {
      this.most += shownAtOnce;
      void this.drawOn();
    };
    return html`<p class="no-print">
      <button class="button" type="button" @click=${more}>${words.moreRows(left)}</button>
    </p>`;
  }

  private renderRows(frame: Frame): unknown {
    const { words, wide, language } = frame;
    const pieces = this.drawn.map((drawn, place) => {
      const rows = this.pieces[place] ?? [];
      return guard([rows, drawn], () => renderPiece(rows, drawn));
    });
    // One template for both, so that turning a screen does not draw every row at once.
    return html`<p class="small soft legend">${words.legend}</p>
      <div class="compared ${wide ? '' : 'stacked'}" role=${wide ? 'table' : nothing} lang="zh-CN">
        ${
          wide
            ? html`<div role="rowgroup" lang=${language}>
                <div class="compared-row" role="row">
                  <span class="compared-head" role="columnheader">${words.before}</span>
                  <span class="compared-head" role="columnheader">${words.after}</span>
                </div>
              </div>`
            : nothing
        }
        ${pieces}
      </div>`;
  }
}

/**
 * A table by its roles: browsers lay a real one out anew as a whole with each row that is added, which
 * takes too long for thousands of sentences.
 */
function renderPiece(rows: readonly ComparedRow[], frame: Frame): unknown {
  return frame.wide
    ? html`<div class="piece" role="rowgroup">${rows.map((row) => renderWide(row, frame))}</div>`
    : html`<div class="piece">${rows.map((row) => renderStacked(row, frame))}</div>`;
}

function renderWide(row: ComparedRow, told: Told): unknown {
  if ('same' in row) {
    if (row.same.length >= foldedFrom) {
      return html`<div class="compared-row" role="row">
        <div class="same" role="cell" aria-colspan="2">${renderFolded(row.same, told)}</div>
      </div>`;
    }
    return row.same.map((text) => renderCells(text, text));
  }
  const [before, after] = marked(row, told);
  return renderCells(before, after);
}

function renderCells(before: unknown, after: unknown): unknown {
  return html`<div class="compared-row" role="row">
    <div class="before" role="cell">${before}</div>
    <div class="after" role="cell">${after}</div>
  </div>`;
}

function marked({ before, after }: ComparedPassage, told: Told): [unknown, unknown] {
  const { words, language } = told;
  const none = (text: string): unknown =>
    html`<span class="soft small" lang=${language}>${text}</span>`;
  return [
    before.length > 0 ? removedIn(before, told) : none(words.onlyAfter),
    after.length > 0 ? addedIn(after, told) : none(words.onlyBefore),
  ];
}

function renderStacked(row: ComparedRow, told: Told): unknown {
  const { words, language } = told;
  if ('same' in row) {
    return row.same.length >= foldedFrom
      ? html`<div class="same">${renderFolded(row.same, told)}</div>`
      : html`<p class="kept">${row.same.join('')}</p>`;
  }
  const [before, after] = marked(row, told);
  return html`<dl class="pair">
    <dt lang=${language}>${words.before}</dt>
    <dd class="before">${before}</dd>
    <dt lang=${language}>${words.after}</dt>
    <dd class="after">${after}</dd>
  </dl>`;
}

function renderFolded(same: readonly string[], { words, language }: Told): unknown {
  return html`<details>
    <summary class="soft" lang=${language}>${words.same(same.length)}</summary>
    ${same.map((text) => html`<p>${text}</p>`)}
  </details>`;
}
