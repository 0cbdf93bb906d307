import { isOpenInfoError } from '@open-info/sdk/errors';
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { causeOf, requestIdOf } from '../../base/failure.ts';
import { noEntry, vignetteOf } from '../../load-view/vignettes.ts';
import type { DoorTerms } from '../request-status.terms.ts';

const refusals = [401, 403, 404, 422];

const drawingFor = (error: unknown): SVGTemplateResult => {
  const status = isOpenInfoError(error) ? error.status : undefined;
  const isRefused = status === 429 || (status !== undefined && refusals.includes(status));
  return isRefused ? noEntry : vignetteOf(causeOf(error));
};

/** Why a request could not be opened: wrong key, locked, or no answer; with what to do now. */
export function renderDoorFailure(error: unknown, words: DoorTerms): TemplateResult {
  const [title, text] = wordsFor(error, words);
  const id = requestIdOf(error);
  return html`<div class="message failure">
    ${drawingFor(error)}
    <p class="message-title">${title}</p>
    <p>${text}</p>
    ${id === undefined ? nothing : html`<p class="message-id">${words.requestId(id)}</p>`}
  </div>`;
}

function wordsFor(error: unknown, words: DoorTerms): [title: string, text: string] {
  const status = isOpenInfoError(error) ? error.status : undefined;
  if (status === 429) return [words.lockedTitle, words.lockedText(minutesOf(error))];
  if (status !== undefined && refusals.includes(status)) {
    return [words.mismatchTitle, words.mismatchText];
  }
  const cause = causeOf(error);
  return [cause === 'offline' ? words.offlineTitle : words.failedTitle, words.failedText[cause]];
}

/** When to try again, where the service says so. */
function minutesOf(error: unknown): number | undefined {
  const wait = isOpenInfoError(error, 'http') ? error.retryAfterMs : undefined;
  return wait === undefined ? undefined : Math.max(1, Math.ceil(wait / 60_000));
}
