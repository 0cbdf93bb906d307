/**
 * 信息处理费 (《政府信息公开条例》第四十二条; 国办函〔2020〕109号, in force since 2021-01-01). For one request
 * either the one method or the other is used, never both. Amounts in 分.
 */

/** A step of a ladder: what each unit from `from` on costs, until the next step. */
export interface FeeStep {
  from: number;
  /** 分 for each. */
  each: number;
}

/** The ladders as the measures have them. */
export const feeTable = {
  notice: '国办函〔2020〕109号',
  article: '《政府信息公开条例》第四十二条',
  effectiveFrom: '2021-01-01',
  /** 按件计收: requests of one applicant in one natural month, counted together. */
  requests: {
    steps: [
      { from: 1, each: 0 },
      { from: 11, each: 10_000 },
      { from: 31, each: 20_000 },
    ] as readonly FeeStep[],
    /** From the 31st on each further ten cost 100 元 apiece more than the ten before. */
    beyond: { from: 31, width: 10, more: 10_000 },
  },
  /** 按量计收: pages of one request. */
  pages: {
    steps: [
      { from: 1, each: 0 },
      { from: 31, each: 1_000 },
      { from: 101, each: 2_000 },
      { from: 201, each: 4_000 },
    ] as readonly FeeStep[],
  },
} as const;

/** By what a fee is reckoned; the shape leaves no room for both methods. */
export type FeeBasis =
  | { method: 'byRequests'; countBefore: number; requests: number }
  | { method: 'byPages'; pages: number };

function checkCount(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new RangeError(`${name} is ${String(value)}; a whole number from 0 is right.`);
}

/** Units of a step that lie among the first `count`. */
function feeUpTo(steps: readonly FeeStep[], count: number): number {
  return steps.reduce((sum, { from, each }, index) => {
    const next = steps[index + 1]?.from ?? Infinity;
    return sum + each * Math.max(0, Math.min(count, next - 1) - from + 1);
  }, 0);
}

function requestsUpTo(count: number): number {
  const { steps, beyond } = feeTable.requests;
  const past = Math.max(0, count - beyond.from + 1);
  const full = Math.floor(past / beyond.width);
  // The surcharge of the brackets after the 31st: 0, 1, 2 … times `more` for each request of it.
  const surcharge = beyond.width * ((full * (full - 1)) / 2) + (past % beyond.width) * full;
  return feeUpTo(steps, count) + surcharge * beyond.more;
}

/**
 * 按件计收: the fee of `requests` more requests of an applicant.
 *
 * @param countBefore requests of the applicant to the organ earlier in the same natural month
 * @returns 分
 * @throws RangeError when a number is not whole or negative
 */
export function feeByRequests(countBefore: number, requests: number): number {
  checkCount('countBefore', countBefore);
  checkCount('requests', requests);
  return requestsUpTo(countBefore + requests) - requestsUpTo(countBefore);
}

/**
 * 按量计收: the fee of a request by its pages. Only where paper, e-mail or a copy of electronic data
 * was asked for.
 *
 * @returns 分
 * @throws RangeError when the number is not whole or negative
 */
export function feeByPages(pages: number): number {
  checkCount('pages', pages);
  return feeUpTo(feeTable.pages.steps, pages);
}

/** The fee of a request by the method chosen for it, in 分. */
export function processingFee(basis: FeeBasis): number {
  return basis.method === 'byPages'
    ? feeByPages(basis.pages)
    : feeByRequests(basis.countBefore, basis.requests);
}
