import { readReceiptNumber } from '@open-info/contract/receipt-number';

/** The number a receipt's QR code put into the address: `#oi-request=2026-0000123-5`. */
export function numberInAddress(): string | undefined {
  const typed = new URLSearchParams(location.hash.slice(1)).get('oi-request');
  return typed === null ? undefined : readReceiptNumber(typed);
}
