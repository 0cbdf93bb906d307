import { html, nothing, type TemplateResult } from 'lit';
import { causeOf, requestIdOf } from '../../base/failure.ts';
import { vignetteOf } from '../../load-view/vignettes.ts';
import type { FirstTerms } from '../follow.terms.ts';

/** Why something could not be done, and what is not lost by it. */
export function renderFailure(
  error: unknown,
  words: FirstTerms,
  more: { text?: string; retry?: () => void } = {},
): TemplateResult {
  const cause = causeOf(error);
  const id = requestIdOf(error);
  return html`<div class="message failure" role="alert">
    ${vignetteOf(cause)}
    <p class="message-title">${cause === 'offline' ? words.offlineTitle : words.failedTitle}</p>
    <p>${words.failedText[cause]}</p>
    ${more.text === undefined ? nothing : html`<p>${more.text}</p>`}
    ${
      more.retry
        ? html`<p class="actions">
            <button class="button" type="button" @click=${more.retry}>${words.retry}</button>
          </p>`
        : nothing
    }
    ${id === undefined ? nothing : html`<p class="message-id">${words.requestId(id)}</p>`}
  </div>`;
}
