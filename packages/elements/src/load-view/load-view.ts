import { html, nothing, type TemplateResult } from 'lit';
import { causeOf, requestIdOf } from '../base/failure.ts';
import type { Load } from '../controllers/load.ts';
import type { LoadViewTerms } from './load-view.terms.ts';
import { unplugged, vignetteOf } from './vignettes.ts';

/**
 * What failed, in plain words, with the way on.
 *
 * @param kept something read before is still on show
 */
export function renderFailure(
  error: unknown,
  words: LoadViewTerms,
  retry: () => void,
  kept = false,
): TemplateResult {
  const cause = causeOf(error);
  const id = requestIdOf(error);
  const titles: Partial<Record<typeof cause, string>> = {
    offline: words.offlineTitle,
    gone: words.goneTitle,
  };
  return html`<div class="message" role="alert" data-cause=${cause}>
    ${vignetteOf(cause)}
    <p class="message-title">${titles[cause] ?? words.failedTitle}</p>
    <p>${words.failedText[cause]}${kept ? ` ${words.kept}` : nothing}</p>
    <p><button class="button" type="button" @click=${retry}>${words.retry}</button></p>
    ${id ? html`<p class="message-id">${words.requestId(id)}</p>` : nothing}
  </div>`;
}

/** No service is named anywhere: the visitor is told, the page's author reads the console. */
export function renderUnconnected(words: LoadViewTerms): TemplateResult {
  return html`<div class="message">
    ${unplugged}
    <p class="message-title">${words.noServiceTitle}</p>
    <p>${words.noServiceText}</p>
  </div>`;
}

/** The place of what is still being read; still at first, gently moving once it is slow. */
export function renderSkeleton(
  load: Load<unknown>,
  words: LoadViewTerms,
  rows: number,
): TemplateResult {
  const slow = load.state === 'loading' && load.slow;
  return html`<p class="visually-hidden" role="status">${slow ? words.loading : ''}</p>
    <div class="skeleton" aria-hidden="true" ?data-slow=${slow}>
      ${Array.from({ length: rows }, () => html`<div class="bone"></div>`)}
    </div>`;
}
