import { readQueryCode, readReceiptNumber } from '@open-info/contract/receipt-number';
import {
  getRequestAttachment as attachmentEndpoint,
  getRequestRules as rulesEndpoint,
  justifyRequest as justifyEndpoint,
  supplementRequest as supplementEndpoint,
  trackRequest as trackEndpoint,
  undoRequest as undoEndpoint,
  withdrawRequest as withdrawEndpoint,
  type AttachmentKey,
  type RequestAddition,
  type RequestKey,
  type RequestRules,
  type RequestView,
} from '@open-info/contract/requests';
import type { FieldFault } from '@open-info/contract/words';
import type { Client, RequestOptions } from './client.ts';
import { call, toCall, type Call } from './core/call.ts';
import type { FileAnswer } from './core/file-answer.ts';
import { askForFile, askPrivately } from './core/private-call.ts';
import { FormError, type FormOptions, type Language } from './form-error.ts';

export type { FileAnswer } from './core/file-answer.ts';
export { FormError, isFormError, type FormOptions, type Language } from './form-error.ts';
export { submitRequest, type SubmitOptions } from './request-submission.ts';

/** What holds for requests: files that may be attached, limits, retention. */
export function getRequestRules(client: Client, options?: RequestOptions): Call<RequestRules> {
  return call(client, rulesEndpoint, {}, options);
}

/** Of 补正 and 说明理由, as their schema has it. */
const longestAddition = 2000;

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
