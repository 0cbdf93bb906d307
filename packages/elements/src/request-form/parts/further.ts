/** The steps behind the first, and what checks every one: fetched while a person begins to write. */
import { checkSubmission } from '@open-info/contract/request-check';
import { submitRequest } from '@open-info/sdk/request-submission';
import { html, nothing, type TemplateResult } from 'lit';
import type { Step } from '../entry.ts';
import type { FilingState } from '../filing.ts';
import type { FurtherPage } from './choices.ts';
import { renderFailure } from './frame.ts';
import { renderApplicantStep, type ApplicantStep } from './step-applicant.ts';
import { renderCheckStep, type CheckStep } from './step-check.ts';
import { renderDeliveryStep } from './step-delivery.ts';
import { renderReceiptStep, type ReceiptStep } from './step-receipt.ts';

export { FilingController } from '../filing.ts';
export { tooLong, toSubmission } from '../submission.ts';
export { furtherStyles } from './further.styles.ts';
export { furtherTerms } from './further.terms.ts';
export { checkSubmission, submitRequest };

/** What the steps behind the first show. */
export interface FurtherSteps {
  page: FurtherPage;
  filing: FilingState;
  applicant: ApplicantStep;
  check: Omit<CheckStep, 'filing'>;
  receipt: Omit<ReceiptStep, 'words' | 'filing' | 'failure'>;
}

const drawn: Record<Exclude<Step, 'sought'>, (steps: FurtherSteps) => unknown> = {
  applicant: ({ page, applicant }) => renderApplicantStep(page, applicant),
  delivery: ({ page }) => renderDeliveryStep(page),
  check: ({ page, check, filing }) => html`
    ${renderCheckStep(page, { ...check, filing })}
    ${filing.state === 'failed' ? renderFailure(page.words, filing.error) : nothing}
  `,
  receipt: ({ page: { words }, receipt, filing }) =>
    renderReceiptStep({ ...receipt, words, filing, failure: failureOf(words, filing) }),
};

function failureOf(
  words: FurtherPage['words'],
  filing: FilingState,
): TemplateResult | typeof nothing {
  return filing.state === 'filed' && filing.error !== undefined
    ? renderFailure(words, filing.error)
    : nothing;
}

/** One of the steps behind the first. */
export function renderFurtherStep(step: Exclude<Step, 'sought'>, steps: FurtherSteps): unknown {
  return drawn[step](steps);
}
