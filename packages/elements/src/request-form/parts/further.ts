/** The steps behind the first, and what checks every one: fetched while a person begins to write. */
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
export { toSubmission } from '../submission.ts';
export { answerIn, faultsIn } from '../../base/faults.ts';
export { faultsAt, sayFormFault } from './faults.ts';
export { furtherStyles } from './further.styles.ts';
export { furtherTerms } from './further.terms.ts';
export { submitRequest };

/** What the steps behind the first show. */
export interface FurtherSteps {
  page: FurtherPage;
  filing: FilingState;
  /** The service was asked in the language on show, so what it says may be quoted. */
  quotes: boolean;
  applicant: ApplicantStep;
  check: Omit<CheckStep, 'filing'>;
  receipt: Omit<ReceiptStep, 'words' | 'language' | 'filing' | 'failure'>;
}

const drawn: Record<Exclude<Step, 'sought'>, (steps: FurtherSteps) => unknown> = {
  applicant: ({ page, applicant }) => renderApplicantStep(page, applicant),
  delivery: ({ page }) => renderDeliveryStep(page),
  check: ({ page, check, filing, quotes }) => html`
    ${renderCheckStep(page, { ...check, filing })}
    ${filing.state === 'failed' ? renderFailure(page.words, filing.error, quotes) : nothing}
  `,
  receipt: (steps) => {
    const { page, receipt, filing } = steps;
    const { words, language } = page;
    return renderReceiptStep({ ...receipt, words, language, filing, failure: failureOf(steps) });
  },
};

function failureOf({ page, filing, quotes }: FurtherSteps): TemplateResult | typeof nothing {
  return filing.state === 'filed' && filing.error !== undefined
    ? renderFailure(page.words, filing.error, quotes)
    : nothing;
}

/** One of the steps behind the first. */
export function renderFurtherStep(step: Exclude<Step, 'sought'>, steps: FurtherSteps): unknown {
  return drawn[step](steps);
}
