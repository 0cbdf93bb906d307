import { textOfBlocks } from '@open-info/contract/blocks';
import type { DocumentRef, PolicyDocument } from '@open-info/contract/documents';
import { html, nothing, render, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Language } from '../../controllers/terms.ts';
import type { PolicyCardTerms } from '../policy-card.terms.ts';
import { compareTexts, type ComparedRow } from './compare.ts';
import type { ComparedPassage } from './passage.ts';
import { addedIn, removedIn } from './marks.ts';

export { markedChange } from './marks.ts';

/** Unchanged sentences are folded away from this many on. */
const foldedFrom = 3;
/** Pieces drawn at once, some 1,500 rows: what comes after is drawn when a person asks for it. */
const drawnAtOnce = 60;

interface Frame {
  words: PolicyCardTerms;
  language: Language;
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
  private most = drawnAtOnce;

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
    this.running?.abort();
    this.older = undefined;
    this.pieces = [];
    this.most = drawnAtOnce;
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
    if (this.pieces.length <= this.most) this.draw();
  }

  render(document: PolicyDocument, frame: Frame): unknown {
    const { words } = frame;
    if (document.body.length === 0) return nothing;
    this.frame = frame;
    this.draw();
    return document.predecessors.map((older) => {
      const open = this.older?.id === older.id;
      const press = (): void => (open ? this.close() : void this.open(document, older));
      return html`<div class="comparison" part="comparison">
        <button
          class="button no-print"
          type="button"
          aria-expanded=${open ? 'true' : 'false'}
          @click=${press}
        >
          ${open ? words.compareStop : words.compare(words.cited(older.title))}
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

  private draw(): void {
    const { frame } = this;
    if (frame)
      render(
        this.pieces.length > 0 ? [this.renderRows(frame), this.renderMore(frame)] : nothing,
        this.place,
      );
  }

  private renderMore({ words }: Frame): unknown {
    const left = this.pieces.slice(this.most).reduce((sum, rows) => sum + rows.length, 0);
    if (left === 0) return nothing;
    const more = (): void => {
      this.most += drawnAtOnce;
      this.draw();
    };
    return html`<p class="no-print">
      <button class="button" type="button" @click=${more}>${words.moreRows(left)}</button>
    </p>`;
  }

  private renderRows(frame: Frame): unknown {
    const { words, wide, language } = frame;
    const pieces = this.pieces
      .slice(0, this.most)
      .map((rows) => guard([rows, words, wide], () => renderPiece(rows, frame)));
    const legend = html`<p class="small soft legend">${words.legend}</p>`;
    if (!wide)
      return html`${legend}
        <div class="compared stacked" lang="zh-CN">${pieces}</div>`;
    return html`${legend}
      <div class="compared" role="table" lang="zh-CN">
        <div role="rowgroup" lang=${language}>
          <div class="compared-row" role="row">
            <span class="compared-head" role="columnheader">${words.before}</span>
            <span class="compared-head" role="columnheader">${words.after}</span>
          </div>
        </div>
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

function renderWide(row: ComparedRow, { words }: Frame): unknown {
  if ('same' in row) {
    if (row.same.length >= foldedFrom) {
      return html`<div class="compared-row" role="row">
        <div class="same" role="cell" aria-colspan="2">${renderFolded(row.same, words)}</div>
      </div>`;
    }
    return row.same.map((text) => renderCells(text, text));
  }
  const [before, after] = marked(row, words);
  return renderCells(before, after);
}

function renderCells(before: unknown, after: unknown): unknown {
  return html`<div class="compared-row" role="row">
    <div class="before" role="cell">${before}</div>
    <div class="after" role="cell">${after}</div>
  </div>`;
}

function marked({ before, after }: ComparedPassage, words: PolicyCardTerms): [unknown, unknown] {
  const none = (text: string): unknown => html`<span class="soft small">${text}</span>`;
  return [
    before.length > 0 ? removedIn(before, words) : none(words.onlyAfter),
    after.length > 0 ? addedIn(after, words) : none(words.onlyBefore),
  ];
}

function renderStacked(row: ComparedRow, { words }: Frame): unknown {
  if ('same' in row) {
    return row.same.length >= foldedFrom
      ? html`<div class="same">${renderFolded(row.same, words)}</div>`
      : html`<p class="kept">${row.same.join('')}</p>`;
  }
  const [before, after] = marked(row, words);
  return html`<dl class="pair">
    <dt>${words.before}</dt>
    <dd class="before">${before}</dd>
    <dt>${words.after}</dt>
    <dd class="after">${after}</dd>
  </dl>`;
}

function renderFolded(same: readonly string[], words: PolicyCardTerms): unknown {
  return html`<details>
    <summary class="soft">${words.same(same.length)}</summary>
    ${same.map((text) => html`<p>${text}</p>`)}
  </details>`;
}
