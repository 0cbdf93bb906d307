/* eslint no-restricted-globals: ["error", "history"] --
   The one file of this element that may use the browser's storage: for numbers a person asked to
   keep, never for codes, never on a hall screen. */
import { readReceiptNumber } from '@open-info/contract/receipt-number';

const key = 'open-info/request-numbers';
const most = 5;

/** 申请编号 a person asked this device to keep, newest first. Without storage there are none. */
export function savedNumbers(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept
      .map((number) => readReceiptNumber(String(number)))
      .filter((number) => number !== undefined)
      .slice(0, most);
  } catch {
    return [];
  }
}

export function saveNumber(number: string): void {
  write([number, ...savedNumbers().filter((kept) => kept !== number)].slice(0, most));
}

export function forgetNumber(number: string): void {
  write(savedNumbers().filter((kept) => kept !== number));
}

function write(numbers: readonly string[]): void {
  try {
    if (numbers.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(numbers));
  } catch {
    // Private windows refuse storage: nothing is remembered, everything else works.
  }
}

/** The number a receipt's QR code put into the address: `#oi-request=2026-0000123-5`. */
export function numberInAddress(): string | undefined {
  const typed = new URLSearchParams(location.hash.slice(1)).get('oi-request');
  return typed === null ? undefined : readReceiptNumber(typed);
}
