import { openEnum, shape, type Open } from './shape.ts';
import * as z from 'zod/mini';

/**
 * 证件种类: papers that prove who somebody is (条例 art. 29 (一)). Only the numbers of the first two
 * have a form that can be checked; any other paper is taken as it is written.
 */
export const identityKinds = [
  'residentId',
  'creditCode',
  'passport',
  'hkMacaoPermit',
  'taiwanPermit',
  'foreignResident',
  'other',
] as const;
export type IdentityKind = Open<(typeof identityKinds)[number]>;

/** 身份证明. */
export interface Identity {
  kind: IdentityKind;
  /** As printed on the paper, 1 to 40 characters. */
  number: string;
}

export const IdentitySchema = shape<Identity>()(
  z.strictObject({
    kind: openEnum(identityKinds),
    number: z.string().check(z.minLength(1), z.maxLength(40)),
  }),
);

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 公民身份号码 (GB 11643): 18 places, a date of birth that exists, the right check character. */
export function isResidentId(number: string): boolean {
  const text = number.toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false;
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(
    Number,
  ) as [number, number, number];
  const born = new Date(Date.UTC(year, month - 1, day));
  if (year < 1850 || born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return false;
  const sum = residentWeights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return '10X98765432'[sum % 11] === text[17];
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码 (GB 32100): 18 places with the right check character. */
export function isCreditCode(number: string): boolean {
  const text = number.toUpperCase();
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false;
  const sum = creditWeights.reduce(
    (total, weight, i) => total + weight * creditAlphabet.indexOf(text.charAt(i)),
    0,
  );
  return creditAlphabet[(31 - (sum % 31)) % 31] === text[17];
}
