import { html, nothing, type TemplateResult } from 'lit';
import { formatInstant } from '../../base/moment.ts';
import { causeOf, requestIdOf } from '../../base/failure.ts';
import { isOpenInfoError } from '@open-info/sdk/errors';
import { unplugged, vignetteOf } from '../../load-view/vignettes.ts';
import { steps, type Step } from '../entry.ts';
import type { FirstTerms } from '../request-form.terms.ts';
import type { Writing } from '../writing.ts';

/** Where a person is: in words for everybody, as a row of steps for the eye. */
export function renderStepHeading(
  words: FirstTerms,
  step: Step,
  level: number,
  title: string,
): TemplateResult {
  const at = steps.indexOf(step);
  return html`<ol class="stepper" aria-hidden="true">
      ${steps.map(
        (each, index) =>
          html`<li
            class="stepper-step"
            data-state=${['done', 'here', 'ahead'][Math.sign(index - at) + 1] ?? ''}
          >
            ${words.steps[each]}
          </li>`,
      )}
    </ol>
    <div id="step-heading" class="step-heading" role="heading" aria-level=${level} tabindex="-1">
      <span class="progress">${words.progress(at + 1, steps.length)}</span
      ><span class="visually-hidden">：</span><span class="step-title">${title}</span>
    </div>`;
}

/** One thing to put right, in words. */
export interface SaidFault {
  field: string;
  text: string;
}

/** Everything wrong with a step, each with the way to its field. */
export function renderFaults(
  words: FirstTerms,
  faults: readonly SaidFault[],
  goTo: (field: string) => void,
): unknown {
  if (faults.length === 0) return nothing;
  return html`<div class="fault-summary" id="fault-summary" role="alert" tabindex="-1">
    <p class="message-title">${words.faultsTitle(faults.length)}</p>
    <ul>
      ${faults.map(
        ({ field, text }) =>
          html`<li>
            <button class="link" type="button" @click=${() => goTo(field)}>${text}</button>
          </li>`,
      )}
    </ul>
  </div>`;
}

/**
 * A failure no field is to blame for, with what to do about it.
 *
 * @param quotes whether the service's own words are in the language on show
 */
export function renderFailure(words: FirstTerms, error: unknown, quotes: boolean): TemplateResult {
  const id = requestIdOf(error);
  return html`<div class="message" id="failure" role="alert" tabindex="-1">
    ${vignetteOf(causeOf(error))}
    <p class="message-title">${words.failedTitle}</p>
    <p>${sayFailure(words, error, quotes)}</p>
    <p>${words.kept}</p>
    ${id ? html`<p class="message-id">${words.requestId(id)}</p>` : nothing}
  </div>`;
}

function sayFailure(words: FirstTerms, error: unknown, quotes: boolean): unknown {
  const { problem } = isOpenInfoError(error) ? error : {};
  if (problem?.code === 'key-reused') return words.keyReused;
  if (problem?.code === 'challenge-required') return words.challengeFailed;
  const said = words.failedText[causeOf(error)];
  if (!problem?.article) return said;
  // A refusal by law says more than we could.
  return html`${quotes ? (problem.detail ?? problem.title) : said}
    <span lang="zh-CN">${problem.article}</span>`;
}

/** A draft came back: from when it is, and what could not be kept. */
export function renderRestored(words: FirstTerms, writing: Writing): unknown {
  const { restored } = writing;
  if (!restored) return nothing;
  return html`<div class="notice" role="status">
    <p>
      ${words.restored(formatInstant(restored.savedAt))}
      ${restored.numbersLost ? words.restoredNumbers : nothing}
      ${restored.filesLost ? words.restoredFiles : nothing}
    </p>
  </div>`;
}

/** What is kept on this device, and the way to take it away. */
export function renderSaved(
  words: FirstTerms,
  writing: Writing,
  clearing: { asked: boolean; ask: (asked: boolean) => void; clear: () => void },
): unknown {
  if (writing.isBlank) return nothing;
  return html`<div class="saved">
    ${
      writing.savedAt === undefined
        ? nothing
        : html`<p>${words.saved(formatInstant(writing.savedAt).slice(11))}</p>`
    }
    ${
      clearing.asked
        ? html`<p class="actions">
            <span id="clear-sure">${words.clearSure}</span>
            <button
              class="button"
              type="button"
              id="clear-yes"
              aria-describedby="clear-sure"
              @click=${clearing.clear}
            >
              ${words.clear}
            </button>
            <button class="button" type="button" @click=${() => clearing.ask(false)}>
              ${words.clearNo}
            </button>
          </p>`
        : html`<button class="link" type="button" id="clear" @click=${() => clearing.ask(true)}>
            ${words.clear}
          </button>`
    }
  </div>`;
}

/** No service is named anywhere: the visitor is told, the page's author reads the console. */
export function renderUnconnected(words: FirstTerms): TemplateResult {
  return html`<div class="message">
      ${unplugged}
      <p>${words.noService}</p>
    </div>
    <slot></slot>`;
}
