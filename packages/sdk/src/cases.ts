import {
  getCaseAttachment as attachmentEndpoint,
  getCaseBoard as boardEndpoint,
  rateCase as rateEndpoint,
  ratingWords,
  readCaseCode,
  readCaseNumber,
  trackCase as trackEndpoint,
  type BoardQuery,
  type CaseBoard,
  type CaseKey,
  type CaseView,
  type RatingSubmission,
} from '@open-info/contract/cases';
import type { FieldFault } from '@open-info/contract/words';
import type { Client, RequestOptions } from './client.ts';
import { call, toCall, type Call } from './core/call.ts';
import type { FileAnswer } from './core/file-answer.ts';
import { askForFile, askPrivately } from './core/private-call.ts';
import { waitForView, watchView, type ViewSource, type WatchOptions } from './core/watching.ts';
import { FormError, type Language } from './form-error.ts';
import type { FormOptions } from './requests.ts';

export type { FileAnswer } from './core/file-answer.ts';
export type { WatchOptions } from './core/watching.ts';
export type { FormOptions } from './requests.ts';

function keyFaults(number: string | undefined, code: string | undefined): FieldFault[] {
  const faults: FieldFault[] = [];
  if (number === undefined) {
    faults.push({
      field: 'number',
      message: { zh: '办件编号有误', en: 'The case number is not right' },
      expected: {
        zh: '受理通知书上的编号，由字母、数字和连字符组成',
        en: 'the number on the notice of acceptance: letters, digits and hyphens',
      },
    });
  }
  if (code === undefined) {
    faults.push({
      field: 'code',
      message: { zh: '查询密码有误', en: 'The query code is not right' },
      expected: {
        zh: '受理通知书上的查询密码，4 位以上字母或数字',
        en: 'the code on the notice of acceptance: four or more letters or digits',
      },
    });
  }
  return faults;
}

/** Number and code in their own form, however they were typed. @throws FormError */
function readKey(
  typed: CaseKey,
  language: Language | undefined,
  others: FieldFault[] = [],
): CaseKey {
  const number = readCaseNumber(typed.number);
  const code = readCaseCode(typed.code);
  const faults = [...keyFaults(number, code), ...others];
  if (faults.length > 0) throw new FormError(faults, language);
  return { number: number ?? '', code: code ?? '' };
}

/**
 * A case as its applicant sees it, by number and code as they were typed.
 * @throws FormError when they cannot be right, NotFoundError when there is no such case
 */
export function trackCase(
  client: Client,
  key: CaseKey,
  { language, ...options }: FormOptions = {},
): Call<CaseView> {
  const ask = async () =>
    askPrivately(client, trackEndpoint, { body: readKey(key, language) }, options);
  return toCall(ask());
}

function levelFaults(level: string): FieldFault[] {
  if (level in ratingWords) return [];
  return [
    {
      field: 'level',
      message: { zh: '请选择满意度', en: 'Choose how satisfied you are' },
      expected: { zh: '五个等级之一', en: 'one of the five levels' },
    },
  ];
}

/**
 * 好差评: rates a completed case, once.
 * @throws FormError without a level, ConflictError when it was rated before
 */
export function rateCase(
  client: Client,
  { level, channel, reasons, text, ...key }: RatingSubmission,
  { language, ...options }: FormOptions = {},
): Call<CaseView> {
  const ask = async () => {
    const body = { ...readKey(key, language, levelFaults(level)), level, channel, reasons, text };
    return askPrivately(client, rateEndpoint, { body }, options);
  };
  return toCall(ask());
}

/** A document of the result. */
export function downloadCaseAttachment(
  client: Client,
  { id, ...key }: CaseKey & { id: string },
  { language, ...options }: FormOptions = {},
): Call<FileAnswer> {
  const ask = async () =>
    askForFile(client, attachmentEndpoint, { body: { ...readKey(key, language), id } }, options);
  return toCall(ask());
}

/** Progress for a hall screen, numbers masked. */
export function getCaseBoard(
  client: Client,
  query: BoardQuery = {},
  options?: RequestOptions,
): Call<CaseBoard> {
  return call(client, boardEndpoint, { query }, options);
}

const viewOf =
  (client: Client, key: CaseKey): ViewSource<CaseView> =>
  (options) =>
    trackCase(client, key, options);

/**
 * Every view of a case: the one now, then each that differs, for as long as it is iterated; asks as
 * `watchRequest` does, and not while the page is hidden.
 * @throws OpenInfoError that trying again would not mend, AbortedError
 */
export function watchCase(
  client: Client,
  key: CaseKey,
  options?: WatchOptions<CaseView>,
): AsyncGenerator<CaseView, never, undefined> {
  return watchView(client, viewOf(client, key), options);
}

/**
 * Waits until a case is as wanted: `waitForCase(client, key, ({ result }) => result !== undefined)`.
 * @throws OpenInfoError that trying again would not mend, AbortedError
 */
export function waitForCase(
  client: Client,
  key: CaseKey,
  until: (view: CaseView) => boolean,
  options?: WatchOptions<CaseView>,
): Promise<CaseView> {
  return waitForView(client, viewOf(client, key), until, options);
}
