/* eslint no-restricted-globals: ["error", "history"] --
   The one file of this element that may use the browser's storage: for what a person asked to keep,
   the code only where they asked for that too, never on a hall screen. */
import { readCaseCode, readCaseNumber } from '@open-info/contract/cases';

const key = 'open-info/progress';
const most = 8;

/** 记住的办件: a number and what it is about, in this browser only. */
export interface SavedCase {
  number: string;
  /** Name of the matter. */
  name: string;
  code?: string | undefined;
}

function read(kept: unknown): SavedCase[] {
  const { number, name, code } = (kept ?? {}) as Partial<Record<keyof SavedCase, unknown>>;
  if (typeof number !== 'string' || typeof name !== 'string') return [];
  const known = readCaseNumber(number);
  if (known === undefined) return [];
  return [{ number: known, name, code: typeof code === 'string' ? readCaseCode(code) : undefined }];
}

/** Newest first. Without storage there are none. */
export function savedCases(): SavedCase[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.flatMap(read).slice(0, most) : [];
  } catch {
    return [];
  }
}

export function saveCase(saved: SavedCase): void {
  write([saved, ...savedCases().filter(({ number }) => number !== saved.number)].slice(0, most));
}

export function forgetCase(number: string): void {
  write(savedCases().filter((saved) => saved.number !== number));
}

export function forgetAllCases(): void {
  write([]);
}

function write(saved: readonly SavedCase[]): void {
  try {
    if (saved.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(saved));
  } catch {
    // Private windows refuse storage: nothing is remembered, everything else works.
  }
}
