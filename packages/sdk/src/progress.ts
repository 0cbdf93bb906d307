import type { CaseKey, CaseView } from '@open-info/contract/cases';
import { readQueryCode, readReceiptNumber } from '@open-info/contract/receipt-number';
import type { RequestView } from '@open-info/contract/requests';
import { trackCase } from './cases.ts';
import type { Client } from './client.ts';
import { toCall, type Call } from './core/call.ts';
import { isOpenInfoError } from './errors.ts';
import { trackRequest, type FormOptions } from './requests.ts';

/** What a number led to: a case (办件), or a disclosure request (依申请公开). */
export type Progress = { kind: 'case'; view: CaseView } | { kind: 'request'; view: RequestView };

/** Number and code have the form of a disclosure request's receipt. */
function looksLikeReceipt({ number, code }: CaseKey): boolean {
  return readReceiptNumber(number) !== undefined && readQueryCode(code) !== undefined;
}

/**
 * One door for both: what stands on a receipt of a disclosure request is looked for there first,
 * anything else, and what is not found, among the cases.
 * @throws FormError when they cannot be right, NotFoundError when there is neither
 */
export function trackProgress(
  client: Client,
  key: CaseKey,
  options: FormOptions = {},
): Call<Progress> {
  const asCase = async () => {
    const { data, ...rest } = await trackCase(client, key, options).withResponse();
    return { ...rest, data: { kind: 'case' as const, view: data } };
  };
  const ask = async () => {
    if (!looksLikeReceipt(key)) return asCase();
    try {
      const { data, ...rest } = await trackRequest(client, key, options).withResponse();
      return { ...rest, data: { kind: 'request' as const, view: data } };
    } catch (error) {
      if (isOpenInfoError(error, 'http') && error.status === 404) return asCase();
      throw error;
    }
  };
  return toCall<Progress>(ask());
}
