import type { Organ } from '@open-info/contract/organs';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.ts';
import type { FilingState } from '../filing.ts';
import type { Hall } from '../hall/hall.ts';
import type { FirstTerms } from '../request-form.terms.ts';
import type { Walk } from '../walk.ts';
import type { Writing } from '../writing.ts';
import {
  renderFailure,
  renderFaults,
  renderRestored,
  renderSaved,
  renderStepHeading,
  type SaidFault,
} from './frame.ts';
import { renderOffice } from './organ-picker.ts';
import type { FormPage } from './page.ts';
import type { FurtherSteps } from './further.ts';
import { renderSoughtStep, type SoughtStep } from './step-sought.ts';

export interface WholeForm {
  page: FormPage;
  heading: string;
  headingLevel: number;
  walk: Walk;
  /** What is wrong with the present step, in words. */
  faults: readonly SaidFault[];
  writing: Writing;
  filing: FilingState;
  organ: Organ | undefined;
  sought: SoughtStep;
  /** The code of the steps behind the first and what they show, once it is there. */
  further: { part: typeof import('./further.ts'); steps: FurtherSteps } | undefined;
  /** Where that code is. */
  late: {
    /** A person wants to go on and has to wait for it. */
    isAwaited: boolean;
    error: unknown;
    retry: () => void;
  };
  next: () => void;
  clearing: { asked: boolean; ask: (asked: boolean) => void; clear: () => void };
  /** Only where it is needed. */
  hall: Hall | undefined;
  submit: () => void;
}

/** The form with its title, its present step and what stands around it. */
export function renderForm(form: WholeForm): TemplateResult {
  const { page, walk, hall } = form;
  const { words, kind } = page;
  const isFiled = walk.step === 'receipt';
  return html`
    <div class="title" role="heading" aria-level=${form.headingLevel}>${form.heading}</div>
    ${isFiled ? nothing : html`<p class="lead">${words.lead[kind]}</p>`}
    ${page.kiosk && hall && !isFiled ? html`<p class="notice">${hall.hint}</p>` : nothing}
    ${hall?.renderArrival()}${renderRestored(words, form.writing)}
    ${
      hall?.renderHandOff() ??
      html`<form
        class="form"
        novalidate
        autocomplete=${page.kiosk ? 'off' : 'on'}
        @submit=${(event: Event) => onSubmit(form, event)}
      >
        ${renderStepHeading(words, walk.step, form.headingLevel + 1, titleOf(form))}
        ${renderFaults(words, form.faults, (field) => void walk.focusOn(field))}
        ${renderHoneypot(words)} ${renderStep(form)} ${isFiled ? nothing : renderMoves(form)}
      </form>`
    }
    ${renderFoot(form, isFiled)}
  `;
}

function titleOf({ page: { words }, walk, filing }: WholeForm): string {
  if (walk.step !== 'receipt') return words.steps[walk.step];
  return filing.state === 'undone' ? words.undone : words.receiptTitle;
}

function onSubmit({ walk, next, submit }: WholeForm, event: Event): void {
  event.preventDefault();
  if (walk.step === 'check') submit();
  else if (walk.step !== 'receipt') next();
}

/** A step; or, as long as its code is on the way, that it is, or why it could not be fetched. */
function renderStep(form: WholeForm): unknown {
  const { page, walk, further, late } = form;
  const { step } = walk;
  if (step === 'sought') {
    const isAwaited = late.isAwaited && late.error !== undefined;
    return html`${renderSoughtStep(page, form.sought)} ${isAwaited ? renderLate(form) : nothing}`;
  }
  return further ? further.part.renderFurtherStep(step, further.steps) : renderLate(form);
}

function renderLate({ page: { words }, late }: WholeForm): TemplateResult {
  if (late.error === undefined) return html`<p class="soft" role="status">${words.loading}</p>`;
  return html`${renderFailure(words, late.error, false)}
    <p class="actions">
      <button class="button" type="button" @click=${late.retry}>${words.retry}</button>
    </p>`;
}

/** A field for programs that fill in whatever they find; kept from people by sight, keyboard and reader. */
function renderHoneypot(words: FirstTerms): TemplateResult {
  return html`<div class="website" aria-hidden="true">
    <label for="website">${words.website}</label>
    <input id="website" name="website" type="text" tabindex="-1" autocomplete="off" />
  </div>`;
}

function renderMoves({ page, walk, filing, hall, late }: WholeForm): TemplateResult {
  const { words, kiosk } = page;
  const isLast = walk.step === 'check';
  const isBusy = ['sending', 'verifying', 'waiting'].includes(filing.state);
  const isWaiting = late.isAwaited && late.error === undefined;
  return html`<div class="moves">
    ${
      walk.step === 'sought'
        ? nothing
        : html`<button class="button" type="button" ?disabled=${isBusy} @click=${() => walk.back()}>
            ${icons.back}${words.back}
          </button>`
    }
    <button
      class="button primary"
      type="submit"
      aria-disabled=${isBusy || isWaiting ? 'true' : 'false'}
    >
      ${isWaiting ? words.loading : isLast ? words.submit : words.next}
    </button>
    ${kiosk ? hall?.renderMoves() : nothing}
  </div>`;
}

function renderFoot(form: WholeForm, isFiled: boolean): TemplateResult {
  const { page, writing, clearing, organ, hall } = form;
  const { words, kiosk } = page;
  return html`<div class="foot no-print">
    ${kiosk || isFiled ? nothing : renderSaved(words, writing, clearing)}
    ${kiosk && isFiled ? hall?.renderLeave() : nothing} ${isFiled ? nothing : renderOffice(organ)}
  </div>`;
}
