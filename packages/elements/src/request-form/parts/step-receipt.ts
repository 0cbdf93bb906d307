import type { RequestReceipt } from '@open-info/contract/requests';
import { html, nothing, type TemplateResult } from 'lit';
import { withChinese } from '../../base/chinese.ts';
import { formatInstant } from '../../base/moment.ts';
import type { Language } from '../../controllers/terms.ts';
import type { FilingState } from '../filing.ts';
import type { RequestFormTerms } from '../request-form.terms.ts';

export interface ReceiptStep {
  words: RequestFormTerms;
  language: Language;
  filing: FilingState;
  /** Minutes left to take it back; 0 when it is too late. */
  undoMinutes: number;
  undo: () => void;
  again: () => void;
  /** Absent where the next person must not find this one's. */
  another: (() => void) | undefined;
  /** Due date, what happens next, QR code, print, file: fetched while the form was checked. */
  more: unknown;
  failure: TemplateResult | typeof nothing;
}

/** 回执. Number and code are drawn by what is loaded already: no bad line can keep them back. */
export function renderReceiptStep(step: ReceiptStep): unknown {
  const { filing } = step;
  if (filing.state === 'undone') return renderUndone(step);
  if (filing.state !== 'filed') return nothing;
  return html`<div class="receipt" part="receipt">
      <p class="step-lead">
        ${withChinese(step.words.receiptLead(filing.receipt.organ.name), step.language)}
      </p>
      ${renderKeys(step.words, filing.receipt)} ${step.more}
    </div>
    ${renderUndo(step, filing.undoing ?? false)}
    <p class="actions no-print">${renderAnother(step)}</p>`;
}

function renderKeys(words: RequestFormTerms, receipt: RequestReceipt): TemplateResult {
  return html`<div class="keys">
    <dl>
      <dt>${words.number}</dt>
      <dd class="key-value" id="receipt-number">${receipt.number}</dd>
      <dt>${words.code}</dt>
      <dd class="key-value" id="receipt-code" data-unspoken>${receipt.code}</dd>
    </dl>
    <p class="key-note">${words.codeNote}</p>
    <p class="soft facts">
      <span lang="zh-CN">${receipt.organ.name}</span
      ><span>${formatInstant(receipt.submittedAt)}</span>
    </p>
  </div>`;
}

function renderUndo({ words, undoMinutes, undo, failure }: ReceiptStep, undoing: boolean): unknown {
  if (undoMinutes <= 0) return failure;
  return html`<div class="undo no-print">
    <p>${words.undoLead}</p>
    <button class="button" type="button" aria-disabled=${undoing ? 'true' : 'false'} @click=${undo}>
      ${words.undo(undoMinutes)}
    </button>
    ${failure}
  </div>`;
}

function renderUndone(step: ReceiptStep): TemplateResult {
  const { words, again } = step;
  return html`<p class="step-lead">${words.undoneText}</p>
    <p class="actions">
      <button class="button primary" type="button" @click=${again}>${words.again}</button>
      ${renderAnother(step)}
    </p>`;
}

function renderAnother({ words, another }: ReceiptStep): unknown {
  if (!another) return nothing;
  return html`<button class="button" type="button" @click=${another}>${words.another}</button>`;
}
