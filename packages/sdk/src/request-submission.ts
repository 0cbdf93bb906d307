import { checkSubmission } from '@open-info/contract/request-check';
import {
  RequestSubmissionSchema,
  submitRequest as submitEndpoint,
  type RequestReceipt,
  type RequestSubmission,
} from '@open-info/contract/requests';
import type { FieldFault } from '@open-info/contract/words';
import type * as z from 'zod/mini';
import type { Client, Result } from './client.ts';
import { toCall, type Call } from './core/call.ts';
import { askPrivately } from './core/private-call.ts';
import { askWithProof, type OnProof } from './core/proof.ts';
import { FormError, type FormOptions } from './form-error.ts';
import { newIdempotencyKey } from './idempotency.ts';

export interface SubmitOptions extends FormOptions {
  /**
   * Told while the machine does the proof of work that the service may ask for.
   * @param tried numbers tried, of at most `most`
   */
  onChallenge?: OnProof | undefined;
}

type Issue = z.core.$ZodIssue;

/** What is too long, in words; where nothing stands is for `checkSubmission` to say. */
function tooLong(issue: Issue): FieldFault[] {
  if (issue.code !== 'too_big') return [];
  const expected = {
    zh: `最多 ${issue.maximum} 个字符`,
    en: `at most ${issue.maximum} characters`,
  };
  const message = { zh: '内容过长', en: 'This is too long' };
  return [{ field: issue.path.join('.'), message, expected }];
}

/**
 * What a person has to mend. Anything else than a length that the schema finds is a fault of the
 * program: the rules of art. 29 need the right shape, and the call refuses it.
 */
function submissionFaults(submission: RequestSubmission): FieldFault[] {
  const issues = RequestSubmissionSchema.safeParse(submission).error?.issues ?? [];
  const isShaped = issues.every(({ code }) => code === 'too_small' || code === 'too_big');
  return isShaped ? [...checkSubmission(submission), ...issues.flatMap(tooLong)] : [];
}

async function submit(
  client: Client,
  submission: RequestSubmission,
  { language, onChallenge, ...given }: SubmitOptions,
): Promise<Result<RequestReceipt>> {
  const faults = submissionFaults(submission);
  if (faults.length > 0) throw new FormError(faults, language);
  // One key for the whole, so that no way to the receipt leads to a second request.
  const options = { ...given, idempotencyKey: given.idempotencyKey ?? newIdempotencyKey() };
  const ask = (challenge?: string) => {
    const body = challenge === undefined ? submission : { ...submission, challenge };
    return askPrivately(client, submitEndpoint, { body }, options);
  };
  return askWithProof(client, ask, { signal: options.signal, onChallenge });
}

/**
 * Files a request (条例 art. 29). Checked before anything is sent; a proof of work is done when the
 * service asks for one. With the same `idempotencyKey` it can be asked again after any failure and
 * never files twice: keep the key with the draft.
 *
 * @throws FormError naming what a person has to mend
 */
export function submitRequest(
  client: Client,
  submission: RequestSubmission,
  options: SubmitOptions = {},
): Call<RequestReceipt> {
  return toCall(submit(client, submission, options));
}
