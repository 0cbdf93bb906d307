import type { Client } from '@open-info/sdk/client';
import {
  claimHandoff,
  handoffFragment,
  readHandoffFragment,
  sendHandoff,
} from '@open-info/sdk/handoffs';
import { html, nothing, type TemplateResult } from 'lit';
import { formatInstant } from '../../base/moment.ts';
import { renderQr } from '../../base/qr.ts';
import type { Load } from '../../controllers/load.ts';
import { readWritten, type Written } from '../writing.ts';
import type { HallTerms } from './hall.terms.ts';

/** 扫码续填: how a half-filled form is shown to be taken along. */
export interface HandOff {
  address: string;
  expiresAt: string;
}

/** Seals the form and leaves it with the service; only who scans the address can open it. */
export async function leaveHandOff(
  client: Client,
  written: Written,
  page: string,
  signal: AbortSignal,
): Promise<HandOff> {
  const sent = await sendHandoff(client, written, { signal });
  const address = `${page.split('#')[0] ?? ''}#${handoffFragment(sent)}`;
  return { address, expiresAt: sent.expiresAt };
}

/** Takes the form a hall screen has left, once. */
export async function takeHandOff(client: Client, fragment: string): Promise<Written> {
  const { id = '', key = '' } = readHandoffFragment(fragment) ?? {};
  return readWritten((await claimHandoff(client, id, key)) as Partial<Written>);
}

export interface HallMoves {
  state: Load<unknown>['state'];
  leave: () => void;
  wipe: () => void;
}

/** What a hall screen offers beside the next step: to go on with a phone, and to leave nothing behind. */
export function renderHallMoves(
  words: HallTerms,
  { state, leave, wipe }: HallMoves,
): TemplateResult {
  return html`<div class="hall-moves">
    <button class="button" type="button" @click=${leave}>
      ${state === 'loading' ? words.handoffLoading : words.handoff}
    </button>
    <button class="button" type="button" @click=${wipe}>${words.wipe}</button>
    ${
      state === 'failed'
        ? html`<p class="field-fault" role="alert">${words.handoffFailed}</p>`
        : nothing
    }
  </div>`;
}

export function renderLeave(words: HallTerms, wipe: () => void): TemplateResult {
  return html`<button class="button primary" type="button" @click=${wipe}>${words.wipe}</button>`;
}

export function renderHandOff(
  words: HallTerms,
  { address, expiresAt }: HandOff,
  { wipe, back }: { wipe: () => void; back: () => void },
): TemplateResult {
  return html`<div class="hand-off">
    <p class="section-title" id="hand-off-title" tabindex="-1">${words.handoffTitle}</p>
    <div class="hand-off-code">${renderQr(address, words.handoffQr)}</div>
    <p>${words.handoffText(formatInstant(expiresAt).slice(11))}</p>
    <p class="actions">
      <button class="button primary" type="button" @click=${wipe}>${words.handoffDone}</button>
      <button class="button" type="button" @click=${back}>${words.handoffBack}</button>
    </p>
  </div>`;
}

/** What becomes of a form that was scanned from a hall screen. */
export function renderArrival(words: HallTerms, state: Load<unknown>['state']): unknown {
  if (state === 'idle') return nothing;
  if (state === 'failed') return html`<p class="notice" role="alert">${words.arrivalFailed}</p>`;
  return html`<p class="notice" role="status">
    ${state === 'loading' ? words.arriving : words.arrived}
  </p>`;
}

/** Nobody has touched the hall screen for a while. */
export function renderIdle(words: HallTerms, left: number): TemplateResult {
  return html`<div
    class="idle"
    role="alertdialog"
    aria-labelledby="idle-title"
    aria-describedby="idle-text"
  >
    <div class="idle-box">
      <p class="idle-title" id="idle-title">${words.idleTitle}</p>
      <p class="idle-left" aria-hidden="true">${left}</p>
      <p id="idle-text">${words.idleText(left)}</p>
      <button class="button primary" type="button" id="idle-stay">${words.idleStay}</button>
    </div>
  </div>`;
}
