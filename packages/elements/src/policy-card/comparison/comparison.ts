import { textOfBlocks } from '@open-info/contract/blocks';
import type { DocumentRef, PolicyDocument } from '@open-info/contract/documents';
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Language } from '../../controllers/terms.ts';
import type { PolicyCardTerms } from '../policy-card.terms.ts';
import { compareTexts, type ComparedRow } from './compare.ts';
import { addedIn, removedIn } from './marks.ts';

export { markedChange } from './marks.ts';

/** Unchanged sentences are folded away from this many on. */
const foldedFrom = 3;

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
    this.pieces = [...this.pieces, rows];
    this.host.requestUpdate();
  }

  render(document: PolicyDocument, frame: Frame): unknown {
    const { words } = frame;
    if (document.body.length === 0) return nothing;
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
        ${open && this.pieces.length > 0 ? this.renderRows(frame) : nothing}
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

  private renderRows(frame: Frame): unknown {
    const { words, wide } = frame;
    const drawn = this.pieces.map((rows) =>
      guard([rows, words, wide], () => this.renderPiece(rows, frame)),
    );
    const legend = html`<p class="small soft legend">${words.legend}</p>`;
    if (!wide)
      return html`${legend}
        <div class="compared stacked" lang="zh-CN">${drawn}</div>`;
    return html`${legend}
      <table class="compared" lang="zh-CN">
        <thead lang=${frame.language}>
          <tr>
            <th scope="col">${words.before}</th>
            <th scope="col">${words.after}</th>
          </tr>
        </thead>
        ${drawn}
      </table>`;
  }

  private renderPiece(rows: readonly ComparedRow[], frame: Frame): unknown {
    const { wide } = frame;
    const drawn = rows.map((row) => (wide ? renderWide(row, frame) : renderStacked(row, frame)));
    return wide
      ? html`<tbody>
          ${drawn}
        </tbody>`
      : drawn;
  }
}

function renderWide(row: ComparedRow, { words }: Frame): unknown {
  if ('same' in row) {
    if (row.same.length >= foldedFrom) {
      return html`<tr>
        <td class="same" colspan="2">${renderFolded(row.same, words)}</td>
      </tr>`;
    }
    return row.same.map(
      (text) =>
        html`<tr>
          <td>${text}</td>
          <td>${text}</td>
        </tr>`,
    );
  }
  const { before, after } = row;
  return html`<tr>
    <td class="before">
      ${before.length > 0 ? removedIn(before, words) : html`<span class="soft small">${words.onlyAfter}</span>`}
    </td>
    <td class="after">
      ${after.length > 0 ? addedIn(after, words) : html`<span class="soft small">${words.onlyBefore}</span>`}
    </td>
  </tr>`;
}

function renderStacked(row: ComparedRow, { words }: Frame): unknown {
  if ('same' in row) {
    if (row.same.length >= foldedFrom)
      return html`<div class="same">${renderFolded(row.same, words)}</div>`;
    return html`<p class="kept">${row.same.join('')}</p>`;
  }
  const { before, after } = row;
  return html`<dl class="pair">
    <dt>${words.before}</dt>
    <dd class="before">
      ${before.length > 0 ? removedIn(before, words) : html`<span class="soft small">${words.onlyAfter}</span>`}
    </dd>
    <dt>${words.after}</dt>
    <dd class="after">
      ${after.length > 0 ? addedIn(after, words) : html`<span class="soft small">${words.onlyBefore}</span>`}
    </dd>
  </dl>`;
}

function renderFolded(same: readonly string[], words: PolicyCardTerms): unknown {
  return html`<details>
    <summary class="soft">${words.same(same.length)}</summary>
    ${same.map((text) => html`<p>${text}</p>`)}
  </details>`;
}
