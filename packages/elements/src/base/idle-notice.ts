import { css, html, type TemplateResult } from 'lit';

export interface IdleTerms {
  idleTitle: string;
  idleText: (seconds: number) => string;
  stay: string;
}

export const idleNotice = css`
  .idle {
    position: fixed;
    z-index: 9;
    right: 0;
    bottom: 0;
    left: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.5em 1.5em;
    padding: 1.25em;
    border-top: 4px solid var(--_accent);
    background: var(--_surface);
    box-shadow: 0 -10px 30px rgba(16, 32, 56, 0.2);
  }
`;

/** Asks whether somebody is still there; any touch answers. */
export function renderIdle(
  words: IdleTerms,
  secondsLeft: number,
  stay: () => void,
): TemplateResult {
  return html`<div class="idle no-print">
    <p class="message-title" role="alert">${words.idleTitle}</p>
    <p>${words.idleText(secondsLeft)}</p>
    <button class="button primary" type="button" @click=${stay}>${words.stay}</button>
  </div>`;
}
