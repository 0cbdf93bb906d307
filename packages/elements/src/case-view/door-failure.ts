import { isOpenInfoError } from '@open-info/sdk/errors';
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { causeOf, requestIdOf } from '../base/failure.ts';
import { formatInstant } from '../base/moment.ts';
import { noEntry, vignetteOf } from '../load-view/vignettes.ts';
import type { DoorTerms } from './door.terms.ts';

/** A try that failed, and when. */
export interface FailedTry {
  error: unknown;
  /** By the service's clock, milliseconds since 1970. */
  since: number;
}

const refusals = [401, 403, 404, 422];

const drawingFor = (error: unknown): SVGTemplateResult => {
  const status = isOpenInfoError(error) ? error.status : undefined;
  const isRefused = status === 429 || (status !== undefined && refusals.includes(status));
  return isRefused ? noEntry : vignetteOf(causeOf(error));
};

/** Why nothing could be opened: wrong key, locked, or no answer; with what to do now. */
export function renderDoorFailure(
  failed: FailedTry,
  now: number,
  words: DoorTerms,
): TemplateResult {
  const [title, text] = wordsFor(failed, now, words);
  const id = requestIdOf(failed.error);
  return html`<div class="message failure">
    ${drawingFor(failed.error)}
    <p class="message-title">${title}</p>
    <p>${text}</p>
    ${id === undefined ? nothing : html`<p class="message-id">${words.requestId(id)}</p>`}
  </div>`;
}

function wordsFor(
  { error, since }: FailedTry,
  now: number,
  words: DoorTerms,
): [title: string, text: string] {
  const answer = isOpenInfoError(error, 'http') ? error : undefined;
  const status = answer?.status;
  if (status === 429) {
    const wait = answer?.retryAfterMs;
    if (wait === undefined) return [words.lockedTitle, words.lockedText(undefined, 0)];
    const left = since + wait - now;
    if (left <= 0) return [words.lockedTitle, words.lockedOver];
    // The minute after, so that whoever waits for the time shown is not refused again.
    const until = formatInstant(new Date(since + wait + 59_999).toISOString()).slice(11);
    return [words.lockedTitle, words.lockedText(until, Math.max(1, Math.ceil(left / 60_000)))];
  }
  if (status !== undefined && refusals.includes(status)) {
    return [words.mismatchTitle, words.mismatchText];
  }
  const cause = causeOf(error);
  return [cause === 'offline' ? words.offlineTitle : words.failedTitle, words.failedText[cause]];
}
