import { html, type TemplateResult } from 'lit';
import type { RequestStatusTerms } from '../request-status.terms.ts';

/** Asks whether somebody is still there; any touch answers. */
export function renderIdle(
  words: RequestStatusTerms,
  secondsLeft: number,
  stay: () => void,
): TemplateResult {
  return html`<div class="idle no-print">
    <p class="message-title" role="alert">${words.idleTitle}</p>
    <p>${words.idleText(secondsLeft)}</p>
    <button class="button primary" type="button" @click=${stay}>${words.stay}</button>
  </div>`;
}
