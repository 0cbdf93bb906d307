import type { Organ } from '@open-info/contract/organs';
import { html, nothing, type TemplateResult } from 'lit';
import * as icons from '../../base/icons.ts';
import type { Step } from '../entry.ts';
import type { FilingState } from '../filing.ts';
import type { Hall } from '../hall/hall.ts';
import type { RequestFormTerms } from '../request-form.terms.ts';
import type { Walk } from '../walk.ts';
import type { Writing } from '../writing.ts';
import {
  renderFailure,
  renderFaults,
  renderRestored,
  renderSaved,
  renderStepHeading,
} from './frame.ts';
import { renderOffice } from './organ-picker.ts';
import type { FormPage } from './page.ts';
import { renderApplicantStep, type ApplicantStep } from './step-applicant.ts';
import { renderCheckStep, type CheckStep } from './step-check.ts';
import { renderDeliveryStep } from './step-delivery.ts';
import { renderReceiptStep, type ReceiptStep } from './step-receipt.ts';
import { renderSoughtStep, type SoughtStep } from './step-sought.ts';

export interface WholeForm {
  page: FormPage;
  heading: string;
  headingLevel: number;
  walk: Walk;
  writing: Writing;
  filing: FilingState;
  organ: Organ | undefined;
  sought: SoughtStep;
  applicant: ApplicantStep;
  check: Omit<CheckStep, 'filing'>;
  receipt: Omit<ReceiptStep, 'words' | 'filing' | 'failure'>;
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
        ${renderFaults(words, walk.faults, (field) => void walk.focusOn(field))}
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

function onSubmit({ walk, submit }: WholeForm, event: Event): void {
  event.preventDefault();
  if (walk.step === 'check') submit();
  else if (walk.step !== 'receipt') walk.next();
}

const drawn: Record<Step, (form: WholeForm) => unknown> = {
  sought: ({ page, sought }) => renderSoughtStep(page, sought),
  applicant: ({ page, applicant }) => renderApplicantStep(page, applicant),
  delivery: ({ page }) => renderDeliveryStep(page),
  check: ({ page, check, filing }) => html`
    ${renderCheckStep(page, { ...check, filing })}
    ${filing.state === 'failed' ? renderFailure(page.words, filing.error) : nothing}
  `,
  receipt: ({ page: { words }, receipt, filing }) =>
    renderReceiptStep({
      ...receipt,
      words,
      filing,
      failure:
        filing.state === 'filed' && filing.error !== undefined
          ? renderFailure(words, filing.error)
          : nothing,
    }),
};

function renderStep(form: WholeForm): unknown {
  return drawn[form.walk.step](form);
}

/** A field for programs that fill in whatever they find; kept from people by sight, keyboard and reader. */
function renderHoneypot(words: RequestFormTerms): TemplateResult {
  return html`<div class="website" aria-hidden="true">
    <label for="website">${words.website}</label>
    <input id="website" name="website" type="text" tabindex="-1" autocomplete="off" />
  </div>`;
}

function renderMoves({ page, walk, filing, hall }: WholeForm): TemplateResult {
  const { words, kiosk } = page;
  const isLast = walk.step === 'check';
  const isBusy = ['sending', 'verifying', 'waiting'].includes(filing.state);
  return html`<div class="moves">
    ${
      walk.step === 'sought'
        ? nothing
        : html`<button class="button" type="button" ?disabled=${isBusy} @click=${() => walk.back()}>
            ${icons.back}${words.back}
          </button>`
    }
    <button class="button primary" type="submit" aria-disabled=${isBusy ? 'true' : 'false'}>
      ${isLast ? words.submit : words.next}
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
