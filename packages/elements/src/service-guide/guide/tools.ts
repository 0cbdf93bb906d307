import { html, nothing, type TemplateResult } from 'lit';
import { folded } from '../../base/folded.ts';
import * as icons from '../../base/icons.ts';
import { renderReading } from '../../base/reading.ts';
import type { GuideFrame } from './guide-frame.ts';

export interface Tools {
  sharing: boolean;
  /** Where the QR code leads. */
  address: string;
  /** What came of the last one, in words. */
  said: string | undefined;
  print: () => void;
  share: () => void;
  copy: () => void;
}

/** The ways to take the list home; their code comes when one is used, or a moment after the guide. */
export function renderTools(frame: GuideFrame, tools: Tools): TemplateResult {
  const { words, kiosk, qr } = frame;
  const { sharing, address, said } = tools;
  return html`<div class="tools no-print" part="tools">
      ${renderReading({ ...frame, selector: '.guide' })}
      <button class="button" type="button" @click=${tools.print}>
        ${icons.print}${words.print}
      </button>
      ${folded(words.otherTools, renderOthers(frame, tools))}
    </div>
    <p class="tool-status no-print" role="status">${said ?? ''}</p>
    ${
      sharing
        ? html`<div class="share no-print" part="share">
            <div class="qr-place">${qr(address, words.scan)}</div>
            <div>
              <p>${words.scan}</p>
              ${kiosk ? nothing : html`<p class="small soft address">${address}</p>`}
            </div>
          </div>`
        : nothing
    }`;
}

function renderOthers(
  { words, kiosk }: GuideFrame,
  { sharing, share, copy }: Tools,
): TemplateResult {
  return html`<button
      class="button"
      type="button"
      aria-expanded=${sharing ? 'true' : 'false'}
      @click=${share}
    >
      ${icons.qr}${sharing ? words.shareClose : words.share}
    </button>
    ${
      kiosk
        ? nothing
        : html`<button class="button" type="button" @click=${copy}>
            ${icons.copy}${words.copy}
          </button>`
    }`;
}
