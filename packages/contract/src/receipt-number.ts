/**
 * 申请编号: number of a disclosure request as people read it, `2026-0000123-5`: the year, a serial
 * number of the year and a check digit (ISO 7064 MOD 11,10), so that a slip of the pen is noticed
 * before anything is looked up.
 */

function checkDigit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10;
}

/** @param serial from 1 to 9,999,999, counted within the year */
export function receiptNumber(year: number, serial: number): string {
  const digits = `${year}${String(serial).padStart(7, '0')}`;
  return `${digits.slice(0, 4)}-${digits.slice(4)}-${checkDigit(digits)}`;
}

/** Full-width forms as Chinese keyboards give them, in half width. */
function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/**
 * A number as somebody typed it, in the form above; undefined when it cannot be one: not twelve
 * digits, or the check digit is wrong.
 */
export function readReceiptNumber(typed: string): string | undefined {
  const digits = halfWidth(typed).replace(/[\s\-–—－.]/g, '');
  if (!/^\d{12}$/.test(digits)) return undefined;
  if (checkDigit(digits.slice(0, 11)) !== Number(digits[11])) return undefined;
  return `${digits.slice(0, 4)}-${digits.slice(4, 11)}-${digits.slice(11)}`;
}

/** The alphabet of query codes: no I, L, O, U, which are misread. */
export const queryCodeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * 查询码 as somebody typed it, in the form `K7M3Q-9TXWP`; undefined when it is not ten characters
 * of the alphabet. I and L are read as 1, O as 0.
 */
export function readQueryCode(typed: string): string | undefined {
  const plain = halfWidth(typed)
    .toUpperCase()
    .replace(/[\s\-–—－]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  if (plain.length !== 10) return undefined;
  for (const character of plain) if (!queryCodeAlphabet.includes(character)) return undefined;
  return `${plain.slice(0, 5)}-${plain.slice(5)}`;
}
