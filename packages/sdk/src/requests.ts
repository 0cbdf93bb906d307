import { checkSubmission } from '@open-info/contract/request-check';
import { readQueryCode, readReceiptNumber } from '@open-info/contract/receipt-number';
import {
  getRequestAttachment as attachmentEndpoint,
  getRequestRules as rulesEndpoint,
  justifyRequest as justifyEndpoint,
  RequestSubmissionSchema,
  submitRequest as submitEndpoint,
  supplementRequest as supplementEndpoint,
  trackRequest as trackEndpoint,
  undoRequest as undoEndpoint,
  withdrawRequest as withdrawEndpoint,
  type AttachmentKey,
  type RequestAddition,
  type RequestKey,
  type RequestReceipt,
  type RequestRules,
  type RequestSubmission,
  type RequestView,
} from '@open-info/contract/requests';
import type { FieldFault } from '@open-info/contract/words';
import type * as z from 'zod/mini';
import type { Client, RequestOptions, Result } from './client.ts';
import { call, toCall, type Call } from './core/call.ts';
import type { FileAnswer } from './core/file-answer.ts';
import { askForFile, askPrivately } from './core/private-call.ts';
import { askWithProof, type OnProof } from './core/proof.ts';
import { newIdempotencyKey } from './idempotency.ts';
import { FormError, type Language } from './form-error.ts';

export type { FileAnswer } from './core/file-answer.ts';
export { FormError, isFormError, type Language } from './form-error.ts';

/** Options of a call that a person's words go out with. */
export interface FormOptions extends RequestOptions {
  /** Of `fields` in a `FormError`; `zh` unless given. */
  language?: Language | undefined;
}

export interface SubmitOptions extends FormOptions {
  /**
   * Told while the machine does the proof of work that the service may ask for.
   * @param tried numbers tried, of at most `most`
   */
  onChallenge?: OnProof | undefined;
}

/** What holds for requests: files that may be attached, limits, retention. */
export function getRequestRules(client: Client, options?: RequestOptions): Call<RequestRules> {
  return call(client, rulesEndpoint, {}, options);
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

/** Of 补正 and 说明理由, as their schema has it. */
const longestAddition = 2000;

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

/** What is wrong with number and code, as far as they tell by themselves. */
function keyFaults(number: string | undefined, code: string | undefined): FieldFault[] {
  const faults: FieldFault[] = [];
  if (number === undefined) {
    faults.push({
      field: 'number',
      message: { zh: '申请编号有误，请核对', en: 'The request number is not right' },
      expected: { zh: '12 位数字，如 2026-0000123-5', en: '12 digits, such as 2026-0000123-5' },
    });
  }
  if (code === undefined) {
    faults.push({
      field: 'code',
      message: { zh: '查询码有误，请核对', en: 'The query code is not right' },
      expected: {
        zh: '回执上的 10 位数字和字母，如 K7M3Q-9TXWP',
        en: 'the 10 digits and letters of the receipt, such as K7M3Q-9TXWP',
      },
    });
  }
  return faults;
}

/** What is wrong with what an applicant adds. */
function textFaults(text: string): FieldFault[] {
  if (text.trim() !== '' && text.length <= longestAddition) return [];
  return [
    {
      field: 'text',
      message:
        text.trim() === ''
          ? { zh: '请填写内容', en: 'The text is missing' }
          : { zh: '内容过长', en: 'This is too long' },
      expected: {
        zh: `1 至 ${longestAddition} 个字符`,
        en: `1 to ${longestAddition} characters`,
      },
    },
  ];
}

/** Number and code in their own form, however they were typed. @throws FormError */
function readKey(
  typed: RequestKey,
  language: Language | undefined,
  others: FieldFault[] = [],
): RequestKey {
  const number = readReceiptNumber(typed.number);
  const code = readQueryCode(typed.code);
  const faults = [...keyFaults(number, code), ...others];
  if (faults.length > 0) throw new FormError(faults, language);
  return { number: number ?? '', code: code ?? '' };
}

function askByKey(
  client: Client,
  endpoint: typeof trackEndpoint,
  key: RequestKey,
  { language, ...options }: FormOptions = {},
): Call<RequestView> {
  const ask = async () => askPrivately(client, endpoint, { body: readKey(key, language) }, options);
  return toCall(ask());
}

function add(
  client: Client,
  endpoint: typeof supplementEndpoint,
  { text, attachments, ...key }: RequestAddition,
  { language, ...options }: FormOptions = {},
): Call<RequestView> {
  const ask = async () => {
    const body = { ...readKey(key, language, textFaults(text)), text, attachments };
    return askPrivately(client, endpoint, { body }, options);
  };
  return toCall(ask());
}

/**
 * A request as its applicant sees it, by number and code as they were typed.
 * @throws FormError when they cannot be right, NotFoundError when there is no such request
 */
export function trackRequest(
  client: Client,
  key: RequestKey,
  options?: FormOptions,
): Call<RequestView> {
  return askByKey(client, trackEndpoint, key, options);
}

/** 补正: completes a request as the office asked (art. 30). */
export function supplementRequest(
  client: Client,
  addition: RequestAddition,
  options?: FormOptions,
): Call<RequestView> {
  return add(client, supplementEndpoint, addition, options);
}

/** 说明理由: gives the reasons the office asked for (art. 35). */
export function justifyRequest(
  client: Client,
  addition: RequestAddition,
  options?: FormOptions,
): Call<RequestView> {
  return add(client, justifyEndpoint, addition, options);
}

/** 撤回: withdraws a request that has not been answered. */
export function withdrawRequest(
  client: Client,
  key: RequestKey,
  options?: FormOptions,
): Call<RequestView> {
  return askByKey(client, withdrawEndpoint, key, options);
}

/** Takes a filing back within ten minutes, as if it had not been made. */
export function undoRequest(
  client: Client,
  key: RequestKey,
  options?: FormOptions,
): Call<RequestView> {
  return askByKey(client, undoEndpoint, key, options);
}

/** A file of a request or of its reply. */
export function downloadAttachment(
  client: Client,
  key: AttachmentKey,
  { language, ...options }: FormOptions = {},
): Call<FileAnswer> {
  const ask = async () => {
    const body = { ...readKey(key, language), id: key.id };
    return askForFile(client, attachmentEndpoint, { body }, options);
  };
  return toCall(ask());
}
